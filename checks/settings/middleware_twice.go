package settings

import (
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
		Check: checkMiddlewareTwice,
	}
}

func checkMiddlewareTwice(site *deploy.Site) []lint.Result {
	s := site.Settings
	if s == nil {
		return nil
	}
	return ask(s, lint.Note, asked{
		name: middlewareSetting(s),
		bad: func(v value.Value) bool {
			_, again := repeated(v)
			return again.Known()
		},
		fail: func(v value.Value, at lint.Placed) lint.Result {
			first, again := repeated(v)
			text, _ := again.Text()
			return lint.Fail(nearest(again, at), "%s is listed twice, so it runs twice for every request", base(text)).
				With(first, "it is here already").Fix("take this one away")
		},
	})
}

// repeated returns the first text that stands in a list a second time, and where it stood before.
func repeated(list value.Value) (first, again value.Value) {
	if !list.IsSequence() {
		return value.Value{}, value.Value{}
	}
	seen := map[string]value.Value{}
	for _, e := range list.Elems() {
		text, ok := e.Text()
		if !ok {
			continue
		}
		if before, found := seen[text]; found {
			return before, e
		}
		seen[text] = e
	}
	return value.Value{}, value.Value{}
}
