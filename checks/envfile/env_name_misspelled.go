package envfile

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
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
		Check:   lint.Untyped(checkEnvNameMisspelled),
	}
}

func checkEnvNameMisspelled(site *deploy.Site) []lint.Result {
	if site.Settings == nil {
		return nil
	}
	read := readNames(site)
	var wanting []string // read, and given by nothing
	for _, r := range site.Settings.Reads {
		if len(site.Supply(r.Name)) == 0 {
			wanting = append(wanting, r.Name)
		}
	}
	if len(wanting) == 0 {
		return nil
	}
	var results []lint.Result
	seen := map[string]bool{}
	for _, s := range site.Supplied() {
		if seen[s.Name] || read[s.Name] || s.Span.IsZero() {
			continue
		}
		seen[s.Name] = true
		i := slices.IndexFunc(wanting, func(name string) bool { return isSlip(s.Name, name) })
		if i < 0 {
			continue
		}
		near := wanting[i]
		r := lint.Fail(s.Span, "%s is given here and nothing reads it; the settings read %s, which nothing gives", s.Name, near).
			About("env:"+s.Name).Hiding(s.Span).Fix("rename it to %s", near)
		for _, use := range site.Settings.Reads {
			if use.Name == near {
				r = r.With(use.Span, "%s is read here", near)
				break
			}
		}
		results = append(results, r)
	}
	return results
}

// isSlip reports whether one name is the other with a letter left out, doubled or swapped with its neighbour. One letter
// for another is none: DB1_HOST is not DB2_HOST, nor DB_HOST a DB_PORT.
func isSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 7 || len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		isDigit := strings.IndexByte("0123456789", b[i]) >= 0
		return !isDigit && a[i:] == b[i+1:]
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
