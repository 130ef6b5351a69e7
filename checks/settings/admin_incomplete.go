package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// adminIncomplete reports one of Django's apps without what it needs: an app, a middleware or a context processor.
//
// # Why it matters
//
// Without contenttypes or auth the process does not start. Without the rest, Django's system checks fail, so that
// migrate and other commands stop before they do anything.
//
// # Example
//
//	INSTALLED_APPS = ["django.contrib.admin", "django.contrib.auth"]
//
// # Use instead
//
//	INSTALLED_APPS = [
//	    "django.contrib.admin",
//	    "django.contrib.auth",
//	    "django.contrib.contenttypes",
//	    "django.contrib.messages",
//	]
//
// # When it stays silent
//
// Where an AppConfig, a middleware or an authentication backend of the project's may be what is missing, as a subclass
// of Django's own. The context processor of the navigation is a note.
func adminIncomplete() lint.Rule {
	return lint.Rule{
		ID:      "DPL139",
		Name:    "admin-incomplete",
		Summary: "The admin lacks an app, middleware or context processor that it needs",
		Help:    "Add what is missing",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Django:  []string{"admin.E401", "admin.E402", "admin.E403", "admin.E404", "admin.E405", "admin.E406", "admin.E408", "admin.E409", "admin.E410", "admin.W411"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/contrib/admin/#overview",
			"https://docs.djangoproject.com/en/stable/ref/checks/#admin",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkAdminIncomplete),
	}
}

func checkAdminIncomplete(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Django.Before(2, 2) {
		return nil
	}
	answers := lint.Answers{missingApps(s)}
	if !s.Installed(adminApp) {
		return answers
	}
	answers = append(answers, missingProcessors(s))
	for _, m := range []struct{ name, id string }{
		{authMiddleware, "admin.E408"}, {messageMiddleware, "admin.E409"}, {sessionMiddleware, "admin.E410"},
	} {
		if runsLike(s, m.name) == value.False {
			answers = append(answers, lint.Fail(s.Place("MIDDLEWARE"), "the admin needs %s in MIDDLEWARE: without it migrate fails at Django's checks", deploy.LastName(m.name)).
				About("settings.MIDDLEWARE/"+m.name).Fix("%q in MIDDLEWARE", m.name).As(m.id))
		}
	}
	return answers
}

// missingApps finds the apps that those which are installed cannot do without.
func missingApps(s *deploy.Settings) lint.Answer {
	var answers lint.Answers
	for _, need := range []struct {
		by, app, id string
		stops       bool
	}{
		{adminApp, "django.contrib.contenttypes", "admin.E401", true},
		{adminApp, "django.contrib.auth", "admin.E405", true},
		{adminApp, "django.contrib.messages", "admin.E406", false},
		{"django.contrib.auth", "django.contrib.contenttypes", "", true},
	} {
		if !s.Installed(need.by) || installed(s, need.app) != value.False || need.id == "" && s.Installed(adminApp) {
			continue
		}
		r := lint.Fail(s.Place("INSTALLED_APPS"), "%s needs %s in INSTALLED_APPS: without it migrate fails at Django's checks", need.by, need.app).As(need.id)
		if need.stops {
			r = lint.Fail(s.Place("INSTALLED_APPS"), "%s needs %s in INSTALLED_APPS, so no process starts: RuntimeError: a model class isn't in an application in INSTALLED_APPS", need.by, need.app).As()
		}
		answers = append(answers, r.About("settings.INSTALLED_APPS/"+need.app).Fix("%q in INSTALLED_APPS", need.app))
	}
	return answers
}

// missingProcessors finds the context processors that the admin's templates cannot do without.
func missingProcessors(s *deploy.Settings) lint.Answer {
	engine, found := firstEngine(s.Get("TEMPLATES"))
	if found == value.False {
		return lint.Fail(s.Place("TEMPLATES"), "the admin needs an engine of Django's in TEMPLATES: without it migrate fails at Django's checks").
			About("settings.TEMPLATES").Fix(`{"BACKEND": "%s", "APP_DIRS": True} in TEMPLATES`, djangoTemplates).As("admin.E403")
	}
	if found != value.True {
		return nil
	}
	var answers lint.Answers
	for _, p := range []struct {
		name, id string
		needed   bool
	}{
		{"django.contrib.auth.context_processors.auth", "admin.E402", usesModelBackend(s)},
		{"django.contrib.messages.context_processors.messages", "admin.E404", true},
		{"django.template.context_processors.request", "admin.W411", s.Django.AtLeast(3, 1)},
	} {
		if !p.needed || hasProcessor(engine, p.name) != value.False {
			continue
		}
		r := lint.Fail(s.Place("TEMPLATES"), "the admin needs the context processor %s: without it migrate fails at Django's checks", p.name)
		if p.id == "admin.W411" {
			r = lint.Fail(s.Place("TEMPLATES"), "the admin's navigation needs the context processor %s", p.name).At(lint.Note)
		}
		answers = append(answers, r.About("settings.TEMPLATES/"+p.name).Fix("%q in the context_processors of TEMPLATES", p.name).As(p.id))
	}
	return answers
}

// firstEngine returns the first entry of TEMPLATES that is Django's own engine. Undecided is one that may be.
func firstEngine(templates value.Value) (value.Value, value.Tri) {
	if !templates.IsSequence() {
		return value.Value{}, value.Undecided
	}
	for _, engine := range templates.Elems() {
		switch backend, ok := engine.At("BACKEND").Text(); {
		case !ok || backend != djangoTemplates && !strings.HasPrefix(backend, "django."):
			return value.Value{}, value.Undecided
		case backend == djangoTemplates:
			return engine, value.True
		}
	}
	return value.Value{}, value.False
}

// usesModelBackend reports whether Django's own backend, or a subclass of it that Django has, authenticates users.
func usesModelBackend(s *deploy.Settings) bool {
	return deploy.Holds(s.Get("AUTHENTICATION_BACKENDS"), func(e string) bool {
		switch e {
		case "django.contrib.auth.backends.ModelBackend", "django.contrib.auth.backends.AllowAllUsersModelBackend",
			"django.contrib.auth.backends.RemoteUserBackend", "django.contrib.auth.backends.AllowAllUsersRemoteUserBackend":
			return true
		}
		return false
	}) == value.True
}
