package pyeval

import (
	"encoding/json"
	"path"
	"slices"
	"strings"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// dataMember is a member of json or ast.
func (ev *evaluator) dataMember(module, name string) (val, bool) {
	full := module + "." + name
	switch full {
	case "json.loads", "simplejson.loads":
		return strict(full, func(ev *evaluator, c *call) val {
			if len(c.kw) > 0 {
				return unread("the call of json.loads is not followed")
			}
			switch o := c.args0().o.(type) {
			case strObj:
				return ev.parseJSON(string(o), c)
			case bytesObj:
				return ev.parseJSON(string(o), c)
			}
			return ev.raiseAt("TypeError", "the JSON object must be str, bytes or bytearray", c.span)
		}), true
	case "json.load", "simplejson.load":
		return native(full, func(ev *evaluator, c *call) val {
			f, ok := c.args0().o.(*fileObj)
			if !ok || len(c.kw) > 0 {
				ev.risk("Exception")
				return derive(reasonOf(c.args0()))
			}
			return ev.loadJSON(f.file, c)
		}), true
	case "json.dumps":
		return native(full, func(*evaluator, *call) val { return unread("writing JSON is not followed") }), true
	case "ast.literal_eval":
		return strict(full, func(ev *evaluator, c *call) val {
			s, ok := c.text(0, "")
			if !ok {
				return unread("the call of literal_eval is not followed")
			}
			return ev.literalEval(s, c)
		}), true
	}
	return val{}, false
}

func (ev *evaluator) parseJSON(s string, c *call) val {
	d := json.NewDecoder(strings.NewReader(s))
	d.UseNumber()
	if !plain(s) || !json.Valid([]byte(s)) {
		if !plain(s) || strings.Contains(s, "NaN") || strings.Contains(s, "Infinity") {
			return unread("the JSON is not followed")
		}
		return ev.raiseAt("JSONDecodeError", "the text is no JSON", c.span)
	}
	v := ev.jsonValue(d, 0)
	return ev.rehome(v, homeOf(c))
}

// loadJSON reads a JSON file of the repository, with the places of its strings.
func (ev *evaluator) loadJSON(f *source.File, c *call) val {
	v := ev.parseJSON(f.Text, c)
	v.trail = (*trail)(nil).add(value.Step{How: value.Assigned, Span: c.span, Text: "read from " + f.Path})
	return v
}

func (ev *evaluator) jsonValue(d *json.Decoder, depth int) val {
	token, err := d.Token()
	if err != nil || depth > 100 {
		return unread("the JSON is not followed")
	}
	switch t := token.(type) {
	case nil:
		return ofNone()
	case bool:
		return ofBool(t)
	case string:
		return ev.str(t)
	case json.Number:
		return ev.jsonNumber(t)
	case json.Delim:
		if t == '[' {
			var out []val
			for d.More() && len(out) <= maxItems {
				out = append(out, ev.jsonValue(d, depth+1))
			}
			if len(out) > maxItems {
				return limited("the list is longer than is followed")
			}
			_, _ = d.Token() // the closing bracket: the text is valid
			return ev.list(out)
		}
		table := newTable()
		for d.More() && len(table.keys) <= maxItems {
			k := ev.jsonValue(d, depth+1)
			v := ev.jsonValue(d, depth+1)
			if s, ok := k.o.(strObj); ok {
				table.setStr(string(s), v)
			}
		}
		if len(table.keys) > maxItems {
			return limited("the dict is larger than is followed")
		}
		_, _ = d.Token() // the closing brace: the text is valid
		return ev.dict(table)
	}
	return unread("the JSON is not followed")
}

func (ev *evaluator) jsonNumber(n json.Number) val {
	if strings.ContainsAny(n.String(), ".eE") {
		if f, err := n.Float64(); err == nil {
			return of(floatObj(f))
		}
		return limited("the number is too large")
	}
	i, err := n.Int64()
	if err != nil {
		return limited("the number needs more than 64 bits")
	}
	return of(intObj(i))
}

// An iniFile is a ConfigParser, and an iniSection one of its sections
// (https://docs.python.org/3/library/configparser.html).
type iniFile struct {
	raw      bool // no interpolation
	sections []string
	opts     []iniOption
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

func (ev *evaluator) configparserMember(name string) (val, bool) {
	switch name {
	case "ConfigParser", "RawConfigParser", "SafeConfigParser":
		return native("configparser."+name, func(_ *evaluator, c *call) val {
			f := newINI(name)
			if i, ok := c.arg(-1, "interpolation"); ok {
				_, f.raw = i.o.(noneObj)
				if !f.raw {
					f.unread = &unknownObj{cause: value.Unread, reason: "the interpolation of the file is not followed"}
				}
			}
			if len(c.args) > 0 || len(c.kw) > 1 {
				f.unread = &unknownObj{cause: value.Unread, reason: "the options of ConfigParser are not followed"}
			}
			return of(f)
		}), true
	}
	return val{}, false
}

// parse reads a file; what it cannot follow makes the whole unknown.
func (f *iniFile) parse(src *source.File) {
	section := ""
	for n := 1; n <= src.LineCount(); n++ {
		at := src.LineSpan(n)
		line := at.Text()
		text := strings.TrimSpace(line)
		switch {
		case text == "" || text[0] == '#' || text[0] == ';':
			continue
		case line[0] == ' ' || line[0] == '\t':
			f.unread = &unknownObj{cause: value.Unread, reason: "the values of " + src.Path + " run over several lines"}
			return
		case text[0] == '[' && strings.Contains(text, "]"):
			section = text[1:strings.LastIndexByte(text, ']')]
			if !slices.Contains(f.sections, section) && section != "DEFAULT" {
				f.sections = append(f.sections, section)
			}
			continue
		}
		i := strings.IndexAny(text, "=:")
		if i < 0 || section == "" || !plain(text) {
			f.unread = &unknownObj{cause: value.Unread, reason: src.Path + " is not in the form that ConfigParser reads"}
			return
		}
		name := strings.ToLower(strings.TrimSpace(text[:i]))
		f.opts = append(f.opts, iniOption{section: section, name: name, text: strings.TrimSpace(text[i+1:]), at: at})
	}
}

func (f *iniFile) options(section string) []iniOption {
	var out []iniOption
	for _, o := range f.opts {
		if o.section == section {
			out = append(out, o)
		}
	}
	return out
}

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

func (f *iniFile) value(o iniOption) val {
	t := (*trail)(nil).add(value.Step{How: value.Assigned, Span: o.at, Text: "read from " + o.at.Path()})
	text := o.text
	if !f.raw && strings.Contains(text, "%") {
		if strings.Contains(strings.ReplaceAll(text, "%%", ""), "%") {
			return unread("the interpolation of the file is not followed")
		}
		text = strings.ReplaceAll(text, "%%", "%")
	}
	return val{o: strObj(text), trail: t}
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
		return s.file.value(o)
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
	return unread("the method " + name + " of a ConfigParser is not followed")
}

func (ev *evaluator) readINI(f *iniFile, name string, c *call) {
	lost := func() {
		f.unread = &unknownObj{cause: value.External, reason: "it comes from a configuration file that is not in the repository"}
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
			f.parse(o.file)
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
		f.parse(src)
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
	v := s.file.value(o)
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
	return unread("the method " + name + " of a section is not followed")
}

// django-split-settings, after https://github.com/wemake-services/django-split-settings.

// An optionalPath is what optional("local.py") gives.
type optionalPath struct{ pattern string }

func (*optionalPath) typeName() string { return "str" }

func (ev *evaluator) splitSettingsMember(name string) (val, bool) {
	switch name {
	case "optional":
		return native("split_settings.tools.optional", func(_ *evaluator, c *call) val {
			if s, ok := c.text(0, "filename"); ok {
				return of(&optionalPath{pattern: s})
			}
			return derive(reasonOf(c.args0()))
		}), true
	case "include":
		return native("split_settings.tools.include", (*evaluator).includeCall), true
	}
	return val{}, false
}

// includeCall runs files in the names of the module that calls it.
func (ev *evaluator) includeCall(c *call) val {
	ns := ev.sc.mod.ns
	if scope, ok := c.arg(-1, "scope"); ok {
		if n, isNS := scope.o.(*nsObj); isNS {
			ns = n.ns
		}
	}
	if c.rest != nil {
		ev.havocNamespace(ns, &unknownObj{cause: value.Unread, reason: "the files that include() runs are not known"})
		return ofNone()
	}
	for _, a := range c.args {
		pattern, optional := "", false
		switch o := a.o.(type) {
		case strObj:
			pattern = string(o)
		case *optionalPath:
			pattern, optional = o.pattern, true
		case *pathObj:
			pattern = o.p
		}
		if pattern == "" {
			ev.havocNamespace(ns, &unknownObj{cause: value.Unread, reason: "the files that include() runs are not known"})
			continue
		}
		ev.includeFile(pattern, optional, ns, c)
		if ev.exc != nil {
			break
		}
	}
	return ofNone()
}

func (ev *evaluator) includeFile(pattern string, optional bool, ns *namespace, c *call) {
	rel, ok := relative(pattern)
	if !ok {
		rel = path.Join(callerDir(c), pattern)
	}
	if strings.ContainsAny(rel, "*?[") {
		ev.havocNamespace(ns, &unknownObj{cause: value.Unread, reason: "the files that " + shorten(pattern) + " names are not followed"})
		return
	}
	var f *source.File
	if file, _ := ev.exists(rel); file {
		f = ev.open(rel)
	}
	if f == nil {
		if optional {
			step := &value.Step{How: value.Assumed, Span: c.span, Name: displayPath(pattern), Text: shorten(rel) + " may replace it where it exists"}
			ev.markOverridable(&exception{namespace: ns, overrides: step})
			return
		}
		ev.note(source.Error, c.span, "", "the file "+shorten(rel)+" is not in the repository, so what it sets is not known")
		ev.havocNamespace(ns, &unknownObj{cause: value.Unread, reason: "the file " + shorten(rel) + " is not in the repository", at: c.span})
		return
	}
	ev.runText(f, ns)
}
