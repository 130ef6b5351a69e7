package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// secretKeyMissing reports settings without a SECRET_KEY, or with one that does not outlive the process.
//
// # Why it matters
//
// Django raises ImproperlyConfigured ("The SECRET_KEY setting must not be empty") as soon as anything asks for the key:
// the site does not start, or fails at the first session.
//
// A key that is made anew at each start is lost with it: everybody is logged out, and password-reset links that were sent
// lead nowhere. With several workers each may have its own, so that one does not know the sessions of another.
//
// # Example
//
//	SECRET_KEY = ""
//
// # Use instead
//
//	SECRET_KEY = os.environ["SECRET_KEY"]
//
// # When it stays silent
//
// Where the key comes from a variable or a file outside the repository, the result is open. A key that is made anew only
// when a variable is not set is a note, one that all workers share a warning: gunicorn with preload_app and uWSGI import once.
func secretKeyMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL106",
		Name:    "secret-key-missing",
		Summary: "SECRET_KEY is not set, empty, or lost at each restart",
		Help:    "Read SECRET_KEY from the environment, and keep one key",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Django:  []string{"security.W009"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#secret-key",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkSecretKeyMissing),
	}
}

func checkSecretKeyMissing(s *deploy.Settings, site *deploy.Site) lint.Answer {
	key := required(s.Get("SECRET_KEY"), site.Options.EnvComplete)
	if suppliedElsewhere(key) {
		return lint.Pass(key, "what starts the process gives it SECRET_KEY").About("settings.SECRET_KEY")
	}
	if key.Cause == value.Generated && !key.Known() {
		return keyIsGenerated(s, key, site)
	}
	empty := func(v value.Value) value.Tri { return v.Truth().Not() }
	return lint.AskPart(s, "SECRET_KEY", "", key, empty, func(v value.Value, at lint.Placed) lint.Result { return noKey(s, v, at).InOwnWords() }).
		OrPass("SECRET_KEY is set").OrOpen(supply)
}

// noKey makes the finding for a key that is empty.
func noKey(s *deploy.Settings, v value.Value, at lint.Placed) lint.Result {
	what := "empty"
	switch {
	case v.Source().IsZero():
		what = "not set"
	case v.Kind() == value.None:
		what = "None"
	}
	fix := "SECRET_KEY = os.environ[\"SECRET_KEY\"]"
	if variable, ok := v.FromDefault(); ok {
		what += " unless the environment sets " + variable
		fix = "set " + variable + " in production, and read it without a default"
	}
	if variable, ok := v.FromEnv(); ok {
		what += ", because " + variable + " is"
		fix = "set " + variable
	}
	if s.Django.Before(4, 0) && s.Installed(adminApp) { // the admin's forms ask for it when they are imported
		return lint.Fail(at, "SECRET_KEY is %s, so no process starts: ImproperlyConfigured: The SECRET_KEY setting must not be empty", what).Fix("%s", fix)
	}
	return lint.Fail(at, "SECRET_KEY is %s: Django raises ImproperlyConfigured as soon as anything is signed, at start or at the first session", what).
		Fix("%s", fix)
}

// required gives a key that is None where the environment does not supply it as what the environment must supply:
// os.environ.get("SECRET_KEY") or None has no default.
func required(key value.Value, complete bool) value.Value {
	variable, ok := key.FromDefault()
	if key.Kind() != value.None || !ok || complete {
		return key
	}
	external := value.NotKnownFor(value.External, value.Why(value.VariableUnsupplied, variable))
	external.Waits, external.Trail, external.Overridable = []string{variable}, key.Trail, key.Overridable
	return external
}

// keyIsGenerated reports a key that no two starts share. As the mere default of a variable it is a safe one.
// Where each worker makes its own, no session outlives the next request.
func keyIsGenerated(s *deploy.Settings, key value.Value, site *deploy.Site) lint.Result {
	const lost = "each restart logs everybody out, and no two workers need have the same key"
	r := lint.Fail(key, "SECRET_KEY is made anew at each start: %s", lost).
		Fix("make one key and keep it: SECRET_KEY = os.environ[\"SECRET_KEY\"]").
		At(lint.Warning)
	variable, ok := key.FromDefault()
	if !ok {
		variable, ok = replaced(s, key)
	}
	if ok {
		r = lint.Fail(key, "SECRET_KEY is made anew at each start unless %s is set: %s", variable, lost).
			Fix("set %s in production", variable).
			At(lint.Note).InOwnWords()
	}
	if workers, several := site.Several(); several && !workers.Forked {
		if !ok {
			r = lint.Fail(key, "%s makes a SECRET_KEY of its own: whoever logs in at one is logged out by the next that answers", workers.Each()).
				Fix("make one key and keep it: SECRET_KEY = os.environ[\"SECRET_KEY\"]")
		}
		r = r.With(workers, "the workers are started here")
	}
	return r.About("settings.SECRET_KEY").As()
}

// replaced returns the variable whose value a value took the place of: SECRET_KEY = env("SECRET_KEY", default=""), and then
// another one, if not SECRET_KEY.
func replaced(s *deploy.Settings, v value.Value) (variable string, ok bool) {
	if len(v.Trail) < 2 || v.Trail[len(v.Trail)-2].How != value.Overridden {
		return "", false
	}
	before := v.Trail[len(v.Trail)-2].Span
	for _, read := range s.Reads {
		if read.Span.File == before.File && before.Start <= read.Span.Start && read.Span.End <= before.End {
			return read.Name, true
		}
	}
	return "", false
}

// suppliedElsewhere reports whether a launcher certainly gives the process the key, from where it keeps its secrets.
func suppliedElsewhere(key value.Value) bool {
	_, given := key.FromEnv()
	return !key.Known() && key.Cause == value.External && len(key.Waits) == 0 && given
}
