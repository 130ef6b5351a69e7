package lint

import (
	"path"
	"sort"
	"strings"

	"deploylint/internal/source"
)

// A language is how a file writes its comments and how its lines belong together, as far as suppressions ask.
type language uint8

const (
	// lineComments: a comment has a line of its own. Env files, systemd and uWSGI: a mark behind a value belongs to it.
	lineComments language = iota
	noComments
	pythonLike
	nginxLike
	yamlLike
	tomlLike
	shellLike
	dockerLike
	iniLike
)

// languageOf tells a file's language by its name, and by its first line of content where several share a suffix.
func languageOf(f *source.File) language {
	name := strings.ToLower(path.Base(f.Path))
	for _, suffix := range []string{".j2", ".jinja", ".jinja2", ".tmpl", ".tpl", ".template", ".in", ".sample", ".example", ".dist", ".default"} {
		name = strings.TrimSuffix(name, suffix)
	}
	switch ext := path.Ext(name); {
	case strings.HasPrefix(name, "dockerfile"), strings.HasPrefix(name, "containerfile"), ext == ".dockerfile":
		return dockerLike
	case strings.HasPrefix(name, ".env"), ext == ".env":
		return lineComments
	case ext == ".py":
		return pythonLike
	case ext == ".yml", ext == ".yaml":
		return yamlLike
	case ext == ".toml":
		return tomlLike
	case ext == ".sh", ext == ".bash", name == "procfile":
		return shellLike
	case ext == ".json":
		return noComments
	case ext == ".service", ext == ".socket", ext == ".timer", ext == ".target":
		return lineComments
	}
	return languageOfText(f.Text, path.Ext(name))
}

func languageOfText(text, ext string) language {
	first := firstContent(text)
	switch {
	case strings.HasPrefix(text, "#!"):
		if line, _, _ := strings.Cut(text, "\n"); strings.Contains(line, "python") {
			return pythonLike
		}
		return shellLike
	case strings.HasPrefix(first, "[uwsgi"), strings.HasPrefix(first, "[Unit]"), strings.HasPrefix(first, "[Service]"):
		return lineComments
	case strings.HasPrefix(first, "["):
		return iniLike
	case ext == ".conf", ext == ".nginx", ext == "", ext == ".vhost":
		return nginxLike
	}
	return lineComments
}

// firstContent returns the first line that is neither blank nor a comment.
func firstContent(text string) string {
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' && line[0] != ';' {
			return line
		}
	}
	return ""
}

// A lineRange is the lines first to last, both included.
type lineRange struct{ first, last int }

func (r lineRange) holds(line int) bool { return r.first <= line && line <= r.last }

// A layout is a file as suppressions see it.
type layout struct {
	comments   []comment
	statements []lineRange // what one statement or directive covers, in order
	blocks     []block
}

// A comment is one comment, from its mark to the end of its line.
type comment struct {
	span source.Span
	line int
	// alone is set where nothing else stands on the line.
	alone bool
}

// A block is what an opening line covers: an nginx block, a section.
type block struct{ head, body lineRange }

// statement returns the lines of the statement that line belongs to.
func (l *layout) statement(line int) lineRange {
	at := sort.Search(len(l.statements), func(i int) bool { return l.statements[i].last >= line })
	if at < len(l.statements) && l.statements[at].holds(line) {
		return l.statements[at]
	}
	return lineRange{line, line}
}

// covers reports whether a suppression for line covers a result at span.
func (l *layout) covers(line int, span source.Span) bool {
	at := span.From().Line
	if l.statement(at).holds(line) {
		return true
	}
	for _, b := range l.blocks {
		if b.head.holds(line) && b.body.holds(at) {
			return true
		}
	}
	return false
}

// below returns the line that a comment alone on its line is about: the next one with content.
func below(f *source.File, line int) int {
	for n := line + 1; n <= f.LineCount(); n++ {
		if text := strings.TrimSpace(f.Line(n)); text != "" && text[0] != '#' && text[0] != ';' {
			return n
		}
	}
	return line
}

// layoutOf reads a file's layout from its text. That is coarser than the readers' trees and works for every language,
// also where a file does not parse: a suppression must not stop to work because of an error further down.
func layoutOf(f *source.File) *layout {
	s := &layoutScanner{file: f, text: f.Text, line: 1}
	switch languageOf(f) {
	case pythonLike, tomlLike:
		s.brackets()
	case nginxLike:
		s.nginx()
	case yamlLike:
		s.lines("#", true)
	case shellLike:
		s.lines("#", true)
		s.continued()
	case dockerLike:
		s.lines("#", false)
		s.continued()
	case iniLike:
		s.lines("#;", true)
		s.sections()
	case lineComments:
		s.lines("#;", false)
		s.sections()
	case noComments:
	}
	return &s.layout
}

// A layoutScanner walks a text once and collects its layout.
type layoutScanner struct {
	layout

	file *source.File
	text string
	at   int
	line int
	// begin is the first line of the statement at hand, 0 between statements.
	begin int
}

// comment takes the comment that begins here, up to the line end.
func (s *layoutScanner) comment() {
	end := s.at
	for end < len(s.text) && s.text[end] != '\n' {
		end++
	}
	s.add(s.at, end, s.line)
	s.at = end
}

func (s *layoutScanner) add(start, end, line int) {
	before := s.file.Text[s.file.LineSpan(line).Start:start]
	s.comments = append(s.comments, comment{
		span: s.file.Span(start, start+len(strings.TrimRight(s.text[start:end], " \t\r"))), line: line, alone: strings.TrimSpace(before) == "",
	})
}

// quoted steps over the string that begins here with the given quote; multi is set where it may hold line ends.
func (s *layoutScanner) quoted(quote string, multi bool) {
	s.at += len(quote)
	for s.at < len(s.text) {
		switch c := s.text[s.at]; {
		case strings.HasPrefix(s.text[s.at:], quote):
			s.at += len(quote)
			return
		case c == '\\' && s.at+1 < len(s.text):
			s.at++
		case c == '\n' && !multi:
			return
		}
		if s.text[s.at] == '\n' {
			s.line++
		}
		s.at++
	}
}

// end closes the statement at hand at the current line.
func (s *layoutScanner) end() {
	if s.begin > 0 {
		s.statements = append(s.statements, lineRange{s.begin, s.line})
	}
	s.begin = 0
}

// brackets is the layout of Python and TOML: a statement ends with its line unless a bracket, a string or a backslash
// carries it on.
func (s *layoutScanner) brackets() {
	depth := 0
	for s.at < len(s.text) {
		rest := s.text[s.at:]
		switch c := rest[0]; {
		case c == '#':
			s.comment()
			continue
		case c == '\n':
			if depth == 0 {
				s.end()
			}
			s.line++
		case c == '\\' && (strings.HasPrefix(rest, "\\\n") || strings.HasPrefix(rest, "\\\r\n")):
			s.at += strings.IndexByte(rest, '\n')
			s.line++
		case c == ' ', c == '\t', c == '\r':
		default:
			if s.begin == 0 {
				s.begin = s.line
			}
			switch c {
			case '(', '[', '{':
				depth++
			case ')', ']', '}':
				depth = max(0, depth-1)
			case '"', '\'':
				quote := rest[:1]
				if triple := strings.Repeat(quote, 3); strings.HasPrefix(rest, triple) {
					s.quoted(triple, true)
				} else {
					s.quoted(quote, false)
				}
				continue
			}
		}
		s.at++
	}
	s.end()
}
