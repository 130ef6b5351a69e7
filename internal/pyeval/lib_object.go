package pyeval

import "deploylint/internal/value"

// What the data of an object written in Go may answer.
type (
	// A typed object has a type with a name.
	typed interface{ libType() string }
	// A settable object takes attributes.
	settable interface {
		setAttr(ev *evaluator, name string, v val)
	}
	// A holder answers item in object, for texts.
	holder interface {
		has(ev *evaluator, name string) value.Tri
	}
	// A leaver counts on the end of its with statement.
	leaver interface{ leave() }
)

func (urlText) libType() string         { return "ParseResult" }
func (*djangoEnv) libType() string      { return "Env" }
func (*marshmallowEnv) libType() string { return "Env" }

func (n *nativeObj) typeName() string {
	if t, ok := n.data.(typed); ok {
		return t.libType()
	}
	return "function"
}
