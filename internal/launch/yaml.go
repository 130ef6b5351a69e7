package launch

import (
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"deploylint/internal/source"
)

// The limits of what is read as YAML.
const (
	maxYAML    = 256 << 10
	maxAliases = 100
	maxDepth   = 64
)

// A document is a YAML (or JSON) file as nodes. Aliases are followed where they are asked for, never expanded.
type document struct {
	file *source.File
	root *yaml.Node
	// dir is the folder that the paths of a compose file start from.
	dir string
}

// readYAML reads a file; nil where it is no YAML. The library's errors quote the file, so they are not passed on.
func (r *reader) readYAML(f *source.File) *document {
	var root yaml.Node
	if len(f.Text) > maxYAML {
		r.notify(source.Warning, f.Span(0, 0), "the file is too big and was not read")
		return nil
	}
	if err := yaml.Unmarshal([]byte(f.Text), &root); err != nil {
		level := source.Warning
		if strings.Contains(f.Text, "{%") || strings.Contains(f.Text, "{{") {
			level = source.Note // a template of such a file
		}
		r.notify(level, f.Span(0, 0), "the file is not valid YAML and was not read")
		return nil
	}
	if len(root.Content) == 0 {
		return nil
	}
	if aliases(&root, 0) > maxAliases {
		r.notify(source.Warning, f.Span(0, 0), "the file has too many aliases and was not read")
		return nil
	}
	return &document{file: f, root: root.Content[0]}
}

// aliases counts the aliases of a tree. One that is too deep counts as having too many.
func aliases(n *yaml.Node, depth int) int {
	switch {
	case n.Kind == yaml.AliasNode:
		return 1
	case depth > maxDepth:
		return maxAliases + 1
	}
	count := 0
	for _, one := range n.Content {
		count += aliases(one, depth+1)
	}
	return count
}

// target follows an alias.
func target(n *yaml.Node) *yaml.Node {
	for range maxWrappers {
		if n == nil || n.Kind != yaml.AliasNode {
			return n
		}
		n = n.Alias
	}
	return nil
}

// get returns a mapping's value under a key, with what "<<" merges in.
func get(n *yaml.Node, key string) *yaml.Node { return getDeep(n, key, 0) }

func getDeep(n *yaml.Node, key string, depth int) *yaml.Node {
	n = target(n)
	if n == nil || n.Kind != yaml.MappingNode || depth > maxWrappers {
		return nil
	}
	for i := len(n.Content) - 2; i >= 0; i -= 2 {
		if n.Content[i].Value == key {
			return target(n.Content[i+1])
		}
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value != "<<" {
			continue
		}
		merged := target(n.Content[i+1])
		if merged == nil {
			continue
		}
		if merged.Kind != yaml.SequenceNode {
			return getDeep(merged, key, depth+1)
		}
		for _, one := range merged.Content {
			if found := getDeep(one, key, depth+1); found != nil {
				return found
			}
		}
	}
	return nil
}

// A pair is an entry of a mapping.
type pair struct{ key, val *yaml.Node }

// pairs returns the entries of a mapping, those that "<<" merges in first, so that later ones win.
func pairs(n *yaml.Node) []pair { return pairsDeep(n, 0) }

func pairsDeep(n *yaml.Node, depth int) []pair {
	n = target(n)
	if n == nil || n.Kind != yaml.MappingNode || depth > 3 {
		return nil
	}
	var merged, own []pair
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value != "<<" {
			own = append(own, pair{n.Content[i], target(n.Content[i+1])})
			continue
		}
		m := target(n.Content[i+1])
		if m != nil && m.Kind == yaml.SequenceNode {
			for _, one := range slices.Backward(m.Content) {
				merged = append(merged, pairsDeep(one, depth+1)...)
			}
			continue
		}
		merged = append(merged, pairsDeep(m, depth+1)...)
	}
	return append(merged, own...)
}

// items returns the elements of a sequence; a scalar is the only one.
func items(n *yaml.Node) []*yaml.Node {
	n = target(n)
	switch {
	case n == nil:
		return nil
	case n.Kind == yaml.SequenceNode:
		var all []*yaml.Node
		for _, one := range n.Content {
			all = append(all, target(one))
		}
		return all
	}
	return []*yaml.Node{n}
}

// isNull reports whether a node is null or missing.
func isNull(n *yaml.Node) bool { return n == nil || n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// text returns the text of a scalar, "" for anything else.
func text(n *yaml.Node) string {
	if n = target(n); n == nil || n.Kind != yaml.ScalarNode || isNull(n) {
		return ""
	}
	return n.Value
}

// span returns the place of a node: a scalar with its quotes, a block scalar with its lines, else the rest of the line.
func (d *document) span(n *yaml.Node) source.Span {
	if n == nil || n.Line < 1 {
		return d.file.Span(0, 0)
	}
	line := d.file.LineSpan(n.Line)
	start := line.Start
	for range n.Column - 1 {
		if start >= line.End {
			break
		}
		_, size := utf8.DecodeRuneInString(d.file.Text[start:line.End])
		start += size
	}
	rest := d.file.Text[start:line.End]
	switch {
	case rest == "":
	case n.Kind != yaml.ScalarNode:
		return d.file.Span(start, line.End)
	case rest[0] == '"' || rest[0] == '\'':
		if end := closingQuote(d.file.Text, start); end > start {
			return d.file.Span(start, end)
		}
	case rest[0] == '|' || rest[0] == '>':
		return d.block(start, n.Line)
	case strings.HasPrefix(rest, n.Value):
		return d.file.Span(start, start+len(n.Value))
	}
	return d.file.Span(start, line.End)
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
func (d *document) block(start, line int) source.Span {
	end := d.file.LineSpan(line).End
	indent := -1
	for n := line + 1; n <= d.file.LineCount(); n++ {
		content := d.file.Line(n)
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
		end = d.file.LineSpan(n).End
	}
	return d.file.Span(start, end)
}
