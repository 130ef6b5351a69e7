package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// logFileInCheckout reports a log that is written among the site's code.
//
// # Why it matters
//
// A log in the checkout grows beside the code, unrotated, until the disk is full; it is committed by accident or deleted
// with the next fresh checkout, and the account that runs the site must be allowed to write where its code lies. Where
// gunicorn writes its own file, the log that supervisor keeps for it stays empty, and that is where people look.
//
// # Example
//
//	command=/srv/shop/venv/bin/gunicorn --workers 3 --log-file gunicorn.log shop.wsgi
//	directory=/srv/shop
//
// # Use instead
//
//	command=/srv/shop/venv/bin/gunicorn --workers 3 shop.wsgi
//	directory=/srv/shop
//	redirect_stderr=true
//	stdout_logfile=/var/log/shop/web.log
//
// # When it stays silent
//
// In a container, for "-" (the standard streams), for paths that variables hold, and when it is
// not known where the checkout lies on the server. Where git ignores the file the finding is a note.
func logFileInCheckout() lint.Rule {
	return lint.Rule{
		ID:      "DPL405",
		Name:    "log-file-in-checkout",
		Summary: "A log file is written into the checkout",
		Help:    "Log to the standard streams, or to a file under /var/log",
		Level:   lint.Warning,
		Tags:    []string{"operations", "gunicorn", "supervisor"},
		Links: []string{
			"https://docs.gunicorn.org/en/stable/settings.html#errorlog",
			"https://supervisord.org/configuration.html#program-x-section-values",
		},
		Since: "0.1.0",
		Check: lint.OfProcess(checkLogFileInCheckout),
	}
}

func checkLogFileInCheckout(p *deploy.Process, site *deploy.Site) lint.Answer {
	if p.Container {
		return nil
	}
	var answers lint.Answers
	if p.Server != nil && p.Server.IsGunicorn() {
		for _, name := range []string{"errorlog", "accesslog"} {
			v, given := p.Server.Options.Given(name)
			if text, ok := v.Text(); given && ok && text != "-" {
				answers = append(answers, logIn(site, p, p.WorkingDirectory(), v, "gunicorn."+name))
			}
		}
	}
	if p.Program != nil {
		for _, name := range []string{"stdout_logfile", "stderr_logfile"} {
			v, given := p.Program.Options.Given(name)
			if text, ok := v.Text(); given && ok && ini.ParseLogFile(text) == ini.ToFile {
				// Supervisor resolves a relative name where supervisord was started, and nobody knows where that is.
				answers = append(answers, logIn(site, p, value.Value{}, v, name))
			}
		}
	}
	return answers
}

func logIn(site *deploy.Site, p *deploy.Process, directory, file value.Value, aspect string) lint.Answer {
	text, _ := file.Text()
	path, ok := site.InCheckout(directory, text)
	if !ok {
		return nil
	}
	r := lint.Fail(file, "this log is %s in the checkout: it grows there without rotation, and a fresh checkout deletes it", path).
		About(about(p, aspect)).
		Fix("write to the standard streams and let the launcher keep the log, or use a file under /var/log")
	if site.Ignored(path) {
		r = r.At(lint.Note)
	}
	return r
}
