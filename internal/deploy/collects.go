package deploy

import (
	"strings"

	"deploylint/internal/source"
)

// Collects returns where the deployment runs collectstatic under the site's own settings, so far as files of the repository tell: what
// a launcher starts, a command of a start script, a RUN of a Dockerfile. A command that names other settings does not count.
func (s *Site) Collects() (at source.Span, ok bool) {
	for _, p := range s.Processes {
		if p.Manage != nil && p.Manage.Command.Text == "collectstatic" {
			return p.Manage.Command.Span, true
		}
	}
	for _, use := range s.Scripts() {
		for _, c := range use.Script.Commands {
			if c.Has("collectstatic") && !namesSettings(c.Span.Text()) {
				return c.Span, true
			}
		}
	}
	for _, image := range s.Images {
		for _, i := range image.Tree.Instructions {
			if i.Name == "RUN" && strings.Contains(i.Text, "collectstatic") && !namesSettings(i.Text) {
				return i.Span, true
			}
		}
	}
	return source.Span{}, false
}

func namesSettings(command string) bool {
	return strings.Contains(command, "--settings") || strings.Contains(command, "DJANGO_SETTINGS_MODULE") || strings.Contains(command, "DJANGO_CONFIGURATION")
}
