package process

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// buildLacksVariable reports a command of a Dockerfile for which the settings cannot be imported.
//
// # Why it matters
//
// While an image is built there are only the variables that ENV, ARG and the command itself give: not those of compose's
// environment, of env_file, or of the machine. Settings that insist on SECRET_KEY raise an error when RUN manage.py collectstatic
// imports them, and docker build stops there: no image, no release.
//
// # Example
//
//	RUN python manage.py collectstatic --noinput
//
//	SECRET_KEY = os.environ["SECRET_KEY"]
//
// # Use instead
//
//	RUN SECRET_KEY=only-for-the-build python manage.py collectstatic --noinput
//
// # When it stays silent
//
// Where || true or a semicolon lets the build go on, where a condition stands before the command, where the base image is not one of
// the official ones and may set anything, where an ARG without a default or a build secret may give the variable, and where the settings
// load an env file that is not in the repository.
func buildLacksVariable() lint.Rule {
	return lint.Rule{
		ID:      "DPL481",
		Name:    "build-lacks-variable",
		Summary: "The image cannot be built: a command imports settings that insist on a variable",
		Help:    "Give the command a value for the build alone",
		Level:   lint.Error,
		Tags:    []string{"availability", "docker"},
		Links: []string{
			"https://docs.docker.com/reference/dockerfile/#run",
			"https://docs.docker.com/build/building/variables/",
		},
		Since: "0.2.0",
		Check: lint.OfStep(checkBuildLacksVariable),
	}
}

func checkBuildLacksVariable(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if p.Settings == nil || len(p.Settings.Missing) == 0 || !p.Fails || !needsSettings(p.Manage.Command.Text) {
		return nil
	}
	var names, given []string
	for _, f := range p.Settings.Missing {
		if f.Variable != "" {
			names = append(names, f.Variable)
			given = append(given, f.Variable+"=only-for-the-build")
		}
	}
	first := p.Settings.Missing[0]
	command := "manage.py " + p.Manage.Command.Text
	if len(names) == 0 {
		return lint.Fail(p, "docker build stops here: %s imports the settings, and with what the build gives them they raise %s", command, first.Class).
			About(p.Key+"#environment").With(first.Span, "it is raised here")
	}
	r := lint.Fail(p, "docker build stops here: %s imports the settings, which insist on %s, and nothing gives that to the build", command, strings.Join(names, ", ")).
		About(p.Key+"#environment").Fix("RUN %s python %s …", strings.Join(given, " "), command)
	for _, f := range p.Settings.Missing {
		if f.Variable != "" {
			r = r.With(f.Span, "%s is read here, without a default", f.Variable)
		}
	}
	return r
}

// needsSettings reports whether a management command imports the settings for certain.
//
// https://github.com/django/django/blob/stable/5.2.x/django/core/management/__init__.py (ManagementUtility.execute)
func needsSettings(command string) bool {
	switch command {
	case "collectstatic", "migrate", "compress", "createcachetable", "check", "loaddata", "createsuperuser", "tailwind", "findstatic", "rebuild_index":
		return true
	}
	return false
}
