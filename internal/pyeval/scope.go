package pyeval

import (
	"slices"
	"strings"

	"deploylint/internal/python"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A scope is where names are looked up: a namespace, the module it belongs to, and the function around it.
type scope struct {
	ns      *namespace
	mod     *moduleObj
	parent  *scope // the enclosing function or comprehension's surroundings; nil at module level
	globals map[string]bool
	outer   map[string]bool // nonlocal names
	class   bool
	comp    bool
	fn      *funcObj
}

// target returns the namespace that an assignment to name goes to.
func (s *scope) target(name string) *namespace {
	switch {
	case s.globals[name]:
		return s.mod.ns
	case s.outer[name]:
		for p := s.parent; p != nil; p = p.parent {
			if _, ok := p.ns.get(name); ok && !p.class {
				return p.ns
			}
		}
	}
	return s.ns
}

// span returns where n stands.
func (ev *evaluator) span(n python.Node) source.Span {
	return ev.sc.mod.tree.Span(n)
}

// lookup evaluates a name.
func (ev *evaluator) lookup(n *python.Name) val {
	name := n.ID
	if name == "DEBUG" && ev.sc.ns == ev.sc.mod.ns && ev.readsDebug(ev.sc.ns) {
		return ev.debugOff()
	}
	partly := val{}
	for s := ev.sc; s != nil; s = s.parent {
		if s.class && s != ev.sc {
			continue
		}
		if s.globals[name] {
			break
		}
		if v, found, done := ev.inNamespace(s.ns, name, partly); done {
			return v
		} else if found {
			partly = v
		}
	}
	mod := ev.sc.mod.ns
	if name == "DEBUG" && ev.readsDebug(mod) {
		return ev.debugOff()
	}
	v, found, done := ev.inNamespace(mod, name, partly)
	if done {
		return v
	}
	if found {
		partly = v
	}
	if b, ok := ev.builtin(name); ok {
		if partly.o != nil {
			return ev.join(partly, b, &fork{serial: ev.serial, reason: value.Because("it is set on some paths only")})
		}
		if mod.open != nil && !ev.isBuiltin(name) {
			return derive(mod.open)
		}
		return b
	}
	if partly.o != nil {
		return partly
	}
	for s := ev.sc; s != nil; s = s.parent {
		if s.ns.open != nil {
			return derive(s.ns.open)
		}
	}
	if mod.open != nil {
		return derive(mod.open)
	}
	ev.raise(&exception{class: "NameError", message: "name '" + name + "' is not defined", span: ev.span(n)})
	return notKnown(value.Unread, value.Why(value.NameUndefined, name))
}

// readsDebug notes a read of DEBUG in a module. It reports whether DEBUG is taken to be off.
func (ev *evaluator) readsDebug(ns *namespace) bool {
	if _, ok := ns.get("DEBUG"); !ok {
		return false
	}
	ev.debugRead = true
	return ev.opt.Debug == Off
}

func (ev *evaluator) debugOff() val {
	return val{o: boolObj(false), trail: (*trail)(nil).add(value.Step{How: value.Assumed, Text: "DEBUG is taken to be off"})}
}

// inNamespace looks a name up. Found is set when it is there on some path, done when it is there on all.
func (ev *evaluator) inNamespace(ns *namespace, name string, before val) (v val, found, done bool) {
	b, ok := ns.get(name)
	if !ok {
		return before, before.o != nil, false
	}
	v, some := withoutAbsent(b.v)
	if !some {
		return before, before.o != nil, false
	}
	u, isUnion := b.v.o.(*unionObj)
	partial := isUnion && hasAbsent(u)
	if before.o != nil {
		v = ev.join(before, v, &fork{serial: ev.serial, reason: value.Because("it is set on some paths only")})
	}
	return v, true, !partial
}

// bind assigns v to a name, and keeps what it replaces as history.
func (ev *evaluator) bind(ns *namespace, name string, v val, at source.Span) {
	if ev.exc != nil || ev.dead {
		return
	}
	ev.touch(ns)
	b := binding{v: ev.assigned(v, at)}
	if old, ok := ns.get(name); ok && isSettingName(name) {
		b.history = ev.history(old, nil)
	}
	ns.set(name, b)
}

// isSettingName reports whether a name's history is worth keeping.
func isSettingName(name string) bool {
	return name == strings.ToUpper(name) || !strings.HasPrefix(name, "_")
}

// history is what a binding leaves behind when it is replaced.
func (ev *evaluator) history(old binding, more []value.Step) []value.Step {
	h := append([]value.Step(nil), old.history...)
	if s := old.v.trail.setAt(); !s.IsZero() {
		h = append(h, value.Step{How: value.Overridden, Span: s, Text: "set here before"})
	}
	h = append(h, more...)
	if len(h) > maxHistory {
		h = h[len(h)-maxHistory:]
	}
	return h
}

// assigned adds the step of an assignment at the given place to v's trail. A variable that is read right there comes
// after the assignment, because the place that supplies it decides.
func (ev *evaluator) assigned(v val, at source.Span) val {
	step := value.Step{How: value.Assigned, Span: at}
	t := v.trail
	v.over = nil
	if t != nil && t.step.How == value.Assigned && t.step.Span == at {
		return v
	}
	v.trail = t.insert(step)
	return v
}

// An exception is one that certainly is raised.
type exception struct {
	class   string
	bases   []string // names of the classes above, for classes of the repository
	message string
	span    source.Span
	// variable is the environment variable that is missing.
	variable string
	// overrides is set for the missing module of a star import: where it exists, it may replace every name of namespace.
	overrides *value.Step
	namespace *namespace
	// tolerated is set for a missing module: where it exists, the import does not raise.
	tolerated bool
	// excuse is set for a variable that nothing supplies: the try statement whose handler may hold its default.
	excuse *tryBlock
	obj    val
}

func (ev *evaluator) raise(e *exception) {
	if ev.exc == nil && !ev.dead {
		ev.exc = e
	}
}

// raiseAt raises a class with a message at a place.
func (ev *evaluator) raiseAt(class, message string, at source.Span) val {
	ev.raise(&exception{class: class, message: message, span: at})
	return notKnown(value.Unread, value.Why(value.Raises, class))
}

// A tryBlock is a try statement whose body is being executed.
type tryBlock struct {
	handlers []string // the classes that are caught; "" for a bare except
	risks    []string // what may be raised in the body
	frames   int      // how many frames were open when it began
	lifted   int      // and how many operations on alternatives were under way
}

// risk notes that an exception of the class may be raised here.
func (ev *evaluator) risk(class string) {
	if len(ev.tries) == 0 || ev.exc != nil {
		return
	}
	t := ev.tries[len(ev.tries)-1]
	if !slices.Contains(t.risks, class) {
		t.risks = append(t.risks, class)
	}
}

// riskOf notes that an exception may be raised here, by its class and those above it.
func (ev *evaluator) riskOf(e *exception) {
	ev.risk(e.class)
	for _, b := range e.bases {
		if b != "object" {
			ev.risk(b)
		}
	}
}

// catchesImport reports whether a try around this place catches ImportError.
func (ev *evaluator) catchesImport() bool { return ev.catches("ModuleNotFoundError") }

// catches reports whether a try around this place catches a class.
func (ev *evaluator) catches(class string) bool {
	for _, t := range ev.tries {
		for _, h := range t.handlers {
			if h == "" || isSubclass(class, h) {
				return true
			}
		}
	}
	return false
}

// isSubclass reports whether one exception class is another or stands below it.
func isSubclass(class, of string) bool {
	for class != "" {
		if class == of {
			return true
		}
		class = baseException(class)
	}
	return false
}

// baseException returns the class above an exception class; unknown ones stand below Exception.
func baseException(class string) string {
	switch class {
	case "BaseException":
		return ""
	case "Exception", "SystemExit", "KeyboardInterrupt", "GeneratorExit":
		return "BaseException"
	case "ModuleNotFoundError":
		return "ImportError"
	case "KeyError", "IndexError":
		return "LookupError"
	case "UnicodeError", "JSONDecodeError", "EnvError", "ParseError", "UnknownSchemeError", "ParserConflictError", "ValidationError":
		return "ValueError"
	case "EnvValidationError", "EnvNotSetError", "EnvSealedError":
		return "EnvError"
	case "UnicodeDecodeError", "UnicodeEncodeError":
		return "UnicodeError"
	case "FileNotFoundError", "PermissionError", "IsADirectoryError", "NotADirectoryError", "FileExistsError", "gaierror":
		return "OSError"
	case "ZeroDivisionError", "OverflowError":
		return "ArithmeticError"
	case "UnboundLocalError":
		return "NameError"
	case "NotImplementedError", "RecursionError":
		return "RuntimeError"
	default:
		return "Exception"
	}
}

// canonicalException gives the classes that have two names one.
func canonicalException(name string) string {
	switch name {
	case "IOError", "EnvironmentError", "WindowsError", "error":
		return "OSError"
	case "decoder.JSONDecodeError":
		return "JSONDecodeError"
	}
	return name
}

// isException reports whether a name is that of a built-in exception class.
func isException(name string) bool {
	return strings.HasSuffix(name, "Error") || strings.HasSuffix(name, "Exception") || strings.HasSuffix(name, "Warning") ||
		name == "SystemExit" || name == "KeyboardInterrupt" || name == "StopIteration"
}
