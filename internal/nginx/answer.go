package nginx

import (
	"slices"
	"strings"

	"deploylint/internal/nginx/pcre"
	"deploylint/internal/nginx/syntax"
	"deploylint/internal/value"
)

// Handler is what a location or server does with the requests that it answers.
type Handler uint8

// The handlers.
const (
	// ServesFiles is nginx's own: it sends files.
	ServesFiles Handler = iota
	// Proxies hands the request to another server: proxy_pass, uwsgi_pass and their kin.
	Proxies
	// Returns answers with a status or redirect of its own.
	Returns
	// Answers is another handler: stub_status, js_content, Lua.
	Answers
	// NotKnown is that of a location which was not read as a whole.
	NotKnown
)

// String returns the handler's name.
func (h Handler) String() string {
	return [...]string{
		ServesFiles: "serves files", Proxies: "proxies", Returns: "returns", Answers: "answers", NotKnown: "not known",
	}[h]
}

// PassNames returns the directives that hand a request to another server.
func PassNames() []string {
	return []string{"proxy_pass", "uwsgi_pass", "fastcgi_pass", "scgi_pass", "grpc_pass"}
}

// AnswerNames returns the directives that make nginx answer by a module of its own.
func AnswerNames() []string {
	return []string{
		"stub_status", "js_content", "perl", "empty_gif", "memcached_pass", "content_by_lua", "content_by_lua_block",
		"content_by_lua_file", "status", "api", "flv", "mp4",
	}
}

// proxies reports whether the block itself hands requests on.
func (b *Block) proxies() bool {
	_, ok := b.First(PassNames()...)
	return ok
}

// Handler returns what the block, a location or server, does with requests, and the directive that decides it; a zero
// Entry where nginx's own handler is at work. What its if blocks do in place of it is left out.
func (b *Block) Handler() (Handler, Entry) {
	if e, ok := b.First("return"); ok && !e.Conditional {
		return Returns, e
	}
	if e, ok := b.First(PassNames()...); ok {
		return Proxies, e
	}
	for _, e := range b.Entries {
		if e.Is("rewrite") && !e.Conditional && redirects(e.Directive) && matchesAll(e.Arg(0).Text) {
			return Returns, e
		}
		if e.Is(AnswerNames()...) || e.Is("dav_methods") {
			return Answers, e
		}
	}
	if slices.ContainsFunc(append(PassNames(), "return"), b.MayHold) {
		return NotKnown, Entry{}
	}
	return ServesFiles, Entry{}
}

// redirects reports whether a rewrite ends in a redirect to the client.
func redirects(d *syntax.Directive) bool { return RedirectsTo(d.Arg(1).Text, d.Arg(2).Text) }

// RedirectsTo reports whether a rewrite to that target, with that flag, sends the client elsewhere.
func RedirectsTo(to, flag string) bool {
	return flag == "redirect" || flag == "permanent" || strings.HasPrefix(to, "http://") || strings.HasPrefix(to, "https://") ||
		strings.HasPrefix(to, "$scheme")
}

// matchesAll reports whether a rewrite's pattern matches every path.
func matchesAll(pattern string) bool {
	switch pattern {
	case "^", "/", "^/", ".*", "^.*", "^.*$", "(.*)", "^(.*)", "^(.*)$", "^/(.*)", "^/(.*)$", "^/.*$", "^(/.*)$", "^/?(.*)$", "^.+$", "^(.+)$":
		return true
	default:
		return false
	}
}

// An Answer is what a server does with the requests to one path.
type Answer struct {
	Match
	// Handler says what the location does, or the server where there is no location.
	Handler Handler
	// By is the directive that decides it, zero where ServesFiles is.
	By Entry
	// Root is the root or alias in effect where files are served; zero where there is none, so that nginx takes the folder
	// html beside its own configuration.
	Root Entry
	// File is the path on the server of the file that is served, where FileKnown.
	File      string
	FileKnown bool
	// Fallback is the named location that answers where the file is not there (try_files $uri @app), nil where there is none.
	Fallback *Location
}

// Answer returns what the server does with requests to path, which must be normal, as for LocationFor.
func (s *Server) Answer(path string) Answer {
	if h, e := s.Handler(); h == Returns {
		return Answer{Match: Match{Sure: !s.MayHold("return")}, Handler: h, By: e}
	}
	a := Answer{Match: s.LocationFor(path)}
	if a.Redirect {
		a.Handler = Returns
		return a
	}
	b := a.block(s)
	a.Handler, a.By = b.Handler()
	if a.Handler != ServesFiles {
		return a
	}
	var found value.Tri
	if a.Root, a.File, found = b.file(a.Location, path); found == value.True {
		a.FileKnown = true
	} else {
		a.File = ""
	}
	if e, ok := b.First("try_files"); ok && len(e.Args) > 1 {
		if l, ok := s.Named(e.Args[len(e.Args)-1].Text); ok {
			a.Fallback = l
		}
		if first := e.Arg(0); first.Text != "$uri" {
			a.FileKnown, a.File = false, ""
		}
	}
	return a
}

// RootInEffect returns the root or alias in effect in the block, the nearest of either. An alias is inherited by the
// locations in its own one.
func (b *Block) RootInEffect() (e Entry, found value.Tri) {
	found = value.False
	for ; b != nil; b = b.Parent {
		if all := b.All("root", "alias"); len(all) > 0 {
			e = all[len(all)-1]
			if found == value.False && !e.Conditional {
				return e, value.True
			}
			return e, value.Undecided
		}
		if b.MayHold("root") {
			found = value.Undecided
		}
	}
	return Entry{}, found
}

// file returns where the file for path is on the server.
func (b *Block) file(l *Location, path string) (root Entry, file string, found value.Tri) {
	root, found = b.RootInEffect()
	if root.Directive == nil || found != value.True {
		return root, "", found
	}
	text, ok := root.Value()
	if root.Is("root") {
		return root, strings.TrimSuffix(text, "/") + path, value.TriOf(ok).Or(value.Undecided)
	}
	// The location that holds the alias counts, which may be one around l.
	captured := true
	for l != nil && l.Block != root.Outer {
		captured = captured && !l.IsRegex() // a pattern in it has replaced the captures
		l = l.Outer
	}
	switch {
	case l == nil || root.Arg(0).Hole:
		return root, "", value.Undecided
	case l.IsRegex():
		if text, ok = expandCaptures(l.regex, root.Arg(0).Text, path); ok && captured {
			return root, text, value.True
		}
	case ok && strings.HasPrefix(path, l.Path):
		return root, text + path[len(l.Path):], value.True
	}
	return root, "", value.Undecided
}

// expandCaptures replaces the captures ($1, $name) in a parameter by those of the match in text. It fails where the
// parameter holds another variable, or text does not match.
func expandCaptures(m *pcre.Matcher, parameter, text string) (expanded string, ok bool) {
	captures, found := m.Find(text)
	if found != value.True || captures == nil {
		return "", false
	}
	ok = true
	expanded = syntax.ReplaceVariables(parameter, func(name string) string {
		i := slices.Index(m.Names(), name)
		if name[0] >= '1' && name[0] <= '9' {
			i = int(name[0] - '0')
		}
		if i < 0 || i >= len(captures) {
			ok = false
			return ""
		}
		return captures[i]
	})
	return expanded, ok
}

// Folder returns the folder or file that the location serves from: its alias, or root and its path. e is the directive
// that says so. It is not known for regular expressions with an alias, and where a variable or template has a part in it.
func (l *Location) Folder() (folder string, e Entry, known bool) {
	e, found := l.RootInEffect()
	if found != value.True {
		return "", e, false
	}
	text, ok := e.Value()
	switch {
	case !ok || l.PathWord.Hole || l.Inferred:
		return "", e, false
	case e.Is("root") && (l.IsRegex() || l.IsNamed()):
		return text, e, true
	case e.Is("root"):
		return strings.TrimSuffix(text, "/") + l.Path, e, true
	}
	holder := l
	for holder != nil && holder.Block != e.Outer {
		holder = holder.Outer
	}
	if holder == nil || holder.IsRegex() {
		return "", e, false
	}
	if holder == l || l.IsRegex() {
		return text, e, true
	}
	rest, ok := strings.CutPrefix(l.Path, holder.Path)
	return text + rest, e, ok
}

// Slashes is how the path of a location and its alias end.
type Slashes uint8

// The endings.
const (
	// NoAlias: the location has no alias of its own, or is not one that matches by prefix.
	NoAlias Slashes = iota
	// BothSlashes: location /a/ { alias /b/; }, as it should be.
	BothSlashes
	// NeitherSlash: location /a { alias /b; } also serves /b-other to /a-other.
	NeitherSlash
	// AliasSlash: location /a { alias /b/; } serves /b/../x to /a../x.
	AliasSlash
	// LocationSlash: location /a/ { alias /b; } serves /bx to /a/x, so nothing at all.
	LocationSlash
	// SlashesNotKnown: the alias ends in a variable or a template's value.
	SlashesNotKnown
)

// Slashes returns how the location's path and its own alias end, and the alias.
func (l *Location) Slashes() (Slashes, Entry) {
	e, ok := l.First("alias")
	if !ok || !l.IsPrefix() {
		return NoAlias, Entry{}
	}
	alias := e.Arg(0)
	slash := strings.HasSuffix(alias.Text, "/")
	if l.PathWord.Hole || alias.Hole && !slash || !slash && strings.Contains(lastPart(alias.Text), "$") {
		return SlashesNotKnown, e
	}
	switch {
	case slash && strings.HasSuffix(l.Path, "/"):
		return BothSlashes, e
	case slash:
		return AliasSlash, e
	case strings.HasSuffix(l.Path, "/"):
		return LocationSlash, e
	default:
		return NeitherSlash, e
	}
}

func lastPart(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }
