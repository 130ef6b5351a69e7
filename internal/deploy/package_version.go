package deploy

import (
	"strconv"
	"strings"
)

// A PackageVersion is the beginning of a Python package's version, which is all that decides how the package behaves.
type PackageVersion struct{ Major, Minor, Patch int }

// PackageVersion returns the version of a package as far as the project's requirements fix it.
func (s *Site) PackageVersion(name string) (PackageVersion, bool) {
	text, ok := s.Version(name)
	if !ok {
		return PackageVersion{}, false
	}
	return ParsePackageVersion(text)
}

// ParsePackageVersion reads the beginning of a version. What follows the first part that is no number counts as 0.
func ParsePackageVersion(text string) (PackageVersion, bool) {
	var parts [3]int
	for i, part := range strings.SplitN(text, ".", 4) {
		n, err := strconv.Atoi(part)
		if err != nil || i == len(parts) {
			if i == 0 {
				return PackageVersion{}, false
			}
			break
		}
		parts[i] = n
	}
	return PackageVersion{parts[0], parts[1], parts[2]}, true
}

// AtLeast reports whether v is major.minor.patch or later.
func (v PackageVersion) AtLeast(major, minor, patch int) bool {
	switch {
	case v.Major != major:
		return v.Major > major
	case v.Minor != minor:
		return v.Minor > minor
	}
	return v.Patch >= patch
}

// Before reports whether v is earlier than major.minor.
func (v PackageVersion) Before(major, minor int) bool { return !v.AtLeast(major, minor, 0) }
