package deploy_test

import (
	"testing"

	"deploylint/internal/deploy"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

func TestURLConfMatch(t *testing.T) {
	const root = `from django.conf import settings
from django.contrib import admin
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from shop import views
urlpatterns = [
    path("healthz/", views.health, name="health"),
    path("shop/", include("shop.urls")),
    path("admin/", admin.site.urls),
    re_path(r"^old/(?P<id>\d+)/$", views.Old.as_view()),
]
if settings.DEBUG:
    urlpatterns += [path("debug/", include("debug_toolbar.urls"))]
urlpatterns += i18n_patterns(path("about/", views.about))
`
	open := func(module string) *source.File {
		if module != "shop.urls" {
			return nil
		}
		return source.NewFile("shop/urls.py", "from django.urls import path, include\nfrom shop.views import item\nurlpatterns = [path('<int:pk>/', item), path('again/', include('shop.urls'))]\n")
	}
	conf := deploy.ReadURLs(source.NewFile("site/urls.py", root), "site.urls", open)
	for _, c := range []struct {
		path, view string
		found      value.Tri
	}{
		{"/healthz/", "shop.views.health", value.True},
		{"/healthz/more", "", value.False},
		{"/shop/7/", "shop.views.item", value.True},
		{"/shop/seven/", "", value.False},
		{"/shop/again/again/8/", "shop.views.item", value.True},
		{"/old/12/", "shop.views.Old", value.True},
		{"/admin/login/", "django.contrib.admin.site.urls", value.Undecided},
		{"/debug/x", "debug_toolbar.urls", value.Undecided},
		{"/about/", "shop.views.about", value.Undecided},
		{"/en/about/", "shop.views.about", value.Undecided},
	} {
		r, found := conf.Match(c.path)
		view := ""
		if r != nil {
			view = r.View
		}
		if view != c.view || found != c.found {
			t.Errorf("%s: got %q, %v; want %q, %v", c.path, view, found, c.view, c.found)
		}
	}
}

// TestURLConfGrowth is about URLs that double in each line, and modules that include themselves.
func TestURLConfGrowth(t *testing.T) {
	text := "urlpatterns = [path('a/', a), path('', include('u')), path('', include('u'))]\n"
	for range 60 {
		text += "urlpatterns += urlpatterns\n"
	}
	f, opened, routes := source.NewFile("u.py", text), 0, 0
	deploy.ReadURLs(f, "u", func(string) *source.File { opened++; return f }).Each(func(*deploy.URLRoute) { routes++ })
	if opened > 200 || routes == 0 {
		t.Errorf("%d modules opened, %d routes", opened, routes)
	}

	text = "a = [path('', include('x'))]\n"
	for _, pair := range []string{"ba", "cb", "dc", "ed", "fe"} {
		text += pair[:1] + " = [path('', include(" + pair[1:] + "))]\n"
		for range 9 {
			text += pair[:1] + " += " + pair[:1] + "\n"
		}
	}
	nested, routes := deploy.ReadURLs(source.NewFile("u.py", text+"urlpatterns = f\n"), "u", nil), 0
	nested.Each(func(*deploy.URLRoute) { routes++ })
	if _, found := nested.Match("/none"); routes > 5000 || found != value.Undecided {
		t.Errorf("%d routes visited, %v", routes, found)
	}
}

// TestURLConfIncludes is about how an included module is named.
func TestURLConfIncludes(t *testing.T) {
	for _, c := range []struct{ file, module, code, opened string }{
		{"shop/urls.py", "shop.urls", "urlpatterns = [path('', include('shop.api.urls'))]", "shop.api.urls"},
		{"shop/urls.py", "shop.urls", "urlpatterns = [path('', include(('shop.api.urls', 'api')))]", "shop.api.urls"},
		{"shop/urls.py", "shop.urls", "from shop.api import urls\nurlpatterns = [path('', include(urls))]", "shop.api.urls"},
		{"shop/urls.py", "shop.urls", "import shop.api.urls\nurlpatterns = [path('', include(shop.api.urls))]", "shop.api.urls"},
		{"shop/urls.py", "shop.urls", "from .api import urls as api\nurlpatterns = [path('', include(api))]", "shop.api.urls"},
		{"shop/urls.py", "shop.urls", "from . import api_urls\nurlpatterns = [path('', include(api_urls))]", "shop.api_urls"},
		{"shop/urls/__init__.py", "shop.urls", "from . import api\nurlpatterns = [path('', include(api))]", "shop.urls.api"},
		{"shop/urls/__init__.py", "shop.urls", "from ..api import urls\nurlpatterns = [path('', include(urls))]", "shop.api.urls"},
		{"urls.py", "urls", "from ..api import urls\nurlpatterns = [path('', include(urls))]", "..api.urls"},
		{"urls.py", "urls", "urlpatterns = [path('', include(router.urls))]", ""},
		{"urls.py", "urls", "from shop import api\napi = [path('a', a)]\nurlpatterns = [path('', include(api))]", ""},
	} {
		opened := ""
		deploy.ReadURLs(source.NewFile(c.file, c.code+"\n"), c.module, func(module string) *source.File {
			opened = module
			return nil
		})
		if opened != c.opened {
			t.Errorf("%s: opens %q, want %q", c.code, opened, c.opened)
		}
	}

	conf := deploy.ReadURLs(source.NewFile("u.py", "if DEBUG:\n    urlpatterns = [path('', include('inner'))]\n"), "u", func(string) *source.File {
		return source.NewFile("inner.py", "import django.views.static\nurlpatterns = [path('x', view)]\n")
	})
	if x := conf.Find(func(r *deploy.URLRoute) bool { return r.Pattern == "x" }); x == nil || !x.Conditional || !conf.Imports("django.views.static") || conf.Imports("django.views.sta") {
		t.Errorf("what a module includes under a condition is there under it: %v", x)
	}
}
