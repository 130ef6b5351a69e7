package pyeval

import (
	"strings"

	"deploylint/internal/python"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// importStmt executes: import a.b as c, d.
func (ev *evaluator) importStmt(s *python.Import) {
	for _, a := range s.Names {
		at := ev.span(a)
		m, state := ev.importDotted(a.Name, at)
		top, _, dotted := strings.Cut(a.Name, ".")
		switch state {
		case importFailed:
			return
		case importFound:
			if a.AsName != "" || !dotted {
				ev.bindImport(bound(a, a.Name), of(m), a)
				continue
			}
			ev.bindImport(top, of(ev.modules[top]), a)
		case importMissing:
			if !ev.missingModule(a.Name, at, false) {
				return
			}
			ev.bindImport(bound(a, top), notKnown(value.Unread, value.Why(value.ModuleMissing, a.Name)), a)
		case importOutside:
			ev.outside(a.Name)
			if a.AsName != "" {
				ev.bindImport(a.AsName, of(&libObj{name: a.Name}), a)
				continue
			}
			ev.bindImport(top, of(&libObj{name: top}), a)
		}
	}
}

func bound(a *python.Alias, name string) string {
	if a.AsName != "" {
		return a.AsName
	}
	return name
}

func (ev *evaluator) bindImport(name string, v val, n python.Node) {
	ev.bind(ev.sc.target(name), name, v, ev.span(n))
}

// absolute returns the full name of the module that a from-import names.
func (ev *evaluator) absolute(level int, module string) (string, bool) {
	if level == 0 {
		return module, true
	}
	pkg := ev.sc.mod.pkg
	for range level - 1 {
		if pkg == "" {
			return "", false
		}
		pkg = parentName(pkg)
	}
	switch {
	case pkg == "" && module == "":
		return "", false
	case pkg == "":
		return module, true
	case module == "":
		return pkg, true
	}
	return pkg + "." + module, true
}

// importFrom executes: from ..a import b as c.
func (ev *evaluator) importFrom(s *python.ImportFrom) {
	name, ok := ev.absolute(s.Level, s.Module)
	star := len(s.Names) == 1 && s.Names[0].Name == "*"
	at := ev.span(s)
	if !ok {
		ev.importUnknown(s, star, &unknownObj{reason: value.Because("its relative import leaves the package"), at: at})
		return
	}
	m, state := ev.importDotted(name, at)
	if state == importOutside && s.Level > 0 {
		state = importMissing
	}
	switch state {
	case importFailed:
		return
	case importFound:
		if star {
			ev.starImport(m, s)
			return
		}
		for _, a := range s.Names {
			v, ok := ev.fromModule(m, a.Name, ev.span(a))
			if ev.exc != nil {
				return
			}
			if ok {
				ev.bindCopy(bound(a, a.Name), v)
			}
		}
	case importMissing:
		if ev.missingModule(name, at, star) {
			ev.importUnknown(s, star, &unknownObj{reason: value.Why(value.ModuleMaySet, name), at: at})
		}
	case importOutside:
		ev.importOutside(s, name, star)
	}
}

func (ev *evaluator) importOutside(s *python.ImportFrom, name string, star bool) {
	if star {
		ev.starOutside(s, name)
		return
	}
	ev.outside(name)
	for _, a := range s.Names {
		v, ok := ev.member(name, a.Name)
		if !ok {
			v = ev.foreign(name, a.Name)
		}
		ev.bindImport(bound(a, a.Name), v, a)
	}
}

// starOutside executes: from package import *, for a package outside the repository.
func (ev *evaluator) starOutside(s *python.ImportFrom, name string) {
	if names, ok := ev.starNames(name); ok {
		for _, n := range names {
			if v, known := ev.member(name, n); known {
				ev.bindImport(n, v, s)
			}
		}
		return
	}
	if isStdlib(name) || namesOnlyItsOwn(name) {
		ev.openUp(ev.sc.ns, &unknownObj{reason: value.Why(value.LibraryMaySet, name), at: ev.span(s)})
		return
	}
	if ev.catchesImport() && !strings.Contains(name, ".") || ev.catchesImport() && looksLocal(name) {
		ev.raiseImport(name, ev.span(s), true)
		return
	}
	if top, _, dotted := strings.Cut(name, "."); ev.isInstalled(top) && top != "django" || dotted && ev.isInstalled(top) {
		// A package that the project requires brings settings of its own; what it may replace is judged as it stands.
		ev.markOverridable(&exception{namespace: ev.sc.ns, overrides: replacing(name, ev.span(s))})
		ev.openUp(ev.sc.ns, &unknownObj{reason: value.Why(value.LibraryMaySet, name), at: ev.span(s)})
		return
	}
	level := source.Warning
	if looksLocal(name) || !strings.Contains(name, ".") {
		level = source.Error
	}
	ev.note(level, ev.span(s), "", "the names that "+name+" gives are not known: it is not in the repository")
	ev.importUnknown(s, true, &unknownObj{
		reason: value.Why(value.StarMaySet, name, name), at: ev.span(s),
	})
}

// namesOnlyItsOwn reports whether a package's star import is known not to replace settings of Django.
func namesOnlyItsOwn(name string) bool {
	return name == "oscar.defaults" || strings.HasPrefix(name, "django.conf.urls") || name == "mimetypes"
}

// looksLocal reports whether a module's name is one that projects give to settings of one machine.
func looksLocal(name string) bool {
	last := name[strings.LastIndexByte(name, '.')+1:]
	for _, w := range []string{"local", "settings", "secret", "private", "production", "override", "custom", "config"} {
		if strings.Contains(last, w) {
			return true
		}
	}
	return false
}

// importUnknown binds what an import that cannot be followed would bind.
func (ev *evaluator) importUnknown(s *python.ImportFrom, star bool, why *unknownObj) {
	if star {
		ev.havocNamespace(ev.sc.ns, why)
		ev.setModuleNames(ev.sc.mod)
		return
	}
	for _, a := range s.Names {
		ev.bindImport(bound(a, a.Name), derive(why), a)
	}
}

// missingModule handles a module that should be in the repository and is not. It reports whether to go on with unknown
// names; else an ImportError is on its way to the handler that waits for it.
func (ev *evaluator) missingModule(name string, at source.Span, star bool) bool {
	if ev.catchesImport() {
		ev.raiseImport(name, at, star)
		return false
	}
	if star && ev.guarded() {
		ev.markOverridable(&exception{namespace: ev.sc.ns, overrides: replacing(name, at)})
		return false
	}
	ev.note(source.Error, at, "", "the module "+name+" is not in the repository, so what it sets is not known")
	return true
}

// raiseImport raises the ModuleNotFoundError of a module that is not in the repository but may be where it runs.
func (ev *evaluator) raiseImport(name string, at source.Span, star bool) {
	e := &exception{class: "ModuleNotFoundError", message: "No module named '" + name + "'", span: at}
	if star {
		e.overrides = replacing(name, at)
		e.namespace = ev.sc.ns
	} else {
		e.tolerated = true
	}
	ev.raise(e)
}

func replacing(name string, at source.Span) *value.Step {
	return &value.Step{How: value.Assumed, Span: at, Name: name, Text: name + " may replace it where it exists"}
}

// outside notes that importing a package may fail where it is not installed.
func (ev *evaluator) outside(name string) {
	top, _, _ := strings.Cut(name, ".")
	if !isStdlib(top) && !ev.isInstalled(top) {
		ev.risk("ImportError")
	}
}

// isInstalled reports whether the project certainly needs a package: Django itself, or one that it pins.
func (ev *evaluator) isInstalled(top string) bool {
	if top == "django" {
		return true
	}
	if ev.opt.Version == nil {
		return false
	}
	for _, name := range ev.distributions(top) {
		if _, ok := ev.opt.Version(name); ok {
			return true
		}
	}
	return false
}

// fromModule returns a name of a module for from m import name, importing a submodule where it has none.
func (ev *evaluator) fromModule(m *moduleObj, name string, at source.Span) (binding, bool) {
	b, ok := m.ns.get(name)
	if ok {
		if v, some := withoutAbsent(b.v); some {
			b.v = v
			return b, true
		}
	}
	if m.dir != "" {
		sub, state := ev.importDotted(m.name+"."+name, at)
		switch state {
		case importFound:
			return binding{v: of(sub)}, true
		case importFailed:
			return binding{}, false
		default:
		}
	}
	if m.ns.open != nil {
		return binding{v: derive(m.ns.open)}, true
	}
	if m.dir != "" && m.path == "" {
		if !ev.missingModule(m.name+"."+name, at, false) {
			return binding{}, false
		}
		return binding{v: notKnown(value.Unread, value.Why(value.ModuleMissing, m.name+"."+name))}, true
	}
	if m.tree != nil && len(m.tree.Errors) > 0 {
		return binding{v: notKnown(value.Unread, value.Why(value.FileUnparsed, m.path))}, true
	}
	ev.raise(&exception{class: "ImportError", message: "cannot import name '" + name + "' from '" + m.name + "'", span: at})
	return binding{}, false
}

// bindCopy binds a name to another module's binding, with its history.
func (ev *evaluator) bindCopy(name string, b binding) {
	ev.bindIn(ev.sc.target(name), name, b)
}

func (ev *evaluator) bindIn(ns *namespace, name string, b binding) {
	ev.touch(ns)
	old, had := ns.get(name)
	if had && !same(old.v.o, b.v.o) {
		b.history = ev.history(old, b.history)
	}
	ns.set(name, b)
}

// starImport copies m's public names, as CPython does: __all__, or all without an underscore in front.
func (ev *evaluator) starImport(m *moduleObj, s *python.ImportFrom) {
	ns := ev.sc.ns
	ev.touch(ns)
	names := sortedNames(m.ns.bindings)
	if all, ok := m.ns.get("__all__"); ok {
		listed, complete := strElems(all.v)
		if complete {
			names = listed
		} else if _, gone := all.v.o.(absentObj); !gone {
			ev.importUnknown(s, true, &unknownObj{reason: value.Why(value.AllUnknown, m.name)})
		}
	} else {
		public := names[:0:0]
		for _, n := range names {
			if !strings.HasPrefix(n, "_") {
				public = append(public, n)
			}
		}
		names = public
	}
	for _, n := range names {
		b, ok := m.ns.get(n)
		if !ok {
			if got, found := ev.fromModule(m, n, ev.span(s)); found {
				b = got
			} else if ev.exc != nil {
				ev.exc.class = "AttributeError"
				return
			}
		}
		if u, isUnion := b.v.o.(*unionObj); isUnion && hasAbsent(u) {
			if old, had := ns.get(n); had {
				b.v = ev.withAbsentAs(b.v, old.v)
			}
		}
		if _, gone := b.v.o.(absentObj); gone {
			continue
		}
		ev.bindCopy(n, b)
	}
	if m.ns.open != nil && (ns.open == nil || ns.open.text != "" || m.ns.open.text != "") {
		// What m may set beyond its known names, it may set here too.
		for n, b := range ns.all() { // each name on its own
			if _, set := m.ns.get(n); !set && !strings.HasPrefix(n, "_") && m.ns.open.maySet(n) {
				b.v = derive(m.ns.open)
				ns.set(n, b)
			}
		}
		ev.openUp(ns, m.ns.open)
	}
}

// withAbsentAs puts old where the alternatives of v say that the name is not bound.
func (ev *evaluator) withAbsentAs(v, old val) val {
	u := v.o.(*unionObj)
	rest, ok := withoutAbsent(v)
	if !ok {
		return old
	}
	return ev.join(rest, old, &fork{reason: u.reason, waits: u.waits, serial: ev.serial, step: v.trail.first()})
}

func (t *trail) first() value.Step {
	if t == nil {
		return value.Step{How: value.Joined}
	}
	for t.prev != nil {
		t = t.prev
	}
	return t.step
}

// strElems returns the elements of a list or tuple of str; false where not all of them are known.
func strElems(v val) ([]string, bool) {
	var elems []val
	switch o := v.o.(type) {
	case *listObj:
		if len(o.alts) != 1 {
			return nil, false
		}
		elems = o.alts[0]
	case *tupleObj:
		elems = o.elems
	default:
		return nil, false
	}
	out := make([]string, 0, len(elems))
	for _, e := range elems {
		s, ok := e.o.(strObj)
		if !ok {
			return nil, false
		}
		out = append(out, string(s))
	}
	return out, true
}
