package serve

import (
	"strings"
)

// A target is the path and query of a request line as nginx understands it.
type target struct {
	uri, args string
	// raw is what is handed on where nothing changes the path.
	raw string
	// host is that of an absolute target: http://host/path.
	host string
	// quoted means that something was escaped, plus that there is a "+".
	quoted, plus bool
}

// parseTarget reads a request's target as ngx_http_parse_request_line and ngx_http_parse_complex_uri do. It fails where
// nginx answers with 400.
func parseTarget(text string, mergeSlashes bool) (t target, ok bool) {
	for i := range len(text) {
		if c := text[i]; c <= ' ' || c == 0x7f {
			return target{}, false
		}
	}
	t.raw = text
	if !strings.HasPrefix(text, "/") {
		rest, ok := cutScheme(text)
		if !ok {
			return target{}, false
		}
		end := strings.IndexAny(rest, "/?")
		if end < 0 {
			end = len(rest)
		}
		t.host, text = rest[:end], rest[end:]
		if t.host, ok = hostOfTarget(t.host); !ok {
			return target{}, false
		}
		switch {
		case text == "":
			text, t.raw = "/", "/"
		case text[0] == '?':
			t.raw = "/" + text
			text = t.raw
		default:
			t.raw = text
		}
	}
	n := normalizer{merge: mergeSlashes}
	rest, ok := n.run(text)
	if !ok {
		return target{}, false
	}
	t.uri, t.quoted, t.plus = string(n.out), n.quoted, n.plus
	if rest >= 0 {
		t.args, _, _ = strings.Cut(text[rest:], "#")
	}
	return t, true
}

func cutScheme(text string) (rest string, ok bool) {
	scheme, rest, ok := strings.Cut(text, "://")
	if !ok || scheme == "" || strings.Trim(scheme[:1], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return "", false
	}
	return rest, true
}

// hostOfTarget drops the port of an absolute target's host.
func hostOfTarget(host string) (string, bool) {
	name, port, _ := strings.Cut(host, ":")
	if strings.HasPrefix(host, "[") {
		end := strings.IndexByte(host, ']')
		if end < 0 {
			return "", false
		}
		name, port = host[:end+1], strings.TrimPrefix(host[end+1:], ":")
	} else if strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-") != "" {
		return "", false
	}
	return name, name != "" && strings.Trim(port, "0123456789") == ""
}

// A normalizer resolves escapes, "//", "/./" and "/../".
type normalizer struct {
	merge        bool
	out          []byte
	quoted, plus bool
}

// The states of ngx_http_parse_complex_uri.
const (
	usualState = iota
	slashState
	dotState
	dotDotState
)

// run reads text up to its "?" or "#" and returns where the query begins, -1 where there is none.
func (n *normalizer) run(text string) (query int, ok bool) {
	state := usualState
	for i := 0; i < len(text); i++ {
		c := text[i]
		literal := false
		if c == '%' {
			n.quoted = true
			if i+2 >= len(text) || !isHex(text[i+1]) || !isHex(text[i+2]) {
				return -1, false
			}
			c = unhex(text[i+1])<<4 | unhex(text[i+2])
			i += 2
			if c == 0 {
				return -1, false
			}
			literal = c == '%' || c == '#' || c == '?'
		}
		if c == '+' {
			n.plus = true
		}
		switch {
		case literal:
			n.out = append(n.out, c)
			state = usualState
		case c == '?' || c == '#':
			if !n.end(state) {
				return -1, false
			}
			if c == '?' {
				return i + 1, true
			}
			return -1, true
		default:
			if state, ok = n.step(state, c); !ok {
				return -1, false
			}
		}
	}
	return -1, n.end(state)
}

// step takes one character.
func (n *normalizer) step(state int, c byte) (next int, ok bool) {
	switch {
	case c == '/':
		switch state {
		case usualState:
			n.out = append(n.out, c)
		case slashState:
			if !n.merge {
				n.out = append(n.out, c)
			}
		default:
			if !n.end(state) {
				return state, false
			}
		}
		return slashState, true
	case c == '.' && state == slashState:
		n.out = append(n.out, c)
		return dotState, true
	case c == '.' && state == dotState:
		n.out = append(n.out, c)
		return dotDotState, true
	}
	n.out = append(n.out, c)
	return usualState, true
}

// end drops the "." or ".." that the path ends in, with the folder before the latter.
func (n *normalizer) end(state int) bool {
	switch state {
	case dotState:
		n.out = n.out[:len(n.out)-1]
	case dotDotState:
		at := len(n.out) - len("/..") - 1
		for at >= 0 && n.out[at] != '/' {
			at--
		}
		if at < 0 {
			return false
		}
		n.out = n.out[:at+1]
	}
	return true
}

func isHex(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f' }

func unhex(c byte) byte {
	if c <= '9' {
		return c - '0'
	}
	return c | 0x20 - 'a' + 10
}

// cleanHost reads a Host header as ngx_http_validate_host does: in lower case, without the port and the last dot. It
// fails where nginx answers with 400.
func cleanHost(header string) (host string, ok bool) {
	end, dot, rest, bracket := len(header), -1, false, false
	for i := range len(header) {
		switch c := header[i]; {
		case c == '.':
			if dot >= 0 && dot == i-1 {
				return "", false
			}
			dot = i
		case c == ':' && !bracket && !rest:
			end, rest = i, true
		case c == ':':
		case c == '[' && i == 0:
			bracket = true
		case c == ']' && bracket:
			end, rest, bracket = i+1, true, false
		case c == '/' || c <= ' ' || c == 0x7f:
			return "", false
		}
	}
	if dot >= 0 && dot == end-1 {
		end--
	}
	return strings.ToLower(header[:end]), end > 0
}

// escapeURI escapes what a path must not hold, and for a query what parts it too, as ngx_escape_uri does.
func escapeURI(text string, query bool) string {
	special := " \"#%<>?\\^`{|}"
	if query {
		special += "&+;"
	}
	var b strings.Builder
	for i := range len(text) {
		if c := text[i]; c < ' ' || c >= 0x7f || strings.IndexByte(special, c) >= 0 {
			const digits = "0123456789ABCDEF"
			b.WriteByte('%')
			b.WriteByte(digits[c>>4])
			b.WriteByte(digits[c&15])
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// unescapeRedirect resolves the escapes before the query that are safe to resolve (NGX_UNESCAPE_REDIRECT).
func unescapeRedirect(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c == '?' {
			b.WriteString(text[i:])
			break
		}
		if c == '%' && i+2 < len(text) && isHex(text[i+1]) && isHex(text[i+2]) {
			switch decoded := unhex(text[i+1])<<4 | unhex(text[i+2]); {
			case decoded == '?':
				b.WriteByte(decoded)
				b.WriteString(text[i+3:])
				return b.String()
			case decoded > '%' && decoded < 0x7f:
				b.WriteByte(decoded)
			default:
				b.WriteString(text[i : i+3])
			}
			i += 2
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}
