package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// middlewareOrder reports middleware that stands above what it builds on.
//
// # Why it matters
//
// A request goes through MIDDLEWARE from top to bottom. AuthenticationMiddleware, MessageMiddleware and, with
// CSRF_USE_SESSIONS, CsrfViewMiddleware need the session that SessionMiddleware brings; RemoteUserMiddleware needs the user.
// Above it they raise ImproperlyConfigured at every request. FetchFromCacheMiddleware above UpdateCacheMiddleware answers from
// a cache that holds pages which the middleware between the two has not finished.
//
// # Example
//
//	MIDDLEWARE = [
//	    "django.contrib.auth.middleware.AuthenticationMiddleware",
//	    "django.contrib.sessions.middleware.SessionMiddleware",
//	]
//
// # Use instead
//
//	MIDDLEWARE = [
//	    "django.contrib.sessions.middleware.SessionMiddleware",
//	    "django.contrib.auth.middleware.AuthenticationMiddleware",
//	]
//
// # When it stays silent
//
// Where one of the two is missing, which Django's own checks report, and where an entry above is not known.
func middlewareOrder() lint.Rule {
	return lint.Rule{
		ID:      "DPL172",
		Name:    "middleware-order",
		Summary: "A middleware stands above the one that it needs",
		Help:    "Move the middleware below the one that it needs",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/middleware/#middleware-ordering",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkMiddlewareOrder),
	}
}

func checkMiddlewareOrder(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	return lint.Ask(s, s.MiddlewareSetting(), func(v value.Value) bool {
		_, ok := misplaced(v, s)
		return ok
	}, func(v value.Value, at lint.Placed) lint.Result {
		m, _ := misplaced(v, s)
		r := lint.Fail(lint.Nearest(m.upper, at), "%s stands above %s: %s", m.order.upper, m.order.lower, m.order.harm)
		if !m.order.fatal {
			r = r.At(lint.Warning)
		}
		return r.With(m.lower, "it has to stand below this one").Fix("move it below %s", m.order.lower)
	})
}

// An order is two middleware of which the first must not stand above the second.
type order struct {
	upper, lower, harm string
	fatal              bool
}

func orders(s *deploy.Settings) []order {
	const raises = "every request ends in ImproperlyConfigured"
	all := []order{
		{"AuthenticationMiddleware", "SessionMiddleware", raises, true},
		{"MessageMiddleware", "SessionMiddleware", raises, true},
		{"RemoteUserMiddleware", "AuthenticationMiddleware", raises, true},
		{"PersistentRemoteUserMiddleware", "AuthenticationMiddleware", raises, true},
		{"FetchFromCacheMiddleware", "UpdateCacheMiddleware", "pages are cached before the middleware between the two has finished them", false},
	}
	if s.On("CSRF_USE_SESSIONS") {
		all = append(all, order{"CsrfViewMiddleware", "SessionMiddleware", raises, true})
	}
	return all
}

// A misplacement is an order that a list of middleware breaks.
type misplacement struct {
	order        order
	upper, lower value.Value
}

func misplaced(list value.Value, s *deploy.Settings) (misplacement, bool) {
	if !list.IsSequence() {
		return misplacement{}, false
	}
	for _, o := range orders(s) {
		var upper value.Value
		for _, e := range list.Elems() {
			text, ok := e.Text()
			own := ok && strings.HasPrefix(text, "django.") && deploy.LastName(text) == o.lower
			if !ok || own && !upper.Known() || deploy.LastName(text) == o.lower && !own {
				break
			}
			if own {
				return misplacement{o, upper, e}, true
			}
			if strings.HasPrefix(text, "django.") && deploy.LastName(text) == o.upper {
				upper = e
			}
		}
	}
	return misplacement{}, false
}
