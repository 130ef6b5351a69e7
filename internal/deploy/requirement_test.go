package deploy_test

import (
	"slices"
	"testing"

	"deploylint/internal/deploy"
	"deploylint/internal/value"
)

func TestRequires(t *testing.T) {
	get := func(name string) (deploy.Requirement, bool) {
		return deploy.Requirement{Pinned: "23.0.0"}, name == "gunicorn"
	}
	for _, c := range []struct {
		name, pkg string
		required  deploy.Requirements
		want      value.Tri
	}{
		{"named", "gunicorn", deploy.Requirements{Get: get, Complete: true}, value.True},
		{"not named", "gevent", deploy.Requirements{Get: get, Complete: true}, value.False},
		{"a file is missing", "gevent", deploy.Requirements{Get: get}, value.Undecided},
		{"nothing was read", "gevent", deploy.Requirements{}, value.Undecided},
	} {
		t.Run(c.name, func(t *testing.T) {
			site := &deploy.Site{Requirements: c.required}
			if got := site.Requires(c.pkg); got != c.want {
				t.Errorf("Requires = %v, want %v", got, c.want)
			}
		})
	}
}

func TestOptionNames(t *testing.T) {
	o := deploy.NewOptions(map[string]value.Value{"workers": value.OfInt(3), "bind": value.OfStr(":8000")})
	if got, want := o.Names(), []string{"bind", "workers"}; !slices.Equal(got, want) {
		t.Errorf("names are %q, want %q", got, want)
	}
}
