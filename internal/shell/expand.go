package shell

import (
	"slices"
	"strings"

	"deploylint/internal/source"
	"deploylint/internal/value"

	"mvdan.cc/sh/v3/syntax"
)

// A piece is what one part of a word expands to.
type piece struct {
	val value.Value
	// list is set for $@ and arrays, which may make several words.
	list   []Word
	isList bool
	// joined is set for "$*": the list makes one word.
	joined bool
	// quoted pieces, and literal ones, are not split at blanks.
	quoted bool
	// parts are what a text of which not all is known is made of.
	parts []part
	// written is the expansion as the script has it, "" for plain text.
	written string
}

// pieces expands the parts of a word.
func (e *evaluator) pieces(s *state, parts []syntax.WordPart, quoted bool) []piece {
	defer e.leave()
	if !e.enter(s) {
		return []piece{{val: value.NotKnown(value.Limit, "the script is too deep or too long"), quoted: true}}
	}
	var all []piece
	for i, part := range parts {
		switch p := part.(type) {
		case *syntax.Lit:
			all = append(all, piece{val: e.literal(s, p.Value, quoted, i == 0), quoted: true})
		case *syntax.SglQuoted:
			v := value.OfStr(p.Value)
			if p.Dollar {
				v = ansi(p.Value)
			}
			if strings.IndexByte(p.Value, hole) >= 0 {
				v = templated()
			}
			all = append(all, piece{val: v, quoted: true})
		case *syntax.DblQuoted:
			inner := e.pieces(s, p.Parts, true)
			if len(p.Parts) == 0 {
				inner = []piece{{val: value.OfStr(""), quoted: true}}
			}
			all = append(all, inner...)
		case *syntax.ParamExp:
			x := e.parameter(s, p)
			x.quoted, x.written = quoted, e.text.written(p)
			all = append(all, x)
		case *syntax.CmdSubst:
			all = append(all, piece{val: e.substitution(s, p), quoted: quoted, written: e.text.written(p)})
		case *syntax.ArithmExp:
			all = append(all, piece{val: e.arithmetic(s, p.X), quoted: quoted, written: e.text.written(p)})
		default:
			all = append(all, piece{val: value.NotKnown(value.Unread, "it is made when the script runs"), quoted: true})
		}
	}
	return all
}

func templated() value.Value {
	return value.NotKnown(value.External, "a template fills it in")
}

// literal returns the text of unquoted or double-quoted characters.
func (e *evaluator) literal(s *state, text string, quoted, first bool) value.Value {
	switch {
	case strings.IndexByte(text, hole) >= 0:
		return templated()
	case first && !quoted && (text == "~" || strings.HasPrefix(text, "~/")):
		home, ok := e.lookup(s, "HOME").Text()
		if !ok {
			v := value.NotKnown(value.External, "it lies in the home folder of the user that runs it")
			v.Waits = []string{"HOME"}
			return v
		}
		return value.OfStr(home + unescape(text[1:], quoted))
	}
	return value.OfStr(unescape(text, quoted))
}

// unescape removes backslashes as the shell does inside and outside double quotes.
func unescape(text string, quoted bool) string {
	if strings.IndexByte(text, '\\') < 0 {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) && (!quoted || strings.IndexByte("$`\"\\", text[i+1]) >= 0) {
			i++
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// ansi decodes the common escapes of $'…'; others leave the text unknown.
func ansi(text string) value.Value {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] != '\\' || i+1 == len(text) {
			b.WriteByte(text[i])
			continue
		}
		i++
		switch text[i] {
		case 'n':
			b.WriteByte('\n')
		case 't':
			b.WriteByte('\t')
		case 'r':
			b.WriteByte('\r')
		case '\\', '\'', '"':
			b.WriteByte(text[i])
		default:
			return value.NotKnown(value.Unread, "it holds an escape that is not followed")
		}
	}
	return value.OfStr(b.String())
}

// value returns a word as one text, as in an assignment, where nothing is split.
func (e *evaluator) value(s *state, w *syntax.Word) value.Value {
	v, _ := e.textAndParts(s, w)
	return v
}

// textAndParts is value, with the parts of a text of which not all is known.
func (e *evaluator) textAndParts(s *state, w *syntax.Word) (value.Value, []part) {
	if w == nil {
		return value.OfStr(""), nil
	}
	pieces := e.pieces(s, w.Parts, false)
	if len(pieces) == 1 && !pieces[0].isList {
		return pieces[0].val, pieces[0].parts
	}
	var parts []part
	for _, p := range pieces {
		parts = append(parts, p.flat()...)
	}
	return joined(parts)
}

// concatenate joins texts; one that is unknown makes the whole unknown, one that is not set is empty.
func concatenate(texts []value.Value) value.Value {
	var b strings.Builder
	var unknown *value.Value
	var trail []value.Step
	var waits []string
	for _, v := range texts {
		trail = append(trail, v.Trail...)
		text, ok := v.Text()
		switch {
		case ok:
			b.WriteString(text)
		case v.Cause == value.Absent:
		default:
			if unknown == nil {
				unknown = &v
			}
			waits = append(waits, v.Waits...)
		}
	}
	result := value.OfStr(b.String())
	switch {
	case unknown != nil:
		result = value.NotKnownFor(unknown.Cause, unknown.Reason)
		if unknown.Cause == value.Several {
			result = value.NotKnownFor(value.Unread, value.DependsOn("a condition that is not decided here"))
		}
		slices.Sort(waits)
		result.Waits = slices.Compact(waits)
	case b.Len() > maxText:
		result = value.NotKnown(value.Limit, "it is too long")
	}
	result.Trail = trail[:min(len(trail), 16)]
	return result
}

// fields expands the words of a command.
func (e *evaluator) fields(s *state, words []*syntax.Word) []Word {
	var all []Word
	for _, w := range words {
		f := &fielder{span: e.text.of(w), written: e.text.written(w)}
		for _, p := range e.pieces(s, w.Parts, false) {
			f.add(p)
		}
		f.flush()
		all = append(all, f.words...)
		if len(all) > maxFields {
			return all[:maxFields]
		}
	}
	return all
}

// A fielder cuts the pieces of one word into the words that they make.
type fielder struct {
	words   []Word
	span    source.Span
	written string

	text    strings.Builder
	spelled strings.Builder // the text with what is not known as the script has it
	split   bool            // the words come out of a variable that holds several
	open    bool            // a word has begun
	unknown *value.Value
	trail   []value.Step
	own     Word // the positional argument that is the whole word
	parts   int
}

func (f *fielder) add(p piece) {
	if !p.isList {
		if p.quoted || len(p.parts) == 0 {
			f.addText(p.val, p.quoted, p.written, Word{})
			return
		}
		f.split = true
		for _, one := range p.parts {
			f.addText(one.val, false, one.written, Word{})
		}
		return
	}
	if p.joined && p.quoted {
		f.open = true
	}
	for i, w := range p.list {
		if i > 0 {
			if p.joined && p.quoted {
				f.addText(value.OfStr(" "), true, "", Word{})
			} else {
				f.flush()
			}
		}
		f.addText(w.Value(), p.quoted, w.Text, w)
	}
}

// addText adds a text, which may be a positional argument of the script.
func (f *fielder) addText(v value.Value, quoted bool, written string, own Word) {
	text, ok := v.Text()
	switch {
	case !ok && v.Cause == value.Absent:
		text = ""
	case !ok:
		f.put("", own)
		f.spelled.WriteString(written)
		if f.unknown == nil {
			f.unknown = &v
		}
		f.trail = append(f.trail, v.Trail...)
		return
	}
	if quoted {
		f.put(text, own)
		f.trail = append(f.trail, v.Trail...)
		return
	}
	for text != "" {
		if n := strings.IndexAny(text, " \t\n"); n != 0 {
			if n < 0 {
				n = len(text)
			}
			f.put(text[:n], own)
			f.trail = append(f.trail, v.Trail...)
			text = text[n:]
			continue
		}
		f.flush()
		text = strings.TrimLeft(text, " \t\n")
	}
}

func (f *fielder) put(text string, own Word) {
	f.open = true
	f.parts++
	f.own = own
	f.text.WriteString(text)
	f.spelled.WriteString(text)
}

func (f *fielder) flush() {
	if f.open {
		w := Word{Text: f.text.String(), Known: f.unknown == nil, Span: f.span, Trail: f.trail}
		whole := f.parts == 1 && !f.own.Span.IsZero()
		if whole {
			w.Span = f.own.Span
		}
		if f.unknown != nil {
			w.Text, w.Why = f.written, *f.unknown
			switch {
			case f.split:
				w.Text = f.spelled.String()
			case whole:
				w.Text = f.own.Text
			}
		}
		f.words = append(f.words, w)
	}
	f.text.Reset()
	f.spelled.Reset()
	f.open, f.unknown, f.trail, f.parts = false, nil, nil, 0
}
