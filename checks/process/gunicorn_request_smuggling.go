package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/version"
)

// gunicornRequestSmuggling reports a pinned gunicorn before version 22, which reads some requests in another way than the proxy
// in front of it.
//
// # Why it matters
//
// Up to version 21.2, gunicorn takes a request with a malformed Transfer-Encoding header for one with a Content-Length (CVE-2024-1135).
// A proxy that passes such a request on and counts otherwise lets a client put a second request into the first one's body,
// past everything that the proxy checks, or into the connection of another visitor.
//
// # Example
//
//	gunicorn==20.1.0
//
// # Use instead
//
//	gunicorn>=23
//
// # When it stays silent
//
// Where no version is pinned, and where the site is served by something else.
func gunicornRequestSmuggling() lint.Rule {
	return lint.Rule{
		ID:      "DPL449",
		Name:    "gunicorn-request-smuggling",
		Summary: "The pinned gunicorn lets requests be smuggled past the proxy",
		Help:    "Require gunicorn 23 or later",
		Level:   lint.Warning,
		Tags:    []string{"security", "gunicorn", "cwe-444"},
		Links: []string{
			"https://github.com/advisories/GHSA-w3h3-4rj7-4ph4",
			"https://docs.gunicorn.org/en/stable/2024-news.html",
		},
		Since: "0.1.0",
		Check: lint.OfSite(checkGunicornRequestSmuggling),
	}
}

func checkGunicornRequestSmuggling(site *deploy.Site) lint.Answer {
	for _, p := range site.Web() {
		if !p.Server.IsGunicorn() {
			continue
		}
		r, ok := site.Requirement("gunicorn")
		v, known := version.Parse(r.Pinned)
		if !ok || !known || !v.Before(22, 0) {
			return nil
		}
		return lint.Fail(r, "gunicorn %s reads malformed requests in another way than the proxy: a client can smuggle one past it (CVE-2024-1135)", r.Pinned).
			About("requirement:gunicorn").Fix("gunicorn>=23")
	}
	return nil
}
