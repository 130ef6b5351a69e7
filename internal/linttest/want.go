package linttest

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"deploylint/internal/lint"
)

// A want is one expectation of a case.
type want struct {
	path    string
	line    int
	rule    string
	kind    lint.Kind
	level   lint.Level // RuleLevel where the want does not say
	message *regexp.Regexp
	met     bool
}

func (w *want) String() string {
	what := w.kind.String()
	if w.level != lint.RuleLevel {
		what = w.level.String()
	}
	return fmt.Sprintf("want %s %s %q", w.rule, what, w.message)
}

// wantMark finds a want comment. It must hold an id, so that "# want" in somebody's prose is none.
func wantMark() *regexp.Regexp {
	return regexp.MustCompile(`(?:#|;|//)[ \t]*want[ \t]+([+-]\d+[ \t]+)?(DPL\d{3}[ \t].*)$`)
}

// parseWants reads all wants of a file.
func parseWants(path, text string) ([]*want, error) {
	var wants []*want
	mark := wantMark()
	line := 0
	for content := range strings.Lines(text) {
		line++
		m := mark.FindStringSubmatch(strings.TrimRight(content, " \t\r\n"))
		if m == nil {
			continue
		}
		at := line
		if m[1] != "" {
			offset, err := strconv.Atoi(strings.TrimSpace(m[1]))
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %w", path, line, err)
			}
			at += offset
		}
		found, err := parseWant(m[2])
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, line, err)
		}
		for _, w := range found {
			w.path, w.line = path, at
		}
		wants = append(wants, found...)
	}
	return wants, nil
}

// parseWant reads what stands behind the word want: any number of `ID [word] "regexp"`.
func parseWant(text string) ([]*want, error) {
	var wants []*want
	id := regexp.MustCompile(`^DPL\d{3}$`)
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		var w want
		w.rule, text, _ = strings.Cut(text, " ")
		if !id.MatchString(w.rule) {
			return nil, fmt.Errorf("a want has a rule's id here, not %q", w.rule)
		}
		text = strings.TrimSpace(text)
		if word, rest, _ := strings.Cut(text, " "); !strings.HasPrefix(word, `"`) && !strings.HasPrefix(word, "`") {
			switch word {
			case "open":
				w.kind = lint.KindOpen
			case "pass":
				w.kind = lint.KindPass
			case "error":
				w.level = lint.Error
			case "warning":
				w.level = lint.Warning
			case "note":
				w.level = lint.Note
			default:
				return nil, fmt.Errorf("a want has open, pass, a level or a quoted pattern here, not %q", word)
			}
			text = strings.TrimSpace(rest)
		}
		quoted, err := strconv.QuotedPrefix(text)
		if err != nil {
			return nil, fmt.Errorf("a want has a quoted pattern here: %q", text)
		}
		pattern, err := strconv.Unquote(quoted)
		if err != nil {
			return nil, fmt.Errorf("the pattern %s: %w", quoted, err)
		}
		if w.message, err = regexp.Compile(pattern); err != nil {
			return nil, fmt.Errorf("the pattern %s: %w", quoted, err)
		}
		text = text[len(quoted):]
		wants = append(wants, &w)
	}
	return wants, nil
}

// Strip returns a fixture's text without its want comments, as documentation shows it. A line that held nothing else
// goes.
func Strip(text string) string {
	mark := wantMark()
	var b strings.Builder
	for line := range strings.Lines(text) {
		body := strings.TrimRight(line, " \t\r\n")
		at := mark.FindStringIndex(body)
		if at == nil {
			b.WriteString(line)
			continue
		}
		if kept := strings.TrimRight(body[:at[0]], " \t"); kept != "" {
			b.WriteString(kept + line[len(strings.TrimRight(line, "\r\n")):])
		}
	}
	return b.String()
}
