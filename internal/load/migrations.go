package load

import (
	"path"
	"strings"

	"deploylint/internal/deploy"
)

// mostMigrations is how many migrations are read at most.
const mostMigrations = 200

// oldKeys returns the first migrations of the project's apps that make keys of the type that was Django's default up to 5.2. They
// are read only where the default of a newer Django is what counts. An app that says its own type is left out.
//
// https://docs.djangoproject.com/en/6.0/releases/6.0/#default-auto-field-setting-now-defaults-to-bigautofield
func (l *loader) oldKeys(s *deploy.Settings) []deploy.OldKey {
	if _, given := s.Given("DEFAULT_AUTO_FIELD"); given || s.Django.Before(6, 0) {
		return nil
	}
	var found []deploy.OldKey
	read := 0
	for _, e := range l.repo.FilesIn(l.dir) {
		app, isFirst := firstMigrationOf(e.Path)
		if !isFirst || read >= mostMigrations {
			continue
		}
		read++
		f, err := l.openShared(e.Path)
		if err != nil {
			continue // what is not there changes nothing
		}
		at := strings.Index(f.Text, "models.AutoField(")
		if at < 0 || l.saysKeyType(app) {
			continue
		}
		found = append(found, deploy.OldKey{App: app, Span: f.Span(at, at+len("models.AutoField"))})
	}
	return found
}

// firstMigrationOf returns the folder of the app that a file is the first migration of.
func firstMigrationOf(name string) (app string, ok bool) {
	dir, base := path.Split(name)
	app, ok = strings.CutSuffix(strings.TrimSuffix(dir, "/"), "/migrations")
	return app, ok && strings.HasPrefix(base, "0001_") && strings.HasSuffix(base, ".py")
}

// saysKeyType reports whether an app's configuration names the type of its keys.
func (l *loader) saysKeyType(app string) bool {
	f, err := l.openShared(path.Join(app, "apps.py"))
	return err == nil && strings.Contains(f.Text, "default_auto_field")
}
