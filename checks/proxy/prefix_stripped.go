package proxy

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// prefixStripped reports proxy_pass with a path, which replaces the one of its location.
//
// # Why it matters
//
// A slash behind the address is a path: /shop/cart/ reaches Django as /cart/. Links and redirects that Django makes
// lack the prefix then, and lead to pages that are not there.
//
// # Example
//
//	location /shop/ {
//	    proxy_pass http://127.0.0.1:8000/;
//	}
//
// # Use instead
//
//	location /shop/ {
//	    proxy_pass http://127.0.0.1:8000;
//	}
//
// # Shown on nginx
//
//	request:   GET /shop/cart/
//	answer:    the application gets GET /cart/
//	mended:    the application gets GET /shop/cart/
//
// # When it stays silent
//
// In location /, where the path is that of the location itself, in internal locations and those of a single page, and
// when FORCE_SCRIPT_NAME or the header SCRIPT_NAME tells the prefix.
func prefixStripped() lint.Rule {
	return lint.Rule{
		ID:      "DPL356",
		Name:    "prefix-stripped",
		Summary: "The application does not see the beginning of its own addresses",
		Help:    "Leave the path out of proxy_pass, or tell Django with FORCE_SCRIPT_NAME",
		Level:   lint.Note,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass",
			"https://docs.djangoproject.com/en/stable/ref/settings/#force-script-name",
		},
		Since: "0.1.0",
		Check: lint.OfAppTarget(checkPrefixStripped),
	}
}

func checkPrefixStripped(t deploy.AppTarget, site *deploy.Site) lint.Answer {
	l := t.Location
	if l == nil || !l.IsPrefix() || t.URI == "" || l.Path == "/" || t.URI == l.Path || strings.HasSuffix(t.URI, l.Path) || t.Arg(0).Hole || strings.Contains(t.URI, "$") || t.WebSocket() ||
		l.IsInternal() || !strings.HasSuffix(l.Path, "/") || !strings.HasSuffix(t.URI, "/") {
		return nil
	}
	if _, set := t.Outer.Headers("proxy_set_header").Get("SCRIPT_NAME"); set != value.False {
		return nil
	}
	if site.Settings != nil {
		if prefix := site.Settings.Get("FORCE_SCRIPT_NAME"); prefix.Kind() != value.None {
			return nil
		}
	}
	return lint.Fail(t.Entry, "a request for %scart/ reaches Django as %scart/: links and redirects that it makes lack %s", l.Path, t.URI, l.Path).
		About(t.Key()).
		Fix("proxy_pass without %s, or FORCE_SCRIPT_NAME = %q", t.URI, strings.TrimSuffix(l.Path, "/")).Among(t.Server.Block, "here too")
}
