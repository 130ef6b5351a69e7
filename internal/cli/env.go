package cli

import (
	"io"

	"github.com/urfave/cli/v2"

	"deploylint/internal/deploy"
	"deploylint/internal/inspect"
	"deploylint/report"
)

func (p *program) envCommand() *cli.Command {
	return &cli.Command{
		Name: "env", Usage: "print each environment variable: who reads it, and who supplies it",
		ArgsUsage: "[NAME…]",
		Description: "NAME is a variable. Without one it is all that the settings read or that a launcher or an env file\n" +
			"supplies. A variable is missing where the settings need it and nothing in the repository supplies it.",
		Flags: listingFlags(),
		Action: func(c *cli.Context) error {
			return p.list(c, func(sites []*deploy.Site, o inspect.Options) (listed, error) {
				doc, err := inspect.EnvOf(sites, o)
				return func(format string, w io.Writer, o report.Options) error {
					if format == "json" {
						return report.EnvJSON(w, doc, o)
					}
					return report.EnvText(w, doc, o)
				}, err
			})
		},
	}
}
