package settings

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// middlewareTwice reports a middleware that is listed twice.
//
// # Why it matters
//
// It runs twice for every request. Most only take time; GZipMiddleware, a cache or one that counts does its work wrongly.
//
// # Example
//
//	MIDDLEWARE = [
//	    "django.middleware.common.CommonMiddleware",
//	    "django.middleware.common.CommonMiddleware",
//	]
//
// # Use instead
//
//	MIDDLEWARE = [
//	    "django.middleware.common.CommonMiddleware",
//	]
//
// # When it stays silent
//
// For entries that are not known.
func middlewareTwice() lint.Rule {
	return lint.Rule{
		ID:      "DPL173",
		Name:    "middleware-twice",
		Summary: "A middleware is listed twice",
		Help:    "Take one of the two away",
		Level:   lint.Note,
		Tags:    []string{"performance"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/topics/http/middleware/#activating-middleware",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkMiddlewareTwice),
	}
}

func checkMiddlewareTwice(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	bad := func(v value.Value) bool { return len(repeated(v)) > 0 }
	return lint.Ask(s, s.MiddlewareSetting(), bad, func(v value.Value, at lint.Placed) lint.Result {
		twice := repeated(v)
		names := make([]string, 0, len(twice))
		for _, t := range twice {
			names = append(names, deploy.LastName(t.name))
		}
		if len(twice) == 1 {
			return lint.Fail(lint.Nearest(twice[0].again, at), "%s is listed twice, so it runs twice for every request", names[0]).
				With(twice[0].first, "it is here already").Fix("delete this line")
		}
		r := lint.Fail(lint.Nearest(twice[0].again, at), "%s and %s are listed twice, so they run twice for every request",
			strings.Join(names[:len(names)-1], ", "), names[len(names)-1]).Fix("delete the later line of each")
		for i, t := range twice {
			r = r.With(t.first, "%s is here already", names[i])
			if i > 0 {
				r = r.With(t.again, "and here again")
			}
		}
		return r
	})
}

// A repeat is a text that a list holds more than once, with its first two places.
type repeat struct {
	name         string
	first, again value.Value
}

// repeated returns the texts that a list holds more than once, in the order of their second places.
func repeated(list value.Value) []repeat {
	if !list.IsSequence() {
		return nil
	}
	var found []repeat
	seen := map[string]value.Value{}
	for _, e := range list.Elems() {
		text, ok := e.Text()
		if !ok {
			continue
		}
		before, again := seen[text]
		switch {
		case !again:
			seen[text] = e
		case !slices.ContainsFunc(found, func(r repeat) bool { return r.name == text }):
			found = append(found, repeat{text, before, e})
		}
	}
	return found
}
