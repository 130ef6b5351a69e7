package launch

import (
	"cmp"
	"slices"
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
		one.Image, one.ImageSpan = p.filled(at.node), at.node.Span()
	}
	for _, w := range append(p.words(s.first("entrypoint")), p.words(s.first("command"))...) {
		one.Command = strings.TrimSpace(one.Command + " " + w.Text)
	}
	if at := s.first("privileged"); at.node != nil && at.node.Text() == "true" {
		one.Privileged = at.node.Span()
	}
	for _, n := range s.nodes {
		one.HasVolumes = one.HasVolumes || len(n.node.Get("volumes").Items()) > 0
	}
	c.place = one
	p.reader.addPlace(one, c)
}

// network reads who reaches a service, and by which names.
//
// https://docs.docker.com/reference/compose-file/services/#networks
func (p *project) network(s *service) deploy.Network {
	n := deploy.Network{Stack: p.file.File.Path, Names: []deploy.Alias{{Name: s.name}}}
	if at := s.first("container_name"); at.node != nil { // hostname is known inside alone
		if name := p.filled(at.node); name != "" {
			n.Names = append(n.Names, deploy.Alias{Name: name, Span: at.node.Span()})
		}
	}
	if at := s.first("network_mode"); at.node != nil {
		n.Span = at.node.Span()
		switch mode := p.filled(at.node); {
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
		for _, one := range at.node.Items() {
			n.Join(one.Text())
		}
		for _, one := range at.node.Pairs() {
			n.Join(one.Key.Value)
			for _, alias := range one.Value.Get("aliases").Items() {
				if name := p.filled(alias); name != "" {
					n.Names = append(n.Names, deploy.Alias{Name: name, Network: one.Key.Value, Span: alias.Span()})
				}
			}
		}
	}
	if len(n.Joined) == 0 {
		n.Joined = []string{"default"}
	}
	return n
}

// needs reads depends_on, in both of its forms. Of two files that name a service, the stronger one says what is waited for.
func (p *project) needs(s *service) []deploy.Need {
	var all []deploy.Need
	add := func(name, condition string, at source.Span) {
		if name != "" && !slices.ContainsFunc(all, func(n deploy.Need) bool { return n.Name == name }) {
			all = append(all, deploy.Need{Name: name, Condition: cmp.Or(condition, "service_started"), Span: at})
		}
	}
	for _, at := range s.under("depends_on") {
		for _, one := range at.node.Items() {
			add(one.Text(), "", one.Span())
		}
		for _, one := range at.node.Pairs() {
			add(one.Key.Value, one.Value.Get("condition").Text(), one.Key.Span())
		}
	}
	if at := s.first("network_mode"); at.node != nil { // another's network has to be there first
		if name, shared := strings.CutPrefix(p.filled(at.node), "service:"); shared {
			add(name, "", at.node.Span())
		}
	}
	return all
}
