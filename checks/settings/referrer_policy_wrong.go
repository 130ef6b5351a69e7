package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// referrerPolicyWrong reports SECURE_REFERRER_POLICY that browsers do not know, or that is off.
//
// # Why it matters
//
// Browsers ignore what they do not know, so that the full address of each page, with what is in it, goes to every site
// that it links to.
//
// # Example
//
//	SECURE_REFERRER_POLICY = "same_origin"
//
// # Use instead
//
//	SECURE_REFERRER_POLICY = "same-origin"
//
// # When it stays silent
//
// Without SecurityMiddleware, and before Django 3.0. None is a note: browsers then go by strict-origin-when-cross-
// origin. Where nginx adds the header, None is right.
func referrerPolicyWrong() lint.Rule {
	return lint.Rule{
		ID:      "DPL122",
		Name:    "referrer-policy-wrong",
		Summary: "Referrer-Policy is off, or one that browsers do not know",
		Help:    "Set SECURE_REFERRER_POLICY = \"same-origin\", or leave it out from Django 3.1 on",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-200"},
		Django:  []string{"security.W022", "security.E023"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#secure-referrer-policy",
			"https://docs.djangoproject.com/en/stable/ref/middleware/#referrer-policy",
		},
		Since: "0.1.0",
		Check: lint.OfWebSettings(checkReferrerPolicyWrong),
	}
}

func checkReferrerPolicyWrong(s *deploy.Settings, site *deploy.Site) lint.Answer {
	if s.Django.Before(3, 0) || s.Runs(securityMiddleware) != value.True {
		return nil
	}
	const name, fix = "SECURE_REFERRER_POLICY", `SECURE_REFERRER_POLICY = "same-origin"`
	unknown := func(v value.Value) value.Tri { return knowsPolicies(v).Not() }
	q := lint.Ask(s, name, unknown, func(v value.Value, at lint.Placed) lint.Result {
		switch _, ok := policies(v); {
		case v.Kind() == value.None:
			return lint.Fail(at, "%s is None: Referrer-Policy is not sent", name).Fix(fix).As("security.W022").At(lint.Note)
		case !ok:
			return lint.Fail(at, "%s is %s: manage.py check --deploy stops with a TypeError", name, text(v)).Fix(fix).As()
		}
		return lint.Fail(at, "%s holds a policy that browsers do not know: they ignore it, and send full addresses to other sites as far as they do by themselves", name).
			Fix(fix).As("security.E023")
	})
	if q.Value.Kind() == value.None {
		return unlessProxyAdds(site, "Referrer-Policy", q)
	}
	return q
}

// policies returns the policies of a text or a collection, as SecurityMiddleware joins them.
func policies(v value.Value) ([]value.Value, bool) {
	switch v.Kind() {
	case value.Str:
		var all []value.Value
		for policy := range strings.SplitSeq(v.Payload(), ",") {
			all = append(all, value.OfStr(strings.TrimSpace(policy)))
		}
		return all, true
	case value.Dict:
		return v.Keys(), true
	case value.List, value.Tuple, value.Set:
		return v.Elems(), true
	default:
		return nil, false
	}
}

// knowsPolicies reports whether browsers know all policies of a value, as django.core.checks.security.base has them.
func knowsPolicies(v value.Value) value.Tri {
	all, ok := policies(v)
	if v.Kind() == value.Object {
		return value.Undecided
	}
	answer := value.TriOf(ok)
	for _, policy := range all {
		switch name, known := policy.Text(); {
		case !policy.Known():
			answer = answer.And(value.Undecided)
		case !known || !isPolicy(name):
			return value.False
		}
	}
	return answer
}

func isPolicy(name string) bool {
	switch name {
	case "no-referrer", "no-referrer-when-downgrade", "origin", "origin-when-cross-origin", "same-origin", "strict-origin",
		"strict-origin-when-cross-origin", "unsafe-url":
		return true
	}
	return false
}
