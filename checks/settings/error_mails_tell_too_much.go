package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// errorMailsTellTooMuch reports error mails that carry Django's whole debug page.
//
// # Why it matters
//
// With include_html the report of an error holds the settings, the request and the local variables of every frame. It travels
// by mail and stays in mailboxes: passwords and tokens that the filter does not know by name are in it.
//
// # Example
//
//	"class": "django.utils.log.AdminEmailHandler", "include_html": True
//
// # Use instead
//
//	"class": "django.utils.log.AdminEmailHandler"
//
// # When it stays silent
//
// Where nobody is in ADMINS.
func errorMailsTellTooMuch() lint.Rule {
	return lint.Rule{
		ID:      "DPL190",
		Name:    "error-mails-tell-too-much",
		Summary: "Error mails carry the debug page with local variables",
		Help:    "Leave include_html out, or use an error tracker",
		Level:   lint.Note,
		Tags:    []string{"security", "cwe-532"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/logging/#django.utils.log.AdminEmailHandler",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkErrorMailsTellTooMuch),
	}
}

func checkErrorMailsTellTooMuch(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Off("ADMINS") {
		return nil
	}
	var answers lint.Answers
	handlers := s.Get("LOGGING").At("handlers")
	for name, h := range deploy.Entries(handlers) {
		class, ok := h.At("class").Text()
		html := h.At("include_html")
		if !ok || class != "django.utils.log.AdminEmailHandler" || html.Truth() != value.True {
			continue
		}
		answers = append(answers, lint.Fail(lint.Nearest(html, h), "reports of errors are mailed with the whole debug page, local variables included").
			About("settings.LOGGING.handlers."+name+".include_html").Fix("leave include_html out"))
	}
	return answers
}
