package proxy

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
)

// mapWithoutDefault reports a map or geo of several entries that says nothing about the others.
//
// # Why it matters
//
// For everything that it does not name, the variable is empty. Where it decides whether somebody is let in, or which
// host a request goes to, that is a decision that nobody wrote down.
//
// # Example
//
//	map $host $shop {
//	    one.shop.example 1;
//	    two.shop.example 2;
//	}
//
// # Use instead
//
//	map $host $shop {
//	    default          1;
//	    two.shop.example 2;
//	}
//
// # Shown on nginx
//
//	request:   GET / | Host: three.shop.example
//	answer:    the application gets X-Shop: shop
//	mended:    the application gets X-Shop: shop 1
//
// # When it stays silent
//
// For a map with one entry, one with a regular expression that takes everything, and when an include may hold the
// default.
func mapWithoutDefault() lint.Rule {
	return lint.Rule{
		ID:      "DPL329",
		Name:    "map-without-default",
		Summary: "A map has no value for what it does not name",
		Help:    "Give the map a default",
		Level:   lint.Note,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_map_module.html#default",
			"https://nginx.org/en/docs/http/ngx_http_geo_module.html",
		},
		Since: "0.1.0",
		Check: lint.OfProxy(checkMapWithoutDefault),
	}
}

func checkMapWithoutDefault(p *deploy.Proxy, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	p.Config.Walk(func(e nginx.Entry) bool {
		if !e.Is("map", "geo") || e.Inner == nil || len(e.Inner.Unresolved) > 0 {
			return true
		}
		entries := 0
		for _, entry := range e.Inner.Entries {
			switch name := entry.Name.Text; {
			case name == "default" || name == "~.*" || name == "~." || name == "~*.*" || name == "0.0.0.0/0":
				return true
			case name != "hostnames" && name != "volatile" && name != "ranges" && name != "proxy" && len(entry.Args) > 0:
				entries++
			}
		}
		if entries > 1 {
			answers = append(answers, lint.Fail(e, "%s is empty for everything that this %s does not name", e.Arg(len(e.Args)-1).Text, e.Name.Text).
				About(e.Key()+" "+e.Arg(len(e.Args)-1).Text).
				Fix("default …;").Among(e.Inner, ""))
		}
		return true
	})
	return answers
}
