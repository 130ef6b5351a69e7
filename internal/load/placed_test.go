package load_test

import "testing"

// TestPlaced is about files that are put together at a start, and about what belongs to which launcher.
func TestPlaced(t *testing.T) {
	runCases(t, []projectCase{
		{name: "each worker with the web process of its own file", project: "launcherfile", want: `
site shop.settings (compose service web)
  runs shop.settings in shop/settings.py
  by default in manage.py
  process compose service web
  process compose service worker
site shop.settings (supervisor program site)
  runs shop.settings in shop/settings.py
  by default in manage.py
  process supervisor program site
  process supervisor program tasks
`},
		{name: "includes that a start links", project: "linked", want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by default in manage.py
  process script deploy/entrypoint.sh
nginx deploy/nginx/nginx.conf deploy/nginx/locations.conf
warning deploy/nginx/nginx.conf:5: how the server answers stands in a file that is not in the repository
`},
		{name: "a folder of examples", project: "examplefolder", want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by default in manage.py
  process Procfile process web
`},
		{name: "settings that a service mounts", project: "mountedsettings", show: []string{"TIME_ZONE"}, want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by default in manage.py
  TIME_ZONE = Asia/Tokyo (assigned)
  process compose service web
`},
	})
}
