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

func TestInstalls(t *testing.T) {
	get := func(name string) (deploy.Requirement, bool) {
		return deploy.Requirement{}, name == "django" || name == "rq"
	}
	required := deploy.Requirements{Get: get, Complete: true, Written: []string{"celery[redis]", "django[]", "django-ckeditor-updated[]", "rq[]"}}
	for _, c := range []struct {
		name     string
		packages []string
		required deploy.Requirements
		want     value.Tri
	}{
		{"named itself", []string{"rq"}, required, value.True},
		{"brought by another", []string{"channels", "rq"}, required, value.True},
		{"an extra", []string{"redis"}, required, value.True},
		{"a fork", []string{"django-ckeditor"}, required, value.True},
		{"not named", []string{"psycopg", "psycopg2"}, required, value.False},
		{"not all was read", []string{"psycopg"}, deploy.Requirements{Get: get}, value.Undecided},
		{"not the site's", []string{"psycopg"}, deploy.Requirements{Get: func(string) (deploy.Requirement, bool) { return deploy.Requirement{}, false }, Complete: true}, value.Undecided},
	} {
		t.Run(c.name, func(t *testing.T) {
			site := &deploy.Site{Requirements: c.required}
			if got := site.Installs(c.packages...); got != c.want {
				t.Errorf("Installs = %v, want %v", got, c.want)
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
