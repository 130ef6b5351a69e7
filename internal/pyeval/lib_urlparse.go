package pyeval

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"deploylint/internal/value"
)

// A urlText is a URL taken apart as urllib.parse.urlparse of CPython does it. Parts may hold the root mark.
type urlText struct {
	scheme, netloc, path, params, query, fragment string
}

// splitURL is urllib.parse.urlsplit. It returns false where that raises ValueError: an address in brackets that is none.
func splitURL(s string) (urlText, bool) {
	var u urlText
	rest := strings.TrimLeftFunc(s, func(r rune) bool { return r <= ' ' && r != 0 })
	rest = strings.NewReplacer("\t", "", "\r", "", "\n", "").Replace(rest)
	if i := strings.IndexByte(rest, ':'); i > 0 && isScheme(rest[:i]) {
		u.scheme, rest = strings.ToLower(rest[:i]), rest[i+1:]
	}
	if r, ok := strings.CutPrefix(rest, "//"); ok {
		end := strings.IndexAny(r, "/?#")
		if end < 0 {
			end = len(r)
		}
		u.netloc, rest = r[:end], r[end:]
		if strings.Contains(u.netloc, "[") != strings.Contains(u.netloc, "]") {
			return u, false
		}
		if strings.Contains(u.netloc, "[") && !bracketed(u.netloc) {
			return u, false
		}
	}
	rest, u.fragment, _ = strings.Cut(rest, "#")
	u.path, u.query, _ = strings.Cut(rest, "?")
	return u, true
}

// bracketed reports whether what stands in brackets looks like an address of version 6.
func bracketed(netloc string) bool {
	_, host, _ := strings.Cut(netloc[strings.LastIndexByte(netloc, '@')+1:], "[")
	host, _, _ = strings.Cut(host, "]")
	host, _, _ = strings.Cut(host, "%")
	return strings.Count(host, ":") > 1 && strings.Trim(strings.ToLower(host), "0123456789abcdef:.") == ""
}

// parseURL is urllib.parse.urlparse, which takes parameters off the path of some schemes.
func parseURL(s string) (urlText, bool) {
	u, ok := splitURL(s)
	switch u.scheme {
	case "", "ftp", "hdl", "prospero", "http", "https", "shttp", "rtsp", "rtspu", "sip", "sips", "mms", "sftp", "tel":
		from := strings.LastIndexByte(u.path, '/') + 1
		if i := strings.IndexByte(u.path[from:], ';'); i >= 0 {
			u.path, u.params = u.path[:from+i], u.path[from+i+1:]
		}
	}
	return u, ok
}

// isScheme reports whether a text before a colon is a scheme.
func isScheme(s string) bool {
	for i, r := range s {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if !letter && (i == 0 || (r < '0' || r > '9') && r != '+' && r != '-' && r != '.') {
			return false
		}
	}
	return true
}

// String is urllib.parse.urlunparse.
func (u urlText) String() string {
	s := u.path
	if u.params != "" {
		s += ";" + u.params
	}
	if u.netloc != "" || u.scheme != "" && usesNetloc(u.scheme) && !strings.HasPrefix(s, "//") {
		if s != "" && s[0] != '/' {
			s = "/" + s
		}
		s = "//" + u.netloc + s
	}
	if u.scheme != "" {
		s = u.scheme + ":" + s
	}
	if u.query != "" {
		s += "?" + u.query
	}
	if u.fragment != "" {
		s += "#" + u.fragment
	}
	return s
}

func usesNetloc(scheme string) bool {
	switch scheme {
	case "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp", "snews", "prospero", "rtsp",
		"rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss":
		return true
	}
	return false
}

// user returns the name before the host, false where there is no "@".
func (u urlText) user() (string, bool) {
	i := strings.LastIndexByte(u.netloc, '@')
	if i < 0 {
		return "", false
	}
	name, _, _ := strings.Cut(u.netloc[:i], ":")
	return name, true
}

func (u urlText) password() (string, bool) {
	i := strings.LastIndexByte(u.netloc, '@')
	if i < 0 {
		return "", false
	}
	_, password, ok := strings.Cut(u.netloc[:i], ":")
	return password, ok
}

// hostPort returns the host and the port as written.
func (u urlText) hostPort() (host, port string) {
	at := u.netloc[strings.LastIndexByte(u.netloc, '@')+1:]
	if _, inner, ok := strings.Cut(at, "["); ok {
		host, after, _ := strings.Cut(inner, "]")
		_, port, _ = strings.Cut(after, ":")
		return host, port
	}
	host, port, _ = strings.Cut(at, ":")
	return host, port
}

// host is the hostname: in lower case, but for what stands behind a "%".
func (u urlText) host() string {
	h, _ := u.hostPort()
	name, zone, ok := strings.Cut(h, "%")
	if ok {
		return strings.ToLower(name) + "%" + zone
	}
	return strings.ToLower(h)
}

// port returns the port, 0 and false for none; valid is false where reading it raises ValueError.
func (u urlText) port() (n int, given, valid bool) {
	_, p := u.hostPort()
	if p == "" {
		return 0, false, true
	}
	n, err := strconv.Atoi(p)
	if err != nil || strings.Trim(p, "0123456789") != "" || n > 65535 {
		return 0, true, false
	}
	return n, true, true
}

// unquote is urllib.parse.unquote: it decodes %XX, and what is no escape stays.
func unquote(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil && isHex(s[i+1]) {
				b.WriteByte(byte(n))
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return replaceInvalid(b.String())
}

func isHex(c byte) bool { return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' }

// replaceInvalid puts the replacement character in the place of bytes that are not UTF-8, once for each broken sequence.
func replaceInvalid(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		b.WriteRune(r)
		i += n
		for r == utf8.RuneError && n == 1 && i < len(s) && s[i-1] >= 0xc2 && s[i]&0xc0 == 0x80 {
			i++ // the rest of a sequence that was cut short
		}
	}
	return b.String()
}

// unquotePlus is urllib.parse.unquote_plus.
func unquotePlus(s string) string { return unquote(strings.ReplaceAll(s, "+", " ")) }

// quote is urllib.parse.quote.
func quote(s, safe string) string {
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("_.-~", c) >= 0 ||
			strings.IndexByte(safe, c) >= 0 {
			b.WriteByte(c)
			continue
		}
		const hex = "0123456789ABCDEF"
		b.WriteByte('%')
		b.WriteByte(hex[c>>4])
		b.WriteByte(hex[c&15])
	}
	return b.String()
}

// A queryParam is a key of a query string with its values.
type queryParam struct {
	key    string
	values []string
}

// parseQuery is urllib.parse.parse_qs: keys in order of their first appearance, without blank values.
func parseQuery(q string) []queryParam {
	var out []queryParam
	for part := range strings.SplitSeq(q, "&") {
		k, v, ok := strings.Cut(part, "=")
		if !ok || v == "" {
			continue
		}
		k, v = unquotePlus(k), unquotePlus(v)
		if i := slices.IndexFunc(out, func(p queryParam) bool { return p.key == k }); i >= 0 {
			out[i].values = append(out[i].values, v)
			continue
		}
		out = append(out, queryParam{k, []string{v}})
	}
	return out
}

func orNone(s string, ok bool) val {
	if !ok {
		return ofNone()
	}
	return ofStr(s)
}

// readable reports whether a URL can be taken apart here: one that holds the root's path in its path only.
func readable(s string) bool {
	i := strings.IndexAny(s, "?#")
	return plain(s) || i < 0 && strings.HasPrefix(s, "sqlite:///")
}

// urlObject is the result of urlparse.
func (ev *evaluator) urlObject(s string, c *call) val {
	if !plain(s) {
		return notKnown(value.Host, value.DependsOn("where the repository lies"))
	}
	u, ok := parseURL(s)
	if !ok {
		return ev.raiseAt("ValueError", "the URL has an address in brackets that is none", c.span)
	}
	return of(&nativeObj{name: "ParseResult", data: u, attrs: func(ev *evaluator, name string) (val, bool) { return ev.urlAttr(u, name) }})
}

func (ev *evaluator) urlAttr(u urlText, name string) (val, bool) {
	switch name {
	case "scheme":
		return ofStr(u.scheme), true
	case "netloc":
		return ofStr(u.netloc), true
	case "path":
		return ofStr(u.path), true
	case "params":
		return ofStr(u.params), true
	case "query":
		return ofStr(u.query), true
	case "fragment":
		return ofStr(u.fragment), true
	case "hostname":
		return orNone(u.host(), u.host() != ""), true
	case "username":
		name, ok := u.user()
		return orNone(name, ok), true
	case "password":
		password, ok := u.password()
		return orNone(password, ok), true
	case "port":
		n, given, valid := u.port()
		switch {
		case !valid:
			return ev.raiseAt("ValueError", "the port of the URL is no number", ev.here()), true
		case !given:
			return ofNone(), true
		}
		return ofInt(n), true
	case "geturl":
		return native("ParseResult.geturl", func(*evaluator, *call) val { return ofStr(u.String()) }), true
	}
	return val{}, false
}

func urllibLibrary() library {
	return library{
		modules: "urllib urllib.parse urlparse six.moves.urllib.parse",
		member:  urllibMember,
	}
}

// urllibMember is a member of urllib.parse (https://docs.python.org/3/library/urllib.parse.html).
func urllibMember(_ *evaluator, module, name string) (val, bool) {
	full := module + "." + name
	switch name {
	case "urlparse", "urlsplit":
		return strict(full, func(ev *evaluator, c *call) val {
			s, ok := c.text(0, "url")
			if !ok || len(c.args)+len(c.kw) != 1 || name == "urlsplit" && strings.Contains(s, ";") {
				return notKnown(value.Unread, value.Why(value.CallNotFollowed, name))
			}
			return ev.urlObject(s, c)
		}), true
	case "quote", "quote_plus":
		return strict(full, func(_ *evaluator, c *call) val {
			s, ok := c.text(0, "string")
			safe := "/"
			if name == "quote_plus" {
				safe = ""
			}
			if t, has := c.text(1, "safe"); has {
				safe = t
			}
			if !ok || !plain(s) || !isASCII(safe) {
				return unread("quoting it is not followed")
			}
			out := quote(s, safe)
			if name == "quote_plus" {
				out = strings.ReplaceAll(quote(s, safe+" "), " ", "+")
			}
			return ofStr(out)
		}), true
	case "unquote", "unquote_plus":
		return strict(full, func(_ *evaluator, c *call) val {
			s, ok := c.text(0, "string")
			if !ok || len(c.args)+len(c.kw) != 1 {
				return notKnown(value.Unread, value.Why(value.CallNotFollowed, name))
			}
			if name == "unquote_plus" {
				return ofStr(unquotePlus(s))
			}
			return ofStr(unquote(s))
		}), true
	case "parse":
		return of(&libObj{name: "urllib.parse"}), true
	case "urljoin":
		return strict(full, urljoin), true
	}
	return val{}, false
}

// urljoin follows the plain case: a base that ends with a slash, and a path below it.
func urljoin(_ *evaluator, c *call) val {
	base, ok := c.text(0, "base")
	rel, ok2 := c.text(1, "url")
	u, valid := splitURL(base)
	if ok && ok2 && valid && plain(base) && plain(rel) && strings.HasSuffix(base, "/") && u.scheme != "" && u.query == "" &&
		rel != "" && !strings.HasPrefix(rel, "/") && !strings.Contains(rel, "..") && !strings.Contains(rel, ":") &&
		!strings.HasPrefix(rel, "./") && !strings.ContainsAny(rel, "?#;") {
		return ofStr(base + rel)
	}
	return unread("the call of urljoin is not followed")
}
