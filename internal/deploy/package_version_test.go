package deploy_test

import (
	"testing"

	"deploylint/internal/deploy"
)

func TestPackageVersion(t *testing.T) {
	for _, test := range []struct {
		text, want string
		ok         bool
	}{
		{"", "0", false},
		{"main", "0", false},
		{"5", "5", true},
		{"65.14.2", "65.14.2", true},
		{"4.0b1", "4.0b1", true},
	} {
		t.Run(test.text, func(t *testing.T) {
			site := &deploy.Site{Packages: func(string) (string, bool) { return test.text, true }}
			if got, ok := site.PackageVersion("any"); got.String() != test.want || ok != test.ok {
				t.Errorf("got %v, %v, want %v, %v", got, ok, test.want, test.ok)
			}
		})
	}
	if _, ok := (&deploy.Site{}).PackageVersion("any"); ok {
		t.Error("a package that nothing names has a version")
	}
}
