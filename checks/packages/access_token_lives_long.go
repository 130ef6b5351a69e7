package packages

import (
	"regexp"
	"strconv"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
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
// Up to a day, and where the time is computed.
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
	v := s.Get("SIMPLE_JWT").At("ACCESS_TOKEN_LIFETIME")
	m := regexp.MustCompile(`timedelta\(\s*(days|weeks|hours|minutes)\s*=\s*(\d{1,6})\s*\)`).FindStringSubmatch(v.Source().Text())
	if m == nil {
		return nil
	}
	n, err := strconv.Atoi(m[2])
	if err != nil {
		return nil
	}
	switch m[1] {
	case "weeks":
		n *= 7 * 24
	case "days":
		n *= 24
	case "minutes":
		n /= 60
	}
	if n <= 24 {
		return nil
	}
	return lint.Fail(v, "access tokens stay valid for %d days, and nothing takes one back: not the logout, not a new password", n/24).
		About("settings.SIMPLE_JWT.ACCESS_TOKEN_LIFETIME").Fix("timedelta(minutes=15)")
}
