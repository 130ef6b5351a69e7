package load

import (
	"fmt"
	"path/filepath"

	"deploylint/internal/deploy"
	"deploylint/internal/django"
	"deploylint/internal/env"
	"deploylint/internal/pyeval"
	"deploylint/internal/python"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// settingsOf evaluates a settings module in an environment: as production runs it, and where DEBUG is on, a second time
// with DEBUG off. Where DEBUG is undecided, everything else is judged with DEBUG off.
func (l *loader) settingsOf(c choice, e *env.Environment, paths pythonPath) (settings, debugOff *deploy.Settings) {
	unread := &unreadModules{loader: l}
	opt := pyeval.Options{
		Open:      unread.open,
		Exists:    l.exists,
		Path:      paths,
		Env:       e,
		Version:   l.pinned,
		Untracked: func(name string) bool { return l.repo.Ignored(name) && !l.isShared(name) },
		Parse:     l.parse,
	}
	written := l.evaluate(c, opt)
	l.take(written, func(n source.Notification) bool {
		// A module that is not there is told at the place that names it.
		if written.File == nil && c.file == "" && n.Span.IsZero() {
			n.Span = c.span
			l.notify(n)
			return true
		}
		return unread.told(n)
	})
	settings = l.model(c, written)
	switch settings.Get("DEBUG").Truth() {
	case value.False:
		return settings, nil
	case value.True:
		opt.Debug = pyeval.Off
		return settings, l.model(c, l.evaluate(c, opt))
	default:
		opt.Debug = pyeval.Off
		return l.model(c, l.evaluate(c, opt)), nil
	}
}

// evaluate evaluates a settings module. Should the evaluator break, nothing is known of the module.
func (l *loader) evaluate(c choice, opt pyeval.Options) (r *pyeval.Result) {
	if !l.guard("the settings", c.file, func() { r = pyeval.Settings(c.module, opt) }) {
		opt.Open = func(string) (*source.File, error) { return nil, errNotShared }
		r = pyeval.Settings(c.module, opt)
	}
	return r
}

// parse parses a Python file once for all evaluations.
func (l *loader) parse(f *source.File) *python.Module {
	m, ok := l.parsed[f]
	if !ok {
		if l.parsed == nil {
			l.parsed = map[*source.File]*python.Module{}
		}
		m = python.Parse(f)
		l.parsed[f] = m
	}
	return m
}

// take notes what an evaluation read and could not read, save for the notifications that are told already.
func (l *loader) take(r *pyeval.Result, told func(source.Notification) bool) {
	for _, f := range r.Files {
		l.remember(f)
	}
	for _, n := range r.Notifications {
		if !told(n) {
			l.notify(n)
		}
	}
}

// model makes the model's settings out of an evaluation.
func (l *loader) model(c choice, r *pyeval.Result) *deploy.Settings {
	version := l.djangoVersion(r.File)
	s := deploy.NewSettings(r.Names(), r.Get, func(name string) (value.Value, bool) {
		return django.Default(name, django.Of(version.Major, version.Minor))
	})
	s.Module, s.File, s.First = c.module, r.File, r.First
	if s.First.IsZero() {
		s.First = c.span
	}
	s.ChosenBy, s.Assumed = c.by, c.assumed
	s.Django = version
	for _, name := range r.Names() {
		if v, ok := r.Get(name); ok && v.Overridable != nil {
			s.Tolerated = v.Overridable // it may set what nothing else does, too
			break
		}
	}
	for _, read := range r.Reads {
		s.Reads = append(s.Reads, deploy.EnvRead{
			Name: read.Name, Span: read.Span, Library: read.Library,
			Required: read.Required, Default: read.Default, HasDefault: read.HasDefault,
		})
	}
	for _, f := range r.EnvFiles {
		name := f.Path
		if !filepath.IsLocal(name) {
			name = "" // outside the repository
		}
		s.EnvFiles = append(s.EnvFiles, deploy.EnvFile{Path: name, Span: f.Span, Found: name != "" && l.isShared(name), Read: f.Found})
	}
	if r.Failure != nil {
		s.Failure = &deploy.Failure{Span: r.Failure.Span, Message: r.Failure.Message}
	}
	return s
}

// pinned returns the version of a package that the project pins, or the lowest that it allows.
func (l *loader) pinned(name string) (string, bool) {
	r, ok := l.packages.Get(name)
	if !ok {
		return "", false
	}
	specifiers, ok := r.Specifiers()
	if !ok {
		return "", true
	}
	if v, ok := specifiers.Pinned(); ok {
		return v.String(), true
	}
	if v, ok := specifiers.Lowest(); ok {
		return v.String(), true
	}
	return "", true
}

// djangoVersion decides the Django version, and says until when it is supported.
func (l *loader) djangoVersion(settings *source.File) deploy.DjangoVersion {
	v := l.findDjango(settings)
	if period, ok := django.Support(django.Of(v.Major, v.Minor)); ok && period.End.Before(django.TableDate()) {
		v.SupportEnded = period.End.Format("2006-01")
	}
	v.NewestLTS = django.NewestLTS().Series()
	return v
}

// findDjango decides the Django version: the user's word, the requirements, the header that startproject leaves in
// the settings, else the newest LTS.
func (l *loader) findDjango(settings *source.File) deploy.DjangoVersion {
	if text := l.options.DjangoVersion; text != "" {
		if v, ok := django.ParseVersion(text); ok {
			return deploy.DjangoVersion{Major: v.Major, Minor: v.Minor, Text: text, From: "--django-version", Exact: true}
		}
	}
	if r, ok := l.packages.Get("django"); ok {
		if v, ok := newestAllowed(r); ok {
			v.From, v.Span = fmt.Sprintf("%s:%d", l.near(r.Span.Path()), r.Span.From().Line), r.Span
			if !v.Exact {
				v.From = "the newest that " + v.From + " allows"
			}
			return v
		}
	}
	if settings != nil {
		if v, ok := generatedBy(settings); ok {
			return deploy.DjangoVersion{Major: v.Major, Minor: v.Minor, Text: v.String(), From: "header of " + l.near(settings.Path)}
		}
	}
	v := django.NewestLTS()
	return deploy.DjangoVersion{Major: v.Major, Minor: v.Minor, Text: v.Series(), From: "assumed: the newest LTS", Assumed: true}
}
