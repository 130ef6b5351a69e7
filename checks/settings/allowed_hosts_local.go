package settings

import (
	"slices"
	"strings"

	"deploylint/internal/address"
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// allowedHostsLocal reports ALLOWED_HOSTS that has names of the developer's own machine alone.
//
// # Why it matters
//
// Django compares the name in the Host header with ALLOWED_HOSTS. With localhost and 127.0.0.1 alone it answers everybody who comes
// by the site's name with 400 Bad Request, and a health check from the same machine still says that all is well.
//
// # Example
//
//	ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
//
// # Use instead
//
//	ALLOWED_HOSTS = ["shop.example.com", "localhost"]
//
// # When it stays silent
//
// Where an entry is not known, hangs on a condition or comes from a variable's default, which production may well set, where DEBUG is on, where nothing in
// the repository serves the site, and where nginx is there: [DPL508] judges its names. What an env file supplies is a warning.
func allowedHostsLocal() lint.Rule {
	return lint.Rule{
		ID:      "DPL194",
		Name:    "allowed-hosts-local",
		Summary: "ALLOWED_HOSTS names the developer's own machine alone",
		Help:    "Add the names by which clients reach the site to ALLOWED_HOSTS",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#allowed-hosts",
		},
		Since: "0.2.0",
		Check: lint.OfWebSettings(checkAllowedHostsLocal),
	}
}

func checkAllowedHostsLocal(s *deploy.Settings, site *deploy.Site) lint.Answer {
	hosts := s.Get("ALLOWED_HOSTS")
	if !hosts.Known() || len(site.AppServers()) > 0 || s.Get("DEBUG").Truth() == value.True || !slices.ContainsFunc(site.Web(), servesProduction) {
		return nil
	}
	return lint.Ask(s, "ALLOWED_HOSTS", isLocalAlone, func(v value.Value, at lint.Placed) lint.Result {
		r := lint.Fail(at, "ALLOWED_HOSTS names this machine alone: whoever comes by the site's own name is answered 400").
			Fix("add the site's name: ALLOWED_HOSTS = [\"shop.example.com\", \"localhost\"]")
		if slices.ContainsFunc(append(slices.Clone(v.Elems()), v), isSupplied) {
			r = r.At(lint.Warning) // the file may be a draft that a person fills in on the server
		}
		return r
	})
}

// servesProduction reports whether a process is one that clients are served by.
func servesProduction(p *deploy.Process) bool {
	return p.Role != "dev" && p.Server != nil && !p.Server.Traits.Development && !p.MountsSource()
}

func isSupplied(v value.Value) bool {
	_, supplied := v.FromEnv()
	return supplied
}

// isLocalAlone reports whether a list has names of the machine itself, and no other.
func isLocalAlone(v value.Value) bool {
	if _, fallback := deploy.Fallback(v); fallback || !v.IsSequence() || len(v.Elems()) == 0 {
		return false
	}
	return !slices.ContainsFunc(v.Elems(), func(e value.Value) bool {
		text, ok := e.Text()
		text = strings.ToLower(text)
		return !ok || text != "testserver" && text != "0.0.0.0" && !address.Loopback(strings.Trim(text, "[]"))
	})
}
