package packages

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// corsPatternOpen reports a pattern of allowed origins that strangers can match.
//
// # Why it matters
//
// django-cors-headers asks re.match, which looks at the start of the origin only. Without a "$" the pattern of shop.example
// matches https://shop.example.attacker.example as well, and a bare ".*" matches everybody.
//
// # Example
//
//	CORS_ALLOWED_ORIGIN_REGEXES = [r"^https://\w+\.shop\.example"]
//
// # Use instead
//
//	CORS_ALLOWED_ORIGIN_REGEXES = [r"^https://\w+\.shop\.example$"]
//
// # When it stays silent
//
// For compiled patterns, and for patterns whose end cannot be read with certainty.
func corsPatternOpen() lint.Rule {
	return lint.Rule{
		ID:      "DPL705",
		Name:    "cors-pattern-open",
		Summary: "A pattern of allowed origins matches origins of strangers",
		Help:    "End the pattern with $, and let nothing but your names match",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-942"},
		Links: []string{
			"https://github.com/adamchainz/django-cors-headers#cors_allowed_origin_regexes-sequencestr--patternstr",
			"https://docs.python.org/3/library/re.html#re.match",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkCorsPatternOpen),
	}
}

func checkCorsPatternOpen(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Middleware("corsheaders.middleware.CorsMiddleware") == value.False {
		return nil
	}
	openPattern := func(pattern string, at lint.Placed) lint.Result {
		r := lint.Fail(at, "the pattern %q has no end, so it matches https://….attacker.example too", pattern).Fix("r%q", pattern+"$")
		if strings.Trim(pattern, "^.*+") == "" {
			r = lint.Fail(at, "the pattern %q matches every origin", pattern).Fix(`r"^https://\w+\.shop\.example$", with the name of your site`)
		}
		if !s.On("CORS_ALLOW_CREDENTIALS") {
			return r
		}
		r = r.With(s.Get("CORS_ALLOW_CREDENTIALS"), "credentials are allowed here")
		if _, kept := sameSite(s); kept {
			r.Message += ", with credentials"
			return r
		}
		r.Message += ", with the user's session"
		return r.At(lint.Error)
	}
	return lint.Answers{
		lint.AskElement(s, "CORS_ALLOWED_ORIGIN_REGEXES", opens, openPattern),
		lint.AskElement(s, "CORS_ORIGIN_REGEX_WHITELIST", opens, openPattern),
	}
}

// opens reports whether a pattern certainly matches more than what it spells out: its end is open.
func opens(pattern string) bool {
	if strings.HasSuffix(pattern, "$") || strings.HasSuffix(pattern, `\Z`) || strings.HasSuffix(pattern, ")") || strings.HasSuffix(pattern, "/") || pattern == "" {
		return false // a group may end in one, and no origin has a slash
	}
	return !strings.Contains(pattern, "|")
}
