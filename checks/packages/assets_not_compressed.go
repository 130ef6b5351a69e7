package packages

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// assetsNotCompressed reports scripts and styles that go out one by one and uncompressed.
//
// # Why it matters
//
// django-compressor and django-pipeline work where DEBUG is off, unless a setting says otherwise. Switched off in production,
// each page loads every source file on its own, and LESS or SASS reach the browser as they are.
//
// # Example
//
//	COMPRESS_ENABLED = False
//
// # Use instead
//
//	COMPRESS_ENABLED = True
//
// # When it stays silent
//
// Where the setting follows DEBUG.
func assetsNotCompressed() lint.Rule {
	return lint.Rule{
		ID:      "DPL726",
		Name:    "assets-not-compressed",
		Summary: "The package that packs scripts and styles is switched off",
		Help:    "Leave COMPRESS_ENABLED and PIPELINE_ENABLED to their defaults",
		Level:   lint.Note,
		Tags:    []string{"performance"},
		Links: []string{
			"https://django-compressor.readthedocs.io/en/stable/settings.html#django.conf.settings.COMPRESS_ENABLED",
			"https://django-pipeline.readthedocs.io/en/latest/configuration.html",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkAssetsNotCompressed),
	}
}

func checkAssetsNotCompressed(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	fail := func(_ value.Value, at lint.Placed) lint.Result {
		return lint.Fail(at, "scripts and styles go out one by one, as in development").Fix("take it away: it is on where DEBUG is off")
	}
	var answers lint.Answers
	if s.Installed("compressor") {
		answers = append(answers, lint.Ask(s, "COMPRESS_ENABLED", lint.Off, fail))
	}
	if s.Installed("pipeline") {
		answers = append(answers, lint.AskPart(s, "PIPELINE", "PIPELINE_ENABLED", s.Get("PIPELINE").At("PIPELINE_ENABLED"), lint.Off, fail))
	}
	return answers
}
