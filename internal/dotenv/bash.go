package dotenv

import (
	"errors"
	"strings"

	"deploylint/internal/value"

	"mvdan.cc/sh/v3/syntax"
)

// maxOpeners is how many characters that may open something a file that a shell reads may hold. The shell's parser calls
// itself for each that is open, and Go cannot recover from a stack that overflows.
const maxOpeners = 5000

// carriage stands for "\r" while the shell's parser is at work.
const carriage = "\x01"

// bash tells what sourcing the file leaves in the environment. Nothing is run: what a command would print, and whatever
// depends on a condition, is unknown.
func (r *reading) bash() {
	openers := 0
	for _, word := range []string{"(", "{", "`", "[", "!", "if ", "while ", "until ", "case ", "do ", "time "} {
		openers += strings.Count(r.text, word)
	}
	if openers > maxOpeners {
		r.refuse(TooBig, 0, 0, "the file nests too deeply to be read as a shell script")
		return
	}
	b := &bashReader{reading: r, exported: map[string]bool{}, latest: map[string]int{}}
	parser := syntax.NewParser(syntax.Variant(syntax.LangBash))
	stop := 0
	var err error
	// The parser leaves out a "\r" before a line end, and a shell on Unix takes it for a part of the word. As another
	// control character it stays.
	for s, fault := range parser.StmtsSeq(strings.NewReader(strings.ReplaceAll(r.text, "\r", carriage))) {
		if err = errors.Join(err, fault); err != nil {
			continue // to break off would make the parser panic where it has a second error to tell
		}
		b.statement(s, bashCertain)
		stop = int(s.End().Offset())
	}
	if err != nil {
		stop = min(stop, len(r.text))
		at := stop + len(r.text[stop:]) - len(strings.TrimLeft(r.text[stop:], " \t\r\n;"))
		r.refuse(BadSyntax, at, lineEnd(r.text, at), "the shell cannot read the file from here on")
	}
}

// bashContext says whether a statement is sure to run where the file is sourced.
type bashContext uint8

const (
	bashCertain bashContext = iota
	// bashPerhaps: under a condition.
	bashPerhaps
)

type bashReader struct {
	*reading
	all      bool // set -a
	exported map[string]bool
	latest   map[string]int // the last entry of each name
}

func (b *bashReader) statement(s *syntax.Stmt, context bashContext) {
	if s.Background {
		b.lost(s.Cmd, `"&" makes it run in the background, where it changes nothing here`)
		return
	}
	switch c := s.Cmd.(type) {
	case *syntax.CallExpr:
		b.call(c, context)
	case *syntax.DeclClause:
		b.declare(c, context)
	case *syntax.BinaryCmd:
		b.binary(c, context)
	case *syntax.Block:
		for _, inner := range c.Stmts {
			b.statement(inner, context)
		}
	case *syntax.Subshell:
		b.lost(c, "it runs in a shell of its own, where it changes nothing here")
	case *syntax.FuncDecl, nil:
	default:
		b.conditional(c)
	}
}

// binary follows "a && b": behind a plain assignment, which never fails, b is sure to run.
func (b *bashReader) binary(c *syntax.BinaryCmd, context bashContext) {
	if c.Op != syntax.AndStmt && c.Op != syntax.OrStmt {
		b.lost(c, "it runs in a pipe, in a shell of its own")
		return
	}
	b.statement(c.X, context)
	call, plain := c.X.Cmd.(*syntax.CallExpr)
	plain = plain && len(call.Args) == 0 && !c.X.Negated
	switch {
	case plain && c.Op == syntax.AndStmt:
		b.statement(c.Y, context)
	case plain:
	default:
		b.statement(c.Y, bashPerhaps)
	}
}

// conditional records the assignments inside an if, a loop and the like: each may or may not happen.
func (b *bashReader) conditional(n syntax.Node) {
	syntax.Walk(n, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.Stmt:
			switch n.Cmd.(type) {
			case *syntax.CallExpr, *syntax.DeclClause:
				b.statement(n, bashPerhaps)
				return false
			}
		case *syntax.FuncDecl, *syntax.Subshell, *syntax.CmdSubst:
			return false
		}
		return true
	})
}

// lost records the assignments of a command that leaves nothing behind.
func (b *bashReader) lost(n syntax.Node, why string) {
	if n == nil {
		return
	}
	syntax.Walk(n, func(n syntax.Node) bool {
		if a, ok := n.(*syntax.Assign); ok && a.Name != nil {
			b.dropAssign(a, why)
		}
		return true
	})
}

func (b *bashReader) dropAssign(a *syntax.Assign, why string) {
	b.drop(a.Name.Value, int(a.Pos().Offset()), int(a.End().Offset()), why)
}

// call follows a command or, where no word is left, plain assignments.
func (b *bashReader) call(c *syntax.CallExpr, context bashContext) {
	if len(c.Args) == 0 {
		for _, a := range c.Assigns {
			b.assign(a, false, context)
		}
		return
	}
	for _, a := range c.Assigns {
		b.dropAssign(a, "a command follows on the same line, and the variable is set for that command alone")
	}
	name := strings.TrimPrefix(c.Args[0].Lit(), `\`)
	args := c.Args[1:]
	if name == "export" {
		b.exportWords(args, context)
		return
	}
	start, end := int(c.Pos().Offset()), int(c.End().Offset())
	if at := b.text[min(start, len(b.text)):min(end, len(b.text))]; strings.Contains(strings.SplitN(at, "\n", 2)[0], "=") {
		first, _, _ := strings.Cut(at, "=")
		if key := strings.TrimSpace(first); key != "" && !strings.ContainsAny(key, " \t\"'$") {
			b.drop(key, start, end, "the shell takes it for a command")
		}
	}
	switch name {
	case "set":
		b.option(args)
	case "unset":
		for _, a := range args {
			b.unset(a.Lit())
		}
	}
}

// exportWords follows an export that the parser takes for a plain command, as in "A=1 export B=2".
func (b *bashReader) exportWords(words []*syntax.Word, context bashContext) {
	for _, w := range words {
		lit, ok := w.Parts[0].(*syntax.Lit)
		if !ok {
			continue
		}
		name, rest, found := strings.Cut(lit.Value, "=")
		if shellName(name) != name || name == "" {
			continue
		}
		if !found {
			b.export(name)
			continue
		}
		value := *lit
		value.Value = rest
		parts := append([]syntax.WordPart{&value}, w.Parts[1:]...)
		key := *lit
		key.Value = name
		at := lit.ValuePos
		key.ValueEnd = syntax.NewPos(at.Offset()+uint(len(name)), at.Line(), at.Col()+uint(len(name)))
		b.assign(&syntax.Assign{Name: &key, Value: &syntax.Word{Parts: parts}}, true, context)
	}
}

// option follows "set -a" and "set -o allexport".
func (b *bashReader) option(args []*syntax.Word) {
	for i, a := range args {
		lit := a.Lit()
		switch {
		case strings.HasPrefix(lit, "-") && strings.Contains(lit, "a"), lit == "allexport" && i > 0 && args[i-1].Lit() == "-o":
			b.all = true
		case strings.HasPrefix(lit, "+") && strings.Contains(lit, "a"), lit == "allexport" && i > 0 && args[i-1].Lit() == "+o":
			b.all = false
		}
	}
}

func (b *bashReader) unset(name string) {
	for i := range b.entries {
		if b.entries[i].Key == name && b.entries[i].Dropped == "" {
			b.entries[i].Dropped = "it is unset further down"
		}
	}
	delete(b.scope.vars, name)
	delete(b.exported, name)
	delete(b.latest, name)
}

// declare follows export, declare, readonly and their like.
func (b *bashReader) declare(c *syntax.DeclClause, context bashContext) {
	export := c.Variant.Value == "export"
	for _, a := range c.Args {
		if a.Naked {
			lit := ""
			if a.Value != nil {
				lit = a.Value.Lit()
			}
			switch {
			case a.Name != nil && export:
				b.export(a.Name.Value)
			case strings.HasPrefix(lit, "-") && strings.Contains(lit, "x"):
				export = true
			case strings.HasPrefix(lit, "-n") && export, strings.HasPrefix(lit, "+") && strings.Contains(lit, "x"):
				export = false
			}
			continue
		}
		b.assign(a, export, context)
	}
}

// export marks a variable that was assigned before.
func (b *bashReader) export(name string) {
	b.exported[name] = true
	if i, ok := b.latest[name]; ok {
		b.entries[i].Exported = true
	}
}

func (b *bashReader) assign(a *syntax.Assign, export bool, context bashContext) {
	if a.Name == nil {
		return
	}
	name := a.Name.Value
	keyStart, keyEnd := int(a.Name.Pos().Offset()), int(a.Name.End().Offset())
	valueStart, valueEnd := min(keyEnd+1, int(a.End().Offset())), int(a.End().Offset())
	if a.Append {
		valueStart = min(keyEnd+2, valueEnd)
	}
	var v result
	switch {
	case a.Array != nil || a.Index != nil:
		v = result{unknown: value.Because("it is an array")}
	case a.Value != nil:
		v = b.word(a.Value.Parts, false, 0)
		if strings.HasPrefix(a.Value.Lit(), "~") {
			v = result{unknown: value.Because("it begins with somebody's home folder")}
		}
	}
	if a.Append {
		v = b.scope.reference(name).join(v)
	}
	if context == bashPerhaps {
		v = result{unknown: value.Because("it is set under a condition")}
	}
	if export || b.all {
		b.exported[name] = true
	}
	if strings.Contains(b.text, "\r") {
		v.text = strings.ReplaceAll(v.text, carriage, "\r")
	}
	e := b.add(name, keyStart, keyEnd, valueStart, valueEnd)
	e.Exported = b.exported[name]
	b.set(e, v)
	b.latest[name] = len(b.entries) - 1
}

// word returns the text of a word's parts.
func (b *bashReader) word(parts []syntax.WordPart, quoted bool, depth int) result {
	var v result
	if depth > maxDepth {
		return result{unknown: value.Because("it nests too deeply")}
	}
	for _, p := range parts {
		switch p := p.(type) {
		case *syntax.Lit:
			v = v.join(result{text: bashLiteral(p.Value, quoted)})
		case *syntax.SglQuoted:
			if p.Dollar && strings.Contains(p.Value, `\`) {
				v = v.join(result{unknown: value.Because("it holds escapes of the shell's own")})
				continue
			}
			v = v.join(result{text: p.Value})
		case *syntax.DblQuoted:
			v = v.join(b.word(p.Parts, true, depth+1))
		case *syntax.ParamExp:
			v = v.join(b.parameter(p, quoted, depth))
		case *syntax.CmdSubst:
			v = v.join(result{unknown: value.Because("it is what a command prints")})
		default:
			v = v.join(result{unknown: value.Because("the shell computes it")})
		}
	}
	return v
}

// parameter returns the value of $NAME, ${NAME} and ${NAME:-default}.
func (b *bashReader) parameter(p *syntax.ParamExp, quoted bool, depth int) result {
	name := ""
	if p.Param != nil {
		name = p.Param.Value
	}
	plain := name != "" && shellName(name) == name && p.Flags == nil && !p.Excl && !p.Length && !p.Width && !p.IsSet &&
		p.NestedParam == nil && p.Index == nil && len(p.Modifiers) == 0 && p.Slice == nil && p.Repl == nil && p.Names == 0
	if !plain {
		return result{unknown: value.Because("the shell computes it")}
	}
	if p.Exp == nil {
		return b.scope.reference(name)
	}
	v, supply := b.scope.lookup(name)
	missing := supply == Open || supply == Unset
	switch p.Exp.Op {
	case syntax.DefaultUnset, syntax.AssignUnset:
	case syntax.DefaultUnsetOrNull, syntax.AssignUnsetOrNull:
		missing = missing || supply == Set && v.text == ""
	default:
		return result{unknown: value.Because("the shell computes it")}
	}
	if !missing {
		return v
	}
	if p.Exp.Word == nil {
		return result{}
	}
	return b.word(p.Exp.Word.Parts, quoted, depth+1)
}

// bashLiteral removes the backslashes that the shell removes.
func bashLiteral(text string, quoted bool) string {
	if !strings.Contains(text, `\`) {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] != '\\' || i+1 >= len(text) {
			b.WriteByte(text[i])
			continue
		}
		i++
		switch {
		case text[i] == '\n':
		case quoted && strings.IndexByte("$`\"\\", text[i]) < 0:
			b.WriteByte('\\')
			b.WriteByte(text[i])
		default:
			b.WriteByte(text[i])
		}
	}
	return b.String()
}
