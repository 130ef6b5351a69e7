package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// csrfOriginTooWide reports an entry of CSRF_TRUSTED_ORIGINS that lets others post forms.
//
// # Why it matters
//
// A trusted origin may post to the site in the name of whoever is logged in. A plain http:// origin is trusted on the word of
// everybody between the user and the server: they answer for http://shop.example with a page of their own. And
// https://*.com trusts everybody who owns a domain.
//
// # Example
//
//	CSRF_TRUSTED_ORIGINS = ["http://shop.example"]
//
// # Use instead
//
//	CSRF_TRUSTED_ORIGINS = ["https://shop.example"]
//
// # When it stays silent
//
// For http:// where nothing in the settings says that the site is reached over TLS. For hosts of this machine, such as
// http://localhost:3000, it is a note.
func csrfOriginTooWide() lint.Rule {
	return lint.Rule{
		ID:      "DPL152",
		Name:    "csrf-origin-too-wide",
		Summary: "CSRF_TRUSTED_ORIGINS trusts an origin that others control",
		Help:    "Trust https:// origins of names that you own",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-352"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#csrf-trusted-origins",
			"https://docs.djangoproject.com/en/stable/ref/csrf/#how-it-works",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkCsrfOriginTooWide),
	}
}

func checkCsrfOriginTooWide(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Django.Before(4, 0) {
		return nil
	}
	tls := s.On("SECURE_SSL_REDIRECT") || s.On("SESSION_COOKIE_SECURE") && s.On("CSRF_COOKIE_SECURE")
	bad := func(origin string) bool {
		scheme, host, _ := strings.Cut(origin, "://")
		return coversStrangers(host) || scheme == "http" && tls && !strings.Contains(host, "/")
	}
	return lint.Ask(s, "CSRF_TRUSTED_ORIGINS", lint.Has(bad), func(v value.Value, at lint.Placed) lint.Result {
		worst, found := v.Find(func(origin string) bool { return bad(origin) && !isLocal(hostOf(origin)) })
		if !found {
			local := v.FindAll(bad)
			names := make([]string, 0, len(local))
			for _, e := range local {
				names = append(names, e.Payload())
			}
			return lint.Fail(lint.Nearest(local[0], at), "%s in CSRF_TRUSTED_ORIGINS is a developer's machine: what runs there may post forms in the user's name", `"`+strings.Join(names, `", "`)+`"`).
				Fix("keep it in the development settings").At(lint.Note)
		}
		origin, place := worst.Payload(), lint.Nearest(worst, at)
		if coversStrangers(hostOf(origin)) {
			return lint.Fail(place, "%q in CSRF_TRUSTED_ORIGINS trusts names that anybody can register: they may post forms in the name of your users", origin).
				Fix("name the domain: https://*.shop.example")
		}
		return lint.Fail(place, "%q in CSRF_TRUSTED_ORIGINS is plain http on a site with TLS: whoever sits on the way answers for it and posts forms in the user's name", origin).
			Fix("\"https://%s\"", hostOf(origin))
	})
}

// hostOf returns what stands behind the scheme of an origin.
func hostOf(origin string) string {
	_, host, _ := strings.Cut(origin, "://")
	return host
}

// coversStrangers reports whether a host with a wildcard covers a whole public suffix: *.com, *.co.uk, *.herokuapp.com.
func coversStrangers(host string) bool {
	below, wild := strings.CutPrefix(host, "*.")
	if !wild {
		return false
	}
	below, _, _ = strings.Cut(below, ":")
	if !strings.Contains(below, ".") {
		return below != "localhost" && below != "local" && below != "internal" && below != "test"
	}
	switch below {
	case "co.uk", "com.au", "com.br", "co.jp", "co.nz", "co.za", "co.in", "herokuapp.com", "vercel.app", "netlify.app", "github.io",
		"onrender.com", "pythonanywhere.com", "azurewebsites.net", "ngrok.io", "ngrok-free.app", "ngrok.app", "up.railway.app", "fly.dev",
		"trycloudflare.com", "pages.dev", "web.app", "loca.lt":
		return true
	}
	return false
}
