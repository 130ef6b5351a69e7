package pyeval

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/python"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// pathLib tells the libraries of path objects apart.
type pathLib uint8

const (
	pathPathlib pathLib = iota
	// pathEnviron is environ.Path of django-environ.
	pathEnviron
	// pathUnipath is unipath.Path, a subclass of str.
	pathUnipath
)

func pathlibLibrary() library {
	return library{
		modules: "pathlib",
		member:  pathlibMember,
		all:     []exports{{"pathlib", "Path PurePath PosixPath"}},
	}
}

func unipathLibrary() library {
	return library{
		modules: "unipath",
		member: func(_ *evaluator, _, name string) (val, bool) {
			return pathClass(pathUnipath), name == "Path" || name == "FSPath"
		},
	}
}

func pathlibMember(_ *evaluator, _, name string) (val, bool) {
	switch name {
	case "Path", "PurePath", "PosixPath", "PurePosixPath":
		return pathClass(pathPathlib), true
	}
	return val{}, false
}

func pathClass(lib pathLib) val {
	n := &nativeObj{name: "pathlib.Path", strict: true}
	switch lib {
	case pathEnviron:
		n.name = "environ.Path"
	case pathUnipath:
		n.name = "unipath.Path"
	default:
	}
	n.call = func(ev *evaluator, c *call) val {
		out, bad, ok := joinPaths(c.args)
		if !ok {
			return ev.badPath(bad, c)
		}
		if lib == pathEnviron {
			if !isAbsolute(out) {
				return notKnown(value.Host, value.DependsOn("the folder that the process runs in"))
			}
			out = normalize(out)
		}
		return ofPath(lib, out)
	}
	n.attrs = func(_ *evaluator, name string) (val, bool) {
		if name == "cwd" || name == "home" {
			return native(n.name+"."+name, func(*evaluator, *call) val {
				return notKnown(value.Host, value.Why(value.DependsOnRun, "Path."+name))
			}), true
		}
		return val{}, false
	}
	return of(n)
}

func ofPath(lib pathLib, s string) val {
	if lib == pathPathlib {
		s = pure(s)
	}
	return of(&pathObj{p: s, lib: lib})
}

// pure drops what pathlib drops: repeated slashes, "." and a slash at the end.
func pure(s string) string {
	root := ""
	switch {
	case strings.HasPrefix(s, value.RootMark):
		root, s = value.RootMark, s[1:]
		if s != "" && s[0] != '/' {
			return root + s // a name glued to the root's: leave it
		}
	case strings.HasPrefix(s, "/"):
		root = "/"
	}
	var parts []string
	for p := range strings.SplitSeq(s, "/") {
		if p != "" && p != "." {
			parts = append(parts, p)
		}
	}
	body := strings.Join(parts, "/")
	switch {
	case root == value.RootMark && body != "":
		return root + "/" + body
	case root != "":
		return root + body
	case body == "":
		return "."
	}
	return body
}

// pathOp is an operator on path objects.
func (ev *evaluator) pathOp(a val, op python.Operator, b val) (val, bool) {
	x, xPath := a.o.(*pathObj)
	y, yPath := b.o.(*pathObj)
	if !xPath && !yPath {
		return val{}, false
	}
	if lib := pathOf(x, y).lib; lib == pathPathlib && op != python.Div && (xPath || isBasic(a.o)) && (yPath || isBasic(b.o)) {
		return ev.raiseAt("TypeError", "unsupported operand types: '"+a.o.typeName()+"' and '"+b.o.typeName()+"'", ev.at), true
	}
	switch op {
	case python.Div:
		l, ok := pathText(a)
		r, ok2 := pathText(b)
		if !ok || !ok2 {
			return val{}, false
		}
		if len(l)+len(r) > maxString {
			return limited("the path is longer than is followed"), true
		}
		return ofPath(pathOf(x, y).lib, joinPath(l, r)), true
	case python.Sub:
		n, ok := asInt(b.o)
		if !xPath || x.lib != pathEnviron || !ok || n < 0 || n > 64 {
			return val{}, false
		}
		p := x.p
		for range n {
			p = dirname(p)
		}
		return ofPath(pathEnviron, p), true
	case python.Add:
		r, ok := pathText(b)
		if !ok || !xPath {
			return val{}, false
		}
		if x.lib == pathEnviron {
			return ofPath(pathEnviron, normalize(joinPath(x.p, r))), true
		}
		return ev.str(x.p + r), true // unipath's, which is a str
	default:
	}
	return val{}, false
}

func pathOf(x, y *pathObj) *pathObj {
	if x != nil {
		return x
	}
	return y
}

// environPathCall is root("static"), which gives a str.
func (ev *evaluator) environPathCall(p *pathObj, c *call) val {
	out, bad, ok := joinPaths(append([]val{ofStr(p.p)}, c.args...))
	if !ok {
		return derive(reasonOf(bad))
	}
	return ev.str(normalize(out))
}

func (ev *evaluator) pathAttr(recv val, p *pathObj, name string) val {
	at := func(v val) val {
		v.trail = recv.trail
		return v
	}
	base := func() (string, bool) {
		_, b, ok := splitPath(p.p)
		return b, ok
	}
	notHere := notKnown(value.Host, value.DependsOn("where the repository lies"))
	switch name {
	case "parent":
		if p.lib == pathPathlib || p.lib == pathUnipath {
			return at(ofPath(p.lib, parentPath(p)))
		}
	case "parents":
		var out []val
		q := p
		for range 32 {
			up := parentPath(q)
			if up == q.p {
				break
			}
			q = &pathObj{p: up, lib: p.lib}
			out = append(out, of(q))
		}
		if strings.HasPrefix(p.p, value.RootMark) {
			out = append(out, asMany(&unknownObj{cause: value.Host, reason: value.DependsOn("where the repository lies")}))
		}
		return at(tupleOf(out...))
	case "name":
		if b, ok := base(); ok {
			if p.lib == pathPathlib && (p.p == "." || p.p == "/" || b == "..") {
				b = ""
			}
			return at(ofStr(b))
		}
		return notHere
	case "stem", "suffix":
		b, ok := base()
		if !ok {
			return notHere
		}
		root, ext := splitExt(b)
		if strings.HasSuffix(b, ".") {
			return unread("the name ends with a dot")
		}
		if name == "stem" {
			return at(ofStr(root))
		}
		return at(ofStr(ext))
	case "root":
		if p.lib == pathEnviron {
			return at(ofStr(p.p))
		}
		return unread("the attribute root is not followed")
	case "parts":
		if plain(p.p) {
			return unread("the parts of a path are not followed")
		}
		return notHere
	}
	return of(&methodObj{recv: recv, name: name})
}

// parentPath is the folder of a path.
func parentPath(p *pathObj) string {
	s := dirname(p.p)
	if p.lib != pathPathlib {
		return s
	}
	if s == "" {
		return "."
	}
	return s
}

func (ev *evaluator) pathMethod(recv val, p *pathObj, name string, c *call) val {
	if writes := name == "write_text" || name == "write_bytes"; writes || makesFolder(name) {
		ev.makes(!writes, of(p), c) // whatever it writes
	}
	if c.rest != nil {
		return derive(c.rest)
	}
	if u, ok := reasonUnknown(c.all()...); ok {
		for _, a := range c.all() {
			if isUnion(a.o) && len(c.args) == 1 && len(c.kw) == 0 {
				return ev.lift(a, func(a val) val { return ev.pathMethod(recv, p, name, &call{args: []val{a}, span: c.span}) })
			}
		}
		return derive(u)
	}
	v := ev.pathResult(p, name, c)
	if v.trail == nil {
		v.trail = recv.trail
	}
	return v
}

func (ev *evaluator) pathResult(p *pathObj, name string, c *call) val {
	switch name {
	case "resolve", "absolute", "realpath", "absolute_path":
		if !isAbsolute(p.p) {
			return notKnown(value.Host, value.DependsOn("the folder that the process runs in"))
		}
		if name == "absolute" && p.lib == pathPathlib {
			return ofPath(p.lib, p.p)
		}
		return ofPath(p.lib, normalize(p.p))
	case "joinpath", "child", "path", "__truediv__":
		out, bad, ok := joinPaths(append([]val{ofStr(p.p)}, c.args...))
		if !ok {
			return derive(reasonOf(bad))
		}
		return ofPath(p.lib, out)
	case "ancestor":
		n, ok := asInt(c.args0().o)
		if !ok || n < 0 || n > 64 {
			return unread("the call of ancestor is not followed")
		}
		out := p.p
		for range n {
			out = dirname(out)
		}
		return ofPath(p.lib, out)
	case "as_posix", "__str__", "as_string":
		return ev.str(p.p)
	case "with_name", "with_suffix":
		s, ok := c.text(0, "")
		head, base, ok2 := splitPath(p.p)
		if !ok || !ok2 {
			return notKnown(value.Host, value.DependsOn("where the repository lies"))
		}
		if name == "with_suffix" {
			root, _ := splitExt(base)
			s = root + s
		}
		return ofPath(p.lib, joinPath(head, s))
	case "exists", "is_file", "is_dir", "isfile", "isdir":
		return ev.pathExists(p.p, strings.ReplaceAll(strings.Replace(name, "is_", "is", 1), "exists", "exists"))
	case "read_text", "read_bytes", "read_file":
		f := ev.openPath(p.p)
		if f == nil {
			ev.risk("OSError")
			return of(missingFile(p.p))
		}
		return ev.fileText(f, name == "read_bytes")
	case "open":
		return ev.openFile(p.p, c, 0)
	case "is_absolute", "isabsolute":
		return ofBool(isAbsolute(p.p))
	case "mkdir", "touch", "chmod", "unlink", "write_text", "write_bytes", "makedirs_p", "mkdir_p":
		ev.risk("OSError")
		return ofNone()
	case "expanduser":
		if strings.HasPrefix(p.p, "~") {
			return notKnown(value.Host, value.DependsOn("the user that the process runs as"))
		}
		return ofPath(p.lib, p.p)
	case "rglob", "glob", "iterdir", "listdir":
		return notKnown(value.Unread, value.DependsOn("what the folder holds"))
	case "startswith", "endswith", "replace", "split", "rstrip", "strip", "lstrip", "format", "lower":
		if p.lib == pathUnipath {
			return ev.strMethod(p.p, name, c)
		}
	}
	return notKnown(value.Unread, value.Why(value.MethodNotFollowed, name, "a path"))
}

// openPath returns a file of the repository by an absolute path below its root.
func (ev *evaluator) openPath(s string) *source.File {
	rel, ok := relative(s)
	if !ok {
		return nil
	}
	if file, _ := ev.exists(rel); !file {
		return nil
	}
	if ev.opt.Untracked != nil && ev.opt.Untracked(rel) {
		return nil
	}
	return ev.open(rel)
}

// openCall is open(path).
func (ev *evaluator) openCall(c *call) val {
	v, ok := c.arg(0, "file")
	if !ok {
		return unread("the call of open is not followed")
	}
	return ev.lift(v, func(v val) val {
		s, ok := pathText(v)
		if !ok {
			if mode, _ := c.text(1, "mode"); strings.ContainsAny(mode, "wax+") {
				ev.makes(false, v, c)
			}
			ev.risk("OSError")
			if u, isU := v.o.(*unknownObj); isU {
				return derive(u)
			}
			return ev.badPath(v, c)
		}
		return ev.openFile(s, c, 1)
	})
}

func (ev *evaluator) openFile(s string, c *call, modeAt int) val {
	mode, _ := c.text(modeAt, "mode")
	if strings.ContainsAny(mode, "wax+") {
		ev.makes(false, ofStr(s), c)
		ev.risk("OSError")
		return of(&unknownObj{cause: value.External, reason: value.Because("it is a file that the module writes")})
	}
	f := ev.openPath(s)
	if f == nil {
		ev.risk("OSError")
		return of(missingFile(s))
	}
	return of(&fileObj{file: f, binary: strings.Contains(mode, "b")})
}

// missingFile is the content of a file that is not in the repository.
func missingFile(s string) *unknownObj {
	rel, _ := relative(s)
	shown := path.Clean("/" + displayPath(s))[1:]
	if plain(s) {
		shown = s
	}
	return &unknownObj{
		cause: value.External, file: rel, reason: value.Why(value.FileMissing, shorten(shown)),
	}
}

func (ev *evaluator) fileText(f *source.File, binary bool) val {
	if len(f.Text) > 1<<20 || !plain(f.Text) {
		return limited("the file is longer than is followed")
	}
	if binary {
		return of(bytesObj(f.Text))
	}
	if len(f.Text) > maxString {
		// exec of a long module still works by its content; nothing else needs one.
		ev.sources[f.Text] = f
	}
	text := f.Text
	if strings.Contains(text, "\r") {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
		ev.sources[text] = f
	}
	t := (*trail)(nil).add(value.Step{How: value.Assigned, Span: f.Span(0, len(f.Text)).FirstLine(), Text: "read from " + f.Path})
	return val{o: strObj(text), trail: t}
}

func (ev *evaluator) fileMethod(f *fileObj, name string) val {
	switch name {
	case "read":
		return ev.fileText(f.file, f.binary)
	case "close", "flush", "seek":
		return ofNone()
	case "__enter__":
		return of(f)
	case "readlines":
		elems, why := ev.elements(of(f))
		if why != nil {
			return derive(why)
		}
		return ev.list(slices.Clone(elems))
	}
	return notKnown(value.Unread, value.Why(value.MethodNotFollowed, name, "a file"))
}
