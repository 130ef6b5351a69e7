package report_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"deploylint/internal/inspect"
	"deploylint/internal/source"
	"deploylint/report"
)

// hostileTopology has texts that would break out of every format.
func hostileTopology() inspect.Topology {
	at := source.NewFile(`a"<b>.yml`, "web:\n").Span(0, 3)
	return inspect.Topology{
		Nodes: []inspect.Node{
			{ID: "client", Kind: inspect.ClientNode, Label: "clients"},
			{ID: "place", Kind: inspect.PlaceNode, Label: `<script>alert("1")</script>`, Span: at},
			{ID: "web", Kind: inspect.ProcessNode, In: "place", Label: "web\x1b[31m", Details: []string{`a "quoted" | detail]`, "line\nbreak"}, Span: at},
			{ID: "db", Kind: inspect.ServerNode, Label: "a database", Unknown: true},
		},
		Edges: []inspect.Edge{
			{From: "client", To: "web", Label: `& <"label">`, Span: at},
			{From: "web", To: "db", Label: "`x`", Unknown: true},
			{From: "web", To: "nowhere", Label: "lost"},
		},
	}
}

func TestTopologySVGIsXML(t *testing.T) {
	var b strings.Builder
	if err := report.TopologySVG(&b, hostileTopology(), report.Options{}); err != nil {
		t.Fatal(err)
	}
	d := xml.NewDecoder(strings.NewReader(b.String()))
	boxes := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, b.String())
		}
		if e, ok := token.(xml.StartElement); ok {
			if e.Name.Local == "script" {
				t.Error("a label became an element")
			}
			if e.Name.Local == "rect" {
				boxes++
			}
		}
	}
	if boxes != 5 { // the sheet and four nodes
		t.Errorf("%d boxes", boxes)
	}
}

func TestTopologyIsInert(t *testing.T) {
	for name, write := range map[string]func(io.Writer, inspect.Topology, report.Options) error{
		"text": report.TopologyText, "mermaid": report.TopologyMermaid, "svg": report.TopologySVG,
	} {
		var b strings.Builder
		if err := write(&b, hostileTopology(), report.Options{}); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), "\x1b") {
			t.Errorf("%s passes a control character on", name)
		}
		if name == "mermaid" && strings.Contains(b.String(), `"quoted"`) {
			t.Error("mermaid: a quote ends the label")
		}
		if !strings.Contains(b.String(), "not known") {
			t.Errorf("%s does not mark what is not known:\n%s", name, b.String())
		}
	}
}
