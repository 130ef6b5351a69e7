package envfile

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/spell"
)

// envNameMisspelled reports a variable that is given to the site under a name that nothing reads, and that looks like one
// which the settings read and nothing gives.
//
// # Why it matters
//
// The settings run with the default instead. Nothing says so: to Python, a variable with another name is simply not set.
//
// # Example
//
//	ALLOWED_HOST=shop.example.com
//
// for settings with
//
//	ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")
//
// # Use instead
//
//	ALLOWED_HOSTS=shop.example.com
//
// # When it stays silent
//
// For a name that is read somewhere, and where the name that it resembles is given too.
func envNameMisspelled() lint.Rule {
	return lint.Rule{
		ID:      "DPL209",
		Name:    "env-name-misspelled",
		Summary: "A variable is given under a name that nothing reads",
		Help:    "Give the variable under the name that the settings read",
		Level:   lint.Warning,
		Tags:    []string{"correctness", "configuration"},
		Links:   []string{"https://12factor.net/config"},
		Since:   "0.1.0",
		Check:   lint.OfSettings(checkEnvNameMisspelled),
	}
}

func checkEnvNameMisspelled(s *deploy.Settings, site *deploy.Site) lint.Answer {
	wanting := slices.DeleteFunc(slices.Clone(s.Reads), func(r deploy.EnvRead) bool { return len(site.Supply(r.Name)) > 0 })
	if len(wanting) == 0 {
		return nil
	}
	var answers lint.Answers
	seen := map[string]bool{}
	for _, given := range site.Supplied() {
		if seen[given.Name] || s.ReadsVariable(given.Name) || given.Span.IsZero() {
			continue
		}
		seen[given.Name] = true
		i := slices.IndexFunc(wanting, func(r deploy.EnvRead) bool { return isSlip(given.Name, r.Name) })
		if i < 0 {
			continue
		}
		near := wanting[i]
		answers = append(answers, lint.Fail(given.Span, "%s is given here and nothing reads it; the settings read %s, which nothing gives", given.Name, near.Name).
			About("env:"+given.Name).Hiding(given.Span).Fix("rename it to %s", near.Name).
			With(near.Span, "%s is read here", near.Name))
	}
	return answers
}

// isSlip reports whether one name is the other with a letter left out, doubled or swapped with its neighbour. One letter
// for another is none: DB1_HOST is not DB2_HOST, nor DB_HOST a DB_PORT.
func isSlip(a, b string) bool {
	slip, letter := spell.SlipOf(a, b)
	isDigit := strings.IndexByte("0123456789", letter) >= 0
	return min(len(a), len(b)) >= 7 && (slip == spell.Swapped || slip == spell.Missing && !isDigit)
}
