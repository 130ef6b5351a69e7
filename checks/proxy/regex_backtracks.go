package proxy

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/nginx/pcre"
	"deploylint/internal/nginx/syntax"
)

// regexBacktracks reports a regular expression whose time doubles with each character of the request.
//
// # Why it matters
//
// A repeat in a repeat can cut the same text in very many ways, and PCRE tries them all before it gives up. A short
// path that almost matches keeps a worker of nginx busy until PCRE's limit ends it, and every other request of that
// worker waits.
//
// # Example
//
//	location ~ ^/(\w+-?)+/$ { … }
//
// # Use instead
//
//	location ~ ^/\w+(-\w+)*/$ { … }
//
// # Shown on nginx
//
//	request:   GET /aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!/
//	answer:    500
//	mended:    200
//
// # When it stays silent
//
// Where something that only occurs once in each round parts the rounds, as the slash in ([^/]+/)+, and where Go cannot
// parse the pattern.
func regexBacktracks() lint.Rule {
	return lint.Rule{
		ID:      "DPL335",
		Name:    "regex-backtracks",
		Summary: "One request can keep nginx busy with a regular expression",
		Help:    "Let only one repeat take the same characters",
		Level:   lint.Warning,
		Tags:    []string{"security", "availability", "cwe-1333"},
		Links: []string{
			"https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS",
			"https://cwe.mitre.org/data/definitions/1333.html",
		},
		Since: "0.1.0",
		Check: lint.OfDirective(checkRegexBacktracks),
	}
}

func checkRegexBacktracks(e nginx.Entry, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, w := range patterns(e) {
		text := strings.TrimPrefix(strings.TrimLeft(w.Text, "~"), "*")
		p, ok := pcre.Parse(text, false)
		if w.Hole || !ok || !p.Backtracks() {
			continue
		}
		answers = append(answers, lint.Fail(w, "one request can keep a worker of nginx busy: the time for this pattern doubles with each character").
			About(e.Key()).
			Fix("one repeat for the same characters: ^/\\w+(-\\w+)*/$ in place of ^/(\\w+-?)+/$").Among(e.Outer, "and this one"))
	}
	return answers
}

// patterns returns the words of a directive that are regular expressions.
func patterns(e nginx.Entry) []syntax.Word {
	var words []syntax.Word
	switch {
	case e.Data && strings.HasPrefix(e.Name.Text, "~"):
		words = append(words, e.Name)
	case e.Is("rewrite"):
		words = append(words, e.Arg(0))
	case e.Is("location") && strings.HasPrefix(e.Arg(0).Text, "~"):
		words = append(words, e.Arg(len(e.Args)-1))
	case e.Is("server_name"):
		for _, w := range e.Args {
			if strings.HasPrefix(w.Text, "~") {
				words = append(words, w)
			}
		}
	case e.Is("if"):
		if c, ok := nginx.Condition(e.Directive); ok && strings.Contains(c.Operator, "~") {
			words = append(words, c.Value)
		}
	}
	return words
}
