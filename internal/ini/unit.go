package ini

import "strings"

// readUnit does what systemd's config_parse and parse_line do (src/shared/conf-parser.c).
func (r *reader) readUnit() {
	var pieces []Piece // the logical line so far
	for {
		start, end, ok := r.nextUnix()
		if !ok {
			break
		}
		if s, e := r.trimASCII(start, end); s < e && (r.file.Text[s] == '#' || r.file.Text[s] == ';') {
			// A comment between continued lines is left out, and the line goes on behind it.
			r.tree.Comments = append(r.tree.Comments, Comment{Span: r.file.Span(s, e)})
			continue
		}
		if isTemplateLine(r.file.Text[start:end]) && len(pieces) == 0 {
			s, e := r.trimASCII(start, end)
			r.tree.Templates = append(r.tree.Templates, r.file.Span(s, e))
			continue
		}
		if continues(r.file.Text[start:end]) {
			pieces = append(pieces,
				Piece{Text: r.file.Text[start : end-1], Span: r.file.Span(start, end-1), Verbatim: true},
				Piece{Text: " ", Span: r.file.Span(end-1, end)})
			continue
		}
		pieces = append(pieces, Piece{Text: r.file.Text[start:end], Span: r.file.Span(start, end), Verbatim: true})
		r.readUnitLine(newValue(pieces[0].Span, pieces))
		pieces = nil
	}
	if pieces != nil {
		r.readUnitLine(newValue(pieces[0].Span, pieces))
	}
}

// continues reports whether a line ends in a backslash that no other backslash takes away.
func continues(line string) bool {
	n := len(line) - len(strings.TrimRight(line, `\`))
	return n%2 == 1
}

// nextUnix is next for programs that know only "\n"; a "\r" before it is left out all the same, since no unit means it.
func (r *reader) nextUnix() (start, end int, ok bool) {
	text := r.file.Text
	if r.at >= len(text) {
		return 0, 0, false
	}
	start, end = r.at, len(text)
	r.at = len(text)
	if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
		end = start + n
		r.at = end + 1
	}
	if end > start && text[end-1] == '\r' {
		end--
	}
	return start, end, true
}

// trimASCII is trim with the blanks that C programs know.
func (r *reader) trimASCII(start, end int) (int, int) {
	from, to := blankBounds(r.file.Text[start:end])
	return start + from, start + to
}

// blankBounds returns the bounds of text without blanks on both sides.
func blankBounds(text string) (start, end int) {
	left := strings.TrimLeft(text, " \t\n\r")
	start = len(text) - len(left)
	return start, start + len(strings.TrimRight(left, " \t\n\r"))
}

// readUnitLine reads one logical line.
func (r *reader) readUnitLine(line Value) {
	start, end := blankBounds(line.Text)
	line = line.Slice(start, end)
	if line.Text == "" {
		return
	}
	if line.Text[0] == '[' {
		if !strings.HasSuffix(line.Text, "]") {
			r.issue(BadHeader, line.Span, "the section header is not closed")
			return
		}
		r.section = &Section{
			Name: line.Text[1 : len(line.Text)-1], Header: line.Span, Span: line.Span,
			Holes: holes(line.Text[1 : len(line.Text)-1]),
		}
		r.tree.Sections = append(r.tree.Sections, r.section)
		return
	}
	n := strings.IndexByte(line.Text, '=')
	switch {
	case n < 0:
		r.issue(NoDelimiter, line.Span, `the line is neither a section nor "Name=value"`)
		return
	case n == 0:
		r.issue(NoName, line.Span, "nothing stands before the delimiter")
		return
	case r.section == nil:
		r.withoutHeader(line.Span.Start, line.Span.End)
	}
	_, nameEnd := blankBounds(line.Text[:n])
	valueStart, valueEnd := blankBounds(line.Text[n+1:])
	r.section.Options = append(r.section.Options, &Option{
		Name:     line.Text[:nameEnd],
		NameSpan: line.SpanOf(0, nameEnd),
		Value:    line.Slice(n+1+valueStart, n+1+valueEnd),
		Span:     line.Span,
	})
	r.section.Span = r.section.Span.Join(line.Span)
}

// readUWSGI does what uWSGI's ini reader does (core/ini.c): no comments behind a value, no continued lines, and a name
// without "=" is an option that is on.
func (r *reader) readUWSGI() {
	for {
		lineStart, lineEnd, ok := r.nextUnix()
		if !ok {
			return
		}
		start, end := r.trimASCII(lineStart, lineEnd)
		if start == end {
			continue
		}
		line := r.file.Text[start:end]
		span := r.file.Span(start, end)
		switch {
		case line[0] == '#' || line[0] == ';':
			r.tree.Comments = append(r.tree.Comments, Comment{Span: span})
		case isTemplateLine(line):
			r.tree.Templates = append(r.tree.Templates, span)
		case line[0] == '[':
			n := strings.IndexByte(line, ']')
			if n < 0 {
				r.issue(BadHeader, span, "the section header is not closed")
				continue
			}
			header := r.file.Span(start, start+n+1)
			r.section = &Section{Name: line[1:n], Header: header, Span: header, Holes: holes(line[1:n])}
			r.tree.Sections = append(r.tree.Sections, r.section)
		default:
			r.readUWSGIOption(start, end)
		}
	}
}

func (r *reader) readUWSGIOption(start, end int) {
	if r.section == nil {
		r.issue(NoHeader, r.file.Span(start, end), "the line stands before the first section")
		r.section = &Section{Span: r.file.Span(start, end)}
		r.tree.Sections = append(r.tree.Sections, r.section)
	}
	o := &Option{Span: r.file.Span(start, end)}
	name, _, found := strings.Cut(r.file.Text[start:end], "=")
	nameStart, nameEnd := r.trimASCII(start, start+len(name))
	if nameStart == nameEnd {
		r.issue(NoName, o.Span, "nothing stands before the delimiter")
		return
	}
	o.Name, o.NameSpan, o.Bare = r.file.Text[nameStart:nameEnd], r.file.Span(nameStart, nameEnd), !found
	valueStart, valueEnd := end, end
	if found {
		valueStart, valueEnd = r.trimASCII(start+len(name)+1, end)
	}
	at := r.file.Span(valueStart, valueEnd)
	o.Value = newValue(at, []Piece{{Text: at.Text(), Span: at, Verbatim: true}})
	r.section.Options = append(r.section.Options, o)
	r.section.Span = r.section.Span.Join(o.Span)
}
