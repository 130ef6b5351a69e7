package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// cacheFolderRelative reports a cache of files whose folder depends on where the process was started.
//
// # Why it matters
//
// The web processes, the workers and each command of a person then use caches of their own, wherever they happen to be
// started.
//
// # Example
//
//	CACHES = {
//	    "default": {
//	        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
//	        "LOCATION": "cache",
//	    }
//	}
//
// # Use instead
//
//	CACHES = {
//	    "default": {
//	        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
//	        "LOCATION": "/var/cache/shop",
//	    }
//	}
//
// # When it stays silent
//
// For other backends, and for a folder that cannot be read.
func cacheFolderRelative() lint.Rule {
	return lint.Rule{
		ID:      "DPL129",
		Name:    "cache-folder-relative",
		Summary: "The folder of a cache is relative",
		Help:    "Give the cache an absolute folder",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Django:  []string{"caches.W003"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/topics/cache/#filesystem-caching",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkCacheFolderRelative),
	}
}

func checkCacheFolderRelative(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, cache := range fileCaches(s) {
		if strings.HasPrefix(cache.folder, "/") || strings.HasPrefix(cache.folder, value.RootMark) || len(cache.folder) > 1 && cache.folder[1] == ':' {
			continue
		}
		r := lint.Fail(cache.location, "the cache %q is kept in %s, relative to where each process happens to be started", cache.alias, text(cache.location)).
			About("settings.CACHES." + cache.alias + ".LOCATION").
			Fix(`"LOCATION": "/var/cache/shop"`)
		if s.Django.Before(3, 2) {
			r = r.As()
		}
		answers = append(answers, r)
	}
	return answers
}
