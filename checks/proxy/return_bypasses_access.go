package proxy

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
)

// returnBypassesAccess reports a return in a block whose address rules it passes by.
//
// # Why it matters
//
// nginx carries out return in its rewrite phase, and looks at allow and deny in a later one. The answer goes to
// everybody, also to those who are denied.
//
// # Example
//
//	location = /internal-status {
//	    allow 10.0.0.0/8;
//	    deny all;
//	    return 200 "all is well";
//	}
//
// # Use instead
//
//	location = /internal-status {
//	    allow 10.0.0.0/8;
//	    deny all;
//	    try_files /nonexistent @status;
//	}
//
// # Shown on nginx
//
//	request:   GET /internal-status
//	answer:    200
//	mended:    403
//
// # When it stays silent
//
// When return refuses the request or redirects it, and in named or internal locations.
func returnBypassesAccess() lint.Rule {
	return lint.Rule{
		ID:      "DPL318",
		Name:    "return-bypasses-access",
		Summary: "return answers before allow and deny are looked at",
		Help:    "Let a location of its own answer, and keep the address rules there",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-284"},
		Links: []string{
			"https://nginx.org/en/docs/dev/development_guide.html#http_phases",
			"https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#return",
		},
		Since: "0.1.0",
		Check: lint.OfServerDirective(checkReturnBypassesAccess),
	}
}

func checkReturnBypassesAccess(d nginx.InServer, _ *deploy.Site) lint.Answer {
	if !d.Is("return") || d.Location == nil || d.Outer != d.Location.Block || d.Location.IsNamed() || d.Location.IsInternal() || len(d.Arg(0).Text) != 3 || d.Arg(0).Text[0] != '2' {
		return nil
	}
	deny, denied := d.Location.First("deny")
	if !denied {
		return nil
	}
	return lint.Fail(d, "everybody gets this answer: return comes before deny is looked at").
		About(d.Key()).
		With(deny, "which denies it").
		Fix("try_files /nonexistent @answer; with the return in location @answer").Among(d.Server.Block, "so does this")
}
