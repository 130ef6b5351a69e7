package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// allowedHostsEmpty reports ALLOWED_HOSTS without a host in it.
//
// # Why it matters
//
// With DEBUG off, Django answers every request with 400 Bad Request whose Host header no entry of ALLOWED_HOSTS matches.
// An empty list matches nothing, and neither does an empty string, which is what "".split(",") leaves.
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
// When the hosts come from a variable that has no default and that nothing in the repository supplies, the result is open.
func allowedHostsEmpty() lint.Rule {
	return lint.Rule{
		ID:      "DPL102",
		Name:    "allowed-hosts-empty",
		Summary: "ALLOWED_HOSTS names no host, so every request is answered 400",
		Help:    "List the host names that the site is reached by in ALLOWED_HOSTS.",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Django:  []string{"security.W020"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#allowed-hosts",
			"https://docs.djangoproject.com/en/stable/howto/deployment/checklist/#allowed-hosts",
		},
		Since: "0.1.0",
		Check: checkAllowedHostsEmpty,
	}
}

func checkAllowedHostsEmpty(site *deploy.Site) []lint.Result {
	s := site.Settings
	if s == nil {
		return nil
	}
	return lint.Question{
		Value:   s.Get("ALLOWED_HOSTS"),
		Name:    "ALLOWED_HOSTS",
		Subject: "settings.ALLOWED_HOSTS",
		Place:   s.First,
		Bad:     namesNoHost,
		Fail: func(v value.Value, at lint.Placed) lint.Result {
			r := lint.Fail(at, "ALLOWED_HOSTS names no host: with DEBUG off every request is answered 400 Bad Request").
				Fix("ALLOWED_HOSTS = [\"shop.example\"], with the names your site is reached by")
			if variable, ok := firstDefault(v); ok {
				r.Message = "ALLOWED_HOSTS names no host unless " + variable + " is set: with DEBUG off every request is answered 400 Bad Request"
			}
			return r
		},
		Pass: func(_ value.Value, at lint.Placed) lint.Result {
			return lint.Pass(at, "ALLOWED_HOSTS names hosts")
		},
		Decides: true,
		Supply:  "set it in the environment, or pass --env-file",
	}.Judge(lint.Error)
}

// namesNoHost reports whether a sequence of hosts can match none. A str is not judged here: Django refuses it.
func namesNoHost(v value.Value) value.Tri {
	if v.Kind() == value.None {
		return value.True
	}
	if !v.IsSequence() {
		return value.False
	}
	answer := value.True
	for _, e := range v.Elems() {
		switch text, ok := e.Text(); {
		case ok && text != "":
			return value.False
		case !e.Known():
			answer = value.Undecided
		}
	}
	return answer
}

// firstDefault returns the variable whose default v or one of its elements is.
func firstDefault(v value.Value) (string, bool) {
	if name, ok := v.FromDefault(); ok {
		return name, true
	}
	for _, e := range v.Elems() {
		if name, ok := e.FromDefault(); ok {
			return name, true
		}
	}
	return "", false
}
