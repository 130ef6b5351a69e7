package process

import (
	"fmt"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// retiredCommand reports a launcher that calls a command which its package no longer has.
//
// # Why it matters
//
// Old tutorials start Django with gunicorn_django, manage.py run_gunicorn or manage.py celeryd. Gunicorn removed
// gunicorn_django in version 19.7, and run_gunicorn and gunicorn_paster are gone from it too; celery's management commands
// came from django-celery, which supports no celery later than 3.1. With packages of today the process ends at once, and
// supervisor gives up on it after a few attempts.
//
// # Example
//
//	command=/srv/shop/venv/bin/gunicorn_django -b 127.0.0.1:8000 shop/settings.py
//
// # Use instead
//
//	command=/srv/shop/venv/bin/gunicorn -b 127.0.0.1:8000 --workers 3 shop.wsgi
//
// # When it stays silent
//
// For a management command called celery where django-celery is not among the requirements, as it may be the project's
// own. Where the requirements pin a version that still has the command, the finding is a warning.
func retiredCommand() lint.Rule {
	return lint.Rule{
		ID:      "DPL406",
		Name:    "retired-command",
		Summary: "A process is started with a command that no longer exists",
		Help:    "Start gunicorn with the WSGI module, and celery with its own command",
		Level:   lint.Error,
		Tags:    []string{"availability", "gunicorn", "celery"},
		Links: []string{
			"https://gunicorn.org/2017-news",
			"https://docs.djangoproject.com/en/stable/howto/deployment/wsgi/gunicorn/",
			"https://docs.celeryq.dev/en/stable/django/first-steps-with-django.html",
		},
		Since: "0.1.0",
		Check: lint.OfProcess(checkRetiredCommand),
	}
}

func checkRetiredCommand(p *deploy.Process, site *deploy.Site) lint.Answer {
	word, instead, ok := retired(site, p)
	if !ok {
		return nil
	}
	what := word.Text
	if p.Manage != nil && p.Manage.Command.Text == word.Text {
		what = "manage.py " + what
	}
	r := lint.Fail(word, "%s no longer exists: the process ends at once, and its launcher gives up", what)
	if stillThere(site, word.Text) {
		r = lint.Fail(word, "%s is gone from current versions: the process no longer starts after the next upgrade", what).
			At(lint.Warning)
	}
	return r.About(about(p, word.Text)).Fix("%s", instead)
}

// retired returns the word of a retired command with what to run instead of it.
func retired(site *deploy.Site, p *deploy.Process) (word deploy.Word, instead string, ok bool) {
	switch p.Executable() {
	case "gunicorn_django":
		return named(p.Argv[0], "gunicorn_django"), "run gunicorn " + wsgi(site) + " and set DJANGO_SETTINGS_MODULE", true
	case "gunicorn_paster":
		return named(p.Argv[0], "gunicorn_paster"), "run gunicorn --paste FILE", true
	case "celeryd", "celeryd-multi":
		return named(p.Argv[0], p.Executable()), fmt.Sprintf("run celery -A %s worker", projectName(site)), true
	case "celerybeat":
		return named(p.Argv[0], "celerybeat"), fmt.Sprintf("run celery -A %s beat", projectName(site)), true
	}
	if p.Manage == nil {
		return deploy.Word{}, "", false
	}
	word = p.Manage.Command
	switch word.Text {
	case "run_gunicorn":
		return word, "run gunicorn " + wsgi(site), true
	case "celeryd", "celeryd_detach", "celeryd_multi":
		return word, fmt.Sprintf("run celery -A %s worker", projectName(site)), true
	case "celerycam", "celeryev", "djcelerymon":
		return word, fmt.Sprintf("run celery -A %s events", projectName(site)), true
	case "celerybeat":
		return word, fmt.Sprintf("run celery -A %s beat", projectName(site)), true
	case "celery":
		_, djangoCelery := site.Version("django-celery")
		return word, fmt.Sprintf("run celery -A %s in place of manage.py celery", projectName(site)), djangoCelery
	}
	return deploy.Word{}, "", false
}

func named(w deploy.Word, name string) deploy.Word {
	w.Text = name
	return w
}

// stillThere reports whether the requirements pin a version that has the command.
func stillThere(site *deploy.Site, command string) bool {
	switch command {
	case "gunicorn_django":
		v, ok := site.PackageVersion("gunicorn")
		return ok && v.Before(19, 7)
	case "gunicorn_paster":
		v, ok := site.PackageVersion("gunicorn")
		return ok && v.Before(20, 0)
	case "run_gunicorn":
		v, ok := site.PackageVersion("gunicorn")
		return ok && v.Before(19, 0)
	}
	if _, required := site.Version("django-celery"); required {
		return true // it works with celery before 4 alone, which pip therefore installs
	}
	v, ok := site.PackageVersion("celery")
	return ok && v.Before(4, 0)
}

// projectName returns the name of the project's package, or an example.
func projectName(site *deploy.Site) string {
	if site.Settings != nil {
		if text, ok := site.Settings.Get("ROOT_URLCONF").Text(); ok {
			return firstPart(text)
		}
	}
	return "PROJECT"
}
