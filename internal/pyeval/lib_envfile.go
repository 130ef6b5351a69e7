package pyeval

import (
	"path"
	"strconv"
	"strings"

	"deploylint/internal/dotenv"
	"deploylint/internal/env"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// readEnvFile reads an env file in a dialect; nil where it is not in the repository or may not be read.
func (ev *evaluator) readEnvFile(p string, d dotenv.Dialect, at source.Span, override bool) *dotenv.Reading {
	load := EnvFileLoad{Path: p, Dialect: d, Span: at, Override: override}
	var f *source.File
	if p != "" {
		if file, _ := ev.exists(p); file && (ev.opt.Untracked == nil || !ev.opt.Untracked(p)) {
			f = ev.open(p)
		}
	}
	load.Found = f != nil
	ev.envFiles = append(ev.envFiles, load)
	if f == nil {
		return nil
	}
	r := dotenv.Parse(f).Read(d, ev.outer, override)
	return &r
}

// outer tells an env file's reader what the environment around it holds.
func (ev *evaluator) outer(name string) (string, dotenv.Supply) {
	x := ev.variable(name)
	switch x.state {
	case env.Supplied:
		if s, ok := x.v.o.(strObj); ok {
			return string(s), dotenv.Set
		}
		return "", dotenv.Opaque
	case env.Unset:
		return "", dotenv.Unset
	default:
		return "", dotenv.Open
	}
}

// entryValue is the value of an entry of an env file, with the file as its place.
func entryValue(e dotenv.Entry) val {
	step := value.Step{How: value.Env, Span: e.Span, Name: e.Key, Text: e.Key + " is set in " + e.Span.Path()}
	t := (*trail)(nil).add(step)
	switch {
	case e.Null:
		return val{o: noneObj{}, trail: t}
	case !e.Known || len(e.Value) > maxString || !plain(e.Value):
		cause := value.Unread
		if len(e.Waits) > 0 {
			cause = value.External
		}
		return val{o: &unknownObj{cause: cause, reason: e.Reason, waits: e.Waits}, trail: t}
	}
	return val{o: strObj(e.Value), trail: t}
}

// loadEnvFile loads an env file into os.environ.
func (ev *evaluator) loadEnvFile(p string, d dotenv.Dialect, at source.Span, override bool) bool {
	r := ev.readEnvFile(p, d, at, override)
	if r == nil {
		return false
	}
	ev.touch(ev.environ)
	if r.Refusal != nil {
		ev.environ.murky = &unknownObj{cause: value.Unread, reason: p + " cannot be read as an env file"}
		return true
	}
	for _, e := range r.Entries {
		if e.Dropped != "" || e.Null || e.Inherited {
			continue
		}
		v := entryValue(e)
		ev.environ.remember(e.Key)
		if override {
			ev.environ.assigned[e.Key] = v
			continue
		}
		// The last of several entries of one name counts, but not over what another file has loaded before.
		if old, ok := ev.environ.loaded[e.Key]; ok && old.trail.span().File != e.Span.File {
			continue
		}
		ev.environ.loaded[e.Key] = v
	}
	return true
}

// envFileArg is the path of a call that loads an env file: relative to the root, false where it is not known.
func (ev *evaluator) envFileArg(v val) (string, bool) {
	s, ok := pathText(v)
	if !ok {
		return "", false
	}
	if rel, in := relative(s); in {
		return rel, true
	}
	if isAbsolute(s) || !plain(s) {
		return "", false
	}
	// A relative path is looked up in the folder that the process runs in, which is the project's as a rule.
	for _, root := range ev.opt.Path {
		p := path.Join(root, s)
		if file, _ := ev.exists(p); file {
			return p, true
		}
	}
	return path.Clean(s), true
}

// callerDir is the folder of the file that makes a call.
func callerDir(c *call) string {
	if c.span.File != nil {
		return path.Dir(c.span.File.Path)
	}
	return "."
}

// findUp looks for a file in a folder and those above it.
func (ev *evaluator) findUp(dir string, names ...string) (string, bool) {
	for {
		for _, n := range names {
			if file, _ := ev.exists(path.Join(dir, n)); file {
				return path.Join(dir, n), true
			}
		}
		if dir == "." || dir == "/" || dir == "" || strings.HasPrefix(dir, "..") {
			return "", false
		}
		dir = path.Dir(dir)
	}
}

// environDialect is that of the pinned version of django-environ.
func (ev *evaluator) environDialect() dotenv.Dialect {
	if major, minor, ok := ev.version("django-environ"); ok {
		return dotenv.DjangoEnvironAt(major, minor)
	}
	return dotenv.DjangoEnviron
}

// version returns the first two numbers of a package's pinned version.
func (ev *evaluator) version(pkg string) (major, minor int, ok bool) {
	if ev.opt.Version == nil {
		return 0, 0, false
	}
	v, ok := ev.opt.Version(pkg)
	if !ok || v == "" {
		return 0, 0, false
	}
	parts := strings.SplitN(v, ".", 3)
	major, err := strconv.Atoi(parts[0])
	if err != nil {
		return 0, 0, false
	}
	if len(parts) > 1 {
		minor, _ = strconv.Atoi(parts[1])
	}
	return major, minor, true
}

// dotenvMember is a member of python-dotenv (https://github.com/theskumar/python-dotenv).
func (ev *evaluator) dotenvMember(name string) (val, bool) {
	switch name {
	case "load_dotenv", "read_dotenv":
		return native("dotenv."+name, (*evaluator).loadDotenv), true
	case "find_dotenv":
		return native("dotenv.find_dotenv", func(ev *evaluator, c *call) val {
			file, ok := c.text(0, "filename")
			if !ok {
				file = ".env"
			}
			if p, found := ev.findUp(callerDir(c), file); found {
				return ofStr(value.RootMark + "/" + p)
			}
			return of(&unknownObj{cause: value.External, reason: "it depends on whether " + shorten(file) + " is on the server"})
		}), true
	case "dotenv_values":
		return native("dotenv.dotenv_values", (*evaluator).dotenvValues), true
	}
	return val{}, false
}

// dotenvPath is the file that a call of python-dotenv means.
func (ev *evaluator) dotenvPath(c *call) (string, bool) {
	v, ok := c.arg(0, "dotenv_path")
	if ok {
		if _, none := v.o.(noneObj); !none {
			return ev.envFileArg(v)
		}
	}
	if p, found := ev.findUp(callerDir(c), ".env"); found {
		return p, true
	}
	return path.Join(callerDir(c), ".env"), true
}

func (ev *evaluator) loadDotenv(c *call) val {
	override := false
	if o, ok := c.arg(3, "override"); ok {
		override = ev.truth(o) == value.True
	}
	p, ok := ev.dotenvPath(c)
	if !ok {
		ev.envFiles = append(ev.envFiles, EnvFileLoad{Dialect: dotenv.PythonDotenv, Span: c.span, Override: override})
		return unread("whether an env file is found is not known")
	}
	return ofBoolOrUnknown(ev.loadEnvFile(p, dotenv.PythonDotenv, c.span, override))
}

func ofBoolOrUnknown(found bool) val {
	if found {
		return ofBool(true)
	}
	return of(&unknownObj{cause: value.External, reason: "it depends on whether an env file is on the server"})
}

func (ev *evaluator) dotenvValues(c *call) val {
	p, ok := ev.dotenvPath(c)
	t := newTable()
	if ok {
		if r := ev.readEnvFile(p, dotenv.PythonDotenv, c.span, false); r != nil && r.Refusal == nil {
			for _, e := range r.Entries {
				if e.Dropped == "" {
					t.setStr(e.Key, entryValue(e))
				}
			}
			return ev.dict(t)
		}
	}
	t.rest = &unknownObj{cause: value.External, reason: "it comes from an env file that is not in the repository"}
	return ev.dict(t)
}
