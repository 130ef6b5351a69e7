package pyeval

import (
	"slices"
	"strings"

	"deploylint/internal/value"
)

// A library is what is known of modules outside the repository. Each stands in a file of its own, lib_*.go, and in the list
// of libraries. Members are given by their full dotted names.
type library struct {
	// modules are its modules, by their dotted names.
	modules words
	// whole is set where the modules in its modules are alike.
	whole bool
	// distributions are the names under which a package index knows it, where its module's name does not tell.
	distributions words
	// member makes a member; nil where the lists below are all that is known.
	member func(ev *evaluator, module, name string) (val, bool)
	// ignored are functions whose call changes nothing that matters here.
	ignored words
	// generated are functions that give something else at each start, host those whose result depends on the machine.
	generated, host words
	// exceptions are classes of exceptions.
	exceptions words
	// opaque are functions and classes whose results are known by their type only, which has their name.
	opaque words
	// fills are functions that fill the module whose name they are handed with settings of their own, from files and from
	// the environment.
	fills words
	// all is what a star import gives, of modules that bring no settings.
	all []exports
}

// exports are the names that a star import of a module gives.
type exports struct {
	module string
	names  words
}

// Words are names with a space between them, which cost nothing to write down.
type words string

func (w words) has(name string) bool {
	for rest := string(w); ; {
		at := strings.Index(rest, name)
		if at < 0 || name == "" {
			return false
		}
		end := at + len(name)
		if (at == 0 || rest[at-1] == ' ') && (end == len(rest) || rest[end] == ' ') {
			return true
		}
		rest = rest[end:]
	}
}

// libraries are those that are known. A new one is a row here.
func libraries() []library {
	return append(unreadLibraries(),
		base64Library(), cacheURLLibrary(), configparserLibrary(), configurationsLibrary(), copyLibrary(), datetimeLibrary(), dburlLibrary(), decoupleLibrary(),
		djangoLibrary(), dotenvLibrary(), environLibrary(), environsLibrary(), jsonLibrary(), loggingLibrary(), machineLibrary(),
		osLibrary(), pathlibLibrary(), pydanticLibrary(), randomLibrary(), splitSettingsLibrary(), stdlibLibrary(), sysLibrary(),
		unipathLibrary(), urllibLibrary(),
	)
}

// A libraryTable finds libraries by their modules. It is gone through row by row, since a run asks for few of them.
type libraryTable struct {
	rows  []library
	found map[string]*library // by the modules that were asked for
}

// find returns the library that a module is of; nil where none is known.
func (t *libraryTable) find(module string) *library {
	if l, asked := t.found[module]; asked {
		return l
	}
	if t.rows == nil {
		t.rows, t.found = libraries(), map[string]*library{}
	}
	top, _, _ := strings.Cut(module, ".")
	at := slices.IndexFunc(t.rows, func(l library) bool { return l.modules.has(module) || l.whole && l.modules.has(top) })
	if at < 0 {
		t.found[module] = nil
		return nil
	}
	t.found[module] = &t.rows[at]
	return &t.rows[at]
}

// isPackage reports whether a dotted name is a module of a library, or what one stands in.
func (t *libraryTable) isPackage(name string) bool {
	return t.find(name) != nil || slices.ContainsFunc(t.rows, func(l library) bool {
		return strings.Contains(" "+string(l.modules), " "+name+".")
	})
}

// member returns a member of a module outside the repository, where it is known.
func (ev *evaluator) member(module, name string) (val, bool) {
	l := ev.libraries.find(module)
	if l == nil {
		return val{}, false
	}
	if l.member != nil {
		if v, ok := l.member(ev, module, name); ok {
			return v, true
		}
	}
	full := module + "." + name
	switch {
	case l.ignored.has(full):
		return ignored(full), true
	case l.generated.has(full):
		return native(full, func(*evaluator, *call) val { return notKnown(value.Generated, value.Why(value.MadeEachStart, full)) }), true
	case l.host.has(full):
		return native(full, func(*evaluator, *call) val { return notKnown(value.Host, value.Why(value.DependsOnMachine, full)) }), true
	case l.exceptions.has(full):
		return ev.exceptionClass(name), true
	case l.opaque.has(full):
		return native(full, func(*evaluator, *call) val { return of(&opaqueObj{typ: name}) }), true
	}
	return val{}, false
}

// fills reports whether a function outside the repository fills the module whose name it is handed.
func (ev *evaluator) fills(full string) bool {
	l := ev.libraries.find(parentName(full))
	return l != nil && l.fills.has(full)
}

// starNames are the names that a star import of a module gives; false where they may be settings.
func (ev *evaluator) starNames(module string) ([]string, bool) {
	l := ev.libraries.find(module)
	if l == nil {
		return nil, false
	}
	at := slices.IndexFunc(l.all, func(e exports) bool { return e.module == module })
	if at < 0 {
		return nil, false
	}
	return strings.Fields(string(l.all[at].names)), true
}

// distributions returns the names under which a package index knows an importable package.
func (ev *evaluator) distributions(top string) []string {
	if l := ev.libraries.find(top); l != nil && l.distributions != "" {
		return strings.Fields(string(l.distributions))
	}
	dashed := strings.ReplaceAll(top, "_", "-")
	return []string{top, dashed, "django-" + dashed}
}

// foreign is a member of a module that is not read. It keeps its dotted name, so that what is made of it can be named.
func (ev *evaluator) foreign(module, name string) val {
	full := module + "." + name
	if ev.libraries.isPackage(full) {
		return of(&libObj{name: full})
	}
	top, _, _ := strings.Cut(module, ".")
	if len(full) > 100 {
		full = top
	}
	return of(&unknownObj{
		cause: value.Unread, lib: full, reason: value.Why(value.LibraryGives, full),
	})
}
