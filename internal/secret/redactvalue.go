package secret

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"deploylint/internal/value"
)

// A sensitivity says how much the name above a value gives away.
type sensitivity uint8

const (
	// ordinary names say nothing: only values that show by themselves that they are secret are hidden.
	ordinary sensitivity = iota
	// sounding names are those that Django hides on its error pages. Most are no secrets (AUTH_HEADER_NAME), so that only
	// what looks like one is hidden.
	sounding
	// concerning names say a word for a secret somewhere (PASSWORD_PROD, TOKEN_ISSUER): what is plainly none is shown.
	concerning
	// secretive names end in a word for a secret: DB_PASSWORD. Whatever they hold is hidden.
	secretive
)

// hiddenByDjango is SafeExceptionReporterFilter.hidden_settings of django/views/debug.py.
var hiddenByDjango = regexp.MustCompile(`(?i)API|AUTH|TOKEN|KEY|SECRET|PASS|SIGNATURE|HTTP_COOKIE`)

// looksRandom is the length from which a text under a sounding name may be a key; what is shorter is a host or a version.
const looksRandom = 16

// sensitivityOf judges a name of a setting, a variable or a dict's key.
func sensitivityOf(name string) sensitivity {
	name = strings.TrimRight(name, "_0123456789")
	upper := strings.ToUpper(name)
	last := upper[strings.LastIndexAny(upper, "_-. ")+1:]
	ends := slices.ContainsFunc([]string{"PASSWORD", "PASSWORDS", "PASSWD", "PASS", "PWD", "PASSPHRASE", "SECRET", "SECRETS", "TOKEN", "TOKENS", "DSN"},
		func(word string) bool { return strings.HasSuffix(last, word) })
	switch {
	case IsName(name) && (ends || isKey(upper, last)), IsPlural(name), !IsName(name) && isKey(upper, last):
		return secretive
	case IsName(name):
		return concerning
	case hiddenByDjango.MatchString(name):
		return sounding
	}
	return ordinary
}

// isKey reports whether a name is that of a key which opens something, not of one that is looked up.
func isKey(upper, last string) bool {
	if !strings.HasSuffix(last, "KEY") && !strings.HasSuffix(last, "KEYS") {
		return false
	}
	for _, other := range []string{"PUBLIC", "PUBLISHABLE", "SITE", "ROUTING", "SURROGATE", "FOREIGN", "PRIMARY", "CACHE", "SORT", "PARTITION", "SESSION"} {
		if strings.Contains(upper, other) {
			return false
		}
	}
	return true
}

// within returns what holds for an entry of a dict: the stronger of the dict's name and the key's.
func within(s sensitivity, name string, key value.Value) (sensitivity, string) {
	if key.Kind() != value.Str {
		return s, name
	}
	return max(s, sensitivityOf(key.Payload())), key.Payload()
}

// conceals reports whether a text under a name is hidden as a whole.
func conceals(s sensitivity, name, text string) bool {
	suspicious := func() bool {
		class := Classify(name, text)
		return class == Weak || class == Likely || class == Placeholder
	}
	switch {
	case strings.TrimSpace(text) == "", strings.HasPrefix(text, value.RootMark):
		return false
	case s == secretive, ProviderOf(text) != "":
		return true
	case s == concerning:
		return suspicious()
	case s == sounding:
		return strings.ContainsAny(text, "0123456789") && len(text) >= looksRandom && !strings.Contains(text, " ") && suspicious()
	}
	return false
}

// Value returns v with everything secret in it replaced by what a report may show of it. The name may be a path.
func (r *Redactor) Value(name string, v value.Value) value.Value {
	if r == nil {
		return v
	}
	s := ordinary
	parts := strings.Split(name, ".")
	for _, part := range parts {
		s = max(s, sensitivityOf(part))
	}
	return r.redacted(s, parts[len(parts)-1], v)
}

func (r *Redactor) redacted(s sensitivity, name string, v value.Value) value.Value {
	out := v
	switch v.Kind() {
	case value.Str:
		out = value.OfStr(r.text(s, name, v.Payload()))
	case value.Bytes:
		out = value.OfBytes(r.text(s, name, v.Payload()))
	case value.Path:
		out = value.OfPath(r.Text(v.Payload()))
	case value.Int:
		if n, _ := v.Int(); s == secretive {
			out = value.OfStr(Redact(strconv.FormatInt(n, 10)))
		}
	case value.List, value.Tuple, value.Set:
		elems := make([]value.Value, len(v.Elems()))
		for i, e := range v.Elems() {
			elems[i] = r.redacted(s, name, e)
		}
		out = value.OfSequence(v.Kind(), elems...)
	case value.Dict:
		keys, elems := make([]value.Value, len(v.Keys())), make([]value.Value, len(v.Elems()))
		for i, k := range v.Keys() {
			under, key := within(s, name, k)
			keys[i], elems[i] = r.redacted(ordinary, "", k), r.redacted(under, key, v.Elems()[i])
		}
		out = value.OfDict(keys, elems)
	default:
	}
	out.Cause, out.Waits, out.Many, out.Overridable = v.Cause, v.Waits, v.Many, v.Overridable
	out.Reason = v.Reason.Map(r.Text)
	out.Trail, out.Alternatives = slices.Clone(v.Trail), slices.Clone(v.Alternatives)
	for i := range out.Trail {
		out.Trail[i].Text = r.Text(out.Trail[i].Text)
	}
	for i := range out.Alternatives {
		out.Alternatives[i] = r.redacted(s, name, out.Alternatives[i])
	}
	return out
}

// text returns what may be shown of a text under a name.
func (r *Redactor) text(s sensitivity, name, text string) string {
	if conceals(s, name, text) {
		return Redact(text)
	}
	return r.Text(text)
}
