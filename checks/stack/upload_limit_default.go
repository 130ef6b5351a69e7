package stack

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// uploadLimitDefault reports a site with uploads behind an nginx that takes 1 MB.
//
// # Why it matters
//
// client_max_body_size is 1 MB where nobody sets it. A photo of a phone is larger: nginx answers 413, with a page of its own, and
// Django never hears of it.
//
// # Example
//
//	server {
//	    location / { proxy_pass http://127.0.0.1:8000; }
//	}
//
// # Use instead
//
//	server {
//	    client_max_body_size 10m;
//	    location / { proxy_pass http://127.0.0.1:8000; }
//	}
//
// # When it stays silent
//
// Where MEDIA_ROOT is not set or another storage keeps the uploads, where nginx sets the size anywhere on the way to the
// application, and where an include that is not in the repository may set it.
func uploadLimitDefault() lint.Rule {
	return lint.Rule{
		ID:      "DPL524",
		Name:    "upload-limit-default",
		Summary: "nginx refuses uploads over 1 MB, its default",
		Help:    "Set client_max_body_size to what users may upload",
		Level:   lint.Note,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#client_max_body_size",
		},
		Since: "0.1.0",
		Check: lint.OfStack(checkUploadLimitDefault),
	}
}

func checkUploadLimitDefault(s *deploy.Settings, site *deploy.Site) lint.Answer {
	if s.KeepsUploads() != value.True {
		return nil
	}
	media, given := s.Given("MEDIA_ROOT")
	if !given || media.Truth() != value.True {
		return nil
	}
	if limit, set := s.Given("DATA_UPLOAD_MAX_MEMORY_SIZE"); set && limit.Truth() == value.True {
		return nil // body-limit-below-settings judges it
	}
	for _, server := range site.AppServers() {
		if server.RedirectsToHTTPS() == value.True || server.Proxy.Behind() {
			continue
		}
		for _, t := range server.Targets {
			if _, e, known := t.Outer.BodyLimit(); !known || e.Directive != nil {
				return nil
			}
		}
		return lint.Fail(server, "uploads over 1 MB are answered 413: client_max_body_size is not set").
			About(server.Key()+"#client_max_body_size").With(media, "uploads are kept here").Fix("client_max_body_size 10m;")
	}
	return nil
}
