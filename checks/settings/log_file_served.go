package settings

import (
	"path"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// logFileServed reports a log file in a folder that the web server publishes.
//
// # Why it matters
//
// STATIC_ROOT and MEDIA_ROOT are handed out to everybody who asks. A log there tells visitors' addresses, stack traces, and now
// and then a token or a password.
//
// # Example
//
//	"filename": MEDIA_ROOT / "debug.log"
//
// # Use instead
//
//	"filename": "/var/log/shop/django.log"
//
// # When it stays silent
//
// For handlers whose file is not known.
func logFileServed() lint.Rule {
	return lint.Rule{
		ID:      "DPL163",
		Name:    "log-file-served",
		Summary: "A log file lies in STATIC_ROOT or MEDIA_ROOT, where everybody can read it",
		Help:    "Write logs outside of STATIC_ROOT and MEDIA_ROOT",
		Level:   lint.Error,
		Tags:    []string{"security", "cwe-532"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/topics/logging/#security-implications",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkLogFileServed),
	}
}

func checkLogFileServed(s *deploy.Settings, site *deploy.Site) lint.Answer {
	var answers lint.Answers
	handlers := s.Get("LOGGING").At("handlers")
	for name, h := range deploy.Entries(handlers) {
		file := h.At("filename")
		for _, folder := range []string{"STATIC_ROOT", "MEDIA_ROOT"} {
			if !inside(file, s.Get(folder)) {
				continue
			}
			answers = append(answers, lint.Fail(lint.Nearest(file, h), "the log file %s lies in %s, so everybody can read it", site.Display(file), folder).
				About("settings.LOGGING.handlers."+name+".filename").
				With(s.Get(folder), "%s is set here", folder).
				Fix("write it outside of %s, such as to /var/log", folder))
			break
		}
	}
	return answers
}

// inside reports whether a path certainly lies in a folder, or is it.
func inside(file, folder value.Value) bool {
	if !deploy.IsPlace(file) || !deploy.IsPlace(folder) {
		return false
	}
	below, outer := path.Clean(file.Payload()), path.Clean(folder.Payload())
	if !strings.Contains(strings.TrimPrefix(outer, value.RootMark), "/") && outer != value.RootMark {
		return false // the root of the file system, or nothing
	}
	return below == outer || strings.HasPrefix(below, strings.TrimSuffix(outer, "/")+"/")
}
