package ini

import (
	"slices"
	"strings"

	"deploylint/internal/source"
)

// DefaultSection is the section whose options configparser shows in every other section.
const DefaultSection = "DEFAULT"

// A Dialect is a grammar of the family.
type Dialect uint8

// The dialects.
const (
	// Supervisor is RawConfigParser(strict=False, inline_comment_prefixes=(';', '#')).
	Supervisor Dialect = iota
	// ConfigParser is Python's configparser with its defaults, as setup.cfg, tox.ini and decouple's settings.ini are read:
	// comments stand on lines of their own, and duplicates are refused.
	ConfigParser
	// Unit is systemd's: names keep their case, "\" at a line's end continues it, and a repeated name appends.
	Unit
	// UWSGI is uWSGI's own reader: one line per option, a bare name is an option, and a repeated name appends.
	UWSGI
)

// A Tree is one file, or several merged ones, as read.
type Tree struct {
	// File is the file; the main one when trees were merged.
	File *source.File
	// Dialect is the grammar it was read by.
	Dialect Dialect
	// Sections are all sections in the order of their headers; a repeated one stays on its own here.
	Sections []*Section
	// Comments are all comments in order, without those of other languages (a template's).
	Comments []Comment
	// Templates are lines that only steer a template ({% if … %}, <% end %>) and are no part of this language.
	Templates []source.Span
	// Issues are what the real program would refuse, in order.
	Issues []Issue

	index map[string][]*Section // Sections by name
}

func (t *Tree) buildIndex() {
	t.index = make(map[string][]*Section)
	for _, s := range t.Sections {
		t.index[s.Name] = append(t.index[s.Name], s)
	}
}

// A Section is one header with what stands under it:
//
//	[program:web]
//	command = gunicorn shop.wsgi
type Section struct {
	// Name is the text between the brackets, as written. The options before any header stand in a section named "".
	Name string
	// Header covers the brackets, and is nowhere for the section named "".
	Header source.Span
	// Span runs from the header to the end of the last option.
	Span source.Span
	// Options are all options in order, repeated ones too.
	Options []*Option
	// Holes are the parts of the name that a template fills in; their offsets count in Name.
	Holes []Hole
}

// An Option is one setting:
//
//	command = gunicorn shop.wsgi
type Option struct {
	// Name is the name as the program sees it: lower-cased, but for systemd and uWSGI.
	Name string
	// NameSpan is the name as written.
	NameSpan source.Span
	// Value is what stands behind the delimiter.
	Value Value
	// Bare says that there is no delimiter and so no value (uWSGI).
	Bare bool
	// Span covers name, delimiter and value.
	Span source.Span
}

// Source returns Span, so that an Option is a place wherever one is asked for.
func (o *Option) Source() source.Span { return o.Span }

// Source returns the header, so that a Section is a place wherever one is asked for.
func (s *Section) Source() source.Span {
	if s.Header.IsZero() {
		return s.Span
	}
	return s.Header
}

// Get returns the section's last option of that name.
func (s *Section) Get(name string) (*Option, bool) {
	for _, o := range slices.Backward(s.Options) {
		if o.Name == name {
			return o, true
		}
	}
	return nil, false
}

// A Comment is a comment up to the end of its line, with the character that starts it.
type Comment struct {
	// Span covers the comment without its line end.
	Span source.Span
	// Trailing says that something stands before it on the line.
	Trailing bool
}

// Text returns the comment without its leading marks and blanks.
func (c Comment) Text() string { return strings.TrimSpace(strings.TrimLeft(c.Span.Text(), ";#")) }

// An Issue is something that the real program refuses or ignores.
type Issue struct {
	// Kind tells issues apart.
	Kind IssueKind
	// Span is the place.
	Span source.Span
	// Message says in a clause what is wrong. It quotes nothing of the file.
	Message string
}

// IssueKind tells issues apart.
type IssueKind uint8

// The kinds of issue.
const (
	// NoDelimiter: a line that is neither a header nor "name = value".
	NoDelimiter IssueKind = iota
	// NoName: nothing stands before the delimiter.
	NoName
	// NoHeader: an option before the first header.
	NoHeader
	// ByteOrderMark: the file begins with one, and the program takes it for text.
	ByteOrderMark
	// BadHeader: a header that is not closed.
	BadHeader
	// DuplicateSection: a section that the dialect allows once.
	DuplicateSection
	// DuplicateOption: an option that the dialect allows once.
	DuplicateOption
	// NotText: bytes that are not UTF-8, or a NUL.
	NotText
	// TooBig: the file is over the limit and was not read.
	TooBig
)

// Names returns the names of all sections in order of their first header, without [DefaultSection] where configparser
// gives it a meaning, and without the options that stand before any header.
func (t *Tree) Names() []string {
	seen := map[string]bool{"": true, DefaultSection: t.inherits()}
	var names []string
	for _, s := range t.Sections {
		if !seen[s.Name] {
			seen[s.Name] = true
			names = append(names, s.Name)
		}
	}
	return names
}

// Section returns the sections of that name merged into one: the first header, and the options of all, in order. The
// options of [DefaultSection] are not in it; see [Tree.Get] and [Tree.Effective].
func (t *Tree) Section(name string) (*Section, bool) {
	same := t.index[name]
	if len(same) == 0 {
		return nil, false
	}
	if len(same) == 1 {
		return same[0], true
	}
	merged := *same[0]
	merged.Options = nil
	for _, s := range same {
		merged.Span = merged.Span.Join(s.Span)
		merged.Options = append(merged.Options, s.Options...)
	}
	return &merged, true
}

// Get returns the option as the program sees it: the last one of that name in all sections of that name, else the last
// one in [DefaultSection] where configparser gives that a meaning. A section that is not there has no options.
func (t *Tree) Get(section, option string) (*Option, bool) {
	s, ok := t.Section(section)
	if !ok {
		return nil, false
	}
	if o, found := s.Get(option); found {
		return o, true
	}
	return t.fallback(option)
}

// All returns every option of that name in the sections of that name, in order; those of [DefaultSection] are not among
// them.
func (t *Tree) All(section, option string) []*Option {
	var all []*Option
	for _, s := range t.index[section] {
		for _, o := range s.Options {
			if o.Name == option {
				all = append(all, o)
			}
		}
	}
	return all
}

// Effective returns the options of a section as the program sees them, each name once: those of [DefaultSection] first,
// as configparser lists them, then the section's own in order of their first appearance.
func (t *Tree) Effective(section string) []*Option {
	own, ok := t.Section(section)
	if !ok {
		return nil
	}
	var all []*Option
	if t.inherits() && section != DefaultSection {
		if d, found := t.Section(DefaultSection); found {
			all = append(all, d.Options...)
		}
	}
	all = append(all, own.Options...)
	at := make(map[string]int, len(all))
	var options []*Option
	for _, o := range all {
		if i, seen := at[o.Name]; seen {
			options[i] = o
			continue
		}
		at[o.Name] = len(options)
		options = append(options, o)
	}
	return options
}

func (t *Tree) fallback(option string) (*Option, bool) {
	if !t.inherits() {
		return nil, false
	}
	d, ok := t.Section(DefaultSection)
	if !ok {
		return nil, false
	}
	return d.Get(option)
}

// inherits reports whether [DefaultSection] has a meaning.
func (t *Tree) inherits() bool { return t.Dialect == Supervisor || t.Dialect == ConfigParser }

// Merge returns one tree as if the files had been read one after the other by one parser, which is how supervisor treats
// included files. The trees themselves do not change.
func Merge(trees ...*Tree) *Tree {
	merged := &Tree{}
	for i, t := range trees {
		if i == 0 {
			merged.File, merged.Dialect = t.File, t.Dialect
		}
		merged.Sections = append(merged.Sections, t.Sections...)
		merged.Comments = append(merged.Comments, t.Comments...)
		merged.Templates = append(merged.Templates, t.Templates...)
		merged.Issues = append(merged.Issues, t.Issues...)
	}
	merged.buildIndex()
	return merged
}
