package python

import (
	"math/big"

	"deploylint/internal/source"
)

// The tree follows CPython's ast module: each node is named as there and has the fields that it has there, so that
// https://docs.python.org/3/library/ast.html documents it. Where a node here differs, its comment says so.

// A Pos is the range of bytes that a node covers, half open.
type Pos struct{ From, To uint32 }

// Place returns p itself; embedding Pos makes a Node.
func (p Pos) Place() Pos { return p }

// A Node is any part of the tree.
type Node interface {
	Place() Pos
}

// A Stmt is a statement.
type Stmt interface {
	Node
	stmt()
}

// An Expr is an expression.
type Expr interface {
	Node
	expr()
}

// A Pattern is what stands behind case.
type Pattern interface {
	Node
	pattern()
}

// A Module is one parsed file. Errors in it cost a statement each: the tree holds a BadStmt where one stood.
type Module struct {
	File *source.File
	Body []Stmt
	// Comments are all comments in order, from "#" to the end of the line.
	Comments []Pos
	// Errors are what CPython would refuse, in order of place.
	Errors []SyntaxError
	// Doc is nil, or the expression of the module's docstring.
	Doc *Constant
}

// Span returns the place of n.
func (m *Module) Span(n Node) source.Span {
	p := n.Place()
	return m.File.Span(int(p.From), int(p.To))
}

// A SyntaxError is one place that CPython would refuse.
type SyntaxError struct {
	Pos     Pos
	Message string
	// Python2 is set where the statement is Python 2: print x, except E, e, exec "…", 0755.
	Python2 bool
	// Template is set where the statement holds a template's hole: {{ x }}, {% if %}, %(x)s, <%= x %>.
	Template bool
}

// Statements.
type (
	// A BadStmt stands where a statement could not be parsed. It covers the logical line, and the block under it.
	BadStmt struct{ Pos }

	// An ExprStmt is ast.Expr: an expression as a statement.
	ExprStmt struct {
		Pos
		Value Expr
	}

	// An Assign is: x = y = 1.
	Assign struct {
		Pos
		Targets []Expr
		Value   Expr
	}

	// An AugAssign is: x += 1.
	AugAssign struct {
		Pos
		Target Expr
		Op     Operator
		Value  Expr
	}

	// An AnnAssign is: x: int = 1. Value may be nil.
	AnnAssign struct {
		Pos
		Target     Expr
		Annotation Expr
		Value      Expr
		Simple     bool
	}

	// A TypeAlias is: type X[T] = list[T].
	TypeAlias struct {
		Pos
		Name       *Name
		TypeParams []*TypeParam
		Value      Expr
	}

	// An If is: if a: … elif b: … else: …. As in CPython an elif is an If alone in OrElse.
	If struct {
		Pos
		Test   Expr
		Body   []Stmt
		OrElse []Stmt
	}

	// A For is: for x in y: … else: …, with Async for async for.
	For struct {
		Pos
		Async  bool
		Target Expr
		Iter   Expr
		Body   []Stmt
		OrElse []Stmt
	}

	// A While is: while x: … else: ….
	While struct {
		Pos
		Test   Expr
		Body   []Stmt
		OrElse []Stmt
	}

	// A With is: with a as b, c: …, with Async for async with.
	With struct {
		Pos
		Async bool
		Items []WithItem
		Body  []Stmt
	}

	// A Try is: try: … except E as e: … else: … finally: …, with Star for except*.
	Try struct {
		Pos
		Star     bool
		Body     []Stmt
		Handlers []*ExceptHandler
		OrElse   []Stmt
		Final    []Stmt
	}

	// A Match is: match x: case …: ….
	Match struct {
		Pos
		Subject Expr
		Cases   []*MatchCase
	}

	// A FunctionDef is: @d def f[T](a, *b) -> r: …, with Async for async def.
	FunctionDef struct {
		Pos
		Async      bool
		Name       string
		NamePos    Pos
		Args       *Arguments
		Body       []Stmt
		Decorators []Expr
		Returns    Expr
		TypeParams []*TypeParam
	}

	// A ClassDef is: @d class C[T](B, metaclass=M): ….
	ClassDef struct {
		Pos
		Name       string
		NamePos    Pos
		Bases      []Expr
		Keywords   []*Keyword
		Body       []Stmt
		Decorators []Expr
		TypeParams []*TypeParam
	}

	// A Return is: return x. Value may be nil.
	Return struct {
		Pos
		Value Expr
	}

	// A Delete is: del x, y.
	Delete struct {
		Pos
		Targets []Expr
	}

	// A Raise is: raise x from y. Both may be nil.
	Raise struct {
		Pos
		Exc   Expr
		Cause Expr
	}

	// An Assert is: assert x, y. Msg may be nil.
	Assert struct {
		Pos
		Test Expr
		Msg  Expr
	}

	// An Import is: import a.b as c, d.
	Import struct {
		Pos
		Names []*Alias
	}

	// An ImportFrom is: from ..a import b as c. Module may be "". A star import has the one name "*".
	ImportFrom struct {
		Pos
		Module string
		Names  []*Alias
		Level  int
	}

	// A Global is: global x, y.
	Global struct {
		Pos
		Names []string
	}

	// A Nonlocal is: nonlocal x, y.
	Nonlocal struct {
		Pos
		Names []string
	}

	// A Pass is: pass.
	Pass struct{ Pos }

	// A Break is: break.
	Break struct{ Pos }

	// A Continue is: continue.
	Continue struct{ Pos }
)

// Parts of statements.
type (
	// An Alias is a.b as c. AsName may be "".
	Alias struct {
		Pos
		Name   string
		AsName string
	}

	// A WithItem is a as b. Vars may be nil.
	WithItem struct {
		Context Expr
		Vars    Expr
	}

	// An ExceptHandler is: except E as name: …. Type may be nil, Name "".
	ExceptHandler struct {
		Pos
		Type Expr
		Name string
		Body []Stmt
	}

	// A MatchCase is: case pattern if guard: …. Guard may be nil.
	MatchCase struct {
		Pattern Pattern
		Guard   Expr
		Body    []Stmt
	}

	// Arguments are a function's parameters. Defaults belong to the last of PosOnly and Args together; KwDefaults is
	// parallel to KwOnly and holds nil where there is none. VarArg and KwArg may be nil.
	Arguments struct {
		PosOnly    []*Arg
		Args       []*Arg
		VarArg     *Arg
		KwOnly     []*Arg
		KwDefaults []Expr
		KwArg      *Arg
		Defaults   []Expr
	}

	// An Arg is one parameter. Annotation may be nil.
	Arg struct {
		Pos
		Name       string
		Annotation Expr
	}

	// A Keyword is name=value in a call, or **value where Name is "".
	Keyword struct {
		Pos
		Name  string
		Value Expr
	}

	// A TypeParam is T: bound = default, *Ts or **P. Bound and Default may be nil.
	TypeParam struct {
		Pos
		Kind    TypeParamKind
		Name    string
		Bound   Expr
		Default Expr
	}
)

// TypeParamKind tells the three kinds of type parameter apart.
type TypeParamKind uint8

// The kinds of type parameter.
const (
	TypeVar TypeParamKind = iota
	TypeVarTuple
	ParamSpec
)

// Expressions. Contexts (Load, Store, Del) are not kept: they follow from where a node stands.
type (
	// A BoolOp is: a and b and c.
	BoolOp struct {
		Pos
		Op     Operator // And or Or
		Values []Expr
	}

	// A NamedExpr is: (x := 1).
	NamedExpr struct {
		Pos
		Target *Name
		Value  Expr
	}

	// A BinOp is: a + b.
	BinOp struct {
		Pos
		Left  Expr
		Op    Operator
		Right Expr
	}

	// A UnaryOp is: -a, +a, ~a, not a.
	UnaryOp struct {
		Pos
		Op      Operator
		Operand Expr
	}

	// A Lambda is: lambda a: b.
	Lambda struct {
		Pos
		Args *Arguments
		Body Expr
	}

	// An IfExp is: a if b else c.
	IfExp struct {
		Pos
		Test   Expr
		Body   Expr
		OrElse Expr
	}

	// A DictExpr is ast.Dict: {a: b, **c}. The key of **c is nil.
	DictExpr struct {
		Pos
		Keys   []Expr
		Values []Expr
	}

	// A SetExpr is ast.Set: {a, b}.
	SetExpr struct {
		Pos
		Elts []Expr
	}

	// A ListExpr is ast.List: [a, b].
	ListExpr struct {
		Pos
		Elts []Expr
	}

	// A TupleExpr is ast.Tuple: a, b.
	TupleExpr struct {
		Pos
		Elts []Expr
	}

	// A Comp is a comprehension or a generator expression: ast.ListComp, SetComp, DictComp, GeneratorExp.
	// Value is nil but for a dict.
	Comp struct {
		Pos
		Kind       CompKind
		Elt        Expr
		Value      Expr
		Generators []Generator
	}

	// An Await is: await x.
	Await struct {
		Pos
		Value Expr
	}

	// A Yield is: yield x. Value may be nil.
	Yield struct {
		Pos
		Value Expr
	}

	// A YieldFrom is: yield from x.
	YieldFrom struct {
		Pos
		Value Expr
	}

	// A Compare is: a < b <= c.
	Compare struct {
		Pos
		Left        Expr
		Ops         []Operator
		Comparators []Expr
	}

	// A Call is: f(a, *b, k=c, **d).
	Call struct {
		Pos
		Func     Expr
		Args     []Expr
		Keywords []*Keyword
	}

	// A JoinedStr is: f"a{b}". Values are Constants and FormattedValues.
	JoinedStr struct {
		Pos
		Values []Expr
	}

	// A FormattedValue is {x!r:spec} in an f-string. Conversion is 0, 's', 'r' or 'a'; Spec may be nil.
	FormattedValue struct {
		Pos
		Value      Expr
		Conversion byte
		Spec       *JoinedStr
	}

	// A TemplateStr is: t"a{b}". Values are Constants and Interpolations.
	TemplateStr struct {
		Pos
		Values []Expr
	}

	// An Interpolation is {x!r:spec} in a t-string, with the source text of x.
	Interpolation struct {
		Pos
		Value      Expr
		Str        string
		Conversion byte
		Spec       *JoinedStr
	}

	// A Constant is a literal. Adjacent string literals are one Constant that covers them all.
	Constant struct {
		Pos
		Kind ConstantKind
		// Text is the value of a Str (UTF-8; lone surrogates in their three-byte form) or the bytes of a Bytes.
		Text string
		// Int is the value of an Int that fits; Big that of one that does not, else nil.
		Int int64
		Big *big.Int
		// Float is the value of a Float, or the imaginary part of a Complex.
		Float float64
		// U is set for a string with the prefix u, as ast.Constant.kind.
		U bool
		// Opaque is set for a string that holds \N{…}, whose value is not worked out: Text is not to be used.
		Opaque bool
	}

	// An Attribute is: a.b.
	Attribute struct {
		Pos
		Value   Expr
		Attr    string
		AttrPos Pos
	}

	// A Subscript is: a[b].
	Subscript struct {
		Pos
		Value Expr
		Index Expr // ast.Subscript.slice
	}

	// A Starred is: *a.
	Starred struct {
		Pos
		Value Expr
	}

	// A Name is: a.
	Name struct {
		Pos
		ID string
	}

	// A Slice is a:b:c in a subscript. Each may be nil.
	Slice struct {
		Pos
		Lower, Upper, Step Expr
	}
)

// CompKind tells the kinds of comprehension apart.
type CompKind uint8

// The kinds of comprehension.
const (
	ListComp CompKind = iota
	SetComp
	DictComp
	GeneratorExp
)

// A Generator is one for … in … if … of a comprehension; ast.comprehension.
type Generator struct {
	Target Expr
	Iter   Expr
	Ifs    []Expr
	Async  bool
}

// ConstantKind tells the literals apart.
type ConstantKind uint8

// The literals.
const (
	ConstNone ConstantKind = iota
	ConstTrue
	ConstFalse
	ConstEllipsis
	ConstInt
	ConstFloat
	ConstComplex
	ConstStr
	ConstBytes
)

// Patterns.
type (
	// A MatchValue is: case 1.
	MatchValue struct {
		Pos
		Value Expr
	}

	// A MatchSingleton is: case None, True, False.
	MatchSingleton struct {
		Pos
		Value *Constant
	}

	// A MatchSequence is: case [a, b].
	MatchSequence struct {
		Pos
		Patterns []Pattern
	}

	// A MatchMapping is: case {1: a, **rest}. Rest may be "".
	MatchMapping struct {
		Pos
		Keys     []Expr
		Patterns []Pattern
		Rest     string
	}

	// A MatchClass is: case C(a, k=b).
	MatchClass struct {
		Pos
		Cls         Expr
		Patterns    []Pattern
		KwdAttrs    []string
		KwdPatterns []Pattern
	}

	// A MatchStar is *rest in a sequence pattern. Name is "" for *_.
	MatchStar struct {
		Pos
		Name string
	}

	// A MatchAs is: case p as name. Pattern may be nil; Name is "" for _.
	MatchAs struct {
		Pos
		Pattern Pattern
		Name    string
	}

	// A MatchOr is: case a | b.
	MatchOr struct {
		Pos
		Patterns []Pattern
	}
)

// Operator is any operator of an expression.
type Operator uint8

// The operators, named as CPython's classes.
const (
	NoOp Operator = iota
	And
	Or
	Add
	Sub
	Mult
	MatMult
	Div
	Mod
	Pow
	LShift
	RShift
	BitOr
	BitXor
	BitAnd
	FloorDiv
	Invert
	Not
	UAdd
	USub
	Eq
	NotEq
	Lt
	LtE
	Gt
	GtE
	Is
	IsNot
	In
	NotIn
)

func (*BadStmt) stmt()     {}
func (*ExprStmt) stmt()    {}
func (*Assign) stmt()      {}
func (*AugAssign) stmt()   {}
func (*AnnAssign) stmt()   {}
func (*TypeAlias) stmt()   {}
func (*If) stmt()          {}
func (*For) stmt()         {}
func (*While) stmt()       {}
func (*With) stmt()        {}
func (*Try) stmt()         {}
func (*Match) stmt()       {}
func (*FunctionDef) stmt() {}
func (*ClassDef) stmt()    {}
func (*Return) stmt()      {}
func (*Delete) stmt()      {}
func (*Raise) stmt()       {}
func (*Assert) stmt()      {}
func (*Import) stmt()      {}
func (*ImportFrom) stmt()  {}
func (*Global) stmt()      {}
func (*Nonlocal) stmt()    {}
func (*Pass) stmt()        {}
func (*Break) stmt()       {}
func (*Continue) stmt()    {}

func (*BoolOp) expr()         {}
func (*NamedExpr) expr()      {}
func (*BinOp) expr()          {}
func (*UnaryOp) expr()        {}
func (*Lambda) expr()         {}
func (*IfExp) expr()          {}
func (*DictExpr) expr()       {}
func (*SetExpr) expr()        {}
func (*ListExpr) expr()       {}
func (*TupleExpr) expr()      {}
func (*Comp) expr()           {}
func (*Await) expr()          {}
func (*Yield) expr()          {}
func (*YieldFrom) expr()      {}
func (*Compare) expr()        {}
func (*Call) expr()           {}
func (*JoinedStr) expr()      {}
func (*FormattedValue) expr() {}
func (*TemplateStr) expr()    {}
func (*Interpolation) expr()  {}
func (*Constant) expr()       {}
func (*Attribute) expr()      {}
func (*Subscript) expr()      {}
func (*Starred) expr()        {}
func (*Name) expr()           {}
func (*Slice) expr()          {}

func (*MatchValue) pattern()     {}
func (*MatchSingleton) pattern() {}
func (*MatchSequence) pattern()  {}
func (*MatchMapping) pattern()   {}
func (*MatchClass) pattern()     {}
func (*MatchStar) pattern()      {}
func (*MatchAs) pattern()        {}
func (*MatchOr) pattern()        {}
