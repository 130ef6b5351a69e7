package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"deploylint/internal/inspect"
	"deploylint/internal/lint"
)

// The measures of the drawing, in pixels.
const (
	svgColumn  = 340 // from one column's left edge to the next one's
	svgBox     = 250 // a box's width
	svgLine    = 16  // a line of text
	svgPadding = 10
	svgGap     = 22
	svgMargin  = 24
	svgLetters = 31 // of the label of a box
)

// svgStyle colours by what a thing is. Kinds differ by the line around them as well, so that the drawing survives a printer.
const svgStyle = `
  text { font: 12px ui-sans-serif, system-ui, sans-serif; fill: #1b1f24; }
  .label { font-weight: 600; }
  .detail, .edge { fill: #57606a; font-size: 11px; }
  rect { fill: #ffffff; stroke: #57606a; }
  .place { fill: #f6f8fa; stroke-dasharray: 6 4; }
  .proxy { stroke: #0b6bcb; stroke-width: 2; }
  .process { stroke: #1a7f37; stroke-width: 2; }
  .storage, .server { stroke: #9a6700; }
  .unknown { stroke-dasharray: 2 3; }
  path { fill: none; stroke: #8c959f; stroke-width: 1.4; }
  .halo { stroke: #ffffff; stroke-width: 4; paint-order: stroke; }
  .sheet { fill: #ffffff; stroke: none; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; } .detail, .edge { fill: #9da7b1; }
    rect, .sheet { fill: #0d1117; } .place { fill: #161b22; } .halo { stroke: #0d1117; }
  }`

// An svgNode is a node with its place on the sheet.
type svgNode struct {
	*inspect.Node
	lines      []string
	inside     []*svgNode
	column     int
	x, y, w, h int
}

// TopologySVG writes the picture as an SVG file that stands on its own: clients at the left, then proxies, what runs, and what it
// keeps its data in.
func TopologySVG(w io.Writer, t inspect.Topology, o Options) error {
	sheet := newSheet(t)
	_, err := io.WriteString(w, sheet.draw(&o))
	return err
}

type sheet struct {
	topology      inspect.Topology
	nodes         map[string]*svgNode
	top           []*svgNode
	width, height int
}

func newSheet(t inspect.Topology) *sheet {
	s := &sheet{topology: t, nodes: map[string]*svgNode{}}
	for i := range t.Nodes {
		n := &svgNode{Node: &t.Nodes[i], w: svgBox}
		n.lines = append(n.lines, cutAt(lint.Visible(title(n.Node)), svgLetters))
		for _, d := range n.Details {
			n.lines = append(n.lines, cutAt(lint.Visible(d), svgLetters+8))
		}
		s.nodes[n.ID] = n
	}
	for i := range t.Nodes {
		n := s.nodes[t.Nodes[i].ID]
		if around := s.nodes[n.In]; around != nil {
			around.inside = append(around.inside, n)
		} else {
			s.top = append(s.top, n)
		}
	}
	s.columns()
	s.layOut()
	return s
}

// cutAt shortens a line to a number of letters.
func cutAt(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}

// columns puts nodes behind each other by what they are: a place stands where the foremost of its inhabitants would.
func (s *sheet) columns() {
	of := func(n *svgNode) int {
		switch n.Kind {
		case inspect.ClientNode:
			return 0
		case inspect.ProxyNode:
			return 1
		case inspect.ProcessNode:
			return 2
		case inspect.StorageNode:
			return 4
		default:
			return 3 // a database, a cache: nothing of the project runs in it
		}
	}
	for _, n := range s.top {
		n.column = of(n)
		for _, in := range n.inside {
			if in.Kind == inspect.ProcessNode || in.Kind == inspect.ProxyNode {
				n.column = min(n.column, of(in))
			}
		}
	}
	used := []int{}
	for _, n := range s.top {
		if !slices.Contains(used, n.column) {
			used = append(used, n.column)
		}
	}
	slices.Sort(used)
	for _, n := range s.top {
		n.column = slices.Index(used, n.column)
	}
}

func (s *sheet) layOut() {
	bottoms := map[int]int{}
	for _, n := range s.top {
		y, started := bottoms[n.column]
		if !started {
			y = svgMargin
		}
		n.place(svgMargin+n.column*svgColumn, y)
		bottoms[n.column] = n.y + n.h + svgGap
		s.width = max(s.width, n.x+n.w+svgMargin)
		s.height = max(s.height, n.y+n.h+svgMargin)
	}
}

// place gives a node its position, and those inside it theirs.
func (n *svgNode) place(x, y int) {
	n.x, n.y = x, y
	n.h = len(n.lines)*svgLine + 2*svgPadding
	for _, in := range n.inside {
		in.w = n.w - 2*svgPadding
		in.place(x+svgPadding, y+n.h)
		n.h += in.h + svgPadding
	}
}

func (s *sheet) draw(o *Options) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" aria-label="what runs in production, and what leads to what">`+"\n",
		s.width, s.height, s.width, s.height)
	fmt.Fprintf(&b, "<style>%s\n</style>\n<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 L8 4 L0 8 z\" style=\"fill:#8c959f;stroke:none\"/></marker></defs>\n", svgStyle)
	b.WriteString("<rect class=\"sheet\" width=\"100%\" height=\"100%\"/>\n")
	for _, n := range s.top {
		n.draw(&b, o)
	}
	for _, e := range s.topology.Edges {
		s.arrow(&b, e, o)
	}
	b.WriteString("</svg>\n")
	return b.String()
}

func (n *svgNode) draw(b *strings.Builder, o *Options) {
	class := string(n.Kind)
	if n.Unknown {
		class += " unknown"
	}
	b.WriteString("<g>")
	if !n.Span.IsZero() {
		fmt.Fprintf(b, "<title>%s:%d</title>", xmlText(o.place(n.Span.Path())), n.Span.From().Line)
	}
	fmt.Fprintf(b, `<rect class="%s" x="%d" y="%d" width="%d" height="%d" rx="6"/>`+"\n", class, n.x, n.y, n.w, n.h)
	for i, line := range n.lines {
		style := "detail"
		if i == 0 {
			style = "label"
		}
		fmt.Fprintf(b, `<text class="%s" x="%d" y="%d">%s</text>`+"\n", style, n.x+svgPadding, n.y+svgPadding+i*svgLine+12, xmlText(line))
	}
	for _, in := range n.inside {
		in.draw(b, o)
	}
	b.WriteString("</g>\n")
}

// arrow draws an edge from one box's right side to the next one's left, with its label before the tip; between boxes of one column
// round their side, where there is no room for a label: whoever points at it reads that.
func (s *sheet) arrow(b *strings.Builder, e inspect.Edge, o *Options) {
	from, to := s.nodes[e.From], s.nodes[e.To]
	if from == nil || to == nil || from == to {
		return
	}
	x1, y1, x2, y2 := from.x+from.w, from.y+from.h/2, to.x, to.y+to.h/2
	bend, label := x2-60, xmlText(cutAt(lint.Visible(e.Label), 30))
	forward := x2 > x1
	if !forward {
		x2 = to.x + to.w
		bend = x2 + 40
	}
	class := ""
	if e.Unknown {
		class = ` class="unknown"`
	}
	title := label
	if !e.Span.IsZero() {
		title = fmt.Sprintf("%s, %s:%d", label, xmlText(o.place(e.Span.Path())), e.Span.From().Line)
	}
	fmt.Fprintf(b, "<g><title>%s</title>", title)
	fmt.Fprintf(b, `<path%s d="M%d %d C%d %d %d %d %d %d" marker-end="url(#tip)"/>`, class, x1, y1, x1+40, y1, bend, y2, x2, y2)
	if forward {
		fmt.Fprintf(b, `<text class="edge halo" x="%d" y="%d" text-anchor="end">%s</text>`, x2-12, y2-4, label)
	}
	b.WriteString("</g>\n")
}

// xmlText writes a text inside an element.
func xmlText(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(Inert(s))
}
