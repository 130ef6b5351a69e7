package nginx

import (
	"strconv"
	"strings"

	"deploylint/internal/nginx/syntax"
	"deploylint/internal/source"
)

// An Upstream is an upstream block: a name for one or more servers.
type Upstream struct {
	*Block
	Name    syntax.Word
	Servers []Address
}

// Source returns the upstream's opening.
func (u *Upstream) Source() source.Span { return u.Block.Source() }

// An Address is where requests are handed to.
type Address struct {
	// Directive is the server directive of an upstream, or the proxy_pass itself.
	Directive *syntax.Directive
	// Span covers the address in it.
	Span source.Span
	// Host is a name or IP address, an IPv6 one in brackets; "" for a unix socket.
	Host string
	// Port is 0 where it is not known or there is none.
	Port int
	// Unix is the path of a unix socket.
	Unix string
	// Hole means that the address is not known: a template's value or a variable is in it.
	Hole bool
	// Backup and Down are the parameters of that name.
	Backup, Down bool
}

// Source returns the address's span.
func (a Address) Source() source.Span { return a.Span }

// Loopback reports whether the address is this machine's own: 127.0.0.1, [::1], localhost, or a unix socket. 0.0.0.0 is
// one too, which Linux takes for 127.0.0.1.
func (a Address) Loopback() bool {
	return a.Unix != "" || a.Host == "localhost" || a.Host == "[::1]" || a.Host == "0.0.0.0" || a.Host == "[::]" ||
		strings.HasPrefix(a.Host, "127.")
}

// String returns the address as nginx writes it.
func (a Address) String() string {
	switch {
	case a.Unix != "":
		return "unix:" + a.Unix
	case a.Port != 0:
		return a.Host + ":" + strconv.Itoa(a.Port)
	default:
		return a.Host
	}
}

func newUpstream(b *Block) *Upstream {
	u := &Upstream{Block: b, Name: b.Opener.Arg(0)}
	for _, e := range b.All("server") {
		w := e.Arg(0)
		a := newAddress(e.Directive, w, w.Text, 80)
		a.Hole = a.Hole || e.Conditional
		a.Backup, a.Down = e.HasArg("backup"), e.HasArg("down")
		u.Servers = append(u.Servers, a)
	}
	return u
}

// newAddress parses text, which is w or a part of it.
func newAddress(d *syntax.Directive, w syntax.Word, text string, port int) Address {
	a := Address{Directive: d, Span: partSpan(w, text), Hole: w.Hole || strings.Contains(text, "$")}
	if unix, ok := strings.CutPrefix(text, "unix:"); ok {
		a.Unix = unix
		if strings.HasPrefix(unix, "//") { // unix:///run/a.sock is the same path
			a.Unix = "/" + strings.TrimLeft(unix, "/")
		}
		return a
	}
	host, number := splitPort(text)
	a.Host, a.Port = host, port
	if number != "" {
		n, err := strconv.Atoi(number)
		if err != nil {
			a.Hole = true
		}
		a.Port = n
	}
	return a
}

// partSpan returns the span of part, which stands in w.
func partSpan(w syntax.Word, part string) source.Span {
	at := strings.Index(w.Span.Text(), part)
	if part == "" || at < 0 {
		return w.Span
	}
	return w.Span.File.Span(w.Span.Start+at, w.Span.Start+at+len(part))
}

// Upstream returns the upstream of that name.
func (c *Config) Upstream(name string) (*Upstream, bool) {
	for _, u := range c.Upstreams {
		if u.Name.Text == name {
			return u, true
		}
	}
	return nil, false
}

// A Target is what proxy_pass, uwsgi_pass and their kin hand requests to.
type Target struct {
	// Entry is the directive.
	Entry
	// Protocol is "http", "https", "uwsgi", "fastcgi", "scgi", "grpc" and so on; "" where it is not known or is missing.
	Protocol string
	// Address is the address as written, an upstream's name in Host; of a variable that a set directive gives its one value, what
	// stands there.
	Address Address
	// URI is what follows the address: proxy_pass http://app/x has "/x" and then replaces the location's path by it.
	URI string
	// Upstream is the upstream of that name, nil where there is none.
	Upstream *Upstream
	// Location is the location that it is in, nil where there is none.
	Location *Location
	// Server is the server that it is in.
	Server *Server
}

// Source returns the address's span.
func (t Target) Source() source.Span { return t.Address.Span }

// Addresses returns the addresses that requests go to: those of the upstream, or the target's own. known is false where
// not all of them are.
func (t Target) Addresses() (addresses []Address, known bool) {
	if t.Upstream != nil {
		known = !t.Upstream.MayHold("server")
		for _, a := range t.Upstream.Servers {
			known = known && !a.Hole
		}
		return t.Upstream.Servers, known
	}
	return []Address{t.Address}, !t.Address.Hole
}

// Targets returns the targets of all servers, in order.
func (c *Config) Targets() []Target {
	var targets []Target
	for _, s := range c.Servers {
		targets = append(targets, s.Targets()...)
	}
	return targets
}

// Targets returns the targets of the server, in order.
func (s *Server) Targets() []Target {
	var targets []Target
	for _, e := range s.Directives() {
		if e.Is(PassNames()...) && len(e.Args) > 0 {
			text, from := e.filledIn(e.Arg(0))
			t := newTarget(e.Entry, text, from)
			t.Server, t.Location = s, e.Location
			if u, ok := s.config.Upstream(t.Address.Host); ok && t.Address.Unix == "" {
				t.Upstream = u
			}
			targets = append(targets, t)
		}
	}
	return targets
}

// NewTarget parses the parameter of proxy_pass and the like.
func NewTarget(e Entry) Target { return newTarget(e, e.Arg(0).Text, nil) }

// newTarget parses text, which is the parameter of proxy_pass and the like with what the words in from gave to it.
func newTarget(e Entry, text string, from []syntax.Word) Target {
	w := e.Arg(0)
	t := Target{Entry: e}
	scheme, rest, ok := strings.Cut(text, "://")
	switch {
	case ok && scheme != "unix" && !strings.ContainsAny(scheme, "/:"):
		t.Protocol, text = scheme, rest
	case !e.Is("proxy_pass"):
		t.Protocol, _, _ = strings.Cut(e.Name.Text, "_")
	}
	if strings.Contains(t.Protocol, "$") || w.Hole && strings.Contains(t.Protocol, "{") {
		t.Protocol = ""
	}
	port := 0
	switch t.Protocol {
	case "http", "grpc":
		port = 80
	case "https", "grpcs":
		port = 443
	}
	address := text
	if unix, ok := strings.CutPrefix(text, "unix:"); ok {
		path, uri, _ := strings.Cut(unix, ":")
		address, t.URI = "unix:"+path, uri
	} else if slash := strings.IndexByte(text, '/'); slash >= 0 && !w.Hole {
		address, t.URI = text[:slash], text[slash:]
	}
	if path := pathVariables.FindStringIndex(address); path != nil {
		address, t.URI = address[:path[0]], address[path[0]:]+t.URI
	}
	t.Address = newAddress(e.Directive, w, address, port)
	for _, word := range from {
		if host := t.Address.Host + t.Address.Unix; host != "" && strings.Contains(word.Text, host) {
			t.Address.Span = partSpan(word, address)
		}
	}
	return t
}
