package process

import (
	"path"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/dockerfile"
	"deploylint/internal/lint"
)

// baseImageFloating reports an image that is built on whatever its base image is on that day.
//
// # Why it matters
//
// python:latest was Python 3.13 one day and 3.14 the next, with packages that did not build yet. A build without a version
// gives another result next month, on CI another one than on the laptop, and an old commit cannot be built again to go back to it.
//
// # Example
//
//	FROM python
//
// # Use instead
//
//	FROM python:3.13-slim
//
// # When it stays silent
//
// For a digest, for scratch, for other stages, for images that a build argument names, and for stages that only bring a
// tool along (COPY --from).
func baseImageFloating() lint.Rule {
	return lint.Rule{
		ID:      "DPL460",
		Name:    "base-image-floating",
		Summary: "The base image has no version",
		Help:    "Name the base image with a version, such as python:3.13-slim",
		Level:   lint.Note,
		Tags:    []string{"operations", "docker"},
		Links:   []string{"https://docs.docker.com/build/building/best-practices/#pin-base-image-versions"},
		Since:   "0.1.0",
		Check:   lint.OfImage(checkBaseImageFloating),
	}
}

func checkBaseImageFloating(i *deploy.Image, _ *deploy.Site) lint.Answer {
	base, ok := baseOf(i)
	if !ok {
		return nil
	}
	name, _ := base.Base.Text()
	_, tag, tagged := strings.Cut(path.Base(name), ":")
	if name == "scratch" || strings.Contains(name, "@") || tagged && tag != "latest" {
		return nil
	}
	return lint.Fail(base.BaseSpan, "%s has no version: next month it is another image, and what is built today cannot be built again", name).
		About(i.Key()+"#from").Fix("name a version: FROM %s:VERSION", strings.TrimSuffix(name, ":latest"))
}

// baseOf returns the stage that begins the image with one of somebody else's.
func baseOf(i *deploy.Image) (*dockerfile.Stage, bool) {
	if i.Final == nil || len(i.Final.Stages) == 0 {
		return nil, false
	}
	base := i.Final.Stages[0]
	_, known := base.Base.Text()
	return base, known && base.Parent == nil
}
