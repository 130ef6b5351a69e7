package ini

import (
	"strings"
	"unicode/utf8"

	"deploylint/internal/source"
)

// MaxSize is the size in bytes up to which a file is read. Real ones have a few hundred lines.
const MaxSize = 256 << 10

// Parse reads a supervisor configuration.
func Parse(f *source.File) *Tree { return ParseAs(f, Supervisor) }

// ParseUnit reads a systemd unit.
func ParseUnit(f *source.File) *Tree { return ParseAs(f, Unit) }

// ParseAs reads a file by the grammar of dialect d.
func ParseAs(f *source.File, d Dialect) *Tree {
	r := &reader{tree: &Tree{File: f, Dialect: d}, file: f, seen: map[[2]string]bool{}}
	if len(f.Text) > MaxSize {
		r.issue(TooBig, f.Span(0, 0), "the file is too big to be read")
		return r.tree
	}
	r.checkText()
	switch d {
	case Unit:
		r.readUnit()
	case UWSGI:
		r.readUWSGI()
	case Supervisor, ConfigParser:
		r.readConfigParser()
	default:
		r.readConfigParser()
	}
	r.tree.buildIndex()
	return r.tree
}

type reader struct {
	tree    *Tree
	file    *source.File
	at      int // where the next line starts
	section *Section
	seen    map[[2]string]bool // section and option, where duplicates are refused

	// The state of configparser's _read.
	option *Option
	pieces []Piece // of option
	indent int
}

// checkText reports what makes the file no text at all, and steps over a byte order mark.
func (r *reader) checkText() {
	if strings.HasPrefix(r.file.Text, "\ufeff") {
		r.at = len("\ufeff")
		if r.tree.Dialect != Unit {
			r.issue(ByteOrderMark, r.file.Span(0, r.at), "the file begins with a byte order mark, which hides its first line's meaning")
		}
	}
	if i := strings.IndexByte(r.file.Text, 0); i >= 0 {
		r.issue(NotText, r.file.Span(i, i+1), "the file holds a NUL byte")
	}
	if !utf8.ValidString(r.file.Text) {
		i := 0
		for i < len(r.file.Text) {
			c, n := utf8.DecodeRuneInString(r.file.Text[i:])
			if c == utf8.RuneError && n <= 1 {
				break
			}
			i += n
		}
		r.issue(NotText, r.file.Span(i, i+1), "the file is not UTF-8")
	}
}

func (r *reader) issue(kind IssueKind, at source.Span, message string) {
	r.tree.Issues = append(r.tree.Issues, Issue{Kind: kind, Span: at, Message: message})
}

// next returns the bounds of the next line without its line end. Like a file that Python opens in text mode, it takes
// "\r\n" and a lone "\r" for line ends too.
func (r *reader) next() (start, end int, ok bool) {
	text := r.file.Text
	if r.at >= len(text) {
		return 0, 0, false
	}
	start = r.at
	n := strings.IndexAny(text[start:], "\r\n")
	if n < 0 {
		r.at = len(text)
		return start, len(text), true
	}
	end = start + n
	r.at = end + 1
	if text[end] == '\r' && r.at < len(text) && text[r.at] == '\n' {
		r.at++
	}
	return start, end, true
}

// trim shrinks the bounds to what is left when blanks on both sides are cut off.
func (r *reader) trim(start, end int) (int, int) {
	line := r.file.Text[start:end]
	left := strings.TrimLeftFunc(line, isSpace)
	start += len(line) - len(left)
	return start, start + len(strings.TrimRightFunc(left, isSpace))
}

// readConfigParser does what RawConfigParser._read does (Lib/configparser.py of CPython 3.11), keeping its state between
// lines: after a line that it cannot use, a deeper line still continues the last option.
func (r *reader) readConfigParser() {
	for {
		start, end, ok := r.next()
		if !ok {
			break
		}
		line := r.file.Text[start:end]
		if isTemplateLine(line) {
			s, e := r.trim(start, end)
			r.tree.Templates = append(r.tree.Templates, r.file.Span(s, e))
			continue
		}
		cut := r.commentStart(line)
		stop := end
		if cut >= 0 {
			stop = start + cut
		}
		s, e := r.trim(start, stop)
		if cut >= 0 {
			from, to := r.trim(stop, end)
			r.tree.Comments = append(r.tree.Comments, Comment{Span: r.file.Span(from, to), Trailing: s < e})
		}
		if s == e {
			if cut < 0 && r.option != nil {
				r.continueWith(s, e)
			}
			continue
		}
		indent := utf8.RuneCountInString(r.file.Text[start:s])
		if r.section != nil && r.option != nil && indent > r.indent {
			r.continueWith(s, e)
			continue
		}
		r.indent = indent
		r.readLine(s, e)
	}
	r.finish()
}

// commentStart returns where a comment starts in line, or -1.
func (r *reader) commentStart(line string) int {
	trimmed := strings.TrimLeftFunc(line, isSpace)
	if trimmed != "" && (trimmed[0] == '#' || trimmed[0] == ';') {
		return len(line) - len(trimmed)
	}
	if r.tree.Dialect != Supervisor {
		return -1
	}
	// CPython walks the occurrences of both marks in step and stops at the first round that finds one behind a blank, so
	// in "a;b ;c #d" the second ";" is never looked at and only "#d" goes.
	semicolon, hash := -1, -1
	for {
		cut := -1
		semicolon = nextMark(line, ';', semicolon, &cut)
		hash = nextMark(line, '#', hash, &cut)
		if cut >= 0 {
			return cut
		}
		if semicolon == len(line) && hash == len(line) {
			return -1
		}
	}
}

// nextMark returns the next occurrence of mark behind the offset after, or the line's length when there is none; if it
// starts a comment, cut becomes the smaller of itself and that place.
func nextMark(line string, mark byte, after int, cut *int) int {
	if after >= len(line) {
		return len(line)
	}
	n := strings.IndexByte(line[after+1:], mark)
	if n < 0 {
		return len(line)
	}
	at := after + 1 + n
	before, _ := utf8.DecodeLastRuneInString(line[:at])
	if (at == 0 || isSpace(before)) && (*cut < 0 || at < *cut) {
		*cut = at
	}
	return at
}

// continueWith adds a line to the value of the current option.
func (r *reader) continueWith(start, end int) {
	r.pieces = append(r.pieces,
		Piece{Text: "\n", Span: r.file.Span(start, start)},
		Piece{Text: r.file.Text[start:end], Span: r.file.Span(start, end), Verbatim: true})
}

// readLine reads a stripped line that is no continuation: a header or an option.
func (r *reader) readLine(start, end int) {
	line := r.file.Text[start:end]
	if line[0] == '[' {
		// The expression is greedy: "[a] b]" is the section "a] b".
		if n := strings.LastIndexByte(line, ']'); n >= 2 {
			r.open(start, start+n+1)
			return
		}
	}
	n := strings.IndexAny(line, "=:")
	if n < 0 {
		if r.section == nil {
			r.withoutHeader(start, end)
			return
		}
		r.issue(NoDelimiter, r.file.Span(start, end), `the line is neither a section nor "name = value"`)
		return
	}
	if r.section == nil {
		r.withoutHeader(start, end)
	}
	nameStart, nameEnd := r.trim(start, start+n)
	r.finish()
	if nameStart == nameEnd {
		r.issue(NoName, r.file.Span(start, end), "nothing stands before the delimiter")
		return
	}
	valueStart, valueEnd := r.trim(start+n+1, end)
	r.option = &Option{
		Name:     strings.ToLower(r.file.Text[nameStart:nameEnd]),
		NameSpan: r.file.Span(nameStart, nameEnd),
		Span:     r.file.Span(nameStart, valueEnd),
	}
	r.pieces = []Piece{{Text: r.file.Text[valueStart:valueEnd], Span: r.file.Span(valueStart, valueEnd), Verbatim: true}}
	r.checkDuplicate()
	r.section.Options = append(r.section.Options, r.option)
}

// withoutHeader opens the section named "" for what stands before the first header, which configparser refuses.
func (r *reader) withoutHeader(start, end int) {
	if n := len(r.tree.Issues); n == 0 || r.tree.Issues[n-1].Kind != NoHeader {
		r.issue(NoHeader, r.file.Span(start, end), "the line stands before the first section")
	}
	if strings.ContainsAny(r.file.Text[start:end], "=:") {
		r.section = &Section{Span: r.file.Span(start, end)}
		r.tree.Sections = append(r.tree.Sections, r.section)
	}
}

// checkDuplicate reports the current option where the dialect allows it once.
func (r *reader) checkDuplicate() {
	key := [2]string{r.section.Name, r.option.Name}
	if r.tree.Dialect == ConfigParser && r.seen[key] {
		r.issue(DuplicateOption, r.option.NameSpan, "the option is already set in this section")
	}
	r.seen[key] = true
}

// open starts the section whose header, with its brackets, has the given bounds.
func (r *reader) open(start, end int) {
	r.finish()
	name := r.file.Text[start+1 : end-1]
	key := [2]string{name, ""}
	if r.tree.Dialect == ConfigParser && name != DefaultSection && r.seen[key] {
		r.issue(DuplicateSection, r.file.Span(start, end), "the section is already there")
	}
	r.seen[key] = true
	r.section = &Section{Name: name, Header: r.file.Span(start, end), Span: r.file.Span(start, end), Holes: holes(name)}
	r.tree.Sections = append(r.tree.Sections, r.section)
}

// finish gives the current option its value.
func (r *reader) finish() {
	if r.option == nil {
		return
	}
	// configparser strips the joined value on the right, so empty lines at its end do not count.
	for n := len(r.pieces); n > 1 && (r.pieces[n-1].Text == "" || r.pieces[n-1].Text == "\n"); n-- {
		r.pieces = r.pieces[:n-1]
	}
	r.option.Value = newValue(r.pieces[0].Span, r.pieces)
	r.option.Span = r.option.Span.Join(r.option.Value.Span)
	r.section.Span = r.section.Span.Join(r.option.Span)
	r.option, r.pieces = nil, nil
}

// isTemplateLine reports whether a line only steers a template.
func isTemplateLine(line string) bool {
	line = strings.TrimFunc(line, isSpace)
	switch {
	case strings.HasPrefix(line, "{%"):
		return strings.HasSuffix(line, "%}")
	case strings.HasPrefix(line, "{#"):
		return strings.HasSuffix(line, "#}")
	case strings.HasPrefix(line, "<%") && !strings.HasPrefix(line, "<%="):
		return strings.HasSuffix(line, "%>")
	}
	return false
}

// isSpace is Python's str.isspace of one character.
func isSpace(c rune) bool {
	switch c {
	case '\t', '\n', '\v', '\f', '\r', 0x1c, 0x1d, 0x1e, 0x1f, ' ', 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
		return true
	}
	return 0x2000 <= c && c <= 0x200a
}
