package python

import "strings"

// suite reads statements up to the end of the block or file.
func (p *parser) suite() []Stmt {
	mark := p.stmts.mark()
	p.partial = nil
	for !p.statements() {
		if len(p.errors) >= maxErrors {
			p.giveUp()
			break
		}
	}
	return p.stmts.take(mark)
}

// giveUp covers the rest of the file with one BadStmt: a file with so many errors is not Python.
func (p *parser) giveUp() {
	if p.kind == tokEOF {
		return
	}
	p.lineEnd = uint32(len(p.src))
	p.stmts.push(&BadStmt{Pos{p.from(), p.lineEnd}})
	p.at = len(p.toks) - 1
	p.kind = tokEOF
}

// statements reads statements and reports whether it came to the end of the block. If not, an error was met and is
// recovered from: call it again.
func (p *parser) statements() (done bool) {
	depth, blocks, marks := p.depth, p.blocks, p.marks()
	start, keep := p.at, p.stmts.mark()
	defer func() {
		if done {
			return
		}
		if r := recover(); r != nil {
			if _, ok := r.(bailout); !ok {
				panic(r)
			}
		}
		p.depth = depth
		p.reset(marks)
		p.stmts.stack = p.stmts.stack[:keep]
		p.resume(start, p.blocks-blocks)
		p.blocks = blocks
	}()
	indented := 0
	for {
		start, keep, p.partial = p.at, p.stmts.mark(), nil
		switch p.kind {
		case tokEOF:
			return true
		case tokDedent:
			if indented == 0 {
				return true
			}
			indented--
			p.next()
		case tokIndent:
			// The block belongs to nothing: read its statements as if they stood further left.
			p.strayIndent()
			indented++
		case tokBad:
			if !p.badToken(p.at).soft {
				p.fail("")
			}
			p.recordBad()
			p.next()
		case tokNewline:
			p.next() // left over from a tokBad that was skipped
		default:
			if p.compound() {
				continue
			}
			for {
				p.stmts.push(p.simple())
				if !p.accept(tokSemicolon) || p.kind == tokNewline {
					break
				}
				start, keep = p.at, p.stmts.mark()
			}
			p.endLine()
		}
	}
}

// endLine moves past the end of a simple statement's line.
func (p *parser) endLine() {
	if p.kind != tokNewline {
		p.fail("invalid syntax")
	}
	p.lineEnd = p.to()
	p.next()
}

// strayIndent moves past a tokIndent that nothing opened. Behind a statement that failed without opening a block, that is
// no error of its own.
func (p *parser) strayIndent() {
	n := p.stmts.mark()
	if n == 0 {
		p.errors = append(p.errors, SyntaxError{Pos: Pos{p.from(), p.from()}, Message: "unexpected indent"})
	} else if _, bad := p.stmts.stack[n-1].(*BadStmt); !bad {
		p.errors = append(p.errors, SyntaxError{Pos: Pos{p.from(), p.from()}, Message: "unexpected indent"})
	}
	p.next()
}

func (p *parser) recordBad() {
	bad := p.badToken(p.at)
	p.errors = append(p.errors, SyntaxError{Pos: bad.pos, Message: bad.message, Python2: bad.python2, Template: bad.holes})
}

// resume goes on behind a statement that failed: it stands from token start to the end of the logical line, with the
// block under it if it opened one, with the clauses that depend on it, and with what is left of the given number of blocks
// that it was in the middle of.
func (p *parser) resume(start, blocks int) {
	if p.partial != nil {
		if s, ok := p.partial.(*If); ok {
			s.endAt(s.To)
		}
		p.stmts.push(p.partial)
		start = p.clause
		p.partial = nil
	}
	p.skipLine()
	p.classify(&p.errors[len(p.errors)-1], start)
	p.skipBlock()
	for p.kind == tokElse || p.kind == tokElif || p.kind == tokExcept || p.kind == tokFinally {
		p.skipLine()
		p.skipBlock()
	}
	p.leaveBlocks(blocks)
	end := p.at
	for end > start && (p.toks[end-1].kind == tokNewline || p.toks[end-1].kind == tokDedent || p.toks[end-1].kind == tokIndent) {
		end--
	}
	bad := &BadStmt{Pos{p.toks[start].from, p.toks[start].to}}
	if end > start {
		bad.To = p.toks[end-1].to
	}
	p.lineEnd = bad.To
	p.stmts.push(bad)
}

// skipLine moves behind the next tokNewline.
func (p *parser) skipLine() {
	for p.kind != tokNewline && p.kind != tokEOF {
		p.next()
	}
	p.accept(tokNewline)
}

// leaveBlocks moves behind the end of n blocks.
func (p *parser) leaveBlocks(n int) {
	for n > 0 && p.kind != tokEOF {
		switch p.kind {
		case tokIndent:
			n++
		case tokDedent:
			n--
		default:
		}
		p.next()
	}
}

// skipBlock moves behind an indented block, if the last line ended with a colon and one follows.
func (p *parser) skipBlock() {
	if p.kind != tokIndent || p.at < 2 || p.toks[p.at-2].kind != tokColon {
		return
	}
	for depth := 0; p.kind != tokEOF; {
		switch p.kind {
		case tokIndent:
			depth++
		case tokDedent:
			depth--
		default:
		}
		p.next()
		if depth == 0 {
			return
		}
	}
}

// classify says whether the tokens of a failed logical line, from start on, are Python 2 or a template.
func (p *parser) classify(e *SyntaxError, start int) {
	line := p.toks[start:p.at]
	if n := len(line); n > 0 && line[n-1].kind == tokNewline {
		line = line[:n-1]
	}
	e.Template = e.Template || p.hasHole(line)
	if e.Template {
		e.Python2 = false
		return
	}
	e.Python2 = e.Python2 || p.isPython2(line)
	if e.Python2 && len(line) > 0 && e.Message == "invalid syntax" {
		switch word := p.text(line[0]); word {
		case "print", "exec":
			e.Message = "Missing parentheses in call to '" + word + "'. Did you mean " + word + "(...)?"
		}
	}
}

// isPython2 reports whether a line that is not Python 3 looks like Python 2.
func (p *parser) isPython2(line []token) bool {
	if len(line) == 0 {
		return false
	}
	for i, t := range line {
		switch {
		case t.kind == tokBad && p.src[t.from:t.to] == "`", t.kind == tokBad && p.src[t.from:t.to] == "<>":
			return true
		case t.kind == tokString && i > 0 && line[i-1].kind == tokName && line[i-1].to == t.from &&
			strings.EqualFold(p.text(line[i-1]), "ur"):
			return true
		}
	}
	if len(line) == 1 {
		return false
	}
	switch line[0].kind {
	case tokName:
		switch p.text(line[0]) {
		case "print", "exec":
			return startsExpr(line[1].kind) && line[1].kind != tokStar || line[1].kind == tokRightShift
		}
	case tokRaise:
		depth := 0
		for _, t := range line {
			switch t.kind {
			case tokLParen, tokLBracket, tokLBrace:
				depth++
			case tokRParen, tokRBracket, tokRBrace:
				depth--
			case tokComma:
				if depth == 0 {
					return true
				}
			default:
			}
		}
	case tokDef:
		// def f(a, (b, c)):
		for i, t := range line[2:] {
			if t.kind == tokLParen && (line[i+1].kind == tokComma || line[i+1].kind == tokLParen) {
				return true
			}
		}
	default:
	}
	return false
}

// hasHole reports whether a line that is not Python holds a template's hole. Strings do not count.
func (p *parser) hasHole(line []token) bool {
	for i, t := range line[:max(len(line)-1, 0)] {
		next := line[i+1]
		if t.to != next.from {
			continue
		}
		switch p.src[t.from:t.to] + p.src[next.from:min(next.to, next.from+1)] {
		case "{%", "%}", "{{", "}}", "<%", "%>", "${", "@@":
			return true
		case "%(":
			// %(name)s where an operand should stand
			if (i == 0 || level(line[i-1].kind) > 0 || line[i-1].kind == tokEqual || line[i-1].kind == tokComma ||
				line[i-1].kind == tokLParen || line[i-1].kind == tokLBracket || line[i-1].kind == tokColon) &&
				i+3 < len(line) && line[i+2].kind == tokName && line[i+3].kind == tokRParen {
				return true
			}
		}
	}
	return false
}
