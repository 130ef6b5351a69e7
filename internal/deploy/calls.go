package deploy

import (
	"regexp"
	"slices"

	"deploylint/internal/env"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A Call is an address by which one place asks another for pages: a URL in its environment, or its own health check.
type Call struct {
	From *Place
	// Host is the name that is called, and Port the port, "" for the scheme's own.
	Host, Port string
	// By says what holds the address: "ARCHIVER_URL", "the health check".
	By string
	// Span is where it is written.
	Span source.Span
}

// Source returns where the address is written.
func (c Call) Source() source.Span { return c.Span }

var calledURL = regexp.MustCompile(`https?://([A-Za-z0-9._-]+)(?::(\d+))?`)

// Calls returns the calls that arrive at a place. What a proxy is given does not count: it asks for the host that its own client
// asked for.
func (s *Site) Calls(to *Place) []Call {
	var all []Call
	for _, from := range s.Places {
		if from.Environment == nil || from.Kind != Container || isProxyImage(from.Software()) {
			continue
		}
		for _, name := range from.Environment.Names() {
			answer := from.Environment.Lookup(name)
			text, ok := answer.Value.Text()
			if !ok || answer.State != env.Supplied {
				continue
			}
			for _, m := range calledURL.FindAllStringSubmatch(text, 20) {
				if place, found := s.Answers(from, m[1]); found == value.True && place == to {
					all = append(all, Call{From: from, Host: m[1], Port: m[2], By: name, Span: answer.Value.Source()})
				}
			}
		}
	}
	for _, p := range s.Processes {
		for _, probe := range p.Probes() {
			if place, found := s.Answers(p.Place, probe.Host); found == value.True && place == to && probe.Headers["host"] == "" {
				all = append(all, Call{From: p.Place, Host: probe.Host, Port: probe.Port, By: "the health check", Span: probe.Option.Source()})
			}
		}
	}
	return all
}

// IsProxy reports whether a place is made of a proxy's own image, or its name says that one runs there.
func (p *Place) IsProxy() bool {
	return isProxyImage(p.Software()) || p.Image == "" && slices.Contains([]string{"nginx", "caddy", "traefik", "haproxy"}, p.Name)
}

// isProxyImage reports whether an image is one of a proxy that hands the client's host on.
func isProxyImage(software string) bool {
	return slices.Contains([]string{
		"nginx", "caddy", "traefik", "haproxy", "envoy", "httpd", "oauth2-proxy", "nginx-proxy", "nginx-unprivileged", "openresty", "swag", "https-portal", "varnish",
		"cloudflared", "nginx-proxy-manager",
	}, software)
}
