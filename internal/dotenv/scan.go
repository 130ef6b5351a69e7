package dotenv

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"deploylint/internal/value"

	"github.com/joho/godotenv"
)

// scan finds the statements where godotenv's parser (parser.go of v1.5.1) finds them. Only the bounds are found here;
// whether a statement is one, and what its value is, godotenv decides on it alone.
func (f *File) scan() {
	text := f.Source.Text
	i := 0
	if strings.HasPrefix(text, "\ufeff") {
		i = len("\ufeff")
	}
	for i < len(text) {
		c, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(c):
			i += n
		case c == '#':
			i = lineEnd(text, i)
		default:
			i = f.scanStatement(i)
		}
	}
	f.evaluate()
}

// lineEnd returns the offset of the next "\n", or the end of the text.
func lineEnd(text string, i int) int {
	if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(text)
}

// scanStatement reads the statement that begins at start and returns where the next one may begin.
func (f *File) scanStatement(start int) int {
	text := f.Source.Text
	end := lineEnd(text, start)
	s := &Statement{}
	i := start
	if rest := text[i:end]; strings.HasPrefix(rest, "export") {
		after := strings.TrimLeftFunc(rest[len("export"):], isBlank)
		if len(after) < len(rest)-len("export") {
			s.Export = true
			i = end - len(after)
		}
	}
	n := strings.IndexAny(text[i:end], "=:")
	if n < 0 {
		f.issue(NoValue, f.Source.Span(start, trimRight(text, start, end)), "the line has no value")
		return end
	}
	keyEnd := trimRight(text, i, i+n)
	s.Key, s.KeySpan, s.Delimiter = text[i:keyEnd], f.Source.Span(i, keyEnd), text[i+n]
	from := i + n + 1
	from += len(text[from:]) - len(strings.TrimLeftFunc(text[from:], isBlank))
	next := len(text)
	if from < len(text) && (text[from] == '"' || text[from] == '\'') {
		s.Quote = text[from]
		closing := closingQuote(text, from)
		if closing < 0 {
			f.issue(Unterminated, f.Source.Span(start, trimRight(text, start, end)), "the quote is not closed")
			return end
		}
		next = closing + 1
		s.ValueSpan = f.Source.Span(from, next)
	} else {
		if m := strings.IndexAny(text[from:], "\r\n"); m >= 0 {
			next = from + m
		}
		s.ValueSpan = f.Source.Span(from, trimRight(text, from, cutComment(text, from, next)))
	}
	s.Raw = s.ValueSpan.Text()
	s.Span = f.Source.Span(start, max(s.ValueSpan.End, keyEnd))
	if values, err := godotenv.Unmarshal(text[start:next] + "\n"); err != nil || s.Key == "" || !has(values, s.Key) {
		f.issue(BadName, f.Source.Span(start, keyEnd), "the name is not one that a variable can have")
		return end
	}
	f.Statements = append(f.Statements, s)
	return max(next, start+1)
}

func has(values map[string]string, key string) bool {
	_, ok := values[key]
	return ok
}

// isBlank is godotenv's isSpace: blanks that end no line.
func isBlank(c rune) bool {
	switch c {
	case '\t', '\v', '\f', '\r', ' ', 0x85, 0xA0:
		return true
	}
	return false
}

func trimRight(text string, start, end int) int {
	return start + len(strings.TrimRightFunc(text[start:end], unicode.IsSpace))
}

// closingQuote returns the offset of the quote that closes the one at i, or -1.
func closingQuote(text string, i int) int {
	for j := i + 1; j < len(text); j++ {
		if text[j] == text[i] && text[j-1] != '\\' {
			return j
		}
	}
	return -1
}

// cutComment returns where the comment in text[start:end] begins that most readers see: at the first "#" behind a blank.
func cutComment(text string, start, end int) int {
	for i := start + 1; i < end; i++ {
		if text[i] == '#' && (text[i-1] == ' ' || text[i-1] == '\t') {
			return i
		}
	}
	return end
}

// expansion is godotenv's own expression for a reference.
var expansion = regexp.MustCompile(`(\\)?(\$)(\()?\{?([A-Z0-9_]+)?\}?`)

// reference is what one reader or another takes for a reference. godotenv knows capitals only.
var reference = regexp.MustCompile(`\\?\$\{?([A-Za-z_][A-Za-z0-9_]*)`)

// evaluate asks godotenv for the value of every statement. A reference sees the statements before it, so godotenv is
// given those that the statement refers to, and theirs, together with it.
func (f *File) evaluate() {
	text := f.Source.Text
	latest := map[string]int{}
	e := evaluator{file: f, needs: make([][]int, len(f.Statements)), size: make([]int, len(f.Statements)), depth: make([]int, len(f.Statements))}
	for i, s := range f.Statements {
		if before, ok := latest[s.Key]; ok {
			s.Repeats = true
			f.Statements[before].Overridden = true
		}
		e.size[i] = s.Span.End - s.Span.Start
		if s.Quote != '\'' && strings.Contains(text[s.ValueSpan.Start:s.end()], "$") {
			e.refer(i, latest)
		}
		s.Value, s.Known = e.value(i)
		latest[s.Key] = i
	}
}

// end returns where the statement ends for godotenv, which is the one to find the comment behind an unquoted value.
func (s *Statement) end() int {
	if s.Quote != 0 {
		return s.ValueSpan.End
	}
	if n := strings.IndexAny(s.Span.File.Text[s.ValueSpan.Start:], "\r\n"); n >= 0 {
		return s.ValueSpan.Start + n
	}
	return len(s.Span.File.Text)
}

// An evaluator bounds the work that references cause: what a value may grow to is counted before godotenv expands it.
type evaluator struct {
	file  *File
	needs [][]int // the statements that a statement refers to
	size  []int   // no value is longer than this
	depth []int
	spent int
}

// refer records what statement i refers to.
func (e *evaluator) refer(i int, latest map[string]int) {
	s := e.file.Statements[i]
	for _, m := range reference.FindAllStringSubmatch(s.Raw, maxDepth) {
		if _, ok := latest[m[1]]; !ok && m[0][0] != '\\' {
			s.outside = append(s.outside, m[1])
		}
	}
	for _, m := range expansion.FindAllStringSubmatch(s.Span.File.Text[s.ValueSpan.Start:s.end()], -1) {
		before, ok := latest[m[4]]
		if !ok {
			continue
		}
		e.size[i] = min(e.size[i]+e.size[before], maxValue+1)
		e.depth[i] = max(e.depth[i], e.depth[before]+1)
		if !slices.Contains(e.needs[i], before) && len(e.needs[i]) < maxDepth*maxDepth {
			e.needs[i] = append(e.needs[i], before)
		}
	}
}

// value returns godotenv's value of statement i.
func (e *evaluator) value(i int) (string, bool) {
	needed := map[int]bool{i: true}
	var collect func(int) bool
	collect = func(j int) bool {
		for _, k := range e.needs[j] {
			if !e.file.Statements[k].Known {
				return false
			}
			if !needed[k] {
				needed[k] = true
				if !collect(k) {
					return false
				}
			}
		}
		return true
	}
	if e.size[i] > maxValue || e.depth[i] > maxDepth || len(e.needs[i]) >= maxDepth*maxDepth || !collect(i) {
		return "", false
	}
	var text strings.Builder
	for _, j := range slices.Sorted(maps.Keys(needed)) {
		s := e.file.Statements[j]
		text.WriteString(s.Span.File.Text[s.Span.Start:s.end()])
		text.WriteByte('\n')
	}
	if e.spent += text.Len() + e.size[i]; e.spent > maxTotal {
		return "", false
	}
	values, err := godotenv.Unmarshal(text.String())
	if err != nil {
		return "", false
	}
	return values[e.file.Statements[i].Key], true
}

// godotenv tells what godotenv.Load makes of the file: all of it, or nothing. For godotenv itself a reference to what the
// file does not hold is empty; the readers that this dialect stands for look into the environment, so that it is not known
// unless the environment is.
func (r *reading) godotenv() {
	for _, s := range r.file.Statements {
		e := r.add(s.Key, s.KeySpan.Start, s.KeySpan.End, s.ValueSpan.Start, s.ValueSpan.End)
		e.Span = s.Span
		v := result{text: s.Value}
		if !s.Known {
			v = result{unknown: value.Because("it grows too long")}
		}
		for _, name := range s.outside {
			if _, supply := r.scope.lookup(name); supply == Open {
				v = v.join(r.scope.reference(name))
			}
		}
		r.set(e, v)
	}
	for _, i := range r.file.Issues {
		if i.Kind != NotText {
			r.refuse(i.Kind, i.Span.Start, i.Span.End, i.Message)
		}
	}
}
