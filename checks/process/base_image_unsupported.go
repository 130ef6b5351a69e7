package process

import (
	"path"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
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
// For versions that are not in the built-in table, which is as of November 2026, for images that a build argument names, and for
// stages of which only files are copied.
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

func checkBaseImageUnsupported(i *deploy.Image, _ *deploy.Site) lint.Answer {
	base, ok := baseOf(i)
	if !ok {
		return nil
	}
	name, _ := base.Base.Text()
	what, ended := supportEnded(name)
	if ended == "" {
		return nil
	}
	return lint.Fail(base.BaseSpan, "support of %s ended in %s: holes that are found in it stay open", what, ended).
		About(i.Key() + "#from").Fix("build on a supported version, such as python:3.13-slim")
}

// supportEnded returns what an image consists of that has no support any more, and the month in which that ended. The table is
// that of November 2026.
func supportEnded(image string) (what, month string) {
	image, _, _ = strings.Cut(image, "@")
	name, tag, _ := strings.Cut(path.Base(image), ":")
	version, variant, _ := strings.Cut(tag, "-")
	switch name {
	case "python":
		if end := pythonEnded(version); end != "" {
			return "Python " + version, end
		}
		for part := range strings.SplitSeq(variant, "-") {
			if what, end := distributionEnded(part); end != "" {
				return what, end
			}
		}
	case "debian", "ubuntu":
		return distributionEnded(version)
	case "centos":
		return "CentOS", "2024-06"
	}
	return "", ""
}

// pythonEnded returns the month in which support of a Python ended. https://devguide.python.org/versions/
func pythonEnded(version string) string {
	major, rest, _ := strings.Cut(version, ".")
	minor, _, _ := strings.Cut(rest, ".")
	switch major + "." + minor {
	case "2.", "2.7":
		return "2020-01"
	case "3.4":
		return "2019-03"
	case "3.5":
		return "2020-09"
	case "3.6":
		return "2021-12"
	case "3.7":
		return "2023-06"
	case "3.8":
		return "2024-10"
	case "3.9":
		return "2025-10"
	case "3.10":
		return "2026-10"
	}
	return ""
}

// distributionEnded returns a distribution by its codename or number, with the month in which its public support ended, Debian's
// long-term support included.
func distributionEnded(name string) (what, month string) {
	switch name {
	case "wheezy", "7":
		return "Debian 7", "2018-05"
	case "jessie", "8":
		return "Debian 8", "2020-06"
	case "stretch", "9":
		return "Debian 9", "2022-06"
	case "buster", "10":
		return "Debian 10", "2024-06"
	case "bullseye", "11":
		return "Debian 11", "2026-08"
	case "trusty", "14.04":
		return "Ubuntu 14.04", "2019-04"
	case "xenial", "16.04":
		return "Ubuntu 16.04", "2021-04"
	case "bionic", "18.04":
		return "Ubuntu 18.04", "2023-05"
	case "focal", "20.04":
		return "Ubuntu 20.04", "2025-05"
	}
	return "", ""
}
