package deps

import (
	"strings"

	"deploylint/internal/source"
	"deploylint/internal/version"

	"github.com/pelletier/go-toml/v2/unstable"
)

// A tomlValue is a value of a TOML file with its place. Numbers, booleans and dates keep their source text.
type tomlValue struct {
	text string
	// isString tells "1" from 1.
	isString bool
	elems    []tomlValue
	fields   []tomlField
	span     source.Span
}

type tomlField struct {
	// table is the header that it stands under, such as "tool.poetry.dependencies"; within inline tables it is "".
	table string
	key   string
	value tomlValue
	span  source.Span
}

// get returns a field of an inline table.
func (v tomlValue) get(key string) (tomlValue, bool) {
	for _, f := range v.fields {
		if f.key == key {
			return f.value, true
		}
	}
	return tomlValue{}, false
}

// Brackets nest no deeper than this: the library recurses, and Go does not survive an overflowing stack.
const tomlDepth = 200

// readTOML returns the key-value pairs of a file in order, as far as it can be read.
func readTOML(f *source.File) (fields []tomlField, ok bool) {
	if nestsTooDeeply(f.Text) {
		return nil, false
	}
	var p unstable.Parser
	p.Reset([]byte(f.Text))
	c := tomlConverter{file: f, parser: &p}
	table := ""
	for p.NextExpression() {
		e := p.Expression()
		switch e.Kind {
		case unstable.Table, unstable.ArrayTable:
			table, _ = c.key(e)
		case unstable.KeyValue:
			field := c.field(e)
			field.table = table
			fields = append(fields, field)
		default:
		}
	}
	return fields, p.Error() == nil
}

func nestsTooDeeply(text string) bool {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '[', '{':
			if depth++; depth > tomlDepth {
				return true
			}
		case ']', '}':
			depth = max(0, depth-1)
		}
	}
	return false
}

type tomlConverter struct {
	file   *source.File
	parser *unstable.Parser
}

func (c tomlConverter) key(n *unstable.Node) (string, source.Span) {
	var parts []string
	var span source.Span
	for keys := n.Key(); keys.Next(); {
		k := keys.Node()
		parts = append(parts, string(k.Data))
		span = span.Join(c.span(k))
	}
	return strings.Join(parts, "."), span
}

func (c tomlConverter) field(n *unstable.Node) tomlField {
	key, span := c.key(n)
	value := c.value(n.Value())
	return tomlField{key: key, value: value, span: span.Join(value.span)}
}

func (c tomlConverter) value(n *unstable.Node) tomlValue {
	v := tomlValue{span: c.span(n)}
	switch n.Kind {
	case unstable.Array:
		for children := n.Children(); children.Next(); {
			if child := children.Node(); child.Kind != unstable.Comment {
				v.elems = append(v.elems, c.value(child))
			}
		}
	case unstable.InlineTable:
		for children := n.Children(); children.Next(); {
			if child := children.Node(); child.Kind == unstable.KeyValue {
				f := c.field(child)
				v.fields = append(v.fields, f)
				v.span = v.span.Join(f.span)
			}
		}
	default:
		v.text, v.isString = string(n.Data), n.Kind == unstable.String
	}
	return v
}

func (c tomlConverter) span(n *unstable.Node) source.Span {
	if n.Raw.Length == 0 {
		return source.Span{}
	}
	return c.file.Span(int(n.Raw.Offset), int(n.Raw.Offset+n.Raw.Length))
}

// readPyproject reads the dependencies of the project (PEP 621), of its groups (PEP 735), and of Poetry and PDM.
func (r *reader) readPyproject(f *source.File) {
	fields, ok := readTOML(f)
	if !ok {
		r.note(f, source.Span{}, "pyproject.toml is not valid TOML; the dependencies behind the error are not known")
	}
	for _, field := range fields {
		table, key := field.table, field.key
		if table == "" {
			if i := strings.LastIndexByte(key, '.'); i >= 0 {
				table, key = key[:i], key[i+1:]
			}
		}
		switch {
		case table == "project" && key == "dependencies":
			r.addStrings(field.value.elems, false)
		case table == "project" && key == "requires-python":
			r.add(Requirement{Name: "python", Specifier: strings.ReplaceAll(field.value.text, " ", ""), Span: field.value.span})
		case table == "project.optional-dependencies":
			r.addStrings(field.value.elems, isDev(key))
		case table == "dependency-groups", table == "tool.pdm.dev-dependencies":
			r.addStrings(field.value.elems, isDev(key))
		case table == "tool.poetry.dependencies":
			r.addPoetry(field, key, false)
		case table == "tool.poetry.dev-dependencies":
			r.addPoetry(field, key, true)
		case strings.HasPrefix(table, "tool.poetry.group.") && strings.HasSuffix(table, ".dependencies"):
			r.addPoetry(field, key, isDev(strings.TrimSuffix(strings.TrimPrefix(table, "tool.poetry.group."), ".dependencies")))
		}
	}
}

// addStrings adds requirements that are written as strings.
func (r *reader) addStrings(list []tomlValue, dev bool) {
	for _, v := range list {
		if q, ok := parseRequirement(v.text); ok && v.isString {
			q.Span, q.Dev = v.span, dev
			r.add(q)
		}
	}
}

// addPoetry adds a requirement of the form name = "^1.0" or name = {version = "^1.0", extras = […]}.
func (r *reader) addPoetry(field tomlField, name string, dev bool) {
	values := []tomlValue{field.value}
	if len(field.value.elems) > 0 {
		values = field.value.elems
	}
	for _, v := range values {
		q := Requirement{Name: name, Span: field.span, Dev: dev}
		wanted := v
		if !v.isString {
			wanted, _ = v.get("version")
			for _, key := range []string{"git", "url", "path", "file"} {
				if link, ok := v.get(key); ok {
					q.URL = link.text
				}
			}
			if extras, ok := v.get("extras"); ok {
				for _, e := range extras.elems {
					q.Extras = append(q.Extras, Normalize(e.text))
				}
			}
			if markers, ok := v.get("markers"); ok {
				q.Marker = markers.text
			}
		}
		q.Specifier, _ = version.FromPoetry(wanted.text)
		r.add(q)
	}
}

// readPipfile reads Pipenv's wishes.
func (r *reader) readPipfile(f *source.File) {
	fields, ok := readTOML(f)
	if !ok {
		r.note(f, source.Span{}, "Pipfile is not valid TOML; the packages behind the error are not known")
	}
	for _, field := range fields {
		switch {
		case field.table == "packages":
			r.addPoetry(field, field.key, false)
		case field.table == "dev-packages":
			r.addPoetry(field, field.key, true)
		case field.table == "requires" && (field.key == "python_version" || field.key == "python_full_version"):
			r.add(Requirement{Name: "python", Specifier: "==" + field.value.text + ".*", Span: field.value.span})
		}
	}
}
