package launch

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/dockerfile"
	"deploylint/internal/shell"
	"deploylint/internal/value"
	"deploylint/internal/yaml"
)

// option returns a service's setting, or compose's default.
func (p *project) option(at placed, name string, fallback value.Value) deploy.LaunchOption {
	if at.node.Text() == "" {
		return deploy.LaunchOption{Name: name, Value: byDefault(fallback, "compose")}
	}
	v := p.scalar(at)
	if v.Known() {
		v = value.Written(v.Payload(), at.node.Span(), name+" is set here")
	}
	return deploy.LaunchOption{Name: name, Value: v}
}

// lifecycle reads what compose does with a service; of image, where the service builds one, the rest is known.
//
// https://docs.docker.com/reference/compose-file/services/
func (p *project) lifecycle(s *service, image *dockerfile.Image) lifecycle {
	l := leftOpen()
	signal := deploy.LaunchOption{Name: "stop_signal", Value: value.NotKnown(value.External, "the image may set STOPSIGNAL")}
	l.health = deploy.LaunchOption{Name: "healthcheck", Value: value.NotKnown(value.External, "the image may have one")}
	if image != nil {
		made := imageLife(image)
		l.ports, signal, l.health = made.ports, made.stop.Signal, made.health
	}
	if at := s.first("stop_signal"); at.node != nil {
		signal = p.option(at, "stop_signal", value.OfStr("TERM"))
		signal.Value = signalName(signal.Value)
	}
	grace := p.option(s.first("stop_grace_period"), "stop_grace_period", value.OfInt(10))
	grace.Value = seconds(grace.Value)
	l.contained(signal, grace)
	l.restart = p.restart(s)
	l.replicas = p.option(s.first("scale"), "scale", value.OfInt(1))
	if at := s.first("deploy").under("replicas"); at.node != nil {
		l.replicas = p.option(at, "deploy.replicas", value.OfInt(1))
	}
	l.replicas.Value = l.replicas.Value.AsInt()
	l.ports = append(l.ports, p.ports(s)...)
	if at := s.first("healthcheck"); at.node != nil {
		l.health = p.health(at, l.health)
	}
	l.ready = deploy.LaunchOption{Value: value.OfNone()}
	return l
}

// under returns the value below a key.
func (at placed) under(key string) placed {
	found := at.node.Get(key)
	if found == nil {
		return placed{}
	}
	return placed{found, at.dir}
}

// restart reads restart, or deploy.restart_policy, which is stronger.
func (p *project) restart(s *service) deploy.Restart {
	made := deploy.Restart{Option: p.option(s.first("restart"), "restart", value.OfStr("no"))}
	policy, _ := made.Option.Value.Text()
	if at := s.first("deploy").under("restart_policy"); at.node != nil {
		made.Option = p.option(at.under("condition"), "deploy.restart_policy.condition", value.OfStr("any"))
		policy, _ = made.Option.Value.Text()
	}
	name, _, _ := strings.Cut(policy, ":")
	switch name {
	case "no", "none", "false":
		made.Policy = deploy.RestartNever
	case "on-failure":
		made.Policy = deploy.RestartOnFailure
	case "always", "unless-stopped", "any":
		made.Policy = deploy.RestartAlways
	}
	made.Boot = made.Option
	switch made.Policy {
	case deploy.RestartAlways:
		made.AtBoot = value.True
	case deploy.RestartNever, deploy.RestartOnFailure:
		// Docker starts no container again that ended well, or that it shall not start again, when the machine comes up.
		made.AtBoot = value.False
	case deploy.RestartUnknown:
	}
	return made
}

// ports reads ports, in both of its forms, and expose.
func (p *project) ports(s *service) []deploy.Port {
	var all []deploy.Port
	for _, n := range s.under("ports") {
		for _, one := range n.node.Items() {
			port := deploy.Port{Published: true, Known: true, Span: one.Span()}
			if one.Kind == yaml.Mapping {
				inside := p.filled(one.Get("target"))
				port.Inside, port.Outside, port.Host = inside, p.filled(one.Get("published")), p.filled(one.Get("host_ip"))
			} else {
				filled, waits := p.interpolate(one.Text(), 0)
				w := marked(shell.Known(filled, port.Span), waits)
				if port.Known = w.Known; !port.Known {
					w.Text = strings.NewReplacer("${", "$", "}", "").Replace(w.Text) // a colon inside would be none
				}
				port.Host, port.Outside, port.Inside = parsePort(w.Text)
			}
			if port.Inside != "" && len(all) < maxPrograms {
				all = append(all, port)
			}
		}
	}
	for _, n := range s.under("expose") {
		for _, one := range n.node.Items() {
			filled, waits := p.interpolate(one.Text(), 0)
			w := marked(shell.Known(filled, one.Span()), waits)
			_, _, inside := parsePort(w.Text)
			all = append(all, deploy.Port{Inside: inside, Known: w.Known, Span: w.Span})
		}
	}
	return all
}

// health reads healthcheck: its test, or that it is switched off. One without a test changes the image's.
func (p *project) health(at placed, image deploy.LaunchOption) deploy.LaunchOption {
	o := deploy.LaunchOption{Name: "healthcheck", Value: image.Value}
	if off := at.node.Get("disable"); off.Text() == "true" {
		o.Value = value.Written("", off.Span(), "it is switched off here").Retold(value.OfNone())
		return o
	}
	test := at.node.Get("test")
	if test == nil {
		return o
	}
	words := test.Items()
	if len(words) > 0 && test.Kind == yaml.Sequence {
		switch words[0].Text() {
		case "NONE":
			o.Value = value.Written("", words[0].Span(), "it is switched off here").Retold(value.OfNone())
			return o
		case "CMD", "CMD-SHELL":
			words = words[1:]
		}
	}
	var said []string
	for _, w := range words {
		said = append(said, w.Text())
	}
	o.Value = value.Written(strings.Join(said, " "), test.Span(), "healthcheck is set here")
	return o
}
