package proxy

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// uwsgiParamsMissing reports uwsgi_pass without the parameters that tell the request.
//
// # Why it matters
//
// In uWSGI's protocol the method, the path and the headers are parameters, and nginx sends only those that the
// configuration names. Without REQUEST_METHOD and PATH_INFO uWSGI answers with an error, or nothing.
//
// # Example
//
//	uwsgi_pass 127.0.0.1:8000;
//
// # Use instead
//
//	include uwsgi_params;
//	uwsgi_pass 127.0.0.1:8000;
//
// # Shown on nginx
//
//	request:   GET /
//	answer:    the application gets no REQUEST_METHOD
//	mended:    the application gets REQUEST_METHOD: GET
//
// # When it stays silent
//
// When an include that is not in the repository may hold the parameters.
func uwsgiParamsMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL345",
		Name:    "uwsgi-params-missing",
		Summary: "uWSGI is asked without being told what for",
		Help:    "Include uwsgi_params beside uwsgi_pass",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://uwsgi-docs.readthedocs.io/en/latest/Nginx.html",
			"https://nginx.org/en/docs/http/ngx_http_uwsgi_module.html#uwsgi_param",
		},
		Since: "0.1.0",
		Check: lint.OfServerDirective(checkUwsgiParamsMissing),
	}
}

func checkUwsgiParamsMissing(d nginx.InServer, _ *deploy.Site) lint.Answer {
	if !d.Is("uwsgi_pass") || d.Conditional {
		return nil
	}
	headers := d.Outer.Headers("uwsgi_param")
	_, method := headers.Get("REQUEST_METHOD")
	_, path := headers.Get("PATH_INFO")
	_, uri := headers.Get("REQUEST_URI")
	if !headers.Complete || method != value.False && (path != value.False || uri != value.False) {
		return nil
	}
	r := lint.Fail(d, "uWSGI is not told what is asked for: no REQUEST_METHOD and PATH_INFO are sent").
		About(d.Key()).
		Fix("include uwsgi_params;").Among(d.Server.Block, "here too")
	for _, h := range headers.Dropped {
		if h.Name.Text == "REQUEST_METHOD" {
			return r.With(h, "those that are set here are not inherited by a block with a uwsgi_param of its own")
		}
	}
	return r
}
