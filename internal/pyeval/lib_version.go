package pyeval

import "deploylint/internal/version"

// A libVersion is the version of a library, as far as it is known. Where it is not, the newest one is assumed.
type libVersion struct {
	major, minor, patch int
	known               bool
}

// before reports whether the version is known to be older than another.
func (v libVersion) before(major, minor int) bool {
	return v.known && (v.major < major || v.major == major && v.minor < minor)
}

// installed reports whether the project lists a package; decided is false where its packages are not known.
func (ev *evaluator) installed(pkg string) (listed, decided bool) {
	if ev.opt.Version == nil {
		return false, false
	}
	if _, ok := ev.opt.Version(pkg); ok {
		return true, true
	}
	_, known := ev.opt.Version("django")
	return false, known
}

// libVersion is the version that the project pins a package to.
func (ev *evaluator) libVersion(pkg string) libVersion {
	if ev.opt.Version == nil {
		return libVersion{}
	}
	v, ok := ev.opt.Version(pkg)
	if !ok || v == "" {
		return libVersion{}
	}
	parsed, ok := version.Parse(v)
	return libVersion{parsed.Part(0), parsed.Part(1), parsed.Part(2), ok}
}
