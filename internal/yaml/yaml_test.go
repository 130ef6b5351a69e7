package yaml_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"deploylint/internal/source"
	"deploylint/internal/yaml"
)

func parse(t *testing.T, text string) *yaml.Node {
	t.Helper()
	n, err := yaml.Parse(source.NewFile("compose.yml", text))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestMergedEntries(t *testing.T) {
	root := parse(t, `
x-base: &base {image: shop, user: app}
x-more: &more {user: root, cpus: "2"}
one: {<<: *base, user: own}
list: {<<: [*base, *more]}
twice: {user: first, user: last}
alias: *base
none: {<<: ~, image: x}
`)
	for _, c := range []struct{ key, entry, want string }{
		{"one", "user", "own"},
		{"one", "image", "shop"},
		{"list", "user", "app"}, // the first of a list wins
		{"list", "cpus", "2"},
		{"twice", "user", "last"},
		{"alias", "image", "shop"},
		{"none", "image", "x"},
		{"none", "user", ""},
		{"missing", "user", ""},
	} {
		n := root.Get(c.key)
		if got := n.Get(c.entry).Text(); got != c.want {
			t.Errorf("Get: %s.%s is %q, want %q", c.key, c.entry, got, c.want)
		}
		got := ""
		for _, p := range n.Pairs() {
			if p.Key.Value == c.entry {
				got = p.Value.Text()
			}
		}
		if got != c.want {
			t.Errorf("Pairs: %s.%s is %q, want %q", c.key, c.entry, got, c.want)
		}
	}
}

func TestItems(t *testing.T) {
	root := parse(t, "list: [a, &x b, *x]\none: c\nnull: ~\n")
	for key, want := range map[string]string{"list": "a b b", "one": "c", "missing": ""} {
		var got []string
		for _, n := range root.Get(key).Items() {
			got = append(got, n.Text())
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
}

func TestSpans(t *testing.T) {
	text := "plain: a b # c\nquoted: \"ä: x\" # c\nsingle: 'it''s' # c\nblock: |\n  one\n\n  two\nlast: [1, 2] # c\nä: {ö: z}\n"
	root := parse(t, text)
	for key, want := range map[string]string{
		"plain": "a b", "quoted": `"ä: x"`, "single": "'it''s'", "block": "|\n  one\n\n  two", "last": "[1, 2] # c", "ä": "{ö: z}",
	} {
		if got := root.Get(key).Span().Text(); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	if got := root.Get("ä").Get("ö").Span().Text(); got != "z" {
		t.Errorf("behind letters of two bytes: %q", got)
	}
	if !root.Get("missing").Span().IsZero() {
		t.Error("what is not there has a place")
	}
}

func TestSeveralDocuments(t *testing.T) {
	f := source.NewFile("k8s.yml", "a: 1\n---\n---\na: 2\n---\na: [\n")
	docs, err := yaml.ParseAll(f)
	if !errors.Is(err, yaml.ErrSyntax) {
		t.Errorf("error %v", err)
	}
	var got []string
	for _, d := range docs {
		got = append(got, d.Get("a").Text())
	}
	if strings.Join(got, ",") != "1,,2" {
		t.Errorf("documents %q", got)
	}
}

// Work is measured by what is returned, not by the clock: a mapping that is merged into itself many times over must not be
// walked as often as it is named.
func TestHostile(t *testing.T) {
	var bomb strings.Builder
	bomb.WriteString("a0: &a0 {k0: v}\n")
	for i := 1; i < 9; i++ {
		fmt.Fprintf(&bomb, "a%d: &a%d {<<: [%s], k%d: v}\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 12), ", "), i)
	}
	root := parse(t, bomb.String())
	if n := len(root.Get("a8").Pairs()); n > 10_000 {
		t.Errorf("%d pairs", n)
	}
	if root.Get("a8").Get("nowhere") != nil || root.Get("a8").Get("k0").Text() != "v" {
		t.Error("wrong answer in a bomb")
	}
	for name, text := range map[string]string{
		"itself":        "a: &a {<<: *a, b: *a}\n",
		"in a list":     "a: &a [*a]\n",
		"of each other": "a: &a {<<: &b {<<: *a}}\n",
	} {
		root, err := yaml.Parse(source.NewFile("x.yml", text))
		if err != nil {
			continue
		}
		root.Get("a").Get("b").Get("b").Get("c")
		root.Get("a").Pairs()
		root.Get("a").Items()
		if len(root.Get("a").Pairs()) > 10_000 {
			t.Errorf("%s: too many pairs", name)
		}
	}
	for name, c := range map[string]struct {
		text string
		want error
	}{
		"deep":         {strings.Repeat("[", 100) + strings.Repeat("]", 100), yaml.ErrAliases},
		"very deep":    {strings.Repeat("[", 100_000), yaml.ErrSyntax},
		"many aliases": {"a: &a 1\nb: [" + strings.Repeat("*a, ", 200) + "]\n", yaml.ErrAliases},
		"big":          {strings.Repeat("# x\n", 100_000), yaml.ErrTooBig},
		"no YAML":      {"a: b: c", yaml.ErrSyntax},
	} {
		if _, err := yaml.Parse(source.NewFile("x.yml", c.text)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("a: &a {<<: *a, b: [1, \"2\"]}\n---\nc: |\n  d\n")
	f.Fuzz(func(t *testing.T, text string) {
		file := source.NewFile("x.yml", text)
		docs, _ := yaml.ParseAll(file)
		seen := 0
		var walk func(n *yaml.Node)
		walk = func(n *yaml.Node) {
			if seen++; n == nil || seen > 1000 {
				return
			}
			if s := n.Span(); s.Start < 0 || s.End < s.Start || s.End > len(text) {
				t.Fatalf("span %d to %d of %d", s.Start, s.End, len(text))
			}
			for _, p := range n.Pairs() {
				walk(p.Key)
				walk(p.Value)
			}
			if n.Kind == yaml.Sequence {
				for _, one := range n.Items() {
					walk(one)
				}
			}
		}
		for _, d := range docs {
			walk(d)
		}
	})
}
