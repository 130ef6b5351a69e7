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
		Check: lint.OfServerDirective(checkCaptureMissing),
	}
}

func checkCaptureMissing(d nginx.InServer, _ *deploy.Site) lint.Answer {
	switch {
	case d.Is("rewrite") && !d.Arg(0).Hole:
		return judgeCaptures(d, d.Arg(0).Text, d.Arg(1))
	case d.Location != nil && d.Location.IsRegex() && d.Outer == d.Location.Block && !d.Location.PathWord.Hole && d.Is("return", "alias", "proxy_pass", "root", "try_files"):
		if _, again := d.Location.First("rewrite", "if", "set"); !again {
			return judgeCaptures(d, d.Location.Path, d.Args...)
		}
	}
	return nil
}

// judgeCaptures compares the captures in words with the groups of the pattern.
func judgeCaptures(d nginx.InServer, pattern string, words ...syntax.Word) lint.Answer {
	p, ok := pcre.Parse(pattern, true)
	if !ok {
		return nil
	}
	for _, w := range words {
		for name := range w.Variables() {
			n, err := strconv.Atoi(name)
			if err != nil || n <= p.Groups() {
				continue
			}
			return lint.Fail(w, "$%d is always empty: %s has %s", n, pattern, groups(p.Groups())).
				About(d.Key()).
				Fix("parentheses around the part of %s that is meant", pattern).Among(d.Server.Block, "here too")
		}
	}
	return nil
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
