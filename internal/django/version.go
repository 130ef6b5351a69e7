package django

import (
	"strconv"
	"strings"
)

// A Version is a release line of Django: 5.2. The zero Version is none.
type Version struct{ Major, Minor int }

// ParseVersion reads a version; what stands behind the second number does not count.
func ParseVersion(text string) (Version, bool) {
	major, rest, found := strings.Cut(strings.TrimSpace(text), ".")
	minor := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789"))]
	m, err := strconv.Atoi(major)
	if err != nil || m < 0 || found && minor == "" {
		return Version{}, false
	}
	n := 0
	if found {
		if n, err = strconv.Atoi(minor); err != nil {
			return Version{}, false
		}
	}
	return Version{Major: m, Minor: n}, true
}

// String returns the version as Django writes it: "5.2".
func (v Version) String() string { return strconv.Itoa(v.Major) + "." + strconv.Itoa(v.Minor) }

// AtLeast reports whether v is major.minor or later.
func (v Version) AtLeast(major, minor int) bool {
	return v.Major > major || v.Major == major && v.Minor >= minor
}

// Before reports whether v is earlier than w.
func (v Version) Before(w Version) bool { return !v.AtLeast(w.Major, w.Minor) }

// Releases returns the release lines from the oldest to the newest.
// https://www.djangoproject.com/download/#supported-versions
func Releases() []Version {
	var lines []Version
	for _, s := range supports() {
		lines = append(lines, s.Version)
	}
	return lines
}

// NewestLTS returns the newest release line with long-term support.
func NewestLTS() Version {
	newest := Version{}
	for _, s := range supports() {
		if s.LTS {
			newest = s.Version
		}
	}
	return newest
}

// A Support says until when a release line gets security fixes.
type Support struct {
	Version Version
	LTS     bool
	// End is the month in which support ends, as "2028-04".
	End string
}

// SupportOf returns the support of a release line.
func SupportOf(v Version) (Support, bool) {
	for _, s := range supports() {
		if s.Version == v {
			return s, true
		}
	}
	return Support{}, false
}

func supports() []Support {
	return []Support{
		{Version{1, 8}, true, "2018-04"},
		{Version{1, 9}, false, "2017-04"},
		{Version{1, 10}, false, "2017-12"},
		{Version{1, 11}, true, "2020-04"},
		{Version{2, 0}, false, "2019-04"},
		{Version{2, 1}, false, "2019-12"},
		{Version{2, 2}, true, "2022-04"},
		{Version{3, 0}, false, "2021-04"},
		{Version{3, 1}, false, "2021-12"},
		{Version{3, 2}, true, "2024-04"},
		{Version{4, 0}, false, "2023-04"},
		{Version{4, 1}, false, "2023-12"},
		{Version{4, 2}, true, "2026-04"},
		{Version{5, 0}, false, "2025-04"},
		{Version{5, 1}, false, "2025-12"},
		{Version{5, 2}, true, "2028-04"},
		{Version{6, 0}, false, "2027-04"},
		{Version{6, 1}, false, "2027-12"},
	}
}
