package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// framingAllowed reports X_FRAME_OPTIONS that is not DENY.
//
// # Why it matters
//
// A value that browsers do not know, such as ALLOWALL or an empty one, protects from nothing: any site may show this
// one in a frame, and have its users click what they do not see. With None every page ends in an error.
//
// # Example
//
//	X_FRAME_OPTIONS = "ALLOWALL"
//
// # Use instead
//
//	X_FRAME_OPTIONS = "DENY"
//
// # When it stays silent
//
// Without XFrameOptionsMiddleware (frame-middleware-missing). SAMEORIGIN is a note: pages that the site itself frames,
// such as popups of an editor, need it.
func framingAllowed() lint.Rule {
	return lint.Rule{
		ID:      "DPL121",
		Name:    "framing-allowed",
		Summary: "X_FRAME_OPTIONS lets pages be framed",
		Help:    "Set X_FRAME_OPTIONS = \"DENY\"",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-1021"},
		Django:  []string{"security.W019"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#x-frame-options",
			"https://docs.djangoproject.com/en/stable/ref/clickjacking/",
		},
		Since: "0.1.0",
		Check: lint.OfWebSettings(checkFramingAllowed),
	}
}

func checkFramingAllowed(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Runs(frameMiddleware) != value.True {
		return nil
	}
	const name, fix = "X_FRAME_OPTIONS", `X_FRAME_OPTIONS = "DENY"`
	isNotDeny := func(v value.Value) value.Tri { return value.TriOf(v.Kind() != value.Str || v.Payload() != "DENY") }
	return lint.Ask(s, name, isNotDeny, func(v value.Value, at lint.Placed) lint.Result {
		switch sent := strings.ToUpper(v.Payload()); {
		case v.Kind() != value.Str:
			return lint.Fail(at, "%s is %s, not a text: every page ends in an error", name, text(v)).Fix(fix).At(lint.Error)
		case sent == "DENY":
			return lint.Fail(at, "%s is %s: it works, and Django's own check asks for upper case", name, text(v)).Fix(fix).At(lint.Note)
		case sent == "SAMEORIGIN":
			return lint.Fail(at, "%s is %s: pages of the site itself may show each other in frames", name, text(v)).
				Fix(fix + ", unless the site frames its own pages").At(lint.Note)
		}
		return lint.Fail(at, "%s is %s, which browsers do not know: any site may show this one in a frame", name, text(v)).Fix(fix)
	})
}
