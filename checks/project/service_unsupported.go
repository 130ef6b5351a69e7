package project

import (
	"path"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/support"
	"deploylint/internal/version"
)

// serviceUnsupported reports servers beside the site, and a version of Python, that get no fixes any more.
//
// # Why it matters
//
// When support of a version ends, holes that are found in it are published with a fix for the newer ones alone. A database that stays
// behind is also harder to move with each year, and the next Django may refuse it.
//
// # Example
//
//	services:
//	  db:
//	    image: postgres:11
//
// # Use instead
//
//	services:
//	  db:
//	    image: postgres:17
//
// after a dump of the old server, which the new one does not read the folder of.
//
// # When it stays silent
//
// For versions that are not in the built-in table, for tags that move along, such as latest, and for compose files that production is
// not run from. The table is judged by a day of its own, so that the same files give the same report: --as-of names another one.
func serviceUnsupported() lint.Rule {
	return lint.Rule{
		ID:      "DPL612",
		Name:    "service-unsupported",
		Summary: "A database, cache or Python gets no fixes any more",
		Help:    "Move to a version that is supported",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-1104"},
		Links: []string{
			"https://endoflife.date/",
			"https://www.postgresql.org/support/versioning/",
			"https://devguide.python.org/versions/",
		},
		Since: "0.2.0",
		Check: lint.Checks{lint.OfService(checkServiceUnsupported), lint.OfSettings(checkPythonUnsupported)},
	}
}

func checkServiceUnsupported(p *deploy.Place, site *deploy.Site) lint.Answer {
	if p.Built != nil || p.ImageSpan.IsZero() {
		return nil
	}
	for _, series := range support.OfImage(p.Image) {
		if !series.Ended(site.Options.AsOf) {
			continue
		}
		r := lint.Fail(p.ImageSpan, "support of %s ended in %s: holes that are found in it stay open", series.Title(), support.Month(series.End)).
			About(p.Key+".image").Among(series.Title(), "here too")
		if newest, ok := support.Newest(series.Product); ok {
			r = r.Fix("move to a supported version, such as %s%s", newest.Title(), movingData(series.Product))
		}
		return r
	}
	return nil
}

// movingData says what to do for what an older version has stored.
func movingData(product string) string {
	switch product {
	case "postgresql":
		return ", with a dump of the old server: the new one does not read its folder"
	case "mysql", "mariadb", "mongodb", "elasticsearch", "opensearch":
		return ", after a backup and by the steps of its upgrade guide"
	}
	return ""
}

// checkPythonUnsupported asks about the version that runtime.txt, .python-version and the like fix.
func checkPythonUnsupported(_ *deploy.Settings, site *deploy.Site) lint.Answer {
	python, ok := site.Requirement("python")
	if !ok || python.Source().IsZero() || len(site.Images) > 0 {
		return nil // an image brings its own
	}
	switch path.Base(python.Source().Path()) {
	case "runtime.txt", ".python-version", "Pipfile":
	default:
		return nil // a condition of the package, not what runs
	}
	text, _ := site.Version("python")
	numbers, _ := version.Numbers(text)
	series, known := support.Find("python", numbers)
	if !known || len(numbers) < 2 || !series.Ended(site.Options.AsOf) {
		return nil
	}
	newest, _ := support.Newest("python")
	return lint.Fail(python, "support of %s ended in %s: holes that are found in it stay open", series.Title(), support.Month(series.End)).
		About("package:python").Fix("move to a supported version, such as %s", newest.Title())
}
