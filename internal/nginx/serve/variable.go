package serve

import (
	"slices"
	"strconv"
	"strings"

	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// variable returns the value of a variable, given without "$". It is not known where it depends on what nobody said about
// the request, or on a module that is not modelled.
func (x *exchange) variable(name string) (found string, known bool) {
	name = strings.ToLower(name)
	if t, ok := x.variables[name]; ok {
		return t.value, t.known
	}
	if found, known, ok := x.ofRequest(name); ok {
		return found, known
	}
	if found, known, ok := x.ofPath(name); ok {
		return found, known
	}
	if found, known, ok := x.lookup(name); ok {
		return found, known
	}
	return "", maySet(x.config, name)
}

// maySet reports whether a set or a named capture makes the variable, which is empty where they did not come to it.
func maySet(c *nginx.Config, name string) bool {
	found := false
	c.Walk(func(e nginx.Entry) bool {
		found = found || e.Is("set") && strings.EqualFold(strings.TrimPrefix(e.Arg(0).Text, "$"), name)
		if e.Is("server_name", "location", "rewrite", "if") {
			for _, w := range e.Args {
				found = found || strings.Contains(w.Text, "<"+name+">")
			}
		}
		return !found
	})
	return found
}

// ofRequest returns the variables that come from the client.
func (x *exchange) ofRequest(name string) (found string, known, ok bool) {
	switch name {
	case "host":
		return x.host, true, true
	case "scheme":
		if x.request.TLS {
			return "https", true, true
		}
		return "http", true, true
	case "https":
		if x.request.TLS {
			return "on", true, true
		}
		return "", true, true
	case "request_method":
		return x.method(), true, true
	case "remote_addr":
		return x.request.Remote, x.request.Remote != "", true
	case "server_port":
		if x.request.Unix != "" {
			return "", true, true
		}
		return strconv.Itoa(x.request.Port), true, true
	case "server_protocol":
		return "HTTP/1.1", true, true
	case "proxy_add_x_forwarded_for":
		forwarded, sent := x.header("X-Forwarded-For")
		if sent {
			forwarded += ", "
		}
		return forwarded + x.request.Remote, x.request.Remote != "", true
	case "http_host":
		return x.request.Host, true, true
	}
	if rest, is := strings.CutPrefix(name, "http_"); is {
		found, _ = x.header(strings.ReplaceAll(rest, "_", "-"))
		return found, true, true
	}
	if rest, is := strings.CutPrefix(name, "arg_"); is {
		for pair := range strings.SplitSeq(x.args, "&") {
			if key, value, has := strings.Cut(pair, "="); has && strings.EqualFold(key, rest) {
				return value, true, true
			}
		}
		return "", true, true
	}
	if rest, is := strings.CutPrefix(name, "cookie_"); is {
		return x.cookie(rest), true, true
	}
	return "", false, false
}

// cookie returns a cookie of the request.
func (x *exchange) cookie(name string) string {
	for _, f := range x.request.Header {
		if !strings.EqualFold(f.Name, "Cookie") {
			continue
		}
		for pair := range strings.SplitSeq(f.Value, ";") {
			if key, value, has := strings.Cut(strings.TrimSpace(pair), "="); has && strings.EqualFold(key, name) {
				return value
			}
		}
	}
	return ""
}

// header returns a header of the request; of several the values with commas between them where nginx does so.
func (x *exchange) header(name string) (found string, sent bool) {
	var values []string
	for _, f := range x.request.Header {
		if strings.EqualFold(f.Name, name) {
			values = append(values, f.Value)
		}
	}
	return strings.Join(values, ", "), len(values) > 0
}

// ofPath returns the variables that depend on the path and what serves it.
func (x *exchange) ofPath(name string) (found string, known, ok bool) {
	switch name {
	case "uri", "document_uri":
		return x.uri, true, true
	case "request_uri":
		return x.unparsed, true, true
	case "args", "query_string":
		return x.args, true, true
	case "is_args":
		if x.args != "" {
			return "?", true, true
		}
		return "", true, true
	case "server_name":
		return x.serverName(), true, true
	case "proxy_host":
		found, known = x.proxyHost()
		return found, known, true
	case "proxy_port":
		t := nginx.NewTarget(x.pass)
		return strconv.Itoa(t.Address.Port), x.hasPass && !t.Address.Hole && t.Address.Port > 0, true
	case "document_root":
		root, _, ok := x.root()
		return root, ok, true
	case "request_filename":
		path, ok := x.path()
		return path, ok, true
	}
	return "", false, false
}

// serverName returns $server_name: the first name.
func (x *exchange) serverName() string {
	if len(x.server.Names) == 0 {
		return ""
	}
	name := strings.TrimPrefix(x.server.Names[0].Text, ".")
	if x.server.Names[0].Kind == nginx.RegexName {
		name = x.server.Names[0].Text
	}
	return strings.ToLower(name)
}

// proxyHost returns $proxy_host: the name in proxy_pass, with the port where it is not the usual one.
func (x *exchange) proxyHost() (host string, known bool) {
	if !x.hasPass || !x.pass.Is("proxy_pass") {
		return "", false
	}
	url, ok := x.text(x.pass.Arg(0).Text)
	scheme, rest, found := strings.Cut(url, "://")
	if !ok || !found || x.pass.Hole() {
		return "", false
	}
	if strings.HasPrefix(rest, "unix:") {
		return "localhost", true
	}
	if end := strings.IndexAny(rest, "/?"); end >= 0 {
		rest = rest[:end]
	}
	port := ":80"
	if strings.EqualFold(scheme, "https") {
		port = ":443"
	}
	return strings.TrimSuffix(rest, port), true
}

// fromPattern is the alias of a location with a pattern, which replaces all of the path.
const fromPattern = 1 << 30

// root returns the root or alias in effect as nginx has it, and how much of the path the alias replaces: 0 for a root, all
// for an alias in a location with a pattern.
func (x *exchange) root() (root string, alias int, known bool) {
	e, found := x.block.RootInEffect()
	if found == value.Undecided || e.Directive != nil && e.Arg(0).Hole {
		return "", 0, false
	}
	if e.Directive == nil {
		if x.world.Prefix == "" {
			return "", 0, false
		}
		return strings.TrimSuffix(x.world.Prefix, "/") + "/html", 0, true
	}
	parameter := e.Arg(0).Text
	if e.Is("root") {
		parameter = strings.TrimSuffix(parameter, "/")
	} else {
		holder := x.location
		for holder != nil && holder.Block != e.Outer {
			holder = holder.Outer
		}
		switch {
		case holder == nil:
			return "", 0, false
		case holder.IsRegex():
			alias = fromPattern
		default:
			alias = len(holder.Path)
		}
	}
	root, known = x.text(parameter)
	if known && !strings.HasPrefix(root, "/") {
		if x.world.Prefix == "" {
			return "", alias, false
		}
		root = strings.TrimSuffix(x.world.Prefix, "/") + "/" + root
	}
	return root, alias, known
}

// path returns the file for the request's path, as ngx_http_map_uri_to_path does.
func (x *exchange) path() (path string, known bool) {
	root, alias, known := x.root()
	switch {
	case !known:
		return "", false
	case alias == 0:
		return root + x.uri, true
	case !x.validLocation || x.changed: // an alias is of no use for another path
		return "", true
	case alias == fromPattern:
		if x.addURI {
			return root + x.uri, true
		}
		return root, true
	}
	if alias > len(x.uri) {
		return "", false // nginx reads what is no part of the path
	}
	return root + x.uri[alias:], true
}

// proxyHeaders returns the headers that the backend gets, in order: those that are set, then the client's.
func (x *exchange) proxyHeaders() []Field {
	headers := x.block.Headers("proxy_set_header")
	if !headers.Complete {
		x.doubt("the headers for the backend are not certain")
	}
	var fields []Field
	var set []string
	add := func(name, parameter string) {
		set = append(set, strings.ToLower(name))
		if value, ok := x.text(parameter); value != "" || !ok {
			fields = append(fields, Field{Name: name, Value: value, Known: ok})
		}
	}
	for _, h := range headers.List {
		add(h.Name.Text, h.Value.Text)
	}
	// ngx_http_proxy_headers
	for _, byDefault := range [][2]string{
		{"Host", "$proxy_host"},
		{"Connection", "close"},
		{"Content-Length", ""},
		{"Transfer-Encoding", ""},
		{"TE", ""},
		{"Keep-Alive", ""},
		{"Expect", ""},
		{"Upgrade", ""},
	} {
		if !slices.Contains(set, strings.ToLower(byDefault[0])) {
			add(byDefault[0], byDefault[1])
		}
	}
	if e, found := x.block.InEffect("proxy_pass_request_headers"); found == value.True && e.Arg(0).Text == "off" {
		return fields
	}
	underscores := false
	if e, found := x.server.InEffect("underscores_in_headers"); found == value.True {
		underscores = e.Arg(0).Text == "on"
	}
	for _, f := range append([]Field{{Name: "Host", Value: x.request.Host, Known: true}}, x.request.Header...) {
		if !slices.Contains(set, strings.ToLower(f.Name)) && (underscores || !strings.Contains(f.Name, "_")) {
			f.Known = true
			fields = append(fields, f)
		}
	}
	return fields
}
