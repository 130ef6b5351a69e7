package shell

import (
	"errors"
	"fmt"
	"strings"

	"deploylint/internal/source"

	"mvdan.cc/sh/v3/syntax"
)

// The limits that keep hostile scripts cheap. No real start-up script comes near them.
const (
	maxSize        = 128 << 10
	maxParentheses = 2000
	maxSteps       = 20_000
	maxDepth       = 120
	maxText        = 64 << 10
	maxFields      = 1000
)

var (
	errTooBig  = errors.New("the script is too big")
	errTooDeep = errors.New("the script is nested too deeply")
	errTooLong = errors.New("the script has too many steps")
)

// A Text is shell source together with where it stands: a file of its own, or a string in a file of another language.
type Text struct {
	code  string
	place source.Span
	// exact is set where byte i of code is byte place.Start+i of the file.
	exact bool
	// offsets holds, where it is set, the place in the file of each byte of code.
	offsets []int
}

// FromFile returns the text of a script.
func FromFile(f *source.File) Text {
	return Text{code: f.Text, place: f.Span(0, len(f.Text)), exact: true}
}

// Inline returns code that stands, quoted in some way, at place. Where the quoting changed nothing the words have places
// of their own, else all of them stand at place.
func Inline(code string, place source.Span) Text {
	t := Text{code: code, place: place}
	if n := strings.Index(place.Text(), code); n >= 0 && code != "" {
		t.place = place.File.Span(place.Start+n, place.Start+n+len(code))
		t.exact = true
	}
	return t
}

// Mapped returns code whose byte i stands at offsets[i] of f.
func Mapped(code string, f *source.File, offsets []int) Text {
	t := Text{code: code, place: f.Span(0, 0), offsets: offsets}
	if len(offsets) > 0 && len(offsets) == len(code) {
		t.place = f.Span(offsets[0], offsets[len(offsets)-1]+1)
	} else {
		t.offsets = nil
	}
	return t
}

// span returns the place of the bytes [start, end) of the code.
func (t Text) span(start, end int) source.Span {
	switch {
	case t.exact:
		return t.place.File.Span(t.place.Start+start, t.place.Start+end)
	case t.offsets != nil && start < end && end <= len(t.offsets):
		return t.place.File.Span(t.offsets[start], t.offsets[end-1]+1)
	}
	return t.place
}

// of returns the place of a syntax node.
func (t Text) of(n syntax.Node) source.Span {
	return t.span(int(n.Pos().Offset()), int(n.End().Offset()))
}

// written returns the code of a syntax node.
func (t Text) written(n syntax.Node) string {
	start, end := int(n.Pos().Offset()), int(n.End().Offset())
	if start > end || end > len(t.code) {
		return ""
	}
	return t.code[start:end]
}

// hole replaces the bytes of what a template would fill in ({{ home }}, <%= home %>), so that offsets stay true and the
// word around it is known to be unknown.
const hole = '\x1a'

// parse returns the statements of the text up to the first error, and the error.
func (t Text) parse() ([]*syntax.Stmt, error) {
	if len(t.code) > maxSize {
		return nil, errTooBig
	}
	if strings.Count(t.code, "(") > maxParentheses {
		return nil, errTooDeep
	}
	code := mask(t.code)
	statements, err := parse(code)
	if failed, ok := errors.AsType[syntax.ParseError](err); ok {
		// The last statement may lack what the parser was looking for. Where the lines before the error are whole, they
		// are what can be trusted; else all but the last statement.
		statements = statements[:max(0, len(statements)-1)]
		before := strings.LastIndexByte(code[:min(int(failed.Pos.Offset()), len(code))], '\n')
		if whole, wrong := parse(code[:before+1]); wrong == nil && len(whole) > len(statements) {
			statements = whole
		}
	}
	return statements, withoutName(err)
}

// parse returns the statements before the first error, and the error. The loop never ends early: the parser may go on
// after an error, and its iterator does not bear being left.
func parse(code string) ([]*syntax.Stmt, error) {
	var statements []*syntax.Stmt
	var first error
	for s, err := range syntax.NewParser(syntax.Variant(syntax.LangBash)).StmtsSeq(strings.NewReader(code)) {
		switch {
		case first != nil:
		case err != nil:
			first = err
		default:
			statements = append(statements, s)
		}
	}
	return statements, first
}

// withoutName reduces a parser's error to its line and message. The messages name tokens, never the script's own words.
func withoutName(err error) error {
	if err == nil {
		return nil
	}
	if p, ok := errors.AsType[syntax.ParseError](err); ok {
		return fmt.Errorf("line %d: %s", p.Pos.Line(), p.Text)
	}
	return errors.New("it is not written for bash")
}

// mask replaces template holes by bytes that are part of a word, and template statements by blanks.
func mask(code string) string {
	if !strings.Contains(code, "{{") && !strings.Contains(code, "{%") && !strings.Contains(code, "<%") {
		return code
	}
	masked := []byte(code)
	for at := 0; at < len(code)-1; {
		closer, fill := "", byte(hole)
		switch code[at : at+2] {
		case "{{":
			closer = "}}"
		case "{%":
			closer, fill = "%}", ' '
		case "<%":
			closer = "%>"
		}
		end := -1
		if closer != "" {
			line, _, _ := strings.Cut(code[at:], "\n")
			end = strings.Index(line, closer)
		}
		if end < 0 {
			at++
			continue
		}
		for i := at; i < at+end+2; i++ {
			masked[i] = fill
		}
		at += end + 2
	}
	return string(masked)
}

// IsScript reports whether a file's text begins with a line that hands it to a shell.
func IsScript(text string) bool {
	interpreter, _ := shebang(text)
	switch interpreter {
	case "sh", "bash", "dash", "ash", "ksh", "zsh":
		return true
	}
	return false
}

// shebang returns the base name of the interpreter in a "#!" line and the words behind it.
func shebang(text string) (interpreter string, arguments []string) {
	line, _, _ := strings.Cut(text, "\n")
	line, ok := strings.CutPrefix(line, "#!")
	if !ok {
		return "", nil
	}
	words := strings.Fields(line)
	for len(words) > 0 && (base(words[0]) == "env" || words[0] == "-S" || strings.Contains(words[0], "with-contenv")) {
		words = words[1:]
	}
	if len(words) == 0 {
		return "", nil
	}
	return base(words[0]), words[1:]
}

func base(path string) string {
	return path[strings.LastIndexByte(path, '/')+1:]
}
