package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/support"
)

// baseImageUnsupported reports an image whose base gets no security fixes any more.
//
// # Why it matters
//
// When support for a version of Python or of the distribution ends, holes that are found in it stay open, and the image is not even
// built anew. A rebuild brings nothing.
//
// # Example
//
//	FROM python:3.8-slim
//
// # Use instead
//
//	FROM python:3.13-slim
//
// # When it stays silent
//
// For versions that are not in the built-in table, whose day --as-of replaces by another one, for images that a build argument without
// a default names, and for stages of which only files are copied.
func baseImageUnsupported() lint.Rule {
	return lint.Rule{
		ID:      "DPL461",
		Name:    "base-image-unsupported",
		Summary: "The base image gets no security fixes any more",
		Help:    "Build on a version that is supported",
		Level:   lint.Warning,
		Tags:    []string{"security", "docker", "cwe-1104"},
		Links: []string{
			"https://devguide.python.org/versions/",
			"https://www.debian.org/releases/",
			"https://ubuntu.com/about/release-cycle",
			"https://alpinelinux.org/releases/",
		},
		Since: "0.1.0",
		Check: lint.OfImage(checkBaseImageUnsupported),
	}
}

func checkBaseImageUnsupported(i *deploy.Image, site *deploy.Site) lint.Answer {
	base, ok := baseOf(i)
	if !ok {
		return nil
	}
	name, _ := base.Base.Text()
	for _, series := range support.OfImage(name) {
		if !series.Ended(site.Options.AsOf) {
			continue
		}
		r := lint.Fail(base.BaseSpan, "support of %s ended in %s: holes that are found in it stay open", series.Title(), support.Month(series.End)).
			About(i.Key() + "#from").Fix("build on a supported version, such as python:3.13-slim")
		if newest, ok := support.Newest(series.Product); ok && series.Product != "python" {
			r = r.Fix("build on a supported version, such as %s", newest.Title())
		}
		return r
	}
	return nil
}
