package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"deploylint/docs"
	"deploylint/internal/lint"
	"deploylint/internal/source"
	"deploylint/report"
)

func (p *program) checkCommand() *cli.Command {
	return &cli.Command{
		Name: "check", Usage: "find, read, resolve, judge, print",
		ArgsUsage: "[PATH…]",
		Description: "PATH is a project's folder, or single files of it. Without one it is the working directory, or the\n" +
			"project around it.",
		Flags: slices.Concat(resolveFlags(), judgeFlags(), outputFlags()),
		Action: func(c *cli.Context) error {
			o, err := p.checkOptions(c)
			if err != nil {
				return err
			}
			return p.check(o)
		},
	}
}

// resolveFlags say what production is like.
func resolveFlags() []cli.Flag {
	const category = "What is judged"
	return []cli.Flag{
		&cli.StringFlag{Category: category, Name: "settings", Usage: "the settings `MODULE` that runs in production, or its file"},
		&cli.StringSliceFlag{Category: category, Name: "env-file", Usage: "an env `FILE` that production reads (repeat; later ones win)"},
		&cli.StringSliceFlag{Category: category, Name: "set", Usage: "a variable of production, `KEY=VALUE` (repeat)"},
		&cli.BoolFlag{Category: category, Name: "env-complete", Usage: "nothing but what is given is in the environment of production"},
		&cli.StringSliceFlag{Category: category, Name: "exclude", Usage: "leave out files that match `GLOB` (repeat)"},
		&cli.StringFlag{Category: category, Name: "django-version", Usage: "the Django `VERSION` that runs, such as 5.2"},
		&cli.StringFlag{Category: category, Name: "nginx-version", Usage: "the nginx `VERSION` that runs", Value: "1.22"},
		&cli.IntFlag{Category: category, Name: "cores", Usage: "the `NUMBER` of processor cores of the host"},
	}
}

// judgeFlags say which rules are asked and what fails the run.
func judgeFlags() []cli.Flag {
	const category = "Verdict"
	return []cli.Flag{
		&cli.StringSliceFlag{Category: category, Name: "select", Usage: "ask only these `RULES`: ids, names or prefixes such as DPL3"},
		&cli.StringSliceFlag{Category: category, Name: "ignore", Usage: "do not ask these `RULES`"},
		&cli.StringFlag{Category: category, Name: "fail-on", Usage: "fail on findings of this `LEVEL` or above: error, warning, note, never", Value: "warning"},
		&cli.BoolFlag{Category: category, Name: "require-verified", Usage: "count what cannot be verified as a finding"},
		&cli.BoolFlag{Category: category, Name: "no-inline-ignores", Usage: "suppressions in comments have no effect"},
		&cli.BoolFlag{Category: category, Name: "exit-zero", Usage: "exit with 0 instead of 1"},
	}
}

// outputFlags say what is printed, and where.
func outputFlags() []cli.Flag {
	const category = "Output"
	return []cli.Flag{
		&cli.StringSliceFlag{Category: category, Name: "format", Usage: "`FORMAT[=FILE]`: " + strings.Join(formatNames(), ", ") + " (repeat)"},
		&cli.BoolFlag{Category: category, Name: "show-passed", Usage: "also report what is fine"},
		&cli.BoolFlag{Category: category, Name: "statistics", Usage: "print the number of findings of each rule"},
		&cli.StringFlag{Category: category, Name: "color", Usage: "`WHEN` to use colours: auto, always, never", Value: "auto"},
		&cli.BoolFlag{Category: category, Name: "quiet", Aliases: []string{"q"}, Usage: "print findings and the summary only"},
		&cli.BoolFlag{Category: category, Name: "verbose", Aliases: []string{"v"}, Usage: "print times and the files that were read to the error stream"},
	}
}

// A checkOptions is what a check is asked to do.
type checkOptions struct {
	inputs  inputs
	lint    lint.Options
	gate    lint.Gate
	targets []target
	report  report.Options
	color   string
	verbose bool
}

func (p *program) checkOptions(c *cli.Context) (*checkOptions, error) {
	o := &checkOptions{
		inputs: inputs{
			Paths: c.Args().Slice(), Settings: c.String("settings"), EnvFiles: c.StringSlice("env-file"), Set: c.StringSlice("set"),
			EnvComplete: c.Bool("env-complete"), Exclude: c.StringSlice("exclude"), DjangoVersion: c.String("django-version"),
			NginxVersion: c.String("nginx-version"), Cores: c.Int("cores"),
		},
		lint: lint.Options{
			Select: commas(c.StringSlice("select")), Ignore: commas(c.StringSlice("ignore")), NoInlineIgnores: c.Bool("no-inline-ignores"),
		},
		gate: lint.Gate{RequireVerified: c.Bool("require-verified"), ExitZero: c.Bool("exit-zero")},
		report: report.Options{
			Version: p.version(), Page: docs.Page, Quiet: c.Bool("quiet"), ShowPassed: c.Bool("show-passed"), Statistics: c.Bool("statistics"),
		},
		color: c.String("color"), verbose: c.Bool("verbose"),
	}
	if err := o.inputs.validate(); err != nil {
		return nil, err
	}
	if err := lint.CheckPatterns(p.rules(), slices.Concat(o.lint.Select, o.lint.Ignore)); err != nil {
		return nil, err
	}
	if err := setFailOn(&o.gate, c.String("fail-on")); err != nil {
		return nil, err
	}
	if !slices.Contains([]string{"auto", "always", "never"}, o.color) {
		return nil, fmt.Errorf("--color is auto, always or never, not %q", o.color)
	}
	var err error
	o.targets, err = parseTargets(c.StringSlice("format"))
	return o, err
}

func setFailOn(g *lint.Gate, level string) error {
	switch level {
	case "error":
		g.FailOn = lint.Error
	case "warning":
		g.FailOn = lint.Warning
	case "note":
		g.FailOn = lint.Note
	case "never":
		g.Never = true
	default:
		return fmt.Errorf("--fail-on is error, warning, note or never, not %q", level)
	}
	return nil
}

// commas splits the values of a list of rules.
func commas(values []string) []string {
	var parts []string
	for _, v := range values {
		for part := range strings.SplitSeq(v, ",") {
			if part = strings.TrimSpace(part); part != "" {
				parts = append(parts, part)
			}
		}
	}
	return parts
}

// check does the work: load, judge, write, and set the exit status.
func (p *program) check(o *checkOptions) error {
	began := time.Now()
	d, err := p.load(o.inputs)
	if err != nil {
		return err
	}
	o.lint.Files, o.lint.Notifications = d.Files, d.Notifications
	read := time.Since(began)
	rep := lint.Run(p.rules(), d.Sites, o.lint)
	o.report.Place = fromWorkingDirectory(d.Root)
	o.report.Status = rep.Status(o.gate)
	for _, t := range o.targets {
		if err := p.write(t, rep, o); err != nil {
			return err
		}
	}
	p.tell(rep, o)
	if o.verbose {
		p.boast(d, read, time.Since(began))
	}
	p.status = o.report.Status
	return nil
}

// tell says on the error stream why there is no verdict, where no report for people does.
func (p *program) tell(rep *lint.Report, o *checkOptions) {
	if slices.ContainsFunc(o.targets, func(t target) bool { return t.file == "" && (t.format == "text" || t.format == "concise") }) {
		return
	}
	for _, n := range rep.Notifications {
		if n.Level == source.Error || n.Level == source.Warning && !o.report.Quiet {
			p.sayf("%s: %s", name, report.Notice(n, o.report))
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

// isVersion reports whether s is two or three numbers.
func isVersion(s string) bool {
	parts := strings.Split(s, ".")
	return (len(parts) == 2 || len(parts) == 3) && !slices.ContainsFunc(parts, func(part string) bool {
		_, err := strconv.ParseUint(part, 10, 16)
		return err != nil
	})
}
