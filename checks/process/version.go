package process

import (
	"strconv"
	"strings"

	"deploylint/internal/deploy"
)

// A version is the beginning of a package's version, which is all that decides what its commands do.
type version struct{ major, minor int }

// readVersion returns the version of a package of the project as far as it is known.
func readVersion(site *deploy.Site, name string) (version, bool) {
	text, ok := site.Version(name)
	if !ok {
		return version{}, false
	}
	return versionOf(text)
}

// versionOf reads the beginning of a version.
func versionOf(text string) (version, bool) {
	first, rest, _ := strings.Cut(text, ".")
	second, _, _ := strings.Cut(rest, ".")
	major, err := strconv.Atoi(first)
	if err != nil {
		return version{}, false
	}
	minor, err := strconv.Atoi(second)
	if err != nil {
		minor = 0
	}
	return version{major, minor}, true
}

// before reports whether v is earlier than major.minor.
func (v version) before(major, minor int) bool {
	return v.major < major || v.major == major && v.minor < minor
}

// firstPart returns the package of a dotted name.
func firstPart(dotted string) string {
	first, _, _ := strings.Cut(dotted, ".")
	return first
}
