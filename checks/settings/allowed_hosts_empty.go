package settings

import (
	"fmt"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// allowedHostsEmpty reports ALLOWED_HOSTS without a host in it.
//
// # Why it matters
//
// With DEBUG off, Django answers every request with 400 Bad Request whose Host header no entry of ALLOWED_HOSTS matches.
// An empty list matches nothing, and neither does an empty text, which is what "".split(",") leaves, nor a URL or a name
// with a port. A text instead of a
// list is no better: from version 4.0 Django refuses to start with it, before that each of its characters was a host.
//
// # Example
//
//	ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "").split(",")
//
// # Use instead
//
//	ALLOWED_HOSTS = ["shop.example"]
//
// # When it stays silent
//
// Where the hosts come from a variable that has no default and that nothing in the repository supplies, the result is open.
// Where the list is empty only as long as a variable is not set, it is a warning: the site refuses everybody, which whoever
// deploys it sees at once.
func allowedHostsEmpty() lint.Rule {
	return lint.Rule{
		ID:      "DPL102",
		Name:    "allowed-hosts-empty",
		Summary: "ALLOWED_HOSTS names no host, so every request is answered 400",
		Help:    "List the host names that the site is reached by in ALLOWED_HOSTS",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Django:  []string{"security.W020"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#allowed-hosts",
			"https://docs.djangoproject.com/en/stable/howto/deployment/checklist/#allowed-hosts",
		},
		Since: "0.1.0",
		Check: lint.OfWebSettings(checkAllowedHostsEmpty),
	}
}

func checkAllowedHostsEmpty(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	empty := func(v value.Value) value.Tri { return namesNoHost(v, s.Django) }
	return lint.Ask(s, "ALLOWED_HOSTS", empty, func(v value.Value, at lint.Placed) lint.Result {
		r := noHost(s, v, at)
		if _, ok := deploy.Fallback(v); ok {
			r = r.InOwnWords()
		}
		if v.Truth() == value.True {
			return r.As() // Django's check asks for an empty list only
		}
		return r
	}).OrPass("ALLOWED_HOSTS names hosts").OrOpen(supply)
}

// noHost makes the finding for ALLOWED_HOSTS that names none.
func noHost(s *deploy.Settings, v value.Value, at lint.Placed) lint.Result {
	fix := "ALLOWED_HOSTS = [\"shop.example\"], with the names that your site is reached by"
	if variable, ok := firstSupplied(v); ok && (s.Django.Before(4, 0) || v.Kind() == value.List || v.Kind() == value.Tuple) {
		none := "none"
		if text, ok := firstText(v); ok {
			none = fmt.Sprintf("%q, which matches no request (%s)", text, deploy.DeadHost(text))
		}
		return lint.Fail(at, "ALLOWED_HOSTS names no host, because the variable %s names %s: with DEBUG off, every request is answered 400 Bad Request", variable, none).
			Fix("%s=shop.example, with the names that your site is reached by", variable)
	}
	unless := ""
	if variable, ok := deploy.Fallback(v); ok {
		unless = " unless the variable " + variable + " is set"
		fix = "set " + variable + " in production to the names that your site is reached by, or make them the default"
	}
	switch {
	case v.Kind() == value.None && s.Django.AtLeast(4, 0):
		return lint.Fail(at, "ALLOWED_HOSTS is None, not a list%s: Django refuses to start", unless).Fix("%s", fix)
	case (v.Kind() == value.Set || v.Kind() == value.Dict) && s.Django.AtLeast(4, 0):
		return lint.Fail(at, "ALLOWED_HOSTS is a %s, not a list%s: Django refuses to start", v.Kind(), unless).Fix("%s", fix)
	case v.Kind() == value.Str && s.Django.AtLeast(4, 0):
		return lint.Fail(at, "ALLOWED_HOSTS is a text, not a list%s: Django refuses to start", unless).Fix("%s", fix)
	case v.Kind() == value.Str:
		return lint.Fail(at, "ALLOWED_HOSTS is a text, not a list%s: each of its characters counts as a host, and every request is answered 400 Bad Request", unless).
			Fix("%s", fix)
	}
	const answer = "with DEBUG off, every request is answered 400 Bad Request"
	if text, ok := firstText(v); ok {
		return lint.Fail(at, "ALLOWED_HOSTS names no host%s, as %q matches no request (%s): %s", unless, text, deploy.DeadHost(text), answer).
			Fix("leave one name alone in each entry, without scheme, port, path and quotes: %s", fix)
	}
	if unless != "" {
		return lint.Fail(at, "ALLOWED_HOSTS names no host%s: %s", unless, answer).At(lint.Warning).Fix("%s", fix)
	}
	return lint.Fail(at, "ALLOWED_HOSTS names no host: %s", answer).Fix("%s", fix)
}

// namesNoHost reports whether Django finds no host in v that a request can have.
func namesNoHost(v value.Value, version deploy.DjangoVersion) value.Tri {
	switch v.Kind() {
	case value.None:
		return value.True
	case value.Str:
		return value.TriOf(version.AtLeast(4, 0) || !strings.Contains(v.Payload(), "*"))
	case value.Set, value.Dict:
		if version.AtLeast(4, 0) {
			return value.True
		}
	case value.List, value.Tuple:
	default:
		return value.Undecided
	}
	answer := value.True
	for _, e := range v.Elems() {
		switch text, ok := e.Text(); {
		case ok && deploy.DeadHost(text) == "":
			return value.False
		case !e.Known():
			answer = value.Undecided
		}
	}
	return answer
}

// firstText returns the first element of a sequence that is a text with something in it.
func firstText(seq value.Value) (string, bool) {
	for _, e := range seq.Elems() {
		if text, ok := e.Text(); ok && text != "" {
			return text, true
		}
	}
	return "", false
}

// firstSupplied returns the variable that supplies v or one of its elements.
func firstSupplied(v value.Value) (string, bool) {
	if name, ok := v.FromEnv(); ok {
		return name, true
	}
	for _, e := range v.Elems() {
		if name, ok := e.FromEnv(); ok {
			return name, true
		}
	}
	return "", false
}
