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
	conf := deploy.ReadURLs(source.NewFile("site/urls.py", root), open)
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
	deploy.ReadURLs(f, func(string) *source.File { opened++; return f }).Each(func(*deploy.URLRoute) { routes++ })
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
	nested, routes := deploy.ReadURLs(source.NewFile("u.py", text+"urlpatterns = f\n"), nil), 0
	nested.Each(func(*deploy.URLRoute) { routes++ })
	if _, found := nested.Match("/none"); routes > 5000 || found != value.Undecided {
		t.Errorf("%d routes visited, %v", routes, found)
	}
}
