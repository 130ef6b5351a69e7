package value

// Tri is a truth value that may be undecided, which is its zero value.
type Tri uint8

// The three truth values.
const (
	Undecided Tri = iota
	False
	True
)

// TriOf returns True or False.
func TriOf(b bool) Tri {
	if b {
		return True
	}
	return False
}

// Not negates t; undecided stays so.
func (t Tri) Not() Tri {
	switch t {
	case True:
		return False
	case False:
		return True
	default:
		return Undecided
	}
}

// And is true where both are, false where one is, undecided otherwise.
func (t Tri) And(u Tri) Tri {
	switch {
	case t == False || u == False:
		return False
	case t == True && u == True:
		return True
	default:
		return Undecided
	}
}

// Or is true where one is, false where both are, undecided otherwise.
func (t Tri) Or(u Tri) Tri { return t.Not().And(u.Not()).Not() }

// String returns "true", "false" or "undecided".
func (t Tri) String() string {
	switch t {
	case True:
		return "true"
	case False:
		return "false"
	default:
		return "undecided"
	}
}
