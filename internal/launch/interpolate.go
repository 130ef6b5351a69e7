package launch

import (
	"strings"

	"deploylint/internal/env"
	"deploylint/internal/program"
	"deploylint/internal/shell"
	"deploylint/internal/source"
	"deploylint/internal/value"
	"deploylint/internal/yaml"
)

// scalar returns a scalar's value with variables filled in.
func (p *project) scalar(at placed) value.Value {
	span := at.node.Span()
	return p.interpolated(at.node.Text(), span).With(value.Step{How: value.Assigned, Span: span, Text: "it is set here"})
}

// unresolved stands around the name of a variable that is not known.
const unresolved = "\x00"

// interpolated fills ${NAME:-default} in, as compose does before anything else reads the text.
func (p *project) interpolated(text string, span source.Span) value.Value {
	p.fellBack = false
	filled, waits := p.interpolate(text, 0)
	if len(waits) > 0 {
		v := value.NotKnownFor(value.External, value.Why(value.VariablesGiven, waits...))
		v.Waits = waits
		return v
	}
	v := value.OfStr(filled)
	switch {
	case filled == text || span.IsZero():
	case !p.fellBack:
		v = v.With(value.Step{How: value.Assigned, Span: span, Text: "its variables are filled in"})
	default:
		v = v.With(value.Step{How: value.Fallback, Span: span, Text: "a variable is not supplied: its default"})
	}
	return v
}

// interpolate returns the text, with unresolved names between marks.
func (p *project) interpolate(text string, depth int) (filled string, waits []string) {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "$")
		b.WriteString(before)
		if !found || depth > maxWrappers {
			return b.String(), waits
		}
		switch {
		case strings.HasPrefix(rest, "$"):
			b.WriteByte('$')
			text = rest[1:]
		case strings.HasPrefix(rest, "{"):
			end := matchingBrace(rest)
			part, more := p.reference(rest[1:end], depth)
			b.WriteString(part)
			waits = append(waits, more...)
			text = rest[min(end+1, len(rest)):]
		default:
			n := 0
			for n < len(rest) && (rest[n] == '_' || rest[n] >= 'A' && rest[n] <= 'Z' || rest[n] >= 'a' && rest[n] <= 'z' || n > 0 && rest[n] >= '0' && rest[n] <= '9') {
				n++
			}
			if n == 0 {
				b.WriteByte('$')
			} else {
				part, more := p.reference(rest[:n], depth)
				b.WriteString(part)
				waits = append(waits, more...)
			}
			text = rest[n:]
		}
	}
}

// matchingBrace returns the offset of the brace that closes the one at the start.
func matchingBrace(text string) int {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return len(text)
}

// reference resolves what stands between ${ and }.
func (p *project) reference(text string, depth int) (filled string, waits []string) {
	n := strings.IndexAny(text, ":-+?")
	name, operator, word, orEmpty := text, "", "", false
	if n >= 0 {
		name = text[:n]
		operator, orEmpty = strings.CutPrefix(text[n:], ":")
		if operator != "" {
			operator, word = operator[:1], operator[1:]
		}
	}
	given := p.reader.lookup(&command{layers: []env.Layer{{Origin: ".env", Vars: p.variablesOfFile}}}, name)
	set, isKnown := given.Text()
	there := isKnown && (set != "" || !orEmpty)
	switch operator {
	case "-":
		if there {
			return set, nil
		}
		p.fellBack = true
		return p.interpolate(word, depth+1)
	case "+":
		if there {
			return p.interpolate(word, depth+1)
		}
		return "", nil
	}
	if isKnown {
		return set, nil
	}
	return unresolved + name + unresolved, []string{name}
}

// words reads a command: a list is taken as it is, a text is split as a shell splits words, and no shell runs it.
func (p *project) words(at placed) []shell.Word {
	if at.node.IsNull() {
		return nil
	}
	var all []shell.Word
	if at.node.Kind == yaml.Sequence {
		all = []shell.Word{} // an empty list takes the image's away
		for _, one := range at.node.Items() {
			filled, waits := p.interpolate(one.Text(), 0)
			all = append(all, marked(shell.Known(filled, one.Span()), waits))
		}
		return all
	}
	filled, waits := p.interpolate(at.node.Text(), 0)
	for _, w := range program.Split(filled, at.node.Span()) {
		all = append(all, marked(w, waits))
	}
	if all == nil {
		all = []shell.Word{}
	}
	return all
}

// marked makes a word unknown that holds an unresolved name.
func marked(w shell.Word, waits []string) shell.Word {
	if !strings.Contains(w.Text, unresolved) {
		return w
	}
	parts := strings.Split(w.Text, unresolved)
	var b strings.Builder
	for i, part := range parts {
		if i%2 == 1 {
			b.WriteString("${" + part + "}")
			continue
		}
		b.WriteString(part)
	}
	w.Text, w.Known = b.String(), false
	w.Why = value.NotKnown(value.External, "a variable of compose fills it in")
	w.Why.Waits = waits
	return w
}
