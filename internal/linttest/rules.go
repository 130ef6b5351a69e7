package linttest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"deploylint/internal/lint"
	"deploylint/internal/source"
)

// Rules tests each rule on all its cases, judged by that rule alone, and that it has loud cases and silent ones. A meta
// rule is about what other rules find: it is judged in a run of all rules given, others included.
func Rules(t *testing.T, rules []lint.Rule, others ...lint.Rule) {
	t.Helper()
	if err := lint.Validate(rules); err != nil {
		t.Error(err)
	}
	for _, rule := range rules {
		t.Run(rule.ID, func(t *testing.T) {
			cases, err := Cases(rule.ID)
			if err != nil {
				t.Fatal(err)
			}
			var loud, silent bool
			for _, c := range cases {
				wants, err := c.wants()
				if err != nil {
					t.Error(err)
					continue
				}
				if slices.ContainsFunc(wants, func(w *want) bool { return w.rule == rule.ID && w.kind == lint.KindFail }) {
					loud = true
				} else {
					silent = true
				}
				t.Run(c.Name, func(t *testing.T) {
					t.Parallel()
					runCase(t, c, wants, rule, rules, others)
				})
			}
			if !loud {
				t.Errorf("%s has no loud case in fixtures/rules/%s.txtar: one with a want for a finding", rule.ID, rule.ID)
			}
			if !silent {
				t.Errorf("%s has no silent case in fixtures/rules/%s.txtar: one without a want for a finding", rule.ID, rule.ID)
			}
		})
	}
}

func runCase(t *testing.T, c Case, wants []*want, rule lint.Rule, rules, others []lint.Rule) {
	t.Helper()
	for _, w := range wants {
		if w.rule != rule.ID {
			t.Errorf("%s: %s: a case of %s wants only %s", c.place(w.path, w.line), w, rule.ID, rule.ID)
		}
	}
	d, err := c.Load(t.TempDir())
	if err != nil {
		t.Fatalf("load: %v", err)
	}
	if len(d.Sites) == 0 {
		t.Fatal("no site was found in the case")
	}
	asked := []lint.Rule{rule}
	if rule.Meta() {
		asked = slices.Concat(rules, others)
		slices.SortFunc(asked, func(a, b lint.Rule) int { return strings.Compare(a.ID, b.ID) })
		asked = slices.CompactFunc(asked, func(a, b lint.Rule) bool { return a.ID == b.ID })
	}
	rep := lint.Run(asked, d.Sites, lint.Options{Files: d.Files, Notifications: d.Notifications, Strict: true})
	incomplete := false
	for _, n := range rep.Notifications {
		incomplete = incomplete || n.Level == source.Error
		if n.Level == source.Error && !c.Config.Incomplete {
			t.Errorf("the verdict is incomplete: %s%s", placeOf(n, c.place), n.Message)
		}
	}
	if c.Config.Incomplete && !incomplete {
		t.Errorf("%s says that the verdict is incomplete, and it is not", configName)
	}
	for _, problem := range compare(rule, rep.Results, wants, c.place) {
		t.Error(problem)
	}
}

func placeOf(n source.Notification, place placer) string {
	switch {
	case !n.Span.IsZero():
		return place(n.Span.Path(), n.Span.From().Line) + ": "
	case n.Path != "":
		return n.Path + ": "
	}
	return ""
}

// A placer says where a line of a case's file stands.
type placer func(path string, line int) string

// compare returns what differs between the results of the rule and what the case wants.
func compare(rule lint.Rule, results []lint.Reported, wants []*want, place placer) []string {
	var problems []string
	for i := range results {
		r := &results[i]
		if r.Rule.ID != rule.ID || r.Suppressed != nil {
			continue
		}
		at := slices.IndexFunc(wants, func(w *want) bool { return w.meets(r) })
		switch {
		case at >= 0:
			wants[at].met = true
		case r.Kind != lint.KindPass:
			problems = append(problems, place(r.Span.Path(), r.Span.From().Line)+": unexpected "+describe(r))
		}
	}
	for _, w := range wants {
		if w.met {
			continue
		}
		var problem strings.Builder
		problem.WriteString(place(w.path, w.line) + ": nothing meets " + w.String())
		for i := range results {
			if r := &results[i]; r.Kind == lint.KindPass && r.Span.Path() == w.path {
				fmt.Fprintf(&problem, "\n\tthere is %s: %s", place(r.Span.Path(), r.Span.From().Line), describe(r))
			}
		}
		problems = append(problems, problem.String())
	}
	return problems
}

// meets reports whether r is what w wants, and nothing met w before.
func (w *want) meets(r *lint.Reported) bool {
	level := w.level
	if level == lint.RuleLevel {
		level = r.Rule.Level
	}
	return !w.met && w.rule == r.Rule.ID && w.kind == r.Kind && level == r.Level &&
		w.path == r.Span.Path() && w.line == r.Span.From().Line && w.message.MatchString(r.Message)
}

func describe(r *lint.Reported) string {
	what := r.Kind.String()
	if r.Kind == lint.KindFail {
		what = r.Level.String()
	}
	return fmt.Sprintf("%s %s (%s): %s", r.Rule.ID, what, r.Subject, r.Message)
}
