package settings

import (
	"strings"
	"unicode"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// The names of what Django's checks look for.
const (
	securityMiddleware = "django.middleware.security.SecurityMiddleware"
	frameMiddleware    = "django.middleware.clickjacking.XFrameOptionsMiddleware"
	csrfMiddleware     = "django.middleware.csrf.CsrfViewMiddleware"
	sessionMiddleware  = "django.contrib.sessions.middleware.SessionMiddleware"
	authMiddleware     = "django.contrib.auth.middleware.AuthenticationMiddleware"
	messageMiddleware  = "django.contrib.messages.middleware.MessageMiddleware"
	loginMiddleware    = "django.contrib.auth.middleware.LoginRequiredMiddleware"
	cspMiddleware      = "django.middleware.csp.ContentSecurityPolicyMiddleware"
	staticfilesApp     = "django.contrib.staticfiles"
	adminApp           = "django.contrib.admin"
	djangoTemplates    = "django.template.backends.django.DjangoTemplates"
)

// supply says what to do about a setting that the environment supplies.
const supply = "set it in the environment, or pass --env-file"

// unlessProxyAdds asks a question about a header that Django does not send, unless nginx adds it.
func unlessProxyAdds(site *deploy.Site, header string, q lint.Question) lint.Answer {
	switch at, added := site.AddsHeader(header); added {
	case value.True:
		return lint.Pass(at, "nginx adds %s", header).About(q.Subject)
	case value.Undecided:
		return nil
	default:
		return q
	}
}

// isNotTrue is Python's "v is not True".
func isNotTrue(v value.Value) value.Tri {
	on, ok := v.Bool()
	return value.TriOf(!ok || !on)
}

// isFalse is Python's "not v".
func isFalse(v value.Value) value.Tri { return v.Truth().Not() }

// switchedOff says how a setting that counts as false came to be so, and what to write in its place.
func switchedOff(v value.Value, name string) (how, fix string) {
	if variable, ok := v.FromDefault(); ok {
		return "off unless " + variable + " is set", "make True the default"
	}
	if variable, ok := v.FromEnv(); ok {
		return "off, because " + variable + " says so", variable + "=True"
	}
	if v.Source().IsZero() {
		return "not set", name + " = True"
	}
	return "off", name + " = True"
}

// runsLike reports whether a middleware or a subclass of it runs: of what is neither Django's nor known, nobody can tell.
func runsLike(s *deploy.Settings, name string) value.Tri {
	all := s.Get(s.MiddlewareSetting())
	answer := deploy.Holds(all, func(e string) bool { return e == name })
	if answer == value.False && deploy.Holds(all, mayBeSubclass) != value.False {
		return value.Undecided
	}
	return answer
}

// mayBeSubclass reports whether a middleware may be a subclass of one of Django's: it is neither Django's own nor of a
// package whose middleware is known to be none.
func mayBeSubclass(name string) bool {
	pkg, _, _ := strings.Cut(name, ".")
	switch pkg {
	case "django", "whitenoise", "corsheaders", "debug_toolbar", "django_prometheus", "simple_history", "allauth", "silk",
		"django_htmx", "waffle", "axes", "csp", "querycount", "hijack", "django_browser_reload", "django_hosts", "htmlmin":
		return false
	}
	return true
}

// installed reports whether an app is installed. An AppConfig of the project's may stand for any app.
func installed(s *deploy.Settings, app string) value.Tri {
	answer := s.App(app)
	if answer != value.False {
		return answer
	}
	return deploy.Holds(s.Get("INSTALLED_APPS"), func(e string) bool {
		return !strings.HasPrefix(e, "django.") && isClass(e)
	}).And(value.Undecided)
}

// isClass reports whether a dotted name ends in the name of a class, as far as its spelling tells.
func isClass(dotted string) bool {
	for _, first := range dotted[strings.LastIndexByte(dotted, '.')+1:] {
		return unicode.IsUpper(first)
	}
	return false
}

// certain reports whether the settings set a name on every path.
func certain(s *deploy.Settings, name string) bool {
	v, ok := s.Given(name)
	if !ok {
		return false
	}
	for _, a := range v.Alternatives {
		if !a.Known() && a.Cause == value.Absent {
			return false
		}
	}
	return v.Known() || len(v.Alternatives) > 0 || v.Cause == value.External
}

// isTemplate reports whether a text has a hole that something fills in before the project is there.
func isTemplate(text string) bool {
	return strings.Contains(text, "{{") || strings.Contains(text, "{%") || strings.Contains(text, "${")
}

// text shows a value that is no secret: a text in quotes, everything else by its kind.
func text(v value.Value) string {
	switch v.Kind() {
	case value.None:
		return "None"
	case value.Str:
		if shown, ok := v.Text(); ok {
			return `"` + shown + `"`
		}
	case value.Bool:
		if on, _ := v.Bool(); on {
			return "True"
		}
		return "False"
	default:
	}
	if v.Kind() == value.Int || v.Kind() == value.Object {
		return "an " + v.Kind().String()
	}
	return "a " + v.Kind().String()
}
