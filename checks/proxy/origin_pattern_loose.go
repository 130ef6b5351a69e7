package proxy

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/nginx/pcre"
	"deploylint/internal/nginx/syntax"
)

// originPatternLoose reports a regular expression over Origin that accepts sites which were not meant, or an Origin
// that is repeated unseen.
//
// # Why it matters
//
// The answer's Access-Control-Allow-Origin then names the foreign site. Its scripts read, in the browser of a user who
// is logged in, what your site says to that user.
//
// # Example
//
//	if ($http_origin ~ "https://shop.example") {
//	    add_header Access-Control-Allow-Origin $http_origin;
//	}
//
// # Use instead
//
//	if ($http_origin ~ "^https://shop\.example$") {
//	    add_header Access-Control-Allow-Origin $http_origin;
//	}
//
// # Shown on nginx
//
//	request:   GET /api/ | Origin: https://shop.example.attacker.example
//	answer:    Access-Control-Allow-Origin: https://shop.example.attacker.example
//	mended:    no Access-Control-Allow-Origin
//
// # When it stays silent
//
// When the pattern cannot be told (lookaround), or when nothing sends Access-Control-Allow-Origin. An Origin that is
// repeated for every site is a finding only together with Access-Control-Allow-Credentials.
func originPatternLoose() lint.Rule {
	return lint.Rule{
		ID:      "DPL315",
		Name:    "origin-pattern-loose",
		Summary: "The pattern for allowed origins accepts other people's sites",
		Help:    "Begin the pattern with ^https://, end it with $, and escape each dot",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-942"},
		Links: []string{
			"https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Access-Control-Allow-Origin",
			"https://portswigger.net/research/exploiting-cors-misconfigurations-for-bitcoins-and-bounties",
		},
		Since: "0.1.0",
		Check: lint.OfProxy(checkOriginPatternLoose),
	}
}

func checkOriginPatternLoose(p *deploy.Proxy, _ *deploy.Site) lint.Answer {
	const many = 100 // if blocks about the origin; for each the server is searched
	var answers lint.Answers
	conditions := 0
	p.Config.Walk(func(e nginx.Entry) bool {
		switch {
		case e.Is("if") && strings.Contains(e.Opener.Text(), "$http_origin") && conditions < many:
			conditions++
			answers = append(answers, judgeOriginIf(e))
		case e.Is("map") && e.Arg(0).Text == "$http_origin" && e.Inner != nil && allowsOrigin(p.Config.Top, strings.TrimPrefix(e.Arg(1).Text, "$")):
			for _, entry := range e.Inner.Entries {
				if text, regex := strings.CutPrefix(entry.Name.Text, "~"); regex && entry.Arg(0).Text != "" && entry.Arg(0).Text != "0" {
					answers = append(answers, judgeOrigin(e.Inner, entry.Name, strings.TrimPrefix(text, "*")))
				}
			}
		case e.Is("add_header") && repeatsOrigin(e) && e.Outer.Context != syntax.LocationIfContext && e.Outer.Context != syntax.ServerIfContext:
			answers = append(answers, judgeRepeated(e))
		}
		return true
	})
	return answers
}

// repeatsOrigin reports whether a header answers with the Origin that the client sent.
func repeatsOrigin(e nginx.Entry) bool {
	return strings.EqualFold(e.Arg(0).Text, "Access-Control-Allow-Origin") && e.Arg(1).Uses("http_origin")
}

// judgeOriginIf judges if ($http_origin ~ pattern) with a block that lets the origin read answers.
func judgeOriginIf(e nginx.Entry) lint.Answer {
	c, ok := nginx.Condition(e.Directive)
	if !ok || c.Variable != "http_origin" || c.Operator != "~" && c.Operator != "~*" || e.Inner == nil {
		return nil
	}
	allows := allowsOrigin(e.Inner, "http_origin")
	for _, set := range e.Inner.All("set") {
		if server := e.Outer.Within(syntax.ServerContext); server != nil && !allows {
			allows = allowsBy(server, strings.TrimPrefix(set.Arg(0).Text, "$"))
		}
	}
	if !allows {
		return nil
	}
	return judgeOrigin(e.Outer, c.Value, c.Value.Text)
}

// allowsOrigin reports whether the block sends Access-Control-Allow-Origin with the variable.
func allowsOrigin(b *nginx.Block, variable string) bool {
	allows := false
	b.Walk(func(e nginx.Entry) bool {
		allows = allows || e.Is("add_header") && strings.EqualFold(e.Arg(0).Text, "Access-Control-Allow-Origin") && e.Arg(1).Uses(variable)
		return !allows
	})
	return allows
}

// allowsBy reports whether the block sends Access-Control-Allow-Origin with the variable, or under the condition that it is
// set.
func allowsBy(b *nginx.Block, variable string) bool {
	allows := allowsOrigin(b, variable)
	b.Walk(func(e nginx.Entry) bool {
		c, ok := nginx.Condition(e.Directive)
		allows = allows || ok && e.Inner != nil && c.Variable == variable && allowsOrigin(e.Inner, "http_origin")
		return !allows
	})
	return allows
}

// judgeOrigin asks a pattern about origins of an attacker, made of one that it is meant for.
func judgeOrigin(in *nginx.Block, at syntax.Word, pattern string) lint.Answer {
	if at.Hole {
		return nil
	}
	p, ok := pcre.Parse(pattern, true)
	if !ok {
		return nil
	}
	for _, foreign := range foreignOrigins(p, pattern) {
		if p.Matches(foreign) {
			return lint.Fail(at, "scripts of foreign sites may read the site's answers: the pattern accepts %s", foreign).
				About(in.Key()+"#origin").
				Fix(`^https://shop\.example$, with your own name in place of shop.example`).Among(in, "and this one")
		}
	}
	return nil
}

// foreignOrigins returns origins that an attacker can have and that look like one the pattern is meant for.
func foreignOrigins(p pcre.Pattern, pattern string) []string {
	// The example is made of the pattern with its dots escaped, so that they stand for themselves.
	example, ok := p.Example()
	if !ok {
		return nil
	}
	if strict, parsed := pcre.Parse(escapeDots(pattern), true); parsed {
		if text, ok := strict.Example(); ok {
			example = text
		}
	}
	scheme, host, ok := strings.Cut(example, "://")
	if !ok {
		scheme, host = "https", example
	}
	host, _, _ = strings.Cut(host, ":")
	if !strings.Contains(strings.Trim(host, "."), ".") {
		return nil // localhost, or too short to tell
	}
	host = strings.Trim(host, ".")
	last := strings.LastIndexByte(host, '.')
	registered := host[strings.LastIndexByte(host[:last], '.')+1:]
	foreign := []string{scheme + "://" + host + ".attacker.example", scheme + "://attacker" + registered}
	if name := host[:last]; strings.Contains(name, ".") {
		at := strings.LastIndexByte(name, '.')
		foreign = append(foreign, scheme+"://"+name[:at]+"x"+name[at+1:]+host[last:])
	}
	return foreign
}

// escapeDots escapes the dots of a pattern that are alone, as those between the parts of a host name are.
func escapeDots(pattern string) string {
	var b strings.Builder
	for i := 0; i < len(pattern); i++ {
		switch {
		case pattern[i] == '\\' && i+1 < len(pattern):
			b.WriteByte('\\')
			i++
		case pattern[i] == '.' && (i+1 == len(pattern) || !strings.ContainsRune("*+?{", rune(pattern[i+1]))):
			b.WriteByte('\\')
		}
		b.WriteByte(pattern[i])
	}
	return b.String()
}

// judgeRepeated judges a header that allows every origin, with the cookies of the user.
func judgeRepeated(e nginx.Entry) lint.Answer {
	for _, other := range e.Outer.Headers("add_header").All("Access-Control-Allow-Credentials") {
		if other.Value.Text == "true" && !e.Conditional {
			return lint.Fail(e, "scripts of every site may read what the site says to a user who is logged in: the answer allows whatever Origin asks").
				About(e.Key()).
				With(other, "with the user's cookies").
				At(lint.Error).
				Fix("add_header Access-Control-Allow-Origin https://shop.example; with the origin that is meant").Among(e.Outer.Within(syntax.ServerContext), "and here")
		}
	}
	return nil
}
