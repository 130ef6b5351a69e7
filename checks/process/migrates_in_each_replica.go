package process

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
)

// migratesInEachReplica reports a start-up script that migrates the database and is run by several replicas at once.
//
// # Why it matters
//
// Django's migrate takes no lock. Two replicas that start together both see the same migration as missing and both run it:
// one fails with "relation already exists" and does not come up, or data is migrated twice.
//
// # Example
//
//	python manage.py migrate
//	exec gunicorn --workers 3 shop.wsgi
//
// with replicas: 3
//
// # Use instead
//
// A step of its own before the new version starts: a one-off service that the others depend on, a Job, a release command.
//
// # When it stays silent
//
// With one replica, and where a platform or a person decides how many there are.
func migratesInEachReplica() lint.Rule {
	return lint.Rule{
		ID:      "DPL463",
		Name:    "migrates-in-each-replica",
		Summary: "Several replicas migrate the database at the same time",
		Help:    "Migrate in a step of its own, before the replicas start",
		Level:   lint.Warning,
		Tags:    []string{"availability", "docker", "database"},
		Links:   []string{"https://docs.djangoproject.com/en/stable/topics/migrations/"},
		Since:   "0.1.0",
		Check:   lint.OfProcess(checkMigratesInEachReplica),
	}
}

func checkMigratesInEachReplica(p *deploy.Process, _ *deploy.Site) lint.Answer {
	n, ok := p.Replicas.Value.Int()
	if !ok || n < 2 || !servesOn(p) {
		return nil
	}
	at, found := migration(p)
	if !found {
		return nil
	}
	return lint.Fail(at, "%d replicas run this at the same time, and migrate takes no lock: one of them fails, or data is migrated twice", n).
		About(about(p, "migrate")).With(p.Replicas, "%d replicas are started here", n).
		Fix("run migrate once, before the replicas start")
}

// migration returns the command of a start-up script that migrates the database.
func migration(p *deploy.Process) (source.Span, bool) {
	for _, w := range p.Wrappers {
		if w.Script == nil {
			continue
		}
		for _, c := range w.Script.Commands {
			django := false
			for _, word := range c.Words {
				django = django || strings.HasSuffix(word.Text, "manage.py") || strings.HasSuffix(word.Text, "django-admin")
				if django && word.Text == "migrate" && !c.Conditional {
					return c.Span.FirstLine(), true
				}
			}
		}
	}
	return source.Span{}, false
}
