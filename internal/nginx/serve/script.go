package serve

import (
	"slices"
	"strconv"
	"strings"

	"deploylint/internal/nginx"
	"deploylint/internal/nginx/pcre"
	"deploylint/internal/nginx/syntax"
	"deploylint/internal/value"
)

// A text is the value of a variable, which may not be known.
type text struct {
	value string
	known bool
}

// rewrite runs the directives of the rewrite module in a block, and in the if blocks of it whose conditions hold.
func (x *exchange) rewrite(b *nginx.Block) step {
	how, _ := x.runScript(b)
	return how
}

// runScript runs one block. over means that the codes of the block around it are over too.
func (x *exchange) runScript(b *nginx.Block) (how step, over bool) {
	for _, e := range b.Entries {
		if e.Data || !e.Is("set", "if", "return", "rewrite", "break") {
			continue
		}
		if e.Conditional || e.Hole() {
			x.doubt("a template has a part in a rewrite")
		}
		switch e.Name.Text {
		case "set":
			value, ok := x.text(e.Arg(1).Text)
			x.set(strings.TrimPrefix(e.Arg(0).Text, "$"), text{value, ok})
		case "break":
			x.stopChange()
			return goOn, true
		case "return":
			return x.doReturn(e), true
		case "rewrite":
			if how, over = x.doRewrite(e); over || how != goOn {
				return how, true
			}
		case "if":
			switch x.condition(e.Directive) {
			case value.True:
				if e.Inner.Context == syntax.LocationIfContext {
					x.block = e.Inner
					x.takeHandler(e.Inner)
				}
				if how, over = x.runScript(e.Inner); over || how != goOn {
					return how, true
				}
			case value.Undecided:
				x.doubt("the condition of an if is not known")
			case value.False:
			}
		}
	}
	return goOn, false
}

// stopChange has the request stay in its location although the path changed.
func (x *exchange) stopChange() {
	if x.changed {
		x.validLocation, x.changed = false, false
	}
}

func (x *exchange) set(name string, t text) {
	if x.variables == nil {
		x.variables = map[string]text{}
	}
	x.variables[strings.ToLower(name)] = t
}

// doReturn ends the request as return says (ngx_http_script_return_code).
func (x *exchange) doReturn(e nginx.Entry) step {
	code, err := strconv.Atoi(e.Arg(0).Text)
	body := e.Arg(1).Text
	if err != nil {
		code, body = 302, e.Arg(0).Text
	}
	x.reply.Handler, x.reply.By = nginx.Returns, e
	if code >= 400 && body == "" {
		return x.fail(code)
	}
	said, ok := x.text(body)
	if !ok {
		x.doubt("the text of a return is not known")
	}
	switch code {
	case 301, 302, 303, 307, 308:
		x.reply.Redirect = said
		return x.fail(code)
	}
	x.reply.Status, x.reply.Body = code, said
	if x.errStatus != 0 {
		x.reply.Status = x.errStatus
	}
	return x.finish()
}

// doRewrite changes the path (ngx_http_script_regex_start_code, …_end_code). over means that no directive follows.
func (x *exchange) doRewrite(e nginx.Entry) (how step, over bool) {
	switch x.match(pcre.Compile(e.Arg(0).Text, false), x.uri) {
	case value.False:
		x.captures = nil
		return goOn, false
	case value.Undecided:
		x.doubt("whether a rewrite matches is not known")
		return goOn, false
	case value.True:
	}
	replacement, dropArgs := strings.CutSuffix(e.Arg(1).Text, "?")
	flag := e.Arg(2).Text
	outside := nginx.RedirectsTo(replacement, flag)
	x.internal, x.validUnparsed = true, false
	if x.changed = flag != "break"; !x.changed {
		x.validLocation = false
	}
	if outside {
		x.reply.Handler, x.reply.By = nginx.Returns, e
		return x.rewriteRedirect(replacement, flag, dropArgs), true
	}
	path, query, hasQuery := strings.Cut(replacement, "?")
	uri, known := x.expand(path, false)
	args := x.args
	if hasQuery {
		var ok bool
		args, ok = x.expand(query, x.quoted || x.plus)
		known = known && ok
		if !dropArgs && x.args != "" {
			args += "&" + x.args
		}
	} else if dropArgs {
		args = ""
	}
	if !known {
		x.doubt("what a rewrite makes of the path is not known")
	}
	x.uri, x.args = uri, args
	if uri == "" {
		return x.fail(500), true
	}
	return goOn, flag == "last" || flag == "break"
}

// rewriteRedirect ends the request with the redirect that a rewrite makes.
func (x *exchange) rewriteRedirect(replacement, flag string, dropArgs bool) step {
	to, known := x.expand(replacement, x.quoted || x.plus)
	if !known {
		x.doubt("where a rewrite redirects to is not known")
	}
	to = unescapeRedirect(to)
	if !dropArgs && x.args != "" {
		if strings.Contains(replacement, "?") {
			to += "&" + x.args
		} else {
			to += "?" + x.args
		}
	}
	x.reply.Redirect = to
	if flag == "permanent" {
		return x.fail(301)
	}
	return x.fail(302)
}

// condition evaluates an if.
func (x *exchange) condition(d *syntax.Directive) value.Tri {
	c, ok := nginx.Condition(d)
	if !ok {
		return value.Undecided
	}
	negated := strings.HasPrefix(c.Operator, "!")
	if c.Variable == "" {
		return flip(x.fileCondition(c), negated)
	}
	left, ok := x.variable(strings.Trim(c.Variable, "{}"))
	if !ok {
		return value.Undecided
	}
	switch c.Operator {
	case "":
		return value.TriOf(left != "" && left != "0")
	case "=", "!=":
		right, ok := x.text(c.Value.Text)
		if !ok {
			return value.Undecided
		}
		return value.TriOf((left == right) != negated)
	}
	found := x.match(pcre.Compile(c.Value.Text, strings.HasSuffix(c.Operator, "*")), left)
	if found == value.False {
		x.captures = nil
	}
	return flip(found, negated)
}

func flip(t value.Tri, negated bool) value.Tri {
	if negated {
		return t.Not()
	}
	return t
}

// fileCondition evaluates -f, -d and -e, negated ones as if they were not.
func (x *exchange) fileCondition(c nginx.If) value.Tri {
	path, ok := x.text(c.Value.Text)
	if !ok {
		return value.Undecided
	}
	kind := x.world.stat(path)
	if kind == FileNotKnown {
		return value.Undecided
	}
	switch strings.TrimPrefix(c.Operator, "!") {
	case "-f":
		return value.TriOf(kind == RegularFile)
	case "-d":
		return value.TriOf(kind == Folder)
	case "-e":
		return value.TriOf(kind == RegularFile || kind == Folder)
	default:
		return value.Undecided
	}
}

// match runs a pattern and keeps its captures where it matches.
func (x *exchange) match(m *pcre.Matcher, text string) value.Tri {
	captures, found := m.Find(text)
	if found != value.True {
		return found
	}
	x.captures, x.capturesUnknown = captures, !m.Known()
	x.matches++
	x.setNamed(m, captures)
	return found
}

func (x *exchange) setNamed(m *pcre.Matcher, captures []string) {
	for i, name := range m.Names() {
		if name != "" {
			x.set(name, text{captures[i], true})
		}
	}
}

// text evaluates a parameter with variables.
func (x *exchange) text(parameter string) (value string, known bool) {
	return x.expand(parameter, false)
}

// expand evaluates a parameter, with its captures escaped where that is asked for.
func (x *exchange) expand(parameter string, escape bool) (expanded string, known bool) {
	known = true
	before, captures := x.matches, false
	expanded = syntax.ReplaceVariables(parameter, func(name string) string {
		if '1' <= name[0] && name[0] <= '9' {
			captures = true
			n := int(name[0] - '0')
			switch {
			case x.capturesUnknown:
				known = false
			case n < len(x.captures) && escape:
				return escapeURI(x.captures[n], true)
			case n < len(x.captures):
				return x.captures[n]
			}
			return ""
		}
		value, ok := x.variable(name)
		known = known && ok
		return value
	})
	// A map with patterns has captures of its own, and nginx mixes them up with those of the parameter.
	return expanded, known && (!captures || x.matches == before)
}

// lookup evaluates the variable of a map block.
func (x *exchange) lookup(name string) (value string, known, found bool) {
	for _, http := range x.config.HTTP {
		for _, e := range http.All("map") {
			if e.Inner == nil || !strings.EqualFold(strings.TrimPrefix(e.Arg(1).Text, "$"), name) {
				continue
			}
			if x.evaluating++; x.evaluating > 8 {
				return "", false, true
			}
			key, ok := x.text(e.Arg(0).Text)
			if ok {
				value, ok = x.inMap(e.Inner, key)
			}
			x.evaluating--
			x.set(name, text{value, ok}) // a map is asked once
			return value, ok, true
		}
	}
	return "", false, false
}

// inMap looks a key up in a map.
func (x *exchange) inMap(b *nginx.Block, key string) (found string, known bool) {
	if len(b.Unresolved) > 0 || slices.ContainsFunc(b.Entries, func(e nginx.Entry) bool { return e.Name.Text == "hostnames" || e.Hole() || e.Conditional }) {
		return "", false
	}
	fallback := ""
	var patterns []nginx.Entry
	for _, e := range b.Entries {
		switch name := e.Name.Text; {
		case name == "default" && e.Name.Quote == 0:
			fallback = e.Arg(0).Text
		case strings.HasPrefix(name, "~"):
			patterns = append(patterns, e)
		case strings.EqualFold(strings.TrimPrefix(name, `\`), key):
			return x.text(e.Arg(0).Text)
		}
	}
	for _, e := range patterns {
		pattern, insensitive := strings.CutPrefix(e.Name.Text[1:], "*")
		switch x.match(pcre.Compile(pattern, insensitive), key) {
		case value.True:
			return x.text(e.Arg(0).Text)
		case value.Undecided:
			return "", false
		case value.False:
		}
	}
	return x.text(fallback)
}
