package report

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"deploylint/internal/inspect"
	"deploylint/internal/lint"
	"deploylint/internal/source"
)

// TopologyText writes the picture of a deployment as a tree: each place with what runs in it, each of those with what it leads to.
func TopologyText(w io.Writer, t inspect.Topology, o Options) error {
	tree := topologyTree{topology: t, options: &o, text: &text{options: o, paint: paletteOf(o.Color)}}
	tree.write()
	_, err := io.WriteString(w, Inert(tree.text.String()))
	return err
}

type topologyTree struct {
	topology inspect.Topology
	options  *Options
	text     *text
}

func (t *topologyTree) write() {
	first := true
	for _, n := range t.outermost() {
		inside := t.inside(n.ID)
		edges := t.from(n.ID)
		if len(inside)+len(edges) == 0 && n.Kind != inspect.PlaceNode {
			continue // it stands where it is led to
		}
		if !first {
			t.text.linef("")
		}
		first = false
		t.text.linef("%s%s", t.text.paint.strong(title(n)), t.about(n))
		t.children(inside, edges, "")
	}
}

// outermost returns what is in nothing else: who comes, then the proxies, then the rest, each in its order.
func (t *topologyTree) outermost() []*inspect.Node {
	found := t.inside("")
	rank := func(n *inspect.Node) int {
		return slices.Index([]inspect.NodeKind{inspect.ClientNode, inspect.ProxyNode, inspect.PlaceNode}, n.Kind)
	}
	slices.SortStableFunc(found, func(a, b *inspect.Node) int { return rank(a) - rank(b) })
	return found
}

// children prints what is in a node, and what it leads to.
func (t *topologyTree) children(inside []*inspect.Node, edges []inspect.Edge, indent string) {
	rest := len(inside) + len(edges)
	branch := func() (line, below string) {
		if rest--; rest == 0 {
			return indent + "└─ ", indent + "   "
		}
		return indent + "├─ ", indent + "│  "
	}
	for _, n := range inside {
		line, below := branch()
		t.text.linef("%s%s%s", line, t.text.paint.strong(title(n)), t.about(n))
		t.children(nil, t.from(n.ID), below)
	}
	for _, e := range edges {
		line, _ := branch()
		unknown := ""
		if e.Unknown {
			unknown = " (not known)"
		}
		t.text.linef("%s→ %s: %s%s%s", line, t.label(e.To), lint.Visible(e.Label), unknown, t.at(e.Span))
	}
}

func (t *topologyTree) inside(id string) []*inspect.Node {
	var found []*inspect.Node
	for i := range t.topology.Nodes {
		n := &t.topology.Nodes[i]
		if n.In == id && (id == "" || n.Kind == inspect.ProcessNode || n.Kind == inspect.ProxyNode) {
			found = append(found, n) // a server inside stands where it is led to
		}
	}
	return found
}

func (t *topologyTree) from(id string) []inspect.Edge {
	return slices.DeleteFunc(slices.Clone(t.topology.Edges), func(e inspect.Edge) bool { return e.From != id })
}

func (t *topologyTree) label(id string) string {
	for i := range t.topology.Nodes {
		if n := &t.topology.Nodes[i]; n.ID == id {
			return title(n)
		}
	}
	return id
}

// title is a node's label, with a mark where it is not known.
func title(n *inspect.Node) string {
	label := lint.Visible(n.Label)
	if n.Unknown {
		label += " (not known)"
	}
	return label
}

// about says the details of a node, and where it is declared.
func (t *topologyTree) about(n *inspect.Node) string {
	line := ""
	if len(n.Details) > 0 {
		line = ": " + lint.Visible(strings.Join(n.Details, ", "))
	}
	return line + t.at(n.Span)
}

func (t *topologyTree) at(s source.Span) string {
	if s.IsZero() {
		return ""
	}
	return t.text.paint.faint(fmt.Sprintf("  %s:%d", t.options.place(s.Path()), s.From().Line))
}

// TopologyMermaid writes the picture as a Mermaid flow chart, which GitHub and GitLab draw inside Markdown.
//
// https://mermaid.js.org/syntax/flowchart.html
func TopologyMermaid(w io.Writer, t inspect.Topology, _ Options) error {
	var b strings.Builder
	b.WriteString("flowchart LR\n")
	names := map[string]string{}
	for i := range t.Nodes {
		names[t.Nodes[i].ID] = fmt.Sprintf("n%d", i)
	}
	draw := func(n *inspect.Node, indent string) {
		open, end := mermaidShape(n.Kind)
		fmt.Fprintf(&b, "%s%s%s\"%s\"%s\n", indent, names[n.ID], open, mermaidLines(n), end)
	}
	for i := range t.Nodes {
		n := &t.Nodes[i]
		switch {
		case n.Kind == inspect.PlaceNode:
			fmt.Fprintf(&b, "  subgraph %s[\"%s\"]\n", names[n.ID], mermaidLines(n))
			for j := range t.Nodes {
				if inner := &t.Nodes[j]; inner.In == n.ID {
					draw(inner, "    ")
				}
			}
			b.WriteString("  end\n")
		case n.In == "":
			draw(n, "  ")
		}
	}
	for _, e := range t.Edges {
		arrow := "-->"
		if e.Unknown {
			arrow = "-.->"
		}
		fmt.Fprintf(&b, "  %s %s|\"%s\"| %s\n", names[e.From], arrow, mermaidText(lint.Visible(e.Label)), names[e.To])
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// mermaidLines is what stands in a node.
func mermaidLines(n *inspect.Node) string {
	lines := []string{mermaidText(title(n))}
	for _, d := range n.Details {
		lines = append(lines, mermaidText(lint.Visible(d)))
	}
	return strings.Join(lines, "<br>")
}

func mermaidShape(k inspect.NodeKind) (open, end string) {
	switch k {
	case inspect.ClientNode:
		return "((", "))"
	case inspect.ServerNode, inspect.StorageNode:
		return "[(", ")]"
	case inspect.ProxyNode:
		return "{{", "}}"
	default:
		return "[", "]"
	}
}

// mermaidText writes a text inside Mermaid's quotes, where characters are entities as in HTML.
func mermaidText(s string) string {
	return strings.NewReplacer("&", "#38;", `"`, "#34;", "<", "#60;", ">", "#62;", "#", "#35;", "|", "#124;", "`", "#96;").Replace(s)
}

type jsonTopology struct {
	SchemaVersion int        `json:"schema_version"`
	Nodes         []jsonNode `json:"nodes"`
	Edges         []jsonEdge `json:"edges"`
}

type jsonNode struct {
	ID      string   `json:"id"`
	Kind    string   `json:"kind"`
	Label   string   `json:"label"`
	Details []string `json:"details"`
	In      *string  `json:"in"`
	Known   bool     `json:"known"`
	jsonPoint
}

type jsonEdge struct {
	From  string `json:"from"`
	To    string `json:"to"`
	Label string `json:"label"`
	Known bool   `json:"known"`
	jsonPoint
}

// TopologyJSON writes the picture for programs. Its form is a contract: see schemaVersion.
func TopologyJSON(w io.Writer, t inspect.Topology, _ Options) error {
	doc := jsonTopology{SchemaVersion: schemaVersion, Nodes: []jsonNode{}, Edges: []jsonEdge{}}
	for i := range t.Nodes {
		n := &t.Nodes[i]
		one := jsonNode{ID: n.ID, Kind: string(n.Kind), Label: n.Label, Details: append([]string{}, n.Details...), Known: !n.Unknown, jsonPoint: point(n.Span)}
		if n.In != "" {
			one.In = &n.In
		}
		doc.Nodes = append(doc.Nodes, one)
	}
	for _, e := range t.Edges {
		doc.Edges = append(doc.Edges, jsonEdge{From: e.From, To: e.To, Label: e.Label, Known: !e.Unknown, jsonPoint: point(e.Span)})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(doc)
}
