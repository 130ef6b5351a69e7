package lint

import "strings"

// nginx is the layout of nginx: a directive ends at its semicolon, a block's opening line covers the block. Holes of
// templates ({{ … }}, {% … %}, ${…}) are no blocks.
func (s *layoutScanner) nginx() {
	var open []block
	fresh := true // a comment may begin here: not within a word
	for s.at < len(s.text) {
		rest := s.text[s.at:]
		c := rest[0]
		if hole := templateHole(rest); hole > 0 {
			s.line += strings.Count(rest[:hole], "\n")
			s.at += hole
			continue
		}
		switch {
		case c == '#' && fresh:
			s.comment()
			continue
		case c == '\n':
			s.line++
		case c == ' ', c == '\t', c == '\r':
		case c == '}':
			s.end()
			if last := len(open) - 1; last >= 0 {
				open[last].body.last = s.line
				s.blocks = append(s.blocks, open[last])
				open = open[:last]
			}
		default:
			if s.begin == 0 {
				s.begin = s.line
			}
			switch c {
			case ';':
				s.end()
			case '{':
				open = append(open, block{head: lineRange{s.begin, s.line}, body: lineRange{first: s.begin}})
				s.end()
			case '"', '\'':
				if fresh {
					s.quoted(rest[:1], true)
					continue
				}
			case '\\':
				if strings.HasPrefix(rest[1:], "\n") {
					s.line++
				}
				s.at++
			}
		}
		fresh = strings.IndexByte(" \t\r\n;{}", c) >= 0
		s.at++
	}
	s.end()
	for _, b := range open { // an unclosed block reaches to the end
		b.body.last = s.line
		s.blocks = append(s.blocks, b)
	}
}

// templateHole returns the length of the template's hole that text begins with, 0 for none.
func templateHole(text string) int {
	for _, hole := range [][2]string{{"{{", "}}"}, {"{%", "%}"}, {"{#", "#}"}, {"${", "}"}} {
		if strings.HasPrefix(text, hole[0]) {
			// A hole is short. To look further would cost time for nothing in a file of nothing but openers.
			if n := strings.Index(text[:min(len(text), 500)], hole[1]); n >= 0 {
				return n + len(hole[1])
			}
		}
	}
	return 0
}

// lines collects the comments of a language in which a string does not go over the line end. One that is trailing
// needs a blank before its mark.
func (s *layoutScanner) lines(marks string, trailing bool) {
	line, offset := 0, 0
	for text := range strings.Lines(s.text) {
		line++
		end := offset + len(strings.TrimRight(text, "\r\n"))
		if start := commentStart(s.text[offset:end], marks, trailing); start >= 0 {
			s.add(offset+start, end, line)
		}
		offset += len(text)
	}
}

// commentStart returns where the comment of a line begins, or -1.
func commentStart(line, marks string, trailing bool) int {
	body := strings.TrimLeft(line, " \t")
	if body != "" && strings.IndexByte(marks, body[0]) >= 0 {
		return len(line) - len(body)
	}
	if !trailing {
		return -1
	}
	var quote byte
	for i := range len(line) {
		switch c := line[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"', c == '\'' && (i == 0 || strings.IndexByte(" \t=:([,", line[i-1]) >= 0):
			// An apostrophe within a word is none of our quotes: YAML and ini values hold plain text.
			quote = c
		case strings.IndexByte(marks, c) >= 0 && i > 0 && (line[i-1] == ' ' || line[i-1] == '\t'):
			return i
		}
	}
	return -1
}

// continued joins lines that end with a backslash.
func (s *layoutScanner) continued() {
	first, line := 0, 0
	for text := range strings.Lines(s.text) {
		line++
		goesOn := strings.HasSuffix(strings.TrimRight(text, " \t\r\n"), `\`)
		switch {
		case goesOn && first == 0:
			first = line
		case !goesOn && first > 0 && !strings.HasPrefix(strings.TrimSpace(text), "#"):
			s.statements = append(s.statements, lineRange{first, line})
			first = 0
		}
	}
}

// sections finds ini sections, which their header covers, and options that go on over indented lines.
func (s *layoutScanner) sections() {
	line, option := 0, 0
	header := 0
	closeSection := func(last int) {
		if header > 0 {
			s.blocks = append(s.blocks, block{head: lineRange{header, header}, body: lineRange{header, last}})
		}
	}
	for text := range strings.Lines(s.text) {
		line++
		body := strings.TrimSpace(text)
		switch {
		case body == "" || body[0] == '#' || body[0] == ';':
		case body[0] == '[' && text[0] == '[':
			closeSection(line - 1)
			header, option = line, 0
		case (text[0] == ' ' || text[0] == '\t') && option > 0:
			if last := len(s.statements) - 1; last >= 0 && s.statements[last].first == option {
				s.statements[last].last = line
			} else {
				s.statements = append(s.statements, lineRange{option, line})
			}
		default:
			option = line
		}
	}
	closeSection(line)
}
