package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// cspNonceNotRendered reports a Content Security Policy with a nonce that no template gets to see.
//
// # Why it matters
//
// The header then names a nonce that no script in the page carries, and browsers refuse to run the site's own scripts.
//
// # Example
//
//	SECURE_CSP = {"script-src": [CSP.SELF, CSP.NONCE]}
//
// # Use instead
//
//	TEMPLATES = [
//	    {
//	        "BACKEND": "django.template.backends.django.DjangoTemplates",
//	        "OPTIONS": {"context_processors": ["django.template.context_processors.csp"]},
//	    }
//	]
//
// # When it stays silent
//
// Without ContentSecurityPolicyMiddleware, where a part of TEMPLATES or of the policy cannot be read, and before Django
// 6.0. Django's own check came with 6.1.
func cspNonceNotRendered() lint.Rule {
	return lint.Rule{
		ID:      "DPL125",
		Name:    "csp-nonce-not-rendered",
		Summary: "The policy's nonce reaches no template",
		Help:    "Add django.template.context_processors.csp to the context processors",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Django:  []string{"security.W027"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/howto/csp/",
		},
		Since: "0.1.0",
		Check: lint.OfWebSettings(checkCspNonceNotRendered),
	}
}

func checkCspNonceNotRendered(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Django.Before(6, 0) || s.Runs(cspMiddleware) != value.True || rendersNonce(s.Get("TEMPLATES")) != value.False {
		return nil
	}
	for _, name := range []string{"SECURE_CSP", "SECURE_CSP_REPORT_ONLY"} {
		for _, sources := range s.Get(name).Elems() {
			nonce, found := nonceIn(sources)
			if !found {
				continue
			}
			r := lint.Fail(nonce, "%s names a nonce, and no template gets to see it, for want of the context processor: browsers refuse the site's own scripts", name).
				About("settings." + name).
				Fix(`"django.template.context_processors.csp" in the context_processors of TEMPLATES`)
			if s.Django.Before(6, 1) {
				r = r.As()
			}
			return r
		}
	}
	return nil
}

// rendersNonce reports whether an engine has the context processor that hands the nonce to templates.
func rendersNonce(templates value.Value) value.Tri {
	if !templates.IsSequence() {
		return value.Undecided
	}
	answer := value.False
	for _, engine := range templates.Elems() {
		answer = answer.Or(hasProcessor(engine, "django.template.context_processors.csp"))
	}
	return answer
}

// hasProcessor reports whether an entry of TEMPLATES names a context processor.
func hasProcessor(engine value.Value, name string) value.Tri {
	processors := engine.At("OPTIONS").At("context_processors")
	if !processors.Known() && processors.Cause == value.Absent || engine.At("OPTIONS").Cause == value.Absent && engine.Known() && !engine.At("OPTIONS").Known() {
		return value.False
	}
	return deploy.Holds(processors, func(e string) bool { return e == name })
}

// nonceIn returns the source of a directive that stands for the nonce: CSP.NONCE of django.utils.csp.
func nonceIn(sources value.Value) (value.Value, bool) {
	all := sources.Elems()
	if !sources.IsSequence() {
		all = []value.Value{sources}
	}
	for _, e := range all {
		if e.Payload() == "<CSP_NONCE_SENTINEL>" || !e.Known() && e.Source().Text() == "CSP.NONCE" {
			return e, true
		}
	}
	return value.Value{}, false
}
