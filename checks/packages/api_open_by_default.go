package packages

import (
	"slices"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// apiOpenByDefault reports an API whose views are open unless each of them says otherwise.
//
// # Why it matters
//
// Django REST framework's default permission is AllowAny. A view that forgets permission_classes is readable and writable for
// everybody, and nothing points it out.
//
// # Example
//
//	REST_FRAMEWORK = {"DEFAULT_PAGINATION_CLASS": "…"}
//
// # Use instead
//
//	REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"]}
//
// # When it stays silent
//
// Where the default permissions are not known.
func apiOpenByDefault() lint.Rule {
	return lint.Rule{
		ID:      "DPL712",
		Name:    "api-open-by-default",
		Summary: "API views are open to everybody unless they say otherwise",
		Help:    "Set DEFAULT_PERMISSION_CLASSES, and AllowAny on the views that are meant to be open",
		Level:   lint.Note,
		Tags:    []string{"security", "cwe-862"},
		Links: []string{
			"https://www.django-rest-framework.org/api-guide/permissions/#setting-the-permission-policy",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkAPIOpenByDefault),
	}
}

func checkAPIOpenByDefault(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if !s.Installed("rest_framework") {
		return nil
	}
	const message = "API views without permission_classes of their own are open to everybody"
	const fix = "\"DEFAULT_PERMISSION_CLASSES\": [\"rest_framework.permissions.IsAuthenticated\"]"
	settings, given := s.Given("REST_FRAMEWORK")
	if !given {
		if s.Tolerated != nil {
			return nil
		}
		return lint.Fail(lint.Nearest(app(s, "rest_framework"), s.First), "%s: REST_FRAMEWORK is not set", message).
			About("settings.REST_FRAMEWORK.DEFAULT_PERMISSION_CLASSES").Fix("REST_FRAMEWORK = {%s}", fix)
	}
	classes := settings.At("DEFAULT_PERMISSION_CLASSES")
	if !classes.Known() && classes.Cause == value.Absent {
		return lint.Fail(settings, "%s: DEFAULT_PERMISSION_CLASSES is not set", message).
			About("settings.REST_FRAMEWORK.DEFAULT_PERMISSION_CLASSES").Fix(fix)
	}
	return lint.AskPart(s, "REST_FRAMEWORK", "DEFAULT_PERMISSION_CLASSES", classes, func(v value.Value) bool {
		return v.IsSequence() && v.Complete() && !slices.ContainsFunc(v.Elems(), func(e value.Value) bool {
			text, _ := e.Text()
			return text != "rest_framework.permissions.AllowAny"
		})
	}, func(_ value.Value, at lint.Placed) lint.Result {
		return lint.Fail(at, message).Fix(fix)
	})
}
