package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// siteIDNotANumber reports SITE_ID that is no number.
//
// # Why it matters
//
// Django's system checks fail, so that migrate and other commands stop before they do anything. A value that the
// environment supplies is a text, however it looks.
//
// # Example
//
//	SITE_ID = os.environ.get("SITE_ID", "1")
//
// # Use instead
//
//	SITE_ID = int(os.environ.get("SITE_ID", "1"))
//
// # When it stays silent
//
// Without django.contrib.sites, and before Django 3.2. None counts as unset.
func siteIDNotANumber() lint.Rule {
	return lint.Rule{
		ID:      "DPL134",
		Name:    "site-id-not-a-number",
		Summary: "SITE_ID is no number, so commands stop at Django's checks",
		Help:    "Make SITE_ID an int",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Django:  []string{"sites.E101"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#site-id",
			"https://docs.djangoproject.com/en/stable/ref/checks/#sites",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkSiteIDNotANumber),
	}
}

func checkSiteIDNotANumber(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Django.Before(3, 2) || !s.Installed("django.contrib.sites") {
		return nil
	}
	return lint.Ask(s, "SITE_ID", func(v value.Value) value.Tri {
		switch v.Kind() {
		case value.None, value.Int, value.Bool:
			return value.False
		case value.Float:
			f, _ := v.Float()
			return value.TriOf(s.Django.Before(6, 1) || f != float64(int64(f))) // 6.1 compares it with the int of it
		case value.Unknown, value.Object:
			return value.Undecided
		default:
			return value.True
		}
	}, func(v value.Value, at lint.Placed) lint.Result {
		fix := "SITE_ID = 1"
		if variable, ok := v.FromEnv(); ok {
			fix = "SITE_ID = int(os.environ[\"" + variable + "\"])"
		}
		return lint.Fail(at, "SITE_ID is %s, not a number: migrate fails at Django's checks", text(v)).Fix("%s", fix)
	})
}
