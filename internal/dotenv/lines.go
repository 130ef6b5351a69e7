package dotenv

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"deploylint/internal/value"
)

// djangoEnviron does what Env.read_env does (environ/environ.py).
func (r *reading) djangoEnviron(how Reader) {
	d := how.Dialect
	seen := map[string]bool{}
	for _, l := range djangoLines(r.text) {
		start, end := l.start, l.end
		name := start + len("export ")
		if !strings.HasPrefix(r.text[start:end], "export ") {
			name = start
		} else if how.NoExport {
			r.leftOut(l, true)
			continue
		}
		key, value, found := strings.Cut(r.text[name:end], "=")
		if !found || !isDjangoName(key) {
			r.leftOut(l, found)
			continue
		}
		from := name + len(key) + 1
		e := r.add(key, name, name+len(key), from, end)
		e.Span = r.file.Source.Span(start, end)
		if d == DjangoEnviron07 && seen[key] {
			// Each line was set at once, and only where nothing was set.
			e.Dropped, e.Known = "an earlier line sets it, and this reader keeps the first", false
			continue
		}
		seen[key] = true
		if d == DjangoEnviron011 {
			value = cutDjangoComment(value)
		} else {
			value = unquote(value, '\'')
		}
		if inner := unquote(value, '"'); len(inner) < len(value) {
			value = unescapeDjango(inner, d != DjangoEnviron07)
		}
		r.set(e, result{text: value})
	}
}

// leftOut records a line that the reader passes over, unless it is a comment or an empty line.
func (r *reading) leftOut(l line, delimiter bool) {
	start, end := trimmed(r.text, l.start, l.end)
	if start == end || r.text[start] == '#' {
		return
	}
	key, _, _ := strings.Cut(r.text[start:end], "=")
	key = strings.TrimSpace(strings.TrimPrefix(key, "export "))
	if !delimiter {
		r.drop(key, start, end, "the line has no value")
		return
	}
	r.drop(key, start, end, "the line is not NAME=value with a plain name and no blanks before the equals sign")
}

// djangoLines returns the lines of str.splitlines, which ends a line at more characters than a file does.
func djangoLines(text string) []line {
	var lines []line
	for _, l := range pythonLines(text) {
		from := l.start
		for i, c := range text[l.start:l.end] {
			switch c {
			case '\v', '\f', 0x1c, 0x1d, 0x1e, 0x85, 0x2028, 0x2029:
				lines = append(lines, line{from, l.start + i})
				from = l.start + i + utf8.RuneLen(c)
			}
		}
		lines = append(lines, line{from, l.end})
	}
	return lines
}

func isDjangoName(name string) bool {
	return name != "" && strings.IndexFunc(name, func(c rune) bool { return !isNameByte(c) }) < 0
}

func isNameByte(c rune) bool {
	return c == '_' || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
}

// unquote returns what stands between two quotes around the whole value, or the value itself.
func unquote(value string, quote byte) string {
	if len(value) >= 2 && value[0] == quote && value[len(value)-1] == quote {
		return value[1 : len(value)-1]
	}
	return value
}

// cutDjangoComment does what 0.11 does: a single-quoted value ends at its last quote that only blanks and a comment
// follow, and every other value at its first "#", be it in double quotes.
func cutDjangoComment(value string) string {
	if left := strings.TrimLeftFunc(value, isSpace); strings.HasPrefix(left, "'") {
		for i := len(left) - 1; i > 0; i-- {
			if left[i] != '\'' {
				continue
			}
			if rest := strings.TrimLeftFunc(left[i+1:], isSpace); rest == "" || rest[0] == '#' {
				return left[1:i]
			}
		}
	}
	value, _, _ = strings.Cut(value, "#")
	return value
}

// unescapeDjango removes the backslash before every character, but for those that stand for a blank where keep says so.
func unescapeDjango(text string, keep bool) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) {
			i++
			if keep && strings.IndexByte("rnt", text[i]) >= 0 {
				b.WriteByte('\\')
			}
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// decouple does what RepositoryEnv does (decouple.py).
func (r *reading) decouple() {
	for _, l := range pythonLines(r.text) {
		start, end := trimmed(r.text, l.start, l.end)
		if start == end || r.text[start] == '#' {
			continue
		}
		n := strings.IndexByte(r.text[start:end], '=')
		if n < 0 {
			r.drop(r.text[start:end], start, end, "the line has no value")
			continue
		}
		keyStart, keyEnd := trimmed(r.text, start, start+n)
		valueStart, valueEnd := trimmed(r.text, start+n+1, end)
		value := r.text[valueStart:valueEnd]
		if inner := unquote(value, '\''); len(inner) < len(value) {
			value = inner
		} else {
			value = unquote(value, '"')
		}
		r.set(r.add(r.text[keyStart:keyEnd], keyStart, keyEnd, valueStart, valueEnd), result{text: value})
	}
}

// docker does what docker run --env-file does (cli/pkg/kvfile): no quotes, no comments behind a value, and one bad line
// spoils the file.
func (r *reading) docker() {
	for at := 0; at < len(r.text); {
		end := lineEnd(r.text, at)
		start, stop := at, end
		at = end + 1
		if stop > start && r.text[stop-1] == '\r' {
			stop--
		}
		if start == 0 && strings.HasPrefix(r.text, "\ufeff") {
			start = len("\ufeff")
		}
		start = stop - len(strings.TrimLeftFunc(r.text[start:stop], unicode.IsSpace))
		if start == stop || r.text[start] == '#' {
			continue
		}
		key, value, found := strings.Cut(r.text[start:stop], "=")
		keyEnd := start + len(key)
		switch {
		case key == "":
			r.refuse(BadName, start, stop, "the line has no name")
		case strings.ContainsAny(key, " \t"):
			r.refuse(BadName, start, keyEnd, "the name has a blank in it")
		case !found:
			r.inherit(key, start, keyEnd)
		default:
			r.set(r.add(key, start, keyEnd, keyEnd+1, stop), result{text: value})
		}
	}
}

// inherit records a name without a value, which the reader passes on from its own environment.
func (r *reading) inherit(key string, start, end int) {
	e := r.add(key, start, end, end, end)
	e.Inherited = true
	v, supply := r.scope.lookup(key)
	switch supply {
	case Set, Opaque:
		e.Text, e.Known, e.Reason = v.text, v.unknown.IsZero(), v.unknown
	case Unset:
		e.Null, e.Exported = true, false
	case Open:
		e.Known, e.Reason, e.Waits = false, value.Because("it is passed on from the environment, and nothing supplies it there"), []string{key}
	}
}

// foreman does what Foreman::Env does (lib/foreman/env.rb).
func (r *reading) foreman() {
	for at := 0; at < len(r.text); {
		end := lineEnd(r.text, at)
		start, stop := at, end
		at = end + 1
		if end < len(r.text) && stop > start && r.text[stop-1] == '\r' {
			stop--
		}
		key, value, found := strings.Cut(r.text[start:stop], "=")
		if !found || !isDjangoName(key) {
			r.leftOut(line{start, stop}, found)
			continue
		}
		keyEnd := start + len(key)
		e := r.add(key, start, keyEnd, keyEnd+1, stop)
		if inner := unquote(value, '\''); len(inner) < len(value) {
			value = inner
		} else if inner := unquote(value, '"'); len(inner) < len(value) {
			value = unescapeDjango(strings.ReplaceAll(inner, `\n`, "\n"), false)
		}
		r.set(e, result{text: value})
	}
}
