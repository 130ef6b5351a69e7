package nginx

import (
	"regexp"
	"strings"

	"deploylint/internal/nginx/syntax"
)

// Variable returns the one set directive that gives a variable its value in the block, by the block's own directives and
// those around it. It is not known where there are several, where an if decides, and where the value is not a plain text.
func (b *Block) Variable(name string) (set Entry, known bool) {
	const many = 100 // set directives of one block; with more nobody knows which is meant
	count := 0
	for ; b != nil; b = b.Parent {
		all := b.All("set")
		for _, e := range b.All("if") {
			if e.Inner != nil {
				all = append(all, e.Inner.All("set")...)
			}
		}
		if len(all) > many {
			return Entry{}, false
		}
		for _, e := range all {
			if e.Arg(0).Text == "$"+name {
				set = e
				count++
			}
		}
	}
	return set, count == 1 && !set.Conditional && !set.Arg(1).Hole && !strings.Contains(set.Arg(1).Text, "$") && set.Outer.Context != syntax.LocationIfContext && set.Outer.Context != syntax.ServerIfContext
}

// variable is one in a text: $name or ${name}.
var variable = regexp.MustCompile(`\$(?:\{(\w+)\}|(\w+))`)

// pathVariables are those whose value begins with a slash, so that an address ends before them.
var pathVariables = regexp.MustCompile(`\$(request_uri|uri|document_uri)\b|\$\{(request_uri|uri|document_uri)\}`)

// filledIn returns the word of a pass directive with the variables in it replaced whose one value set gives, and the words that
// gave them.
func (e Entry) filledIn(w syntax.Word) (text string, from []syntax.Word) {
	if w.Hole || !strings.Contains(w.Text, "$") {
		return w.Text, nil
	}
	text = variable.ReplaceAllStringFunc(w.Text, func(use string) string {
		set, known := e.Outer.Variable(strings.Trim(use, "${}"))
		if !known {
			return use
		}
		from = append(from, set.Arg(1))
		return set.Arg(1).Text
	})
	return text, from
}
