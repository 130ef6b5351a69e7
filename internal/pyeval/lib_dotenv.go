package pyeval

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/dotenv"
	"deploylint/internal/value"
)

// python-dotenv, after https://github.com/theskumar/python-dotenv/blob/main/src/dotenv/main.py. Its read_dotenv is
// django-dotenv's, which reads much the same.

func dotenvLibrary() library {
	return library{
		modules:       "dotenv dotenv.main",
		distributions: "python-dotenv django-dotenv",
		member:        func(ev *evaluator, _, name string) (val, bool) { return ev.dotenvMember(name) },
	}
}

// dotenvMember is a member of python-dotenv.
func (ev *evaluator) dotenvMember(name string) (val, bool) {
	switch name {
	case "load_dotenv", "read_dotenv":
		return native("dotenv."+name, (*evaluator).loadDotenv), true
	case "find_dotenv":
		return native("dotenv.find_dotenv", (*evaluator).findDotenv), true
	case "dotenv_values":
		return native("dotenv.dotenv_values", func(ev *evaluator, c *call) val { return ev.dotenvValues(c) }), true
	case "get_key":
		return native("dotenv.get_key", (*evaluator).dotenvKey), true
	}
	return val{}, false
}

func (ev *evaluator) findDotenv(c *call) val {
	file := ".env"
	if v, ok := c.arg(0, "filename"); ok {
		s, isText := v.o.(strObj)
		if !isText || strings.Contains(string(s), "/") {
			return unread("the call of find_dotenv is not followed")
		}
		file = string(s)
	}
	dir := callerDir(c)
	if v, ok := c.arg(2, "usecwd"); ok && ev.truth(v) != value.False {
		return notKnown(value.Host, value.DependsOn("the folder that the process runs in"))
	}
	if p, found := ev.findUp(dir, file); found {
		return ofStr(value.RootMark + "/" + p)
	}
	if ev.closed() {
		if v, ok := c.arg(1, "raise_error_if_not_found"); ok && ev.truth(v) == value.True {
			return ev.raiseAt("OSError", "the env file is not found", c.span)
		}
		return ofStr("")
	}
	return of(&unknownObj{cause: value.External, reason: value.Why(value.DependsOnFile, shorten(file))})
}

// dotenvPath is the file that a call of python-dotenv means.
func (ev *evaluator) dotenvPath(c *call) (string, bool) {
	v, ok := c.arg(0, "dotenv_path")
	if ok {
		if _, none := v.o.(noneObj); !none {
			if s, isText := v.o.(strObj); isText && s == "" {
				return "", true
			}
			return ev.envFileArg(v)
		}
	}
	if p, found := ev.findUp(callerDir(c), ".env"); found {
		return p, true
	}
	return path.Join(callerDir(c), ".env"), true
}

// oldDotenv reports whether the version of python-dotenv is known to be before 1.2.3, whose parser differs.
func (ev *evaluator) oldDotenv() bool {
	v := ev.libVersion("python-dotenv")
	return v.before(1, 2) || v.known && v.major == 1 && v.minor == 2 && v.patch < 3
}

// dotenvReader is how a call reads its file.
func (ev *evaluator) dotenvReader(c *call, interpolateAt int, override bool) dotenv.Reader {
	v, ok := c.arg(interpolateAt, "interpolate")
	return dotenv.Reader{Dialect: dotenv.PythonDotenv, Overwrite: override, Literal: ok && ev.truth(v) == value.False}
}

func (ev *evaluator) loadDotenv(c *call) val {
	override := false
	if o, ok := c.arg(3, "override"); ok {
		override = ev.truth(o) == value.True
	}
	if !ev.libVersion("python-dotenv").before(1, 2) {
		x := ev.variable("PYTHON_DOTENV_DISABLED")
		if s, ok := x.v.o.(strObj); ok && slices.Contains([]string{"1", "true", "t", "yes", "y"}, strings.ToLower(string(s))) {
			return ofBool(false)
		}
	}
	if s, ok := c.arg(1, "stream"); ok {
		if _, none := s.o.(noneObj); !none {
			ev.touch(ev.environ)
			ev.environ.murky = &unknownObj{cause: value.Unread, reason: value.Because("the stream that load_dotenv reads is not followed")}
			return unread("the stream that load_dotenv reads is not followed")
		}
	}
	p, ok := ev.dotenvPath(c)
	if !ok {
		ev.envFiles = append(ev.envFiles, EnvFileLoad{Dialect: dotenv.PythonDotenv, Span: c.span, Override: override})
		return unread("whether an env file is found is not known")
	}
	r := ev.readEnvFileAs(p, ev.dotenvReader(c, 4, override), c.span)
	if r == nil {
		return ev.ofFound(false)
	}
	return ofBool(ev.loadEntries(r, p, envLoad{override: override}))
}

// dotenvValues reads a file without os.environ; what is in it wins where its references are resolved.
func (ev *evaluator) dotenvValues(c *call) val {
	t := newTable()
	if p, ok := ev.dotenvPath(c); ok {
		r := ev.readEnvFileAs(p, ev.dotenvReader(c, 3, true), c.span)
		if r != nil && r.Refusal == nil {
			for _, e := range r.Entries {
				if e.Dropped == "" {
					t.setStr(e.Key, entryValue(e))
				}
			}
			return ev.dict(t)
		}
		if r == nil && ev.closed() {
			return ev.dict(t)
		}
	}
	t.rest = &unknownObj{cause: value.External, reason: value.Because("it comes from an env file that is not in the repository")}
	return ev.dict(t)
}

func (ev *evaluator) dotenvKey(c *call) val {
	key, ok := c.text(1, "key_to_get")
	d, isDict := ev.dotenvValues(&call{args: c.args[:min(1, len(c.args))], kw: c.kw, span: c.span, caller: c.caller}).o.(*dictObj)
	if !ok || !isDict {
		return unread("the call of get_key is not followed")
	}
	if v, found := d.alts[0].get("s" + key); found {
		return v
	}
	if d.alts[0].rest != nil {
		return derive(d.alts[0].rest)
	}
	return ofNone()
}
