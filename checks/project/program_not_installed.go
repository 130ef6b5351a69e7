package project

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// programNotInstalled reports servers and workers that a launcher starts and nothing in the project installs.
//
// # Why it matters
//
// runserver needs no gunicorn, so that the requirements of a new project do not name it. The container or the dyno then ends as soon as
// it is started, with "gunicorn: not found", and the first release serves nobody.
//
// # Example
//
//	web: gunicorn shop.wsgi
//
// in the Procfile, with Django alone in requirements.txt
//
// # Use instead
//
//	Django==5.2.17
//	gunicorn==23.0.0
//
// # When it stays silent
//
// On hosts, where the program may come with the distribution, where a Dockerfile or a script installs it, where an image builds upon
// one that may hold it, where a required package brings it, and where a requirements file cannot be read.
func programNotInstalled() lint.Rule {
	return lint.Rule{
		ID:      "DPL614",
		Name:    "program-not-installed",
		Summary: "Nothing installs the server or worker that is started",
		Help:    "Add the program's package to the requirements",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/howto/deployment/wsgi/gunicorn/",
			"https://devcenter.heroku.com/articles/django-app-configuration",
		},
		Since: "0.2.0",
		Check: lint.OfProcess(checkProgramNotInstalled),
	}
}

func checkProgramNotInstalled(p *deploy.Process, site *deploy.Site) lint.Answer {
	packages := packagesOfProgram(p.Executable())
	if len(packages) == 0 || !installsFromRequirements(p) || strings.HasPrefix(p.Argv[0].Text, "/usr/") || site.Installs(packages...) != value.False {
		return nil
	}
	r := lint.Fail(p.Argv[0], "%s is started here, and nothing in the project installs it: the process ends at once, as there is no such program", p.Executable()).
		About(p.Key+"#command").Among(p.Executable(), "and here").Fix("add %s to the requirements", packages[0])
	if django, ok := site.Requirement("django"); ok {
		r = r.With(django, "these are the requirements")
	}
	return r
}

// installsFromRequirements reports whether a process has what the requirements and its Dockerfile install, and nothing else.
func installsFromRequirements(p *deploy.Process) bool {
	if len(p.Argv) == 0 || !p.Argv[0].Known || p.Argv[0].Span.IsZero() || p.Role == "dev" || p.Role == "test" || p.Role == "sample" {
		return false
	}
	return p.Launcher == deploy.Procfile || p.Launcher == deploy.Dockerfile || p.Place != nil && p.Place.Built != nil
}

// packagesOfProgram returns the packages that hold a program, or bring it, the usual one first; none for other programs.
func packagesOfProgram(program string) []string {
	switch program {
	case "gunicorn", "hypercorn", "granian":
		return []string{program}
	case "uvicorn":
		return []string{"uvicorn", "uvicorn-worker"}
	case "daphne":
		return []string{"daphne", "channels"} // channels 3 brings it
	case "waitress-serve":
		return []string{"waitress"}
	case "uwsgi":
		return []string{"uwsgi", "pyuwsgi"}
	case "celery":
		return []string{"celery", "django-celery", "django-celery-beat", "django-celery-results", "celery-redbeat", "flower"}
	}
	return nil
}
