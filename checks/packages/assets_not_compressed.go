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
		Check: lint.Untyped(checkAssetsNotCompressed),
	}
}

func checkAssetsNotCompressed(site *deploy.Site) []lint.Result {
	s := site.Settings
	if s == nil {
		return nil
	}
	fail := func(_ value.Value, at lint.Placed) lint.Result {
		return lint.Fail(at, "scripts and styles go out one by one, as in development").Fix("take it away: it is on where DEBUG is off")
	}
	var results []lint.Result
	if installed(s, "compressor") {
		results = lint.AskSetting(s, lint.SettingQuestion{Name: "COMPRESS_ENABLED", Bad: isOff, Fail: fail})
	}
	if installed(s, "pipeline") {
		results = append(results, lint.AskSetting(s, lint.SettingQuestion{Name: "PIPELINE", Part: "PIPELINE_ENABLED", Value: s.Get("PIPELINE").At("PIPELINE_ENABLED"), Bad: isOff, Fail: fail})...)
	}
	return results
}
