package pyeval

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"deploylint/internal/env"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// files is a repository of the given files.
func files(texts map[string]string, e *env.Environment) Options {
	return Options{
		Open: func(p string) (*source.File, error) {
			text, ok := texts[p]
			if !ok {
				return nil, fs.ErrNotExist
			}
			return source.NewFile(p, text), nil
		},
		Exists: func(p string) (file, dir bool) {
			if _, ok := texts[p]; ok {
				return true, false
			}
			for name := range texts {
				if p == "." || strings.HasPrefix(name, path.Clean(p)+"/") {
					return false, true
				}
			}
			return false, false
		},
		Path: []string{"."},
		Env:  e,
	}
}

// show writes a value for comparison; unknown ones as ? with their cause, alternatives between bars.
func show(v value.Value) string {
	list := func(vs []value.Value) string {
		parts := make([]string, len(vs))
		for i, e := range vs {
			parts[i] = show(e)
		}
		return strings.Join(parts, ", ")
	}
	switch v.Kind() {
	case value.Unknown:
		switch {
		case v.Cause == value.Several:
			parts := make([]string, len(v.Alternatives))
			for i, a := range v.Alternatives {
				parts[i] = show(a)
			}
			return strings.Join(parts, " | ")
		case v.Many:
			return "*?"
		case v.Cause == value.External && len(v.Waits) > 0:
			return "?" + strings.Join(v.Waits, ",")
		case v.Cause == value.External:
			return "?external"
		case v.Cause == value.Generated:
			return "?generated"
		case v.Cause == value.Host:
			return "?host"
		case v.Cause == value.Absent:
			return "absent"
		case v.Cause == value.Limit:
			return "?limit"
		}
		return "?"
	case value.None:
		return "None"
	case value.Bool, value.Int, value.Float:
		o, _ := objectOf(v)
		s, _ := reprOf(o)
		return s
	case value.Path:
		return "Path(" + strings.ReplaceAll(v.Payload(), value.RootMark, "ROOT") + ")"
	case value.Str, value.Bytes:
		return fmt.Sprintf("%q", strings.ReplaceAll(v.Payload(), value.RootMark, "ROOT"))
	case value.Dict:
		parts := make([]string, len(v.Keys()))
		for i, k := range v.Keys() {
			parts[i] = show(k) + ": " + show(v.Elems()[i])
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case value.Tuple:
		return "(" + list(v.Elems()) + ")"
	case value.Set:
		return "{" + list(v.Elems()) + "}"
	case value.List:
		return "[" + list(v.Elems()) + "]"
	default:
		return "<" + v.Payload() + ">"
	}
}
