package serve

import "testing"

// TestUnescapeRedirect is about the escapes that nginx resolves where it sends a browser (ngx_unescape_uri with
// NGX_UNESCAPE_REDIRECT).
func TestUnescapeRedirect(t *testing.T) {
	for text, want := range map[string]string{
		"/a%41":     "/aA",
		"/a%41/":    "/aA/",
		"/a%4":      "/a%4",
		"/a%":       "/a%",
		"/a%zz":     "/a%zz",
		"/a%20b":    "/a%20b",
		"/a%3Fb%41": "/a?b%41",
		"/a?b=%41":  "/a?b=%41",
		"/a%7f%25":  "/a%7f%25",
	} {
		if got := unescapeRedirect(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
