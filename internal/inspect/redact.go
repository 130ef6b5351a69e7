package inspect

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/secret"
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

// The places of a secret inside a text: between the colon and the last @ of a URL's authority, and behind a parameter whose
// name says so. A password may hold anything, so that too much is hidden rather than too little.
var (
	urlPassword = regexp.MustCompile(`(://[^\s:@/]*:)(\S+)@`)
	reference   = regexp.MustCompile(`^\$\{\w+\}$`)
	parameter   = regexp.MustCompile(`(?i)((?:password|passwd|pwd|secret|token|api_?key|access_?key|signature|sig)=)([^\s&;,'"]+)`)
)

// The lengths from which the text of a secret is looked for inside other texts. A short one counts if it is no word of lower
// case letters and the like, which may stand for something else: where the password is the project's name, all dotted paths
// hold it.
const (
	shortest = 6
	longest  = 12
)

// looksRandom is the length from which a text under a sounding name may be a key; what is shorter is a host or a version.
const looksRandom = 16

// lowercase are the characters of words, and of names made of words.
const lowercase = "abcdefghijklmnopqrstuvwxyz-_./"

// A redactor hides the secrets of one site. A nil redactor hides nothing.
type redactor struct {
	texts   []string          // the secrets' own texts, the longest first
	replace *strings.Replacer // of the texts by what may be shown of them
}

// newRedactor collects the secrets of a site: those that stand where reports hide them too, and those under the names of
// settings and variables that hold one.
func newRedactor(site *deploy.Site) *redactor {
	r := new(redactor)
	for _, span := range secret.Places(site) {
		r.learn(strings.Trim(span.Text(), `"'`))
	}
	if site.Settings != nil {
		for _, name := range site.Settings.Names() {
			if v, ok := site.Settings.Given(name); ok {
				r.collect(sensitivityOf(name), name, v)
			}
		}
	}
	for _, name := range variables(site) {
		for _, s := range site.Supply(name) {
			r.collect(sensitivityOf(name), name, s.Value)
		}
	}
	slices.SortFunc(r.texts, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	var pairs []string
	for _, text := range slices.Compact(r.texts) {
		pairs = append(pairs, text, lint.Redact(text))
	}
	r.replace = strings.NewReplacer(pairs...)
	return r
}

func (r *redactor) learn(text string) {
	n := utf8.RuneCountInString(text)
	isWord := strings.Trim(text, lowercase[:26]) == ""
	if reference.MatchString(text) || isWord {
		return
	}
	if n >= longest || n >= shortest && strings.Trim(text, lowercase) != "" {
		r.texts = append(r.texts, text)
	}
}

// collect learns the texts that are hidden in a value.
func (r *redactor) collect(s sensitivity, name string, v value.Value) {
	if text := v.Payload(); (v.Kind() == value.Str || v.Kind() == value.Bytes) && s != sounding && conceals(s, name, text) {
		r.learn(text)
	}
	if _, password, ok := secret.URLPassword(v.Payload()); ok && v.Kind() == value.Str {
		r.learn(password)
	}
	for i, e := range v.Elems() {
		under, key := s, name
		if v.Kind() == value.Dict {
			under, key = within(s, name, v.Keys()[i])
		}
		r.collect(under, key, e)
	}
	for _, a := range v.Alternatives {
		r.collect(s, name, a)
	}
}

// sensitivityOf judges a name of a setting, a variable or a dict's key.
func sensitivityOf(name string) sensitivity {
	name = strings.TrimRight(name, "_0123456789")
	upper := strings.ToUpper(name)
	last := upper[strings.LastIndexAny(upper, "_-. ")+1:]
	ends := slices.ContainsFunc([]string{"PASSWORD", "PASSWORDS", "PASSWD", "PASS", "PWD", "PASSPHRASE", "SECRET", "SECRETS", "TOKEN", "TOKENS", "DSN"},
		func(word string) bool { return strings.HasSuffix(last, word) })
	switch {
	case secret.IsName(name) && (ends || isKey(upper, last)), secret.IsPlural(name), !secret.IsName(name) && isKey(upper, last):
		return secretive
	case secret.IsName(name):
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
		class := secret.Classify(name, text)
		return class == secret.Weak || class == secret.Likely || class == secret.Placeholder
	}
	switch {
	case strings.TrimSpace(text) == "", strings.HasPrefix(text, value.RootMark):
		return false
	case s == secretive, secret.ProviderOf(text) != "":
		return true
	case s == concerning:
		return suspicious()
	case s == sounding:
		return strings.ContainsAny(text, "0123456789") && len(text) >= looksRandom && !strings.Contains(text, " ") && suspicious()
	}
	return false
}

// value returns v with everything secret in it replaced by what a report may show of it. The name may be a path.
func (r *redactor) value(name string, v value.Value) value.Value {
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

func (r *redactor) redacted(s sensitivity, name string, v value.Value) value.Value {
	out := v
	switch v.Kind() {
	case value.Str:
		out = value.OfStr(r.text(s, name, v.Payload()))
	case value.Bytes:
		out = value.OfBytes(r.text(s, name, v.Payload()))
	case value.Path:
		out = value.OfPath(r.hide(v.Payload()))
	case value.Int:
		if n, _ := v.Int(); s == secretive {
			out = value.OfStr(lint.Redact(strconv.FormatInt(n, 10)))
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
	out.Reason = r.hide(v.Reason)
	out.Trail, out.Alternatives = slices.Clone(v.Trail), slices.Clone(v.Alternatives)
	for i := range out.Trail {
		out.Trail[i].Text = r.hide(out.Trail[i].Text)
	}
	for i := range out.Alternatives {
		out.Alternatives[i] = r.redacted(s, name, out.Alternatives[i])
	}
	return out
}

// text returns what may be shown of a text under a name.
func (r *redactor) text(s sensitivity, name, text string) string {
	if conceals(s, name, text) {
		return lint.Redact(text)
	}
	return r.hide(text)
}

// hide redacts the secrets inside a text that is none itself.
func (r *redactor) hide(text string) string {
	if r == nil || text == "" {
		return text
	}
	if strings.Contains(text, "://") {
		text = urlPassword.ReplaceAllStringFunc(text, func(m string) string {
			parts := urlPassword.FindStringSubmatch(m)
			if strings.Contains(parts[2], "://") { // several URLs: the first password ends somewhere in there
				return parts[1] + "••••@"
			}
			if reference.MatchString(parts[2]) {
				return m
			}
			return parts[1] + lint.Redact(parts[2]) + "@"
		})
	}
	if strings.Contains(text, "=") {
		text = parameter.ReplaceAllStringFunc(text, func(m string) string {
			parts := parameter.FindStringSubmatch(m)
			return parts[1] + lint.Redact(parts[2])
		})
	}
	return r.replace.Replace(text)
}
