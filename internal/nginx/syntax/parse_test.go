package syntax

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"deploylint/internal/nginx/nginxtest"
	"deploylint/internal/source"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	for _, c := range nginxtest.TreeCases() {
		t.Run(c.Name, func(t *testing.T) {
			tree := Parse(source.NewFile("site.conf", c.Text))
			if diff := cmp.Diff(c.Want, strings.TrimSuffix(tree.String(), "\n")); diff != "" {
				t.Errorf("tree (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff([]string(nil), errorLines(tree)); diff != "" {
				t.Errorf("errors (-want +got):\n%s", diff)
			}
		})
	}
}

// errorLines returns the tree's errors as "line:column-column message".
func errorLines(tree *Tree) []string {
	var lines []string
	for _, e := range tree.Errors {
		from, to := e.Span.From(), e.Span.To()
		end := strconv.Itoa(to.Column)
		if from.Line != to.Line {
			end = fmt.Sprintf("%d:%d", to.Line, to.Column)
		}
		lines = append(lines, fmt.Sprintf("%d:%d-%s %s", from.Line, from.Column, end, e.Message))
	}
	return lines
}

func TestParseRecovers(t *testing.T) {
	for _, c := range nginxtest.RecoveryCases() {
		t.Run(c.Name, func(t *testing.T) {
			tree := Parse(source.NewFile("site.conf", c.Text))
			if diff := cmp.Diff(c.Errors, errorLines(tree)); diff != "" {
				t.Errorf("errors (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.Want, strings.TrimSuffix(tree.String(), "\n")); diff != "" {
				t.Errorf("tree (-want +got):\n%s", diff)
			}
		})
	}
}

func TestParseSpans(t *testing.T) {
	const text = "# top\nserver { # a\n  add_header X \"a b\" always;\n  location /é/ {\n  }\n}\n"
	tree := Parse(source.NewFile("site.conf", text))
	server := tree.Directives[0]
	header, location := server.Block[0], server.Block[1]
	got := map[string]string{
		"server opener":   server.Opener.Text(),
		"server":          server.Span.Text(),
		"header":          header.Source().Text(),
		"header value":    header.Arg(1).Span.Text(),
		"header args":     header.ArgsSpan().Text(),
		"location opener": location.Source().Text(),
		"location end":    fmt.Sprint(location.Span.To()),
		"comments":        tree.Comments[0].Text() + tree.Comments[1].Text(),
		"parent":          location.Parent.Name.Text,
	}
	want := map[string]string{
		"server opener":   "server {",
		"server":          text[6 : len(text)-1],
		"header":          `add_header X "a b" always;`,
		"header value":    `"a b"`,
		"header args":     `X "a b" always`,
		"location opener": "location /é/ {",
		"location end":    "{5 4}",
		"comments":        "# top# a",
		"parent":          "server",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestParseConditional(t *testing.T) {
	tree := Parse(source.NewFile("a.j2", "listen 80;\n{% if tls %}\nlisten 443 ssl;\n{% endif %}\nroot /a;"))
	var got []string
	for d := range tree.All() {
		if d.Conditional {
			got = append(got, d.Span.Text())
		}
	}
	if diff := cmp.Diff([]string{"listen 443 ssl;"}, got); diff != "" {
		t.Errorf("conditional (-want +got):\n%s", diff)
	}
}

func TestWordVariables(t *testing.T) {
	cases := []struct {
		text, want string
		literal    bool
	}{
		{"a", "", true},
		{"https://$host$request_uri", "host request_uri", false},
		{"${host}a:$server_port", "host server_port", false},
		{"/srv/$1x", "1", false},
		{"a$", "", false},
		{"$ $$a", "a", false},
	}
	for _, c := range cases {
		w := Word{Text: c.text}
		_, literal := w.Literal()
		if got := strings.Join(slices.Collect(w.Variables()), " "); got != c.want || literal != c.literal {
			t.Errorf("%q: variables %q, literal %v, want %q, %v", c.text, got, literal, c.want, c.literal)
		}
	}
	if w := (Word{Text: "${HTTP_Host}"}); !w.Uses("http_host") || w.Uses("host") {
		t.Error("Uses finds the wrong variables")
	}
}

func TestParseLimits(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"large file", strings.Repeat("#", MaxFile+1), "file is larger than 1 MB"},
		{"many directives", strings.Repeat("a;", MaxDirectives+1), "more than 100,000 directives"},
		{"deep blocks", strings.Repeat("a{", 10_000) + strings.Repeat("}", 10_000), "nested more than 32 deep"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			tree := Parse(source.NewFile("site.conf", c.text))
			if len(tree.Errors) != 1 || !tree.Errors[0].Limit || !strings.Contains(tree.Errors[0].Message, c.want) {
				t.Errorf("errors = %q, want one that says %q", errorLines(tree), c.want)
			}
			depth := 0
			for d := range tree.All() {
				n := 0
				for p := d; p != nil; p = p.Parent {
					n++
				}
				depth = max(depth, n)
			}
			if depth > maxDepth+1 {
				t.Errorf("the tree is %d deep", depth)
			}
		})
	}
}

// A verdict is what nginx said about a case of testdata/grammar.txt.
type verdict struct {
	OK      bool   `json:"ok"`
	Message string `json:"message"`
	Line    int    `json:"line"`
}

// TestGrammar compares with what nginx said: what it refuses while reading must be an error here, and what is an error
// here it must refuse, if only later (a missing ";" makes two directives one, with too many parameters).
func TestGrammar(t *testing.T) {
	data, err := os.ReadFile("testdata/grammar.json")
	if err != nil {
		t.Fatal(err)
	}
	var recorded map[string]verdict
	if err := json.Unmarshal(data, &recorded); err != nil {
		t.Fatal(err)
	}
	reading := regexp.MustCompile(`^(unexpected|too long parameter|unknown directive "\x{feff})`)
	names, texts := nginxtest.GrammarCases(t)
	if len(names) != len(recorded) || len(names) < 100 {
		t.Fatalf("%d cases, %d recorded: run grammar.py", len(names), len(recorded))
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			said, ok := recorded[name]
			if !ok {
				t.Fatal("not recorded: run grammar.py")
			}
			tree := Parse(source.NewFile("nginx.conf", texts[name]))
			got := errorLines(tree)
			switch {
			case name == "missing semicolon before a directive":
				// nginx takes the next line for more names; that is no less an error.
				if !said.OK || len(got) != 1 {
					t.Errorf("nginx takes it: %v, errors: %q", said.OK, got)
				}
			case said.OK && len(got) > 0:
				t.Errorf("nginx takes it, errors here: %q", got)
			case reading.MatchString(said.Message) && len(got) == 0:
				t.Errorf("nginx says %q in line %d, no error here", said.Message, said.Line)
			case strings.HasPrefix(said.Message, "unexpected \"") && len(got) > 0 && strings.HasPrefix(tree.Errors[0].Message, "unexpected"):
				if line := tree.Errors[0].Span.From().Line; line != said.Line {
					t.Errorf("error in line %d, nginx says line %d: %q", line, said.Line, got)
				}
			}
		})
	}
}

// TestGrammarRecording asks the installed nginx again.
func TestGrammarRecording(t *testing.T) {
	if _, err := exec.LookPath("nginx"); err != nil {
		t.Skip("nginx is not installed; its recorded answers are tested by TestGrammar")
	}
	data, err := os.ReadFile("testdata/grammar.json")
	if err != nil {
		t.Fatal(err)
	}
	var recorded map[string]verdict
	if err := json.Unmarshal(data, &recorded); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	names, texts := nginxtest.GrammarCases(t)
	for _, name := range names {
		conf := dir + "/nginx.conf"
		if err := os.WriteFile(conf, []byte(texts[name]), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("nginx", "-t", "-p", dir, "-c", conf, "-g", "pid "+dir+"/pid; error_log stderr;").CombinedOutput()
		if got := err == nil; got != recorded[name].OK {
			t.Errorf("%s: nginx takes it: %v, recorded: %v\n%s", name, got, recorded[name].OK, out)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, c := range nginxtest.TreeCases() {
		f.Add(c.Text)
	}
	for _, c := range nginxtest.RecoveryCases() {
		f.Add(c.Text)
	}
	_, texts := nginxtest.GrammarCases(f)
	for _, text := range texts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file := source.NewFile("nginx.conf.j2", text)
		tree := Parse(file)
		inside := func(what string, outer, inner source.Span) {
			if inner.File != file || inner.Start < outer.Start || inner.End > outer.End || inner.Start > inner.End {
				t.Fatalf("%s %v lies outside of %v", what, inner, outer)
			}
		}
		whole := file.Span(0, len(text))
		for d := range tree.All() {
			outer := whole
			if d.Parent != nil {
				outer = d.Parent.Span
			}
			inside("directive", outer, d.Span)
			inside("opener", d.Span, d.Opener)
			inside("name", d.Opener, d.Name.Span)
			for _, a := range d.Args {
				inside("word", d.Opener, a.Span)
			}
		}
		for _, e := range tree.Errors {
			inside("error", whole, e.Span)
		}
		for _, c := range tree.Comments {
			inside("comment", whole, c)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	file := source.NewFile("site.conf", nginxtest.BenchmarkText(100))
	b.SetBytes(int64(len(file.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(file)
	}
}

// TestManyErrors holds the errors of one file to a number that somebody reads.
func TestManyErrors(t *testing.T) {
	tree := Parse(source.NewFile("nginx.conf", strings.Repeat(";}", 100_000)+"server { listen 80; }"))
	if len(tree.Errors) != maxErrors || len(tree.Directives) != 1 {
		t.Errorf("%d errors, %d directives", len(tree.Errors), len(tree.Directives))
	}
}
