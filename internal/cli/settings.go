package cli

import (
	"io"

	"github.com/urfave/cli/v2"

	"deploylint/internal/deploy"
	"deploylint/internal/inspect"
	"deploylint/report"
)

func (p *program) settingsCommand() *cli.Command {
	return &cli.Command{
		Name: "settings", Usage: "print the resolved settings, and how each came to be",
		ArgsUsage: "[NAME…]",
		Description: "NAME is a setting, or a place inside one such as DATABASES.default.HOST. Without one it is all that the\n" +
			"project sets.",
		Flags: listingFlags(),
		Action: func(c *cli.Context) error {
			return p.list(c, func(sites []*deploy.Site, o inspect.Options) (listed, error) {
				doc, err := inspect.SettingsOf(sites, o)
				return func(format string, w io.Writer, o report.Options) error {
					if format == "json" {
						return report.SettingsJSON(w, doc, o)
					}
					return report.SettingsText(w, doc, o)
				}, err
			})
		},
	}
}
