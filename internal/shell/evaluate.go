package shell

import (
	"slices"
	"strings"

	"deploylint/internal/source"
	"deploylint/internal/value"

	"mvdan.cc/sh/v3/syntax"
)

// Evaluate walks a script and returns what it would start. It runs nothing.
func Evaluate(t Text, o Options) *Result {
	e := &evaluator{options: o, text: t, result: &Result{}, functions: map[string]function{}}
	s := &state{
		vars: map[string]*variable{}, dir: o.Directory, args: o.Arguments, argsKnown: true,
		errexit: o.Errexit, allexport: o.Allexport,
	}
	if _, flags := shebang(t.code); len(flags) > 0 && strings.HasPrefix(flags[0], "-") {
		s.errexit = s.errexit || strings.Contains(flags[0], "e")
		s.allexport = s.allexport || strings.Contains(flags[0], "a")
	}
	statements, err := t.parse()
	e.fail(err)
	e.statements(s, statements, guard{final: true})
	e.finish(s)
	return e.result
}

type evaluator struct {
	options   Options
	text      Text
	result    *Result
	functions map[string]function
	steps     int
	depth     int
	// undecided counts the open conditions around the current statement.
	undecided int
	// subshells counts the subshells and pipes around it, where exec does not replace the script's shell.
	subshells int
	// background is set below "&".
	background bool
	// redirected is set for a simple command with redirections.
	redirected bool
	frames     []*frame
	trace      []step
	// programs counts the programs that $(command -v …) looked up: a test of one asks the machine.
	programs int
	// purposes are what the conditions around the current statement say of it.
	purposes []Purpose
}

// A frame is a function or a sourced file that is being walked; return leaves it.
type frame struct {
	returned []*state
	path     string // of a sourced file
	name     string // of a function
	assigned []string
}

// A function is a declared function with the text it stands in.
type function struct {
	body *syntax.Stmt
	text Text
}

// A step is a command whose failure matters.
type step struct {
	span    source.Span
	noticed bool
	// lookup is set for cd and source.
	lookup bool
	// start is the step's index in Result.Starts, or -1.
	start int
}

// guard says what becomes of a failure.
type guard struct {
	// noticed is set in a condition and left of ||.
	noticed bool
	// chained is set left of && where that is not the script's last statement: set -e does not see such a failure.
	chained bool
	// final is set where a failure is the script's own exit status.
	final bool
}

func (e *evaluator) fail(err error) {
	if e.result.Err == nil {
		e.result.Err = err
	}
}

// enter counts a step and a level of nesting; when a limit is reached the walk ends.
func (e *evaluator) enter(s *state) bool {
	e.steps++
	e.depth++
	switch {
	case e.steps > maxSteps:
		e.fail(errTooLong)
		s.dead = true
	case e.depth > maxDepth:
		e.fail(errTooDeep)
		s.dead = true
	}
	return !s.dead
}

func (e *evaluator) leave() { e.depth-- }

// fork copies a state, at a price that grows with what there is to copy.
func (e *evaluator) fork(s *state) *state {
	e.steps += (len(s.exports) + len(s.vars)) / 32
	return s.fork()
}

// finish turns the trace into answers.
func (e *evaluator) finish(s *state) {
	r := e.result
	if !s.dead {
		for _, i := range s.tail {
			r.Starts[i].Final = true
		}
	}
	for i := range r.Starts {
		if st := &r.Starts[i]; st.Final || st.Background || e.options.Steps {
			st.Exports = latest(st.Exports)
		} else {
			st.Exports = nil
		}
	}
	stops := true
	for _, st := range e.trace {
		if st.start >= 0 && r.Starts[st.start].Final {
			continue
		}
		stops = stops && st.noticed
		if st.lookup && !st.noticed && r.Unguarded.IsZero() {
			r.Unguarded = st.span
		}
	}
	r.StopsOnError = stops
	r.Exports = latest(s.exports)
}

// latest keeps the last export of each name, in the order of these.
func latest(exports []Export) []Export {
	seen := map[string]bool{}
	var kept []Export
	for _, x := range slices.Backward(exports) {
		if !seen[x.Name] {
			seen[x.Name] = true
			kept = append(kept, x)
		}
	}
	slices.Reverse(kept)
	return kept
}

func (e *evaluator) statements(s *state, list []*syntax.Stmt, g guard) outcome {
	last := succeeds
	for i, st := range list {
		if s.dead {
			break
		}
		inner := g
		inner.final = g.final && i == len(list)-1
		last = e.statement(s, st, inner)
	}
	return last
}

func (e *evaluator) statement(s *state, st *syntax.Stmt, g guard) outcome {
	defer e.leave()
	if !e.enter(s) || st == nil {
		return undecided
	}
	if st.Background && !e.background {
		e.background = true
		child := e.fork(s)
		e.command(child, st, guard{noticed: true})
		e.background = false
		s.background = union(s.background, child.background)
		return succeeds
	}
	result := e.command(s, st, g)
	if st.Negated {
		return result.not()
	}
	return result
}

// command walks one command. A command that is not a test is taken to succeed.
func (e *evaluator) command(s *state, st *syntax.Stmt, g guard) outcome {
	switch c := st.Cmd.(type) {
	case *syntax.CallExpr:
		e.redirected = len(st.Redirs) > 0
		return e.call(s, c, g)
	case *syntax.DeclClause:
		e.declare(s, c)
	case *syntax.Block:
		return e.statements(s, c.Stmts, g)
	case *syntax.Subshell:
		e.subshell(s, c.Stmts, g)
	case *syntax.BinaryCmd:
		return e.binary(s, c, g)
	case *syntax.IfClause:
		e.conditional(s, c, g)
	case *syntax.CaseClause:
		e.choose(s, c, g)
	case *syntax.WhileClause:
		e.loop(s, c, g)
	case *syntax.ForClause:
		e.repeat(s, c, g)
	case *syntax.FuncDecl:
		if c.Name != nil {
			e.functions[c.Name.Value] = function{body: c.Body, text: e.text}
		}
	case *syntax.TimeClause:
		if c.Stmt != nil {
			return e.statement(s, c.Stmt, g)
		}
	case *syntax.TestClause:
		before := e.programs
		if result := e.test(s, c.X); e.programs == before {
			return result
		}
		return undecided
	case *syntax.ArithmCmd, *syntax.LetClause, *syntax.CoprocClause:
		return undecided
	}
	return succeeds
}

// subshell walks statements whose assignments end with them.
func (e *evaluator) subshell(s *state, list []*syntax.Stmt, g guard) {
	e.subshells++
	child := e.fork(s)
	e.statements(child, list, g)
	e.subshells--
	s.tail, s.background = child.tail, child.background
}

// start records a program that is started. The exports are those of the state with what stands before the command.
func (e *evaluator) start(s *state, words []Word, at source.Span, extra []Export, exec bool) int {
	i := len(e.result.Starts)
	e.result.Starts = append(e.result.Starts, Start{
		Words: words, Span: at,
		Exec:        exec && e.subshells == 0 && !e.background,
		Conditional: e.undecided > 0,
		Background:  e.background,
		Redirected:  e.redirected,
		Purpose:     e.purpose(),
		Exports:     append(slices.Clip(s.exports), extra...),
		Directory:   s.dir,
		Virtualenv:  s.virtualenv,
	})
	switch {
	case e.background:
		s.background = append(s.background, i)
	default:
		s.tail = []int{i}
	}
	if exec {
		if e.subshells == 0 && !e.background {
			e.result.Starts[i].Final = true
		}
		s.dead = true
	}
	return i
}

// record notes a step for the question of whether failures are noticed.
func (e *evaluator) record(s *state, at source.Span, g guard, lookup bool, start int) {
	noticed := g.noticed || (s.errexit && !g.chained) || (g.chained && g.final)
	if start >= 0 && !e.background && e.undecided == 0 {
		e.result.Starts[start].Fails = !g.noticed && (g.final || s.errexit && !g.chained)
	}
	e.trace = append(e.trace, step{span: at, noticed: noticed, lookup: lookup, start: start})
}

// directory returns the working directory, "" when it is not known.
func (s *state) directory() string {
	text, _ := s.dir.Text()
	return text
}

// lookup returns a variable's value: the script's, else the environment's.
func (e *evaluator) lookup(s *state, name string) value.Value {
	if v, ok := s.vars[name]; ok {
		return v.val
	}
	if name == "PWD" && s.dir.Known() {
		return s.dir
	}
	return e.environment(name)
}

// environment returns what the script is given under a name.
func (e *evaluator) environment(name string) value.Value {
	if e.options.Lookup != nil {
		return e.options.Lookup(name)
	}
	v := value.NotKnownFor(value.External, value.Why(value.VariableInherited, name))
	v.Waits = []string{name}
	return v
}
