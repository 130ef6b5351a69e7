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
		Check: lint.OfServerDirective(checkNamedLocationMissing),
	}
}

func checkNamedLocationMissing(d nginx.InServer, _ *deploy.Site) lint.Answer {
	name := d.Arg(len(d.Args) - 1)
	if !d.Is("try_files", "error_page") || d.Conditional || name.Hole || len(name.Text) < 2 || name.Text[0] != '@' {
		return nil
	}
	if _, there := d.Server.Named(name.Text); there || d.Server.MayHold("location") {
		return nil
	}
	return lint.Fail(name, "there is no location %s: nginx answers 500 where %s leads to it", name.Text, d.Name.Text).
		About(d.Key()).
		Fix("location %s { proxy_pass …; }", name.Text).Among(d.Server.Block, "here too")
}
