package django

import (
	"slices"
	"strings"
)

// HasApp reports whether a version of Django has an app: a package of django.contrib, or an AppConfig within one. It
// knows nothing of names outside django.contrib.
func HasApp(name string, v Version) bool {
	below, ok := strings.CutPrefix(name, "django.contrib.")
	if !ok {
		return true
	}
	v = orLTS(v)
	app, _, _ := strings.Cut(below, ".")
	switch app {
	case "admin", "admindocs", "auth", "contenttypes", "flatpages", "gis", "humanize", "messages", "postgres",
		"redirects", "sessions", "sitemaps", "sites", "staticfiles", "syndication":
		return true
	case "webdesign":
		return !v.AtLeast(1, 10)
	default:
		return false
	}
}

// HasMiddleware reports whether a version of Django has a middleware. It knows nothing of names outside Django.
func HasMiddleware(name string, v Version) bool {
	below, ok := strings.CutPrefix(name, "django.")
	if !ok || !strings.HasPrefix(below, "middleware.") && !strings.HasPrefix(below, "contrib.") {
		return true
	}
	v = orLTS(v)
	switch below {
	case "middleware.csp.ContentSecurityPolicyMiddleware":
		return v.AtLeast(6, 0)
	case "contrib.auth.middleware.LoginRequiredMiddleware":
		return v.AtLeast(5, 1)
	case "contrib.auth.middleware.PersistentRemoteUserMiddleware":
		return v.AtLeast(1, 9)
	case "contrib.auth.middleware.SessionAuthenticationMiddleware":
		return !v.AtLeast(2, 0)
	}
	return slices.Contains([]string{
		"middleware.cache.CacheMiddleware", "middleware.cache.FetchFromCacheMiddleware", "middleware.cache.UpdateCacheMiddleware",
		"middleware.clickjacking.XFrameOptionsMiddleware", "middleware.common.BrokenLinkEmailsMiddleware",
		"middleware.common.CommonMiddleware", "middleware.csrf.CsrfViewMiddleware", "middleware.gzip.GZipMiddleware",
		"middleware.http.ConditionalGetMiddleware", "middleware.locale.LocaleMiddleware", "middleware.security.SecurityMiddleware",
		"contrib.admindocs.middleware.XViewMiddleware", "contrib.auth.middleware.AuthenticationMiddleware",
		"contrib.auth.middleware.RemoteUserMiddleware", "contrib.flatpages.middleware.FlatpageFallbackMiddleware",
		"contrib.messages.middleware.MessageMiddleware", "contrib.redirects.middleware.RedirectFallbackMiddleware",
		"contrib.sessions.middleware.SessionMiddleware", "contrib.sites.middleware.CurrentSiteMiddleware",
	}, below)
}
