package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// loginBeforeAuthentication reports LoginRequiredMiddleware that runs before anything knows who the user is.
//
// # Why it matters
//
// Every request ends in ImproperlyConfigured, and Django's system checks fail, so that migrate and other commands stop.
//
// # Example
//
//	MIDDLEWARE = [
//	    "django.contrib.auth.middleware.LoginRequiredMiddleware",
//	    "django.contrib.auth.middleware.AuthenticationMiddleware",
//	]
//
// # Use instead
//
//	MIDDLEWARE = [
//	    "django.contrib.auth.middleware.AuthenticationMiddleware",
//	    "django.contrib.auth.middleware.LoginRequiredMiddleware",
//	]
//
// # When it stays silent
//
// Where a middleware before it is of the project's own, and may be a subclass of AuthenticationMiddleware.
func loginBeforeAuthentication() lint.Rule {
	return lint.Rule{
		ID:      "DPL138",
		Name:    "login-before-authentication",
		Summary: "LoginRequiredMiddleware runs before AuthenticationMiddleware",
		Help:    "Put AuthenticationMiddleware before LoginRequiredMiddleware",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Django:  []string{"auth.E013"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/middleware/#django.contrib.auth.middleware.LoginRequiredMiddleware",
			"https://docs.djangoproject.com/en/stable/ref/checks/#auth",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkLoginBeforeAuthentication),
	}
}

func checkLoginBeforeAuthentication(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	all := s.Get("MIDDLEWARE")
	if !all.IsSequence() || s.Django.Before(5, 1) {
		return nil
	}
	for _, e := range all.Elems() {
		switch name, ok := e.Text(); {
		case !ok || name == authMiddleware || name != loginMiddleware && mayBeSubclass(name):
			return nil
		case name == loginMiddleware:
			r := lint.Fail(e, "LoginRequiredMiddleware runs before anything knows who the user is: every request ends in ImproperlyConfigured").
				About("settings.MIDDLEWARE/"+loginMiddleware).
				Fix("%s before it", authMiddleware)
			if !s.Installed("django.contrib.auth") {
				r = r.As() // the app registers the check
			}
			return r
		}
	}
	return nil
}
