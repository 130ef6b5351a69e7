package python

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/cputime"
)

// TestErrors reads testdata/errors/*.py: chunks that are separated by a line "---", in which a comment
//
//	# want "regular expression"    (or: # want python2 "…", # want template "…", # want +1 "…" on the line above)
//
// stands on each line that has an error. Then "# keeps" lists, one per line, the statements that must survive.
func TestErrors(t *testing.T) {
	paths, err := filepath.Glob("testdata/errors/*.py")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no test data: %v", err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for i, chunk := range strings.Split(string(text), "---\n") {
			t.Run(fmt.Sprintf("%s/%d", filepath.Base(path), i+1), func(t *testing.T) { checkErrors(t, chunk) })
		}
	}
}

func checkErrors(t *testing.T, chunk string) {
	t.Helper()
	wants := regexp.MustCompile(`# want (\+1 )?(python2 |template )?"(.*)"`)
	kept := regexp.MustCompile(`(?m)^# keeps (.*)\n`)
	m := parse(kept.ReplaceAllString(chunk, ""))
	got := map[int]SyntaxError{}
	for _, e := range m.Errors {
		line := m.Span(e.Pos).From().Line
		if _, twice := got[line]; twice {
			t.Errorf("line %d: two errors: %s", line, e.Message)
		}
		got[line] = e
	}
	for i := range m.File.LineCount() {
		line := i + 1
		want := wants.FindStringSubmatch(m.File.Line(line))
		if want == nil {
			continue
		}
		if want[1] != "" {
			line++
		}
		e, ok := got[line]
		delete(got, line)
		switch {
		case !ok:
			t.Errorf("line %d: no error, want %q", line, want[3])
		case !regexp.MustCompile(want[3]).MatchString(e.Message):
			t.Errorf("line %d: got %q, want %q", line, e.Message, want[3])
		case e.Python2 != (want[2] == "python2 "), e.Template != (want[2] == "template "):
			t.Errorf("line %d: %q: Python2 %v, Template %v", line, e.Message, e.Python2, e.Template)
		}
	}
	for line, e := range got {
		t.Errorf("line %d: unexpected error: %s", line, e.Message)
	}
	var want, statements []string
	for _, k := range kept.FindAllStringSubmatch(chunk, -1) {
		want = append(want, k[1])
	}
	for _, s := range m.Body {
		name := strings.TrimPrefix(fmt.Sprintf("%T", s), "*python.")
		statements = append(statements, name+" "+strings.TrimSpace(strings.SplitN(m.Span(s).Text(), "\n", 2)[0]))
	}
	if diff := cmp.Diff(want, statements); want != nil && diff != "" {
		t.Errorf("statements (-want +got):\n%s", diff)
	}
}

// TestLimits feeds input that would cost a careless parser its stack, its memory or a minute.
func TestLimits(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"parentheses", strings.Repeat("(", 100_000), "too many nested parentheses"},
		{"closed parentheses", strings.Repeat("(", 100_000) + strings.Repeat(")", 100_000), "too many nested parentheses"},
		{"minus", strings.Repeat("-", 300_000) + "1", "too deeply nested"},
		{"not", strings.Repeat("not ", 100_000) + "1", "too deeply nested"},
		{"lambda", strings.Repeat("lambda: ", 100_000) + "1", "too deeply nested"},
		{"conditional", strings.Repeat("a if b else ", 50_000) + "1", "too deeply nested"},
		{"power", strings.Repeat("a ** ", 100_000) + "1", "too deeply nested"},
		{"elif", "if a: pass\n" + strings.Repeat("elif a: pass\n", 50_000), "too many elif"},
		{"sum", strings.Repeat("1+", 100_000) + "1", "too many operators"},
		{"attributes", "a" + strings.Repeat(".b", 100_000), "too long a chain"},
		{"calls", "a" + strings.Repeat("()", 50_000), "too long a chain"},
		{"case attributes", "match a:\n case a" + strings.Repeat(".b", 50_000) + ": pass", "too long a chain"},
		{"patterns", "match a:\n case " + strings.Repeat("[", 300) + strings.Repeat("]", 300) + ": pass", "too many nested"},
		{"indentation", nested(150), "too many levels of indentation"},
		{"f-strings", strings.Repeat("f'{", 100) + strings.Repeat("}'", 100), "nested too deeply"},
		{"format specs", "f'" + strings.Repeat("{a:", 100) + strings.Repeat("}", 100) + "'", "nested too deeply"},
		{"tokens", strings.Repeat("a,", 300_000), "too many tokens"},
		{"size", strings.Repeat("#", 2<<20), "more than 1 MB"},
		{"errors", strings.Repeat(")\n", 150_000), "invalid syntax"},
		{"quotes", strings.Repeat("'", 1<<19) + "\n", ""},
		{"backslashes in triple quotes", `"""` + strings.Repeat(`\`, 1<<19), "unterminated"},
		{"escaped quotes", `"""` + strings.Repeat(`\"`, 1<<18), "unterminated"},
		{"open f-strings", strings.Repeat("f'{\n", 100_000), ""},
		{"open f-strings in triple quotes", strings.Repeat("f'''{'\nf\"\"\"{\"\n", 30_000), ""},
		{"open brackets", strings.Repeat("x = (\n", 100_000), ""},
		{"comments with carriage returns", strings.Repeat("#\r", 1<<18), ""},
		{"decorators", strings.Repeat("@a\n", 100_000), "invalid syntax"},
		{"template comments", strings.Repeat("{# a #}\n", 100_000), ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var m *Module
			cputime.Within(t, 3*time.Second, func() { m = parse("KEPT = 1\n" + test.text) })
			found := test.want == ""
			for _, e := range m.Errors {
				found = found || strings.Contains(e.Message, test.want)
			}
			if !found {
				t.Errorf("no error %q among %d", test.want, len(m.Errors))
			}
			if _, ok := m.Body[0].(*Assign); !ok && test.name != "size" {
				t.Errorf("the first statement is lost: %T", m.Body[0])
			}
			for _, s := range m.Body {
				Walk(s, func(Node) bool { return true })
			}
		})
	}
}

// TestEncodings checks what is said about a file's encoding.
func TestEncodings(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"none", "x = 'é'", ""},
		{"byte order mark", "\ufeffx = 'é'", ""},
		{"utf-8", "# -*- coding: UTF-8 -*-\nx = 'é'", ""},
		{"second line", "#!/usr/bin/python\n# vim: set fileencoding=latin1 :\nx = '\xe9'", ""},
		{"third line", "\n\n# coding: koi8-r\n", ""},
		{"behind code", "x = 1\n# coding: koi8-r\n", ""},
		{"latin-9", "# coding: iso-8859-15\n", "unknown encoding: iso-8859-15"},
		{"latin-1 with byte order mark", "\ufeff# coding: latin-1\n", "with BOM"},
		{"ascii", "# coding: ascii\nx = 'é'", "'ascii' codec"},
		{"not UTF-8", "x = '\xe9'", "Non-UTF-8"},
		{"null byte", "x = '\x00'", "null bytes"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := parse(test.text)
			switch {
			case test.want == "" && len(m.Errors) > 0:
				t.Errorf("refused: %s", m.Errors[0].Message)
			case test.want != "" && (len(m.Errors) != 1 || !strings.Contains(m.Errors[0].Message, test.want)):
				t.Errorf("got %+v, want %q", m.Errors, test.want)
			}
		})
	}
}
