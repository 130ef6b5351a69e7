package django

import (
	"cmp"
	"fmt"
	"time"

	"deploylint/internal/version"
)

// A Version is a version of Django. The zero Version is unknown.
type Version struct {
	Major, Minor, Patch int
}

// ParseVersion reads a version such as "4.2", "4.2.11", "5.2rc1" or "4.2.*". A missing patch level is the newest there
// is, because that is what gets installed: Patch is then -1.
func ParseVersion(s string) (Version, bool) {
	numbers, _ := version.Numbers(s)
	if len(numbers) == 0 || numbers[0] > 1000 {
		return Version{}, false
	}
	v := Version{Major: numbers[0], Patch: -1}
	if len(numbers) > 1 {
		v.Minor = numbers[1]
	}
	if len(numbers) > 2 {
		v.Patch = numbers[2]
	}
	return v, v.Major > 0
}

// Of returns the series major.minor at its newest patch level.
func Of(major, minor int) Version { return Version{Major: major, Minor: minor, Patch: -1} }

// IsZero reports whether the version is unknown.
func (v Version) IsZero() bool { return v == Version{} }

// Series returns "4.2" for any 4.2.x.
func (v Version) Series() string { return fmt.Sprintf("%d.%d", v.Major, v.Minor) }

// String returns the version as people write it.
func (v Version) String() string {
	if v.Patch < 0 {
		return v.Series()
	}
	return fmt.Sprintf("%d.%d.%d", v.Major, v.Minor, v.Patch)
}

// Compare is negative where v is older than w. A series without a patch level is newer than all its releases.
func (v Version) Compare(w Version) int {
	patch := func(p int) int {
		if p < 0 {
			return 1 << 20
		}
		return p
	}
	return cmp.Or(cmp.Compare(v.Major, w.Major), cmp.Compare(v.Minor, w.Minor), cmp.Compare(patch(v.Patch), patch(w.Patch)))
}

// AtLeast reports whether v is of the series major.minor or newer.
func (v Version) AtLeast(major, minor int) bool {
	return cmp.Or(cmp.Compare(v.Major, major), cmp.Compare(v.Minor, minor)) >= 0
}

// NewestLTS returns the newest series with long-term support.
func NewestLTS() Version { return Of(5, 2) }

// Newest returns the newest series that this package knows.
func Newest() Version { return Of(6, 1) }

// Oldest returns the oldest series that this package knows.
func Oldest() Version { return Of(1, 8) }

// A Period is how long a series gets fixes.
type Period struct {
	// End is the last day of the month in which even security fixes end.
	End time.Time
	// LTS is set for a series with long-term support.
	LTS bool
}

// Support returns how long a version's series is supported, as https://www.djangoproject.com/download/ has it.
// It returns false for a series that this package does not know.
func Support(v Version) (Period, bool) {
	end := func(year int, month time.Month, lts bool) (Period, bool) {
		return Period{End: time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC), LTS: lts}, true
	}
	switch v.Series() {
	case "1.4":
		return end(2015, time.October, true)
	case "1.5":
		return end(2014, time.September, false)
	case "1.6":
		return end(2015, time.April, false)
	case "1.7":
		return end(2015, time.December, false)
	case "1.8":
		return end(2018, time.April, true)
	case "1.9":
		return end(2017, time.April, false)
	case "1.10":
		return end(2017, time.December, false)
	case "1.11":
		return end(2020, time.April, true)
	case "2.0":
		return end(2019, time.April, false)
	case "2.1":
		return end(2019, time.December, false)
	case "2.2":
		return end(2022, time.April, true)
	case "3.0":
		return end(2021, time.April, false)
	case "3.1":
		return end(2021, time.December, false)
	case "3.2":
		return end(2024, time.April, true)
	case "4.0":
		return end(2023, time.April, false)
	case "4.1":
		return end(2023, time.December, false)
	case "4.2":
		return end(2026, time.April, true)
	case "5.0":
		return end(2025, time.April, false)
	case "5.1":
		return end(2025, time.December, false)
	case "5.2":
		return end(2028, time.April, true)
	case "6.0":
		return end(2027, time.April, false)
	case "6.1":
		return end(2027, time.December, false)
	default:
		return Period{}, false
	}
}
