package program

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"deploylint/internal/ini"
	"deploylint/internal/shell"
	"deploylint/internal/source"
	"deploylint/internal/value"
	"deploylint/internal/yaml"
)

// The limits of uWSGI's files: how deep they name each other, and how many lines count, those of loops each time.
const (
	maxIncluded   = 8
	maxUWSGILines = 5000
)

// isUWSGIFile reports whether a word names a configuration file, with or without the section behind a colon.
func isUWSGIFile(text string) bool {
	file, _, _ := strings.Cut(text, ":")
	switch path.Ext(file) {
	case ".ini", ".yaml", ".yml", ".xml", ".json":
		return true
	}
	return false
}

// isUWSGIConfig reports whether an option names a configuration file.
func isUWSGIConfig(name string) bool {
	switch name {
	case "ini", "yaml", "yml", "y", "xml", "x", "json", "j", "config", "include", "inherit":
		return true
	}
	return false
}

// read reads a configuration file: of an ini file the section [uwsgi], or the one behind a colon. What cannot be read is
// left as an option of its own, so that a rule knows that more may be said.
func (u *uwsgiReader) read(w shell.Word) {
	name, section := w.Text, "uwsgi"
	if file, own, ok := strings.Cut(name, ":"); ok && isUWSGIFile(file) {
		name, section = file, own
	}
	f := u.world.File(name)
	u.depth++
	defer func() { u.depth-- }()
	if f == nil || u.depth > maxIncluded {
		u.values["config"] = w.Given() // what it says is not known
		return
	}
	if u.server.Config == nil {
		u.server.Config = f
	}
	switch path.Ext(f.Path) {
	case ".yaml", ".yml", ".json":
		u.readTree(f, section)
		return
	case ".xml":
		u.world.Notify(source.Note, f.Span(0, 0), "uWSGI's configuration in XML is not read")
		u.values["config"] = w.Given()
		return
	}
	if s, ok := ini.ParseAs(f, ini.UWSGI).Section(section); ok {
		u.run(f, s.Options)
	}
}

// readTree reads YAML or JSON: a mapping under "uwsgi", whose lists repeat an option.
func (u *uwsgiReader) readTree(f *source.File, section string) {
	d, err := yaml.Parse(f)
	if err != nil {
		u.world.Notify(source.Warning, f.Span(0, 0), err.Error())
	}
	for _, one := range d.Get(section).Pairs() {
		for _, n := range one.Value.Items() {
			if n == nil || n.Kind != yaml.Scalar {
				continue
			}
			here := value.Step{How: value.Assigned, Span: n.Span(), Text: one.Key.Value + " is set here"}
			u.option(uwsgiName(one.Key.Value), value.OfStr(n.Value).With(here))
		}
	}
}

// A uwsgiBlock is what stands around a line: a loop, or a condition that holds or not.
type uwsgiBlock struct {
	// loop are the words of for=, from is its first line.
	loop []string
	from int
	// skip is set where the condition does not hold, doubt where that is not known.
	skip, doubt bool
}

// run carries the lines of a section out: loops, conditions, placeholders.
//
// https://uwsgi-docs.readthedocs.io/en/latest/ConfigLogic.html
func (u *uwsgiReader) run(f *source.File, options []*ini.Option) {
	var blocks []uwsgiBlock
	var item string // what %(_) stands for
	for i := 0; i < len(options) && u.lines < maxUWSGILines; i++ {
		u.lines++
		o := options[i]
		skip, doubt := false, false
		for _, b := range blocks {
			skip, doubt = skip || b.skip, doubt || b.doubt
		}
		text, known := u.filled(f, o.Value.Text, item)
		switch {
		case o.Name == "for":
			b := uwsgiBlock{loop: strings.Fields(text), from: i, skip: len(strings.Fields(text)) == 0, doubt: !known}
			if len(b.loop) > 0 {
				item, b.loop = b.loop[0], b.loop[1:]
			}
			blocks = append(blocks, b)
		case strings.HasPrefix(o.Name, "if-"):
			b := u.condition(o.Name, text)
			if b.skip == b.doubt && !b.doubt && strings.HasSuffix(o.Name, "env") {
				item, _ = u.lookup(text).Text()
			}
			blocks = append(blocks, b)
		case o.Name == "endfor" || o.Name == "end-for":
			if n := len(blocks) - 1; n >= 0 && len(blocks[n].loop) > 0 && !blocks[n].skip {
				item, blocks[n].loop = blocks[n].loop[0], blocks[n].loop[1:]
				i = blocks[n].from
				continue
			}
			blocks = blocks[:max(0, len(blocks)-1)]
		case o.Name == "endif" || o.Name == "end-if":
			blocks = blocks[:max(0, len(blocks)-1)]
		case skip:
		default:
			u.line(o, text, known && !doubt)
		}
	}
}

// line carries one option out.
func (u *uwsgiReader) line(o *ini.Option, text string, known bool) {
	name := uwsgiName(o.Name)
	here := value.Step{How: value.Assigned, Span: o.Value.Span, Text: o.Name + " is set here"}
	switch {
	case name == "set" || name == "set-placeholder" || name == "set-ph":
		key, val, _ := strings.Cut(text, "=")
		u.values[strings.TrimSpace(key)] = value.OfStr(strings.TrimSpace(val)).With(here)
	case isUWSGIConfig(name):
		u.read(shell.Word{Text: text, Known: known, Span: o.Value.Span})
	case o.Bare || o.Value.Text == "":
		here.Span = o.Span
		v := value.OfBool(true).With(here)
		if !known {
			v = v.Retold(value.NotKnown(value.External, "a condition of uWSGI decides"))
		}
		u.option(name, v)
	case !known || isTemplated(o.Value):
		u.option(name, value.NotKnown(value.External, "uWSGI fills it in when it starts").With(here))
	default:
		u.option(name, value.OfStr(text).With(here))
	}
}

// isTemplated reports whether something else than uWSGI fills a part of a value in.
func isTemplated(v ini.Value) bool {
	return slices.ContainsFunc(v.Holes, func(h ini.Hole) bool {
		return h.Kind != ini.Reference && !strings.HasPrefix(v.Text[h.Start:], "%(") && !strings.HasPrefix(v.Text[h.Start:], "$(")
	})
}

// condition reads if-env, if-not-env, if-exists, if-opt and their kin. A variable that nothing supplies counts as unset,
// as everywhere; what files the server has cannot be known.
func (u *uwsgiReader) condition(name, text string) uwsgiBlock {
	switch name {
	case "if-env", "if-not-env":
		v := u.lookup(text)
		if !v.Known() && v.Cause != value.Absent && v.Cause != value.External {
			return uwsgiBlock{doubt: true}
		}
		return uwsgiBlock{skip: v.Known() == (name == "if-not-env")}
	case "if-opt", "if-not-opt":
		key, wanted, compared := strings.Cut(text, "=")
		v, given := u.values[uwsgiName(key)]
		holds := given
		if got, ok := v.Text(); compared && ok {
			holds = got == wanted
		}
		return uwsgiBlock{skip: holds == (name == "if-not-opt")}
	}
	return uwsgiBlock{doubt: true}
}

// lookup returns a variable of the environment.
func (u *uwsgiReader) lookup(name string) value.Value { return u.world.Lookup(name) }

// filled fills placeholders and the magic variables in; it is not known where one of them is not.
func (u *uwsgiReader) filled(f *source.File, text, item string) (string, bool) {
	isKnown := true
	for range 100 {
		at := strings.Index(text, "%(")
		dollar := strings.Index(text, "$(")
		if dollar >= 0 && (at < 0 || dollar < at) {
			at = dollar
		}
		if at < 0 {
			break
		}
		name, behind, closed := strings.Cut(text[at+2:], ")")
		if !closed {
			break
		}
		var v value.Value
		switch {
		case text[at] == '$':
			v = u.lookup(name)
		case name == "_":
			v = value.OfStr(item)
		default:
			v = u.values[uwsgiName(name)]
		}
		got, ok := v.Text()
		if n, isInt := v.Int(); isInt {
			got, ok = strconv.FormatInt(n, 10), true
		}
		if !ok {
			return text, false
		}
		text = text[:at] + got + behind
	}
	if strings.HasPrefix(text, "@(") {
		return text, false // what a file or a command says
	}
	if strings.Contains(text, "%") {
		text, isKnown = u.magic(f, text)
	}
	return text, isKnown
}

// magic fills in what %d, %n and their kin stand for, so far as that is the same wherever the file lies.
//
// https://uwsgi-docs.readthedocs.io/en/latest/Configuration.html#magic-variables
func (u *uwsgiReader) magic(f *source.File, text string) (string, bool) {
	base := path.Base(f.Path)
	for letter, filled := range map[string]string{"%n": strings.TrimSuffix(base, path.Ext(base)), "%s": base, "%c": path.Base(path.Dir(f.Path))} {
		if letter == "%c" && path.Dir(f.Path) == "." {
			continue
		}
		text = strings.ReplaceAll(text, letter, filled)
	}
	for _, letter := range []string{"%d", "%p", "%h", "%u", "%v", "%k", "%c", "%i", "%j", "%e", "%E", "%D", "%H", "%P"} {
		if strings.Contains(text, letter) {
			return text, false
		}
	}
	return text, true
}

// fromEnvironment adds the options that UWSGI_NAME gives, which are weaker than all others.
func (u *uwsgiReader) fromEnvironment() {
	for _, name := range []string{
		"processes", "workers", "threads", "master", "die-on-term", "harakiri", "http", "http-socket", "socket", "module", "wsgi-file",
		"enable-threads", "buffer-size", "max-requests", "vacuum", "need-app", "py-autoreload", "uid", "gid", "chdir",
	} {
		long := uwsgiName(name)
		if _, given := u.values[long]; given {
			continue
		}
		if v := u.lookup("UWSGI_" + strings.ToUpper(strings.ReplaceAll(name, "-", "_"))); v.Known() {
			if text, _ := v.Text(); text == "1" && uwsgiFlag(long) {
				v = v.Retold(value.OfBool(true))
			}
			u.option(long, v)
		}
	}
}
