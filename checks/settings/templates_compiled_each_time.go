package settings

import (
	"fmt"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// templatesCompiledEachTime reports templates that are read and compiled anew for every request.
//
// # Why it matters
//
// Django keeps compiled templates in memory by itself, unless OPTIONS names the loaders: then they are used as they are, and
// every page reads and compiles all its templates again.
//
// # Example
//
//	"OPTIONS": {"loaders": ["django.template.loaders.app_directories.Loader"]}
//
// # Use instead
//
//	"OPTIONS": {
//	    "loaders": [("django.template.loaders.cached.Loader", ["django.template.loaders.app_directories.Loader"])],
//	}
//
// # When it stays silent
//
// With a cached loader around the others, without "loaders", and for loaders that are not known.
func templatesCompiledEachTime() lint.Rule {
	return lint.Rule{
		ID:      "DPL179",
		Name:    "templates-compiled-each-time",
		Summary: "Templates are compiled anew for every request",
		Help:    "Leave \"loaders\" out, or put the cached loader around them",
		Level:   lint.Note,
		Tags:    []string{"performance"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/templates/api/#django.template.loaders.cached.Loader",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkTemplatesCompiledEachTime),
	}
}

func checkTemplatesCompiledEachTime(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	for i, engine := range s.Get("TEMPLATES").Elems() {
		if backend, ok := engine.At("BACKEND").Text(); !ok || backend != "django.template.backends.django.DjangoTemplates" {
			continue
		}
		loaders := engine.At("OPTIONS").At("loaders")
		if !loaders.IsSequence() || len(loaders.Elems()) == 0 || !loaders.Complete() {
			continue
		}
		first, ok := loaders.Elems()[0].Text()
		if !ok || !strings.HasPrefix(first, "django.template.loaders.") || strings.HasPrefix(first, "django.template.loaders.cached") {
			continue // ("…cached.Loader", […]) is a sequence
		}
		answers = append(answers, lint.Fail(lint.Nearest(loaders, engine), "the loaders are named without the cached one, so every request compiles its templates anew").
			About(fmt.Sprintf("settings.TEMPLATES[%d].OPTIONS.loaders", i)).
			Fix("\"loaders\": [(\"django.template.loaders.cached.Loader\", [%q, …])]", first))
	}
	return answers
}
