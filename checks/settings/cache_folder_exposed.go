package settings

import (
	"path"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// cacheFolderExposed reports a cache of files in a folder that is served, or around one.
//
// # Why it matters
//
// The proxy hands the cached data to whoever asks for the file. Uploads beside it may overwrite entries, which Django
// unpickles: that runs code of the attacker's choice. And clearing the cache removes files of the site.
//
// # Example
//
//	MEDIA_ROOT = "/srv/shop/media"
//	CACHES = {
//	    "default": {
//	        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
//	        "LOCATION": "/srv/shop/media/cache",
//	    }
//	}
//
// # Use instead
//
//	MEDIA_ROOT = "/srv/shop/media"
//	CACHES = {
//	    "default": {
//	        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
//	        "LOCATION": "/srv/shop/cache",
//	    }
//	}
//
// # When it stays silent
//
// Where one of the folders cannot be read, or is relative and the other is not.
func cacheFolderExposed() lint.Rule {
	return lint.Rule{
		ID:      "DPL128",
		Name:    "cache-folder-exposed",
		Summary: "A cache of files lies with the files that are served",
		Help:    "Give the cache a folder of its own",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-552"},
		Django:  []string{"caches.W002"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/topics/cache/#filesystem-caching",
			"https://docs.djangoproject.com/en/stable/ref/checks/#caches",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkCacheFolderExposed),
	}
}

func checkCacheFolderExposed(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, cache := range fileCaches(s) {
		for _, name := range []string{"MEDIA_ROOT", "STATIC_ROOT", "STATICFILES_DIRS"} {
			for _, folder := range foldersOf(s, name) {
				relation, near := relate(cache.folder, folder)
				if !near {
					continue
				}
				r := lint.Fail(cache.location, "the cache %q %s %s: what it holds may be served, and an upload may plant code in it", cache.alias, relation, name).
					About("settings.CACHES."+cache.alias+".LOCATION/"+name).
					With(folder, "%s is this folder", name).
					Fix("a folder of its own for the cache, outside %s", name)
				if s.Django.Before(3, 2) {
					r = r.As()
				}
				answers = append(answers, r)
				break
			}
		}
	}
	return answers
}

// A fileCache is an entry of CACHES that keeps its data in a folder.
type fileCache struct {
	alias    string
	location value.Value
	folder   string
}

// fileCaches returns the entries of CACHES that FileBasedCache keeps, in order.
func fileCaches(s *deploy.Settings) []fileCache {
	var found []fileCache
	caches := s.Get("CACHES")
	for i, entry := range caches.Elems() {
		if caches.Kind() != value.Dict {
			break
		}
		alias, ok := caches.Keys()[i].Text()
		backend, known := entry.At("BACKEND").Text()
		location := entry.At("LOCATION")
		if !ok || !known || backend != "django.core.cache.backends.filebased.FileBasedCache" || location.Kind() != value.Str && location.Kind() != value.Path {
			continue
		}
		found = append(found, fileCache{alias: alias, location: location, folder: path.Clean(location.Payload())})
	}
	return found
}

// foldersOf returns the folders that a setting names: itself, or each source of static files.
func foldersOf(s *deploy.Settings, name string) []value.Value {
	v := s.Get(name)
	all := []value.Value{v}
	if v.IsSequence() {
		all = v.Elems()
	}
	var folders []value.Value
	for _, folder := range all {
		if folder.Kind() == value.List || folder.Kind() == value.Tuple {
			if len(folder.Elems()) != 2 {
				continue
			}
			folder = folder.Elems()[1] // (prefix, folder)
		}
		if (folder.Kind() == value.Str || folder.Kind() == value.Path) && folder.Payload() != "" {
			folders = append(folders, folder)
		}
	}
	return folders
}

// relate says how a cache's folder lies to another one.
func relate(cache string, other value.Value) (relation string, near bool) {
	folder := path.Clean(other.Payload())
	switch {
	case cache == folder:
		return "has the folder of", true
	case strings.HasPrefix(cache, strings.TrimSuffix(folder, "/")+"/"):
		return "is inside", true
	case strings.HasPrefix(folder, strings.TrimSuffix(cache, "/")+"/"):
		return "contains", true
	}
	return "", false
}
