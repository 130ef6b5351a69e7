package pyeval

import (
	"slices"

	"deploylint/internal/python"
)

// excuse returns the try statement whose handler may hold the default of a variable that nothing supplies:
//
//	try:
//	    return os.environ[name]
//	except KeyError:
//	    return default
//
// It returns nil where other paths are being followed at the same time, since an exception would end only this one.
func (ev *evaluator) excuse(name string) *tryBlock {
	if slices.Contains(ev.insisted, name) {
		return nil
	}
	for _, t := range slices.Backward(ev.tries) {
		if !slices.ContainsFunc(t.handlers, func(h string) bool { return h == "" || isSubclass("KeyError", h) }) {
			continue
		}
		if t.frames != len(ev.frames) || t.lifted != ev.lifted {
			return nil
		}
		return t
	}
	return nil
}

// defaulted goes on behind a try statement whose body reads a variable that nothing supplies. Where the handler gives what
// the body would have given, that is the default in the code, and it is taken. Otherwise the body is run again with the
// variable unknown.
func (ev *evaluator) defaulted(s *python.Try, f *frame, exc *exception) flow {
	if fl, ok := ev.handlerDefault(s, exc); ok {
		return fl
	}
	ev.exc = nil
	f.rollback()
	ev.insisted = append(ev.insisted, exc.variable)
	fl := ev.tryBody(s)
	ev.insisted = ev.insisted[:len(ev.insisted)-1]
	return fl
}

func (ev *evaluator) handlerDefault(s *python.Try, exc *exception) (flow, bool) {
	at := slices.IndexFunc(s.Handlers, func(h *python.ExceptHandler) bool {
		return slices.ContainsFunc(handlerClasses(h), func(c string) bool { return c == "" || isSubclass(exc.class, c) })
	})
	if at < 0 {
		return flow{}, false
	}
	wanted, simple := boundNames(s.Body)
	ev.exc = nil
	fl := ev.handle(s.Handlers[at], exc)
	if ev.exc != nil {
		return flow{}, false
	}
	if fl.kind == flowReturn {
		if _, none := fl.v.o.(noneObj); none || fl.v.o == nil || isUnknown(fl.v.o) {
			return flow{}, false
		}
		fl.v = ev.defaultOf(fl.v, exc)
		return fl, true
	}
	given, _ := boundNames(s.Handlers[at].Body)
	if fl.kind != flowNext || !simple || len(wanted) == 0 {
		return flow{}, false
	}
	for _, n := range wanted {
		if !slices.Contains(given, n) {
			return flow{}, false
		}
	}
	for _, n := range wanted {
		ns := ev.sc.target(n)
		if b, ok := ns.get(n); ok {
			ev.touch(ns)
			b.v = ev.defaultOf(b.v, exc)
			ns.set(n, b)
		}
	}
	return fl, true
}

// defaultOf notes that a value is the default of the variable whose absence was caught. It stands where the default does.
func (ev *evaluator) defaultOf(v val, exc *exception) val {
	at := v.trail.span()
	if at.IsZero() {
		at = exc.span
	}
	v = ev.fallback(v, exc.variable, at)
	v.trail.read = exc.span
	return v
}

// boundNames returns the plain names that statements bind; simple is false where they may do anything else.
func boundNames(body []python.Stmt) (names []string, simple bool) {
	simple = true
	add := func(target python.Expr) {
		n, ok := target.(*python.Name)
		if !ok {
			simple = false
			return
		}
		if !slices.Contains(names, n.ID) {
			names = append(names, n.ID)
		}
	}
	for _, s := range body {
		switch s := s.(type) {
		case *python.Assign:
			for _, t := range s.Targets {
				add(t)
			}
		case *python.AnnAssign:
			add(s.Target)
		case *python.If:
			for _, part := range [][]python.Stmt{s.Body, s.OrElse} {
				more, plain := boundNames(part)
				simple = simple && plain
				for _, n := range more {
					if !slices.Contains(names, n) {
						names = append(names, n)
					}
				}
			}
		case *python.ExprStmt, *python.Pass, *python.Return, *python.Raise:
		default:
			simple = false
		}
	}
	return names, simple
}
