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
	modules []string
	// whole is set where the modules in its modules are alike.
	whole bool
	// distributions are the names under which a package index knows it, where its module's name does not tell.
	distributions []string
	// member makes a member; nil where the lists below are all that is known.
	member func(ev *evaluator, module, name string) (val, bool)
	// ignored are functions whose call changes nothing that matters here.
	ignored []string
	// generated are functions that give something else at each start, host those whose result depends on the machine.
	generated, host []string
	// exceptions are classes of exceptions.
	exceptions []string
	// opaque are functions and classes whose results are known by their type only, which has their name.
	opaque []string
	// fills are functions that fill the module whose name they are handed with settings of their own, from files and from
	// the environment.
	fills []string
	// all is what a star import gives, of modules that bring no settings.
	all []exports
}

// exports are the names that a star import of a module gives.
type exports struct {
	module string
	names  []string
}

// libraries are those that are known. A new one is a row here.
func libraries() libraryTable {
	return append(unreadLibraries(),
		base64Library(), cacheURLLibrary(), configparserLibrary(), configurationsLibrary(), copyLibrary(), dburlLibrary(), decoupleLibrary(),
		djangoLibrary(), dotenvLibrary(), environLibrary(), environsLibrary(), jsonLibrary(), loggingLibrary(), machineLibrary(),
		osLibrary(), pathlibLibrary(), pydanticLibrary(), randomLibrary(), splitSettingsLibrary(), stdlibLibrary(), sysLibrary(),
		unipathLibrary(), urllibLibrary(),
	)
}

// A libraryTable finds libraries by their modules. It is gone through row by row, since a run asks for few of them.
type libraryTable []library

// find returns the library that a module is of; nil where none is known.
func (t libraryTable) find(module string) *library {
	top, _, _ := strings.Cut(module, ".")
	for i := range t {
		if slices.Contains(t[i].modules, module) || t[i].whole && slices.Contains(t[i].modules, top) {
			return &t[i]
		}
	}
	return nil
}

// isPackage reports whether a dotted name is a module of a library, or what one stands in.
func (t libraryTable) isPackage(name string) bool {
	return slices.ContainsFunc(t, func(l library) bool {
		return slices.ContainsFunc(l.modules, func(m string) bool {
			rest, in := strings.CutPrefix(m, name)
			return in && (rest == "" || rest[0] == '.')
		})
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
	case slices.Contains(l.ignored, full):
		return ignored(full), true
	case slices.Contains(l.generated, full):
		return native(full, func(*evaluator, *call) val { return notKnown(value.Generated, value.Why(value.MadeEachStart, full)) }), true
	case slices.Contains(l.host, full):
		return native(full, func(*evaluator, *call) val { return notKnown(value.Host, value.Why(value.DependsOnMachine, full)) }), true
	case slices.Contains(l.exceptions, full):
		return ev.exceptionClass(name), true
	case slices.Contains(l.opaque, full):
		return native(full, func(*evaluator, *call) val { return of(&opaqueObj{typ: name}) }), true
	}
	return val{}, false
}

// fills reports whether a function outside the repository fills the module whose name it is handed.
func (ev *evaluator) fills(full string) bool {
	l := ev.libraries.find(parentName(full))
	return l != nil && slices.Contains(l.fills, full)
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
	return l.all[at].names, true
}

// distributions returns the names under which a package index knows an importable package.
func (ev *evaluator) distributions(top string) []string {
	if l := ev.libraries.find(top); l != nil && l.distributions != nil {
		return l.distributions
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
