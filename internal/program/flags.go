package program

import (
	"strconv"
	"strings"

	"deploylint/internal/address"
	"deploylint/internal/deploy"
	"deploylint/internal/shell"
	"deploylint/internal/value"
)

// A flag is an option of a program's command line.
type flag struct {
	// names are its spellings, dashes included, with blanks between them: "-w --workers".
	names string
	// dest is the option's name in the answer.
	dest string
	kind flagKind
}

// flagKind says what a flag takes.
type flagKind uint8

const (
	// takesText: one word.
	takesText flagKind = iota
	// takesNumber: one word that is a whole number.
	takesNumber
	// takesMore: one word, and each use adds one.
	takesMore
	// isOn and isOff: no word.
	isOn
	isOff
)

// mostRepeats is how many uses of one repeatable option count.
const mostRepeats = 256

// style says how a program's library reads a command line.
type style struct {
	// prefixes says that a long option may be cut short as long as it stays unambiguous, as argparse and getopt do.
	prefixes bool
	// unknownTakes says that an option that is not listed takes the next word, unless that is an option.
	unknownTakes bool
}

// parsed is a command line as read.
type parsed struct {
	values map[string]value.Value
	// written are the words of the options that were given, for rules that point at the option itself.
	written map[string]deploy.Word
	// texts are the operands of the options as they are known or written.
	texts       map[string][]string
	positionals []shell.Word
	// opaque is set when a word that is not known may hold further options.
	opaque *shell.Word
	// unread says why what stands in a configuration file is not known; nil where all that there is was read.
	unread *value.Value
}

// parseFlags reads a command line.
func parseFlags(args []shell.Word, flags []flag, s style) *parsed {
	p := &parsed{values: map[string]value.Value{}, written: map[string]deploy.Word{}, texts: map[string][]string{}}
	for i := 0; i < len(args); i++ {
		w := args[i]
		text := strings.TrimLeft(w.Text, `"'`)
		switch {
		case !w.Known && !strings.HasPrefix(text, "-"):
			if p.opaque == nil && isVariable(text) {
				p.opaque = &args[i]
			}
			p.positionals = append(p.positionals, w)
			continue
		case w.Text == "--":
			p.positionals = append(p.positionals, args[i+1:]...)
			return p
		case !strings.HasPrefix(text, "-") || text == "-":
			p.positionals = append(p.positionals, w)
			continue
		}
		if strings.HasPrefix(text, "--") {
			i += p.long(w, text, args[i+1:], flags, s)
		} else {
			i += p.short(w, text, args[i+1:], flags, s)
		}
	}
	return p
}

// isVariable reports whether a word is nothing but a variable.
func isVariable(text string) bool {
	text = strings.Trim(text, `"'`)
	return strings.HasPrefix(text, "$") && !strings.ContainsAny(text, "/:. ")
}

// long reads --name, --name=value and --name value, and returns how many further words it took.
func (p *parsed) long(w shell.Word, text string, rest []shell.Word, flags []flag, s style) int {
	name, inline, joined := strings.Cut(text, "=")
	f, ok := findFlag(flags, name, s.prefixes)
	if !ok {
		if s.unknownTakes && !joined && len(rest) > 0 && !strings.HasPrefix(rest[0].Text, "-") {
			p.set(flag{dest: strings.TrimLeft(name, "-")}, w, rest[0])
			return 1
		}
		operand := w
		operand.Text = inline
		if !joined {
			p.set(flag{dest: strings.TrimLeft(name, "-"), kind: isOn}, w, w)
		} else {
			p.set(flag{dest: strings.TrimLeft(name, "-")}, w, operand)
		}
		return 0
	}
	if f.kind == isOn || f.kind == isOff {
		p.set(f, w, w)
		return 0
	}
	if joined {
		operand := w
		operand.Text = inline
		operand.Span = w.Span.After(name + "=")
		p.set(f, w, operand)
		return 0
	}
	return p.next(f, w, rest)
}

// next gives a flag the word behind it.
func (p *parsed) next(f flag, w shell.Word, rest []shell.Word) int {
	if len(rest) == 0 {
		return 0
	}
	p.set(f, w, rest[0])
	return 1
}

// short reads -w 3, -w3 and joined flags such as -DR.
func (p *parsed) short(w shell.Word, text string, rest []shell.Word, flags []flag, s style) int {
	for at := 1; at < len(text); at++ {
		f, ok := findFlag(flags, "-"+text[at:at+1], false)
		switch {
		case !ok:
			if s.unknownTakes && at+1 == len(text) && len(rest) > 0 && !strings.HasPrefix(rest[0].Text, "-") {
				p.set(flag{dest: text[at:]}, w, rest[0])
				return 1
			}
			return 0
		case f.kind == isOn || f.kind == isOff:
			p.set(f, w, w)
			continue
		case at+1 < len(text):
			operand := w
			operand.Text = strings.TrimPrefix(text[at+1:], "=")
			operand.Span = w.Span.After(text[:at+1])
			p.set(f, w, operand)
			return 0
		}
		return p.next(f, w, rest)
	}
	return 0
}

// findFlag returns the flag of that name, or, where prefixes count, the only one that the name begins.
func findFlag(flags []flag, name string, prefixes bool) (flag, bool) {
	var found flag
	matches := 0
	for _, f := range flags {
		for n := range strings.FieldsSeq(f.names) {
			if n == name {
				return f, true
			}
			if prefixes && len(name) > 2 && strings.HasPrefix(n, name) {
				found = f
				matches++
			}
		}
	}
	return found, matches == 1
}

// set notes a flag's value.
func (p *parsed) set(f flag, name, operand shell.Word) {
	if f.dest == "" {
		return
	}
	p.written[f.dest] = deploy.WordOf(name)
	p.texts[f.dest] = append(p.texts[f.dest], strings.Trim(operand.Text, `"'`))
	here := value.Step{How: value.Assigned, Span: operand.Span, Text: "it is given here"}
	switch f.kind {
	case isOn:
		p.values[f.dest] = value.OfBool(true).With(here)
	case isOff:
		p.values[f.dest] = value.OfBool(false).With(here)
	case takesNumber:
		p.values[f.dest] = operand.Value().AsInt().With(here)
	case takesMore:
		old := p.values[f.dest]
		if len(old.Elems()) >= mostRepeats {
			return
		}
		elems := append(append([]value.Value(nil), old.Elems()...), operand.Given())
		list := value.OfSequence(value.List, elems...)
		list.Trail = old.Trail
		p.values[f.dest] = list.With(here)
	default:
		p.values[f.dest] = operand.Value().With(here)
	}
}

// word returns the operand of a flag as a word, zero where it was not given.
func (p *parsed) word(dest string) deploy.Word {
	v, ok := p.values[dest]
	if !ok {
		return deploy.Word{}
	}
	text, isKnown := v.Text()
	if texts := p.texts[dest]; !isKnown && len(texts) > 0 {
		text = texts[len(texts)-1]
	}
	return deploy.Word{Text: text, Known: isKnown, Span: v.Span()}
}

// app returns the first positional word, one that is known if there is any.
func (p *parsed) app() deploy.Word {
	for _, w := range p.positionals {
		if w.Known || !isVariable(w.Text) {
			return deploy.WordOf(w)
		}
	}
	if len(p.positionals) > 0 {
		return deploy.WordOf(p.positionals[0])
	}
	return deploy.Word{}
}

// fallback adds what a program takes when nothing is said. Where an unknown word may say it, it is unknown.
func (p *parsed) fallback(dest string, v value.Value) {
	if _, ok := p.values[dest]; ok {
		return
	}
	if p.opaque != nil {
		unknown := p.opaque.Why
		unknown.Reason = value.Why(value.OptionMayStand, p.opaque.Text)
		p.values[dest] = unknown
		return
	}
	if p.unread != nil {
		p.values[dest] = *p.unread
		return
	}
	if len(v.Trail) == 0 {
		v = v.With(value.Step{How: value.Default, Text: "the program's default"})
	}
	p.values[dest] = v
}

// ParseBind reads an address as gunicorn does (gunicorn.util.parse_address): unix:PATH, fd://N, HOST, HOST:PORT, [::]:PORT.
// Of an unknown value the text as written may still tell the host.
func ParseBind(v value.Value, written, defaultPort string) deploy.Bind {
	b := deploy.Bind{Span: v.Span(), Known: true}
	text, ok := v.Text()
	if !ok {
		b.Known = false
		text = written
	}
	text = strings.TrimPrefix(text, "tcp://")
	switch {
	case strings.HasPrefix(text, "fd://"):
		b.Known = false
		return b
	}
	if unix, ok := address.Unix(text); ok {
		b.Unix = unix
		return b
	}
	b.Host, b.Port = address.HostPort(text, defaultPort)
	return b
}

// bindAt makes an address of a host and a port that are given apart.
func bindAt(host, port value.Value) deploy.Bind {
	b := deploy.Bind{Known: true, Default: host.Span().IsZero() && port.Span().IsZero()}
	b.Span = host.Span()
	if b.Span.IsZero() {
		b.Span = port.Span()
	} else if at := port.Span(); at.File == b.Span.File {
		b.Span = b.Span.Join(at)
	}
	var okHost, okPort bool
	b.Host, okHost = host.Text()
	if n, isInt := port.Int(); isInt {
		b.Port, okPort = strconv.FormatInt(n, 10), true
	} else {
		b.Port, okPort = port.Text()
	}
	b.Known = okHost && okPort
	return b
}
