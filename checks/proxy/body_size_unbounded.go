package proxy

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
)

// largeBody is the size in bytes from which a limit no longer protects: 1 GB.
const largeBody = 1 << 30

// bodySizeUnbounded reports a client_max_body_size that lets anybody fill the disk.
//
// # Why it matters
//
// nginx keeps a request's body in a file until it has all of it, and only then asks the application. With no limit, or one
// of gigabytes, anybody can fill the disk or keep the workers busy, without being logged in.
//
// # Example
//
//	client_max_body_size 4G;
//
// # Use instead
//
//	client_max_body_size 10m;
//
// and a larger one in the location that takes uploads.
//
// # Shown on nginx
//
//	request:   POST / | Content-Length: 2147483648 | Expect: 100-continue
//	answer:    100
//	mended:    413
//
// # When it stays silent
//
// In servers that do not lead to the application, and in a location of its own for uploads.
func bodySizeUnbounded() lint.Rule {
	return lint.Rule{
		ID:      "DPL304",
		Name:    "body-size-unbounded",
		Summary: "Anybody can send gigabytes to every URL",
		Help:    "Set client_max_body_size to what the largest form needs, and more only where uploads go",
		Level:   lint.Warning,
		Tags:    []string{"security", "availability", "cwe-770"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#client_max_body_size",
		},
		Since: "0.1.0",
		Check: lint.OfAppTarget(checkBodySizeUnbounded),
	}
}

func checkBodySizeUnbounded(t deploy.AppTarget, _ *deploy.Site) lint.Answer {
	limit, e, known := t.Outer.BodyLimit()
	if !known || e.Directive == nil || limit != 0 && limit < largeBody || isLimitOfOwn(t, e) {
		return nil
	}
	what := "there is no limit on a request's body"
	if limit != 0 {
		what = "a request's body may be as large as " + e.Arg(0).Text
	}
	return lint.Fail(e, "%s: anybody can fill the disk, since nginx stores all of it before the application is asked", what).
		About(e.Key()).
		Fix("client_max_body_size 10m;").Among(e.Source(), "")
}

// isLimitOfOwn reports whether the limit is one that a part of the site has for itself, such as /upload/.
func isLimitOfOwn(t deploy.AppTarget, limit nginx.Entry) bool {
	return t.Location != nil && limit.Outer == t.Location.Block && !t.Location.IsNamed() && t.Location.Path != "/"
}
