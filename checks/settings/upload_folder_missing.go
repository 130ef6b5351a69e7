package settings

import (
	"path"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// uploadFolderMissing reports FILE_UPLOAD_TEMP_DIR in the project where there is no such folder.
//
// # Why it matters
//
// Large uploads fail with FileNotFoundError until somebody makes the folder, and from version 4.0 on Django's system
// checks fail, so that migrate and other commands stop before they do anything.
//
// # Example
//
//	FILE_UPLOAD_TEMP_DIR = BASE_DIR / "tmp"  # and the repository has no tmp/
//
// # Use instead
//
//	FILE_UPLOAD_TEMP_DIR = "/var/tmp"
//
// # When it stays silent
//
// For a folder outside the repository, which the linter cannot see, and one that git ignores, which something makes. It
// is a note: whoever deploys may make the folder.
func uploadFolderMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL130",
		Name:    "upload-folder-missing",
		Summary: "The folder for uploads is not in the repository",
		Help:    "Make sure that the folder is there, or leave FILE_UPLOAD_TEMP_DIR out",
		Level:   lint.Note,
		Tags:    []string{"availability"},
		Django:  []string{"files.E001"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#file-upload-temp-dir",
			"https://docs.djangoproject.com/en/stable/ref/checks/#files",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkUploadFolderMissing),
	}
}

func checkUploadFolderMissing(s *deploy.Settings, site *deploy.Site) lint.Answer {
	missing := func(v value.Value) value.Tri { return isMissing(site, v) }
	return lint.Ask(s, "FILE_UPLOAD_TEMP_DIR", missing, func(v value.Value, at lint.Placed) lint.Result {
		r := lint.Fail(at, "the repository has no folder %s: large uploads fail, and migrate fails at Django's checks, unless something makes it", below(v)).
			Fix("make the folder before Django starts, or leave FILE_UPLOAD_TEMP_DIR out")
		if s.Django.Before(4, 0) {
			return r.As()
		}
		return r
	})
}

// isMissing reports whether a path leads to a folder of the project that is not there. What git ignores, something makes.
func isMissing(site *deploy.Site, v value.Value) value.Tri {
	below, ok := strings.CutPrefix(path.Clean(v.Payload()), value.RootMark+"/")
	if v.Kind() != value.Str && v.Kind() != value.Path || !ok || site.Repository == nil || site.Repository.IsDir == nil || strings.HasPrefix(below, "..") || isTemplate(below) {
		return value.False
	}
	ignored := site.Repository.Ignored != nil && (site.Repository.Ignored(below) || site.Repository.Ignored(below+"/x"))
	return value.TriOf(!site.Repository.IsDir(below) && !ignored)
}

// below shows a folder of the project as seen from its root.
func below(v value.Value) string {
	return strings.TrimPrefix(path.Clean(v.Payload()), value.RootMark+"/") + "/"
}
