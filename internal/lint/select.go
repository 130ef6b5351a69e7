package lint

import (
	"fmt"
	"slices"
	"strings"

	"deploylint/internal/spell"
)

// Matches reports whether pattern names the rule: by its id, by a prefix of its id such as "DPL3", or by its name.
func (r *Rule) Matches(pattern string) bool {
	return pattern != "" && (r.Name == pattern || strings.HasPrefix(r.ID, strings.ToUpper(pattern)))
}

// CheckPatterns returns an error that names the first pattern which matches no rule.
func CheckPatterns(rules []Rule, patterns []string) error {
	for _, pattern := range patterns {
		if !slices.ContainsFunc(rules, func(r Rule) bool { return r.Matches(pattern) }) {
			return fmt.Errorf("no rule matches %q%s", pattern, spell.DidYouMean(pattern, words(rules)))
		}
	}
	return nil
}

// Find returns the rule with the given id or name, or an error with the nearest one.
func Find(rules []Rule, name string) (*Rule, error) {
	for i := range rules {
		if r := &rules[i]; strings.EqualFold(r.ID, name) || r.Name == name {
			return r, nil
		}
	}
	return nil, fmt.Errorf("there is no rule %q%s", name, spell.DidYouMean(name, words(rules)))
}

func words(rules []Rule) []string {
	var words []string
	for _, r := range rules {
		words = append(words, r.ID, r.Name)
	}
	return words
}

// asks reports whether a run with these options asks the rule.
func (o *Options) asks(r *Rule) bool {
	return (len(o.Select) == 0 || slices.ContainsFunc(o.Select, r.Matches)) && !slices.ContainsFunc(o.Ignore, r.Matches)
}
