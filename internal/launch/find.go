package launch

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/source"
)

// NewFinder returns a function for Options.Find over the files of a repository: paths is the sorted list of their paths.
//
// A path of the server is the repository's file whose whole path is the longest end of it: /srv/shop/deploy/run.sh is
// deploy/run.sh, or run.sh where there is no such folder. Where no end is a path of the repository, the one file whose
// path ends in the longest end of it is meant: /entrypoint.sh is docker/entrypoint.sh where there is but one
// entrypoint.sh. The folders of a relative path are the project's own: docker/web/run.sh is never docker/worker/run.sh.
func NewFinder(paths []string, open func(path string) (*source.File, error), executable func(path string) bool) func(serverPath, cwd string) (f *source.File, isExecutable, ok bool) {
	return func(serverPath, cwd string) (*source.File, bool, bool) {
		name, found := match(paths, serverPath, cwd)
		if !found {
			return nil, false, false
		}
		f, err := open(name)
		if err != nil {
			return nil, false, false
		}
		return f, executable != nil && executable(name), true
	}
}

// match returns the path in the repository.
func match(paths []string, serverPath, cwd string) (string, bool) {
	if strings.HasSuffix(serverPath, "/") || strings.ContainsRune(serverPath, 0) {
		return "", false
	}
	full := path.Clean(serverPath)
	if !path.IsAbs(full) {
		full = path.Join("/", cwd, full)
	}
	if isSystemPath(full) {
		return "", false
	}
	parts := strings.Split(strings.Trim(full, "/"), "/")
	ends := len(parts) // how many ends of the path may be the file
	if given := path.Clean(serverPath); !path.IsAbs(given) && !strings.HasPrefix(given, "..") {
		ends -= strings.Count(given, "/")
	}
	for i := range ends {
		end := strings.Join(parts[i:], "/")
		if _, found := slices.BinarySearch(paths, end); found {
			return end, true
		}
	}
	for i := range ends {
		end := "/" + strings.Join(parts[i:], "/")
		var only string
		several := false
		for _, p := range paths {
			if strings.HasSuffix(p, end) {
				several = several || only != ""
				only = p
			}
		}
		if several {
			return "", false
		}
		if only != "" {
			return only, true
		}
	}
	return "", false
}

// isSystemPath reports whether a path belongs to the operating system, so that a file of the repository with the same
// name is another one.
func isSystemPath(name string) bool {
	for _, dir := range []string{"/usr/bin/", "/bin/", "/sbin/", "/usr/sbin/", "/lib/", "/usr/lib/", "/proc/", "/sys/", "/dev/"} {
		if strings.HasPrefix(name, dir) {
			return true
		}
	}
	return strings.Contains(name, "/site-packages/") || strings.HasSuffix(path.Dir(name), "/venv/bin") ||
		strings.HasSuffix(path.Dir(name), "/env/bin") || strings.HasSuffix(path.Dir(name), "/.venv/bin")
}
