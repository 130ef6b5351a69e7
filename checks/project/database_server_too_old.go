package project

import (
	"slices"

	"deploylint/internal/deploy"
	"deploylint/internal/django"
	"deploylint/internal/lint"
	"deploylint/internal/support"
	"deploylint/internal/value"
	"deploylint/internal/version"
)

// databaseServerTooOld reports a database server beside the site that this version of Django does not connect to.
//
// # Why it matters
//
// Each new Django drops old servers. It asks the server for its version when it connects, and raises NotSupportedError: "PostgreSQL 14
// or later is required (found 13.4)". Migrations stop, and every page that needs the database is answered 500. Tests with SQLite show
// nothing of it.
//
// # Example
//
//	Django==5.2.17
//
//	services:
//	  db:
//	    image: postgres:13
//
// # Use instead
//
//	services:
//	  db:
//	    image: postgres:17
//
// after a dump of the old server
//
// # When it stays silent
//
// Where the version of Django is only assumed, where no container of the repository is the database, and where the image's tag names
// no version. Django before 4.1 did not ask.
func databaseServerTooOld() lint.Rule {
	return lint.Rule{
		ID:      "DPL613",
		Name:    "database-server-too-old",
		Summary: "This Django does not connect to so old a database server",
		Help:    "Move the database server to a version that this Django supports",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/databases/",
			"https://github.com/django/django/blob/main/django/db/backends/postgresql/features.py",
			"https://github.com/django/django/blob/main/django/db/backends/mysql/features.py",
		},
		Since: "0.2.0",
		Check: lint.OfSettings(checkDatabaseServerTooOld),
	}
}

func checkDatabaseServerTooOld(s *deploy.Settings, site *deploy.Site) lint.Answer {
	if s.Django.Assumed {
		return nil
	}
	var answers lint.Answers
	for _, c := range s.Connections() {
		if c.Software != "postgresql" && c.Software != "mysql" {
			continue
		}
		for _, p := range site.Processes {
			server, answered := site.Answers(p.Place, c.Host)
			if answered != value.True || server == nil || server.Built != nil || server.ImageSpan.IsZero() {
				continue
			}
			series, needed := tooOld(s, server.Image)
			if needed == "" {
				continue
			}
			r := lint.Fail(server.ImageSpan, "Django %s needs %s or later and refuses to connect to %s: NotSupportedError in every request that needs the database", s.Django.Text, needed, series.Title()).
				About(server.Key+".image").With(c.Value, "Django connects to it here").Among(server.Key, "here too").
				Fix("move the server to %s or later%s", needed, movingData(series.Product))
			if !s.Django.Span.IsZero() {
				r = r.With(s.Django.Span, "the version of Django is named here")
			}
			answers = append(answers, r)
			break
		}
	}
	return answers
}

// tooOld returns the server in an image that a Django does not connect to, and the oldest one that it does: "PostgreSQL 14".
func tooOld(s *deploy.Settings, image string) (series support.Series, needed string) {
	all := support.OfImage(image)
	if len(all) == 0 {
		return series, ""
	}
	series = all[0]
	minimum := django.MinimumDatabase(django.Of(s.Django.Major, s.Django.Minor), series.Product)
	own, _ := version.Numbers(series.Name)
	if len(minimum) == 0 || slices.Compare(own, minimum[:min(len(minimum), len(own))]) >= 0 {
		return series, ""
	}
	first := series
	first.Name = version.Join(minimum)
	return series, first.Title()
}
