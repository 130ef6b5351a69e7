package yaml

import (
	"slices"
	"strings"
	"unicode/utf8"

	"deploylint/internal/source"
)

// A Node is one value of a document. All questions may be asked of nil too, which stands for what is not there.
type Node struct {
	// Kind is what it is.
	Kind Kind
	// Tag is its tag in the short form, "!!str" or "!override"; that which follows from its text where none is written.
	Tag string
	// Value is the text of a scalar.
	Value string

	file         *source.File
	line, column int
	// content are the elements of a sequence, or keys and values of a mapping in turn; alias is what an alias stands for.
	content []*Node
	alias   *Node
}

// Kind is what a node is.
type Kind uint8

// The kinds.
const (
	Scalar Kind = iota
	Sequence
	Mapping
	// alias is not seen from outside: who asks gets what it stands for.
	alias
)

// A Pair is an entry of a mapping.
type Pair struct{ Key, Value *Node }

// The limits of what is followed.
const (
	maxHops   = 8     // aliases of aliases
	maxMerges = 8     // merge keys within each other
	maxPairs  = 10000 // entries of one mapping with all that is merged into it
)

// target follows an alias.
func (n *Node) target() *Node {
	for range maxHops {
		if n == nil || n.Kind != alias {
			return n
		}
		n = n.alias
	}
	return nil
}

// File returns the file that the node stands in.
func (n *Node) File() *source.File { return n.file }

// Get returns a mapping's value under a key, with what "<<" merges in; nil where there is none.
func (n *Node) Get(key string) *Node { return n.get(key, 0, nil) }

// get looks once into each mapping: a second look finds nothing new, however many aliases lead there.
func (n *Node) get(key string, depth int, seen map[*Node]bool) *Node {
	n = n.target()
	if n == nil || n.Kind != Mapping || depth > maxMerges || seen[n] {
		return nil
	}
	for i := len(n.content) - 2; i >= 0; i -= 2 {
		if n.content[i].Value == key {
			return n.content[i+1].target()
		}
	}
	for i := 0; i+1 < len(n.content); i += 2 {
		if n.content[i].Value != "<<" {
			continue
		}
		if seen == nil {
			seen = map[*Node]bool{}
		}
		seen[n] = true
		merged := n.content[i+1].target()
		if merged == nil {
			continue
		}
		if merged.Kind != Sequence {
			return merged.get(key, depth+1, seen)
		}
		for _, one := range merged.content {
			if found := one.get(key, depth+1, seen); found != nil {
				return found
			}
		}
	}
	return nil
}

// Pairs returns the entries of a mapping, those that "<<" merges in first, so that later ones win.
func (n *Node) Pairs() []Pair {
	left := maxPairs
	return n.pairs(0, &left)
}

// pairs takes each entry and each merge from what is left, so that merges of merges end.
func (n *Node) pairs(depth int, left *int) []Pair {
	n = n.target()
	if n == nil || n.Kind != Mapping || depth > maxMerges {
		return nil
	}
	var merged, own []Pair
	for i := 0; i+1 < len(n.content) && *left > 0; i += 2 {
		*left--
		m := n.content[i+1].target()
		switch {
		case n.content[i].Value != "<<":
			own = append(own, Pair{n.content[i], m})
		case m != nil && m.Kind == Sequence:
			for _, one := range slices.Backward(m.content) {
				*left--
				merged = append(merged, one.pairs(depth+1, left)...)
			}
		default:
			merged = append(merged, m.pairs(depth+1, left)...)
		}
	}
	return append(merged, own...)
}

// Items returns the elements of a sequence; anything else is the only one.
func (n *Node) Items() []*Node {
	n = n.target()
	switch {
	case n == nil:
		return nil
	case n.Kind != Sequence:
		return []*Node{n}
	}
	var all []*Node
	for _, one := range n.content {
		all = append(all, one.target())
	}
	return all
}

// IsNull reports whether a node is null or missing.
func (n *Node) IsNull() bool { return n == nil || n.Kind == Scalar && n.Tag == "!!null" }

// Text returns the text of a scalar, "" for anything else.
func (n *Node) Text() string {
	if n = n.target(); n.IsNull() || n.Kind != Scalar {
		return ""
	}
	return n.Value
}

// Span returns the place of a node: a scalar with its quotes, a block scalar with its lines, else the rest of the line. It is
// zero for what is not there.
func (n *Node) Span() source.Span {
	switch {
	case n == nil:
		return source.Span{}
	case n.line < 1:
		return n.file.Span(0, 0)
	}
	line := n.file.LineSpan(n.line)
	start := line.Start
	for range n.column - 1 {
		if start >= line.End {
			break
		}
		_, size := utf8.DecodeRuneInString(n.file.Text[start:line.End])
		start += size
	}
	rest := n.file.Text[start:line.End]
	switch {
	case rest == "":
	case n.Kind != Scalar:
		return n.file.Span(start, line.End)
	case rest[0] == '"' || rest[0] == '\'':
		if end := closingQuote(n.file.Text, start); end > start {
			return n.file.Span(start, end)
		}
	case rest[0] == '|' || rest[0] == '>':
		return n.block(start)
	case strings.HasPrefix(rest, n.Value):
		return n.file.Span(start, start+len(n.Value))
	}
	return n.file.Span(start, line.End)
}

// closingQuote returns the offset behind the quoted scalar that begins at start.
func closingQuote(text string, start int) int {
	quote := text[start]
	for i := start + 1; i < len(text); i++ {
		switch {
		case text[i] == '\\' && quote == '"':
			i++
		case text[i] == quote && quote == '\'' && i+1 < len(text) && text[i+1] == quote:
			i++
		case text[i] == quote:
			return i + 1
		}
	}
	return 0
}

// block returns the place of a block scalar: all lines that are deeper than its first one is at least.
func (n *Node) block(start int) source.Span {
	end := n.file.LineSpan(n.line).End
	indent := -1
	for i := n.line + 1; i <= n.file.LineCount(); i++ {
		content := n.file.Line(i)
		trimmed := strings.TrimLeft(content, " ")
		if trimmed == "" {
			continue
		}
		depth := len(content) - len(trimmed)
		if indent < 0 {
			indent = depth
		}
		if depth < indent {
			break
		}
		end = n.file.LineSpan(i).End
	}
	return n.file.Span(start, end)
}
