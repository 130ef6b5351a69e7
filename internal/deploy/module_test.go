package deploy_test

import (
	"testing"

	"deploylint/internal/deploy"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

func TestImportRoot(t *testing.T) {
	for _, c := range []struct {
		file, module, root string
		ok                 bool
	}{
		{"shop/settings.py", "shop.settings", "", true},
		{"src/shop/settings/__init__.py", "shop.settings", "src", true},
		{"backend/config/settings/prod.py", "config.settings.prod", "backend", true},
		{"settings.py", "shop.settings", "", false},
		{"myshop/settings.py", "shop.settings", "", false},
		{"shop/settings.py", "", "", false},
	} {
		s := &deploy.Settings{Module: c.module, File: source.NewFile(c.file, "")}
		if root, ok := s.ImportRoot(); ok != c.ok || ok && root != c.root {
			t.Errorf("%s as %s: got %q, %t", c.file, c.module, root, ok)
		}
	}
	if _, ok := (*deploy.Settings)(nil).ImportRoot(); ok {
		t.Error("no settings have a root")
	}
}

func TestHasModule(t *testing.T) {
	tracked := map[string]bool{
		"src/shop/__init__.py": true, "src/shop/views.py": true, "src/shop/api.py": true, "src/loose/views.py": true,
	}
	site := &deploy.Site{
		Settings: &deploy.Settings{Module: "shop.settings", File: source.NewFile("src/shop/settings.py", "")},
		Repository: &deploy.Repository{
			Tracked: func(path string) bool { return tracked[path] },
			Ignored: func(path string) bool { return path == "src/shop/local.py" },
			IsDir:   func(path string) bool { return path == "src/shop/orders" },
		},
	}
	for module, want := range map[string]value.Tri{
		"shop.views":        value.True,
		"shop.orders":       value.True,
		"shop.gone":         value.False,
		"shop.gone.views":   value.False,
		"shop.local":        value.Undecided, // git ignores it
		"shop.api.v1.views": value.Undecided, // a module that may pass for a package
		"loose.gone":        value.Undecided, // no package: it may be installed
		"django.conf":       value.Undecided,
		"shop":              value.Undecided,
	} {
		if got := site.HasModule(module); got != want {
			t.Errorf("%s: got %v, want %v", module, got, want)
		}
	}
	tracked[".gitmodules"] = true
	if got := site.HasModule("shop.gone"); got != value.Undecided {
		t.Errorf("a submodule may bring it: got %v", got)
	}
}

func TestCommitted(t *testing.T) {
	file := source.NewFile("a.py", "x\n")
	site := &deploy.Site{}
	if !site.Committed(file.LineSpan(1)) || site.Committed(source.Span{}) {
		t.Error("without git every place counts, and nowhere is none")
	}
	site.Repository = &deploy.Repository{Tracked: func(path string) bool { return path != "a.py" }}
	if site.Committed(file.LineSpan(1)) {
		t.Error("git does not track the file")
	}
}

func TestSettingsAnswer(t *testing.T) {
	list := func(names ...string) value.Value {
		var elems []value.Value
		for _, n := range names {
			elems = append(elems, value.OfStr(n))
		}
		return value.OfSequence(value.List, elems...)
	}
	given := map[string]value.Value{
		"YES": value.OfBool(true), "NO": value.OfBool(false), "MIDDLEWARE_CLASSES": list("a.Old"), "INSTALLED_APPS": list("shop", "blog.apps.BlogConfig"),
	}
	s := deploy.NewSettings(nil, func(name string) (value.Value, bool) {
		v, ok := given[name]
		return v, ok
	}, func(name string) (value.Value, bool) { return list("a.New"), name == "MIDDLEWARE" })
	s.Django = deploy.DjangoVersion{Major: 1, Minor: 11}
	for what, ok := range map[string]bool{
		"on":                    s.On("YES") && !s.On("NO") && !s.On("GONE"),
		"off":                   s.Off("NO") && !s.Off("YES") && !s.Off("GONE"),
		"sets any":              s.Sets("GONE", "NO") && !s.Sets("GONE") && !s.Sets(),
		"installed":             s.Installed("shop") && s.Installed("blog") && !s.Installed("gone"),
		"the old middleware":    s.MiddlewareSetting() == "MIDDLEWARE_CLASSES" && s.Runs("a.Old") == value.True && s.Runs("Old") == value.False,
		"a middleware's suffix": s.Middleware("Old") == value.True,
	} {
		if !ok {
			t.Error(what)
		}
	}
	s.Django.Major = 2
	if s.MiddlewareSetting() != "MIDDLEWARE" || s.Runs("a.New") != value.True {
		t.Error("from Django 2.0 on the old setting counts no more")
	}
}
