package syntax

import (
	"path"
	"strings"
)

// A template knows the marks of the template languages that nginx files are written in: Jinja and its kin, ERB, EPP,
// Go templates.
type template struct {
	on bool
	// depth counts the conditionals and loops that are open.
	depth int
	// tags counts the control tags that were met.
	tags int
	// without holds the closing marks that are known not to follow any more, so that no text is searched twice.
	without map[string]bool
}

type templateKind uint8

const (
	// templateValue is replaced by a text: {{ domain }}.
	templateValue templateKind = iota
	// templateTag controls what follows: {% if x %}.
	templateTag
	// templateComment leaves nothing: {# x #}.
	templateComment
)

// A templatePiece is a value, tag or comment of the template language.
type templatePiece struct {
	kind   templateKind
	end    int
	change int  // of the depth of conditionals
	brings bool // stands for text from elsewhere
}

// isTemplate reports whether the file is filled in before nginx reads it.
func isTemplate(name, text string) bool {
	switch path.Ext(name) {
	case ".j2", ".jinja", ".jinja2", ".template", ".tmpl", ".tpl", ".erb", ".epp", ".gotmpl":
		return true
	}
	return strings.Contains(text, "{%") || strings.Contains(text, "<%") || hasOutsideLua(text, "{{")
}

// hasOutsideLua reports whether text holds mark. Lua tables nest with it, so text with Lua in it has none.
func hasOutsideLua(text, mark string) bool {
	return strings.Contains(text, mark) && !strings.Contains(text, "_by_lua")
}

// at returns the piece that begins at pos, if one does.
func (t *template) at(text string, pos int) (templatePiece, bool) {
	if !t.on || pos+3 > len(text) {
		return templatePiece{}, false
	}
	switch text[pos : pos+2] {
	case "{{":
		return t.value(text, pos)
	case "{%":
		return t.tag(text, pos, "%}")
	case "{#":
		end, ok := t.closing(text, pos, "#}")
		return templatePiece{kind: templateComment, end: end}, ok
	case "<%":
		switch text[pos+2] {
		case '=':
			end, ok := t.closing(text, pos, "%>")
			return templatePiece{end: end}, ok
		case '#':
			end, ok := t.closing(text, pos, "%>")
			return templatePiece{kind: templateComment, end: end}, ok
		}
		return t.tag(text, pos, "%>")
	}
	return templatePiece{}, false
}

// closing returns the offset behind the mark that closes the piece at pos.
func (t *template) closing(text string, pos int, mark string) (int, bool) {
	if t.without[mark] {
		return 0, false
	}
	n := strings.Index(text[pos+2:], mark)
	if n < 0 {
		if t.without == nil {
			t.without = map[string]bool{}
		}
		t.without[mark] = true
		return 0, false
	}
	return pos + 2 + n + len(mark), true
}

// value reads {{ x }}, which a Go template also controls with: {{ if .X }} … {{ end }}.
func (t *template) value(text string, pos int) (templatePiece, bool) {
	end, ok := t.closing(text, pos, "}}")
	if !ok {
		return templatePiece{}, false
	}
	p := templatePiece{end: end}
	switch firstName(text[pos+2 : end-2]) {
	case "if", "range", "with", "define", "block":
		p.kind, p.change = templateTag, 1
	case "end":
		p.kind, p.change = templateTag, -1
	case "else":
		p.kind = templateTag
	case "template", "include":
		p.kind, p.brings = templateTag, true
	}
	return p, true
}

// tag reads {% x %} or <% x %>.
func (t *template) tag(text string, pos int, mark string) (templatePiece, bool) {
	end, ok := t.closing(text, pos, mark)
	if !ok {
		return templatePiece{}, false
	}
	inside := strings.Trim(text[pos+2:end-2], "-+ \t\r\n")
	p := templatePiece{kind: templateTag, end: end}
	switch name := firstName(inside); {
	case name == "if" || name == "for" || name == "macro" || name == "call" || name == "unless" || name == "filter":
		p.change = 1
	case name == "end" || strings.HasPrefix(name, "end") && endsConditional(name[len("end"):]):
		p.change = -1
	case name == "include" || name == "block":
		p.brings = true
	case strings.HasPrefix(inside, "}"):
		p.change = -1
	}
	// Ruby's "x.each do |y|" and Puppet's "$x.each |$y| {" open a block at their end.
	if mark == "%>" && (strings.HasSuffix(inside, "{") || strings.Contains(inside, " do |") || strings.HasSuffix(inside, " do")) {
		if p.change <= 0 {
			p.change++
		}
	}
	return p, true
}

func endsConditional(name string) bool {
	switch name {
	case "if", "for", "macro", "call", "unless", "filter":
		return true
	default:
		return false
	}
}

// firstName returns the first word of a tag's text.
func firstName(text string) string {
	text = strings.TrimLeft(text, "-+ \t\r\n")
	end := 0
	for end < len(text) && isVariableByte(text[end]) {
		end++
	}
	return text[:end]
}

// count notes that the piece was met.
func (t *template) count(p templatePiece) {
	if p.kind == templateTag {
		t.tags++
		t.depth = max(0, t.depth+p.change)
	}
}

// hasPlaceholder reports whether the word holds a mark that some other program replaces: %(name)s, __NAME__, @@NAME@@,
// @NAME@, <NAME>, ${NAME} or $NAME. nginx's own variables are written in lower case.
func hasPlaceholder(text string, quoted bool) bool {
	for i := range len(text) {
		switch text[i] {
		case '$':
			if name := capitals(strings.TrimPrefix(text[i+1:], "{")); len(name) > 1 {
				return true
			}
		case '%':
			if rest := text[i+1:]; strings.HasPrefix(rest, "(") && strings.Contains(rest, ")s") {
				return true
			}
		case '_':
			if strings.HasPrefix(text[i:], "__") && closes(text[i+2:], "__") {
				return true
			}
		case '@':
			if closes(strings.TrimPrefix(text[i+1:], "@"), "@") {
				return true
			}
		case '<':
			if (i == 0 || text[i-1] != '?' && text[i-1] != 'P') && isAngled(text[i+1:], quoted) {
				return true
			}
		}
	}
	return false
}

// capitals returns the name in capitals that text begins with, "" where it goes on in other letters.
func capitals(text string) string {
	end := 0
	for end < len(text) && isVariableByte(text[end]) {
		if c := text[end]; 'a' <= c && c <= 'z' || end == 0 && (c < 'A' || c > 'Z') {
			return ""
		}
		end++
	}
	return text[:end]
}

// closes reports whether text begins with a name in capitals and mark.
func closes(text, mark string) bool {
	end := 0
	for end < len(text) && !strings.HasPrefix(text[end:], mark) {
		if c := text[end]; c != '_' && (c < 'A' || c > 'Z') && (c < '0' || c > '9') {
			return false
		}
		end++
	}
	return end > 0 && end < len(text)
}

// isAngled reports whether text goes on as a placeholder in angle brackets. In a quoted word it may be HTML, so only
// names that HTML does not have count there.
func isAngled(text string, quoted bool) bool {
	name, _, ok := strings.Cut(text, ">")
	if !ok || name == "" {
		return false
	}
	for i := range len(name) {
		if !isVariableByte(name[i]) && name[i] != '-' && name[i] != ' ' {
			return false
		}
	}
	return !quoted || strings.ToUpper(name) == name || strings.ContainsAny(name, "_-")
}
