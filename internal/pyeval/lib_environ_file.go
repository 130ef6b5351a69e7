package pyeval

import (
	"path"
	"slices"

	"deploylint/internal/dotenv"
	"deploylint/internal/value"
)

// environReadEnv is Env.read_env: without a path, .env beside the calling file.
func (ev *evaluator) environReadEnv(c *call) val { return ev.readEnvInto(c, false) }

// readEnvInto is read_env of Env, or of FileAwareEnv, which looks for a file before it sets a variable.
func (ev *evaluator) readEnvInto(c *call, fileAware bool) val {
	version := ev.libVersion("django-environ")
	override := false
	d := ev.environDialect()
	if !version.before(0, 8) {
		if o, ok := c.arg(1, "overwrite"); ok {
			override = ev.truth(o) == value.True
		}
	}
	if !version.before(0, 12) {
		if o, ok := c.arg(2, "parse_comments"); ok && ev.truth(o) != value.False {
			d = dotenv.DjangoEnviron011
		}
	}
	p := path.Join(callerDir(c), ".env")
	if v, ok := c.arg(0, "env_file"); ok {
		if _, none := v.o.(noneObj); !none {
			if p, ok = ev.envFileArg(v); !ok {
				ev.envFiles = append(ev.envFiles, EnvFileLoad{Dialect: d, Span: c.span, Override: override})
				return ofNone()
			}
		}
	}
	r := ev.readEnvFile(p, d, c.span, override)
	if r == nil {
		return ofNone() // the names that the call gives are left out as well
	}
	if version.before(0, 8) {
		ev.loadEntries(r, p, envLoad{keepFirst: true})
		ev.environGiven(c, nil, false)
		return ofNone()
	}
	ev.environGiven(c, r, override)
	if fileAware && !override {
		r.Entries = slices.DeleteFunc(r.Entries, func(e dotenv.Entry) bool {
			f := ev.variable(e.Key + "_FILE")
			s, ok := f.v.o.(strObj)
			if ok && s != "" && e.Dropped == "" && ev.exc == nil {
				ev.fileContent(f.v, e.Key+"_FILE")
				return true
			}
			return false
		})
	}
	ev.loadEntries(r, p, envLoad{override: override})
	return ofNone()
}

// environGiven sets the variables that are given to read_env by name, but for those that the file has.
func (ev *evaluator) environGiven(c *call, file *dotenv.Reading, override bool) {
	for _, k := range c.kw {
		switch k.name {
		case "env_file", "overwrite", "parse_comments", "encoding":
			continue
		}
		if file != nil {
			if _, inFile := file.Get(k.name); inFile {
				continue
			}
		}
		v := ev.assigned(ev.strOf(k.v), c.span)
		ev.touch(ev.environ)
		ev.environ.remember(k.name)
		if override {
			ev.environ.assigned[k.name] = v
		} else if _, ok := ev.environ.loaded[k.name]; !ok {
			ev.environ.loaded[k.name] = v
		}
	}
}

// environDialect is that of the pinned version of django-environ.
func (ev *evaluator) environDialect() dotenv.Dialect {
	if v := ev.libVersion("django-environ"); v.known {
		return dotenv.DjangoEnvironAt(v.major, v.minor)
	}
	return dotenv.DjangoEnviron
}
