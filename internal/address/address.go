// Package address knows how the address of a server is written: a host and a port, an IPv6 host in brackets, the path of a
// unix socket; and which hosts are this machine itself, or all of its interfaces.
package address

import (
	"cmp"
	"net/netip"
	"path"
	"strings"
)

// Split parts HOST:PORT at the last colon that belongs neither to an IPv6 address in brackets nor to a variable or a
// template's value ("${HOST:-0.0.0.0}:8000"). The host keeps its brackets; without a colon all is the host.
func Split(text string) (host, port string) {
	if end := strings.IndexByte(text, ']'); end >= 0 && text[0] == '[' {
		return text[:end+1], strings.TrimPrefix(text[end+1:], ":")
	}
	colon, braces := -1, 0
	for i := range len(text) {
		switch text[i] {
		case '{':
			braces++
		case '}':
			braces--
		case ':':
			if braces == 0 {
				colon = i
			}
		}
	}
	if colon < 0 {
		return text, ""
	}
	return text[:colon], text[colon+1:]
}

// Join writes a host and a port as one text, an IPv6 host in brackets.
func Join(host, port string) string {
	if strings.Contains(host, ":") && !strings.HasPrefix(host, "[") {
		host = "[" + host + "]"
	}
	return host + ":" + port
}

// Unix returns the path of a unix socket that is written as unix:PATH or unix://PATH. unix:///run/a.sock is the same path as
// unix:/run/a.sock for all who take both.
func Unix(text string) (name string, ok bool) {
	name, ok = strings.CutPrefix(text, "unix:")
	return strings.TrimPrefix(name, "//"), ok
}

// Socket spells the path of a socket in one way, to compare two: /var/run is a link to /run on every Linux of today.
func Socket(name string) string { return strings.TrimPrefix(path.Clean("/"+name), "/var") }

// Bare returns a host without the brackets of IPv6.
func Bare(host string) string { return strings.Trim(host, "[]") }

// IP returns the address that a host spells, in brackets or not. A name spells none.
func IP(host string) (netip.Addr, bool) {
	ip, err := netip.ParseAddr(Bare(host))
	return ip.Unmap(), err == nil
}

// Same reports whether two hosts are written alike, up to case and brackets.
func Same(a, b string) bool { return strings.EqualFold(Bare(a), Bare(b)) }

// Loopback reports whether a host is this machine to itself and nobody else: 127.0.0.0/8, ::1, and the names that the
// /etc/hosts of Debian and Red Hat give them.
func Loopback(host string) bool {
	switch strings.ToLower(host) {
	case "localhost", "localhost.", "localhost.localdomain", "localhost4", "localhost6", "ip6-localhost", "ip6-loopback":
		return true
	}
	if ip, ok := IP(host); ok {
		return ip.IsLoopback()
	}
	// inet_aton(3) takes fewer than four numbers: 127.1 is 127.0.0.1.
	rest, ok := strings.CutPrefix(host, "127.")
	return ok && strings.Trim(rest, "0123456789.") == ""
}

// Wildcard reports whether a server that listens on a host listens on all interfaces: none is named, or the zero address. As
// a destination the zero address means nothing; Linux takes it for the loopback.
func Wildcard(host string) bool {
	if host == "" || host == "*" {
		return true
	}
	ip, ok := IP(host)
	return ok && ip.IsUnspecified()
}

// HostPort parts HOST:PORT, the host without brackets; a port that is not given is the default.
func HostPort(text, defaultPort string) (host, port string) {
	host, port = Split(text)
	return Bare(host), cmp.Or(port, defaultPort)
}
