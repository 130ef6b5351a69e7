package stack

import (
	"fmt"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// bodyLimitBelowSettings reports an nginx that refuses request bodies which the settings allow.
//
// # Why it matters
//
// The settings raise the size of request bodies, and nginx answers larger ones than client_max_body_size, 1 MB by default, with
// 413 before Django sees them.
//
// # Example
//
//	DATA_UPLOAD_MAX_MEMORY_SIZE = 50 * 1024 * 1024
//	# no client_max_body_size in nginx
//
// # Use instead
//
//	client_max_body_size 50m;
//
// # When it stays silent
//
// Where the settings leave Django's own limit, and where an include that is not in the repository may set nginx's. With
// several locations it is enough that one of them takes the size.
func bodyLimitBelowSettings() lint.Rule {
	return lint.Rule{
		ID:      "DPL516",
		Name:    "body-limit-below-settings",
		Summary: "nginx refuses request bodies that the settings allow",
		Help:    "Raise client_max_body_size to what the settings allow",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#client_max_body_size",
			"https://docs.djangoproject.com/en/stable/ref/settings/#data-upload-max-memory-size",
		},
		Since: "0.1.0",
		Check: lint.OfStack(checkBodyLimitBelowSettings),
	}
}

func checkBodyLimitBelowSettings(s *deploy.Settings, site *deploy.Site) lint.Answer {
	limit, given := s.Given("DATA_UPLOAD_MAX_MEMORY_SIZE")
	allowed, ok := limit.Int()
	const byDefault = 2_621_440
	if !given || !ok || allowed <= byDefault {
		return nil
	}
	var answers lint.Answers
	for _, server := range site.AppServers() {
		most, place, known := int64(0), server.Source(), len(server.Targets) > 0
		for _, t := range server.Targets {
			n, e, sure := t.Outer.BodyLimit()
			known = known && sure && n > 0
			if n > most {
				most = n
				if e.Directive != nil {
					place = e.Source()
				}
			}
		}
		if !known || most >= allowed || server.RedirectsToHTTPS() == value.True {
			continue
		}
		answers = append(answers, lint.Fail(place, "nginx answers bodies over %s with 413, and the settings allow %s", megabytes(most), megabytes(allowed)).
			About(server.Key()+"#client_max_body_size").With(limit, "the settings allow it here").Fix("client_max_body_size %dm;", (allowed+(1<<20)-1)>>20))
	}
	return answers
}

// megabytes writes a number of bytes as people do.
func megabytes(n int64) string {
	if n%(1<<20) == 0 {
		return fmt.Sprintf("%d MB", n>>20)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
}
