package proxy

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
)

// namedLocationMissing reports try_files or error_page with the name of a location that the server does not have.
//
// # Why it matters
//
// nginx starts, since it looks for the location only when a request needs it. Then it writes "could not find named
// location" into its log and answers 500: for every page of the application where try_files was to lead there.
//
// # Example
//
//	try_files $uri @django;
//	location @app { proxy_pass http://127.0.0.1:8000; }
//
// # Use instead
//
//	try_files $uri @app;
//	location @app { proxy_pass http://127.0.0.1:8000; }
//
// # Shown on nginx
//
//	request:   GET /checkout/
//	answer:    500
//	mended:    200
//
// # When it stays silent
//
// When an include that is not in the repository, or a template, may hold the location.
func namedLocationMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL312",
		Name:    "named-location-missing",
		Summary: "try_files or error_page leads to a named location that is not there",
		Help:    "Add the named location to the server, or correct its name",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#try_files",
		},
		Since: "0.1.0",
		Check: lint.Untyped(checkNamedLocationMissing),
	}
}

func checkNamedLocationMissing(site *deploy.Site) []lint.Result {
	var found faults
	eachEntry(site, func(s *nginx.Server, _ *nginx.Location, e nginx.Entry) {
		name := e.Arg(len(e.Args) - 1)
		if !e.Is("try_files", "error_page") || e.Conditional || name.Hole || len(name.Text) < 2 || name.Text[0] != '@' {
			return
		}
		if _, there := s.Named(name.Text); there || s.MayHold("location") {
			return
		}
		found.add(s.Block, name, "here too", func() lint.Result {
			return lint.Fail(name, "there is no location %s: nginx answers 500 where %s leads to it", name.Text, e.Name.Text).
				About(e.Key()).
				Fix("location %s { proxy_pass …; }", name.Text)
		})
	})
	return found.results
}
