// Package toml knows TOML as far as launchers are configured in it: which text stands under which key of which table, and
// where. The syntax is read by pelletier/go-toml, whose nodes keep their offsets.
package toml

import (
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"deploylint/internal/source"
)

// maxBytes is how many bytes of a file are read.
const maxBytes = 256 << 10

// An Entry is a value of a TOML file: one for each element where it is an array.
type Entry struct {
	// Table and Key are its names, with dots between their parts; Text is a string without quotes, or a number or bool as
	// written.
	Table, Key, Text string
	Span             source.Span
}

// Read returns the strings, numbers and bools of a TOML file with their tables and keys. What cannot be read is left out.
func Read(f *source.File) []Entry {
	var parser unstable.Parser
	if len(f.Text) > maxBytes {
		return nil
	}
	parser.Reset([]byte(f.Text))
	table := ""
	var entries []Entry
	for parser.NextExpression() {
		e := parser.Expression()
		switch e.Kind {
		case unstable.Table, unstable.ArrayTable:
			table = dotted(e.Key())
		case unstable.KeyValue:
			v := e.Value()
			values := []*unstable.Node{v}
			if v.Kind == unstable.Array { // one entry for each element
				values = nil
				for elements := v.Children(); elements.Next(); {
					values = append(values, elements.Node())
				}
			}
			key := dotted(e.Key())
			for _, v := range values {
				if v.Kind == unstable.String || v.Kind == unstable.Integer || v.Kind == unstable.Bool {
					at := f.Span(int(v.Raw.Offset), int(v.Raw.Offset+v.Raw.Length))
					entries = append(entries, Entry{Table: table, Key: key, Text: string(v.Data), Span: at})
				}
			}
		default:
		}
	}
	return entries
}

func dotted(parts unstable.Iterator) string {
	var names []string
	for parts.Next() {
		names = append(names, string(parts.Node().Data))
	}
	return strings.Join(names, ".")
}
