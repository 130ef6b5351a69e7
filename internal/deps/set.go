package deps

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"deploylint/internal/source"
	"deploylint/internal/version"
)

// A Requirement is one place that asks for a package.
type Requirement struct {
	// Name is the package's name in its normal form (PEP 503): "psycopg2-binary". "python" is the interpreter.
	Name string
	// Extras are what stands in brackets behind the name, sorted.
	Extras []string
	// Specifier is the condition in PEP 440's form, ">=4.2,<5"; "" allows every version.
	Specifier string
	// Pinned is the version, when exactly one is allowed; else "".
	Pinned string
	// Marker is the condition on the environment, such as `python_version < "3.11"`.
	Marker string
	// Span is the requirement in its file.
	Span source.Span
	// Locked is set for an entry of a lock file.
	Locked bool
	// Hashed is set where the file says the package's hash.
	Hashed bool
	// Dev is set for what only developers, tests and documentation need.
	Dev bool
	// URL is set for a package that is installed from a link or a folder.
	URL string

	constraint bool
	order      int
}

// Specifiers returns the conditions; ok is false where they could not be read.
func (r Requirement) Specifiers() (version.Specifiers, bool) {
	if r.Locked || r.Pinned != "" {
		v, ok := version.Parse(r.Pinned)
		return version.Specifiers{{Op: "==", Version: v}}, ok
	}
	return version.ParseSpecifiers(r.Specifier)
}

// A Missing is a requirements file that another one includes and that is not there.
type Missing struct {
	Path string
	Span source.Span
}

// A Set is the requirements of a project.
type Set struct {
	byName  map[string][]Requirement
	names   []string
	missing []Missing
	notes   []source.Notification
}

// Read reads requirements and lock files, told apart by their names, in the given order. Files that they include with
// -r or -c are opened with open, which may be nil; a file is read once.
func Read(files []*source.File, open func(path string) (*source.File, error)) *Set {
	r := reader{
		set: &Set{byName: map[string][]Requirement{}}, open: open,
		given: map[string]*source.File{}, seen: map[string]bool{},
	}
	for _, f := range files {
		r.given[f.Path] = f
	}
	for _, f := range files {
		dev := isDev(path.Base(f.Path)) || isDev(path.Base(path.Dir(f.Path)))
		r.read(f, dev, strings.HasPrefix(path.Base(f.Path), "constraint"))
	}
	for name, list := range r.set.byName {
		slices.SortStableFunc(list, compareRequirements)
		// A constraint alone installs nothing.
		if !slices.ContainsFunc(list, func(q Requirement) bool { return !q.constraint }) {
			delete(r.set.byName, name)
			continue
		}
		r.set.names = append(r.set.names, name)
	}
	slices.Sort(r.set.names)
	return r.set
}

// compareRequirements puts what decides the installed version first: what production needs before what developers do,
// lock files before all others, a version before a range.
func compareRequirements(a, b Requirement) int {
	return cmp.Or(
		compareBool(b.Locked && !b.Dev, a.Locked && !a.Dev),
		compareBool(a.Dev, b.Dev),
		compareBool(b.Pinned != "", a.Pinned != ""),
		compareBool(b.Specifier != "", a.Specifier != ""),
		compareBool(a.constraint, b.constraint),
		cmp.Compare(a.order, b.order),
	)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// Get returns the requirement that decides the version of a package.
func (s *Set) Get(name string) (Requirement, bool) {
	list := s.byName[Normalize(name)]
	if len(list) == 0 {
		return Requirement{}, false
	}
	return list[0], true
}

// All returns every requirement of a package, the one that decides first.
func (s *Set) All(name string) []Requirement { return s.byName[Normalize(name)] }

// Names returns the names of all packages that are asked for, in their normal form. The caller must not change the slice.
func (s *Set) Names() []string { return s.names }

// Empty reports whether no requirement was found at all, so that the absence of a package says nothing.
func (s *Set) Empty() bool { return len(s.names) == 0 }

// Missing returns included requirements files that are not there.
func (s *Set) Missing() []Missing { return s.missing }

// Notifications returns what could not be read.
func (s *Set) Notifications() []source.Notification { return s.notes }

// Normalize returns a package's name in the form in which names compare (PEP 503).
func Normalize(name string) string {
	var b strings.Builder
	pending := false
	for i := range len(name) {
		switch c := name[i]; {
		case c == '-' || c == '_' || c == '.':
			pending = true
			continue
		case pending:
			b.WriteByte('-')
			pending = false
			fallthrough
		default:
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			b.WriteByte(c)
		}
	}
	if pending {
		b.WriteByte('-')
	}
	return b.String()
}

// A reader reads files into a set.
type reader struct {
	set   *Set
	open  func(path string) (*source.File, error)
	given map[string]*source.File
	seen  map[string]bool
	depth int
	order int
}

// Includes are followed to this depth.
const includeDepth = 16

func (r *reader) read(f *source.File, dev, constraint bool) {
	key := f.Path
	if constraint {
		key += "\x00constraint"
	}
	if r.seen[key] {
		return
	}
	r.seen[key] = true
	switch base := path.Base(f.Path); base {
	case "pyproject.toml":
		r.readPyproject(f)
	case "Pipfile":
		r.readPipfile(f)
	case "Pipfile.lock":
		r.readPipfileLock(f)
	case "poetry.lock", "uv.lock", "pdm.lock", "pylock.toml":
		r.readTomlLock(f)
	case "setup.cfg":
		r.readSetupCfg(f)
	case "setup.py":
		r.readSetupPy(f)
	case "runtime.txt", ".python-version":
		r.readPythonVersion(f)
	default:
		r.readRequirements(f, dev, constraint)
	}
}

func (r *reader) add(q Requirement) {
	q.Name = Normalize(q.Name)
	if q.Name == "" {
		return
	}
	if q.Pinned == "" && q.URL == "" {
		if list, ok := version.ParseSpecifiers(q.Specifier); ok {
			if v, ok := list.Pinned(); ok {
				q.Pinned = v.String()
			}
		}
	}
	r.order++
	q.order = r.order
	r.set.byName[q.Name] = append(r.set.byName[q.Name], q)
}

func (r *reader) note(f *source.File, span source.Span, message string) {
	r.set.notes = append(r.set.notes, source.Notification{Level: source.Warning, Message: message, Span: span, Path: f.Path})
}

// include reads a file that a requirements file names, relative to itself.
func (r *reader) include(from *source.File, target string, span source.Span, dev, constraint bool) {
	if strings.Contains(target, "://") || strings.Contains(target, "${") {
		return // not a file of the project
	}
	name := path.Join(path.Dir(from.Path), target)
	f, ok := r.given[name]
	if !ok && r.open != nil {
		opened, err := r.open(name)
		f, ok = opened, err == nil
	}
	if !ok {
		if r.open != nil {
			r.set.missing = append(r.set.missing, Missing{Path: name, Span: span})
		}
		return
	}
	if r.depth >= includeDepth {
		r.note(from, span, "requirements files include each other too deeply")
		return
	}
	r.depth++
	r.read(f, dev, constraint)
	r.depth--
}

// isDev reports whether a file or a group is named for developers, tests or documentation.
func isDev(name string) bool {
	words := strings.FieldsFuncSeq(strings.ToLower(name), func(c rune) bool { return c == '.' || c == '-' || c == '_' })
	for word := range words {
		switch word {
		case "dev", "devel", "develop", "development", "test", "tests", "testing", "doc", "docs", "ci", "lint", "linting", "local",
			"typing", "mypy", "debug", "coverage", "style", "format", "quality":
			return true
		}
	}
	return false
}
