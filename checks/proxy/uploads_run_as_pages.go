package proxy

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// uploadsRunAsPages reports uploads that the browser opens as pages of the site itself, and uploads that the server
// would run.
//
// # Why it matters
//
// Whoever may upload a file can upload HTML or SVG with a script in it. Opened at the site's own address, the script
// acts as the user who is logged in. Where a regular expression hands .php to PHP, an uploaded file is a program on the
// server.
//
// # Example
//
//	location /media/ { alias /srv/shop/media/; }
//
// # Use instead
//
//	location /media/ {
//	    alias /srv/shop/media/;
//	    add_header X-Content-Type-Options nosniff always;
//	    add_header Content-Security-Policy "sandbox" always;
//	}
//
// # Shown on nginx
//
//	request:   GET /media/avatar.svg
//	answer:    Content-Type: image/svg+xml, no Content-Security-Policy
//	mended:    Content-Type: image/svg+xml, Content-Security-Policy: sandbox
//
// # When it stays silent
//
// When the location sends Content-Disposition, Content-Security-Policy or nosniff, is internal or asks for a password;
// when an include may add them. Uploads that run on the server are an error.
func uploadsRunAsPages() lint.Rule {
	return lint.Rule{
		ID:      "DPL355",
		Name:    "uploads-run-as-pages",
		Summary: "Uploaded files can act as pages of the site",
		Help:    "Send nosniff and a Content-Security-Policy with uploads, or serve them from another domain",
		Level:   lint.Note,
		Tags:    []string{"security", "cwe-434", "cwe-79"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/topics/security/#user-uploaded-content-security",
			"https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/X-Content-Type-Options",
		},
		Since: "0.1.0",
		Check: lint.OfAppServer(checkUploadsRunAsPages),
	}
}

func checkUploadsRunAsPages(server deploy.AppServer, site *deploy.Site) lint.Answer {
	url := "/media/"
	if site.Settings != nil {
		var ok bool
		if url, ok = deploy.LocalURL(site.Settings.Get("MEDIA_URL")); !ok || url == "/" || site.Settings.KeepsUploads() == value.False {
			return nil
		}
	}
	if a := server.Answer(url + "upload.php"); a.Handler == nginx.Proxies && a.By.Is("fastcgi_pass") && a.Sure {
		return lint.Fail(a.By, "an uploaded %supload.php runs as a program on the server", url).
			About(a.By.Key()).
			At(lint.Error).
			Fix("location ^~ %s { … }, so that no regular expression takes uploads", url).Among(server.Block, "")
	}
	a := server.Answer(url + "upload.svg")
	if a.Handler != nginx.ServesFiles || !a.Sure || a.Location == nil || a.Location.IsInternal() || !strings.HasPrefix(a.Location.Path, strings.TrimSuffix(url, "/")) {
		return nil
	}
	access, _ := a.Location.Access()
	headers := a.Location.Headers("add_header")
	if access != nginx.AccessOpen || !headers.Complete || len(headers.All("X-Content-Type-Options"))+len(headers.All("Content-Disposition"))+len(headers.All("Content-Security-Policy")) > 0 {
		return nil
	}
	if lost := headers.Dropped; len(lost) > 0 && slices.ContainsFunc(lost, func(h nginx.Header) bool { return strings.EqualFold(h.Name.Text, "X-Content-Type-Options") }) {
		return nil // security-headers-dropped says so
	}
	return lint.Fail(a.Location, "an uploaded HTML or SVG file opens as a page of the site, and its scripts act as the user who is logged in").
		About(a.Location.Key()+"#uploads").
		Fix(`add_header X-Content-Type-Options nosniff always; add_header Content-Security-Policy "sandbox" always;`).Among(server.Block, "")
}
