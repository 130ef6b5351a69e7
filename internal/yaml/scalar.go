package yaml

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"
)

// GoText returns a scalar as a Go program prints it that has read it as the type which its text stands for: 1.10 is the number 1.1, 0x1F
// is 31, and a date has a time behind it. compose does so with the values under environment: quotes keep them as they are.
func (n *Node) GoText() string {
	if n = n.target(); n == nil || n.Kind != Scalar {
		return ""
	}
	switch n.Tag {
	case "!!int", "!!float", "!!bool", "!!timestamp":
	default:
		return n.Value
	}
	raw := yaml.Node{Kind: yaml.ScalarNode, Tag: n.Tag, Value: n.Value}
	var v any
	if err := raw.Decode(&v); err != nil || strings.HasPrefix(n.Value, "$") {
		return n.Value
	}
	return fmt.Sprint(v)
}
