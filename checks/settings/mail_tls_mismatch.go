package settings

import (
	"strconv"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// mailTLSMismatch reports mail settings with which no mail server can be talked to.
//
// # Why it matters
//
// Port 465 speaks TLS from the first byte (EMAIL_USE_SSL), port 587 begins in the clear and then changes over
// (EMAIL_USE_TLS). With the wrong one of the two the connection hangs or breaks: each mail is an error, and the page that sends
// it too.
//
// # Example
//
//	EMAIL_PORT = 465
//	EMAIL_USE_TLS = True
//
// # Use instead
//
//	EMAIL_PORT = 587
//	EMAIL_USE_TLS = True
//
// # When it stays silent
//
// For other ports, for backends of other packages, which do not read these settings, and where both are on, which Django itself
// refuses.
func mailTLSMismatch() lint.Rule {
	return lint.Rule{
		ID:      "DPL158",
		Name:    "mail-tls-mismatch",
		Summary: "EMAIL_USE_TLS and EMAIL_USE_SSL do not fit the port",
		Help:    "Use EMAIL_USE_TLS with port 587, or EMAIL_USE_SSL with port 465",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#email-use-tls",
			"https://docs.djangoproject.com/en/stable/ref/settings/#email-use-ssl",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkMailTLSMismatch),
	}
}

func checkMailTLSMismatch(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if !usesSMTP(s) {
		return nil
	}
	tls, ssl := s.Get("EMAIL_USE_TLS").Truth(), s.Get("EMAIL_USE_SSL").Truth()
	port, known := portOf(s.Get("EMAIL_PORT"))
	var fault, fix string
	switch {
	case known && port == 465 && tls == value.True && ssl == value.False:
		fault, fix = "port 465 speaks TLS from the start, and EMAIL_USE_TLS waits for a greeting in the clear: sending hangs", "EMAIL_PORT = 587"
	case known && port == 465 && tls == value.False && ssl == value.False:
		fault, fix = "port 465 speaks TLS from the start, and EMAIL_USE_SSL is off: sending hangs", "EMAIL_USE_SSL = True"
	case known && port == 587 && ssl == value.True && tls == value.False:
		fault, fix = "port 587 begins in the clear, and EMAIL_USE_SSL begins with TLS: sending fails", "EMAIL_PORT = 465"
	default:
		return nil
	}
	place := s.Place("EMAIL_USE_SSL")
	if ssl != value.True {
		place = s.Place("EMAIL_PORT")
	}
	r := lint.Fail(place, "%s", fault).About("settings.EMAIL_USE_TLS").Fix("%s", fix)
	if s.Sets("EMAIL_USE_TLS") {
		r = r.With(s.Get("EMAIL_USE_TLS"), "EMAIL_USE_TLS is set here")
	}
	return r
}

// usesSMTP reports whether Django's own backend sends the mail, as the EMAIL_* settings say.
func usesSMTP(s *deploy.Settings) bool {
	name, ok := s.Get("EMAIL_BACKEND").Text()
	return ok && name == "django.core.mail.backends.smtp.EmailBackend"
}

// portOf returns a port that is written as a number or as a text.
func portOf(v value.Value) (port int64, ok bool) {
	if text, isText := v.Text(); isText {
		port, err := strconv.ParseInt(strings.TrimSpace(text), 10, 32)
		return port, err == nil
	}
	return v.Int()
}
