package deploy

import (
	"net/netip"
	"strings"
	"unicode"
	"unicode/utf8"
)

// hostCharacters are those of a name in a Host header, in lower case.
const hostCharacters = "abcdefghijklmnopqrstuvwxyz0123456789.-"

// DeadHost says in a clause why no Host header can equal an entry of ALLOWED_HOSTS, "" where one may. What a template or a
// shell has still to fill in is not judged.
//
// https://github.com/django/django/blob/main/django/http/request.py, split_domain_port and validate_host: the header is
// letters, digits, dots and dashes, or an IPv6 address in brackets; the port is cut off, and a dot at the end.
func DeadHost(entry string) string {
	switch {
	case entry == "":
		return "it is empty"
	case entry == "*" || entry == "::1" || strings.ContainsAny(entry, "{}<>$%"):
		return ""
	case strings.ContainsAny(entry, `"'`):
		return "the quotes are part of it"
	case strings.ContainsAny(entry, ",;"):
		return "it is one text with several names in it, and Django takes it for one name"
	case strings.Contains(entry, "://"):
		return "it is a URL, and Django compares host names"
	case strings.TrimSpace(entry) != entry:
		return "there is a blank in it"
	case strings.ContainsAny(entry, " \t\n\r"):
		return "it is one text with several names in it, and Django takes it for one name"
	case strings.Contains(entry, "/"):
		if _, err := netip.ParsePrefix(entry); err == nil {
			return "Django compares names, and knows no ranges of addresses"
		}
		return "it holds a path"
	case strings.HasPrefix(entry, "["):
		return deadBracket(entry)
	case strings.Count(entry, ":") == 1:
		return "it holds a port, and Django compares without"
	}
	return deadName(entry)
}

// deadBracket judges an entry that begins as an IPv6 address does.
func deadBracket(entry string) string {
	inside, behind, closed := strings.Cut(entry[1:], "]")
	switch {
	case !closed || strings.Trim(strings.ToLower(inside), "abcdef0123456789:.") != "" || !strings.Contains(inside, ":"):
		return "the bracket is part of it"
	case behind != "":
		return "it holds a port, and Django compares without"
	}
	return ""
}

// deadName judges an entry that looks like a name or an address.
func deadName(entry string) string {
	_, err := netip.ParseAddr(entry)
	switch {
	case err == nil && strings.Contains(entry, ":"):
		return "requests have an IPv6 address in brackets"
	case strings.Contains(entry, "*"):
		return "Django knows no wildcard within a name, only a leading dot"
	case strings.Contains(entry, "_"):
		return "Django refuses a name with an underscore, whatever the list says"
	case strings.HasSuffix(entry, "."):
		return "Django cuts the dot at the end off the request's name"
	}
	for _, c := range entry {
		switch {
		case c >= utf8.RuneSelf:
			return "browsers send such a name in its form of xn--"
		case !strings.ContainsRune(hostCharacters, unicode.ToLower(c)):
			return "no host name has such characters"
		}
	}
	return ""
}
