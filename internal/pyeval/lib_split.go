package pyeval

import (
	"path"
	"strings"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// django-split-settings, after https://github.com/wemake-services/django-split-settings.

// An optionalPath is what optional("local.py") gives.
type optionalPath struct{ pattern string }

func (*optionalPath) typeName() string { return "str" }

func splitSettingsLibrary() library {
	return library{
		modules: "split_settings.tools",
		member:  func(ev *evaluator, _, name string) (val, bool) { return ev.splitSettingsMember(name) },
	}
}

func (ev *evaluator) splitSettingsMember(name string) (val, bool) {
	switch name {
	case "optional":
		return native("split_settings.tools.optional", func(_ *evaluator, c *call) val {
			if s, ok := c.text(0, "filename"); ok {
				return of(&optionalPath{pattern: s})
			}
			return derive(reasonOf(c.args0()))
		}), true
	case "include":
		return native("split_settings.tools.include", (*evaluator).includeCall), true
	}
	return val{}, false
}

// includeCall runs files in the names of the module that calls it.
func (ev *evaluator) includeCall(c *call) val {
	ns := ev.sc.mod.ns
	if scope, ok := c.arg(-1, "scope"); ok {
		if n, isNS := scope.o.(*nsObj); isNS {
			ns = n.ns
		}
	}
	if c.rest != nil {
		ev.havocNamespace(ns, &unknownObj{cause: value.Unread, reason: value.Because("the files that include() runs are not known")})
		return ofNone()
	}
	for _, a := range c.args {
		pattern, optional := "", false
		switch o := a.o.(type) {
		case strObj:
			pattern = string(o)
		case *optionalPath:
			pattern, optional = o.pattern, true
		case *pathObj:
			pattern = o.p
		}
		if pattern == "" {
			ev.havocNamespace(ns, &unknownObj{cause: value.Unread, reason: value.Because("the files that include() runs are not known")})
			continue
		}
		ev.includeFile(pattern, optional, ns, c)
		if ev.exc != nil {
			break
		}
	}
	return ofNone()
}

func (ev *evaluator) includeFile(pattern string, optional bool, ns *namespace, c *call) {
	rel, ok := relative(pattern)
	if !ok {
		rel = path.Join(callerDir(c), pattern)
	}
	if strings.ContainsAny(rel, "*?[") {
		ev.havocNamespace(ns, &unknownObj{cause: value.Unread, reason: value.Why(value.IncludedUnread, shorten(pattern))})
		return
	}
	var f *source.File
	if file, _ := ev.exists(rel); file {
		f = ev.open(rel)
	}
	if f == nil {
		if optional {
			step := &value.Step{How: value.Assumed, Span: c.span, Name: displayPath(pattern), Text: shorten(rel) + " may replace it where it exists"}
			ev.markOverridable(&exception{namespace: ns, overrides: step})
			return
		}
		ev.note(source.Error, c.span, "", "the file "+shorten(rel)+" is not in the repository, so what it sets is not known")
		ev.havocNamespace(ns, &unknownObj{cause: value.Unread, reason: value.Why(value.IncludedMissing, shorten(rel)), at: c.span})
		return
	}
	ev.runText(f, ns)
}
