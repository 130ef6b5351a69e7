package launch

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/source"
)

// service notes what a service of a compose file is, whatever runs in it.
func (p *project) service(c *command, s *service, declared source.Span) {
	one := &deploy.Service{
		Name: s.name, Declared: declared, Role: c.role, Environment: c.environment(), Ports: c.life.ports, Mounts: c.mounts,
	}
	if at := s.first("image"); at.node != nil {
		one.Image, one.ImageSpan = p.filled(at, at.node), at.doc.span(at.node)
	}
	for _, w := range append(p.words(s.first("entrypoint")), p.words(s.first("command"))...) {
		one.Command = strings.TrimSpace(one.Command + " " + w.Text)
	}
	if at := s.first("privileged"); at.node != nil && text(at.node) == "true" {
		one.Privileged = at.doc.span(at.node)
	}
	for _, n := range s.nodes {
		one.HasVolumes = one.HasVolumes || len(items(get(n.node, "volumes"))) > 0
	}
	p.reader.result.Services = append(p.reader.result.Services, one)
}
