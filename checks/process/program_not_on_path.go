package process

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/lint"
)

// programNotOnPath reports a program that its launcher looks for in other folders than the one it is in.
//
// # Why it matters
//
// Each launcher has a PATH of its own, and none has that of a login shell. systemd takes an absolute path or a bare name, which it looks
// for in /usr/local/bin, /usr/bin and their like, whatever Environment=PATH= says; a relative path or a variable is refused.
// Supervisor looks in the PATH of environment= and nowhere else, so that one without /usr/bin loses bash and sh. The process does not
// start, and by hand the same line works.
//
// # Example
//
//	[Service]
//	Environment=PATH=/srv/shop/venv/bin
//	ExecStart=gunicorn shop.wsgi
//
// # Use instead
//
//	[Service]
//	ExecStart=/srv/shop/venv/bin/gunicorn shop.wsgi
//
// # When it stays silent
//
// For a bare name under systemd without a PATH that names another folder: the program may be installed for all. With ExecSearchPath=.
func programNotOnPath() lint.Rule {
	return lint.Rule{
		ID:      "DPL492",
		Name:    "program-not-on-path",
		Summary: "A launcher looks for the program in other folders than the one it is in",
		Help:    "Start the program by its absolute path",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#Command%20lines",
			"https://supervisord.org/subprocess.html#subprocess-environment",
		},
		Since: "0.2.0",
		Check: lint.OfProcess(checkProgramNotOnPath),
	}
}

func checkProgramNotOnPath(p *deploy.Process, _ *deploy.Site) lint.Answer {
	first := deploy.Word{}
	switch {
	case len(p.Wrappers) > 0:
		first = p.Wrappers[0].Name
	case len(p.Argv) > 0:
		first = p.Argv[0]
	}
	if first.Span.IsZero() {
		return nil
	}
	switch p.Launcher {
	case deploy.Systemd:
		return notForSystemd(p, first)
	case deploy.Supervisor:
		return notForSupervisor(p, first)
	default:
		return nil
	}
}

func notForSystemd(p *deploy.Process, first deploy.Word) lint.Answer {
	written := strings.TrimLeft(strings.Trim(first.Span.Text(), `"'`), "-@:+!|")
	if strings.Contains(written, "{{") || strings.HasPrefix(written, "%") || first.Span.File.Path != p.Declared.Path() || strings.Contains(first.Span.File.Text, "ExecSearchPath") {
		return nil
	}
	if strings.Contains(written, "/") && !strings.HasPrefix(written, "/") {
		return lint.Fail(first, "systemd refuses the unit: %s is neither an absolute path nor a bare name", written).
			About(p.Key+"#ExecStart").Fix("ExecStart=%s, with the whole path", absoluteOf(p, written))
	}
	folder, set := folderOnPath(p)
	if strings.Contains(written, "/") || !set || !ofPackages(written) {
		return nil
	}
	return lint.Fail(first, "systemd does not look for %s in the PATH of Environment=, but in /usr/local/bin, /usr/bin and their like alone", written).
		About(p.Key+"#ExecStart").With(p.Environment.Lookup("PATH").Value, "this PATH is for the program, not for finding it").
		Fix("ExecStart=%s/%s …", folder, written)
}

// absoluteOf is a program's likely absolute path.
func absoluteOf(p *deploy.Process, written string) string {
	dir, known := p.Directory.Text()
	if !known || !path.IsAbs(dir) || strings.ContainsAny(written, "~$") {
		_, below, _ := strings.Cut(written, "/")
		return "/…/" + below
	}
	return path.Join(dir, written)
}

// folderOnPath returns the first folder of the PATH that a unit gives, where that is none of the system's.
func folderOnPath(p *deploy.Process) (folder string, ok bool) {
	answer := p.Environment.Lookup("PATH")
	text, known := answer.Value.Text()
	if !known || answer.State != env.Supplied {
		return "", false
	}
	folder, _, _ = strings.Cut(text, ":")
	return folder, path.IsAbs(folder) && !ofSystem(folder)
}

// ofSystem reports whether a folder is one that every PATH has.
func ofSystem(folder string) bool {
	return slices.Contains([]string{"/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin", "/snap/bin"}, strings.TrimSuffix(folder, "/"))
}

// ofPackages reports whether a name is that of a program that comes with the project's packages.
func ofPackages(name string) bool {
	return slices.Contains([]string{
		"gunicorn", "uvicorn", "daphne", "hypercorn", "granian", "waitress-serve", "uwsgi", "celery", "django-admin", "python", "uv", "poetry", "rq", "huey_consumer.py",
		"dramatiq",
	}, name)
}

func notForSupervisor(p *deploy.Process, first deploy.Word) lint.Answer {
	answer := p.Environment.Lookup("PATH")
	text, known := answer.Value.Text()
	if !known || answer.State != env.Supplied || p.Program == nil || strings.Contains(first.Text, "/") || !first.Known {
		return nil
	}
	o, given := p.Program.Section.Get("environment")
	if !given || !strings.Contains(o.Value.Text, "PATH=") || strings.Contains(o.Value.Text, "%(ENV_PATH)s") || answer.Value.Source().Path() != o.Value.Span.Path() {
		return nil
	}
	if slices.ContainsFunc(strings.Split(text, ":"), ofSystem) || !slices.Contains([]string{
		"bash", "sh", "env", "nice", "ionice", "sudo", "su", "setsid", "nohup", "flock", "timeout", "dash", "zsh",
	}, first.Text) {
		return nil
	}
	return lint.Fail(first, "supervisor does not find %s: it looks in %s alone, the PATH of environment=", first.Text, text).
		About(p.Key+"#environment.PATH").With(answer.Value, "this replaces the PATH").
		Fix(`PATH="%s:%%(ENV_PATH)s" in environment=`, strings.TrimSuffix(strings.TrimSuffix(text, ":$PATH"), ":"))
}
