package inspect

import (
	"fmt"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/secret"
	"deploylint/internal/spell"
	"deploylint/internal/value"
)

// Env is what the environment of one site is asked for, and what supplies it.
type Env struct {
	Site      *deploy.Site
	Variables []Variable
}

// A Variable is one environment variable.
type Variable struct {
	Name   string
	Status Status
	// Reads are the places that read it, in the order in which the settings run.
	Reads []deploy.EnvRead
	// Supplied are the places that give it, the strongest first.
	Supplied []deploy.Supplier
}

// Status says where the value of a variable comes from.
type Status uint8

// The statuses, in the order in which people should look at them.
const (
	// Missing: a read needs it, and nothing supplies it.
	Missing Status = iota
	// Supplied: something gives it.
	Supplied
	// Default: nothing gives it, and the code does without.
	Default
	// Unread: something gives it, and nothing reads it.
	Unread
)

// String returns the status as reports write it.
func (s Status) String() string {
	switch s {
	case Missing:
		return "missing"
	case Supplied:
		return "supplied"
	case Default:
		return "default"
	default:
		return "unread"
	}
}

// Winner returns the supplier whose value is seen, where there is one.
func (v *Variable) Winner() (deploy.Supplier, bool) {
	i := slices.IndexFunc(v.Supplied, func(s deploy.Supplier) bool { return s.Wins && s.Value.Kind() != value.None })
	if i < 0 {
		return deploy.Supplier{}, false
	}
	return v.Supplied[i], true
}

// Fallback returns the read whose default in the code counts while nothing supplies the variable.
func (v *Variable) Fallback() (deploy.EnvRead, bool) {
	i := slices.IndexFunc(v.Reads, func(r deploy.EnvRead) bool { return r.HasDefault })
	if i < 0 {
		return deploy.EnvRead{}, false
	}
	return v.Reads[i], true
}

// EnvOf returns the variables of the sites that are asked for, sorted by name. A name that is neither read nor supplied is
// an error.
func EnvOf(sites []*deploy.Site, opt Options) ([]Env, error) {
	var all []Env
	var known []string
	for _, site := range sites {
		if site.Settings == nil {
			continue
		}
		e := Env{Site: site}
		var hide *secret.Redactor
		if !opt.ShowSecrets {
			hide = secret.NewRedactor([]*deploy.Site{site})
		}
		for _, name := range variables(site) {
			known = append(known, name)
			if len(opt.Names) == 0 || slices.Contains(opt.Names, name) {
				e.Variables = append(e.Variables, variableOf(site, name, hide))
			}
		}
		all = append(all, e)
	}
	for _, name := range opt.Names {
		if name == "" || strings.ContainsAny(name, `/\.`) && !slices.Contains(known, name) {
			return nil, fmt.Errorf("%q is no name of a variable; a project is given with --path", name)
		}
		if !slices.Contains(known, name) {
			return nil, fmt.Errorf("nothing reads or supplies a variable %s%s", name, spell.DidYouMean(name, known))
		}
	}
	return all, nil
}

// variables returns the names of all variables that the settings of a site read or that something gives it, sorted.
func variables(site *deploy.Site) []string {
	var names []string
	if site.Settings != nil {
		for _, r := range site.Settings.Reads {
			names = append(names, r.Name)
		}
		for _, f := range site.Settings.EnvFiles {
			for _, e := range f.Entries {
				names = append(names, e.Key)
			}
		}
	}
	for _, layer := range site.Given {
		for _, v := range layer.Vars {
			names = append(names, v.Name)
		}
	}
	for _, p := range site.Processes {
		names = append(names, p.Environment.Names()...)
	}
	slices.Sort(names)
	return slices.DeleteFunc(slices.Compact(names), func(name string) bool { return name == "" })
}

func variableOf(site *deploy.Site, name string, hide *secret.Redactor) Variable {
	v := Variable{Name: name, Supplied: site.Supply(name)}
	for _, r := range site.Settings.Reads {
		if r.Name == name {
			r.Default = hide.Value(name, r.Default)
			v.Reads = append(v.Reads, r)
		}
	}
	if reader := readerOf(name); reader != "" && len(v.Reads) == 0 {
		v.Reads = append(v.Reads, deploy.EnvRead{Name: name, Library: reader})
	}
	for i := range v.Supplied {
		v.Supplied[i].Value = hide.Value(name, v.Supplied[i].Value)
	}
	_, won := v.Winner()
	switch {
	case len(v.Reads) == 0:
		v.Status = Unread
	case won:
		v.Status = Supplied
	case slices.ContainsFunc(v.Reads, func(r deploy.EnvRead) bool { return r.Required }):
		v.Status = Missing
	default:
		v.Status = Default
	}
	return v
}

// readerOf names the program that reads a well-known variable by itself, whatever the settings do: "" for none.
func readerOf(name string) string {
	switch name {
	case "DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE":
		return "Django"
	case "PATH", "HOME", "USER", "SHELL", "LANG", "LANGUAGE", "TZ", "TERM", "TMPDIR", "LD_LIBRARY_PATH", "LD_PRELOAD", "HOSTNAME":
		return "the system"
	case "GUNICORN_CMD_ARGS", "WEB_CONCURRENCY":
		return "gunicorn"
	case "VIRTUAL_ENV":
		return "virtualenv"
	case "C_FORCE_ROOT":
		return "Celery"
	case "DEBIAN_FRONTEND":
		return "apt"
	}
	for _, family := range []struct{ prefix, reader string }{
		{"PYTHON", "Python"},
		{"LC_", "the system"},
		{"PIP_", "pip"},
		{"UV_", "uv"},
		{"POETRY_", "Poetry"},
		{"CELERYD_", "Celery"},
		{"UWSGI_", "uWSGI"},
		{"NODE_", "Node.js"},
		{"MALLOC_", "the system"},
	} {
		if strings.HasPrefix(name, family.prefix) {
			return family.reader
		}
	}
	return ""
}
