package deploy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/source"
)

func TestFileViews(t *testing.T) {
	for _, test := range []struct {
		name, urls string
		want       []int
	}{
		{"none", "urlpatterns = [path('', home)]\n", nil},
		{"in the list", "from django.views.static import serve\nurlpatterns = [\n    re_path(r'^media/(?P<path>.*)$', serve, {'document_root': root}),\n]\n", []int{3}},
		{"under another name", "from django.views.static import serve as files\nurlpatterns = [url(r'^media/(.*)$', files)]\n", []int{2}},
		{"as a text", "urlpatterns = [url(r'^m/(.*)$', 'django.views.static.serve', {})]\n", []int{1}},
		{"through its module", "from django.views import static\nurlpatterns = [url(r'^m/(.*)$', static.serve, {})]\n", []int{2}},
		{"on a line of its own", "from django.views.static import serve\nurlpatterns = [\n    url(\n        r'^m/(.*)$',\n        serve,\n    ),\n]\n", []int{5}},
		{"with DEBUG only", "from django.views.static import serve\nif settings.DEBUG:\n    urlpatterns += [\n        url(r'^m/(.*)$', serve),\n    ]\n", nil},
		{"in a view of its own", "from django.views.static import serve\ndef guarded(request, path):\n    return view(request, serve, path)\n", nil},
		{"commented out", "from django.views.static import serve\nurlpatterns = [\n    # url(r'^m/(.*)$', serve),\n]\n", nil},
		{"one file", "from django.views.static import serve\nurlpatterns = [re_path(r'^(?P<path>robots\\.txt)$', serve)]\n", nil},
		{"the helper", "from django.conf.urls.static import static\nurlpatterns = [] + static('/media/', document_root=root)\n", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := &deploy.Settings{URLs: deploy.ReadURLs(source.NewFile("shop/urls.py", test.urls), "shop.urls", nil)}
			var got []int
			for _, span := range s.FileViews() {
				got = append(got, span.From().Line)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("lines (-want +got):\n%s", diff)
			}
		})
	}
	if got := (&deploy.Settings{}).FileViews(); got != nil {
		t.Errorf("without URLs: %v", got)
	}
}
