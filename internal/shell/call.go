package shell

import (
	"slices"
	"strings"

	"deploylint/internal/source"
	"deploylint/internal/value"

	"mvdan.cc/sh/v3/syntax"
)

// call walks a simple command: assignments, a builtin, a function or a program.
func (e *evaluator) call(s *state, c *syntax.CallExpr, g guard) outcome {
	if len(c.Args) == 0 {
		for _, a := range c.Assigns {
			e.assign(s, a, false)
		}
		return succeeds
	}
	e.noteUnquoted(c.Args)
	before := e.programs
	words := e.fields(s, c.Args)
	at := e.text.of(c)
	if len(words) == 0 || s.dead {
		return undecided
	}
	e.result.Commands = append(e.result.Commands, Command{Words: words, Span: at, Conditional: e.undecided > 0})
	extra := e.prefix(s, c.Assigns)
	name := words[0].Text
	if f, ok := e.functions[name]; ok && words[0].Known {
		return e.invoke(s, name, f, words[1:], g)
	}
	if isTest := name == "[" || name == "test"; isTest && e.programs > before {
		return undecided // [ -n "$(command -v NAME)" ] asks the machine
	}
	if words[0].Known {
		if result, ok := e.builtin(s, words, extra, at, g); ok {
			return result
		}
	}
	i := e.start(s, words, at, extra, false)
	e.record(s, at, g, false, i)
	return succeeds
}

// prefix returns the assignments that stand before a command's name; they are for that command alone.
func (e *evaluator) prefix(s *state, assigns []*syntax.Assign) []Export {
	if len(assigns) == 0 {
		return nil
	}
	own := e.fork(s) // each of them sees those before it
	for _, a := range assigns {
		e.assign(own, a, true)
	}
	return slices.Clone(own.exports[len(s.exports):])
}

// noteUnquoted records $@ and $* outside double quotes.
func (e *evaluator) noteUnquoted(words []*syntax.Word) {
	for _, w := range words {
		for _, part := range w.Parts {
			if p, ok := part.(*syntax.ParamExp); ok && p.Param != nil && (p.Param.Value == "@" || p.Param.Value == "*") && !p.Length {
				e.result.UnquotedArgs = append(e.result.UnquotedArgs, e.text.of(p))
			}
		}
	}
}

// assigned returns the value of an assignment, and its parts where not all of it is known.
func (e *evaluator) assigned(s *state, a *syntax.Assign) (value.Value, []part) {
	name := a.Name.Value
	v, parts := e.textAndParts(s, a.Value)
	at := e.text.of(a)
	if a.Value != nil {
		at = e.text.of(a.Value)
	}
	if a.Append {
		before := piece{val: e.lookup(s, name), written: "$" + name}
		if old, ok := s.vars[name]; ok {
			before.parts = old.parts
		}
		v, parts = joined(append(before.flat(), piece{val: v, parts: parts, written: e.text.written(a)}.flat()...))
	}
	return v.With(value.Step{How: value.Assigned, Span: at, Text: name + " is set here", Name: name}), parts
}

// exported reports whether an assignment to the name reaches the programs that the shell starts.
func (e *evaluator) exported(s *state, name string) bool {
	if v, ok := s.vars[name]; ok && v.exported {
		return true
	}
	// What the shell was given itself stays exported when it is assigned again.
	return s.allexport || e.environment(name).Known()
}

func (e *evaluator) assign(s *state, a *syntax.Assign, export bool) {
	if a.Name == nil {
		return
	}
	name := a.Name.Value
	v := &variable{exported: export || e.exported(s, name), span: e.text.of(a)}
	switch {
	case a.Array != nil:
		v.isList = true
		if old, ok := s.vars[name]; ok && a.Append {
			v.list = append(v.list, old.list...)
		}
		for _, element := range a.Array.Elems {
			if element.Value != nil {
				v.list = append(v.list, e.fields(s, []*syntax.Word{element.Value})...)
			}
		}
		v.list = v.list[:min(len(v.list), maxFields)]
		v.exported = false // the shell cannot hand an array over
		v.val = value.NotKnown(value.Unread, "it is an array")
	case a.Index != nil:
		v.val = value.NotKnown(value.Unread, "it is an array")
	default:
		v.val, v.parts = e.assigned(s, a)
	}
	s.assign(name, v)
	for _, f := range e.frames {
		f.assigned = append(f.assigned, name)
	}
}

// declare walks export, declare, local and readonly.
func (e *evaluator) declare(s *state, c *syntax.DeclClause) {
	export, withdraw := c.Variant.Value == "export", false
	words := []Word{{Text: c.Variant.Value, Known: true, Span: e.text.of(c.Variant)}}
	for _, a := range c.Args {
		words = append(words, Word{Text: e.text.written(a), Known: a.Value == nil, Span: e.text.of(a)})
		switch {
		case a.Name == nil && a.Value != nil:
			if flag := a.Value.Lit(); strings.HasPrefix(flag, "-") || strings.HasPrefix(flag, "+") {
				withdraw = strings.Contains(flag, "n") && export || strings.HasPrefix(flag, "+x")
				export = (export || strings.Contains(flag, "x")) && !withdraw
				continue
			}
			e.exportWords(s, a.Value, export)
		case a.Naked && a.Name != nil:
			switch {
			case export:
				e.exportName(s, a.Name.Value)
			case withdraw:
				e.withdraw(s, a.Name.Value, e.text.of(a))
			}
		default:
			e.assign(s, a, export)
		}
	}
	e.result.Commands = append(e.result.Commands, Command{Words: words, Span: e.text.of(c), Conditional: e.undecided > 0})
}

// exportName walks export NAME.
func (e *evaluator) exportName(s *state, name string) {
	v, ok := s.vars[name]
	if !ok || v.exported {
		return
	}
	shared := *v
	shared.exported = true
	s.assign(name, &shared)
}

// withdraw walks export -n NAME: the shell keeps the variable, programs do not get it.
func (e *evaluator) withdraw(s *state, name string, at source.Span) {
	own := variable{val: e.lookup(s, name), span: at}
	if v, ok := s.vars[name]; ok {
		own = *v
		own.exported = false
	}
	s.vars[name] = &own
	s.exports = append(s.exports, Export{Name: name, Value: value.NotKnown(value.Absent, "it is not exported"), Span: at})
}

// exportWords walks export with words that are made at run time: "export $LINE", and the common
// export $(grep -v '^#' .env | xargs), which reads an env file.
func (e *evaluator) exportWords(s *state, w *syntax.Word, export bool) {
	if name, ok := e.printedFile(s, w); ok {
		e.readFile(s, name, export, e.text.of(w))
		return
	}
	for _, field := range e.fields(s, []*syntax.Word{w}) {
		name, text, ok := strings.Cut(field.Text, "=")
		if !ok || !field.Known || name == "" {
			continue
		}
		v := value.OfStr(text).With(value.Step{How: value.Assigned, Span: field.Span, Text: name + " is set here", Name: name})
		s.assign(name, &variable{val: v, exported: export, span: field.Span})
	}
}

// printedFile returns the file that $(cat FILE), $(grep … FILE | xargs) and their kin print.
func (e *evaluator) printedFile(s *state, w *syntax.Word) (Word, bool) {
	if len(w.Parts) != 1 {
		return Word{}, false
	}
	c, ok := w.Parts[0].(*syntax.CmdSubst)
	if !ok || len(c.Stmts) != 1 {
		return Word{}, false
	}
	st := c.Stmts[0]
	for {
		b, isPipe := st.Cmd.(*syntax.BinaryCmd)
		if !isPipe || b.Op != syntax.Pipe {
			break
		}
		st = b.X
	}
	call, ok := st.Cmd.(*syntax.CallExpr)
	if !ok || len(call.Args) == 0 {
		return Word{}, false
	}
	words := e.fields(s, call.Args)
	for _, r := range st.Redirs {
		if r.Op == syntax.RdrIn && r.Word != nil {
			words = append(words, e.fields(s, []*syntax.Word{r.Word})...)
		}
	}
	switch {
	case len(words) < 2:
		return Word{}, false
	case words[0].Text == "cat", len(words) > 2 && (words[0].Text == "grep" || words[0].Text == "egrep" || words[0].Text == "sed"),
		words[0].Text == "xargs":
		return words[len(words)-1], true
	}
	return Word{}, false
}

// readFile exports the lines of an env file as the words that they make on a command line.
func (e *evaluator) readFile(s *state, name Word, export bool, at source.Span) {
	sourced := Sourced{Name: name, Exports: export, Span: at, File: e.open(s, name), Server: onServer(s, name)}
	e.result.Sources = append(e.result.Sources, sourced)
	if sourced.File == nil || len(sourced.File.Text) > maxSize {
		return
	}
	for n := range sourced.File.LineCount() {
		place := sourced.File.LineSpan(n + 1)
		line := strings.TrimSpace(place.Text())
		key, text, ok := strings.Cut(line, "=")
		if !ok || strings.HasPrefix(line, "#") || !isName(strings.TrimPrefix(key, "export ")) {
			continue
		}
		key = strings.TrimPrefix(key, "export ")
		text, _, _ = strings.Cut(strings.Trim(text, `"'`), " ") // xargs drops the quotes, the shell splits at blanks
		v := value.OfStr(text).With(value.Step{How: value.Assigned, Span: place, Text: key + " is set here", Name: key})
		s.assign(key, &variable{val: v, exported: export, span: place})
	}
}

func isName(text string) bool {
	for i, c := range text {
		if c != '_' && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return text != ""
}

func (e *evaluator) open(s *state, name Word) *source.File {
	if e.options.Open == nil || name.Text == "" {
		return nil
	}
	return e.options.Open(name.Text, s.directory())
}

// invoke walks a function's body with its own arguments.
func (e *evaluator) invoke(s *state, name string, f function, args []Word, g guard) outcome {
	for _, fr := range e.frames {
		if fr.name == name {
			return undecided // recursion
		}
	}
	outerText, outerArgs, outerKnown := e.text, s.args, s.argsKnown
	e.text, s.args, s.argsKnown = f.text, args, true
	result := e.frame(s, &frame{name: name}, func() outcome { return e.statement(s, f.body, g) })
	e.text, s.args, s.argsKnown = outerText, outerArgs, outerKnown
	return result
}

// frame walks something that return leaves.
func (e *evaluator) frame(s *state, f *frame, walk func() outcome) outcome {
	e.frames = append(e.frames, f)
	result := walk()
	e.frames = e.frames[:len(e.frames)-1]
	if len(f.returned) > 0 {
		branches := f.returned
		if !s.dead {
			branches = append(branches, s.fork())
		}
		s.dead = false
		s.become(branches, source.Span{})
		if len(branches) > 1 {
			result = undecided
		}
	}
	return result
}
