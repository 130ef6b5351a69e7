package project

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// djangoEndOfLife reports a Django version that no longer gets security fixes.
//
// # Why it matters
//
// Security holes that are found in Django are published with a fix for the supported versions. A version without support
// gets none, and everybody can read how to attack it.
//
// # Example
//
//	Django==3.2.25
//
// # Use instead
//
//	Django>=5.2,<5.3
//
// # When it stays silent
//
// When nothing in the project names the version, and when a range allows a supported one.
func djangoEndOfLife() lint.Rule {
	return lint.Rule{
		ID:      "DPL601",
		Name:    "django-end-of-life",
		Summary: "The Django version gets no security fixes any more",
		Help:    "Upgrade to a supported Django version, an LTS for the longest support",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-1104"},
		Links: []string{
			"https://www.djangoproject.com/download/#supported-versions",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkDjangoEndOfLife),
	}
}

func checkDjangoEndOfLife(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	v := s.Django
	switch {
	case v.Span.IsZero():
		return nil
	case v.SupportEnded == "":
		return lint.Pass(v.Span, "Django %s is supported", v.Text).About("package:django")
	}
	return lint.Fail(v.Span, "Django %s has had no security fixes since %s: its published holes stay open", v.Text, v.SupportEnded).
		About("package:django").
		Fix("upgrade to Django %s, the newest version with long-term support", v.NewestLTS)
}
