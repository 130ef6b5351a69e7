package stack

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
)

// protectedFilesOpen reports the location for X-Accel-Redirect without internal.
//
// # Why it matters
//
// Django looks whether the user may have the file and tells nginx to send it. Without internal the same location
// answers everybody who asks for the file directly, without Django.
//
// # Example
//
//	location /protected/ {
//	    alias /srv/shop/protected/;
//	}
//
// # Use instead
//
//	location /protected/ {
//	    internal;
//	    alias /srv/shop/protected/;
//	}
//
// # Shown on nginx
//
//	request:   GET /protected/contract.txt
//	answer:    200
//	mended:    404
//
// # When it stays silent
//
// When the settings name no nginx backend of django-sendfile2 with a fixed SENDFILE_URL.
func protectedFilesOpen() lint.Rule {
	return lint.Rule{
		ID:      "DPL547",
		Name:    "protected-files-open",
		Summary: "Files that Django hands out to some can be downloaded by everybody",
		Help:    "Add internal to the location",
		Level:   lint.Error,
		Tags:    []string{"security", "cwe-425"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#internal",
			"https://django-sendfile2.readthedocs.io/en/latest/backends.html#nginx-backend",
		},
		Since: "0.1.0",
		Check: lint.OfStack(checkProtectedFilesOpen),
	}
}

func checkProtectedFilesOpen(s *deploy.Settings, site *deploy.Site) lint.Answer {
	backend, ok := s.Get("SENDFILE_BACKEND").Text()
	setting := s.Get("SENDFILE_URL")
	url, local := deploy.LocalURL(setting)
	if !ok || !strings.HasSuffix(backend, ".nginx") || !local || url == "/" {
		return nil
	}
	var answers lint.Answers
	for _, server := range site.AppServers() {
		a := server.Answer(url + "file.pdf")
		if a.Handler != nginx.ServesFiles || !a.Sure || a.Location == nil || a.Fallback != nil || !strings.HasPrefix(a.Location.Path+"/", url) {
			continue
		}
		if access, e := a.Location.Access(); access != nginx.AccessOpen {
			answers = append(answers, lint.Pass(e, "clients cannot ask for %s", url).About(a.Location.Key()+"#internal"))
			continue
		}
		answers = append(answers, lint.Fail(a.Location, "everybody can download the files under %s, which Django is to hand out", url).
			About(a.Location.Key()+"#internal").
			With(setting, "SENDFILE_URL leads here").
			Fix("internal;"))
	}
	return answers
}
