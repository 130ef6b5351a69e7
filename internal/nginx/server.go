package nginx

import (
	"strconv"
	"strings"

	"deploylint/internal/nginx/pcre"
	"deploylint/internal/nginx/syntax"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// maxListens of one server are read, so that a hostile file does not exhaust memory.
const maxListens = 500

// A Server is a server block of an http block.
type Server struct {
	*Block
	// Listens are the sockets that it listens on; one without a directive where it has none (nginx takes *:80 then).
	Listens []Listen
	// Names are the parameters of server_name, in order.
	Names []Name
	// Locations are the locations in the block itself, in order; those in them are in Location.Locations.
	Locations []*Location
}

// A Listen is a socket that a server listens on.
type Listen struct {
	// Directive is the listen directive, nil for nginx's default.
	Directive *syntax.Directive
	// Address is "*" for every IPv4 address, "127.0.0.1", "[::]", a host name; "" for a unix socket.
	Address string
	// Port is 0 for a unix socket.
	Port int
	// Unix is the path of a unix socket.
	Unix string
	// SSL, HTTP2, QUIC, ProxyProtocol and DefaultServer are the parameters of that name.
	SSL, HTTP2, QUIC, ProxyProtocol, DefaultServer bool
	// Hole means that the address or port, or whether the directive is there, is not known.
	Hole bool
}

// Source returns the place of the listen directive.
func (l Listen) Source() source.Span {
	if l.Directive == nil {
		return source.Span{}
	}
	return l.Directive.Source()
}

// IPv6 reports whether the address is one of IPv6.
func (l Listen) IPv6() bool { return strings.HasPrefix(l.Address, "[") }

// Any reports whether the socket takes connections to every address of the machine.
func (l Listen) Any() bool { return l.Address == "*" || l.Address == "[::]" }

// Socket returns the socket in one spelling: "*:80", "[::]:443", "unix:/run/nginx.sock".
func (l Listen) Socket() string {
	if l.Unix != "" {
		return "unix:" + l.Unix
	}
	return l.Address + ":" + strconv.Itoa(l.Port)
}

// A Name is one parameter of server_name.
type Name struct {
	syntax.Word
	Kind NameKind
}

// NameKind is how a server name is matched.
type NameKind uint8

// The kinds of server names.
const (
	// ExactName is a host name: shop.example.
	ExactName NameKind = iota
	// WildcardName is *.shop.example, .shop.example or www.shop.*.
	WildcardName
	// RegexName begins with "~".
	RegexName
	// NoName is "_" or another word that no host name equals, as catch-all servers have it.
	NoName
	// EmptyName is "", for requests without a Host header.
	EmptyName
)

func newServer(b *Block) *Server {
	s := &Server{Block: b}
	for _, e := range b.Entries {
		switch {
		case e.Is("listen") && len(s.Listens) < maxListens:
			s.Listens = append(s.Listens, newListen(e.Directive))
		case e.Is("server_name"):
			for _, w := range e.Args {
				if w.Text != "" || w.Quote != 0 {
					s.Names = append(s.Names, Name{Word: w, Kind: nameKind(w.Text)})
				}
			}
		}
	}
	if len(s.Listens) == 0 {
		s.Listens = []Listen{{Address: "*", Port: 80, Hole: b.MayHold("listen")}}
	}
	s.Locations = newLocations(s, nil, b)
	return s
}

func nameKind(name string) NameKind {
	switch {
	case name == "":
		return EmptyName
	case strings.HasPrefix(name, "~"):
		return RegexName
	case strings.HasPrefix(name, "*.") || strings.HasPrefix(name, ".") || strings.HasSuffix(name, ".*"):
		return WildcardName
	case strings.Trim(name, "_-!@#") == "":
		return NoName
	default:
		return ExactName
	}
}

func newListen(d *syntax.Directive) Listen {
	l := Listen{Directive: d, Address: "*", Port: 80, Hole: d.Hole() || d.Conditional}
	for i, w := range d.Args {
		if i == 0 {
			continue
		}
		switch w.Text {
		case "ssl":
			l.SSL = true
		case "http2":
			l.HTTP2 = true
		case "quic":
			l.QUIC = true
		case "proxy_protocol":
			l.ProxyProtocol = true
		case "default_server", "default":
			l.DefaultServer = true
		}
	}
	address := d.Arg(0).Text
	if unix, ok := strings.CutPrefix(address, "unix:"); ok {
		l.Address, l.Port, l.Unix = "", 0, unix
		return l
	}
	port := ""
	if address != "" && strings.Trim(address, "0123456789-") == "" {
		port = address
	} else {
		host, p := splitPort(address)
		l.Address, port = host, p
	}
	if l.Address == "" || l.Address == "0.0.0.0" {
		l.Address = "*"
	}
	if port != "" {
		first, _, _ := strings.Cut(port, "-") // a range of ports
		n, err := strconv.Atoi(first)
		if err != nil {
			l.Hole = true
		}
		l.Port = n
	}
	return l
}

// splitPort parts host:port, where host may be an IPv6 address in brackets.
func splitPort(address string) (host, port string) {
	if end := strings.IndexByte(address, ']'); end >= 0 && strings.HasPrefix(address, "[") {
		return address[:end+1], strings.TrimPrefix(address[end+1:], ":")
	}
	if colon := strings.LastIndexByte(address, ':'); colon >= 0 {
		return address[:colon], address[colon+1:]
	}
	return address, ""
}

// name returns what the server is called in subjects.
func (s *Server) name() string {
	for _, n := range s.Names {
		if n.Kind != EmptyName {
			return n.Text
		}
	}
	return "_"
}

// Source returns the server's opening.
func (s *Server) Source() source.Span { return s.Block.Source() }

func (s *Server) listensTLS() bool {
	for _, l := range s.Listens {
		if l.SSL || l.QUIC {
			return true
		}
	}
	e, found := s.InEffect("ssl")
	return found == value.True && e.Arg(0).Text == "on"
}

// TLS reports whether the server listens for TLS on a socket. It is undecided where a listen is not known.
func (s *Server) TLS() value.Tri {
	if s.listensTLS() {
		return value.True
	}
	return s.everyListen(func(l Listen) bool { return !l.SSL && !l.QUIC }).Not()
}

// Plain reports whether the server listens for plain HTTP on a socket.
func (s *Server) Plain() value.Tri {
	if e, found := s.InEffect("ssl"); found == value.True && e.Arg(0).Text == "on" {
		return value.False
	}
	for _, l := range s.Listens {
		if !l.SSL && !l.QUIC && !l.Hole {
			return value.True
		}
	}
	return s.everyListen(func(l Listen) bool { return l.SSL || l.QUIC }).Not()
}

// everyListen reports whether all sockets are known and as asked.
func (s *Server) everyListen(is func(Listen) bool) value.Tri {
	if s.MayHold("listen") {
		return value.Undecided
	}
	for _, l := range s.Listens {
		if l.Hole {
			return value.Undecided
		}
		if !is(l) {
			return value.False
		}
	}
	return value.True
}

// Answers reports whether the server is chosen by one of its names for requests to host, given in lower case.
// A request to a host that no server of a socket answers to goes to the socket's default server.
func (s *Server) Answers(host string) value.Tri {
	answer := value.False
	if s.MayHold("server_name") {
		answer = value.Undecided
	}
	for _, n := range s.Names {
		answer = answer.Or(n.Matches(host))
	}
	return answer
}

// Matches reports whether the name is that of host, given in lower case.
func (n Name) Matches(host string) value.Tri {
	if n.Hole || strings.Contains(n.Text, "$") && n.Kind != RegexName {
		return value.Undecided
	}
	name := strings.ToLower(n.Text)
	switch n.Kind {
	case WildcardName:
		if prefix, ok := strings.CutSuffix(name, ".*"); ok {
			rest, found := strings.CutPrefix(host, prefix+".")
			return value.TriOf(found && rest != "")
		}
		if suffix, ok := strings.CutPrefix(name, "*"); ok {
			return value.TriOf(strings.HasSuffix(host, suffix) && len(host) > len(suffix))
		}
		return value.TriOf(strings.HasSuffix(host, name) || host == name[1:])
	case RegexName:
		return pcre.Compile(n.Text[1:], true).Match(host)
	case NoName, EmptyName:
		return value.False
	case ExactName:
		return value.TriOf(host == name)
	default:
		return value.Undecided
	}
}

// A Socket is an address that servers listen on.
type Socket struct {
	// Listen is the first listen directive of the socket.
	Listen Listen
	// Servers are those that listen on it, in order.
	Servers []*Server
	// Default is the server for hosts that none of them names: the one marked so, else the first.
	Default *Server
	// Marked are the listen directives with default_server; nginx takes one only.
	Marked []Listen
}

// Sockets returns the sockets that the servers listen on, in order. Those that are not known are left out.
func (c *Config) Sockets() []*Socket {
	var sockets []*Socket
	byName := map[string]*Socket{}
	for _, s := range c.Servers {
		if s.Inferred {
			continue
		}
		for _, l := range s.Listens {
			if l.Hole {
				continue
			}
			socket := byName[l.Socket()]
			if socket == nil {
				socket = &Socket{Listen: l, Default: s}
				byName[l.Socket()] = socket
				sockets = append(sockets, socket)
			}
			if n := len(socket.Servers); n == 0 || socket.Servers[n-1] != s {
				socket.Servers = append(socket.Servers, s)
			}
			if l.DefaultServer {
				if len(socket.Marked) == 0 {
					socket.Default = s
				}
				socket.Marked = append(socket.Marked, l)
			}
		}
	}
	return sockets
}
