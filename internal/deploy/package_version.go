package deploy

import "deploylint/internal/version"

// PackageVersion returns the version of a package as far as the project's requirements fix it.
func (s *Site) PackageVersion(name string) (version.Version, bool) {
	text, ok := s.Version(name)
	if !ok {
		return version.Version{}, false
	}
	return version.Parse(text)
}
