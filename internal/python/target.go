package python

import "strings"

// checkTarget refuses what cannot stand left of an =.
func (p *parser) checkTarget(e Expr) {
	if bad := invalidTarget(e, true); bad != nil {
		p.failAt(bad.Place(), "cannot assign to "+describe(bad))
	}
}

// checkDelete refuses what del does not take.
func (p *parser) checkDelete(e Expr) {
	if bad := invalidTarget(e, false); bad != nil {
		p.failAt(bad.Place(), "cannot delete "+describe(bad))
	}
}

// checkSingleTarget refuses what is not one name, attribute or item. The message holds %s for what it is.
func (p *parser) checkSingleTarget(e Expr, message string) {
	switch e.(type) {
	case *Name, *Attribute, *Subscript:
	default:
		p.failAt(e.Place(), strings.Replace(message, "%s", describe(e), 1))
	}
}

// invalidTarget returns the part of e that cannot be assigned to, or nil. A starred one can only be assigned to.
func invalidTarget(e Expr, stars bool) Expr {
	var elts []Expr
	switch e := e.(type) {
	case *Name, *Attribute, *Subscript:
		return nil
	case *Starred:
		if !stars {
			return e
		}
		if _, twice := e.Value.(*Starred); twice {
			return e
		}
		return invalidTarget(e.Value, stars)
	case *TupleExpr:
		elts = e.Elts
	case *ListExpr:
		elts = e.Elts
	default:
		return e
	}
	for _, elt := range elts {
		if bad := invalidTarget(elt, stars); bad != nil {
			return bad
		}
	}
	return nil
}

// describe returns what CPython calls an expression in a message about assigning to it.
func describe(e Expr) string {
	switch e := e.(type) {
	case *Attribute:
		return "attribute"
	case *Subscript:
		return "subscript"
	case *Starred:
		return "starred"
	case *Name:
		return "name"
	case *ListExpr:
		return "list"
	case *TupleExpr:
		return "tuple"
	case *Lambda:
		return "lambda"
	case *Call:
		return "function call"
	case *BoolOp, *BinOp, *UnaryOp:
		return "expression"
	case *Comp:
		switch e.Kind {
		case ListComp:
			return "list comprehension"
		case SetComp:
			return "set comprehension"
		case DictComp:
			return "dict comprehension"
		default:
			return "generator expression"
		}
	case *Yield, *YieldFrom:
		return "yield expression"
	case *Await:
		return "await expression"
	case *DictExpr:
		return "dict literal"
	case *SetExpr:
		return "set display"
	case *JoinedStr, *FormattedValue:
		return "f-string expression"
	case *TemplateStr, *Interpolation:
		return "t-string expression"
	case *Compare:
		return "comparison"
	case *IfExp:
		return "conditional expression"
	case *NamedExpr:
		return "named expression"
	case *Constant:
		switch e.Kind {
		case ConstNone:
			return "None"
		case ConstTrue:
			return "True"
		case ConstFalse:
			return "False"
		case ConstEllipsis:
			return "ellipsis"
		default:
			return "literal"
		}
	default:
		return "expression"
	}
}
