package deploy

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"deploylint/internal/python"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A URLConf is a module of URLs as a tree: what urlpatterns holds, in order, as its text tells. It is not run.
type URLConf struct {
	Routes []*URLRoute
	// imports are the full names that the module and those that it includes import.
	imports map[string]bool
}

// A URLRoute is one entry of a URLconf.
type URLRoute struct {
	// Call is what makes it, as a dotted name: "django.urls.path", "django.conf.urls.static.static".
	Call string
	// Pattern is the route's own text, without those around it; Known is not set where it is no literal.
	Pattern string
	Known   bool
	// Regex is set for a regular expression: re_path() and url().
	Regex bool
	// View is the dotted name of the view as imported, or of the module that is included; "" where it is neither.
	View string
	// ViewSpan is the place of the view.
	ViewSpan source.Span
	// Name is what reverse() calls it.
	Name string
	// Include is set where the routes below the pattern are those of View, or Routes where they could be read.
	Include bool
	Routes  []*URLRoute
	// Localized is set inside i18n_patterns(): the language's code may stand before it.
	Localized bool
	// Conditional is set inside an if, a loop or a try: whether the route is there is not known.
	Conditional bool
	Span        source.Span
}

// A URLconf is read up to mostURLs routes, of which each module counts for urlsOfModule, and mostIncludes modules deep.
const (
	mostURLs     = 5000
	urlsOfModule = 25
	mostIncludes = 12
)

// ReadURLs reads the URLs of a module, which is given with its dotted name. Open returns the file of an included module, nil
// for one that is not in the repository; where it is nil itself, no module is followed.
func ReadURLs(f *source.File, module string, open func(module string) *source.File) *URLConf {
	left := mostURLs
	all := &URLConf{imports: map[string]bool{}}
	r := urlReader{open: open, left: &left, deep: mostIncludes, imports: all.imports}
	all.Routes = r.read(f, module)
	return all
}

// read returns the URLs of a module, which is read as r says.
func (r urlReader) read(f *source.File, module string) []*URLRoute {
	r.module, r.names, r.lists = python.Parse(f), map[string]string{}, map[string][]*URLRoute{}
	r.pkg = strings.Split(module, ".")
	if path.Base(f.Path) != "__init__.py" {
		r.pkg = r.pkg[:len(r.pkg)-1]
	}
	r.body(r.module.Body, false)
	return r.lists["urlpatterns"]
}

// A urlReader reads one module.
type urlReader struct {
	module  *python.Module
	open    func(string) *source.File
	left    *int
	deep    int
	imports map[string]bool        // of all modules
	pkg     []string               // the package that the module is in
	names   map[string]string      // what an imported name stands for
	lists   map[string][]*URLRoute // the routes in a variable
}

func (r *urlReader) body(body []python.Stmt, conditional bool) {
	for _, s := range body {
		switch s := s.(type) {
		case *python.Import:
			for _, n := range s.Names {
				r.imports[n.Name] = true
				if n.AsName != "" {
					r.names[n.AsName] = n.Name
					continue
				}
				top, _, _ := strings.Cut(n.Name, ".")
				r.names[top] = top
			}
		case *python.ImportFrom:
			for _, n := range s.Names {
				as := n.AsName
				if as == "" {
					as = n.Name
				}
				r.names[as] = r.from(s) + n.Name
				r.imports[r.names[as]] = true
			}
		case *python.Assign:
			for _, t := range s.Targets {
				r.assign(t, s.Value, conditional, false)
			}
		case *python.AnnAssign:
			r.assign(s.Target, s.Value, conditional, false)
		case *python.AugAssign:
			r.assign(s.Target, s.Value, conditional, true)
		case *python.ExprStmt:
			r.added(s.Value, conditional)
		case *python.If:
			r.body(s.Body, true)
			r.body(s.OrElse, true)
		case *python.Try:
			r.body(s.Body, true)
			for _, h := range s.Handlers {
				r.body(h.Body, true)
			}
			r.body(s.OrElse, true)
			r.body(s.Final, conditional)
		case *python.For:
			r.body(s.Body, true)
		case *python.With:
			r.body(s.Body, conditional)
		}
	}
}

// from is where an import takes its names from, with a dot behind it. A relative import that leaves the package keeps its dots.
func (r *urlReader) from(s *python.ImportFrom) string {
	from := strings.Repeat(".", s.Level)
	if up := len(r.pkg) - s.Level + 1; s.Level > 0 && up > 0 {
		from = strings.Join(r.pkg[:up], ".") + "."
	}
	if s.Module != "" {
		from += s.Module + "."
	}
	return from
}

func (r *urlReader) assign(target, v python.Expr, conditional, more bool) {
	name, ok := target.(*python.Name)
	if !ok || v == nil {
		return
	}
	routes := r.routes(v, conditional)
	if more || conditional {
		routes = slices.Concat(r.lists[name.ID], routes)
	}
	r.lists[name.ID] = routes
}

// added reads urlpatterns.append(path(…)), extend and insert.
func (r *urlReader) added(e python.Expr, conditional bool) {
	call, ok := e.(*python.Call)
	if !ok || len(call.Args) == 0 {
		return
	}
	method, ok := call.Func.(*python.Attribute)
	if !ok || !slices.Contains([]string{"append", "extend", "insert"}, method.Attr) {
		return
	}
	if list, ok := method.Value.(*python.Name); ok {
		routes := r.routes(call.Args[len(call.Args)-1], conditional)
		if method.Attr == "insert" {
			r.lists[list.ID] = slices.Concat(routes, r.lists[list.ID])
			return
		}
		r.lists[list.ID] = slices.Concat(r.lists[list.ID], routes)
	}
}

// routes returns the routes that an expression holds.
func (r *urlReader) routes(e python.Expr, conditional bool) []*URLRoute {
	var all []*URLRoute
	switch e := e.(type) {
	case *python.ListExpr:
		for _, x := range e.Elts {
			all = append(all, r.routes(x, conditional)...)
		}
	case *python.TupleExpr:
		for _, x := range e.Elts {
			all = append(all, r.routes(x, conditional)...)
		}
	case *python.Starred:
		return r.routes(e.Value, conditional)
	case *python.BinOp:
		return append(r.routes(e.Left, conditional), r.routes(e.Right, conditional)...)
	case *python.IfExp:
		return append(r.routes(e.Body, true), r.routes(e.OrElse, true)...)
	case *python.Name:
		for _, known := range r.lists[e.ID] {
			if *r.left--; *r.left < 0 {
				break
			}
			again := *known
			again.Conditional = known.Conditional || conditional
			all = append(all, &again)
		}
	case *python.Call:
		return r.call(e, conditional)
	}
	return all
}

func (r *urlReader) call(c *python.Call, conditional bool) []*URLRoute {
	name := r.dotted(c.Func)
	last := name[strings.LastIndexByte(name, '.')+1:]
	switch {
	case slices.Contains([]string{"i18n_patterns", "patterns", "format_suffix_patterns"}, last):
		var all []*URLRoute
		for _, a := range c.Args {
			all = append(all, r.routes(a, conditional)...)
		}
		for _, one := range all {
			one.Localized = one.Localized || last == "i18n_patterns"
		}
		return all
	case *r.left <= 0 || !slices.Contains([]string{"path", "re_path", "url", "static"}, last):
		return nil
	}
	*r.left--
	route := &URLRoute{Call: name, Regex: last == "re_path" || last == "url", Conditional: conditional, Span: r.module.Span(c)}
	route.Pattern, route.Known = literal(argument(c, 0, map[bool]string{true: "regex", false: "route"}[last == "url"]))
	if last == "static" {
		route.Pattern, route.View, route.Conditional = strings.TrimPrefix(route.Pattern, "/"), "django.views.static.serve", true // with DEBUG only
		return []*URLRoute{route}
	}
	route.Name, _ = literal(argument(c, 3, "name"))
	if view := argument(c, 1, "view"); view != nil {
		r.view(route, view)
	}
	return []*URLRoute{route}
}

// view reads what a route leads to.
func (r *urlReader) view(route *URLRoute, view python.Expr) {
	route.ViewSpan = r.module.Span(view)
	if text, ok := literal(view); ok { // Django before 1.10 imports it
		route.View = text
		return
	}
	c, ok := view.(*python.Call)
	if !ok {
		route.View = r.dotted(view)
		route.Include = route.View == "django.contrib.admin.site.urls"
		return
	}
	name := r.dotted(c.Func)
	if name != "include" && !strings.HasSuffix(name, ".include") {
		route.View = strings.TrimSuffix(name, ".as_view")
		return
	}
	route.Include = true
	target := argument(c, 0, "arg")
	if pair, ok := target.(*python.TupleExpr); ok && len(pair.Elts) == 2 {
		target = pair.Elts[0]
	}
	if target == nil {
		return
	}
	module, ok := literal(target)
	if !ok {
		module, route.Routes = r.dotted(target), r.routes(target, route.Conditional)
	}
	route.View = module
	if !ok && !r.imported(target) {
		return
	}
	if r.open == nil || r.deep <= 0 || *r.left <= 0 {
		return
	}
	*r.left -= urlsOfModule
	if f := r.open(module); f != nil {
		inner := *r
		inner.deep--
		route.Routes = inner.read(f, module)
		for _, one := range route.Routes {
			one.Conditional = one.Conditional || route.Conditional
		}
	}
}

// imported reports whether an expression is a name that the module imports, or one in it.
func (r *urlReader) imported(e python.Expr) bool {
	for {
		switch x := e.(type) {
		case *python.Attribute:
			e = x.Value
		case *python.Name:
			_, is := r.names[x.ID]
			return is && len(r.lists[x.ID]) == 0
		default:
			return false
		}
	}
}

// dotted returns the full name of what an expression names, as imported; "" for anything else.
func (r *urlReader) dotted(e python.Expr) string {
	switch e := e.(type) {
	case *python.Name:
		if full, ok := r.names[e.ID]; ok {
			return full
		}
		return e.ID
	case *python.Attribute:
		if outer := r.dotted(e.Value); outer != "" {
			return outer + "." + e.Attr
		}
	}
	return ""
}

// argument returns an argument of a call, by its place or its name; nil where it is not given.
func argument(c *python.Call, at int, name string) python.Expr {
	if at < len(c.Args) {
		return c.Args[at]
	}
	for _, k := range c.Keywords {
		if k.Name == name {
			return k.Value
		}
	}
	return nil
}

func literal(e python.Expr) (string, bool) {
	c, ok := e.(*python.Constant)
	if !ok || c.Kind != python.ConstStr {
		return "", false
	}
	return c.Text, true
}

// Imports reports whether the module, or one that it includes, imports a module or a name in it.
func (u *URLConf) Imports(module string) bool {
	if u == nil {
		return false
	}
	for name := range u.imports {
		if name == module || strings.HasPrefix(name, module+".") {
			return true
		}
	}
	return false
}

// Find returns the first route that is meant; nil where there is none.
func (u *URLConf) Find(is func(*URLRoute) bool) *URLRoute {
	var found *URLRoute
	u.Each(func(r *URLRoute) {
		if found == nil && is(r) {
			found = r
		}
	})
	return found
}

// Each calls visit for the routes, the outer ones first. A list that is included in several places is visited in each, up
// to mostURLs in all.
func (u *URLConf) Each(visit func(*URLRoute)) {
	if u == nil {
		return
	}
	left := mostURLs
	eachRoute(u.Routes, &left, visit)
}

func eachRoute(routes []*URLRoute, left *int, visit func(*URLRoute)) {
	for _, r := range routes {
		if *left--; *left < 0 {
			return
		}
		visit(r)
		eachRoute(r.Routes, left, visit)
	}
}

// Match returns the route that answers a path, which begins with a slash. It is undecided where a route before it may
// answer as well, or where an included module is not known; the route is the one that leaves it open.
func (u *URLConf) Match(path string) (*URLRoute, value.Tri) {
	left := mostURLs
	return matchRoutes(u.Routes, strings.TrimPrefix(path, "/"), &left)
}

func matchRoutes(routes []*URLRoute, path string, left *int) (*URLRoute, value.Tri) {
	for _, r := range routes {
		if *left--; *left < 0 {
			return r, value.Undecided
		}
		rest, matches := r.matches(path)
		if _, behind, coded := strings.Cut(path, "/"); matches == value.False && r.Localized && coded {
			rest, matches = r.matches(behind) // behind the language's code
		}
		if matches == value.False {
			continue
		}
		if matches == value.Undecided || r.Conditional || r.Localized || r.Include && len(r.Routes) == 0 {
			return r, value.Undecided
		}
		if !r.Include {
			return r, value.True
		}
		if inner, found := matchRoutes(r.Routes, rest, left); found != value.False {
			return inner, found
		}
	}
	return nil, value.False
}

var routeConverter = regexp.MustCompile(`<(?:(\w+):)?\w+>`)

// matches reports whether the route's own pattern fits the begin of a path, or all of it where nothing is included, and
// what is left of the path behind it.
func (r *URLRoute) matches(path string) (rest string, matches value.Tri) {
	if !r.Known {
		return "", value.Undecided
	}
	expr := r.Pattern
	if !r.Regex {
		expr = "^"
		from := 0
		for _, m := range routeConverter.FindAllStringSubmatchIndex(r.Pattern, -1) {
			kind := "str"
			if m[2] >= 0 {
				kind = r.Pattern[m[2]:m[3]]
			}
			one, ok := map[string]string{"str": `[^/]+`, "int": `[0-9]+`, "slug": `[-a-zA-Z0-9_]+`, "uuid": `[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}`, "path": `.+`}[kind]
			if !ok {
				return "", value.Undecided // a converter of the project's own
			}
			expr += regexp.QuoteMeta(r.Pattern[from:m[0]]) + one
			from = m[1]
		}
		expr += regexp.QuoteMeta(r.Pattern[from:])
		if !r.Include && !strings.HasSuffix(r.Call, "static") {
			expr += `$`
		}
	}
	re, err := regexp.Compile(expr)
	if err != nil {
		return "", value.Undecided // what Go's expressions lack
	}
	at := re.FindStringIndex(path)
	if at == nil {
		return "", value.False
	}
	return path[at[1]:], value.True
}
