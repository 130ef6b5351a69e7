package proxy

import (
	"strconv"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/nginx/pcre"
	"deploylint/internal/nginx/syntax"
)

// captureMissing reports $1 to $9 where the regular expression has fewer groups.
//
// # Why it matters
//
// nginx starts, and puts nothing in the place of the capture: redirects lead to a path without its end, and an alias
// names a folder instead of a file.
//
// # Example
//
//	rewrite ^/old/.*$ /new/$1 permanent;
//
// # Use instead
//
//	rewrite ^/old/(.*)$ /new/$1 permanent;
//
// # Shown on nginx
//
//	request:   GET /old/page
//	answer:    Location: https://shop.example/new/
//	mended:    Location: https://shop.example/new/page
//
// # When it stays silent
//
// Where an earlier regular expression may have made the capture, and where Go cannot parse the pattern.
func captureMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL333",
		Name:    "capture-missing",
		Summary: "A capture is used that the regular expression does not have",
		Help:    "Put the part that is meant in parentheses, or correct the number",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#rewrite",
		},
		Since: "0.1.0",
		Check: lint.Untyped(checkCaptureMissing),
	}
}

func checkCaptureMissing(site *deploy.Site) []lint.Result {
	var found faults
	eachEntry(site, func(s *nginx.Server, l *nginx.Location, e nginx.Entry) {
		switch {
		case e.Is("rewrite") && !e.Arg(0).Hole:
			judgeCaptures(&found, s, e, e.Arg(0).Text, e.Arg(1))
		case l != nil && l.IsRegex() && e.Outer == l.Block && !l.PathWord.Hole && e.Is("return", "alias", "proxy_pass", "root", "try_files"):
			if _, again := l.First("rewrite", "if", "set"); !again {
				judgeCaptures(&found, s, e, l.Path, e.Args...)
			}
		}
	})
	return found.results
}

// judgeCaptures compares the captures in words with the groups of the pattern.
func judgeCaptures(found *faults, s *nginx.Server, e nginx.Entry, pattern string, words ...syntax.Word) {
	p, ok := pcre.Parse(pattern, true)
	if !ok {
		return
	}
	for _, w := range words {
		for name := range w.Variables() {
			n, err := strconv.Atoi(name)
			if err != nil || n <= p.Groups() {
				continue
			}
			found.add(s.Block, w, "here too", func() lint.Result {
				return lint.Fail(w, "$%d is always empty: %s has %s", n, pattern, groups(p.Groups())).
					About(e.Key()).
					Fix("parentheses around the part of %s that is meant", pattern)
			})
			return
		}
	}
}

func groups(n int) string {
	switch n {
	case 0:
		return "no group"
	case 1:
		return "one group"
	}
	return strconv.Itoa(n) + " groups"
}
