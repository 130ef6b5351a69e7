package cli

import (
	"io"
	"slices"

	"github.com/urfave/cli/v2"

	"deploylint/internal/deploy"
	"deploylint/internal/inspect"
	"deploylint/report"
)

func (p *program) topologyCommand() *cli.Command {
	return &cli.Command{
		Name: "topology", Usage: "draw what was understood: proxies, places, processes, volumes, data services",
		Description: "Each thing and each arrow has the file and line that it was read from. What is only known to be there is marked.",
		Flags: slices.Concat(
			[]cli.Flag{&cli.StringFlag{Category: "What is shown", Name: "path", Usage: "the project's `FOLDER`", Value: "."}},
			resolveFlags(), outputFlags(topologyFormats()),
		),
		Action: func(c *cli.Context) error {
			return p.listAs(c, topologyFormats(), func(sites []*deploy.Site, _ inspect.Options) (listed, error) {
				picture := inspect.TopologyOf(sites)
				return func(format string, w io.Writer, o report.Options) error {
					switch format {
					case "mermaid":
						return report.TopologyMermaid(w, picture, o)
					case "svg":
						return report.TopologySVG(w, picture, o)
					case "json":
						return report.TopologyJSON(w, picture, o)
					default:
						return report.TopologyText(w, picture, o)
					}
				}, nil
			})
		},
	}
}

func topologyFormats() []string { return []string{"text", "mermaid", "svg", "json"} }
