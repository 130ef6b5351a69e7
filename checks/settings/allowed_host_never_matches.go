package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// allowedHostNeverMatches reports an entry of ALLOWED_HOSTS that no Host header can match, beside entries that do.
//
// # Why it matters
//
// Django compares the host name of a request, without scheme, port and path, with each entry. An entry such as
// "https://shop.example", "shop.example:8000" or " shop.example" with a blank is a dead letter: requests for that name are
// answered 400.
//
// # Example
//
//	ALLOWED_HOSTS = ["shop.example", "https://www.shop.example"]
//
// # Use instead
//
//	ALLOWED_HOSTS = ["shop.example", "www.shop.example"]
//
// # When it stays silent
//
// Where no entry matches anything, which is another rule's finding, and where an entry of the right form for the same name
// stands beside the wrong one.
func allowedHostNeverMatches() lint.Rule {
	return lint.Rule{
		ID:      "DPL150",
		Name:    "allowed-host-never-matches",
		Summary: "An entry of ALLOWED_HOSTS matches no request",
		Help:    "Write bare host names into ALLOWED_HOSTS: no scheme, port, path or blanks",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#allowed-hosts",
			"https://github.com/django/django/blob/main/django/http/request.py",
		},
		Since: "0.1.0",
		Check: lint.OfSetting{
			Name: "ALLOWED_HOSTS",
			Bad:  func(v value.Value) bool { return len(deadHosts(v)) > 0 },
			Fail: func(v value.Value, at lint.Placed) lint.Result {
				dead := deadHosts(v)[0]
				text, _ := dead.Text()
				return lint.Fail(lint.Nearest(dead, at), "%q in ALLOWED_HOSTS matches no request: %s", text, whyDead(text)).
					Fix("%q", bareHost(text))
			},
		},
	}
}

// deadHosts returns the entries that match nothing and whose name no other entry covers. Where no entry is alive there is
// more wrong than one of them.
func deadHosts(list value.Value) []value.Value {
	if _, alive := list.Find(func(text string) bool { return whyDead(text) == "" }); !alive || !list.IsSequence() {
		return nil
	}
	return list.FindAll(func(text string) bool {
		return text != "" && whyDead(text) != "" && deploy.AllowsHost(list, bareHost(text)) == value.False
	})
}

// whyDead says why an entry matches no request, "" where it may match one.
func whyDead(host string) string {
	switch {
	case strings.Contains(host, "://"):
		return "it is a URL, and Django compares host names"
	case strings.TrimSpace(host) != host:
		return "there is a blank in it"
	case strings.Contains(host, "/"):
		return "it holds a path"
	case strings.Count(host, ":") == 1:
		return "it holds a port, and Django compares without"
	case strings.Contains(host, "*") && host != "*":
		return "Django knows no wildcard within a name, only a leading dot"
	}
	return ""
}

// bareHost returns the host name that an entry means.
func bareHost(text string) string {
	text = strings.TrimSpace(text)
	if _, rest, ok := strings.Cut(text, "://"); ok {
		text = rest
	}
	text, _, _ = strings.Cut(text, "/")
	if strings.Count(text, ":") == 1 {
		text, _, _ = strings.Cut(text, ":")
	}
	return strings.TrimPrefix(text, "*")
}
