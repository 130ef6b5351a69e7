package pyeval

import (
	"path"
	"strings"

	"deploylint/internal/dotenv"
	"deploylint/internal/env"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// readEnvFile reads an env file in a dialect; nil where it is not in the repository or may not be read.
func (ev *evaluator) readEnvFile(p string, d dotenv.Dialect, at source.Span, override bool) *dotenv.Reading {
	return ev.readEnvFileAs(p, dotenv.Reader{Dialect: d, Overwrite: override}, at)
}

// readEnvFileAs reads an env file with the options of its reader.
func (ev *evaluator) readEnvFileAs(p string, how dotenv.Reader, at source.Span) *dotenv.Reading {
	load := EnvFileLoad{Path: p, Dialect: how.Dialect, Span: at, Override: how.Overwrite}
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
	how.Outer, how.Old = ev.outer, ev.oldDotenv()
	r := dotenv.Parse(f).ReadAs(how)
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
	v := e.Value()
	switch text, ok := v.Text(); {
	case v.Kind() == value.None:
		return val{o: noneObj{}, trail: t}
	case ok && len(text) <= maxString:
		return val{o: strObj(text), trail: t}
	}
	return val{o: &unknownObj{cause: v.Cause, reason: v.Reason, waits: v.Waits}, trail: t}
}

// An envLoad says how a library puts what it read into os.environ.
type envLoad struct {
	// override lets the file win over the process's environment.
	override bool
	// keepFirst lets the first of several entries of one name win, and not the last.
	keepFirst bool
}

// loadEntries puts what an env file holds into os.environ. It reports whether there was anything in it.
func (ev *evaluator) loadEntries(r *dotenv.Reading, p string, how envLoad) bool {
	ev.touch(ev.environ)
	if r.Refusal != nil {
		ev.environ.murky = &unknownObj{cause: value.Unread, reason: value.Why(value.EnvFileUnread, p)}
		return true
	}
	set := false
	for _, e := range r.Entries {
		if e.Dropped != "" || e.Inherited {
			continue
		}
		set = true
		if last, _ := r.Get(e.Key); e.Null || last.Null && !how.keepFirst {
			continue
		}
		v := entryValue(e)
		ev.environ.remember(e.Key)
		if how.override {
			ev.environ.assigned[e.Key] = v
			continue
		}
		// The last of several entries of one name counts, but not over what another file has loaded before.
		if old, ok := ev.environ.loaded[e.Key]; ok && (how.keepFirst || old.trail.span().File != e.Span.File) {
			continue
		}
		ev.environ.loaded[e.Key] = v
	}
	return set
}

// loadEnvFile loads an env file into os.environ. Found says that the file is there, filled that something is in it.
func (ev *evaluator) loadEnvFile(p string, d dotenv.Dialect, at source.Span, override bool) (found, filled bool) {
	r := ev.readEnvFile(p, d, at, override)
	if r == nil {
		return false, false
	}
	return true, ev.loadEntries(r, p, envLoad{override: override})
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

// closed reports whether the world is closed: what is not in the repository is not on the server either.
func (ev *evaluator) closed() bool {
	return ev.opt.Env.Lookup("").State == env.Unset
}

// ofFound is what a library answers to the question whether it found an env file.
func (ev *evaluator) ofFound(found bool) val {
	if found || ev.closed() {
		return ofBool(found)
	}
	return of(&unknownObj{cause: value.External, reason: value.DependsOn("whether an env file is on the server")})
}
