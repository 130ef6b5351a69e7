package pyeval

import (
	"path"
	"strings"

	"deploylint/internal/value"
)

// Paths are those of a server that runs Linux. Whether something outside the repository exists there is not known, and
// neither is whether a file that git does not track does.

func osLibrary() library {
	return library{
		modules:   "os os.path posixpath path",
		generated: "os.urandom",
		all: []exports{
			{"os", "environ getenv path sep name getcwd getpid listdir makedirs mkdir linesep"},
			{"os.path", "join dirname abspath realpath normpath basename split splitext exists isfile isdir expanduser isabs " +
				"relpath sep"},
		},
		member: func(ev *evaluator, module, name string) (val, bool) {
			if module == "os" {
				return ev.osMember(name)
			}
			return ev.osPathMember(name)
		},
	}
}

func (ev *evaluator) osMember(name string) (val, bool) {
	switch name {
	case "environ", "environb":
		return of(&environObj{e: ev.environ}), name == "environ"
	case "getenv":
		return native("os.getenv", func(ev *evaluator, c *call) val { return ev.environMethod("get", c) }), true
	case "putenv":
		return ignored("os.putenv"), true
	case "path":
		return of(&libObj{name: "os.path"}), true
	case "sep":
		return ofStr("/"), true
	case "linesep":
		return ofStr("\n"), true
	case "pathsep":
		return ofStr(":"), true
	case "name":
		return ofStr("posix"), true
	case "curdir":
		return ofStr("."), true
	case "pardir":
		return ofStr(".."), true
	case "devnull":
		return ofStr("/dev/null"), true
	case "getcwd", "getcwdu":
		return native("os.getcwd", func(*evaluator, *call) val {
			return notKnown(value.Host, value.DependsOn("the folder that the process runs in"))
		}), true
	case "getpid", "getlogin", "getuid", "uname", "cpu_count", "getppid", "getloadavg", "sched_getaffinity":
		return native("os."+name, func(*evaluator, *call) val {
			return notKnown(value.Host, value.Why(value.DependsOnMachine, "os."+name))
		}), true
	case "listdir", "walk", "scandir":
		return native("os."+name, func(*evaluator, *call) val { return notKnown(value.Unread, value.DependsOn("what the folder holds")) }), true
	case "makedirs", "mkdir", "remove", "unlink", "rename", "symlink", "chmod", "umask", "chdir", "mkfifo", "utime":
		return native("os."+name, func(ev *evaluator, c *call) val {
			if makesFolder(name) {
				ev.makes(true, c.args0(), c)
			}
			ev.risk("OSError")
			return ofNone()
		}), true
	case "fspath":
		return strict("os.fspath", func(ev *evaluator, c *call) val { return ev.strOf(c.args0()) }), true
	case "access":
		return strict("os.access", existsCall("exists")), true
	}
	return val{}, false
}

func (ev *evaluator) osPathMember(name string) (val, bool) {
	full := "os.path." + name
	unary := func(f func(string) val) (val, bool) {
		return strict(full, func(ev *evaluator, c *call) val {
			s, ok := pathText(c.args0())
			if !ok {
				return ev.badPath(c.args0(), c)
			}
			v := f(s)
			if v.trail == nil {
				v.trail = c.args0().trail
			}
			return v
		}), true
	}
	switch name {
	case "join":
		return strict(full, (*evaluator).osPathJoin), true
	case "dirname":
		return unary(func(s string) val { return ofStr(dirname(s)) })
	case "basename":
		return unary(func(s string) val {
			if _, base, ok := splitPath(s); ok {
				return ofStr(base)
			}
			return notKnown(value.Host, value.DependsOn("where the repository lies"))
		})
	case "abspath", "realpath":
		return unary(func(s string) val {
			if !isAbsolute(s) {
				return notKnown(value.Host, value.DependsOn("the folder that the process runs in"))
			}
			return ofStr(normalize(s))
		})
	case "normpath":
		return unary(func(s string) val { return ofStr(normalize(s)) })
	case "normcase", "expandvars":
		return unary(func(s string) val {
			if strings.Contains(s, "$") {
				return notKnown(value.Host, value.DependsOn("the environment"))
			}
			return ofStr(s)
		})
	case "split":
		return unary(func(s string) val {
			head, base, ok := splitPath(s)
			if !ok {
				return notKnown(value.Host, value.DependsOn("where the repository lies"))
			}
			return tupleOf(ofStr(head), ofStr(base))
		})
	case "splitext":
		return unary(func(s string) val {
			root, ext := splitExt(s)
			return tupleOf(ofStr(root), ofStr(ext))
		})
	case "isabs":
		return unary(func(s string) val { return ofBool(isAbsolute(s)) })
	case "exists", "isfile", "isdir", "lexists", "islink":
		return strict(full, existsCall(name)), true
	case "expanduser":
		return unary(func(s string) val {
			if strings.HasPrefix(s, "~") {
				return notKnown(value.Host, value.DependsOn("the user that the process runs as"))
			}
			return ofStr(s)
		})
	case "relpath":
		return native(full, func(*evaluator, *call) val { return unread("relative paths are not followed") }), true
	case "sep":
		return ofStr("/"), true
	}
	return val{}, false
}

// pathText is the text of a str or a path object.
func pathText(v val) (string, bool) {
	switch o := v.o.(type) {
	case strObj:
		return string(o), true
	case *pathObj:
		return o.p, true
	default:
		return "", false
	}
}

// badPath is what os.path's functions do with something that is no path.
func (ev *evaluator) badPath(v val, c *call) val {
	switch v.o.(type) {
	case noneObj, intObj, boolObj, floatObj, *listObj, *tupleObj, *dictObj:
		return ev.raiseAt("TypeError", "expected str or os.PathLike object, not "+v.o.typeName(), c.span)
	default:
		return unread("the path is not followed")
	}
}

func (ev *evaluator) osPathJoin(c *call) val {
	out, bad, ok := joinPaths(c.args)
	if !ok {
		return ev.badPath(bad, c)
	}
	return ev.str(out)
}

// joinPaths is os.path.join; bad is the part that is no path.
func joinPaths(parts []val) (out string, bad val, ok bool) {
	var b []byte
	for i, a := range parts {
		s, isPath := pathText(a)
		switch {
		case !isPath:
			return "", a, false
		case i == 0 || isAbsolute(s):
			b = b[:0]
		case len(b) > 0 && b[len(b)-1] != '/':
			b = append(b, '/')
		}
		b = append(b, s...)
	}
	return string(b), val{}, true
}

// joinPath is os.path.join of two parts.
func joinPath(a, b string) string {
	switch {
	case isAbsolute(b):
		return b
	case a == "" || strings.HasSuffix(a, "/"):
		return a + b
	}
	return a + "/" + b
}

func isAbsolute(s string) bool {
	return strings.HasPrefix(s, "/") || strings.HasPrefix(s, value.RootMark)
}

// dirname is os.path.dirname; above the root it goes on with "..".
func dirname(s string) string {
	if rest, ok := strings.CutPrefix(s, value.RootMark); ok && (rest == "" || strings.HasSuffix(rest, "/..") && onlyUp(rest)) {
		return s + "/.."
	}
	i := strings.LastIndexByte(s, '/') + 1
	head := s[:i]
	if strings.Trim(head, "/") != "" {
		head = strings.TrimRight(head, "/")
	}
	return head
}

// onlyUp reports whether a path below the root mark is nothing but "/..".
func onlyUp(s string) bool {
	return strings.ReplaceAll(s, "/..", "") == ""
}

// splitPath is os.path.split; false where the last part is the root's own name or above.
func splitPath(s string) (head, base string, ok bool) {
	if rest, rooted := strings.CutPrefix(s, value.RootMark); rooted && onlyUp(rest) {
		return "", "", false
	}
	return dirname(s), s[strings.LastIndexByte(s, '/')+1:], true
}

func splitExt(s string) (root, ext string) {
	base := s[strings.LastIndexByte(s, '/')+1:]
	name := strings.TrimLeft(base, ".")
	i := strings.LastIndexByte(name, '.')
	if i < 0 {
		return s, ""
	}
	ext = name[i:]
	return s[:len(s)-len(ext)], ext
}

// normalize is os.path.normpath.
func normalize(s string) string {
	if rest, ok := strings.CutPrefix(s, value.RootMark); ok {
		rel := path.Clean("./" + rest)
		if rel == "." {
			return value.RootMark
		}
		return value.RootMark + "/" + rel
	}
	if s == "" {
		return "."
	}
	if strings.HasPrefix(s, "//") && !strings.HasPrefix(s, "///") {
		return "/" + path.Clean(s) // POSIX leaves two slashes alone
	}
	return path.Clean(s)
}

// relative returns a path below the root, relative to it.
func relative(s string) (string, bool) {
	if !strings.HasPrefix(s, value.RootMark) {
		return "", false
	}
	rel := strings.TrimPrefix(strings.TrimPrefix(normalize(s), value.RootMark), "/")
	if rel == "" {
		rel = "."
	}
	return rel, plain(rel) && rel != ".." && !strings.HasPrefix(rel, "../")
}

// existsCall is os.path.exists and its like.
func existsCall(what string) func(*evaluator, *call) val {
	return func(ev *evaluator, c *call) val {
		s, ok := pathText(c.args0())
		if !ok {
			return ev.badPath(c.args0(), c)
		}
		return ev.pathExists(s, what)
	}
}

// pathExists answers for what the repository holds. Anything else may be on the server, be it untracked or made there.
func (ev *evaluator) pathExists(s, what string) val {
	rel, ok := relative(s)
	if !ok {
		if s == "" {
			return ofBool(false)
		}
		return notKnown(value.Host, value.Why(value.DependsOnServer, shorten(displayPath(s))))
	}
	file, dir := ev.exists(rel)
	switch {
	case file && !dir:
		return ofBool(what != "isdir" && what != "islink")
	case dir:
		return ofBool(what != "isfile" && what != "islink")
	}
	return of(&unknownObj{
		cause: value.External, file: rel, reason: value.Why(value.DependsOnFile, shorten(rel)),
	})
}

// displayPath is a path without the root mark.
func displayPath(s string) string {
	if s == value.RootMark {
		return "."
	}
	return strings.TrimPrefix(strings.ReplaceAll(s, value.RootMark, ""), "/")
}
