package stack

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// staticHiddenByMount reports static files that are collected while the image is built and lie below a mount when it runs.
//
// # Why it matters
//
// What is mounted hides what the image has there. A named volume is filled with the image's files once, when it is empty: from the second
// release on it shows the first one's scripts and stylesheets, and with a manifest storage each page that names a new file is answered
// 500. A folder of the host is never filled: all static files are answered 404.
//
// # Example
//
//	RUN python manage.py collectstatic --noinput
//
//	volumes:
//	  - static:/app/staticfiles
//
// # Use instead
//
//	command: sh -c "python manage.py collectstatic --noinput && exec gunicorn …"
//
//	volumes:
//	  - static:/app/staticfiles
//
// # When it stays silent
//
// Where a command of the container, a script on the way to it or another service collects the files at each start, and where it is not
// known where STATIC_ROOT lies in the image. It is a warning, since whoever releases may collect them by hand in the running container
// (docker compose exec).
func staticHiddenByMount() lint.Rule {
	return lint.Rule{
		ID:      "DPL560",
		Name:    "static-hidden-by-mount",
		Summary: "Static files that the image's build collects are hidden by a mount",
		Help:    "Collect them when the container starts, or mount nothing there",
		Level:   lint.Warning,
		Tags:    []string{"availability", "compose", "docker", "static"},
		Links:   []string{"https://docs.docker.com/engine/storage/volumes/#mounting-a-volume-over-existing-data"},
		Since:   "0.2.0",
		Check:   lint.OfStep(checkStaticHiddenByMount),
	}
}

func checkStaticHiddenByMount(step *deploy.Process, site *deploy.Site) lint.Answer {
	if step.Manage.Command.Text != "collectstatic" || step.Settings == nil || collectsAtStart(site) {
		return nil
	}
	for _, w := range step.Manage.Args {
		if w.Text == "--dry-run" || w.Text == "-n" {
			return nil
		}
	}
	root := step.Settings.Get("STATIC_ROOT")
	if !deploy.IsPlace(root) {
		return nil
	}
	for _, p := range site.Processes {
		if p.Kind != deploy.Web || p.Place == nil || p.Place.Kind != deploy.Container || p.Place.Built == nil || p.Place.Built != step.Place.Built || p.Role == "dev" || p.MountsSource() {
			continue
		}
		at, ok := p.Place.Built.PathOf(strings.Trim(strings.TrimPrefix(root.Payload(), value.RootMark), "/"))
		if !strings.HasPrefix(root.Payload(), value.RootMark) {
			at, ok = root.Payload(), true
		}
		m := p.Place.Storage(at).Mount
		if !ok || m == nil || m.External {
			continue
		}
		what := ""
		switch {
		case m.Kind == deploy.VolumeMount && p.Launcher == deploy.Compose:
			what = "from the second release on, browsers get the first one's static files: the build collects them into %s, and the volume mounted there is filled only once, unless each release collects them again in the container"
		case m.Kind == deploy.VolumeMount && p.Launcher == deploy.Kubernetes, m.Kind == deploy.TmpfsMount:
			what = "static files are answered 404: the build collects them into %s, and what is mounted there hides them and begins empty"
		case m.Kind == deploy.BindMount:
			what = "static files are answered 404: the build collects them into %s, and the host's folder mounted there hides them"
		default:
			continue
		}
		return lint.Fail(m.Span, what, at).About(p.Key+"#static").
			With(step, "they are collected here").With(root, "STATIC_ROOT is set here").
			Fix("collect them at each start: python manage.py collectstatic --noinput before the server")
	}
	return nil
}

// collectsAtStart reports whether something that production starts collects the static files, or may do so.
func collectsAtStart(site *deploy.Site) bool {
	for _, p := range site.Processes {
		if p.Manage != nil && p.Manage.Command.Text == "collectstatic" || startMakes(p, "/collectstatic") {
			return true
		}
	}
	for _, place := range site.Places {
		if strings.Contains(place.Command, "collectstatic") {
			return true
		}
	}
	return false
}
