package pcre

import (
	"strings"
	"testing"
)

func pattern(t *testing.T, text string) Pattern {
	t.Helper()
	p, ok := Parse(text, false)
	if !ok {
		t.Fatalf("%s: not parsed", text)
	}
	return p
}

func TestPatternRefused(t *testing.T) {
	for _, text := range []string{"(", "a(?!b)", `(a)\1`, "a++", strings.Repeat("a", 2000)} {
		if _, ok := Parse(text, false); ok {
			t.Errorf("%.20s was parsed", text)
		}
	}
}

func TestPatternGroups(t *testing.T) {
	p := pattern(t, `^/(?<lang>[a-z]+)/(?:x|y)/(.*)$`)
	if got := p.Groups(); got != 2 {
		t.Errorf("groups: %d", got)
	}
	for name, want := range map[string]int{"lang": 1, "1": 1, "2": 2, "3": 0, "other": 0} {
		if got := p.Group(name); got != want {
			t.Errorf("group %s: %d, want %d", name, got, want)
		}
	}
}

func TestPatternMayHold(t *testing.T) {
	for _, test := range []struct {
		pattern string
		newline bool
	}{
		{`^/(.*)$`, false},
		{`^/([^/]*)$`, true},
		{`^/([a-z]+)$`, false},
		{`^/(\S+)$`, false},
		{`^/(\w+|\W+)$`, true},
		{`^/(a\sb)$`, true},
		{`^/((?:x|[^y])*)$`, true},
		{`(?s)^/(.*)$`, true},
	} {
		if got := pattern(t, test.pattern).MayHold(1, '\n'); got != test.newline {
			t.Errorf("%s: %v", test.pattern, got)
		}
	}
}

func TestPatternAnchors(t *testing.T) {
	for _, test := range []struct {
		pattern      string
		begins, ends bool
	}{
		{`^a$`, true, true},
		{`^(a|b)$`, true, true},
		{`(^a|^b)$`, true, true},
		{`^a|b$`, false, false},
		{`\.php`, false, false},
		{`\.(css|js)$`, false, true},
		{`^/x`, true, false},
	} {
		p := pattern(t, test.pattern)
		if p.Begins() != test.begins || p.Ends() != test.ends {
			t.Errorf("%s: begins %v, ends %v", test.pattern, p.Begins(), p.Ends())
		}
	}
}

func TestPatternExample(t *testing.T) {
	for text, want := range map[string]string{
		`^https://([a-z0-9-]+\.)?shop\.example$`: "https://shop.example",
		`shop.example`:                           "shopaexample",
		`^https?://(www|m)\.shop\.example:\d+$`:  "http://www.shop.example:0",
		`^(?:ab){2,3}$`:                          "abab",
	} {
		if got, ok := pattern(t, text).Example(); got != want || !ok {
			t.Errorf("%s: %q %v, want %q", text, got, ok, want)
		}
	}
	if got, ok := pattern(t, `a\bb`).Example(); ok {
		t.Errorf("a pattern that matches nothing has the example %q", got)
	}
}

func TestPatternBacktracks(t *testing.T) {
	for text, want := range map[string]bool{
		`^/(\w+\s?)+$`:             true,
		`^(.*)*x`:                  true,
		`^/([a-z]+)*$`:             true,
		`^/([a-z]+[a-z])+/$`:       true,
		`^/([a-z]*|x)+$`:           true,
		`^/((a+)b?)+$`:             true,
		`^/([a-z]+/)+$`:            false,
		`^/([^/]+/)*x$`:            false,
		`^/(.*)$`:                  false,
		`^/(\w+\s?)+`:              false,
		`^(?:[a-z0-9-]+\.)+com$`:   false,
		`\.(?:css|js|png)$`:        false,
		`^/(?:[a-z]{1,3}/)?(.+)$`:  false,
		`^/([0-9]{4}-[0-9]{2})+/$`: false,
	} {
		if got := pattern(t, text).Backtracks(); got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

func FuzzPattern(f *testing.F) {
	for _, text := range []string{`^/(\w+\s?)+$`, `a(?!b)`, `[`, `(?i)x{3,}`, `^https?://(.+\.)?x\.y$`, `(((((a*)*)*)*)*)*`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, ok := Parse(text, true)
		if !ok {
			return
		}
		p.Backtracks()
		p.Begins()
		p.Ends()
		p.MayHold(1, '\n')
		if example, ok := p.Example(); ok && !p.Matches(example) {
			t.Errorf("%q does not match its own example %q", text, example)
		}
	})
}

func BenchmarkPattern(b *testing.B) {
	for b.Loop() {
		p, _ := Parse(`^https?://([a-z0-9-]+\.)*shop\.example(:\d+)?$`, false)
		p.Backtracks()
		p.Example()
	}
}
