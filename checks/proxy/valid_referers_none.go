package proxy

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
)

// validReferersNone reports valid_referers with none.
//
// # Why it matters
//
// Any page can have the browser leave the header out (Referrer-Policy: no-referrer), and any program does. What the
// check is to keep away only has to do so. Against people who embed your images that is good enough; it protects no
// form and no file.
//
// # Example
//
//	valid_referers none blocked shop.example;
//
// # Use instead
//
//	valid_referers shop.example;
//
// # Shown on nginx
//
//	request:   GET /reports/q3.txt
//	answer:    200
//	mended:    403
//
// # When it stays silent
//
// Where none is not among the parameters; and beside blocked where nginx serves files, as its documentation has it against
// pages that embed others' images.
func validReferersNone() lint.Rule {
	return lint.Rule{
		ID:      "DPL316",
		Name:    "valid-referers-none",
		Summary: "The check of Referer lets requests without one pass",
		Help:    "Remove none from valid_referers where the check is meant to protect something",
		Level:   lint.Note,
		Tags:    []string{"security"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_referer_module.html#valid_referers",
		},
		Since: "0.1.0",
		Check: lint.OfServerDirective(checkValidReferersNone),
	}
}

func checkValidReferersNone(d nginx.InServer, _ *deploy.Site) lint.Answer {
	if d.Is("valid_referers") && d.HasArg("none") && !isAgainstEmbedding(d.Entry) {
		return lint.Fail(d, "a request without Referer passes the check, and every page can have the browser leave it out").
			About(d.Key()).
			Fix("valid_referers without none").Among(d.Server.Block, "here too")
	}
	return nil
}

// isAgainstEmbedding reports whether the check keeps the pages of others from showing this site's files, and protects none.
func isAgainstEmbedding(e nginx.Entry) bool {
	handler, _ := e.Outer.Handler()
	return e.HasArg("blocked") && handler == nginx.ServesFiles
}
