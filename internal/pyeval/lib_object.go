package pyeval

import (
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// libraryType is the name of the type of an object written in Go.
func libraryType(n *nativeObj) string {
	switch n.data.(type) {
	case urlText:
		return "ParseResult"
	case *djangoEnv, *marshmallowEnv:
		return "Env"
	}
	return "function"
}

// setLibraryAttr assigns to an attribute of a library's object.
func (ev *evaluator) setLibraryAttr(n *nativeObj, name string, v val, _ source.Span) {
	if e, ok := n.data.(*djangoEnv); ok {
		e.setAttr(ev, name, v)
	}
}

// libraryHas is item in n, for a library's object.
func (ev *evaluator) libraryHas(n *nativeObj, item val) value.Tri {
	e, isEnv := n.data.(*djangoEnv)
	s, isText := item.o.(strObj)
	if !isEnv || !isText {
		return value.Undecided
	}
	return e.has(ev, string(s))
}

// leaveContext ends a with statement for a library's object that counts on it.
func leaveContext(v val) {
	if n, ok := v.o.(*nativeObj); ok {
		if p, isPrefix := n.data.(*environsPrefix); isPrefix {
			p.leave()
		}
	}
}
