package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// databaseWithoutVolume reports a database whose data has no place outside of its container.
//
// # Why it matters
//
// What a container writes is gone with the container. docker compose down removes it, and the next up begins with an empty database.
// The image declares a volume for its data, but one without a name: it stays behind as a string of digits that nobody mounts
// again, until docker volume prune deletes it.
//
// # Example
//
//	db:
//	  image: postgres:17
//
// # Use instead
//
//	db:
//	  image: postgres:17
//	  volumes:
//	    - data:/var/lib/postgresql/data
//	volumes:
//	  data:
//
// # When it stays silent
//
// Where anything is mounted, and in compose files of developers: those that start no application server of the site and are not
// named for production.
func databaseWithoutVolume() lint.Rule {
	return lint.Rule{
		ID:      "DPL468",
		Name:    "database-without-volume",
		Summary: "The database's data is lost with its container",
		Help:    "Mount a named volume where the database keeps its data",
		Level:   lint.Warning,
		Tags:    []string{"availability", "compose", "database"},
		Links:   []string{"https://docs.docker.com/engine/storage/volumes/"},
		Since:   "0.1.0",
		Check:   lint.OfService(checkDatabaseWithoutVolume),
	}
}

func checkDatabaseWithoutVolume(s *deploy.Place, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	var folder string
	switch software, _ := dataSoftware(s); software {
	case "PostgreSQL":
		folder = "/var/lib/postgresql/data"
	case "MySQL":
		folder = "/var/lib/mysql"
	case "MongoDB":
		folder = "/data/db"
	default:
		return answers
	}
	if s.HasVolumes {
		answers = append(answers, lint.Pass(s, "the database's data has a volume").About(s.Key+"#volumes"))
		return answers
	}
	answers = append(answers, lint.Fail(s.ImageSpan, "the database is empty after the next docker compose down and up: nothing is mounted where it keeps its data").
		About(s.Key+"#volumes").Fix("volumes: [data:%s], and data: under the file's own volumes:", folder))
	return answers
}
