package launch

import (
	"errors"
	"strings"

	"deploylint/internal/source"
	"deploylint/internal/yaml"
)

// readYAML reads a file; nil where it is empty or cannot be read.
func (r *reader) readYAML(f *source.File) *yaml.Node {
	root, err := yaml.Parse(f)
	if err != nil {
		level := source.Warning
		if errors.Is(err, yaml.ErrSyntax) && (strings.Contains(f.Text, "{%") || strings.Contains(f.Text, "{{")) {
			level = source.Note // a template of such a file
		}
		r.notify(level, f.Span(0, 0), err.Error())
	}
	return root
}
