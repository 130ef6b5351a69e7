package deps

import (
	"slices"
	"strings"

	"deploylint/internal/source"
	"deploylint/internal/version"
)

// readRequirements reads pip's own format: a requirement per line, comments, options, and lines that go on after a
// backslash.
func (r *reader) readRequirements(f *source.File, dev, constraint bool) {
	text := f.Text
	for at := 0; at < len(text); {
		start, end := at, logicalEnd(text, at)
		at = end + 1
		line := text[start:min(end, len(text))]
		line = line[:commentStart(line)]
		trimmed := strings.TrimLeft(line, " \t\ufeff")
		start += len(line) - len(trimmed)
		trimmed = strings.TrimRight(trimmed, " \t\r\n\\")
		if trimmed == "" {
			continue
		}
		span := f.Span(start, start+len(trimmed))
		if trimmed[0] == '-' {
			r.requirementsOption(f, trimmed, span, dev)
			continue
		}
		if q, ok := parseRequirement(trimmed); ok {
			q.Span, q.Dev, q.constraint = requirementSpan(span), dev, constraint
			r.add(q)
		}
	}
}

// logicalEnd returns the end of a line and of those that continue it.
func logicalEnd(text string, at int) int {
	for {
		n := strings.IndexByte(text[at:], '\n')
		if n < 0 {
			return len(text)
		}
		end := at + n
		if !strings.HasSuffix(strings.TrimSuffix(text[at:end], "\r"), `\`) {
			return end
		}
		at = end + 1
	}
}

// commentStart returns where a comment starts: at a "#" at the start or behind a blank, so that the one of a link stays.
func commentStart(line string) int {
	for i := range len(line) {
		if line[i] == '#' && (i == 0 || line[i-1] == ' ' || line[i-1] == '\t') {
			return i
		}
	}
	return len(line)
}

// requirementSpan cuts the hashes and other options of a requirement off.
func requirementSpan(s source.Span) source.Span {
	if i := optionStart(s.Text()); i >= 0 {
		s.End = s.Start + len(strings.TrimRight(s.Text()[:i], " \t\r\n\\"))
	}
	return s
}

// optionStart returns where the options of a requirement begin, or -1.
func optionStart(text string) int {
	for i := 1; i+2 < len(text); i++ {
		if text[i] == '-' && text[i+1] == '-' && strings.ContainsRune(" \t\n\\", rune(text[i-1])) {
			return i
		}
	}
	return -1
}

func (r *reader) requirementsOption(f *source.File, line string, span source.Span, dev bool) {
	name, rest := line, ""
	if i := strings.IndexAny(line, " \t="); i >= 0 {
		name, rest = line[:i], strings.TrimSpace(line[i+1:])
	} else if len(line) > 2 && line[1] != '-' {
		name, rest = line[:2], line[2:]
	}
	switch name {
	case "-r", "--requirement":
		r.include(f, rest, span, dev, false)
	case "-c", "--constraint":
		r.include(f, rest, span, dev, true)
	case "-e", "--editable":
		if q, ok := parseRequirement(rest); ok {
			q.Span, q.Dev = span, dev
			r.add(q)
		}
	}
}

// parseRequirement reads one requirement: name[extra] >= 1.0 ; marker, name @ link, or a link with #egg=name.
func parseRequirement(text string) (Requirement, bool) {
	var q Requirement
	if i := optionStart(text); i >= 0 {
		q.Hashed = strings.Contains(text[i:], "--hash")
		text = strings.TrimRight(text[:i], " \t\r\n\\")
	}
	end := 0
	for end < len(text) && isNameByte(text[end]) {
		end++
	}
	q.Name = strings.TrimRight(text[:end], ".-_")
	rest := strings.TrimLeft(text[len(q.Name):], " \t")
	if strings.HasPrefix(rest, "[") {
		extras, after, ok := strings.Cut(rest[1:], "]")
		if !ok {
			return q, false
		}
		for extra := range strings.SplitSeq(extras, ",") {
			if extra = strings.TrimSpace(extra); extra != "" {
				q.Extras = append(q.Extras, Normalize(extra))
			}
		}
		slices.Sort(q.Extras)
		rest = strings.TrimLeft(after, " \t")
	}
	if link, ok := strings.CutPrefix(rest, "@"); ok && q.Name != "" {
		link, q.Marker, _ = strings.Cut(link, " ;")
		q.URL, q.Marker = strings.TrimSpace(link), strings.TrimSpace(q.Marker)
		return q, true
	}
	if strings.Contains(text, "://") || strings.HasPrefix(text, ".") || strings.HasPrefix(text, "/") {
		q = Requirement{URL: text}
		_, egg, ok := strings.Cut(text, "#egg=")
		q.Name = eggName(egg)
		return q, ok && q.Name != ""
	}
	condition, marker, _ := strings.Cut(rest, ";")
	q.Marker = strings.TrimSpace(marker)
	condition = strings.TrimSpace(condition)
	if strings.HasPrefix(condition, "(") && strings.HasSuffix(condition, ")") {
		condition = strings.TrimSpace(condition[1 : len(condition)-1])
	}
	if condition != "" && !strings.ContainsRune("=<>!~", rune(condition[0])) {
		return q, false
	}
	q.Specifier = strings.ReplaceAll(condition, " ", "")
	return q, q.Name != ""
}

func eggName(egg string) string {
	end := 0
	for end < len(egg) && isNameByte(egg[end]) {
		end++
	}
	return egg[:end]
}

func isNameByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_'
}

// readPythonVersion reads the interpreter's version from .python-version ("3.12.1") or Heroku's runtime.txt
// ("python-3.12.1").
func (r *reader) readPythonVersion(f *source.File) {
	for n := 1; n <= f.LineCount(); n++ {
		span := f.LineSpan(n)
		text := strings.TrimPrefix(strings.TrimSpace(span.Text()), "python-")
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		if _, ok := version.Parse(text); ok {
			r.add(Requirement{Name: "python", Specifier: "==" + text + ".*", Span: span})
		}
		return
	}
}

// readSetupCfg reads install_requires and extras_require of setuptools' ini file.
func (r *reader) readSetupCfg(f *source.File) {
	section, key := "", ""
	for n := 1; n <= f.LineCount(); n++ {
		span := f.LineSpan(n)
		line := span.Text()
		trimmed := strings.TrimSpace(line)
		if trimmed == "" || trimmed[0] == '#' || trimmed[0] == ';' {
			continue
		}
		if trimmed[0] == '[' && line[0] == '[' {
			section, key = strings.Trim(trimmed, "[]"), ""
			continue
		}
		value := line
		if line[0] != ' ' && line[0] != '\t' {
			name, rest, _ := strings.Cut(line, "=")
			key, value = strings.TrimSpace(name), rest
		}
		dev := false
		switch {
		case section == "options" && key == "install_requires":
		case section == "options.extras_require":
			dev = true
		case section == "options" && key == "python_requires":
			if specifier := strings.TrimSpace(value); specifier != "" {
				r.add(Requirement{Name: "python", Specifier: specifier, Span: tighten(span, specifier)})
			}
			continue
		default:
			continue
		}
		value, _, _ = strings.Cut(value, " #")
		if q, ok := parseRequirement(strings.TrimSpace(value)); ok {
			q.Dev, q.Span = dev, tighten(span, strings.TrimSpace(value))
			r.add(q)
		}
	}
}

// tighten returns the last place of text in s.
func tighten(s source.Span, text string) source.Span {
	if i := strings.LastIndex(s.Text(), text); i >= 0 && text != "" {
		return source.Span{File: s.File, Start: s.Start + i, End: s.Start + i + len(text)}
	}
	return s
}

// readSetupPy looks for a literal install_requires=[…]. What a call or a variable gives is not followed.
func (r *reader) readSetupPy(f *source.File) {
	_, rest, ok := strings.Cut(f.Text, "install_requires")
	if !ok {
		return
	}
	at := len(f.Text) - len(rest)
	for at < len(f.Text) && strings.ContainsRune(" \t\n\r=", rune(f.Text[at])) {
		at++
	}
	if at >= len(f.Text) || f.Text[at] != '[' && f.Text[at] != '(' {
		return
	}
	for at++; at < len(f.Text); at++ {
		switch c := f.Text[at]; c {
		case ']', ')':
			return
		case '#':
			n := strings.IndexByte(f.Text[at:], '\n')
			if n < 0 {
				return
			}
			at += n
		case '"', '\'':
			n := strings.IndexByte(f.Text[at+1:], c)
			if n < 0 {
				return
			}
			span := f.Span(at+1, at+1+n)
			if q, ok := parseRequirement(span.Text()); ok {
				q.Span = span
				r.add(q)
			}
			at += n + 1
		}
	}
}
