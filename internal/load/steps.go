package load

import (
	"slices"

	"deploylint/internal/deploy"
)

// mostSteps is how many steps of builds are evaluated.
const mostSteps = 20

// addSteps puts the management commands that builds of images run to the sites whose processes run in these images, each with the
// settings as it sees them: a build is given other variables than what it makes.
func (l *loader) addSteps(projects []*project, started launched, sites []*deploy.Site) {
	n := 0
	for _, image := range started.images {
		for _, p := range image.Steps {
			if n++; n > mostSteps {
				return
			}
			c, ok := l.choice(projects, p, started.importPaths)
			if !ok {
				continue
			}
			p.Settings, _ = l.settingsOf(c, l.over(p.Environment), started.importPaths(c.project))
			for _, s := range sites {
				if inImage(s, image.Model) || s.Settings.Module == c.module && !anyInImage(sites, image.Model) {
					s.Steps = append(s.Steps, p)
				}
			}
		}
	}
}

// inImage reports whether a process of the site runs in an image.
func inImage(s *deploy.Site, image *deploy.Image) bool {
	return slices.ContainsFunc(s.Processes, func(p *deploy.Process) bool { return p.Place != nil && p.Place.Built == image })
}

func anyInImage(sites []*deploy.Site, image *deploy.Image) bool {
	return slices.ContainsFunc(sites, func(s *deploy.Site) bool { return inImage(s, image) })
}
