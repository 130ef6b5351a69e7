package python

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"deploylint/internal/source"
)

// An answer is what CPython says to a snippet: a tree with places, or an error.
type answer struct {
	Source string `json:"source"`
	Tree   string `json:"tree,omitempty"`
	Error  string `json:"error,omitempty"`
}

// ask has CPython parse snippets.
func (o oracle) ask(tb testing.TB, snippets []string) []answer {
	tb.Helper()
	input, err := json.Marshal(snippets)
	if err != nil {
		tb.Fatal(err)
	}
	var out struct{ Snippets []answer }
	if err := json.Unmarshal([]byte(o.run(tb, string(input), "snippets")), &out); err != nil {
		tb.Fatal(err)
	}
	return out.Snippets
}

// disagreement returns in what our parser differs from an answer of CPython, or "".
func disagreement(a answer, minor int) string {
	m := Parse(source.NewFile("snippet.py", a.Source))
	switch {
	case a.Error != "" && len(m.Errors) == 0:
		return "accepted, but CPython says: " + a.Error
	case a.Error != "":
		return ""
	case len(m.Errors) > 0:
		return "refused: " + m.Errors[0].Message
	}
	p := Printer{Place: places(m, minor)}
	return firstDifference(p.Module(m), a.Tree)
}

// TestMutations damages statements of CPython's own tests and asks CPython whether it would still take them, and how.
// DEPLOYLINT_MUTATIONS in the environment says how many.
func TestMutations(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	o := findOracle(t)
	if o.older(14) {
		t.Skipf("CPython %s knows less than the grammar of 3.14", o.version)
	}
	count, err := strconv.Atoi(os.Getenv("DEPLOYLINT_MUTATIONS"))
	if err != nil {
		count = 2000
	}
	seed, _ := strconv.ParseUint(os.Getenv("DEPLOYLINT_SEED"), 10, 64)
	random := rand.New(rand.NewPCG(seed, 2))
	pool := append(statements(t, o), snippets(t)...)
	var snippets []string
	for len(snippets) < count {
		if s := mutate(random, pool); utf8.ValidString(s) {
			snippets = append(snippets, s)
		}
	}
	bad, refused := 0, 0
	for _, a := range o.ask(t, snippets) {
		if a.Error != "" {
			refused++
		}
		if strings.Contains(a.Source, `\N{`) {
			continue // names of characters are not known here, and CPython leaves a lone Constant as a format spec of two
		}
		if diff := disagreement(a, o.minor); diff != "" {
			if bad++; bad > 40 {
				t.Fatal("too many differences")
			}
			t.Errorf("%s\n--- in\n%s", diff, a.Source)
		}
	}
	t.Logf("CPython %s took %d of %d snippets", o.version, len(snippets)-refused, len(snippets))
}

// statements returns short statements of the library's most varied files.
func statements(tb testing.TB, o oracle) []string {
	tb.Helper()
	var pool []string
	patterns := []string{
		"test/test_grammar.py", "test/test_patma.py", "test/test_fstring.py", "test/test_named_expressions.py",
		"test/test_type_params.py", "test/test_unpack*.py", "test/test_positional_only_arg.py", "test/test_exception_group.py",
		"test/test_generators.py", "test/test_coroutines.py", "test/test_string_literals.py", "test/test_lambda*.py",
		"typing.py", "dataclasses.py", "ast.py", "asyncio/*.py", "enum.py", "argparse.py",
	}
	for _, pattern := range patterns {
		paths, err := filepath.Glob(filepath.Join(o.library, pattern))
		if err != nil {
			tb.Fatal(err)
		}
		for _, path := range paths {
			m := readModule(tb, path)
			for _, s := range m.Body {
				Walk(s, func(n Node) bool {
					_, is := n.(Stmt)
					if p := n.Place(); is && p.To-p.From < 300 {
						pool = append(pool, dedent(m.File, p))
					}
					return true
				})
			}
		}
	}
	return pool
}

// dedent returns a statement as if it stood at the left margin.
func dedent(f *source.File, p Pos) string {
	text := f.Text[p.From:p.To]
	margin := f.Span(int(p.From), int(p.From)).From().Column - 1
	return strings.ReplaceAll(text, "\n"+strings.Repeat(" ", margin), "\n") + "\n"
}

// mutate returns one or two statements with a few tokens deleted, doubled, swapped or replaced.
func mutate(random *rand.Rand, pool []string) string {
	text := pool[random.IntN(len(pool))]
	if len(text) > 1000 {
		return text
	}
	other := pool[random.IntN(len(pool))]
	for range 1 + random.IntN(2) {
		toks := scan(text, 0, false).toks
		donors := scan(other, 0, false).toks
		i := random.IntN(len(toks))
		a, b := toks[i], toks[min(i+1, len(toks)-1)]
		donor := donors[random.IntN(len(donors))]
		piece := other[donor.from:donor.to]
		switch random.IntN(8) {
		case 0:
			text = text[:a.from] + text[a.to:]
		case 1:
			text = text[:a.to] + " " + text[a.from:a.to] + text[a.to:]
		case 2:
			text = text[:a.from] + text[b.from:b.to] + " " + text[a.from:a.to] + text[b.to:]
		case 3:
			text = text[:a.from] + piece + text[a.to:]
		case 4:
			text = text[:a.to] + " " + piece + " " + text[a.to:]
		case 6:
			at := random.IntN(len(text) + 1)
			text = text[:at] + text[min(at+1, len(text)):]
		case 7:
			at := random.IntN(len(text) + 1)
			const bytes = "'\"'\"{}{}()[]:!=#\\\n\n\t  .,;*@rbfut0123exj_\r\f"
			text = text[:at] + string(bytes[random.IntN(len(bytes))]) + text[at:]
		case 5:
			words := strings.Fields(": , = := * ** ( ) [ ] { } . ... -> @ ; not in is lambda yield await async for if else as " +
				"match case type _ print None True 1 1j -1 'a' b'a' f'{a}' t'{a}' f' | & + - ~ < == ! / # \\ import from del with")
			text = text[:a.from] + words[random.IntN(len(words))] + " " + text[a.from:]
		}
	}
	return text
}
