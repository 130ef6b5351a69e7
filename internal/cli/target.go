package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"deploylint/internal/lint"
	"deploylint/internal/spell"
	"deploylint/report"
)

// A target is a format and where it goes.
type target struct {
	format string
	// file is "" for standard output.
	file string
}

// checkFormats are the names of the formats of a report.
func checkFormats() []string {
	var names []string
	for _, f := range report.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// writerOf returns the writer of a format that is known.
func writerOf(format string) func(io.Writer, *lint.Report, report.Options) error {
	formats := report.Formats()
	return formats[slices.IndexFunc(formats, func(f report.Format) bool { return f.Name == format })].Write
}

// parseTargets reads the values of --format. One report goes to standard output at most: two of them in one file are
// neither.
func parseTargets(values, formats []string) ([]target, error) {
	if len(values) == 0 {
		return []target{{format: "text"}}, nil
	}
	var targets []target
	taken := map[string]string{}
	for _, v := range values {
		format, file, hasFile := strings.Cut(v, "=")
		t := target{format: format, file: file}
		if !slices.Contains(formats, format) {
			return nil, fmt.Errorf("there is no format %q%s the formats are %s", format, orSemicolon(spell.DidYouMean(format, formats)), strings.Join(formats, ", "))
		}
		if hasFile && file == "" {
			return nil, fmt.Errorf("--format %s names no file", v)
		}
		key := filepath.Clean(file)
		if file == "" {
			key = ""
		}
		if other, ok := taken[key]; ok {
			where := file
			if where == "" {
				where = "standard output"
			}
			return nil, fmt.Errorf("formats %s and %s both go to %s", other, format, where)
		}
		taken[key] = format
		targets = append(targets, t)
	}
	return targets, nil
}

func orSemicolon(hint string) string {
	if hint == "" {
		return ";"
	}
	return hint
}

// write writes one report to its target. Only what a person looks at has colours.
func (p *program) write(t target, o output, to func(io.Writer, report.Options) error) error {
	options := o.report
	if t.file == "" {
		options.Color = p.useColor(o.color, p.stdout)
		if err := to(p.stdout, options); err != nil {
			return fmt.Errorf("writing the report: %w", err)
		}
		return nil
	}
	options.Color = o.color == "always"
	var b bytes.Buffer
	if err := to(&b, options); err != nil {
		return err
	}
	if err := writeFile(t.file, b.Bytes()); err != nil {
		return fmt.Errorf("writing the %s report: %w", t.format, err)
	}
	return nil
}

// writeFile writes a file so that nobody ever sees half of it. What is no ordinary file, such as a pipe, cannot be
// replaced and is written to.
func writeFile(path string, text []byte) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && !info.Mode().IsRegular():
		return os.WriteFile(path, text, 0o644)
	case err == nil:
		// A link stays a link.
		if path, err = filepath.EvalSymlinks(path); err != nil {
			return err
		}
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".deploylint-*")
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	err = errors.Join(err, f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // the first error tells more
	}
	return err
}
