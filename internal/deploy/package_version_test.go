package deploy_test

import (
	"testing"

	"deploylint/internal/deploy"
)

func TestPackageVersion(t *testing.T) {
	for _, test := range []struct {
		text string
		want deploy.PackageVersion
		ok   bool
	}{
		{"", deploy.PackageVersion{}, false},
		{"main", deploy.PackageVersion{}, false},
		{"5", deploy.PackageVersion{Major: 5}, true},
		{"65.14.2", deploy.PackageVersion{Major: 65, Minor: 14, Patch: 2}, true},
		{"4.0b1", deploy.PackageVersion{Major: 4}, true},
		{"1.2.3.4", deploy.PackageVersion{Major: 1, Minor: 2, Patch: 3}, true},
	} {
		t.Run(test.text, func(t *testing.T) {
			site := &deploy.Site{Packages: func(string) (string, bool) { return test.text, true }}
			if got, ok := site.PackageVersion("any"); got != test.want || ok != test.ok {
				t.Errorf("got %v, %v, want %v, %v", got, ok, test.want, test.ok)
			}
		})
	}
	if _, ok := (&deploy.Site{}).PackageVersion("any"); ok {
		t.Error("a package that nothing names has a version")
	}
}

func TestPackageVersionOrder(t *testing.T) {
	v := deploy.PackageVersion{Major: 4, Minor: 2, Patch: 1}
	for _, test := range []struct {
		major, minor, patch int
		atLeast, before     bool
	}{
		{4, 2, 1, true, false},
		{4, 2, 2, false, false},
		{4, 3, 0, false, true},
		{3, 9, 9, true, false},
		{5, 0, 0, false, true},
	} {
		if v.AtLeast(test.major, test.minor, test.patch) != test.atLeast || v.Before(test.major, test.minor) != test.before {
			t.Errorf("%v against %d.%d.%d", v, test.major, test.minor, test.patch)
		}
	}
}
