package proxy

import (
	"path"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/nginx/pcre"
)

// regexOpenEnd reports a location for an ending of file names that nothing bounds.
//
// # Why it matters
//
// \.js without $ is found anywhere in the path: in /app.json, in /media/x.js.map/, and in the page /docs/node.js/intro,
// which Django is to answer.
//
// # Example
//
//	location ~* \.(js|css) { expires 30d; }
//
// # Use instead
//
//	location ~* \.(js|css)$ { expires 30d; }
//
// # Shown on nginx
//
//	request:   GET /docs/node.js/intro
//	answer:    404
//	mended:    200
//
// # When it stays silent
//
// For patterns with an end ($ or \b), and for those that begin at the start of the path.
func regexOpenEnd() lint.Rule {
	return lint.Rule{
		ID:      "DPL334",
		Name:    "regex-open-end",
		Summary: "A location for a file's ending takes longer names as well",
		Help:    "End the regular expression in $",
		Level:   lint.Note,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#location",
		},
		Since: "0.1.0",
		Check: lint.OfLocation(checkRegexOpenEnd),
	}
}

func checkRegexOpenEnd(l *nginx.Location, _ *deploy.Site) lint.Answer {
	if !l.IsRegex() || l.PathWord.Hole {
		return nil
	}
	if access, _ := l.Access(); access == nginx.AccessDenied {
		return nil
	}
	p, ok := pcre.Parse(l.Path, l.Modifier == "~*")
	if !ok || p.Begins() || p.Ends() || strings.HasSuffix(l.Path, `\b`) {
		return nil
	}
	example, ok := p.Example()
	name := strings.TrimPrefix(path.Ext(example), ".")
	if !ok || name == "" || strings.Contains(example, "/") || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789") != "" || !p.Matches("."+name+"x/y") {
		return nil
	}
	return lint.Fail(l, "the location also takes /page.%sx/more: the pattern has no end", name).
		About(l.Key()).
		Fix("location %s %s$ {", l.Modifier, l.Path).Among(l.Server.Block, "so does this one")
}
