package load

import (
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"deploylint/internal/deploy"
	"deploylint/internal/django"
	"deploylint/internal/env"
	"deploylint/internal/pyeval"
	"deploylint/internal/python"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// mostMissing is how many variables that a closed environment lacks are found one by one.
const mostMissing = 8

// settingsOf evaluates a settings module in an environment. Where a launcher gives a process all its variables and not those
// that the settings insist on, it says which, and goes on as if they were there: the rest is worth knowing too.
func (l *loader) settingsOf(c choice, e *env.Environment, paths pythonPath) (settings, debugOff *deploy.Settings) {
	settings, debugOff = l.settingsIn(c, e, paths)
	if layers, differ := l.layers.readAs(settings.EnvFiles); differ {
		e = e.Over(l.options.EnvComplete, layers...)
		settings, debugOff = l.settingsIn(c, e, paths)
	}
	if l.options.EnvComplete || !e.Closed() {
		return settings, debugOff
	}
	if slices.ContainsFunc(settings.EnvFiles, func(f deploy.EnvFile) bool { return !f.Found }) {
		return l.settingsIn(c, e.Open(), paths) // a file of the server that the code loads may supply what the launcher does not
	}
	var missing []deploy.Failure
	for settings.Failure != nil && e.Closed() {
		failure := *settings.Failure
		if failure.Variable != "" && len(missing) < mostMissing {
			e = e.Leaving(failure.Variable)
		} else {
			e = e.Open()
		}
		settings, debugOff = l.settingsIn(c, e, paths)
		if e.Closed() || settings.Failure == nil {
			missing = append(missing, failure)
		}
	}
	settings.Missing = missing
	if debugOff != nil {
		debugOff.Missing = missing
	}
	return settings, debugOff
}

// settingsIn evaluates a settings module in an environment: as production runs it, and where DEBUG is on and read, a second
// time with DEBUG off. Where DEBUG is undecided, everything else is judged with DEBUG off. The two go side by side where
// the module says plainly that DEBUG may be on; else the second is mostly not needed.
func (l *loader) settingsIn(c choice, e *env.Environment, paths pythonPath) (settings, debugOff *deploy.Settings) {
	var off *evaluation
	var wait sync.WaitGroup
	if l.saysDebugOn(c.file) {
		wait.Go(func() { off = l.evaluate(c, e, paths, pyeval.Off) })
	}
	written := l.evaluate(c, e, paths, pyeval.AsWritten)
	wait.Wait()
	l.take(written, "the settings", c)
	settings = l.model(c, written.result)
	debug := settings.Get("DEBUG").Truth()
	switch {
	case debug == value.False:
		return settings, nil
	case !written.broke && !written.result.DebugRead:
		off = written // nothing else hangs on it
	case off == nil:
		off = l.evaluate(c, e, paths, pyeval.Off)
	}
	if off != written {
		if off.broke {
			l.notifyBroken("the settings", c.file)
		}
		l.notify(off.unread.notes...)
		for _, f := range off.result.Files {
			l.remember(f)
		}
	}
	if debug == value.True {
		return settings, l.model(c, off.result)
	}
	return l.model(c, off.result), nil
}

// saysDebugOn reports whether the last that a module does to DEBUG itself is to set it to something with True in it.
func (l *loader) saysDebugOn(file string) bool {
	if file == "" {
		return false
	}
	f, err := l.readShared(file)
	if err != nil {
		return false
	}
	on := false
	for _, s := range l.parse(f).Body {
		assign, ok := s.(*python.Assign)
		if !ok || len(assign.Targets) != 1 {
			continue
		}
		if name, ok := assign.Targets[0].(*python.Name); ok && name.ID == "DEBUG" {
			on = false
			python.Walk(assign.Value, func(n python.Node) bool {
				c, isConstant := n.(*python.Constant)
				on = on || isConstant && (c.Kind == python.ConstTrue || c.Kind == python.ConstStr && c.Text == "True")
				return !on
			})
		}
	}
	return on
}

// An evaluation is one evaluation of a settings module, with what it could not read. It changes nothing of the loader but
// its cache of parsed files, so that several can go side by side.
type evaluation struct {
	result *pyeval.Result
	unread unreadModules
	// broke is set when the evaluator itself did: then nothing is known of the module.
	broke bool
}

func (l *loader) evaluate(c choice, e *env.Environment, paths pythonPath, debug pyeval.Debug) *evaluation {
	made := &evaluation{unread: unreadModules{loader: l}}
	opt := pyeval.Options{
		Open:      made.unread.open,
		Exists:    l.exists,
		Path:      paths,
		Env:       e,
		Debug:     debug,
		Version:   l.pinned,
		Untracked: func(name string) bool { return l.repo.Ignored(name) && !l.isShared(name) },
		Parse:     l.parse,
		Rank:      c.ranks(),

		Configuration: c.configuration,
		Entry:         c.entry,
	}
	made.broke = !attempt(func() { made.result = pyeval.Settings(c.module, opt) })
	if made.broke {
		opt.Open = func(string) (*source.File, error) { return nil, errNotShared }
		opt.Entry = ""
		made.result = pyeval.Settings(c.module, opt)
	}
	return made
}

// parse parses a Python file once for all evaluations.
func (l *loader) parse(f *source.File) *python.Module {
	return l.parsed.Get(f, func() *python.Module { return python.Parse(f) })
}

// take notes what the evaluation of a choice read and could not read.
func (l *loader) take(made *evaluation, what string, c choice) {
	if made.broke {
		l.notifyBroken(what, c.file)
	}
	l.notify(made.unread.notes...)
	for _, f := range made.result.Files {
		l.remember(f)
	}
	for _, n := range made.result.Notifications {
		switch {
		case made.result.File == nil && c.file == "" && n.Span.IsZero():
			n.Span = c.span // a module that is not there is told at the place that names it
			l.notify(n)
		case !made.unread.told(n):
			l.notify(n)
		}
	}
}

// model makes the model's settings out of an evaluation.
func (l *loader) model(c choice, r *pyeval.Result) *deploy.Settings {
	version := l.djangoVersion(r.File)
	defaults := django.Defaults(django.Of(version.Major, version.Minor))
	s := deploy.NewSettings(r.Names(), c.inProduction(r.Get), func(name string) (value.Value, bool) {
		v, ok := defaults[name]
		return v, ok
	})
	s.Module, s.File, s.First = c.module, r.File, r.First
	if s.First.IsZero() {
		s.First = c.span
	}
	s.ChosenBy, s.Assumed = c.by, c.assumed
	s.Django = version
	s.Tolerated = r.Tolerated // it may set what nothing else does, too
	for _, read := range r.Reads {
		s.Reads = append(s.Reads, deploy.EnvRead{
			Name: read.Name, Span: read.Span, Library: read.Library, Cast: read.Cast,
			Required: read.Required, Default: read.Default, HasDefault: read.HasDefault,
		})
	}
	for _, f := range r.EnvFiles {
		name := f.Path
		if !filepath.IsLocal(name) {
			name = "" // outside the repository
		}
		s.EnvFiles = append(s.EnvFiles, deploy.EnvFile{
			Path: name, Span: f.Span, Found: name != "" && l.isShared(name), Read: f.Found,
			Override: f.Override, Dialect: f.Dialect, Entries: l.loadedEntries(name, f),
		})
	}
	for _, e := range r.Effects {
		s.Effects = append(s.Effects, deploy.Effect{Folder: e.Folder, Path: e.Path, Span: e.Span})
	}
	if r.Failure != nil {
		s.Failure = &deploy.Failure{
			Span: r.Failure.Span, Class: r.Failure.Class, Message: r.Failure.Message, Variable: r.Failure.Variable,
		}
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
	if period, ok := django.Support(django.Of(v.Major, v.Minor)); ok && period.End.Format(time.DateOnly) < l.facts.AsOf {
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
				v.From = kindOfNewest(r, v) + " that " + v.From + " allows"
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
