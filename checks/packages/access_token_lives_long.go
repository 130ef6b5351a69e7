package packages

import (
	"fmt"
	"math"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// accessTokenLivesLong reports access tokens of simplejwt that stay valid for days.
//
// # Why it matters
//
// An access token cannot be taken back: nobody looks it up. Logging out, a changed password or a closed account do not end it
// before its time. That is why it lives five minutes by default, and the refresh token gets the next.
//
// # Example
//
//	SIMPLE_JWT = {"ACCESS_TOKEN_LIFETIME": timedelta(days=30)}
//
// # Use instead
//
//	SIMPLE_JWT = {"ACCESS_TOKEN_LIFETIME": timedelta(minutes=15)}
//
// # When it stays silent
//
// Up to a day, and where the time is not known.
func accessTokenLivesLong() lint.Rule {
	return lint.Rule{
		ID:      "DPL714",
		Name:    "access-token-lives-long",
		Summary: "Access tokens stay valid for days, and cannot be taken back",
		Help:    "Give access tokens minutes, and refresh tokens the days",
		Level:   lint.Note,
		Tags:    []string{"security", "cwe-613"},
		Links: []string{
			"https://django-rest-framework-simplejwt.readthedocs.io/en/latest/settings.html#access-token-lifetime",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkAccessTokenLivesLong),
	}
}

func checkAccessTokenLivesLong(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	const hour = 60 * 60
	lifetime := s.Get("SIMPLE_JWT").At("ACCESS_TOKEN_LIFETIME")
	return lint.Question{
		Value: lifetime, Name: "ACCESS_TOKEN_LIFETIME", Subject: "settings.SIMPLE_JWT.ACCESS_TOKEN_LIFETIME", Place: s.Place("SIMPLE_JWT"),
		Bad: func(v value.Value) value.Tri {
			seconds, ok := v.Seconds()
			return value.TriOf(ok && seconds > 24*hour)
		},
		Fail: func(v value.Value, at lint.Placed) lint.Result {
			seconds, _ := v.Seconds()
			long := fmt.Sprintf("%.0f days", math.Floor(seconds/(24*hour)))
			if seconds < 48*hour {
				long = fmt.Sprintf("%.0f hours", math.Floor(seconds/hour))
			}
			return lint.Fail(at, "access tokens stay valid for %s, and nothing takes one back: not the logout, not a new password", long).
				Fix("timedelta(minutes=15)")
		},
	}
}
