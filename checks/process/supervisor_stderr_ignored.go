package process

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// supervisorStderrIgnored reports a program whose stderr_logfile stays empty because its errors go elsewhere.
//
// # Why it matters
//
// With redirect_stderr=true, errors go into the log of stdout, and supervisor ignores stderr_logfile. Whoever looks there
// after an outage finds an old or empty file and concludes that nothing was logged.
//
// # Example
//
//	redirect_stderr=true
//	stdout_logfile=/var/log/shop/web.log
//	stderr_logfile=/var/log/shop/web.error.log
//
// # Use instead
//
//	redirect_stderr=true
//	stdout_logfile=/var/log/shop/web.log
//
// # When it stays silent
//
// When stderr_logfile is AUTO or NONE, or a variable decides.
func supervisorStderrIgnored() lint.Rule {
	return lint.Rule{
		ID:      "DPL421",
		Name:    "supervisor-stderr-ignored",
		Summary: "stderr_logfile has no effect beside redirect_stderr",
		Help:    "Remove either stderr_logfile or redirect_stderr",
		Level:   lint.Note,
		Tags:    []string{"operations", "supervisor"},
		Links:   []string{"https://supervisord.org/configuration.html#program-x-section-values"},
		Since:   "0.1.0",
		Check:   lint.OfProcess(checkSupervisorStderrIgnored),
	}
}

func checkSupervisorStderrIgnored(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if p.Program == nil || p.Program.Flag("redirect_stderr") != value.True {
		return nil
	}
	file, given := p.Program.Options.Given("stderr_logfile")
	text, known := file.Text()
	if !known {
		text = file.Source().Text() // a template that holds a slash is a file all the same
		known = strings.Contains(text, "/")
	}
	if !given || !known || text == "" || ini.ParseLogFile(text) != ini.ToFile {
		return nil
	}
	return lint.Fail(file, "supervisor writes nothing to this file: redirect_stderr sends the errors to the log of stdout").
		About(about(p, "stderr_logfile")).
		With(p.Program.Place("redirect_stderr"), "the errors are redirected here").
		Fix("remove the line")
}
