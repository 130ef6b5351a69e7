package deploy

import (
	"slices"
	"strings"

	"deploylint/internal/nginx"
	"deploylint/internal/source"
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

// PlatformForcesHTTPS reports whether the hosting platforms of all the site's web processes redirect plain HTTP to https,
// and where one is told to.
func (s *Site) PlatformForcesHTTPS() (source.Span, bool) {
	web := s.Web()
	if len(web) == 0 || slices.ContainsFunc(web, func(p *Process) bool { return p.ForcesHTTPS.IsZero() }) {
		return source.Span{}, false
	}
	return web[0].ForcesHTTPS, true
}

// MentionsHTTPSRedirect reports whether any configuration of nginx in the repository redirects plain HTTP to https, live
// for this site or not: it may be the one that stands before it.
func (s *Site) MentionsHTTPSRedirect() bool {
	return slices.ContainsFunc(s.Proxies, func(p *Proxy) bool {
		return slices.ContainsFunc(p.Config.Servers, func(server *nginx.Server) bool {
			return (server.Plain() != value.False || server.Inferred) && leavesForHTTPS(server)
		})
	})
}

// leavesForHTTPS reports whether the server, or its location /, redirects to https, or may do so in a file that is not in
// the repository.
func leavesForHTTPS(s *nginx.Server) bool {
	switch s.RedirectsToHTTPS() {
	case value.True:
		return !refuses(s)
	case value.Undecided:
		return !s.Inferred
	case value.False:
	}
	return slices.ContainsFunc(s.Locations, func(l *nginx.Location) bool {
		e, found := l.First("return")
		return l.IsPrefix() && l.Path == "/" && found && strings.HasPrefix(e.Arg(len(e.Args)-1).Text, "https://")
	})
}

// refuses reports whether the server answers nobody, such as the one for names that are not the site's.
func refuses(s *nginx.Server) bool {
	e, found := s.First("return")
	return found && len(e.Args) == 1
}
