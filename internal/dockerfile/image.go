package dockerfile

import (
	"encoding/json"
	"path"
	"slices"
	"strings"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// jsonString decodes the JSON string that begins at start and returns where it ends.
func jsonString(text string, start int) (decoded string, end int, ok bool) {
	for i := start + 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			err := json.Unmarshal([]byte(text[start:i+1]), &decoded)
			return decoded, i + 1, err == nil
		}
	}
	return "", len(text), false
}

// A Variable is one variable that ENV or ARG sets.
type Variable struct {
	Name string
	// Value is a Str, or unknown where a build argument without a default decides.
	Value value.Value
	// Span is the place of the value, Key that of the name.
	Span, Key source.Span
	// Argument is set for ARG, which only the build sees.
	Argument bool
}

// An Image is what a stage makes, as far as its Dockerfile says so; the base image's own settings are not known.
type Image struct {
	// Environment is what ENV sets, in order, each name once.
	Environment []Variable
	// Arguments are the build arguments of the last stage, BuildArguments those of all its stages.
	Arguments      []Variable
	BuildArguments []Variable
	// Directory is WORKDIR; unknown with cause Absent where nothing sets it.
	Directory value.Value
	// User is USER; unknown with cause Absent where nothing sets it.
	User value.Value
	// Entrypoint and Command are the instructions that decide, nil where the base image does.
	Entrypoint, Command *Instruction
	// Shell is the shell of the shell form.
	Shell []Word
	// Healthcheck is the HEALTHCHECK that decides, nil where none is set here; [Instruction.None] tells HEALTHCHECK NONE.
	Healthcheck *Instruction
	// StopSignal is STOPSIGNAL as written, without SIG; unknown with cause Absent where nothing sets it.
	StopSignal value.Value
	// Exposed are the ports of EXPOSE, variables filled in, each with its place.
	Exposed []Word
	// Stages are the stages that it is made of, the base first.
	Stages []*Stage
}

// stages cuts the instructions at FROM.
func (r *reader) stages() {
	var globals []Variable
	var current *Stage
	for _, i := range r.tree.Instructions {
		switch {
		case i.Name == "FROM":
			current = r.from(i, globals)
			r.tree.Stages = append(r.tree.Stages, current)
		case current != nil:
			current.Instructions = append(current.Instructions, i)
		case i.Name == "ARG":
			globals = append(globals, i.arguments(globals, r.tree.Escape)...)
		default:
			r.issue(i.NameSpan, "the instruction stands before FROM")
		}
	}
}

// from reads FROM image AS name.
func (r *reader) from(i *Instruction, globals []Variable) *Stage {
	s := &Stage{From: i, globals: globals, Base: value.NotKnown(value.Absent, "it names no image")}
	words := i.fields()
	if len(words) == 0 {
		r.issue(i.Span, "FROM names no image")
		return s
	}
	s.BaseSpan = words[0].Span
	s.Base = expand(words[0].Text, r.tree.Escape, globals).With(value.Step{How: value.Assigned, Span: words[0].Span, Text: "the base image"})
	if len(words) >= 3 && strings.EqualFold(words[1].Text, "as") {
		s.Name = strings.ToLower(words[2].Text)
	}
	if base, ok := s.Base.Text(); ok {
		s.Parent, _ = r.tree.Stage(base)
	}
	return s
}

// fields splits the text at blanks.
func (i *Instruction) fields() []Word {
	var words []Word
	for at := 0; at < len(i.Text); {
		n := strings.IndexAny(i.Text[at:], " \t")
		switch {
		case n == 0:
			at++
			continue
		case n < 0:
			n = len(i.Text) - at
		}
		words = append(words, Word{Text: i.Text[at : at+n], Span: i.SpanOf(at, at+n)})
		at += n
	}
	return words
}

// quotedFields splits the text at blanks outside quotes, and leaves quotes and escapes in.
func (i *Instruction) quotedFields(escape byte) []Word {
	var words []Word
	start, quote := -1, byte(0)
	for at := 0; at <= len(i.Text); at++ {
		blank := at == len(i.Text) || (quote == 0 && (i.Text[at] == ' ' || i.Text[at] == '\t'))
		if blank {
			if start >= 0 {
				words = append(words, Word{Text: i.Text[start:at], Span: i.SpanOf(start, at)})
			}
			start = -1
			continue
		}
		if start < 0 {
			start = at
		}
		switch c := i.Text[at]; {
		case c == escape && quote != '\'':
			at = min(at+1, len(i.Text)-1)
		case c == quote:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		}
	}
	return words
}

// variables reads ENV in both of its forms.
func (i *Instruction) variables(known []Variable, escape byte) []Variable {
	words := i.quotedFields(escape)
	if len(words) == 0 {
		return nil
	}
	if !strings.Contains(words[0].Text, "=") { // ENV name the rest of the line
		rest := strings.TrimLeft(i.Text[len(words[0].Text):], " \t")
		at := i.SpanOf(len(i.Text)-len(rest), len(i.Text))
		return []Variable{i.variable(words[0].Text, words[0].Span, rest, at, known, escape)}
	}
	var all []Variable
	for _, w := range words {
		name, text, ok := strings.Cut(w.Text, "=")
		if !ok {
			continue
		}
		// All of one instruction's variables see the environment before it.
		key := w.Span.File.Span(w.Span.Start, w.Span.Start+len(name))
		at := w.Span.File.Span(w.Span.Start+len(name)+1, w.Span.End)
		all = append(all, i.variable(name, key, text, at, known, escape))
	}
	return all
}

func (i *Instruction) variable(name string, key source.Span, text string, at source.Span, known []Variable, escape byte) Variable {
	v := expand(text, escape, known).With(value.Step{
		How: value.Assigned, Span: at, Name: name, Text: name + " is set in the image",
	})
	return Variable{Name: name, Value: v, Span: at, Key: key}
}

// arguments reads ARG name=default.
func (i *Instruction) arguments(known []Variable, escape byte) []Variable {
	var all []Variable
	for _, w := range i.quotedFields(escape) {
		name, text, ok := strings.Cut(w.Text, "=")
		key := w.Span.File.Span(w.Span.Start, w.Span.Start+len(name))
		a := Variable{Name: name, Key: key, Span: w.Span, Argument: true}
		a.Value = value.NotKnown(value.External, "it is given when the image is built")
		a.Value.Waits = []string{name}
		if ok {
			at := w.Span.File.Span(w.Span.Start+len(name)+1, w.Span.End)
			a.Value = expand(text, escape, known).With(value.Step{
				How: value.Fallback, Span: at, Name: name, Text: name + " is not given to the build: its default",
			})
			a.Span = at
		} else if v, found := lookup(known, name); found {
			a.Value = v.Value // ARG name again, inside a stage
		}
		all = append(all, a)
	}
	return all
}

// lookup returns the last variable of that name; ENV wins over ARG whatever their order.
func lookup(known []Variable, name string) (Variable, bool) {
	var found Variable
	ok := false
	for _, v := range slices.Backward(known) {
		if v.Name != name {
			continue
		}
		if !v.Argument {
			return v, true
		}
		if !ok {
			found, ok = v, true
		}
	}
	return found, ok
}

// Image returns what the stage makes, with the stages that it builds upon.
func (s *Stage) Image(escape byte) *Image { return s.Before(nil, escape) }

// Before returns what the stage is when the builder comes to one of its instructions, or one of the stages below: with the
// environment, arguments and folder that it has there. For nil it returns all that the stage makes.
func (s *Stage) Before(until *Instruction, escape byte) *Image {
	var chain []*Stage
	for at := s; at != nil && !slices.Contains(chain, at); at = at.Parent {
		chain = append(chain, at)
	}
	slices.Reverse(chain)
	m := &Image{
		Directory: value.NotKnown(value.Absent, "no WORKDIR"), User: value.NotKnown(value.Absent, "no USER"), Stages: chain,
		StopSignal: value.NotKnown(value.Absent, "no STOPSIGNAL"),
	}
	for _, stage := range chain {
		m.Arguments = nil
		commandSet := false
		for _, i := range stage.Instructions {
			if i == until {
				return m
			}
			m.apply(i, stage, escape, &commandSet)
		}
	}
	return m
}

// apply does what an instruction does to the image's configuration.
func (m *Image) apply(i *Instruction, stage *Stage, escape byte, commandSet *bool) {
	known := slices.Concat(m.Arguments, m.Environment)
	switch i.Name {
	case "ARG":
		if len(m.BuildArguments) > maxVariables {
			return
		}
		given := i.arguments(slices.Concat(stage.globals, known), escape)
		for n := range given {
			if v, ok := lookup(stage.given, given[n].Name); ok {
				given[n].Value, given[n].Span = v.Value, v.Span
			}
		}
		m.Arguments = append(m.Arguments, given...)
		m.BuildArguments = append(m.BuildArguments, given...)
	case "ENV":
		for _, v := range i.variables(known, escape) {
			if at := slices.IndexFunc(m.Environment, func(e Variable) bool { return e.Name == v.Name }); at >= 0 {
				m.Environment[at] = v
				continue
			}
			if len(m.Environment) < maxVariables {
				m.Environment = append(m.Environment, v)
			}
		}
	case "WORKDIR":
		dir := expand(i.Text, escape, known)
		if text, ok := dir.Text(); ok {
			base, _ := m.Directory.Text()
			if !strings.HasPrefix(text, "/") {
				text = path.Join("/", base, text)
			}
			dir = value.OfStr(path.Clean(text))
		}
		m.Directory = dir.With(value.Step{How: value.Assigned, Span: i.SpanOf(0, len(i.Text)), Text: "WORKDIR"})
	case "USER":
		m.User = expand(i.Text, escape, known).With(value.Step{How: value.Assigned, Span: i.SpanOf(0, len(i.Text)), Text: "USER"})
	case "SHELL":
		if i.Exec {
			m.Shell = i.Words
		}
	case "HEALTHCHECK":
		m.Healthcheck = i
	case "STOPSIGNAL":
		signal := expand(i.Text, escape, known)
		if text, ok := signal.Text(); ok {
			signal = value.OfStr(strings.TrimPrefix(strings.ToUpper(text), "SIG"))
		}
		m.StopSignal = signal.With(value.Step{How: value.Assigned, Span: i.SpanOf(0, len(i.Text)), Text: "STOPSIGNAL"})
	case "EXPOSE":
		m.expose(i, known, escape)
	case "CMD":
		m.Command = i
		*commandSet = true
	case "ENTRYPOINT":
		m.Entrypoint = i
		if !*commandSet {
			m.Command = nil // a new entry point drops the command of the image below
		}
	}
}

// expose notes the ports of EXPOSE. One that holds an unknown variable is left as it is written.
func (m *Image) expose(i *Instruction, known []Variable, escape byte) {
	for _, w := range i.fields() {
		if text, ok := expand(w.Text, escape, known).Text(); ok {
			w.Text = text
		}
		w.Text, _, _ = strings.Cut(w.Text, "/")
		if w.Text != "" && len(m.Exposed) < maxVariables {
			m.Exposed = append(m.Exposed, w)
		}
	}
}

// None reports whether a HEALTHCHECK takes back the one of the image below.
func (i *Instruction) None() bool {
	return i.Name == "HEALTHCHECK" && strings.EqualFold(strings.TrimSpace(i.Text), "NONE")
}

// expand resolves quotes, escapes and variables in a word as the builder does.
func expand(text string, escape byte, known []Variable) value.Value {
	x := &expander{text: text, escape: escape, known: known}
	x.walk("")
	if x.unknown != nil {
		return *x.unknown
	}
	if len(x.out) > maxText {
		return value.NotKnown(value.Limit, "it is too long")
	}
	return value.OfStr(string(x.out))
}

type expander struct {
	text    string
	at      int
	escape  byte
	known   []Variable
	out     []byte
	unknown *value.Value
	depth   int
}

// walk expands up to one of the given bytes.
func (x *expander) walk(stop string) {
	quote := byte(0)
	for x.at < len(x.text) && len(x.out) <= maxText {
		c := x.text[x.at]
		switch {
		case quote == 0 && strings.IndexByte(stop, c) >= 0:
			return
		case c == x.escape && quote != '\'' && x.at+1 < len(x.text):
			next := x.text[x.at+1]
			if quote == '"' && next != '"' && next != '$' && next != x.escape {
				x.out = append(x.out, c)
			}
			x.out = append(x.out, next)
			x.at += 2
		case c == quote:
			quote = 0
			x.at++
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
			x.at++
		case c == '$' && quote != '\'':
			x.reference()
		default:
			x.out = append(x.out, c)
			x.at++
		}
	}
}

// reference expands $NAME, ${NAME}, ${NAME:-word} and ${NAME:+word}.
func (x *expander) reference() {
	x.at++
	braced := x.at < len(x.text) && x.text[x.at] == '{'
	if braced {
		x.at++
	}
	start := x.at
	for x.at < len(x.text) && isNameByte(x.text[x.at]) {
		x.at++
	}
	name := x.text[start:x.at]
	if name == "" {
		x.out = append(x.out, '$')
		return
	}
	v, found := lookup(x.known, name)
	val := v.Value
	if !found {
		val = value.OfStr("") // an image's build has no other environment, but for what the base image sets
		if name == "PATH" || name == "HOME" {
			val = value.NotKnownFor(value.External, value.Why(value.BaseImageSets, name))
		}
	}
	if !braced {
		x.put(val)
		return
	}
	operator := ""
	if end := strings.IndexByte(x.text[x.at:], '}'); end >= 0 && x.text[x.at] != '}' {
		operator = strings.TrimPrefix(x.text[x.at:x.at+1], ":")
		if x.text[x.at] == ':' {
			x.at++
			operator = x.text[x.at : x.at+1]
		}
		x.at++
	}
	x.alternative(val, operator)
}

// alternative reads what stands behind the operator and puts what it leaves.
func (x *expander) alternative(val value.Value, operator string) {
	before, unknown := len(x.out), x.unknown
	x.depth++
	if x.depth > 20 {
		x.at = len(x.text)
		x.unknown = &value.Value{Cause: value.Limit, Reason: value.Because("it is nested too deeply")}
		return
	}
	x.walk("}")
	x.depth--
	x.at = min(x.at+1, len(x.text))
	word := value.OfStr(string(x.out[before:]))
	if x.unknown != unknown && x.unknown != nil {
		word = *x.unknown
	}
	x.out, x.unknown = x.out[:before], unknown
	text, known := val.Text()
	switch operator {
	case "":
		x.put(val)
	case "-":
		if known && text != "" || !known && val.Cause != value.External {
			x.put(val)
		} else {
			x.put(word)
		}
	case "+":
		if known && text == "" {
			return
		}
		x.put(word)
	default:
		x.put(value.NotKnown(value.Unread, "it is made when the image is built"))
	}
}

func (x *expander) put(v value.Value) {
	if text, ok := v.Text(); ok {
		x.out = append(x.out, text...)
		return
	}
	if x.unknown == nil {
		x.unknown = &v
	}
}

func isNameByte(c byte) bool {
	return c == '_' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// Sources returns the words of COPY and ADD but the last, which is where they go.
func (i *Instruction) Sources() []Word {
	words := i.Words
	if !i.Exec {
		words = i.fields()
	}
	return words[:max(0, len(words)-1)]
}
