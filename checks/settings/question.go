package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// An asked is a question about one setting, for the rules that stay silent about what is fine or not known.
type asked struct {
	// name is the setting, and part the key or keys within it, "" for all of it.
	name, part string
	// value is what is judged where that is a part; else the setting.
	value value.Value
	// bad answers for a known value.
	bad func(value.Value) bool
	// fail makes the finding.
	fail func(value.Value, lint.Placed) lint.Result
}

// ask judges one setting at a rule's level.
func ask(s *deploy.Settings, level lint.Level, a asked) []lint.Result {
	v, name := a.value, a.name
	if a.part == "" {
		v = s.Get(a.name)
	} else {
		name += "." + a.part
	}
	return lint.Question{
		Value:   v,
		Name:    name,
		Subject: "settings." + name,
		Place:   s.Place(a.name),
		Bad:     func(v value.Value) value.Tri { return value.TriOf(a.bad(v)) },
		Fail:    a.fail,
	}.Judge(level)
}

// texts returns the elements of a list for which is answers true, with the texts that they are.
func texts(list value.Value, is func(string) bool) (elems []value.Value, found []string) {
	if !list.IsSequence() {
		return nil, nil
	}
	for _, e := range list.Elems() {
		if text, ok := e.Text(); ok && is(text) {
			elems, found = append(elems, e), append(found, text)
		}
	}
	return elems, found
}

// nearest returns an element's own place where it has one, else that of what holds it.
func nearest(elem value.Value, holder lint.Placed) lint.Placed {
	if elem.Source().IsZero() {
		return holder
	}
	return elem
}

// quoted joins texts for a message.
func quoted(texts []string) string {
	return `"` + strings.Join(texts, `", "`) + `"`
}

// isTrue reports whether a setting certainly counts as true.
func isTrue(s *deploy.Settings, name string) bool { return s.Get(name).Truth() == value.True }

// isLocal reports whether a host is this machine, or a name that only a developer's machine has.
func isLocal(host string) bool {
	host = deploy.HostName(host)
	return host == "localhost" || host == "[::1]" || strings.HasPrefix(host, "127.") || strings.HasSuffix(host, ".localhost") ||
		strings.HasSuffix(host, ".local") || strings.HasSuffix(host, ".test") || host == "0.0.0.0"
}

// base returns what stands behind the last dot: a class without its package.
func base(dotted string) string { return dotted[strings.LastIndexByte(dotted, '.')+1:] }
