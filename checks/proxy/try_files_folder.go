package proxy

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// tryFilesFolder reports try_files with $uri/ before the application.
//
// # Why it matters
//
// Where the root holds a folder of that name, nginx answers for the folder: 403 Forbidden, since there is no index file
// in it. The page of the application with the same address is never reached; / itself is one.
//
// # Example
//
//	try_files $uri $uri/ @app;
//
// # Use instead
//
//	try_files $uri @app;
//
// # Shown on nginx
//
//	request:   GET /
//	answer:    403
//	mended:    200
//
// # When it stays silent
//
// When try_files does not lead to the application, and where an index or autoindex is set.
func tryFilesFolder() lint.Rule {
	return lint.Rule{
		ID:      "DPL344",
		Name:    "try-files-folder",
		Summary: "A folder with the name of a page hides the page",
		Help:    "Leave $uri/ out of try_files",
		Level:   lint.Note,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#try_files",
		},
		Since: "0.1.0",
		Check: lint.OfAppServer(checkTryFilesFolder),
	}
}

func checkTryFilesFolder(server deploy.AppServer, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	leads := map[string]bool{}
	for _, t := range server.Targets {
		if t.Location != nil && t.Location.IsNamed() {
			leads[t.Location.Path] = true
		}
	}
	for _, l := range server.AllLocations() {
		e, ok := l.First("try_files")
		if !ok || e.Conditional || !leads[e.Arg(len(e.Args)-1).Text] || !e.HasArg("$uri/") || hasIndex(l) {
			continue
		}
		answers = append(answers, lint.Fail(e, "where the root holds a folder with the name of a page, / itself for one, nginx answers 403 in place of the application").
			About(e.Key()).
			Fix("try_files $uri %s;", e.Arg(len(e.Args)-1).Text).Among(server.Block, "here too"))
	}
	return answers
}

// hasIndex reports whether something other than 403 answers for a folder.
func hasIndex(l *nginx.Location) bool {
	_, index := l.InEffect("index")
	_, listed := l.InEffect("autoindex")
	return index != value.False || listed != value.False && !isTrue(l.Block, "autoindex", "off")
}
