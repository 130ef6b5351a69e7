package lint

import (
	"regexp"
	"strings"

	"deploylint/internal/value"
)

// unlessSet adds to a finding that its value is the default of an environment variable, which production may well set.
// It does so once for all rules, and leaves the findings alone that say it in their own words.
func (r Result) unlessSet() Result {
	variable, _ := value.Value{Trail: r.Trail}.FromDefault()
	if r.Kind != KindFail || r.Regardless || variable == "" || conditional(r.Message, variable) {
		return r
	}
	if names(r.Message, variable) {
		variable = "the variable " + variable // a setting has the same name
	}
	r.Message = "unless " + variable + " is set, " + r.Message
	return r
}

// conditional reports whether a message says already that the variable decides.
func conditional(message, variable string) bool {
	if strings.HasPrefix(message, "depending on ") {
		return true
	}
	for _, words := range []string{"without the variable ", "default of "} {
		if strings.Contains(message, words) {
			return true
		}
	}
	clauses := strings.Split(message, "unless ")
	for _, c := range clauses[1:] {
		if end := strings.IndexAny(c, ",:"); end >= 0 {
			c = c[:end]
		}
		if names(c, variable) {
			return true
		}
	}
	return false
}

// names reports whether a name stands in a message as a word of its own.
func names(message, name string) bool {
	return regexp.MustCompile(`(^|\W)` + regexp.QuoteMeta(name) + `($|\W)`).MatchString(message)
}
