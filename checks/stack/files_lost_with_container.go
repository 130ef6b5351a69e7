package stack

import (
	"slices"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// filesLostWithContainer reports a SQLite database or uploaded files that lie in a container without a volume.
//
// # Why it matters
//
// What a container writes outside of volumes is gone when the next release replaces it. Orders, accounts and uploads of all the time since
// the last release are lost, and nobody sees an error: the database is made anew, and pictures are answered 404.
//
// # Example
//
//	DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"}}
//
//	web:
//	  build: .
//
// # Use instead
//
//	DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "data" / "db.sqlite3"}}
//
//	web:
//	  build: .
//	  volumes:
//	    - data:/app/data
//
// # When it stays silent
//
// For images that no compose file starts, since nobody knows what is mounted there; in compose files of developers; for uploads that another
// storage keeps; and where it is not known where in the image the files lie.
func filesLostWithContainer() lint.Rule {
	return lint.Rule{
		ID:      "DPL563",
		Name:    "files-lost-with-container",
		Summary: "The database or uploaded files are lost at each release",
		Help:    "Mount a volume where they lie",
		Level:   lint.Error,
		Tags:    []string{"data-loss", "compose", "docker"},
		Links:   []string{"https://docs.docker.com/engine/storage/volumes/"},
		Since:   "0.2.0",
		Check:   lint.OfProcess(checkFilesLostWithContainer),
	}
}

func checkFilesLostWithContainer(p *deploy.Process, site *deploy.Site) lint.Answer {
	s := p.Settings
	if s == nil || p.Kind != deploy.Web || p.Launcher != deploy.Compose || p.Place == nil || !slices.Contains(site.LiveServices(), p.Place) {
		return nil
	}
	var answers lint.Answers
	databases := s.Get("DATABASES")
	for n, db := range databases.Elems() {
		engine, _ := db.At("ENGINE").Text()
		name := db.At("NAME")
		if engine != "django.db.backends.sqlite3" || !deploy.IsPlace(name) {
			continue
		}
		alias, _ := databases.Keys()[n].Text()
		if at, lost := lostWith(p, name); lost {
			answers = append(answers, lint.Fail(lint.Nearest(name, databases), "the database is lost at each release: %s is a file of the container, and no volume is mounted there", at).
				About("settings.DATABASES."+alias+".NAME").With(p, "the container").Fix("keep it in a folder of its own, and mount a volume there"))
		}
	}
	media := s.Get("MEDIA_ROOT")
	if s.Sets("MEDIA_ROOT") && s.KeepsUploads() == value.True && deploy.IsPlace(media) {
		if at, lost := lostWith(p, media); lost {
			answers = append(answers, lint.Fail(media, "uploaded files are lost at each release: MEDIA_ROOT is %s in the container, and no volume is mounted there", at).
				About("settings.MEDIA_ROOT").With(p, "the container").Fix("volumes: [media:%s]", at))
		}
	}
	return answers
}

// lostWith reports whether a file or folder of the settings is one of the container itself, and returns its path there.
func lostWith(p *deploy.Process, v value.Value) (at string, lost bool) {
	at, ok := p.Place.PathOf(v.Payload())
	if !ok || p.Place.Built == nil || mountsBelow(p.Place, at) {
		return "", false
	}
	return at, p.Place.Storage(at).Lasts() == value.False && p.Place.Storage(at).Mount == nil
}
