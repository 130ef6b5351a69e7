package serve

import (
	"slices"
	"strings"

	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// ServerFor returns the server that answers a request on the request's socket to host, which is in lower case and without
// a port; "" gives the default server. It is nil where none listens there. sure is false where a name or listen that is
// not known may change it.
func ServerFor(c *nginx.Config, r Request, host string) (server *nginx.Server, sure bool) {
	socket, sure := socketFor(c, r)
	if socket == nil {
		return nil, sure
	}
	if host == "" {
		return socket.Default, sure
	}
	var best *nginx.Server
	longest, tail := 0, false
	for _, s := range socket.Servers {
		if s.MayHold("server_name") {
			sure = false
		}
		for _, n := range s.Names {
			if n.Hole || n.Kind != nginx.RegexName && strings.Contains(n.Text, "$") {
				sure = false
				continue
			}
			name := strings.ToLower(n.Text)
			if name == host && n.Kind != nginx.RegexName && n.Kind != nginx.WildcardName || strings.HasPrefix(name, ".") && name[1:] == host {
				return s, sure
			}
			// A wildcard at the front comes before one at the end, and the longer before the shorter.
			if n.Kind != nginx.WildcardName || n.Matches(host) != value.True {
				continue
			}
			length, atEnd := len(strings.Trim(name, "*.")), strings.HasSuffix(name, ".*")
			if best == nil || tail && !atEnd || tail == atEnd && length > longest {
				best, longest, tail = s, length, atEnd
			}
		}
	}
	if best != nil {
		return best, sure
	}
	for _, s := range socket.Servers {
		for _, n := range s.Names {
			if n.Kind != nginx.RegexName {
				continue
			}
			switch n.Matches(host) {
			case value.True:
				return s, sure
			case value.Undecided:
				sure = false
			case value.False:
			}
		}
	}
	return socket.Default, sure
}

// socketFor returns the socket that takes the request's connection: that of its address, else that of every address.
func socketFor(c *nginx.Config, r Request) (socket *nginx.Socket, sure bool) {
	sure = true
	for _, s := range c.Servers {
		if s.Inferred || s.MayHold("listen") || slices.ContainsFunc(s.Listens, func(l nginx.Listen) bool { return l.Hole }) {
			sure = false
		}
	}
	for _, s := range c.Sockets() {
		l := s.Listen
		switch {
		case r.Unix != "":
			if l.Unix == r.Unix {
				return s, sure
			}
		case l.Unix != "" || l.Port != r.Port:
		case strings.EqualFold(l.Address, r.Address) || l.Address == "127.0.0.1" && r.Address == "localhost" ||
			l.Address == "localhost" && r.Address == "127.0.0.1":
			return s, sure
		case l.Any() && (r.Address == "" || l.IPv6() == strings.HasPrefix(r.Address, "[")):
			socket = s
		}
	}
	return socket, sure
}
