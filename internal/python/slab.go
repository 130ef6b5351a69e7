package python

// A slab hands out nodes of one type from slices, so that a file costs few allocations.
type slab[T any] struct {
	free []T
	used int
}

// The sizes of slabs, in nodes: small files stay small, big files need few slabs.
const (
	firstSlab = 8
	lastSlab  = 512
)

// next returns a zero T.
func (s *slab[T]) next() *T {
	if s.used == len(s.free) {
		s.free = make([]T, min(max(2*len(s.free), firstSlab), lastSlab))
		s.used = 0
	}
	s.used++
	return &s.free[s.used-1]
}

// A list collects children. They are pushed on a stack while a node is being read; take then cuts the node's slice from
// a slab.
type list[T any] struct {
	stack []T
	free  []T
	size  int
}

func (l *list[T]) push(x T) { l.stack = append(l.stack, x) }

// mark returns where the children of a new node start.
func (l *list[T]) mark() int { return len(l.stack) }

// take removes the children since mark and returns them, nil if there are none.
func (l *list[T]) take(mark int) []T {
	n := len(l.stack) - mark
	if n == 0 {
		return nil
	}
	if n > len(l.free) {
		l.size = min(max(2*l.size, firstSlab), lastSlab)
		if n > l.size/2 {
			out := make([]T, n)
			l.moveTo(out, mark)
			return out
		}
		l.free = make([]T, l.size)
	}
	out := l.free[:n:n]
	l.free = l.free[n:]
	l.moveTo(out, mark)
	return out
}

func (l *list[T]) moveTo(out []T, mark int) {
	copy(out, l.stack[mark:])
	l.stack = l.stack[:mark]
}

// one returns a slice of just x.
func (l *list[T]) one(x T) []T {
	mark := l.mark()
	l.push(x)
	return l.take(mark)
}

// slabs holds a slab for each frequent type of node. The rare ones are allocated one by one.
type slabs struct {
	name      slab[Name]
	attribute slab[Attribute]
	constant  slab[Constant]
	call      slab[Call]
	keyword   slab[Keyword]
	exprStmt  slab[ExprStmt]
	assign    slab[Assign]
	subscript slab[Subscript]
	binOp     slab[BinOp]
	unaryOp   slab[UnaryOp]
	boolOp    slab[BoolOp]
	compare   slab[Compare]
	tuple     slab[TupleExpr]
	listExpr  slab[ListExpr]
	dict      slab[DictExpr]
	comp      slab[Comp]
	function  slab[FunctionDef]
	arguments slab[Arguments]
	arg       slab[Arg]
	ifStmt    slab[If]
	returns   slab[Return]
	alias     slab[Alias]
	imports   slab[ImportFrom]
	joined    slab[JoinedStr]
	formatted slab[FormattedValue]
	lambda    slab[Lambda]
	starred   slab[Starred]
	slices    slab[Slice]
	ifExp     slab[IfExp]
	raise     slab[Raise]
	assert    slab[Assert]
	handler   slab[ExceptHandler]
	try       slab[Try]
	forStmt   slab[For]
	with      slab[With]

	exprs      list[Expr]
	stmts      list[Stmt]
	patterns   list[Pattern]
	keywords   list[*Keyword]
	generators list[Generator]
	items      list[WithItem]
	aliases    list[*Alias]
	args       list[*Arg]
	names      list[string]
	ops        list[Operator]
	handlers   list[*ExceptHandler]
	cases      list[*MatchCase]
	typeParams list[*TypeParam]
}

// marks are the heights of all stacks.
type marks struct {
	exprs, patterns, keywords, generators, items, aliases, args, names, ops, handlers, cases, typeParams int
}

func (s *slabs) marks() marks {
	return marks{
		s.exprs.mark(), s.patterns.mark(), s.keywords.mark(), s.generators.mark(), s.items.mark(), s.aliases.mark(),
		s.args.mark(), s.names.mark(), s.ops.mark(), s.handlers.mark(), s.cases.mark(), s.typeParams.mark(),
	}
}

// reset drops what a failed statement left on the stacks. The statements' own stack is the recovery's business.
func (s *slabs) reset(m marks) {
	s.exprs.stack = s.exprs.stack[:m.exprs]
	s.patterns.stack = s.patterns.stack[:m.patterns]
	s.keywords.stack = s.keywords.stack[:m.keywords]
	s.generators.stack = s.generators.stack[:m.generators]
	s.items.stack = s.items.stack[:m.items]
	s.aliases.stack = s.aliases.stack[:m.aliases]
	s.args.stack = s.args.stack[:m.args]
	s.names.stack = s.names.stack[:m.names]
	s.ops.stack = s.ops.stack[:m.ops]
	s.handlers.stack = s.handlers.stack[:m.handlers]
	s.cases.stack = s.cases.stack[:m.cases]
	s.typeParams.stack = s.typeParams.stack[:m.typeParams]
}
