package pyeval

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// An iniFile is a ConfigParser, and an iniSection one of its sections
// (https://docs.python.org/3/library/configparser.html).
type iniFile struct {
	raw      bool // no interpolation
	sections []string
	opts     []iniOption
	from     []*source.File // of the sections, as they begin
	// unread is set when a file was read that is not in the repository, or that is not followed.
	unread *unknownObj
}

type iniOption struct {
	section, name, text string
	at                  source.Span
}

type iniSection struct {
	file *iniFile
	name string
}

func (*iniFile) typeName() string    { return "ConfigParser" }
func (*iniSection) typeName() string { return "SectionProxy" }

func newINI(class string) *iniFile {
	return &iniFile{raw: class == "RawConfigParser"}
}

func configparserLibrary() library {
	return library{
		modules: "configparser ConfigParser six.moves.configparser",
		member:  func(ev *evaluator, _, name string) (val, bool) { return ev.configparserMember(name) },
	}
}

func (ev *evaluator) configparserMember(name string) (val, bool) {
	switch name {
	case "ConfigParser", "RawConfigParser", "SafeConfigParser":
		return native("configparser."+name, func(_ *evaluator, c *call) val {
			f := newINI(name)
			if i, ok := c.arg(-1, "interpolation"); ok {
				_, f.raw = i.o.(noneObj)
				if !f.raw {
					f.unread = &unknownObj{cause: value.Unread, reason: value.Because("the interpolation of the file is not followed")}
				}
			}
			if len(c.args) > 0 || len(c.kw) > 1 {
				f.unread = &unknownObj{cause: value.Unread, reason: value.Because("the options of ConfigParser are not followed")}
			}
			return of(f)
		}), true
	}
	return val{}, false
}

// parseINI reads a file as RawConfigParser._read does; what it cannot follow makes the whole unknown.
func (ev *evaluator) parseINI(f *iniFile, src *source.File, at source.Span) {
	if !plain(src.Text) {
		f.unread = &unknownObj{cause: value.Unread, reason: value.Why(value.IniFileUnread, src.Path)}
		return
	}
	section, inSection, indent, open := "", false, 0, -1
	for n := 1; n <= src.LineCount(); n++ {
		span := src.LineSpan(n)
		line := span.Text()
		text := strings.TrimSpace(line)
		if text == "" {
			if open >= 0 {
				f.opts[open].text += "\n"
			}
			continue
		}
		if text[0] == '#' || text[0] == ';' {
			continue
		}
		depth := strings.Index(line, text[:1])
		if open >= 0 && depth > indent {
			f.opts[open].text += "\n" + text
			continue
		}
		indent, open = depth, -1
		end := strings.LastIndexByte(text, ']')
		i := strings.IndexAny(text, "=:")
		switch {
		case text[0] == '[' && end > 1:
			section, inSection = text[1:end], true
			if section != "DEFAULT" && slices.Contains(f.sections, section) && f.strict(src) {
				ev.raiseAt("DuplicateSectionError", "the file has a section twice", at)
				return
			}
			if section != "DEFAULT" {
				f.sections = append(f.sections, section)
			}
			f.from = append(f.from, src)
		case !inSection:
			ev.raiseAt("MissingSectionHeaderError", "the file does not begin with a section", at)
			return
		case i <= 0:
			ev.raiseAt("ParsingError", "a line of the file is no option", at)
			return
		default:
			name := strings.ToLower(strings.TrimSpace(text[:i]))
			if slices.ContainsFunc(f.opts, func(o iniOption) bool { return o.section == section && o.name == name && o.at.File == src }) {
				ev.raiseAt("DuplicateOptionError", "the file has an option twice", at)
				return
			}
			open = len(f.opts)
			f.opts = append(f.opts, iniOption{section: section, name: name, text: strings.TrimSpace(text[i+1:]), at: span})
		}
	}
	for i := range f.opts {
		f.opts[i].text = strings.TrimRight(f.opts[i].text, "\n")
	}
}

// strict reports whether a section was begun by this very file before.
func (f *iniFile) strict(src *source.File) bool { return slices.Contains(f.from, src) }

// find returns an option of a section, or of DEFAULT.
func (f *iniFile) find(section, name string) (iniOption, bool) {
	name = strings.ToLower(name)
	for _, s := range []string{section, "DEFAULT"} {
		for _, o := range slices.Backward(f.opts) {
			if o.section == s && o.name == name {
				return o, true
			}
		}
	}
	return iniOption{}, false
}

// iniValue is the text of an option with its references resolved.
func (ev *evaluator) iniValue(f *iniFile, section string, o iniOption, at source.Span) val {
	t := (*trail)(nil).add(value.Step{How: value.Assigned, Span: o.at, Text: "read from " + o.at.Path()})
	text, problem := o.text, ""
	if !f.raw {
		text, problem = f.interpolate(section, text, 1)
	}
	if problem != "" {
		return ev.raiseAt(problem, "an option of the file refers to another in a way that is not right", at)
	}
	return val{o: strObj(text), trail: t}
}

// interpolate is BasicInterpolation: %(name)s, and %% for the sign itself. It returns the class of the exception, if any.
func (f *iniFile) interpolate(section, text string, depth int) (out, problem string) {
	if depth > 10 {
		return "", "InterpolationDepthError"
	}
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "%")
		b.WriteString(before)
		if !ok {
			return b.String(), ""
		}
		if text, ok = strings.CutPrefix(rest, "%"); ok {
			b.WriteByte('%')
			continue
		}
		name, after, closed := strings.Cut(strings.TrimPrefix(rest, "("), ")s")
		if !strings.HasPrefix(rest, "(") || !closed || name == "" || strings.Contains(name, ")") {
			return "", "InterpolationSyntaxError"
		}
		o, found := f.find(section, name)
		if !found {
			return "", "InterpolationMissingOptionError"
		}
		inner, bad := f.interpolate(section, o.text, depth+1)
		if bad != "" || b.Len()+len(inner) > maxString {
			return "", bad
		}
		b.WriteString(inner)
		text = after
	}
}

func (ev *evaluator) iniItem(s *iniSection, index val, at source.Span) val {
	name, ok := index.o.(strObj)
	if !ok {
		return derive(reasonOf(index))
	}
	if s.name == "DEFAULT" && !slices.ContainsFunc(s.file.opts, func(o iniOption) bool { return o.section == "DEFAULT" }) || slices.Contains(s.file.sections, string(name)) {
		if s.file.unread == nil && !slices.Contains(s.file.sections, string(name)) {
			return ev.raiseAt("KeyError", "the file has no such section", at)
		}
		return of(&iniSection{file: s.file, name: string(name)})
	}
	if s.file.unread != nil {
		ev.risk("KeyError")
		return derive(s.file.unread)
	}
	if o, found := s.file.find(s.name, string(name)); found {
		return ev.iniValue(s.file, s.name, o, at)
	}
	return ev.raiseAt("KeyError", "the section has no such option", at)
}

func (ev *evaluator) iniMethod(f *iniFile, name string, c *call) val {
	switch name {
	case "read", "read_file", "readfp", "read_string":
		ev.readINI(f, name, c)
		return unread("the list of the files that were read is not followed")
	case "get", "getboolean", "getint", "getfloat":
		section, ok := c.text(0, "section")
		if !ok {
			return unread("the call is not followed")
		}
		return ev.iniGet(&iniSection{file: f, name: section}, name, c.without(1))
	case "has_option", "has_section", "sections", "options", "items":
		if f.unread != nil {
			return derive(f.unread)
		}
		section, _ := c.text(0, "section")
		option, _ := c.text(1, "option")
		switch name {
		case "has_section":
			return ofBool(slices.Contains(f.sections, section))
		case "has_option":
			_, found := f.find(section, option)
			return ofBool(found)
		case "sections":
			var out []val
			for _, s := range f.sections {
				out = append(out, ofStr(s))
			}
			return ev.list(out)
		}
	}
	return notKnown(value.Unread, value.Why(value.MethodNotFollowed, name, "a ConfigParser"))
}

func (ev *evaluator) readINI(f *iniFile, name string, c *call) {
	lost := func() {
		f.unread = &unknownObj{cause: value.External, reason: value.Because("it comes from a configuration file that is not in the repository")}
	}
	if c.rest != nil || len(c.args) == 0 || name == "read_string" || len(ev.frames) > len(ev.tries) {
		lost() // in a branch the parser's content would not be taken back
		return
	}
	files := []val{c.args[0]}
	switch c.args[0].o.(type) {
	case *listObj, *tupleObj:
		files = elemsOf(c.args[0])
	}
	for _, v := range files {
		if o, ok := v.o.(*fileObj); ok {
			ev.parseINI(f, o.file, c.span)
			continue
		}
		p, ok := ev.envFileArg(v)
		var src *source.File
		if file, _ := ev.exists(path.Clean(p)); ok && file {
			src = ev.open(path.Clean(p))
		}
		if src == nil {
			lost()
			return
		}
		ev.parseINI(f, src, c.span)
	}
}

func (ev *evaluator) iniGet(s *iniSection, name string, c *call) val {
	option, ok := c.text(0, "option")
	if !ok {
		return unread("the call is not followed")
	}
	fallback, hasFallback := c.arg(-1, "fallback")
	if s.file.unread != nil {
		ev.risk("Exception")
		return derive(s.file.unread)
	}
	o, found := s.file.find(s.name, option)
	if !found {
		if hasFallback {
			return fallback
		}
		return ev.raiseAt("NoOptionError", "the file has no such option", c.span)
	}
	v := ev.iniValue(s.file, s.name, o, c.span)
	text, isText := v.o.(strObj)
	if !isText {
		return v
	}
	out := v
	switch name {
	case "getint", "getfloat":
		out = ev.scalarCast(strings.TrimPrefix(name, "get"), string(text), c)
	case "getboolean":
		switch strings.ToLower(string(text)) {
		case "1", "yes", "true", "on":
			out = ofBool(true)
		case "0", "no", "false", "off":
			out = ofBool(false)
		default:
			return ev.raiseAt("ValueError", "the option is not a boolean", c.span)
		}
	}
	out.trail = v.trail
	return out
}

func (ev *evaluator) iniSectionMethod(s *iniSection, name string, c *call) val {
	switch name {
	case "get", "getboolean", "getint", "getfloat":
		d := *c
		if len(c.args) > 1 {
			d.kw = append(slices.Clone(c.kw), kwarg{"fallback", c.args[1]})
		} else if _, ok := c.arg(-1, "fallback"); !ok {
			d.kw = append(slices.Clone(c.kw), kwarg{"fallback", ofNone()})
		}
		return ev.iniGet(s, name, &d)
	}
	return notKnown(value.Unread, value.Why(value.MethodNotFollowed, name, "a section"))
}
