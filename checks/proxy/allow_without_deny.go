package proxy

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
)

// allowWithoutDeny reports addresses that are allowed where nobody is denied.
//
// # Why it matters
//
// nginx lets a request pass that no rule is about. A list of allow lines alone looks like a lock and is none: everybody
// is served.
//
// # Example
//
//	location /admin/ {
//	    allow 10.0.0.0/8;
//	}
//
// # Use instead
//
//	location /admin/ {
//	    allow 10.0.0.0/8;
//	    deny all;
//	}
//
// # Shown on nginx
//
//	request:   GET /admin/
//	answer:    200
//	mended:    403
//
// # When it stays silent
//
// With a deny in the same block, with satisfy any beside a password, and when an include that is not in the repository
// may hold the deny.
func allowWithoutDeny() lint.Rule {
	return lint.Rule{
		ID:      "DPL317",
		Name:    "allow-without-deny",
		Summary: "allow without deny all keeps nobody out",
		Help:    "Add deny all behind the allowed addresses",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-284"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_access_module.html",
		},
		Since: "0.1.0",
		Check: lint.OfServerDirective(checkAllowWithoutDeny),
	}
}

func checkAllowWithoutDeny(d nginx.InServer, _ *deploy.Site) lint.Answer {
	if !d.Is("allow") || d.Arg(0).Text == "all" || d.Arg(0).Hole || d.Conditional {
		return nil
	}
	if _, denied := d.Outer.First("deny"); denied || d.Outer.MayHold("deny") || isTrue(d.Outer, "satisfy", "any") {
		return nil
	}
	return lint.Fail(d, "everybody is let in, not just %s: nothing denies the others", d.Arg(0).Text).
		About(d.Key()).
		Fix("deny all;").Among(d.Outer, "and this one")
}
