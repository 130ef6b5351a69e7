package settings

import (
	"strings"

	"deploylint/internal/address"
	"deploylint/internal/deploy"
	"deploylint/internal/value"
)

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

// quoted joins texts for a message.
func quoted(texts []string) string {
	return `"` + strings.Join(texts, `", "`) + `"`
}

// isTrue reports whether a setting certainly counts as true.
func isTrue(s *deploy.Settings, name string) bool { return s.Get(name).Truth() == value.True }

// isLocal reports whether a host is this machine, or a name that only a developer's machine has.
func isLocal(host string) bool {
	host = deploy.HostName(host)
	return host != "" && (address.Loopback(host) || address.Wildcard(host)) || strings.HasSuffix(host, ".localhost") ||
		strings.HasSuffix(host, ".local") || strings.HasSuffix(host, ".test")
}
