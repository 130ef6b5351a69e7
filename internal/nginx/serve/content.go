package serve

import (
	"net/netip"
	"strconv"
	"strings"

	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// access asks who may have the reply (ngx_http_access_module, ngx_http_auth_basic_module).
func (x *exchange) access() step {
	rules, complete := x.block.AllInEffect("allow", "deny")
	if !complete {
		x.doubt("who may have access is not certain")
	}
	allowed := x.allows(rules)
	if allowed == value.Undecided {
		x.doubt("who may have access depends on the client's address")
	}
	for _, name := range []string{"auth_basic", "auth_request", "auth_jwt"} {
		e, found := x.block.InEffect(name)
		if found == value.False || found == value.True && e.Arg(0).Text == "off" {
			continue
		}
		x.doubt("the reply depends on the client's password")
	}
	if allowed == value.False {
		return x.fail(403)
	}
	return goOn
}

// allows goes through the rules; the first that fits the client decides.
func (x *exchange) allows(rules []nginx.Entry) value.Tri {
	for _, e := range rules {
		verdict := value.TriOf(e.Is("allow"))
		who := e.Arg(0).Text
		if who == "all" {
			return verdict
		}
		client, err := netip.ParseAddr(x.request.Remote)
		if err != nil || x.request.Unix != "" || who == "unix:" {
			return value.Undecided
		}
		if !strings.Contains(who, "/") {
			who += "/" + strconv.Itoa(map[bool]int{true: 32, false: 128}[!strings.Contains(who, ":")])
		}
		network, err := netip.ParsePrefix(who)
		if err != nil {
			return value.Undecided
		}
		if network.Contains(client) {
			return verdict
		}
	}
	return value.True
}

// tryFiles goes through try_files (ngx_http_try_files_handler).
func (x *exchange) tryFiles() step {
	e, ok := x.block.First("try_files")
	if !ok || len(e.Args) < 2 {
		return goOn
	}
	if e.Conditional || e.Hole() {
		x.doubt("try_files is not certain")
	}
	root, alias, known := x.root()
	if alias > 0 && !x.validLocation {
		return x.fail(500)
	}
	last := len(e.Args) - 1
	for i, w := range e.Args {
		if code, ok := strings.CutPrefix(w.Text, "="); ok && i == last {
			status, _ := strconv.Atoi(code)
			return x.fail(status)
		}
		parameter, folder := w.Text, false
		if i < last {
			parameter, folder = strings.CutSuffix(parameter, "/")
		}
		name, ok := x.text(parameter)
		if alias > 0 && alias <= len(x.uri) && strings.Contains(parameter, "$") && strings.HasPrefix(name, x.uri[:alias]) {
			name = name[alias:]
		}
		known = known && ok
		if i == last {
			if strings.HasPrefix(name, "@") {
				return x.toNamed(name)
			}
			uri, args, _ := strings.Cut(name, "?")
			if !ok {
				x.doubt("where try_files leads to is not known")
			}
			return x.redirect(uri, args)
		}
		kind := FileNotKnown
		if known {
			kind = x.world.stat(root + name)
		}
		switch {
		case kind == FileNotKnown:
			x.doubt("try_files depends on files that are not known")
			x.reply.File = root + name
		case kind == RegularFile && !folder, kind == Folder && folder:
			x.take(name, alias, folder)
			return goOn
		}
	}
	return goOn
}

// take has the file that try_files found serve the request.
func (x *exchange) take(name string, alias int, folder bool) {
	switch alias {
	case 0:
		x.uri = name
	case fromPattern:
		if !folder {
			x.uri, x.addURI = name, true
		}
	default:
		x.uri = x.uri[:alias] + name
	}
}

// content makes the reply.
func (x *exchange) content() step {
	x.reply.By = x.pass
	switch {
	case x.hasPass && x.pass.Is("proxy_pass"):
		return x.proxy()
	case x.hasPass && x.pass.Is(nginx.PassNames()...):
		x.reply.Handler, x.reply.Status = nginx.Proxies, x.errStatus
		return x.finish()
	case x.hasPass:
		x.reply.Handler = nginx.Answers
		x.doubt("what the module answers is not modelled")
		return done
	}
	x.reply.Handler = nginx.ServesFiles
	switch x.method() {
	case "GET", "HEAD", "POST":
	default:
		return x.fail(405)
	}
	if strings.HasSuffix(x.uri, "/") {
		if how := x.index(); how != declined {
			return how
		}
		return x.fail(403)
	}
	return x.static()
}

// static serves a file (ngx_http_static_handler).
func (x *exchange) static() step {
	_, alias, _ := x.root()
	if alias > 0 && !x.validLocation {
		return x.fail(500)
	}
	path, known := x.path()
	if !known {
		x.doubt("where the file is is not known")
		return x.finish()
	}
	x.reply.File = path
	switch kind := x.world.stat(path); {
	case kind == Folder:
		x.reply.Redirect = escapeURI(x.uri, false) + "/" + withArgs(x.args)
		return x.fail(301)
	case kind == RegularFile && x.method() == "POST":
		return x.fail(405)
	case kind == RegularFile:
		return x.sent()
	case kind == FileNotKnown:
		if x.world.Stat != nil {
			x.doubt("whether the file is there is not known")
		}
		return x.finish()
	default:
		return x.fail(404)
	}
}

// sent completes the reply with a file.
func (x *exchange) sent() step {
	x.reply.Status = 200
	if x.errStatus != 0 {
		x.reply.Status = x.errStatus
	}
	return x.finish()
}

// index looks for the index of a folder (ngx_http_index_handler, ngx_http_autoindex_handler).
func (x *exchange) index() step {
	names := []string{"index.html"}
	if es, complete := x.block.AllInEffect("index"); len(es) > 0 || !complete {
		if !complete {
			x.doubt("the index is not certain")
		}
		names = nil
		for _, e := range es {
			for _, w := range e.Args {
				names = append(names, w.Text)
			}
		}
	}
	tested := false
	for _, parameter := range names {
		name, ok := x.text(parameter)
		if strings.HasPrefix(name, "/") && ok {
			return x.redirect(name, x.args)
		}
		_, alias, _ := x.root()
		if alias > 0 && !x.validLocation {
			return x.fail(500)
		}
		folder, known := x.path()
		kind := FileNotKnown
		if known && ok {
			kind = x.world.stat(folder + name)
		}
		switch kind {
		case RegularFile, Folder:
			return x.redirect(x.uri+name, x.args)
		case NotAFolder:
			return x.fail(404)
		case FileNotKnown:
			x.doubt("whether the folder has an index is not known")
			x.reply.File = folder
			return x.finish()
		case NoFile:
		}
		if !tested {
			tested = true
			switch x.world.stat(folder) {
			case NoFile:
				return x.fail(404)
			case RegularFile, NotAFolder:
				return x.fail(500)
			default:
			}
		}
	}
	if e, found := x.block.InEffect("autoindex"); found == value.True && e.Arg(0).Text == "on" {
		path, _ := x.path()
		x.reply.File = path
		// The slash at the end is dropped, or what stands there where an alias has none.
		switch x.world.stat(path[:max(len(path)-1, 1)]) {
		case NoFile, RegularFile, NotAFolder:
			return x.fail(404)
		default:
			return x.sent()
		}
	}
	return declined
}

// proxy hands the request on (ngx_http_proxy_create_request).
func (x *exchange) proxy() step {
	x.reply.Handler, x.reply.Status = nginx.Proxies, x.errStatus
	parameter := x.pass.Arg(0).Text
	url, known := x.text(parameter)
	if !known || x.pass.Arg(0).Hole {
		x.doubt("where the request is handed to is not known")
	}
	_, rest, _ := strings.Cut(url, "://")
	part := ""
	if unix, ok := strings.CutPrefix(rest, "unix:"); ok {
		if _, uri, ok := strings.Cut(unix, ":"); ok {
			part = uri
		}
	} else if i := strings.IndexAny(rest, "/?"); i >= 0 {
		part = rest[i:]
	}
	if strings.HasPrefix(part, "?") {
		part = "/" + part
	}
	switch {
	case part != "" && strings.Contains(parameter, "$"):
		x.reply.URI = part
	case part == "" && x.validUnparsed:
		x.reply.URI = x.unparsed
	default:
		x.reply.URI = x.replaced(part) + withArgs(x.args)
	}
	x.reply.Upstream = x.proxyHeaders()
	return x.finish()
}

// replaced returns the path with the location's own replaced by the one of proxy_pass, if it has one.
func (x *exchange) replaced(part string) string {
	cut := 0
	if part != "" && x.validLocation && x.location != nil {
		cut = min(len(x.location.Path), len(x.uri))
	}
	path := x.uri[cut:]
	if x.quoted || x.internal {
		path = escapeURI(path, false)
	}
	if x.validLocation {
		path = part + path
	}
	return path
}
