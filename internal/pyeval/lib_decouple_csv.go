package pyeval

import (
	"strings"

	"deploylint/internal/value"
)

// csv is Csv(cast, delimiter, strip, post_process).
func (ev *evaluator) csv(c *call) val {
	cast, ok := c.arg(0, "cast")
	if !ok {
		cast, _ = ev.builtin("str")
	}
	delimiter, ok := c.text(1, "delimiter")
	if !ok {
		delimiter = ","
	}
	strip, ok := c.text(2, "strip")
	if !ok {
		strip = " \t\n\r\x0b\x0c"
	}
	post, ok := c.arg(3, "post_process")
	if !ok {
		post, _ = ev.builtin("list")
	}
	return strict("decouple.Csv", func(ev *evaluator, d *call) val {
		apply := func(f val, args ...val) val { return ev.call(f, &call{args: args, span: d.span, caller: d.caller}) }
		switch o := d.args0().o.(type) {
		case noneObj:
			if ev.libVersion("python-decouple").before(3, 7) {
				return unread("Csv of None reads the terminal")
			}
			return apply(post)
		case strObj:
			if !plain(string(o)) {
				return notKnown(value.Host, value.DependsOn("where the repository lies"))
			}
			parts, problem := shellSplit(string(o), delimiter)
			if problem != "" {
				return ev.raiseAt("ValueError", problem, d.span)
			}
			var out []val
			for _, p := range parts {
				x := apply(cast, val{o: strObj(strings.Trim(p, strip)), trail: d.args0().trail})
				if ev.exc != nil {
					return x
				}
				out = append(out, x)
			}
			return apply(post, ev.list(out))
		case boolObj, intObj, floatObj, *listObj, *tupleObj, *dictObj:
			return ev.raiseAt("AttributeError", "Csv takes a text", d.span)
		}
		return unread("the call of Csv is not followed")
	})
}

// shellSplit is shlex(text, posix=True) with the delimiter for white space, as Csv uses it.
func shellSplit(text, delimiter string) (parts []string, problem string) {
	runes := []rune(text)
	for at := 0; ; {
		token, quoted, next, bad := shellToken(runes, at, delimiter)
		if bad != "" {
			return nil, bad
		}
		if token == "" && !quoted {
			return parts, ""
		}
		parts = append(parts, token)
		at = next
	}
}

// shellToken reads one token. Its states are those of shlex: ' ' before a token, 'a' in it, or the quote or the backslash
// that it stands behind.
func shellToken(text []rune, at int, delimiter string) (token string, quoted bool, next int, problem string) {
	var b strings.Builder
	state, escaped := ' ', ' '
	comment := func() {
		for at < len(text) && text[at-1] != '\n' {
			at++
		}
	}
	for at < len(text) {
		c := text[at]
		at++
		space := strings.ContainsRune(delimiter, c)
		done := b.Len() > 0 || quoted
		switch state {
		case '\'', '"':
			quoted = true
			switch {
			case c == state:
				state = 'a'
			case c == '\\' && state == '"':
				escaped, state = state, c
			default:
				b.WriteRune(c)
			}
		case '\\':
			if escaped == '"' && c != '\\' && c != '"' {
				b.WriteRune('\\')
			}
			b.WriteRune(c)
			state = escaped
		default:
			switch {
			case space && done:
				return b.String(), quoted, at, ""
			case space:
				state = ' '
			case c == '#':
				comment()
				if state == 'a' && done {
					return b.String(), quoted, at, ""
				}
				if state == 'a' {
					state = ' '
				}
			case c == '\\':
				escaped, state = 'a', c
			case c == '\'' || c == '"':
				state = c
			default:
				b.WriteRune(c)
				state = 'a'
			}
		}
	}
	switch state {
	case '\'', '"':
		return "", false, at, "a quote in the list is not closed"
	case '\\':
		return "", false, at, "nothing is escaped at the end of the list"
	}
	return b.String(), quoted, at, ""
}
