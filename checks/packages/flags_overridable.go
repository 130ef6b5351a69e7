package packages

import (
	"deploylint/internal/lint"
)

// flagsOverridable reports feature flags that any visitor switches on.
//
// # Why it matters
//
// With WAFFLE_OVERRIDE a visitor adds ?flag=1 to the address and has the feature that was not meant for them yet: unfinished
// pages, beta access, whatever the flag guards.
//
// # Example
//
//	WAFFLE_OVERRIDE = True
//
// # Use instead
//
//	WAFFLE_OVERRIDE = False
//
// # When it stays silent
//
// Where it follows DEBUG.
func flagsOverridable() lint.Rule {
	return lint.Rule{
		ID:      "DPL725",
		Name:    "flags-overridable",
		Summary: "Any visitor may switch feature flags on",
		Help:    "Leave WAFFLE_OVERRIDE off in production",
		Level:   lint.Warning,
		Tags:    []string{"security"},
		Links: []string{
			"https://waffle.readthedocs.io/en/stable/starting/configuring.html",
		},
		Since: "0.1.0",
		Check: lint.OfSetting{
			Name: "WAFFLE_OVERRIDE", Bad: lint.On,
			Message: "any visitor switches a feature flag on with its name in the address",
			Fix:     "WAFFLE_OVERRIDE = False",
		},
	}
}
