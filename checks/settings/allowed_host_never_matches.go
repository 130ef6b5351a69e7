package settings

import (
	"net/netip"
	"slices"
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
// answered 400. So are several names in one text, as a variable gives them that nobody splits, and names in quotes, which an
// env file keeps where they stand around each item. A name with an underscore is refused whatever the list says.
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
// stands beside the wrong one; for empty entries, and for what a template has still to fill in.
func allowedHostNeverMatches() lint.Rule {
	return lint.Rule{
		ID:      "DPL150",
		Name:    "allowed-host-never-matches",
		Summary: "An entry of ALLOWED_HOSTS matches no request",
		Help:    "Write bare host names into ALLOWED_HOSTS: one each, no scheme, port, path, quotes or blanks",
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
				return lint.Fail(lint.Nearest(dead, at), "%q in ALLOWED_HOSTS matches no request: %s", text, deploy.DeadHost(text)).
					Fix("%s", aliveHost(text))
			},
		},
	}
}

// deadHosts returns the entries that match nothing and whose name no other entry covers. Where no entry can be alive there is
// more wrong than one of them.
func deadHosts(list value.Value) []value.Value {
	if !list.IsSequence() || !slices.ContainsFunc(list.Elems(), func(e value.Value) bool { return !meansDead(e) }) {
		return nil
	}
	return list.FindAll(func(text string) bool {
		if text == "" || deploy.DeadHost(text) == "" {
			return false
		}
		meant := bareHost(text)
		_, covered := list.Find(func(other string) bool {
			return deploy.DeadHost(other) == "" && deploy.AllowsHost(value.OfSequence(value.List, value.OfStr(other)), meant) == value.True
		})
		return !covered
	})
}

// meansDead reports whether an element certainly matches no request.
func meansDead(elem value.Value) bool {
	text, ok := elem.Text()
	return ok && deploy.DeadHost(text) != "" || elem.Kind() == value.None
}

// aliveHost says what to write in place of an entry that matches nothing.
func aliveHost(text string) string {
	if names := strings.FieldsFunc(text, betweenNames); len(names) > 1 && !strings.Contains(text, "://") {
		for i, name := range names {
			names[i] = `"` + bareHost(name) + `"`
		}
		return strings.Join(names, ", ") + ": split the text where it is read, as in .split(\",\")"
	}
	host := bareHost(text)
	if why := deploy.DeadHost(host); why != "" || host == "" {
		if strings.Contains(host, "_") {
			return "call the service or machine by a name without underscore, and name that one here"
		}
		return ""
	}
	return `"` + host + `"`
}

// betweenNames reports whether a character stands between the names of a list that is one text.
func betweenNames(c rune) bool { return strings.ContainsRune(", ;\t\r\n", c) }

// bareHost returns the host name that an entry means.
func bareHost(text string) string {
	text = strings.Trim(text, "\"' \t\r\n")
	if _, rest, ok := strings.Cut(text, "://"); ok {
		text = rest
	}
	if _, err := netip.ParseAddr(text); err == nil && strings.Contains(text, ":") {
		return "[" + text + "]"
	}
	text, _, _ = strings.Cut(text, "/")
	if strings.Count(text, ":") == 1 {
		text, _, _ = strings.Cut(text, ":")
	}
	return strings.TrimSuffix(strings.TrimPrefix(text, "*"), ".")
}
