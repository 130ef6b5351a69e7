package process

import (
	"testing"

	"deploylint/internal/deploy"
	"deploylint/internal/value"
)

// TestFolderName is about what a hint calls a folder of the project's.
func TestFolderName(t *testing.T) {
	for urls, want := range map[string]string{"Shop.urls": "shop", "config.urls": "celery", "core.urls": "celery", "": "celery"} {
		settings := deploy.NewSettings([]string{"ROOT_URLCONF"}, func(name string) (value.Value, bool) {
			return value.OfStr(urls), name == "ROOT_URLCONF"
		}, func(string) (value.Value, bool) { return value.Value{}, false })
		if urls == "" {
			settings = nil
		}
		if got := folderName(&deploy.Site{Settings: settings}); got != want {
			t.Errorf("with %q it is %q, want %q", urls, got, want)
		}
	}
}
