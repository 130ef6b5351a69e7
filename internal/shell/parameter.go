package shell

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"deploylint/internal/value"

	"mvdan.cc/sh/v3/syntax"
)

// parameter expands $NAME and ${NAME…}.
func (e *evaluator) parameter(s *state, p *syntax.ParamExp) piece {
	if p.Param == nil || p.Excl || p.Names != 0 || p.Repl != nil {
		return piece{val: value.NotKnown(value.Unread, "it is made when the script runs")}
	}
	x := e.named(s, p)
	switch {
	case p.Slice != nil:
		return e.sliced(s, x, p)
	case p.Length:
		return length(x)
	case p.Exp != nil && x.isList:
		if len(x.list) == 0 {
			return piece{val: e.expansion(s, p, value.NotKnown(value.Absent, "no argument is given"))}
		}
		if p.Exp.Op == syntax.AlternateUnset || p.Exp.Op == syntax.AlternateUnsetOrNull {
			// ${1+"$@"} and ${ARGS[@]+"${ARGS[@]}"}: the careful spelling of the list itself.
			if inner := e.pieces(s, p.Exp.Word.Parts, false); len(inner) == 1 && inner[0].isList {
				return inner[0]
			}
		}
		return x
	case p.Exp != nil:
		if inner := e.alternateList(s, p, x.val); inner != nil {
			return *inner
		}
		return piece{val: e.expansion(s, p, x.val)}
	}
	return x
}

// alternateList expands ${1+"$@"}, where the alternative is a list.
func (e *evaluator) alternateList(s *state, p *syntax.ParamExp, v value.Value) *piece {
	if (p.Exp.Op != syntax.AlternateUnset && p.Exp.Op != syntax.AlternateUnsetOrNull) || p.Exp.Word == nil {
		return nil
	}
	inner := e.pieces(s, p.Exp.Word.Parts, false)
	if len(inner) != 1 || !inner[0].isList {
		return nil
	}
	if v.Known() {
		return &inner[0]
	}
	return &piece{isList: true}
}

// named returns what stands behind the bare name.
func (e *evaluator) named(s *state, p *syntax.ParamExp) piece {
	name := p.Param.Value
	switch name {
	case "@", "*":
		if !s.argsKnown {
			unknown := Word{Text: e.text.written(p), Span: e.text.of(p), Why: value.NotKnown(value.Unread, "the arguments are not known")}
			return piece{isList: true, joined: name == "*", list: []Word{unknown}}
		}
		return piece{isList: true, joined: name == "*", list: s.args}
	case "#":
		if s.argsKnown {
			return piece{val: value.OfStr(strconv.Itoa(len(s.args)))}
		}
		return piece{val: value.NotKnown(value.Unread, "the arguments are not known")}
	case "0", "BASH_SOURCE":
		if e.options.Name.Text == "" {
			return piece{val: value.NotKnownFor(value.External, value.DependsOn("where the script lies"))}
		}
		return piece{val: e.options.Name.Value()}
	case "?", "$", "!", "-", "RANDOM", "SECONDS":
		return piece{val: value.NotKnown(value.Generated, "it differs with each run")}
	case "HOSTNAME", "UID", "EUID":
		return piece{val: value.NotKnownFor(value.Host, value.DependsOn("the machine"))}
	}
	if n, err := strconv.Atoi(name); err == nil && n > 0 {
		switch {
		case !s.argsKnown:
			return piece{val: value.NotKnown(value.Unread, "the arguments are not known")}
		case n > len(s.args):
			return piece{val: value.NotKnown(value.Absent, "no such argument is given")}
		}
		return piece{val: s.args[n-1].Value()}
	}
	if v, ok := s.vars[name]; ok && v.isList {
		return e.element(s, p, v)
	}
	x := piece{val: e.lookup(s, name)}
	if v, ok := s.vars[name]; ok {
		x.parts = v.parts
	}
	return x
}

// element returns an array's elements, or one of them.
func (e *evaluator) element(s *state, p *syntax.ParamExp, v *variable) piece {
	index := "0"
	if p.Index != nil {
		index = strings.TrimSpace(e.text.written(p.Index))
	}
	if index == "@" || index == "*" {
		return piece{isList: true, joined: index == "*", list: v.list}
	}
	i, ok := integer(e.arithmetic(s, p.Index))
	if p.Index == nil {
		i, ok = 0, true
	}
	switch {
	case !ok:
		return piece{val: value.NotKnown(value.Unread, "its place in an array is not known")}
	case i < 0 || i >= len(v.list):
		return piece{val: value.NotKnown(value.Absent, "the array has no such element")}
	}
	return piece{val: v.list[i].Value()}
}

// sliced expands ${@:2} for lists; slices of texts are not followed.
func (e *evaluator) sliced(s *state, x piece, p *syntax.ParamExp) piece {
	offset, ok := integer(e.arithmetic(s, p.Slice.Offset))
	if !x.isList || !ok || offset < 0 || p.Slice.Length != nil {
		return piece{val: value.NotKnown(value.Unread, "it is cut when the script runs")}
	}
	if p.Param.Value == "@" || p.Param.Value == "*" {
		offset = max(0, offset-1) // counts from $1
	}
	x.list = x.list[min(offset, len(x.list)):]
	return x
}

func length(x piece) piece {
	if x.isList {
		return piece{val: value.OfStr(strconv.Itoa(len(x.list)))}
	}
	if text, ok := x.val.Text(); ok {
		return piece{val: value.OfStr(strconv.Itoa(len([]rune(text))))}
	}
	return piece{val: x.val}
}

// expansion applies what stands behind the name: ${NAME:-default} and its kin.
func (e *evaluator) expansion(s *state, p *syntax.ParamExp, v value.Value) value.Value {
	if alternatives := v.Alternatives; !v.Known() && len(alternatives) > 0 {
		var all []value.Value
		for _, a := range alternatives {
			all = append(all, e.expansion(s, p, a))
		}
		all = distinct(all)
		if len(all) == 1 {
			return all[0]
		}
		joined := value.OneOf(all...)
		joined.Trail = v.Trail
		return joined
	}
	text, known := v.Text()
	open := !known && (v.Cause == value.Absent || v.Cause == value.External)
	empty := open
	switch p.Exp.Op {
	case syntax.DefaultUnsetOrNull, syntax.AlternateUnsetOrNull, syntax.AssignUnsetOrNull:
		empty = open || (known && text == "")
	default:
	}
	switch p.Exp.Op {
	case syntax.DefaultUnset, syntax.DefaultUnsetOrNull, syntax.AssignUnset, syntax.AssignUnsetOrNull:
		if !empty {
			return v
		}
		fallback := e.value(s, p.Exp.Word).With(value.Step{
			How: value.Fallback, Span: e.text.of(p), Name: p.Param.Value,
			Text: p.Param.Value + " is not supplied: the default in the script",
		})
		if p.Exp.Op == syntax.AssignUnset || p.Exp.Op == syntax.AssignUnsetOrNull {
			s.assign(p.Param.Value, &variable{val: fallback, exported: e.exported(s, p.Param.Value), span: e.text.of(p)})
		}
		return fallback
	case syntax.AlternateUnset, syntax.AlternateUnsetOrNull:
		switch {
		case empty:
			return value.OfStr("")
		case known:
			return e.value(s, p.Exp.Word)
		}
		return v
	case syntax.ErrorUnset, syntax.ErrorUnsetOrNull:
		return v
	default:
	}
	if !known || len(text) > maxText {
		return v
	}
	return e.transform(s, p, text)
}

// transform applies ${NAME%pattern} and its kin to a known text.
func (e *evaluator) transform(s *state, p *syntax.ParamExp, text string) value.Value {
	switch p.Exp.Op {
	case syntax.UpperAll:
		return value.OfStr(strings.ToUpper(text))
	case syntax.LowerAll:
		return value.OfStr(strings.ToLower(text))
	default:
	}
	pattern, ok := e.value(s, p.Exp.Word).Text()
	if !ok || len(text) > 1000 || strings.ContainsAny(pattern, `[\`) {
		return value.NotKnown(value.Unread, "it is cut when the script runs")
	}
	lengths := make([]int, 0, len(text)+1) // of what is cut off
	for n := range len(text) + 1 {
		lengths = append(lengths, n)
	}
	switch p.Exp.Op {
	case syntax.RemLargePrefix, syntax.RemLargeSuffix:
		slices.Reverse(lengths)
	case syntax.RemSmallPrefix, syntax.RemSmallSuffix:
	default:
		return value.NotKnown(value.Unread, "it is made when the script runs")
	}
	for _, n := range lengths {
		switch p.Exp.Op {
		case syntax.RemSmallPrefix, syntax.RemLargePrefix:
			if glob(pattern, text[:n]) {
				return value.OfStr(text[n:])
			}
		default:
			if glob(pattern, text[len(text)-n:]) {
				return value.OfStr(text[:len(text)-n])
			}
		}
	}
	return value.OfStr(text)
}

// substitution returns what $(…) prints, for the few commands whose output is known without running them.
func (e *evaluator) substitution(s *state, c *syntax.CmdSubst) value.Value {
	unknown := value.NotKnown(value.Unread, "a command prints it when the script runs")
	if len(c.Stmts) != 1 {
		return unknown
	}
	b, isBinary := c.Stmts[0].Cmd.(*syntax.BinaryCmd)
	if isBinary && b.Op == syntax.OrStmt {
		// $(command -v python3 || command -v python): the first is taken to be there.
		before := e.programs
		if v := e.substitution(s, &syntax.CmdSubst{Stmts: []*syntax.Stmt{b.X}}); e.programs > before {
			return v
		}
		return unknown
	}
	if isBinary && b.Op == syntax.AndStmt {
		// $(cd "$(dirname "$0")" && pwd)
		cd, okCD := b.X.Cmd.(*syntax.CallExpr)
		pwd, okPWD := b.Y.Cmd.(*syntax.CallExpr)
		if okCD && okPWD && len(cd.Args) > 0 && cd.Args[0].Lit() == "cd" && len(pwd.Args) > 0 && pwd.Args[0].Lit() == "pwd" {
			return e.resolve(s, e.fields(s, cd.Args[1:]))
		}
		return unknown
	}
	call, ok := c.Stmts[0].Cmd.(*syntax.CallExpr)
	if !ok || len(call.Args) == 0 {
		return unknown
	}
	words := e.fields(s, call.Args)
	if len(words) == 0 {
		return unknown
	}
	last := words[len(words)-1]
	switch words[0].Text {
	case "nproc", "hostname", "getconf":
		return value.NotKnownFor(value.Host, value.DependsOn("the machine"))
	case "date", "mktemp", "uuidgen", "openssl", "pwgen":
		return value.NotKnown(value.Generated, "it differs with each run")
	case "pwd":
		return s.dir
	case "command", "which", "type":
		if program, ok := lookedUp(words); ok {
			e.programs++
			return program.Value()
		}
	case "dirname":
		if len(words) == 2 && last.Known {
			return value.OfStr(path.Dir(last.Text))
		}
	case "basename":
		if len(words) == 2 && last.Known {
			return value.OfStr(path.Base(last.Text))
		}
	case "realpath", "readlink":
		return e.resolve(s, words[len(words)-1:])
	case "echo":
		return concatenate(spaced(words[1:]))
	}
	return unknown
}

// lookedUp returns the program that command -v, which and type -P look for: its path is not known, its name is.
func lookedUp(words []Word) (Word, bool) {
	name, args := words[0].Text, words[1:]
	option := ""
	for len(args) > 0 && args[0].Known && strings.HasPrefix(args[0].Text, "-") {
		option = args[0].Text
		args = args[1:]
	}
	switch {
	case len(args) != 1 || !args[0].Known || args[0].Text == "":
		return Word{}, false
	case name == "command" && option != "-v", name == "type" && option != "-p" && option != "-P":
		return Word{}, false
	}
	return args[0], true
}

func spaced(words []Word) []value.Value {
	var all []value.Value
	for i, w := range words {
		if i > 0 {
			all = append(all, value.OfStr(" "))
		}
		all = append(all, w.Value())
	}
	return all
}

// resolve returns the folder that cd would go to.
func (e *evaluator) resolve(s *state, words []Word) value.Value {
	for len(words) > 0 && words[0].Known && strings.HasPrefix(words[0].Text, "-") && words[0].Text != "-" {
		words = words[1:]
	}
	switch {
	case len(words) == 0:
		home, ok := e.lookup(s, "HOME").Text()
		if !ok {
			return value.NotKnown(value.External, "it is the home folder of the user that runs it")
		}
		return value.OfStr(home)
	case !words[0].Known:
		return words[0].Value()
	case words[0].Text == "-":
		return value.NotKnown(value.Unread, "it is the folder before")
	case strings.HasPrefix(words[0].Text, "/"):
		return value.OfStr(path.Clean(words[0].Text))
	}
	if dir, ok := s.dir.Text(); ok {
		return value.OfStr(path.Join(dir, words[0].Text))
	}
	return value.NotKnown(value.Unread, "it is relative to a folder that is not known")
}

// arithmetic evaluates $((…)) over known numbers.
func (e *evaluator) arithmetic(s *state, x syntax.ArithmExpr) value.Value {
	defer e.leave()
	if !e.enter(s) || x == nil {
		return value.NotKnown(value.Limit, "the script is too deep or too long")
	}
	unknown := value.NotKnown(value.Unread, "it is computed when the script runs")
	switch a := x.(type) {
	case *syntax.Word:
		v := e.value(s, a)
		text, ok := v.Text()
		if ok && len(a.Parts) == 1 && text != "" && !isNumber(text) {
			v = e.lookup(s, text) // a bare name
		}
		return v
	case *syntax.ParenArithm:
		return e.arithmetic(s, a.X)
	case *syntax.BinaryArithm:
		l, r := e.arithmetic(s, a.X), e.arithmetic(s, a.Y)
		m, okM := integer(l)
		n, okN := integer(r)
		switch {
		case !okM && !l.Known():
			return l
		case !okN && !r.Known():
			return r
		case !okM || !okN:
			return unknown
		}
		switch a.Op {
		case syntax.Add:
			return value.OfStr(strconv.Itoa(m + n))
		case syntax.Sub:
			return value.OfStr(strconv.Itoa(m - n))
		case syntax.Mul:
			return value.OfStr(strconv.Itoa(m * n))
		case syntax.Quo:
			if n != 0 {
				return value.OfStr(strconv.Itoa(m / n))
			}
		default:
		}
	}
	return unknown
}

func isNumber(text string) bool {
	_, err := strconv.Atoi(text)
	return err == nil
}

func integer(v value.Value) (int, bool) {
	text, ok := v.Text()
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(strings.TrimSpace(text))
	return n, err == nil && n > -1<<31 && n < 1<<31
}
