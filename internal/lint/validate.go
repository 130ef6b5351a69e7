package lint

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// Validate reports everything that is wrong with the data of the rules, as one error, or nil.
func Validate(rules []Rule) error {
	ids, names := map[string]bool{}, map[string]bool{}
	var errs []error
	for _, r := range rules {
		for _, problem := range r.problems() {
			errs = append(errs, fmt.Errorf("rule %s %s: %s", r.ID, r.Name, problem))
		}
		if ids[r.ID] {
			errs = append(errs, fmt.Errorf("rule %s %s: the id is taken", r.ID, r.Name))
		}
		if names[r.Name] {
			errs = append(errs, fmt.Errorf("rule %s %s: the name is taken", r.ID, r.Name))
		}
		ids[r.ID], names[r.Name] = true, true
	}
	return errors.Join(errs...)
}

// Meta reports whether the rule is about the run itself, so that it has no Check: DPL0xx.
func (r *Rule) Meta() bool { return strings.HasPrefix(r.ID, "DPL0") }

// problems compiles its patterns on each call: it runs in tests only, and the program must start fast.
func (r *Rule) problems() []string {
	var problems []string
	check := func(good bool, format string, args ...any) {
		if !good {
			problems = append(problems, fmt.Sprintf(format, args...))
		}
	}
	matches := func(pattern, s string) bool { return regexp.MustCompile(`^(?:` + pattern + `)$`).MatchString(s) }

	check(matches(`DPL\d{3}`, r.ID), "the id is not DPL and three digits")
	// A name of this form has one PascalCase form, which SARIF wants.
	check(matches(`[a-z][a-z0-9]*(-[a-z0-9]+)*`, r.Name), "the name is not in kebab case")
	for _, field := range [][2]string{{"summary", r.Summary}, {"help", r.Help}} {
		name, text := field[0], field[1]
		check(text != "", "the %s is empty", name)
		check(text == Visible(text) && text == strings.TrimSpace(text), "the %s is not one line", name)
		check(!strings.HasSuffix(text, "."), "the %s ends with a full stop", name)
	}
	check(r.Level != RuleLevel, "the level is not set")
	check(matches(`\d+\.\d+(\.\d+)?`, r.Since), "since is not a version")
	check(r.Meta() == (r.Check == nil), "a rule has a check, a meta rule has none")
	for _, tag := range r.Tags {
		check(matches(`[a-z][a-z0-9]*(-[a-z0-9]+)*`, tag), "the tag %q is not in kebab case", tag)
	}
	for _, id := range r.Django {
		check(matches(`[a-z0-9_]+\.[CDEIW]\d{3}`, id), "%q is not the id of a Django check", id)
	}
	for _, link := range r.Links {
		check(matches(`https://\S+`, link), "the link %q is not https", link)
	}
	return problems
}

// problem says what is wrong with a result, "" for nothing.
func (r *Result) problem() string {
	switch {
	case r.Span.IsZero():
		return "a result without a place"
	case r.Subject == "":
		return "a result without a subject"
	case strings.TrimSpace(r.Message) == "":
		return "a result without a message"
	case strings.HasSuffix(r.Message, "."):
		return "a message with a full stop"
	case strings.HasSuffix(r.Hint, "."):
		return "a hint with a full stop"
	}
	return ""
}
