package django

import (
	"testing"
)

func TestIsTimeZone(t *testing.T) {
	for name, want := range map[string]bool{
		"UTC": true, "Europe/Berlin": true, "Europe": true, "posix/Asia/Tokyo": true, "America/Argentina/Ushuaia": true,
		"europe/berlin": false, "Europe/Nowhere": false, "Berlin": false, "Europe/": false,
	} {
		if got := IsTimeZone(name); got != want {
			t.Errorf("IsTimeZone(%q) = %v", name, got)
		}
	}
}

func TestTranslates(t *testing.T) {
	for _, test := range []struct {
		code    string
		version Version
		want    bool
	}{
		{"de", Of(3, 2), true},
		{"de-at", Of(3, 2), true},
		{"en_US", Of(5, 2), true},
		{"EN", Of(5, 2), true},
		{"zh-hans", Of(5, 2), true},
		{"zh-cn", Of(5, 2), false}, // gettext looks for zh, and Django has zh_Hans
		{"xx_YY", Of(5, 2), false},
		{"ms", Of(3, 2), false},
		{"ms", Of(4, 0), true},
		{"ht", Of(5, 2), false},
		{"ht", Of(6, 0), true},
	} {
		if got := Translates(test.code, test.version); got != test.want {
			t.Errorf("Translates(%q, %s) = %v", test.code, test.version, got)
		}
	}
}

func TestHasAppAndMiddleware(t *testing.T) {
	for _, name := range []string{"blog", "django.forms", "django.contrib.auth", "django.contrib.admin.apps.SimpleAdminConfig"} {
		if !HasApp(name, Of(5, 2)) {
			t.Errorf("HasApp(%q) is false", name)
		}
	}
	for _, name := range []string{"django.contrib.comments", "django.contrib.webdesign", "django.contrib.localflavor"} {
		if HasApp(name, Of(5, 2)) {
			t.Errorf("HasApp(%q) is true", name)
		}
	}
	for _, test := range []struct {
		name    string
		version Version
		want    bool
	}{
		{"shop.middleware.Audit", Of(5, 2), true},
		{"django.middleware.csrf.CsrfViewMiddleware", Of(1, 8), true},
		{"django.middleware.csrf.CsrfMiddleware", Of(5, 2), false},
		{"django.middleware.csp.ContentSecurityPolicyMiddleware", Of(5, 2), false},
		{"django.middleware.csp.ContentSecurityPolicyMiddleware", Of(6, 0), true},
		{"django.contrib.auth.middleware.SessionAuthenticationMiddleware", Of(1, 11), true},
		{"django.contrib.auth.middleware.SessionAuthenticationMiddleware", Of(2, 0), false},
		{"django.contrib.auth.middleware.LoginRequiredMiddleware", Of(5, 0), false},
	} {
		if got := HasMiddleware(test.name, test.version); got != test.want {
			t.Errorf("HasMiddleware(%q, %s) = %v", test.name, test.version, got)
		}
	}
}
