package process

import (
	"path"
	"strconv"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/lint"
)

// dataMountedElsewhere reports a database whose volume is mounted where its image does not write.
//
// # Why it matters
//
// A volume keeps what is written below its mount point, and nothing else. The images declare a volume without a name for their data:
// it takes what the database writes, while the named one stays empty. After the next docker compose down and up, or the next change of the
// service, the database is empty. PostgreSQL's image moved its data with version 18: before, it is in /var/lib/postgresql/data; since, in a
// folder of the version below /var/lib/postgresql, and the container does not start where something is mounted at the old place.
//
// # Example
//
//	db:
//	  image: postgres:17
//	  volumes:
//	    - data:/var/lib/postgresql
//
// # Use instead
//
//	db:
//	  image: postgres:17
//	  volumes:
//	    - data:/var/lib/postgresql/data
//
// # When it stays silent
//
// Where PGDATA or another option says that the data is elsewhere, where the image's version is not known and the two places of PostgreSQL
// differ, and for images of others, such as Bitnami's.
func dataMountedElsewhere() lint.Rule {
	return lint.Rule{
		ID:      "DPL483",
		Name:    "data-mounted-elsewhere",
		Summary: "A database's volume is mounted where its image does not write",
		Help:    "Mount the volume where this version of the image keeps its data",
		Level:   lint.Error,
		Tags:    []string{"data-loss", "compose", "database"},
		Links: []string{
			"https://github.com/docker-library/postgres/pull/1259",
			"https://hub.docker.com/_/postgres",
			"https://hub.docker.com/_/mysql",
			"https://hub.docker.com/_/mongo",
		},
		Since: "0.2.0",
		Check: lint.OfService(checkDataMountedElsewhere),
	}
}

func checkDataMountedElsewhere(s *deploy.Place, _ *deploy.Site) lint.Answer {
	folder, moved, ok := dataFolder(s)
	if !ok {
		return nil
	}
	var near *deploy.Mount
	for i := range s.Mounts {
		m := &s.Mounts[i]
		if m.Kind == deploy.ConfigMount || m.Kind == deploy.TmpfsMount {
			continue
		}
		target := path.Clean("/" + m.Target)
		if target == folder || strings.HasPrefix(folder, strings.TrimSuffix(target, "/")+"/") && !shadowed(folder, target) {
			return lint.Pass(m.Span, "the database's data has a volume").About(s.Key + "#data")
		}
		if looksLikeData(target) && m.Kind != deploy.AnonymousMount {
			near = m
		}
	}
	if near == nil {
		return nil
	}
	what := "the database is empty after the next docker compose down and up: %s is mounted at %s, and this image keeps its data in %s"
	if moved {
		what = "the database does not start: since version 18 the image refuses %s at %s, and keeps its data below %s"
	}
	return lint.Fail(near.Span, what, nameOf(near), path.Clean(near.Target), folder).About(s.Key+"#data").
		With(s.ImageSpan, "the image").
		Fix("%s:%s", nameOf(near), folder)
}

func nameOf(m *deploy.Mount) string {
	if m.Source == "" {
		return "a volume"
	}
	return m.Source
}

// shadowed reports whether the image's own volume for the data lies over a mount further up: PostgreSQL's does before version 18.
func shadowed(folder, target string) bool {
	return target != folder && folder != "/var/lib/postgresql"
}

// looksLikeData reports whether a path is one that people take for a database's data.
func looksLikeData(target string) bool {
	for _, word := range []string{"postgres", "pgdata", "mysql", "mariadb", "mongo", "/data", "/db"} {
		if strings.Contains(target, word) {
			return !strings.Contains(target, "initdb") && !strings.Contains(target, "conf") && !strings.Contains(target, "backup") &&
				!strings.Contains(target, "log") && !strings.Contains(target, "dump") && !strings.Contains(target, "cert") && !strings.Contains(path.Base(target), ".")
		}
	}
	return false
}

// dataFolder returns where an image keeps its data and declares a volume for it. Moved is set where a mount at the old place of PostgreSQL
// keeps it from starting.
func dataFolder(s *deploy.Place) (folder string, moved, ok bool) {
	if s.Built != nil || s.Command != "" && strings.Contains(s.Command, "dir") {
		return "", false, false
	}
	for _, name := range []string{"PGDATA", "MYSQL_DATADIR"} {
		if s.Environment.Lookup(name).State == env.Supplied {
			return "", false, false
		}
	}
	repository, tag, _ := strings.Cut(s.Image, ":")
	repository = strings.TrimPrefix(strings.TrimPrefix(repository, "docker.io/"), "library/")
	switch repository {
	case "postgres", "postgis/postgis", "pgvector/pgvector":
		major, known := majorOf(repository, tag)
		switch {
		case !known:
			return "", false, false
		case major < 18:
			return "/var/lib/postgresql/data", false, true
		}
		for _, m := range s.Mounts {
			moved = moved || path.Clean(m.Target) == "/var/lib/postgresql/data"
		}
		return "/var/lib/postgresql", moved, true
	case "mysql", "mariadb", "percona":
		return "/var/lib/mysql", false, true
	case "mongo":
		return "/data/db", false, true
	}
	return "", false, false
}

// majorOf returns the major version of PostgreSQL that a tag names: 17 for 17.2-alpine, and pg17 of pgvector's.
func majorOf(repository, tag string) (int, bool) {
	if strings.HasPrefix(repository, "pgvector/") {
		_, after, found := strings.Cut(tag, "pg")
		if !found {
			return 0, false
		}
		tag = after
	}
	end := strings.IndexFunc(tag, func(r rune) bool { return r < '0' || r > '9' })
	if end < 0 {
		end = len(tag)
	}
	n, err := strconv.Atoi(tag[:end])
	return n, err == nil
}
