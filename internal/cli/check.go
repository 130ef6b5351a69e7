package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"deploylint/docs"
	"deploylint/internal/lint"
	"deploylint/internal/support"
	"deploylint/report"
)

func (p *program) checkCommand() *cli.Command {
	return &cli.Command{
		Name: "check", Usage: "find, read, resolve, judge, print",
		ArgsUsage: "[PATH…]",
		Description: "PATH is a project's folder, or single files of it. Without one it is the working directory, or the\n" +
			"project around it.",
		Flags: slices.Concat(resolveFlags(), judgeFlags(), reportFlags(), outputFlags(checkFormats())),
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
		&cli.StringFlag{Category: category, Name: "nginx-version", Usage: "the nginx `VERSION` that runs, such as 1.28", DefaultText: "the image's, else 1.22"},
		&cli.StringFlag{Category: category, Name: "as-of", Usage: "the `DAY` by which ends of support are judged", DefaultText: support.TableDate()},
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
		&cli.BoolFlag{Category: category, Name: "no-all-files", Usage: "look for secrets in files that configure something, not in every text file"},
		&cli.BoolFlag{Category: category, Name: "all-files", Usage: "look for secrets in every text file that git tracks", Hidden: true}, // the default by now
		&cli.BoolFlag{Category: category, Name: "no-inline-ignores", Usage: "suppressions in comments have no effect"},
		&cli.BoolFlag{Category: category, Name: "exit-zero", Usage: "exit with 0 instead of 1"},
	}
}

// reportFlags say what a report of the verdict holds.
func reportFlags() []cli.Flag {
	return []cli.Flag{
		&cli.BoolFlag{Category: outputCategory, Name: "show-passed", Usage: "also report what is fine"},
		&cli.BoolFlag{Category: outputCategory, Name: "statistics", Usage: "print the number of findings of each rule"},
	}
}

// A checkOptions is what a check is asked to do.
type checkOptions struct {
	inputs inputs
	lint   lint.Options
	gate   lint.Gate
	output
}

func (p *program) checkOptions(c *cli.Context) (*checkOptions, error) {
	o := &checkOptions{
		inputs: inputsOf(c, c.Args().Slice()),
		lint: lint.Options{
			Select: commas(c.StringSlice("select")), Ignore: commas(c.StringSlice("ignore")), NoInlineIgnores: c.Bool("no-inline-ignores"),
		},
		gate: lint.Gate{RequireVerified: c.Bool("require-verified"), ExitZero: c.Bool("exit-zero")},
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
	var err error
	o.output, err = p.outputOf(c, checkFormats())
	o.report.Page, o.report.Gate = docs.Page, o.gate
	o.report.ShowPassed, o.report.Statistics = c.Bool("show-passed"), c.Bool("statistics")
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
		err := p.write(t, o.output, func(w io.Writer, options report.Options) error { return writerOf(t.format)(w, rep, options) })
		if err != nil {
			return err
		}
	}
	if !o.forPeople() {
		p.tell(rep.Notifications, o.report)
	}
	if o.verbose {
		for _, line := range report.Processes(rep, o.report) {
			p.sayf("%s", report.Inert(line))
		}
		p.boast(d, read, time.Since(began))
	}
	p.status = o.report.Status
	return nil
}
