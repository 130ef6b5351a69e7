package deploy

import (
	"slices"
	"strconv"
	"strings"

	"deploylint/internal/address"
	"deploylint/internal/nginx"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// ReadsForwardedProto reports whether the server that the target leads to believes the X-Forwarded-Proto of a request
// that comes from nginx, and tells Django so: gunicorn and uvicorn do where nginx is on the same machine, uWSGI always.
//
// https://docs.gunicorn.org/en/stable/settings.html#forwarded-allow-ips
func (t AppTarget) ReadsForwardedProto() value.Tri {
	if t.Process == nil || t.Process.Server == nil {
		return value.Undecided
	}
	server := t.Process.Server
	if scheme, given := server.Options.Given("url_scheme"); given { // waitress tells it whatever the headers say
		text, known := scheme.Text()
		if !known {
			return value.Undecided
		}
		return value.TriOf(text == "https")
	}
	switch trust := server.Traits.Trust; trust.Peers {
	case Everybody:
		return value.True
	case SameMachine:
		if server.Options.Get("proxy_headers").Truth() == value.False {
			return value.False
		}
		return t.allowedPeer(trust)
	case Nobody:
		allowed, given := server.Options.Given(trust.Option)
		switch {
		case trust.Option == "", !given, allowed.Truth() == value.False:
			return value.False
		case allowed.Kind() == value.Bool:
			return value.True
		}
		return t.amongPeers(allowed)
	default:
		return value.Undecided
	}
}

// allowedPeer answers for a server that believes this machine unless an option names others.
func (t AppTarget) allowedPeer(trust Trust) value.Tri {
	allowed, given := t.Process.Server.Options.Given(trust.Option)
	switch text, _ := allowed.Text(); {
	case given && text == "*":
		return value.True
	case t.Bind.Unix != "":
		return trust.Sockets
	case !given:
		return t.fromSameMachine()
	}
	return t.amongPeers(allowed)
}

// amongPeers answers for a list of addresses that a server believes: "127.0.0.1,10.0.0.1", or "*".
func (t AppTarget) amongPeers(allowed value.Value) value.Tri {
	text, known := allowed.Text()
	if !known {
		return value.Undecided
	}
	here := t.fromSameMachine()
	for one := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ',' || r == ' ' }) {
		switch {
		case one == "*", here == value.True && (address.Loopback(one) || one == "127.0.0.0/8"):
			return value.True
		case address.Loopback(one), here == value.True && isIP(one):
			// another than nginx's
		default:
			here = value.Undecided // a network, a name, or an address that may be nginx's
		}
	}
	if here == value.True {
		return value.False // others are named
	}
	return here
}

// fromSameMachine reports whether the server sees 127.0.0.1 as the address of nginx. It is False for a container that is reached
// by its name and for another address.
func (t AppTarget) fromSameMachine() value.Tri {
	if t.Near() {
		return value.True
	}
	addresses, known := t.Addresses()
	if !known || len(addresses) == 0 || t.Bind.Unix != "" {
		return value.Undecided
	}
	for _, a := range addresses {
		if a.Loopback() || !isIP(a.Host) && !t.Process.isService(a.Host) && (t.Process.Place == nil || !t.Process.Place.named(a.Host)) {
			return value.Undecided
		}
	}
	return value.False
}

// DropsForwardedProto reports whether the server throws the X-Forwarded-Proto of nginx away, so that not even Django's own
// SECURE_PROXY_SSL_HEADER finds it: waitress does unless nginx is its trusted proxy.
//
// https://docs.pylonsproject.org/projects/waitress/en/stable/reverse-proxy.html
func (t AppTarget) DropsForwardedProto(site *Site) value.Tri {
	if t.Process == nil || t.Process.Server == nil || t.Process.Server.Traits.Trust.Clears == "" {
		return value.False
	}
	if text, ok := site.Version("waitress"); ok && (strings.HasPrefix(text, "0.") || strings.HasPrefix(text, "1.")) {
		return value.Undecided // kept them by default once
	}
	clears := t.Process.Server.Options.Get(t.Process.Server.Traits.Trust.Clears).Truth()
	_, trusted := t.Process.Server.Options.Given(t.Process.Server.Traits.Trust.Option)
	if trusted {
		return clears.And(t.ReadsForwardedProto().Not())
	}
	return clears
}

// TellsSchemeItself reports whether the project's own code may tell Django the scheme: a wrapper around the application, or a
// middleware that is named for it.
func (s *Settings) TellsSchemeItself() bool {
	for _, f := range s.Entrances {
		if mentionsAny(f.Text, []string{"url_scheme", "X_FORWARDED", "x-forwarded", "ProxyFix", "proxy_headers", "ProxyHeaders", "\"scheme\"", "'scheme'", "'HTTPS'", "\"HTTPS\""}) {
			return true
		}
	}
	suspicious := func(name string) bool {
		name = strings.ToLower(name)
		return !strings.HasPrefix(name, "django.") && mentionsAny(name, []string{"proxy", "forward", "scheme", "ssl", "https", "xff"})
	}
	return Holds(s.Get(s.MiddlewareSetting()), suspicious) != value.False
}

// OuterTLS returns a server of nginx that takes TLS and hands requests on to another server, not to the application; ok is false
// where none is known to.
func (s *Site) OuterTLS(inner AppServer) (outer nginx.Target, ok bool) {
	for _, p := range s.LiveProxies() {
		for _, server := range p.Config.Servers {
			if server == inner.Server || server.TLS() != value.True {
				continue
			}
			for _, t := range server.Targets() {
				addresses, _ := t.Addresses()
				for _, a := range addresses {
					if s.listensAt(inner.Server, a) && !s.IsAppTarget(t.Entry) {
						return t, true
					}
				}
			}
		}
	}
	return nginx.Target{}, false
}

// listensAt reports whether a server of nginx takes what is sent to an address: it has the port, or its container publishes it
// under that one.
func (s *Site) listensAt(server *nginx.Server, a nginx.Address) bool {
	if a.Hole || a.Port == 0 && a.Unix == "" {
		return false
	}
	return slices.ContainsFunc(server.Listens, func(l nginx.Listen) bool {
		switch {
		case l.Hole:
			return false
		case a.Unix != "" || l.Unix != "":
			return a.Unix == l.Unix
		}
		published := slices.ContainsFunc(s.Places, func(p *Place) bool {
			return slices.ContainsFunc(p.Ports, func(port Port) bool {
				return port.Published && port.Known && port.Outside == strconv.Itoa(a.Port) && port.Inside == strconv.Itoa(l.Port)
			})
		})
		return published || a.Port == l.Port && (a.Loopback() || !isIP(a.Host))
	})
}

// MayBeGiven returns the env files that a process is given and that the repository does not hold: a variable that nothing else
// gives may stand there.
func (p *Process) MayBeGiven() (at source.Span, may bool) {
	if len(p.AbsentEnvFiles) == 0 {
		return source.Span{}, false
	}
	return p.AbsentEnvFiles[0].Span, true
}
