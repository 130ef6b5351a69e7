package packages

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// removedPackageClass reports a setting that names a class which the installed version of a package no longer has.
//
// # Why it matters
//
// Django imports the class by its name, and fails: at the first static file, at the first upload. An upgrade of the package
// left the line behind.
//
// # Example
//
//	STATICFILES_STORAGE = "whitenoise.django.GzipManifestStaticFilesStorage"  # whitenoise 4.0 and later
//
// # Use instead
//
//	STATICFILES_STORAGE = "whitenoise.storage.CompressedManifestStaticFilesStorage"
//
// # When it stays silent
//
// Where the version of the package is not known.
func removedPackageClass() lint.Rule {
	return lint.Rule{
		ID:      "DPL733",
		Name:    "removed-package-class",
		Summary: "A setting names a class that the installed package no longer has",
		Help:    "Name the class that took its place",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://whitenoise.readthedocs.io/en/stable/changelog.html",
			"https://github.com/jschneier/django-storages/blob/master/CHANGELOG.rst",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkRemovedPackageClass),
	}
}

func checkRemovedPackageClass(s *deploy.Settings, site *deploy.Site) lint.Answer {
	gone := lint.Text(func(class string) bool {
		pkg, major, minor, _ := movedClass(class)
		installed, known := site.PackageVersion(pkg)
		return pkg != "" && known && installed.AtLeast(major, minor, 0)
	})
	fail := func(v value.Value, at lint.Placed) lint.Result {
		class, _ := v.Text()
		pkg, major, minor, instead := movedClass(class)
		return lint.Fail(at, "%s is gone since %s %d.%d: the import fails", class, pkg, major, minor).Fix("%q", instead)
	}
	var answers lint.Answers
	if s.Django.Before(5, 1) {
		answers = append(answers, lint.Ask(s, "STATICFILES_STORAGE", gone, fail), lint.Ask(s, "DEFAULT_FILE_STORAGE", gone, fail))
	}
	storages := s.Get("STORAGES")
	for key, e := range deploy.Entries(storages) {
		answers = append(answers, lint.AskPart(s, "STORAGES", key+".BACKEND", e.At("BACKEND"), gone, fail))
	}
	return answers
}

// movedClass tells of a dotted name which version of which package has it no more, and what took its place.
func movedClass(name string) (pkg string, major, minor int, instead string) {
	switch {
	case strings.HasPrefix(name, "whitenoise.django."):
		return "whitenoise", 4, 0, "whitenoise.storage.CompressedManifestStaticFilesStorage"
	case strings.HasPrefix(name, "storages.backends.s3boto."):
		return "django-storages", 1, 10, "storages.backends.s3boto3.S3Boto3Storage"
	}
	return "", 0, 0, ""
}
