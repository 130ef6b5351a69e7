package packages

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// loginLimitCountsProxy reports a limit on logins that takes the proxy for the one and only client.
//
// # Why it matters
//
// Behind nginx every connection comes from nginx. django-axes, and allauth from version 65.14.2 on, go by REMOTE_ADDR unless
// they are told otherwise: ten wrong passwords of anybody lock everybody out. Through a unix socket there is no address at all,
// and allauth refuses the login.
//
// # Example
//
//	INSTALLED_APPS = ["axes"]
//
// # Use instead
//
//	AXES_IPWARE_PROXY_COUNT = 1
//	AXES_IPWARE_META_PRECEDENCE_ORDER = ["HTTP_X_FORWARDED_FOR", "REMOTE_ADDR"]
//
// # When it stays silent
//
// Where a setting says how many proxies there are or which header counts, where a middleware's name says that it sets the
// address, where the repository holds no proxy, and with uwsgi_pass, which hands the address on.
func loginLimitCountsProxy() lint.Rule {
	return lint.Rule{
		ID:      "DPL723",
		Name:    "login-limit-counts-proxy",
		Summary: "The login limit takes nginx for the only client",
		Help:    "Tell the package how many proxies stand before the application",
		Level:   lint.Warning,
		Tags:    []string{"availability", "security"},
		Links: []string{
			"https://django-axes.readthedocs.io/en/latest/4_configuration.html",
			"https://docs.allauth.org/en/latest/common/configuration.html",
			"https://docs.allauth.org/en/latest/account/rate_limits.html",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkLoginLimitCountsProxy),
	}
}

func checkLoginLimitCountsProxy(s *deploy.Settings, site *deploy.Site) lint.Answer {
	targets := slices.DeleteFunc(site.AppTargets(), func(t deploy.AppTarget) bool { return !t.HTTP() || t.WebSocket() })
	fixesAddress := func(text string) bool {
		return slices.ContainsFunc([]string{"forward", "xff", "proxy", "remoteaddr", "realip", "remote_addr"}, func(word string) bool {
			return strings.Contains(strings.ToLower(text), word)
		})
	}
	if len(targets) == 0 || deploy.Holds(s.Get("MIDDLEWARE"), fixesAddress) != value.False {
		return nil
	}
	var answers lint.Answers
	report := func(name, fix string) {
		answers = append(answers, lint.Fail(lint.Nearest(app(s, name), s.First), "%s counts logins by the client's address, which is nginx's for everybody: a few wrong passwords lock all users out", deploy.LastName(name)).
			About("settings.INSTALLED_APPS["+name+"]").With(targets[0].Entry, "nginx hands the requests on here").Fix("%s", fix))
	}
	if s.Installed("axes") && countsAddresses(s) && !s.Sets("AXES_CLIENT_IP_CALLABLE", "AXES_IPWARE_PROXY_COUNT", "AXES_PROXY_COUNT",
		"AXES_IPWARE_META_PRECEDENCE_ORDER", "AXES_META_PRECEDENCE_ORDER", "AXES_IPWARE_PROXY_TRUSTED_IPS", "AXES_PROXY_TRUSTED_IPS", "IPWARE_META_PRECEDENCE_ORDER",
		"AXES_BEHIND_REVERSE_PROXY") {
		report("axes", "AXES_IPWARE_PROXY_COUNT = 1 and AXES_IPWARE_META_PRECEDENCE_ORDER = [\"HTTP_X_FORWARDED_FOR\", \"REMOTE_ADDR\"], with django-ipware installed")
	}
	if v, known := site.PackageVersion("django-allauth"); known && v.AtLeast(65, 14, 2) && s.Installed("allauth.account") && !s.Off("ACCOUNT_RATE_LIMITS") &&
		!s.Sets("ALLAUTH_TRUSTED_PROXY_COUNT", "ALLAUTH_TRUSTED_CLIENT_IP_HEADER", "ACCOUNT_ADAPTER") {
		report("allauth.account", "ALLAUTH_TRUSTED_PROXY_COUNT = 1")
	}
	return answers
}

// countsAddresses reports whether django-axes locks by address, which it does unless it is told otherwise.
func countsAddresses(s *deploy.Settings) bool {
	if s.Sets("AXES_LOCKOUT_PARAMETERS", "AXES_LOCKOUT_CALLABLE", "AXES_LOCK_OUT_BY_COMBINATION_USER_AND_IP", "AXES_ONLY_USER_FAILURES", "AXES_LOCK_OUT_BY_USER_OR_IP") {
		return false
	}
	return s.Get("AXES_ENABLED").Truth() != value.False
}
