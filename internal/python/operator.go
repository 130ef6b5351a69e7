package python

// String returns the name of CPython's class for op.
func (op Operator) String() string {
	switch op {
	case And:
		return "And"
	case Or:
		return "Or"
	case Add:
		return "Add"
	case Sub:
		return "Sub"
	case Mult:
		return "Mult"
	case MatMult:
		return "MatMult"
	case Div:
		return "Div"
	case Mod:
		return "Mod"
	case Pow:
		return "Pow"
	case LShift:
		return "LShift"
	case RShift:
		return "RShift"
	case BitOr:
		return "BitOr"
	case BitXor:
		return "BitXor"
	case BitAnd:
		return "BitAnd"
	case FloorDiv:
		return "FloorDiv"
	case Invert:
		return "Invert"
	case Not:
		return "Not"
	case UAdd:
		return "UAdd"
	case USub:
		return "USub"
	case Eq:
		return "Eq"
	case NotEq:
		return "NotEq"
	case Lt:
		return "Lt"
	case LtE:
		return "LtE"
	case Gt:
		return "Gt"
	case GtE:
		return "GtE"
	case Is:
		return "Is"
	case IsNot:
		return "IsNot"
	case In:
		return "In"
	case NotIn:
		return "NotIn"
	default:
		return "NoOp"
	}
}
