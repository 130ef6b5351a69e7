package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// timeZoneDefault reports a site whose clock is Chicago's because nobody chose one.
//
// # Why it matters
//
// TIME_ZONE is America/Chicago unless it is set; only the template of a new project says UTC. Times in pages, forms, mails and
// logs are hours off for everybody elsewhere.
//
// # Example
//
//	# no TIME_ZONE
//
// # Use instead
//
//	TIME_ZONE = "UTC"
//
// # When it stays silent
//
// Where TIME_ZONE is set, whatever to.
func timeZoneDefault() lint.Rule {
	return lint.Rule{
		ID:      "DPL183",
		Name:    "time-zone-default",
		Summary: "TIME_ZONE is not set, so times are those of Chicago",
		Help:    "Set TIME_ZONE to the users' zone, or to UTC",
		Level:   lint.Note,
		Tags:    []string{"maintenance"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#time-zone",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkTimeZoneDefault),
	}
}

func checkTimeZoneDefault(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Sets("TIME_ZONE") || s.Tolerated != nil || !s.Get("TIME_ZONE").Known() {
		return nil
	}
	return lint.Fail(s.First, "TIME_ZONE is not set, and Django's default is America/Chicago").About("settings.TIME_ZONE").Fix("TIME_ZONE = \"UTC\"")
}
