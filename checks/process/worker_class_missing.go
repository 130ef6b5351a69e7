package process

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// workerClassMissing reports a gunicorn worker class whose package the project does not install.
//
// # Why it matters
//
// gunicorn imports the worker class when it starts. Without the package it ends with "class uri … invalid or not found", and the
// site does not come up. The classes for gevent, tornado and uvicorn come from packages of their own; that for eventlet is gone
// from gunicorn 26.
//
// # Example
//
//	gunicorn --worker-class gevent shop.wsgi
//
// with gunicorn alone in requirements.txt
//
// # Use instead
//
//	gunicorn[gevent]
//
// in requirements.txt
//
// # When it stays silent
//
// Where gunicorn is not among the requirements either, where a requirements file cannot be read, and where a Dockerfile
// names the package.
func workerClassMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL446",
		Name:    "worker-class-missing",
		Summary: "gunicorn's worker class is in no package that the project installs",
		Help:    "Add the worker class's package to the requirements",
		Level:   lint.Error,
		Tags:    []string{"availability", "gunicorn"},
		Links: []string{
			"https://docs.gunicorn.org/en/stable/settings.html#worker-class",
			"https://docs.gunicorn.org/en/stable/news.html",
		},
		Since: "0.1.0",
		Check: lint.OfProcess(checkWorkerClassMissing),
	}
}

func checkWorkerClassMissing(p *deploy.Process, site *deploy.Site) lint.Answer {
	if !p.Server.IsGunicorn() {
		return nil
	}
	class, given := p.Server.Options.Given("worker_class")
	text, ok := class.Text()
	gunicorn, listed := site.Requirement("gunicorn")
	if !given || !ok || !listed {
		return nil
	}
	name := strings.TrimPrefix(text, "egg:gunicorn#")
	if v, known := site.PackageVersion("gunicorn"); name == "eventlet" && known && !v.Before(26, 0) {
		return lint.Fail(class, "gunicorn has no worker class eventlet since version 26: it does not start").
			About(about(p, "gunicorn.worker_class")).Fix("use gthread with --threads, or gevent")
	}
	pkg := packageOfClass(name)
	if pkg == "" || slices.Contains(gunicorn.Extras, pkg) || site.Requires(pkg) != value.False || inImage(site, pkg) {
		return nil
	}
	return lint.Fail(class, "gunicorn does not start: its worker class %s needs the package %s, which the requirements do not name", text, pkg).
		About(about(p, "gunicorn.worker_class")).With(gunicorn, "gunicorn is required here").Fix("add %s to the requirements", pkg)
}

// packageOfClass returns the package that a worker class comes from, "" for gunicorn's own and for one that is not known.
func packageOfClass(class string) string {
	switch {
	case class == "gevent", class == "eventlet", class == "tornado":
		return class
	case strings.HasPrefix(class, "uvicorn.workers."):
		return "uvicorn"
	case strings.HasPrefix(class, "uvicorn_worker."):
		return "uvicorn-worker"
	}
	return ""
}

// inImage reports whether an instruction of a Dockerfile names a package.
func inImage(site *deploy.Site, pkg string) bool {
	for _, i := range site.Images {
		if strings.Contains(i.File.Text, pkg) {
			return true
		}
	}
	return false
}
