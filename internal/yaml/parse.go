package yaml

import (
	"errors"
	"io"
	"strings"

	"go.yaml.in/yaml/v3"

	"deploylint/internal/source"
)

// The limits of what is read.
const (
	maxBytes     = 256 << 10
	maxAliases   = 100
	maxDepth     = 64
	maxDocuments = 200
)

// What a file is not read for. The library's own errors quote the file, so they are not passed on.
var (
	ErrTooBig  = errors.New("the file is too big and was not read")
	ErrSyntax  = errors.New("the file is not valid YAML and was not read")
	ErrAliases = errors.New("the file has too many aliases and was not read")
)

// Parse reads a file of one document; nil where it is empty.
func Parse(f *source.File) (*Node, error) {
	if len(f.Text) > maxBytes {
		return nil, ErrTooBig
	}
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(f.Text), &root); err != nil {
		return nil, ErrSyntax
	}
	return convert(f, &root)
}

// ParseAll reads the documents of a file, apart by "---". Those before an error are returned with it, and those with too many
// aliases are left out.
func ParseAll(f *source.File) ([]*Node, error) {
	if len(f.Text) > maxBytes {
		return nil, ErrTooBig
	}
	var all []*Node
	decoder := yaml.NewDecoder(strings.NewReader(f.Text))
	for len(all) < maxDocuments {
		var root yaml.Node
		switch err := decoder.Decode(&root); {
		case errors.Is(err, io.EOF):
			return all, nil
		case err != nil:
			return all, ErrSyntax
		}
		if n, err := convert(f, &root); err == nil && n != nil {
			all = append(all, n)
		}
	}
	return all, nil
}

// convert turns the library's tree into ours.
func convert(f *source.File, root *yaml.Node) (*Node, error) {
	if len(root.Content) == 0 {
		return nil, nil
	}
	if aliases(root, 0) > maxAliases {
		return nil, ErrAliases
	}
	made := map[*yaml.Node]*Node{}
	var turn func(*yaml.Node) *Node
	turn = func(n *yaml.Node) *Node {
		if n == nil {
			return nil
		}
		if known := made[n]; known != nil {
			return known
		}
		one := &Node{Tag: n.Tag, Value: n.Value, file: f, line: n.Line, column: n.Column}
		made[n] = one // before its content, which may lead back to it
		switch n.Kind {
		case yaml.AliasNode:
			one.Kind, one.alias = alias, turn(n.Alias)
		case yaml.MappingNode:
			one.Kind = Mapping
		case yaml.SequenceNode:
			one.Kind = Sequence
		default:
		}
		for _, c := range n.Content {
			one.content = append(one.content, turn(c))
		}
		return one
	}
	return turn(root.Content[0]), nil
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
