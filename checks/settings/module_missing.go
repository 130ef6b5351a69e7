package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/django"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// moduleMissing reports a setting that names a module which is not there.
//
// # Why it matters
//
// An app, the URL configuration or a middleware that cannot be imported ends the process, or every request, with
// ModuleNotFoundError. It is often a name that was changed in one place, or what a newer Django no longer has.
//
// # Example
//
//	INSTALLED_APPS = ["shop.basket"]  # and there is no shop/basket/
//
// # Use instead
//
//	INSTALLED_APPS = ["shop.cart"]
//
// # When it stays silent
//
// For packages that are not in the repository, whose modules nobody can know, for what git ignores, and where the
// repository has submodules.
func moduleMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL147",
		Name:    "module-missing",
		Summary: "A setting names a module that is not there",
		Help:    "Correct the name, or add the module",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#installed-apps",
			"https://docs.djangoproject.com/en/stable/ref/settings/#middleware",
			"https://docs.djangoproject.com/en/stable/ref/settings/#root-urlconf",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkModuleMissing),
	}
}

func checkModuleMissing(s *deploy.Settings, site *deploy.Site) lint.Answer {
	version := django.Of(s.Django.Major, s.Django.Minor)
	reported := func(name string) bool { // removed-class says in which version it went
		gone, _, _, _ := goneClass(name)
		return gone && !s.Django.Assumed
	}
	var answers lint.Answers
	missing := func(v value.Value, setting, module, what, after string) {
		answers = append(answers, lint.Fail(v, "%s is not there: %s names it, %s: ModuleNotFoundError: No module named '%s'", what, setting, after, module).
			About("settings."+setting+"/"+module).Fix("correct the name, or add the module"))
	}
	for _, e := range s.Get("INSTALLED_APPS").Elems() {
		app, ok := e.Text()
		module := app
		if isClass(app) {
			module, _ = cutLast(app)
		}
		if ok && (site.HasModule(module) == value.False || !django.HasApp(app, version) && !reported(app)) {
			missing(e, "INSTALLED_APPS", module, module, "so no process starts")
		}
	}
	for _, e := range s.Get(s.MiddlewareSetting()).Elems() {
		name, ok := e.Text()
		module, dotted := cutLast(name)
		if ok && dotted && (site.HasModule(module) == value.False || !django.HasMiddleware(name, version) && !reported(name)) {
			missing(e, s.MiddlewareSetting(), name, name, "so no worker comes up")
		}
	}
	if urls, ok := s.Get("ROOT_URLCONF").Text(); ok && site.HasModule(urls) == value.False {
		missing(s.Get("ROOT_URLCONF"), "ROOT_URLCONF", urls, urls, "so commands stop and every request fails")
	}
	return answers
}

// cutLast cuts the last part of a dotted name off.
func cutLast(dotted string) (module string, found bool) {
	i := strings.LastIndexByte(dotted, '.')
	if i < 0 {
		return "", false
	}
	return dotted[:i], true
}
