package settings

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// uploadsAmongStaticFiles reports uploads that lie in the folder of the static files, or the other way round.
//
// # Why it matters
//
// With uploads inside of STATIC_ROOT, collectstatic --clear deletes what visitors uploaded. The other way round, what visitors
// upload may replace the site's own scripts.
//
// # Example
//
//	STATIC_ROOT = BASE_DIR / "static"
//	MEDIA_ROOT = BASE_DIR / "static" / "media"
//
// # Use instead
//
//	STATIC_ROOT = BASE_DIR / "static"
//	MEDIA_ROOT = BASE_DIR / "media"
//
// # When it stays silent
//
// Where a storage of another package keeps the uploads, where one of the two folders is not known, and where both are one folder,
// with which collectstatic fails: another rule says so.
func uploadsAmongStaticFiles() lint.Rule {
	return lint.Rule{
		ID:      "DPL165",
		Name:    "uploads-among-static-files",
		Summary: "MEDIA_ROOT and STATIC_ROOT lie in each other",
		Help:    "Give uploads a folder of their own",
		Level:   lint.Warning,
		Tags:    []string{"security", "availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#media-root",
			"https://docs.djangoproject.com/en/stable/topics/security/#user-uploaded-content",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkUploadsAmongStaticFiles),
	}
}

func checkUploadsAmongStaticFiles(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if !s.Installed("django.contrib.staticfiles") || s.KeepsUploads() == value.False {
		return nil
	}
	static, media := s.Get("STATIC_ROOT"), s.Get("MEDIA_ROOT")
	r := lint.Result{}
	switch {
	case inside(media, static) == inside(static, media):
		return nil
	case inside(media, static):
		r = lint.Fail(media, "MEDIA_ROOT lies in STATIC_ROOT: collectstatic --clear deletes what visitors uploaded")
	default:
		r = lint.Fail(media, "STATIC_ROOT lies in MEDIA_ROOT: an upload may replace the site's own scripts")
	}
	return r.About("settings.MEDIA_ROOT").With(static, "STATIC_ROOT is set here").Fix("MEDIA_ROOT = BASE_DIR / \"media\"")
}
