package cli

import (
	"errors"
	"io"
	"slices"
	"time"

	"github.com/urfave/cli/v2"

	"deploylint/internal/deploy"
	"deploylint/internal/inspect"
	"deploylint/internal/lint"
	"deploylint/internal/source"
	"deploylint/report"
)

// listingFlags are those of the commands that show what is there and judge nothing. Their arguments are names.
func listingFlags() []cli.Flag {
	return slices.Concat(
		[]cli.Flag{&cli.StringFlag{Category: "What is shown", Name: "path", Usage: "the project's `FOLDER`, or a single file", Value: "."}},
		[]cli.Flag{&cli.BoolFlag{Category: "What is shown", Name: "show-secrets", Usage: "print secrets in full"}},
		resolveFlags(), outputFlags(listingFormats()),
	)
}

func listingFormats() []string { return []string{"text", "json"} }

// listed writes a finished listing in one of the formats.
type listed func(format string, w io.Writer, o report.Options) error

// list loads the project, makes the listing, and writes it. Nothing is written where a name is wrong.
func (p *program) list(c *cli.Context, listingOf func([]*deploy.Site, inspect.Options) (listed, error)) error {
	return p.listAs(c, listingFormats(), listingOf)
}

// listAs is list in formats of the command's own.
func (p *program) listAs(c *cli.Context, formats []string, listingOf func([]*deploy.Site, inspect.Options) (listed, error)) error {
	began := time.Now()
	in := inputsOf(c, []string{c.String("path")})
	if err := in.validate(); err != nil {
		return err
	}
	o, err := p.outputOf(c, formats)
	if err != nil {
		return err
	}
	d, err := p.load(in)
	if err != nil {
		return err
	}
	read := time.Since(began)
	if !slices.ContainsFunc(d.Sites, func(s *deploy.Site) bool { return s.Settings != nil }) {
		return errors.New("there are no settings to show: give the project's folder with --path")
	}
	write, err := listingOf(d.Sites, inspect.Options{Names: c.Args().Slice(), ShowSecrets: c.Bool("show-secrets")})
	if err != nil {
		return err
	}
	o.report.Place = fromWorkingDirectory(d.Root)
	for _, t := range o.targets {
		if err := p.write(t, o, func(w io.Writer, options report.Options) error { return write(t.format, w, options) }); err != nil {
			return err
		}
	}
	p.tell(d.Notifications, o.report)
	if o.verbose {
		p.boast(d, read, time.Since(began))
	}
	if slices.ContainsFunc(d.Notifications, func(n source.Notification) bool { return n.Level == source.Error }) {
		p.status = lint.StatusNoVerdict
	}
	return nil
}
