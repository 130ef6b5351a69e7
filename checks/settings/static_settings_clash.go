package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// staticSettingsClash reports settings of static files and uploads with which collectstatic raises
// ImproperlyConfigured.
//
// # Why it matters
//
// The release stops at collectstatic. Without STATIC_URL pages with a {% static %} tag fail as well; with one folder or
// one URL for both, uploads end up among the files of the site.
//
// # Example
//
//	STATIC_URL = "/files/"
//	MEDIA_URL = "/files/"
//
// # Use instead
//
//	STATIC_URL = "/static/"
//	MEDIA_URL = "/media/"
//
// # When it stays silent
//
// Where django.contrib.staticfiles is not installed, and where one of the two cannot be read.
func staticSettingsClash() lint.Rule {
	return lint.Rule{
		ID:      "DPL148",
		Name:    "static-settings-clash",
		Summary: "collectstatic raises ImproperlyConfigured",
		Help:    "Give static files and uploads a URL each",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#static-url",
			"https://docs.djangoproject.com/en/stable/ref/settings/#media-url",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkStaticSettingsClash),
	}
}

func checkStaticSettingsClash(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if !s.Installed(staticfilesApp) {
		return nil
	}
	const fails = "collectstatic fails: ImproperlyConfigured"
	static, staticSet := prefixed(s, "STATIC_URL")
	media, mediaSet := prefixed(s, "MEDIA_URL")
	var answers lint.Answers
	switch url := s.Get("STATIC_URL"); {
	case url.Kind() == value.None || url.Kind() == value.Str && static == "":
		answers = append(answers, lint.Fail(s.Place("STATIC_URL"), "STATIC_URL is not set, and django.contrib.staticfiles is installed, so %s", fails).
			About("settings.STATIC_URL").Fix(`STATIC_URL = "/static/"`))
	case staticSet && mediaSet && static == media:
		answers = append(answers, lint.Fail(s.Place("MEDIA_URL"), "MEDIA_URL and STATIC_URL are the same, so %s", fails).
			About("settings.MEDIA_URL").With(url, "STATIC_URL is set here").Fix(`MEDIA_URL = "/media/"`))
	}
	return answers
}

// prefixed returns a URL as the settings give it: from version 3.1 a relative one is taken from the site's root.
func prefixed(s *deploy.Settings, name string) (string, bool) {
	v := s.Get(name)
	url, ok := v.Text()
	if ok && s.Django.AtLeast(3, 1) && !strings.HasPrefix(url, "http://") && !strings.HasPrefix(url, "https://") && !strings.HasPrefix(url, "/") {
		url = "/" + url
	}
	return url, ok
}
