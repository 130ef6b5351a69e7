package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// tracebacksShown reports a server whose own debugging option shows visitors, or the log, what the code does.
//
// # Why it matters
//
// DEBUG = False keeps Django from showing tracebacks. The server around it has switches of its own: waitress with
// expose_tracebacks sends the traceback of a failing request to the client, hypercorn with debug shows it as well, and gunicorn
// with spew writes every line of code that it executes into the log, a hundred times slower.
//
// # Example
//
//	waitress-serve --expose-tracebacks shop.wsgi:application
//
// # Use instead
//
//	waitress-serve shop.wsgi:application
//
// # When it stays silent
//
// Where a variable decides.
func tracebacksShown() lint.Rule {
	return lint.Rule{
		ID:      "DPL455",
		Name:    "tracebacks-shown",
		Summary: "A debugging option of the server is on",
		Help:    "Remove the server's debugging option",
		Level:   lint.Error,
		Tags:    []string{"security", "cwe-489", "waitress", "hypercorn", "gunicorn"},
		Links: []string{
			"https://docs.pylonsproject.org/projects/waitress/en/stable/arguments.html",
			"https://docs.gunicorn.org/en/stable/settings.html#spew",
		},
		Since: "0.1.0",
		Check: lint.OfProcess(checkTracebacksShown),
	}
}

func checkTracebacksShown(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if p.Server == nil {
		return nil
	}
	option, harm := "", ""
	switch {
	case p.Server.Program == "waitress":
		option, harm = "expose_tracebacks", "waitress sends the traceback of a failing request to the visitor"
	case p.Server.Program == "hypercorn":
		option, harm = "debug", "hypercorn shows visitors the traceback of a failing request"
	case p.Server.IsGunicorn():
		option, harm = "spew", "gunicorn writes every line of code that it executes into the log"
	default:
		return nil
	}
	v, given := p.Server.Options.Given(option)
	if !given || v.Truth() != value.True {
		return nil
	}
	return lint.Fail(v, "%s", harm).About(about(p, p.Server.Program+"."+option)).Fix("remove the option")
}
