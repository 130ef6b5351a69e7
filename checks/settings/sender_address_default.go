package settings

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
)

// senderAddressDefault reports mails that are sent as webmaster@localhost or root@localhost.
//
// # Why it matters
//
// DEFAULT_FROM_EMAIL and SERVER_EMAIL have defaults that belong to nobody. Mail servers refuse such a sender or take the mail
// for spam: password resets do not arrive, and reports of errors neither.
//
// # Example
//
//	EMAIL_HOST = "smtp.provider.example"
//	# no DEFAULT_FROM_EMAIL
//
// # Use instead
//
//	DEFAULT_FROM_EMAIL = "Shop <shop@shop.example>"
//	SERVER_EMAIL = "errors@shop.example"
//
// # When it stays silent
//
// For DEFAULT_FROM_EMAIL where no mail server or provider is set, and for SERVER_EMAIL without ADMINS. For
// DEFAULT_FROM_EMAIL where the settings hold a sender's address under another name, such as EMAIL_SENDER.
func senderAddressDefault() lint.Rule {
	return lint.Rule{
		ID:      "DPL187",
		Name:    "sender-address-default",
		Summary: "Mails are sent from an address at localhost",
		Help:    "Set DEFAULT_FROM_EMAIL and SERVER_EMAIL to addresses of your domain",
		Level:   lint.Note,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#default-from-email",
			"https://docs.djangoproject.com/en/stable/ref/settings/#server-email",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkSenderAddressDefault),
	}
}

func checkSenderAddressDefault(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Tolerated != nil {
		return nil
	}
	if backend, ok := s.Get("EMAIL_BACKEND").Text(); !ok || fateOfMail(backend) != "" {
		return nil
	}
	var answers lint.Answers
	if place := mailServer(s); place != "" && !namesOwnSender(s) {
		answers = append(answers, localhostSender(s, "DEFAULT_FROM_EMAIL", s.Place(place), "mails to users"))
	}
	if s.On("ADMINS") {
		answers = append(answers, localhostSender(s, "SERVER_EMAIL", s.Place("ADMINS"), "reports of errors"))
	}
	return answers
}

// mailServer returns the setting that says that the site sends mail, "" where none does.
func mailServer(s *deploy.Settings) string {
	for _, name := range []string{"EMAIL_HOST", "EMAIL_HOST_USER", "EMAIL_HOST_PASSWORD", "ANYMAIL", "SENDGRID_API_KEY", "MAILGUN_API_KEY", "AWS_SES_REGION_NAME"} {
		if s.Sets(name) {
			return name
		}
	}
	return ""
}

// namesOwnSender reports whether the settings hold a sender's address under a name of the project's own, which its code
// then sends with.
func namesOwnSender(s *deploy.Settings) bool {
	return slices.ContainsFunc(s.Names(), func(name string) bool {
		words := strings.Split(name, "_")
		if name == "DEFAULT_FROM_EMAIL" || !slices.Contains(words, "EMAIL") && !slices.Contains(words, "MAIL") && !slices.Contains(words, "ADDRESS") {
			return false
		}
		return slices.Contains(words, "FROM") || slices.Contains(words, "SENDER")
	})
}

func localhostSender(s *deploy.Settings, name string, place source.Span, what string) lint.Answer {
	v := s.Get(name)
	address, ok := v.Text()
	if !ok || !strings.HasSuffix(strings.TrimSuffix(address, ">"), "@localhost") {
		return nil
	}
	if span := v.Source(); !span.IsZero() {
		place = span
	}
	return lint.Fail(place, "%s are sent as %s, which mail servers refuse: %s is not set to an address of yours", what, address, name).
		About("settings."+name).Fix("%s = \"shop@shop.example\"", name)
}
