package python

// A kind tells tokens apart. The order matters: assignment operators and binary operators each stand together, so that
// a table indexed by kind stays small.
type kind uint8

const (
	tokEOF kind = iota
	tokNewline
	tokIndent
	tokDedent
	tokBad // the scanner could not read it; parser.bad says why
	tokName
	tokNumber
	tokString
	tokFStart  // f", t" with its prefix and quotes
	tokFMiddle // literal text of an f-string or of a format spec
	tokFEnd

	tokLParen
	tokRParen
	tokLBracket
	tokRBracket
	tokLBrace
	tokRBrace
	tokComma
	tokColon
	tokSemicolon
	tokDot
	tokEllipsis
	tokArrow
	tokColonEqual
	tokExclamation
	tokTilde
	tokDoubleStar
	tokEqual

	tokPlusEqual // first of the augmented assignments, in the order of augmentedOps
	tokMinusEqual
	tokStarEqual
	tokAtEqual
	tokSlashEqual
	tokPercentEqual
	tokAmperEqual
	tokBarEqual
	tokCaretEqual
	tokLeftShiftEqual
	tokRightShiftEqual
	tokDoubleStarEqual
	tokDoubleSlashEqual

	tokOr // first of the binary operators, in the order of binaryLevels and binaryOps
	tokAnd
	tokNot // as in "not in"
	tokIn
	tokIs
	tokEqEqual
	tokNotEqual
	tokLess
	tokLessEqual
	tokGreater
	tokGreaterEqual
	tokBar
	tokCaret
	tokAmper
	tokLeftShift
	tokRightShift
	tokPlus
	tokMinus
	tokStar
	tokAt
	tokSlash
	tokPercent
	tokDoubleSlash // last of the binary operators

	tokFalse
	tokNone
	tokTrue
	tokAs
	tokAssert
	tokAsync
	tokAwait
	tokBreak
	tokClass
	tokContinue
	tokDef
	tokDel
	tokElif
	tokElse
	tokExcept
	tokFinally
	tokFor
	tokFrom
	tokGlobal
	tokIf
	tokImport
	tokLambda
	tokNonlocal
	tokPass
	tokRaise
	tokReturn
	tokTry
	tokWhile
	tokWith
	tokYield
)

// A token is a range of bytes of the file.
type token struct {
	kind     kind
	flags    flags
	from, to uint32
}

// flags say what the scanner saw on the way, so that the parser need not look again.
type flags uint8

const (
	flagRaw    flags = 1 << iota // a string's prefix holds r
	flagBytes                    // … b
	flagU                        // … a lower case u
	flagT                        // … t
	flagTriple                   // a string has three quotes
	flagEscape                   // a string holds a backslash
	flagSpec                     // a tokFMiddle is part of a format spec
	flagWide                     // a name holds a byte above 0x7f
)

// A badToken says what is wrong with a tokBad.
type badToken struct {
	index   int // of the token
	pos     Pos
	message string
	python2 bool
	holes   bool // a template's hole
	soft    bool // CPython refuses it, but the tokens around it make sense without it
}

// The binding strengths of binary operators; 0 is none.
const (
	levelOr = iota + 1
	levelAnd
	levelNot
	levelCompare
	levelBitOr
	levelBitXor
	levelBitAnd
	levelShift
	levelSum
	levelTerm
)

// binaryLevels holds the level of each kind from tokOr to tokDoubleSlash.
const binaryLevels = "\x01\x02" + "\x04\x04\x04\x04\x04\x04\x04\x04\x04" + "\x05\x06\x07\x08\x08" + "\x09\x09\x0a\x0a\x0a\x0a\x0a"

// level returns how strongly k binds as a binary operator, or 0.
func level(k kind) int {
	if i := int(k) - int(tokOr); uint(i) < uint(len(binaryLevels)) {
		return int(binaryLevels[i])
	}
	return 0
}

// binaryOp returns the operator of a token from tokOr to tokDoubleSlash.
func binaryOp(k kind) Operator {
	switch k {
	case tokOr:
		return Or
	case tokAnd:
		return And
	case tokNot:
		return NotIn
	case tokIn:
		return In
	case tokIs:
		return Is
	case tokEqEqual:
		return Eq
	case tokNotEqual:
		return NotEq
	case tokLess:
		return Lt
	case tokLessEqual:
		return LtE
	case tokGreater:
		return Gt
	case tokGreaterEqual:
		return GtE
	case tokBar, tokBarEqual:
		return BitOr
	case tokCaret, tokCaretEqual:
		return BitXor
	case tokAmper, tokAmperEqual:
		return BitAnd
	case tokLeftShift, tokLeftShiftEqual:
		return LShift
	case tokRightShift, tokRightShiftEqual:
		return RShift
	case tokPlus, tokPlusEqual:
		return Add
	case tokMinus, tokMinusEqual:
		return Sub
	case tokStar, tokStarEqual:
		return Mult
	case tokAt, tokAtEqual:
		return MatMult
	case tokSlash, tokSlashEqual:
		return Div
	case tokPercent, tokPercentEqual:
		return Mod
	case tokDoubleSlash, tokDoubleSlashEqual:
		return FloorDiv
	case tokDoubleStar, tokDoubleStarEqual:
		return Pow
	default:
		return NoOp
	}
}

// startsExpr reports whether an expression, starred ones included, can start with k.
func startsExpr(k kind) bool {
	switch k {
	case tokName, tokNumber, tokString, tokFStart, tokLParen, tokLBracket, tokLBrace, tokEllipsis, tokTilde, tokPlus,
		tokMinus, tokStar, tokNot, tokFalse, tokNone, tokTrue, tokAwait, tokLambda:
		return true
	default:
		return false
	}
}

// keyword returns the kind of a name of at least two lower-case letters, or of False, None and True.
func keyword(s string) kind {
	switch s {
	case "False":
		return tokFalse
	case "None":
		return tokNone
	case "True":
		return tokTrue
	case "and":
		return tokAnd
	case "as":
		return tokAs
	case "assert":
		return tokAssert
	case "async":
		return tokAsync
	case "await":
		return tokAwait
	case "break":
		return tokBreak
	case "class":
		return tokClass
	case "continue":
		return tokContinue
	case "def":
		return tokDef
	case "del":
		return tokDel
	case "elif":
		return tokElif
	case "else":
		return tokElse
	case "except":
		return tokExcept
	case "finally":
		return tokFinally
	case "for":
		return tokFor
	case "from":
		return tokFrom
	case "global":
		return tokGlobal
	case "if":
		return tokIf
	case "import":
		return tokImport
	case "in":
		return tokIn
	case "is":
		return tokIs
	case "lambda":
		return tokLambda
	case "nonlocal":
		return tokNonlocal
	case "not":
		return tokNot
	case "or":
		return tokOr
	case "pass":
		return tokPass
	case "raise":
		return tokRaise
	case "return":
		return tokReturn
	case "try":
		return tokTry
	case "while":
		return tokWhile
	case "with":
		return tokWith
	case "yield":
		return tokYield
	default:
		return tokName
	}
}
