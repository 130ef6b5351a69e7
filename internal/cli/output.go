package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"deploylint/internal/lint"
	"deploylint/internal/source"
	"deploylint/report"
)

const outputCategory = "Output"

// outputFlags say what is printed, and where.
func outputFlags(formats []string) []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Category: outputCategory, Name: "format", Usage: "`FORMAT[=FILE]`: " + strings.Join(formats, ", ") + " (repeat)"},
		&cli.StringFlag{Category: outputCategory, Name: "color", Usage: "`WHEN` to use colours: auto, always, never", Value: "auto"},
		&cli.BoolFlag{Category: outputCategory, Name: "quiet", Aliases: []string{"q"}, Usage: "leave out what is beside the point"},
		&cli.BoolFlag{Category: outputCategory, Name: "verbose", Aliases: []string{"v"}, Usage: "print times and the files that were read to the error stream"},
	}
}

// An output is what a command prints, and where.
type output struct {
	targets []target
	report  report.Options
	color   string
	verbose bool
}

func (p *program) outputOf(c *cli.Context, formats []string) (output, error) {
	o := output{
		report: report.Options{Version: p.version(), Quiet: c.Bool("quiet")},
		color:  c.String("color"), verbose: c.Bool("verbose"),
	}
	if !slices.Contains([]string{"auto", "always", "never"}, o.color) {
		return o, fmt.Errorf("--color is auto, always or never, not %q", o.color)
	}
	var err error
	o.targets, err = parseTargets(c.StringSlice("format"), formats)
	return o, err
}

// forPeople reports whether standard output tells why there is no verdict.
func (o *output) forPeople() bool {
	return slices.ContainsFunc(o.targets, func(t target) bool {
		return t.file == "" && slices.Contains([]string{"text", "concise", "github"}, t.format)
	})
}

// tell says on the error stream what could not be read.
func (p *program) tell(notes []source.Notification, o report.Options) {
	for _, n := range notes {
		if n.Level == source.Error || n.Level == source.Warning && !o.Quiet {
			p.sayf("%s: %s", name, report.Notice(n, o))
		}
	}
}

// boast prints what differs from run to run, which no report may hold.
func (p *program) boast(d *loaded, read, total time.Duration) {
	for _, f := range d.Files {
		p.sayf("%s", report.Inert("read "+lint.Visible(f.Path)))
	}
	p.sayf("%d files, read in %s, %s in all", len(d.Files), read.Round(100*time.Microsecond), total.Round(100*time.Microsecond))
}

// fromWorkingDirectory returns a function that turns paths below root into paths from the working directory.
func fromWorkingDirectory(root string) func(string) string {
	dir, err := os.Getwd()
	if err == nil {
		dir, err = filepath.EvalSymlinks(dir) // as the root's are
	}
	if err != nil || root == "" {
		return func(path string) string { return path }
	}
	return func(path string) string {
		rel, err := filepath.Rel(dir, filepath.Join(root, filepath.FromSlash(path)))
		if err != nil {
			return path
		}
		return filepath.ToSlash(rel)
	}
}

// useColor decides for one writer whether it gets colours.
func (p *program) useColor(when string, w io.Writer) bool {
	set := func(name string) bool { v, _ := p.lookup(name); return v != "" }
	switch {
	case when == "always":
		return true
	case when == "never", set("NO_COLOR"):
		return false
	case set("FORCE_COLOR"):
		v, _ := p.lookup("FORCE_COLOR")
		return v != "0"
	}
	if term, _ := p.lookup("TERM"); term == "dumb" {
		return false
	}
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
