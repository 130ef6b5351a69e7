package stack

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// referrerPolicyRefusesForms reports the Referrer-Policy no-referrer on pages with forms.
//
// # Why it matters
//
// Under no-referrer browsers send no Referer, and with a form Origin: null. Django's CSRF protection compares the Origin with its
// own address since version 4.0, and asks for the Referer over TLS in all versions. So each form is answered 403, the login to
// begin with: "Origin checking failed - null does not match any trusted origins". CSRF_TRUSTED_ORIGINS does not help, and curl
// does not show it.
//
// # Example
//
//	add_header Referrer-Policy "no-referrer" always;
//
// # Use instead
//
//	add_header Referrer-Policy "same-origin" always;
//
// or no such line: Django sends same-origin by itself.
//
// # Shown on Django
//
// Django 5.2.8, a form with a valid token:
//
//	Origin: https://shop.example:  200
//	Origin: null:                  403
//
// # When it stays silent
//
// When another policy comes behind it in the header, of which browsers take the last one that they know; when nginx replaces the
// policy of the settings; without CsrfViewMiddleware; and before Django 4.0 on a site without TLS.
func referrerPolicyRefusesForms() lint.Rule {
	return lint.Rule{
		ID:      "DPL584",
		Name:    "referrer-policy-refuses-forms",
		Summary: "Referrer-Policy no-referrer makes Django refuse every form",
		Help:    "Send same-origin or strict-origin-when-cross-origin instead",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/csrf/#how-it-works",
			"https://docs.djangoproject.com/en/stable/ref/middleware/#referrer-policy",
			"https://fetch.spec.whatwg.org/#append-a-request-origin-header",
		},
		Since: "0.2.0",
		Check: lint.Checks{lint.OfSite(checkReferrerPolicyOfProxy), lint.OfWebSettings(checkReferrerPolicyOfSettings)},
	}
}

const referrerPolicy = "Referrer-Policy"

// checkReferrerPolicyOfProxy judges what nginx adds to the application's answers. It stands behind Django's own header, so that
// browsers take it.
func checkReferrerPolicyOfProxy(site *deploy.Site) lint.Answer {
	if site.Settings == nil {
		return nil
	}
	var answers lint.Answers
	seen := map[source.Span]bool{}
	for _, t := range site.AppTargets() {
		h, found := t.Outer.Headers("add_header").Get(referrerPolicy)
		if found != value.True || t.WebSocket() || t.Proxy.Sample || seen[h.Source()] || h.Hole() || !refusesForms(h.Value.Text) || !checksForms(site.Settings, t.Server.TLS()) {
			continue
		}
		seen[h.Source()] = true
		answers = append(answers, lint.Fail(h.Value, "Django answers every form 403: under Referrer-Policy no-referrer browsers send Origin: null with it").
			About(h.Key()+"."+referrerPolicy).Fix("add_header Referrer-Policy \"same-origin\" always;").
			With(t.Entry, "Django's pages come through here"))
	}
	return answers
}

func checkReferrerPolicyOfSettings(s *deploy.Settings, site *deploy.Site) lint.Answer {
	const name = "SECURE_REFERRER_POLICY"
	if s.Runs("django.middleware.security.SecurityMiddleware") != value.True || s.Django.Before(3, 0) || !checksForms(s, site.TLS().Or(s.ExpectsTLS())) {
		return nil
	}
	if _, added := site.AddsHeader(referrerPolicy); added != value.False {
		return nil // browsers take nginx's
	}
	bad := func(v value.Value) bool {
		if elems := v.Elems(); v.IsSequence() && v.Kind() != value.Set && len(elems) > 0 {
			v = elems[len(elems)-1]
		}
		text, ok := v.Text()
		return ok && refusesForms(text)
	}
	return lint.Ask(s, name, bad, func(_ value.Value, at lint.Placed) lint.Result {
		return lint.Fail(at, "Django answers every form 403: under Referrer-Policy no-referrer browsers send Origin: null with it").
			Fix(`%s = "same-origin"`, name)
	})
}

// refusesForms reports whether the policy that browsers take from a header, the last one that they know, is no-referrer.
func refusesForms(header string) bool {
	taken := ""
	for policy := range strings.SplitSeq(header, ",") {
		switch policy = strings.ToLower(strings.TrimSpace(policy)); policy {
		case "no-referrer", "no-referrer-when-downgrade", "origin", "origin-when-cross-origin", "same-origin", "strict-origin",
			"strict-origin-when-cross-origin", "unsafe-url":
			taken = policy
		}
	}
	return taken == "no-referrer"
}

// checksForms reports whether Django looks at the Origin of forms, or over TLS at their Referer.
func checksForms(s *deploy.Settings, tls value.Tri) bool {
	return s.Middleware("CsrfViewMiddleware") == value.True && (s.Django.AtLeast(4, 0) || tls == value.True)
}
