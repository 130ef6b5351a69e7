package proxy

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/nginx/refuse"
	"deploylint/internal/nginx/syntax"
	"deploylint/internal/source"
)

// nginxDoesNotStart reports what nginx refuses: a missing semicolon or brace, a directive in the wrong block or with a
// wrong number of parameters, a value that it does not take, the same location or default server twice.
//
// # Why it matters
//
// nginx checks its whole configuration at the start. One mistake, and it does not start: after a restart every site of
// the machine is down. A reload keeps the old configuration and says so in the log only, so that the mistake is found
// at the next reboot.
//
// # Example
//
//	location /static/ {
//	    alias /srv/shop/staticfiles/
//	}
//
// # Use instead
//
//	location /static/ {
//	    alias /srv/shop/staticfiles/;
//	}
//
// # Shown on nginx
//
//	request:   nginx -t
//	answer:    [emerg] invalid number of arguments in "proxy_set_header" directive in nginx.conf:17
//	mended:    syntax is ok
//
// # When it stays silent
//
// For what a template fills in, for directives that are there twice in two files of which nobody says that they are
// included together, and for directives of modules that it does not know. A name that differs by a letter or two from a
// known one is a warning, since a module may have it.
func nginxDoesNotStart() lint.Rule {
	return lint.Rule{
		ID:      "DPL311",
		Name:    "nginx-does-not-start",
		Summary: "nginx refuses its configuration, so it does not start",
		Help:    "Correct the line, and run nginx -t before each reload",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/beginners_guide.html#conf_structure",
			"https://nginx.org/en/docs/dirindex.html",
		},
		Since: "0.1.0",
		Check: lint.OfProxy(checkNginxDoesNotStart),
	}
}

// mostErrors is how many syntax errors of a file are shown. nginx stops at the first, and the later ones may follow from it.
const mostErrors = 5

func checkNginxDoesNotStart(p *deploy.Proxy, site *deploy.Site) lint.Answer {
	var answers lint.Answers
	c := p.Config
	major, minor := site.NginxVersion()
	version := syntax.Version{max(1, major), minor}
	if version[1] == 0 {
		version = syntax.DefaultVersion()
	}
	broken := map[*source.File]bool{}
	for _, tree := range c.Trees {
		shown := 0
		for _, e := range tree.Errors {
			if !e.Limit && !tree.Builtin && shown < mostErrors {
				shown++
				broken[tree.File] = true
				answers = append(answers, lint.Fail(e, "nginx does not start: %s", e.Message).About("nginx:"+tree.File.Path+"#syntax").Among(c.Top, e.Message))
			}
		}
	}
	for _, r := range slices.Concat(refuse.All(c, version), duplicates(c)) {
		if broken[r.Span.File] || r.Kind == refuse.InvalidValue && strings.Contains(r.Span.Text(), "${") {
			continue // what follows a missing brace is not what was meant, and envsubst fills in what takes no variable
		}
		if r.Kind == refuse.Duplicate && !c.Whole() && isOutermost(c, r) {
			continue // files that stand side by side in a repository need not be included together
		}
		if r.Kind == refuse.UnknownDirective {
			answers = append(answers, judgeUnknown(c, r))
			continue
		}
		answers = append(answers, lint.Fail(r, "nginx does not start: %s", r.Message).About("nginx:"+r.Span.Path()+"#refused").Among(c.Top, r.Message))
	}
	return answers
}

// isOutermost reports whether what is refused stands in no block of its file.
func isOutermost(c *nginx.Config, r refuse.Refusal) bool {
	for _, tree := range c.Trees {
		for _, d := range tree.Directives {
			if d.Opener == r.Span {
				return true
			}
		}
	}
	return false
}

// judgeUnknown reports a directive that is spelt almost like a known one.
func judgeUnknown(c *nginx.Config, r refuse.Refusal) lint.Answer {
	name, _, _ := strings.Cut(r.Span.Text(), " ")
	name = strings.TrimRight(name, ";{\n\t")
	near := nearest(name)
	if near == "" {
		return nil
	}
	return lint.Fail(r, "nginx does not start unless a module has a directive %s: %s is probably meant", name, near).
		About("nginx:"+r.Span.Path()+"#"+name).
		At(lint.Warning).
		Fix("%s", near).Among(c.Top, r.Message)
}

// nearest returns the known directive that differs from name by up to two letters in one place, "" where there is none.
func nearest(name string) string {
	const long = 6 // letters; shorter names are alike by chance
	if len(name) < long {
		return ""
	}
	for known := range syntax.Names {
		begin := 0
		for begin < min(len(name), len(known)) && name[begin] == known[begin] {
			begin++
		}
		end := 0
		for end < min(len(name), len(known))-begin && name[len(name)-1-end] == known[len(known)-1-end] {
			end++
		}
		if max(len(name), len(known))-begin-end <= 2 && begin > 1 {
			return known
		}
	}
	return ""
}

// duplicates returns the locations that a block has twice, and the sockets with two default servers.
func duplicates(c *nginx.Config) []refuse.Refusal {
	var refused []refuse.Refusal
	for _, s := range c.Servers {
		refused = append(refused, sameLocations(s.Locations)...)
		for _, l := range s.AllLocations() {
			refused = append(refused, sameLocations(l.Locations)...)
		}
	}
	for _, socket := range c.Sockets() {
		for i, l := range socket.Marked {
			if i > 0 && l.Directive != socket.Marked[0].Directive && !l.Directive.Conditional && !socket.Marked[0].Directive.Conditional {
				refused = append(refused, refuse.Refusal{
					Kind: refuse.Duplicate, Span: l.Source(), Message: "a duplicate default server for " + socket.Listen.Socket(),
				})
			}
		}
	}
	return refused
}

// sameLocations returns the locations of one block that another one before them equals.
func sameLocations(locations []*nginx.Location) []refuse.Refusal {
	var refused []refuse.Refusal
	seen := map[string]bool{}
	for _, l := range locations {
		if l.Inferred || l.IsRegex() || l.PathWord.Hole || l.Opener == nil || l.Opener.Conditional {
			continue
		}
		key := l.Path
		if l.Modifier == "=" {
			key = "= " + l.Path
		}
		if seen[key] {
			refused = append(refused, refuse.Refusal{Kind: refuse.Duplicate, Span: l.Source(), Message: "duplicate location \"" + l.Path + "\""})
		}
		seen[key] = true
	}
	return refused
}
