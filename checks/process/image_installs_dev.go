package process

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// imageInstallsDev reports an image of production into which the packages for developers and tests are installed.
//
// # Why it matters
//
// Debug toolbars, test runners and shells are in the image that serves visitors. They make it larger and slower to start, bring the
// security holes of packages that production never needed, and a settings module that enables what it finds enables them.
//
// # Example
//
//	RUN pip install -r requirements-dev.txt
//
// # Use instead
//
//	RUN pip install -r requirements.txt
//
// # When it stays silent
//
// For stages that are not part of the final image, where a condition decides, and beside a Dockerfile that is named for
// production.
func imageInstallsDev() lint.Rule {
	return lint.Rule{
		ID:      "DPL462",
		Name:    "image-installs-dev",
		Summary: "The image installs the packages of developers",
		Help:    "Install the requirements of production in the final image, and the others in a stage of their own",
		Level:   lint.Warning,
		Tags:    []string{"operations", "docker"},
		Links:   []string{"https://docs.docker.com/build/building/multi-stage/"},
		Since:   "0.1.0",
		Check:   lint.OfImage(checkImageInstallsDev),
	}
}

func checkImageInstallsDev(i *deploy.Image, site *deploy.Site) lint.Answer {
	var answers lint.Answers
	if i.Final == nil || i.Role == "dev" || i.Role == "test" || besideProduction(site, i) {
		return answers
	}
	for _, stage := range i.Final.Stages {
		for _, in := range stage.Instructions {
			if in.Name != "RUN" || conditional(in.Text) {
				continue
			}
			what := devPackages(in.Text)
			if what == "" {
				continue
			}
			answers = append(answers, lint.Fail(in.Span.FirstLine(), "%s brings what developers and tests need into the image that serves visitors", what).
				About(i.Key()+"#"+what).Fix("install only what production needs"))
		}
	}
	return answers
}

// conditional reports whether a shell command decides what it installs.
func conditional(text string) bool {
	fields := strings.Fields(text)
	return slices.Contains(fields, "if") || slices.Contains(fields, "case") || strings.Contains(text, "[ ")
}

// devPackages returns what of a command installs the packages of developers, "" for nothing.
func devPackages(text string) string {
	fields := strings.Fields(text)
	for i, w := range fields {
		switch {
		case w == "-r" && i+1 < len(fields) && slices.Contains(fields, "install"):
			if isDevList(fields[i+1]) {
				return path.Base(fields[i+1])
			}
		case w == "--dev" && slices.Contains(fields, "pipenv"):
			return "pipenv install --dev"
		case w == "--with" && i+1 < len(fields) && slices.Contains(fields, "poetry") && slices.Contains(strings.Split(fields[i+1], ","), "dev"):
			return "poetry install --with dev"
		}
	}
	return ""
}

// isDevList reports whether the name of a requirements file says that it is for developers.
func isDevList(name string) bool {
	words := strings.FieldsFunc(strings.ToLower(path.Base(name)), func(r rune) bool { return r == '.' || r == '-' || r == '_' })
	for _, w := range words {
		switch w {
		case "dev", "devel", "develop", "development":
			return true
		}
	}
	return false
}

// besideProduction reports whether another Dockerfile is named for production, so that this one is for something else.
func besideProduction(site *deploy.Site, i *deploy.Image) bool {
	return !namesProduction(i.File.Path) && slices.ContainsFunc(site.Images, func(other *deploy.Image) bool {
		return strings.Contains(strings.ToLower(path.Base(other.File.Path)), "prod")
	})
}
