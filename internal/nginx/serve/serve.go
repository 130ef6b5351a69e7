package serve

import (
	"deploylint/internal/nginx"
	"deploylint/internal/nginx/pcre"
	"deploylint/internal/nginx/syntax"
	"deploylint/internal/value"
)

// FileKind is what stands at a path on the server.
type FileKind uint8

// The kinds of files.
const (
	// FileNotKnown: nobody knows what is there.
	FileNotKnown FileKind = iota
	// NoFile: nothing is there.
	NoFile
	// RegularFile is a file.
	RegularFile
	// Folder is a directory.
	Folder
	// NotAFolder: a part of the path is a file, so that nothing can be there.
	NotAFolder
)

// A World is what is around nginx.
type World struct {
	// Stat says what is at an absolute path; nil where nothing is known.
	Stat func(path string) FileKind
	// Prefix is the folder that relative roots are in, "" where it is not known.
	Prefix string
}

func (w World) stat(path string) FileKind {
	if w.Stat == nil || path == "" {
		return FileNotKnown
	}
	return w.Stat(path)
}

// A Field is a header with its value.
type Field struct {
	Name, Value string
	// Known is false where the value is not known.
	Known bool
}

// A Request is what a client asks for.
type Request struct {
	// Method is GET where it is empty.
	Method string
	// Target is the path and query as sent, or an absolute URL: "/a%20b?x=1".
	Target string
	// Host is the Host header; nginx refuses a request without one.
	Host string
	// Header holds the other headers.
	Header []Field
	// Address and Port are those of this machine that the client connected to: "127.0.0.1", "[::1]". Unix is the path of a
	// unix socket.
	Address string
	Port    int
	Unix    string
	// TLS means that the connection is encrypted.
	TLS bool
	// Remote is the client's address, "" where it may be any.
	Remote string
}

// A Reply is what nginx does with a request.
type Reply struct {
	// Server and Location are those that answer in the end; Location is nil where the server block itself does.
	Server   *nginx.Server
	Location *nginx.Location
	// Handler says what they do, and By is the directive that decides it, zero where none does.
	Handler nginx.Handler
	By      nginx.Entry
	// Status is the status of the reply; 0 is that of the backend where Handler is Proxies, and not known where a file is
	// served of which nobody knows whether it is there.
	Status int
	// Redirect is the Location header, where there is one.
	Redirect string
	// File is the file that is sent, or was looked for last where none is.
	File string
	// Body is the text of a return.
	Body string
	// URI is the path and query that the backend is asked for, and Upstream the headers that it gets, in order.
	URI      string
	Upstream []Field
	// Added are the headers of add_header. Where Status is 0 they are those for a backend that answers with 200.
	Added []Field
	// Known is false where a part of this is a guess; Why says what is missing.
	Known bool
	Why   string
}

// Answer returns what nginx does with a request, up to the backend that it is handed to. It goes through nginx's phases:
// choose the server, rewrite, find the location, rewrite again, access, try_files, content, error_page.
func Answer(c *nginx.Config, r Request, w World) Reply {
	x := &exchange{config: c, request: r, world: w, changes: maxURIChanges + 1, validUnparsed: true}
	x.run()
	reply := x.reply
	reply.Server, reply.Location = x.server, x.location
	reply.Known = x.why == ""
	reply.Why = x.why
	return reply
}

// maxURIChanges is how often one request may be sent elsewhere inside nginx (NGX_HTTP_MAX_URI_CHANGES).
const maxURIChanges = 10

// An exchange is one request on its way through nginx, ngx_http_request_t there.
type exchange struct {
	config   *nginx.Config
	request  Request
	world    World
	server   *nginx.Server
	location *nginx.Location
	block    *nginx.Block // the one whose values are in effect: a location, an if in it, the server

	host, uri, args, unparsed    string
	validUnparsed, validLocation bool // as in ngx_http_request_t
	internal, changed            bool
	quoted, plus, addURI         bool
	changes                      int
	captures                     []string
	capturesUnknown              bool
	matches                      int
	variables                    map[string]text // by set, and named captures
	evaluating                   int
	pass                         nginx.Entry // the directive that handles the content, zero for files
	hasPass                      bool
	errorPage                    bool
	errStatus                    int
	steps                        int

	reply Reply
	why   string
}

// doubt notes that what follows is a guess.
func (x *exchange) doubt(why string) {
	if x.why == "" {
		x.why = why
	}
}

// A step says how a request goes on.
type step uint8

const (
	goOn     step = iota // with the next phase
	done                 // the reply is complete
	restart              // an internal redirect: from the server's rewrites on
	rename               // to a named location
	declined             // by this handler
)

func (x *exchange) run() {
	if !x.receive() {
		return
	}
	how := x.fromServer()
	for ; how == restart || how == rename; x.steps++ {
		if x.steps > 64 {
			x.doubt("too many internal redirects")
			return
		}
		if how == restart {
			how = x.fromServer()
		} else {
			how = x.fromRewrite()
		}
	}
}

// receive reads the request line and the Host header, and chooses the server.
func (x *exchange) receive() bool {
	first, sure := ServerFor(x.config, x.request, "")
	if x.server = first; first == nil {
		x.doubt("no server listens there")
		return false
	}
	if !sure {
		x.doubt("the server is not certain")
	}
	x.block = first.Block
	// merge_slashes is that of the socket's default server, because the request line is read before the Host header.
	e, found := first.InEffect("merge_slashes")
	t, ok := parseTarget(x.request.Target, found != value.True || e.Arg(0).Text != "off")
	if !ok {
		return x.badRequest()
	}
	header, headerOK := cleanHost(x.request.Host)
	if t.host != "" {
		x.host, ok = cleanHost(t.host)
		headerOK = headerOK && ok
	} else {
		x.host = header
	}
	if !headerOK {
		return x.badRequest()
	}
	x.server, sure = ServerFor(x.config, x.request, x.host)
	if !sure {
		x.doubt("the server is not certain")
	}
	x.block = x.server.Block
	x.takeNameCaptures()
	x.uri, x.args, x.unparsed, x.quoted, x.plus = t.uri, t.args, t.raw, t.quoted, t.plus
	return true
}

func (x *exchange) badRequest() bool {
	x.fail(400)
	return false
}

// takeNameCaptures keeps the captures of the server name that chose the server.
func (x *exchange) takeNameCaptures() {
	for _, n := range x.server.Names {
		if n.Kind == nginx.RegexName && n.Matches(x.host) == value.True {
			x.match(pcre.Compile(n.Text[1:], true), x.host)
			return
		}
		if n.Matches(x.host) == value.True {
			return
		}
	}
}

// fromServer goes through the phases from the server's own rewrites on.
func (x *exchange) fromServer() step {
	x.validLocation = true
	x.location, x.block = nil, x.server.Block
	x.pass, x.hasPass, x.changed = nginx.Entry{}, false, false
	if how := x.rewrite(x.server.Block); how != goOn {
		return how
	}
	return x.fromLocation()
}

// fromLocation goes on from the search for the location on.
func (x *exchange) fromLocation() step {
	x.changed = false
	x.pass, x.hasPass = nginx.Entry{}, false
	m := x.find()
	if !m.Sure {
		x.doubt("the location is not certain")
	}
	x.enter(m.Location)
	if m.Location != nil && m.Location.IsInternal() && !x.internal {
		return x.fail(404)
	}
	if m.Redirect {
		x.reply.Handler = nginx.Returns
		x.reply.Redirect = escapeURI(m.Location.Path, false) + withArgs(x.args)
		return x.fail(301)
	}
	return x.fromRewrite()
}

func withArgs(args string) string {
	if args == "" {
		return ""
	}
	return "?" + args
}

// find finds the location for the path and keeps the captures of the patterns that matched.
func (x *exchange) find() nginx.Match {
	match, patterns := x.server.Search(x.uri)
	for _, p := range patterns {
		x.match(p, x.uri)
	}
	return match
}

// enter makes a location the one in effect; nil is the server block itself.
func (x *exchange) enter(l *nginx.Location) {
	x.location, x.block = l, x.server.Block
	if l != nil {
		x.block = l.Block
		for _, e := range l.All("limit_except") {
			if e.Inner != nil && !e.HasArg(x.method()) && (x.method() != "HEAD" || !e.HasArg("GET")) {
				x.block = e.Inner
			}
		}
		x.takeHandler(l.Block)
	}
	x.takeHandler(x.block)
	if x.block.Context != syntax.LimitExceptContext && (len(x.block.Unresolved) > 0 || x.block.Inferred) {
		x.doubt("a part of the location or server was not read")
	}
}

// takeHandler notes the directive in the block that handles the content.
func (x *exchange) takeHandler(b *nginx.Block) {
	if e, ok := b.First(append(nginx.PassNames(), nginx.AnswerNames()...)...); ok {
		x.pass, x.hasPass = e, true
		if e.Conditional {
			x.doubt("a template decides what the location does")
		}
	}
}

func (x *exchange) method() string {
	if x.request.Method == "" {
		return "GET"
	}
	return x.request.Method
}

// fromRewrite goes on from the location's own rewrites on.
func (x *exchange) fromRewrite() step {
	if x.location != nil {
		if how := x.rewrite(x.location.Block); how != goOn {
			return how
		}
		if x.changed {
			if x.changes--; x.changes == 0 {
				return x.fail(500)
			}
			return x.fromLocation()
		}
	}
	if how := x.access(); how != goOn {
		return how
	}
	if how := x.tryFiles(); how != goOn {
		return how
	}
	return x.content()
}

// redirect sends the request to another path inside nginx.
func (x *exchange) redirect(uri, args string) step {
	if x.changes--; x.changes == 0 {
		return x.fail(500)
	}
	if uri == "" {
		x.doubt("the path of an internal redirect is empty")
	}
	x.uri, x.args = uri, args
	x.internal, x.validUnparsed, x.addURI = true, false, false
	return restart
}

// toNamed sends the request to a named location.
func (x *exchange) toNamed(name string) step {
	if x.changes--; x.changes == 0 {
		return x.fail(500)
	}
	l, ok := x.server.Named(name)
	if !ok {
		if x.server.MayHold("location") {
			x.doubt("the named location is not there")
		}
		return x.fail(500)
	}
	x.internal, x.changed = true, false
	x.pass, x.hasPass = nginx.Entry{}, false
	x.enter(l)
	return rename
}
