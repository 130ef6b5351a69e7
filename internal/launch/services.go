package launch

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/source"
)

// service notes what a service of a compose file is, whatever runs in it.
func (p *project) service(c *command, s *service, declared source.Span) {
	one := &deploy.Place{
		Kind: deploy.Container, Name: s.name, Key: c.key, Declared: declared, Role: c.role, Environment: c.environment(), Ports: c.life.ports,
		Mounts: c.mounts, HasVolumes: len(c.mounts) > 0, Network: p.network(s), Replicas: c.life.replicas, Needs: p.needs(s),
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
	c.place = one
	p.reader.result.Places = append(p.reader.result.Places, one)
}

// network reads who reaches a service, and by which names.
//
// https://docs.docker.com/reference/compose-file/services/#networks
func (p *project) network(s *service) deploy.Network {
	n := deploy.Network{Stack: p.file.File.Path, Names: []deploy.Alias{{Name: s.name}}}
	if at := s.first("container_name"); at.node != nil { // hostname is known inside alone
		if name := p.filled(at, at.node); name != "" {
			n.Names = append(n.Names, deploy.Alias{Name: name, Span: at.doc.span(at.node)})
		}
	}
	if at := s.first("network_mode"); at.node != nil {
		n.Span = at.doc.span(at.node)
		switch mode := p.filled(at, at.node); {
		case mode == "host":
			n.Mode = deploy.OfHost
		case mode == "none":
			n.Mode = deploy.NoNetwork
		case strings.HasPrefix(mode, "service:"):
			n.Mode, n.Of = deploy.Shared, strings.TrimPrefix(mode, "service:")
		}
		return n
	}
	for _, at := range s.under("networks") {
		for _, one := range items(at.node) {
			if name := text(one); name != "" {
				n.Joined = append(n.Joined, name)
			}
		}
		for _, one := range pairs(at.node) {
			n.Joined = append(n.Joined, one.key.Value)
			for _, alias := range items(get(one.val, "aliases")) {
				if name := p.filled(at, alias); name != "" {
					n.Names = append(n.Names, deploy.Alias{Name: name, Network: one.key.Value, Span: at.doc.span(alias)})
				}
			}
		}
	}
	if len(n.Joined) == 0 {
		n.Joined = []string{"default"}
	}
	return n
}

// needs reads depends_on, in both of its forms.
func (p *project) needs(s *service) []deploy.Need {
	var all []deploy.Need
	for _, at := range s.under("depends_on") {
		for _, one := range items(at.node) {
			if name := text(one); name != "" {
				all = append(all, deploy.Need{Name: name, Condition: "service_started", Span: at.doc.span(one)})
			}
		}
		for _, one := range pairs(at.node) {
			condition := text(get(one.val, "condition"))
			if condition == "" {
				condition = "service_started"
			}
			all = append(all, deploy.Need{Name: one.key.Value, Condition: condition, Span: at.doc.span(one.key)})
		}
	}
	return all
}
