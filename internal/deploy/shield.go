package deploy

import (
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// AddsHeader reports whether nginx adds a response header to whatever the application answers over TLS, and where. It is
// False where no proxy is known.
func (s *Site) AddsHeader(name string) (nginx.Header, value.Tri) {
	var first nginx.Header
	answer := value.Undecided
	for _, t := range s.AppTargets() {
		if t.Server.TLS() == value.False && s.TLS() != value.False || t.WebSocket() {
			continue
		}
		h, found := t.Outer.Headers("add_header").Get(name)
		switch {
		case first.Directive == nil && found == value.True:
			first, answer = h, value.True
		case answer == value.Undecided && found == value.False:
			return nginx.Header{}, value.False
		default:
			answer = answer.And(found)
		}
	}
	if answer == value.Undecided && len(s.AppTargets()) == 0 {
		return nginx.Header{}, value.False
	}
	return first, answer
}

// RedirectsToHTTPS reports whether the proxies let nobody come to the application over plain HTTP, and names a server that
// takes TLS. It is False where no proxy is known.
func (s *Site) RedirectsToHTTPS() (AppServer, value.Tri) {
	servers := s.AppServers()
	if len(servers) == 0 || s.TLS() == value.False {
		return AppServer{}, value.False
	}
	answer := value.True
	tls := servers[0]
	for _, server := range servers {
		if server.TLS() == value.True {
			tls = server
		}
		answer = answer.And(server.Plain().Not().Or(server.RedirectsToHTTPS()))
	}
	return tls, answer
}
