package dotenv

import (
	"slices"
	"strings"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A Dialect is the way in which one program or library reads env files.
type Dialect uint8

// The dialects.
const (
	// Godotenv is joho/godotenv, and the dialect where no reader is known.
	Godotenv Dialect = iota
	// PythonDotenv is python-dotenv.
	PythonDotenv
	// DjangoEnviron is django-environ from 0.12 on, whose comments stand on lines of their own.
	DjangoEnviron
	// DjangoEnviron011 is django-environ 0.11, which cuts a value at its first "#".
	DjangoEnviron011
	// DjangoEnviron010 is django-environ 0.8 to 0.10, which reads as 0.12 does.
	DjangoEnviron010
	// DjangoEnviron07 is django-environ up to 0.7, which drops the backslash of "\n" in double quotes.
	DjangoEnviron07
	// Decouple is python-decouple's .env.
	Decouple
	// Environs is environs, which stands on python-dotenv.
	Environs
	// Docker is docker run --env-file, and Compose's format: raw.
	Docker
	// Compose is Docker Compose's env_file.
	Compose
	// Systemd is a unit's EnvironmentFile.
	Systemd
	// Foreman is foreman and its like, which run a Procfile.
	Foreman
	// Bash is a file that a shell sources, .envrc among them.
	Bash
)

// String returns the name of the reader, for people.
func (d Dialect) String() string {
	switch d {
	case PythonDotenv:
		return "python-dotenv"
	case DjangoEnviron, DjangoEnviron011, DjangoEnviron010, DjangoEnviron07:
		return "django-environ"
	case Decouple:
		return "python-decouple"
	case Environs:
		return "environs"
	case Docker:
		return "docker --env-file"
	case Compose:
		return "Docker Compose"
	case Systemd:
		return "systemd"
	case Foreman:
		return "foreman"
	case Bash:
		return "the shell"
	default:
		return "godotenv"
	}
}

// DjangoEnvironAt returns the dialect of a version of django-environ, such as 0, 11 for 0.11.2.
func DjangoEnvironAt(major, minor int) Dialect {
	switch {
	case major > 0 || minor >= 12:
		return DjangoEnviron
	case minor == 11:
		return DjangoEnviron011
	case minor >= 8:
		return DjangoEnviron010
	default:
		return DjangoEnviron07
	}
}

// An Entry is one name that a dialect finds, or fails to find, in a file.
type Entry struct {
	// Key is the name.
	Key string
	// Text is the text of the value, when Known.
	Text string
	// Known is false where the value depends on something that cannot be read; Reason says what.
	Known  bool
	Reason value.Reason
	// Waits names the variables outside the file that the value needs, when those are not supplied.
	Waits []string
	// Null says that the name has no value at all ("NAME" alone), which a library may answer with None.
	Null bool
	// Inherited says that the reader passes the variable of that name on from its own environment.
	Inherited bool
	// Exported says that the variable reaches the processes that the reader starts. Only for [Bash] is it ever false of
	// an entry that has a value: there it needs "export" or "set -a".
	Exported bool
	// Dropped says in a clause why the reader leaves the entry out; "" when it does not.
	Dropped string
	// Span covers the entry, KeySpan the name, ValueSpan the value as written.
	Span, KeySpan, ValueSpan source.Span
}

// Supplies reports whether the entry gives its name a text of its own: the reader does not leave it out, and it is more
// than a name alone.
func (e Entry) Supplies() bool { return e.Dropped == "" && !e.Null && !e.Inherited }

// Value returns what the entry is worth: a str, None for a name without a value, or unknown. Where the text waits for
// variables from outside, that is the cause.
func (e Entry) Value() value.Value {
	switch {
	case e.Null:
		return value.OfNone()
	case e.Known && !strings.Contains(e.Text, value.RootMark):
		return value.OfStr(e.Text)
	case len(e.Waits) > 0:
		v := value.NotKnownFor(value.External, e.Reason)
		v.Waits = e.Waits
		return v
	}
	if e.Reason.IsZero() {
		return value.NotKnown(value.Unread, "it holds a NUL byte")
	}
	return value.NotKnownFor(value.Unread, e.Reason)
}

// Source returns Span, so that an Entry is a place wherever one is asked for.
func (e Entry) Source() source.Span { return e.Span }

// A Reading is what one dialect makes of a file.
type Reading struct {
	// Entries are all entries in order, dropped and repeated ones too. Of repeated names the last one counts.
	Entries []Entry
	// Refusal is the reason why the reader takes nothing of the file, or nil. The entries are there all the same: what it
	// would take, were that place mended. [Bash] takes what stands before the place.
	Refusal *Issue
}

// Get returns the entry of that name that counts: the last one that is not dropped.
func (r Reading) Get(key string) (Entry, bool) {
	for _, e := range slices.Backward(r.Entries) {
		if e.Key == key && e.Dropped == "" {
			return e, true
		}
	}
	return Entry{}, false
}

// Supply is what is known of a variable outside the file.
type Supply uint8

// What may be known of a variable.
const (
	// Open: nothing that was read supplies it, and the environment may or may not.
	Open Supply = iota
	// Unset: it is not set.
	Unset
	// Set: it is set, and the value is known.
	Set
	// Opaque: it is set, and the value is not known.
	Opaque
)

// Outer looks up a variable in the environment that the file is read in.
type Outer func(name string) (string, Supply)

// Values returns the entries as dialect d reads them where nothing is known of the environment.
func (f *File) Values(d Dialect) []Entry { return f.Read(d, nil, false).Entries }

// A Reader is a dialect and what else decides how it reads.
type Reader struct {
	// Dialect is the dialect.
	Dialect Dialect
	// Outer answers for references to variables outside; it may be nil.
	Outer Outer
	// Overwrite says that the reader lets the file win over the environment, as load_dotenv(override=True) does. This and
	// the rest matter to [PythonDotenv] and [Environs] alone.
	Overwrite bool
	// Literal leaves references as they are, as interpolate=False does.
	Literal bool
	// Old is python-dotenv before 1.2.3: it takes a byte order mark for a part of the name and a comment behind "KEY= " for
	// the value, and a backslash before a quote always escapes that, even where the backslash is escaped itself.
	Old bool
	// NoExport leaves out lines that begin with "export", as django-configurations does, which else reads as
	// [DjangoEnviron07].
	NoExport bool
}

// Read returns what dialect d makes of the file, with outer and overwrite as in a [Reader].
func (f *File) Read(d Dialect, outer Outer, overwrite bool) Reading {
	return f.ReadAs(Reader{Dialect: d, Outer: outer, Overwrite: overwrite})
}

// ReadAs returns what a reader makes of the file.
func (f *File) ReadAs(how Reader) Reading {
	d := how.Dialect
	if f.refusal != nil {
		return Reading{Refusal: f.refusal}
	}
	r := &reading{file: f, text: f.Source.Text, scope: scope{outer: how.Outer, vars: map[string]result{}}}
	switch d {
	case PythonDotenv, Environs:
		r.scope.fileFirst = how.Overwrite
		r.pythonDotenv(how)
	case DjangoEnviron, DjangoEnviron011, DjangoEnviron010, DjangoEnviron07:
		r.djangoEnviron(how)
	case Decouple:
		r.decouple()
	case Docker:
		r.docker()
	case Compose:
		r.compose()
	case Systemd:
		r.systemd()
	case Foreman:
		r.foreman()
	case Bash:
		r.scope.fileFirst = true
		r.bash()
	case Godotenv:
		r.godotenv()
	default:
		r.godotenv()
	}
	switch d {
	case PythonDotenv, Environs, DjangoEnviron, DjangoEnviron011, DjangoEnviron010, DjangoEnviron07, Decouple, Docker, Systemd:
		// They decode the whole file as UTF-8 before they look at a line, or give up at the first value that is not.
		if i := invalidAt(r.text); i >= 0 {
			r.refuse(NotText, i, i+1, "the file is not UTF-8")
		}
	default:
	}
	return Reading{Entries: r.entries, Refusal: r.refusal}
}

// A reading is one dialect at work.
type reading struct {
	file    *File
	text    string
	scope   scope
	entries []Entry
	refusal *Issue
	total   int
}

// add appends an entry for the given bounds; what it is worth is the caller's to set.
func (r *reading) add(key string, keyStart, keyEnd, valueStart, valueEnd int) *Entry {
	f := r.file.Source
	r.entries = append(r.entries, Entry{
		Key: key, Exported: true, Known: true,
		KeySpan: f.Span(keyStart, keyEnd), ValueSpan: f.Span(valueStart, valueEnd), Span: f.Span(keyStart, max(keyEnd, valueEnd)),
	})
	return &r.entries[len(r.entries)-1]
}

// drop appends an entry that the reader leaves out.
func (r *reading) drop(key string, start, end int, why string) {
	e := r.add(key, start, end, end, end)
	e.Dropped, e.Known = why, false
}

// refuse records the first reason for which the reader takes nothing.
func (r *reading) refuse(kind IssueKind, start, end int, message string) {
	if r.refusal == nil {
		r.refusal = &Issue{Kind: kind, Span: r.file.Source.Span(start, end), Message: message}
	}
}

// A result is a text that may be unknown.
type result struct {
	text    string
	unknown value.Reason
	waits   []string
}

// set gives an entry its value and remembers it for references.
func (r *reading) set(e *Entry, v result) {
	if r.total += len(v.text); len(v.text) > maxValue || r.total > maxTotal {
		v = result{unknown: value.Because("it grows too long")}
	}
	e.Text, e.Known, e.Reason, e.Waits = v.text, v.unknown.IsZero(), v.unknown, v.waits
	r.scope.vars[e.Key] = v
}

// join appends w to v; the sum is unknown when one of them is.
func (v result) join(w result) result {
	if v.unknown.IsZero() {
		v.unknown = w.unknown
	}
	for _, name := range w.waits {
		if !slices.Contains(v.waits, name) && len(v.waits) < maxDepth {
			v.waits = append(slices.Clip(v.waits), name)
		}
	}
	if !v.unknown.IsZero() {
		v.text = ""
		return v
	}
	if len(v.text)+len(w.text) > maxValue {
		return result{unknown: value.Because("it grows too long")}
	}
	v.text += w.text
	return v
}

// A scope is what references see.
type scope struct {
	outer     Outer
	vars      map[string]result
	fileFirst bool
}

// lookup returns the variable of that name.
func (s scope) lookup(name string) (result, Supply) {
	inFile, found := s.vars[name]
	if found && s.fileFirst {
		return supplied(inFile)
	}
	text, supply := "", Open
	if s.outer != nil {
		text, supply = s.outer(name)
	}
	switch {
	case supply == Set:
		return result{text: text}, Set
	case supply == Opaque:
		return result{unknown: value.Why(value.ReferenceUnknown, name)}, Opaque
	case found:
		return supplied(inFile)
	}
	return result{}, supply
}

func supplied(v result) (result, Supply) {
	if !v.unknown.IsZero() {
		return v, Opaque
	}
	return v, Set
}

// reference returns the value of a plain reference to name, which is empty where the variable is not set.
func (s scope) reference(name string) result {
	v, supply := s.lookup(name)
	if supply == Open {
		return result{unknown: value.Why(value.ReferenceUnsupplied, name), waits: []string{name}}
	}
	return v
}

// A line is one line of a file without its end.
type line struct {
	start, end int
}

// pythonLines returns the lines of a file that Python opened in text mode.
func pythonLines(text string) []line {
	var lines []line
	for at := 0; at < len(text); {
		n := strings.IndexAny(text[at:], "\r\n")
		if n < 0 {
			lines = append(lines, line{at, len(text)})
			break
		}
		lines = append(lines, line{at, at + n})
		at += n
		if strings.HasPrefix(text[at:], "\r\n") {
			at++
		}
		at++
	}
	return lines
}

// isSpace is Python's str.isspace of one character.
func isSpace(c rune) bool {
	switch c {
	case '\t', '\n', '\v', '\f', '\r', 0x1c, 0x1d, 0x1e, 0x1f, ' ', 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
		return true
	}
	return 0x2000 <= c && c <= 0x200a
}

// trimmed returns the bounds of text[start:end] without blanks on both sides, as Python counts blanks.
func trimmed(text string, start, end int) (int, int) {
	left := strings.TrimLeftFunc(text[start:end], isSpace)
	start = end - len(left)
	return start, start + len(strings.TrimRightFunc(left, isSpace))
}
