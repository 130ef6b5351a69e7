package process

import (
	"slices"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// dataPortPublished reports a database, cache or broker whose port docker publishes to all networks of the host.
//
// # Why it matters
//
// Services of one compose file reach each other without ports:. What is listed there is for everybody who reaches the host, and docker
// opens it in front of the firewall: ufw deny 5432 changes nothing. Databases of the whole internet are tried within hours, and a
// redis without a password is taken over by the first who comes.
//
// # Example
//
//	db:
//	  image: postgres:17
//	  ports:
//	    - "5432:5432"
//
// # Use instead
//
//	db:
//	  image: postgres:17
//
// or, for tools on the host itself, "127.0.0.1:5432:5432"
//
// # When it stays silent
//
// For addresses of one interface, and in compose files of developers: those that start no application server of the site and are not
// named for production.
func dataPortPublished() lint.Rule {
	return lint.Rule{
		ID:      "DPL466",
		Name:    "data-port-published",
		Summary: "A database's port is open to the network of the host",
		Help:    "Remove the port, or publish it on 127.0.0.1 only",
		Level:   lint.Error,
		Tags:    []string{"security", "compose", "cwe-668"},
		Links: []string{
			"https://docs.docker.com/engine/network/packet-filtering-firewalls/#docker-and-ufw",
			"https://docs.docker.com/reference/compose-file/services/#ports",
		},
		Since: "0.1.0",
		Check: lint.OfService(checkDataPortPublished),
	}
}

func checkDataPortPublished(s *deploy.Place, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	software, ports := dataSoftware(s)
	if software == "" {
		return answers
	}
	for _, port := range s.Ports {
		if !port.Public() || !slices.Contains(ports, port.Inside) {
			continue
		}
		r := lint.Fail(port, "everybody who reaches the host reaches %s on port %s, past its firewall", software, port.Outside).
			About(s.Key+"#ports."+port.Inside).With(s.ImageSpan, "%s runs here", software).
			Fix("remove the port, or write 127.0.0.1:%s:%s", port.Outside, port.Inside)
		if port.Outside == "" {
			r.Message = "everybody who reaches the host reaches " + software + " on a port that Docker picks, past its firewall"
			r = r.At(lint.Warning).Fix("remove the port: the other services reach %s without it", software)
		}
		answers = append(answers, r)
	}
	return answers
}

// dataSoftware returns what keeps data in a service, and the ports on which it gives it away; "" for anything else.
func dataSoftware(s *deploy.Place) (software string, ports []string) {
	switch s.Software() {
	case "postgres", "postgis", "postgresql", "timescaledb", "pgvector", "timescaledb-ha":
		return "PostgreSQL", []string{"5432"}
	case "pgbouncer":
		return "PgBouncer", []string{"5432", "6432"}
	case "mysql", "mariadb", "percona":
		return "MySQL", []string{"3306"}
	case "redis", "valkey", "keydb", "redis-stack", "redis-stack-server":
		return "Redis", []string{"6379"}
	case "memcached":
		return "memcached", []string{"11211"}
	case "rabbitmq":
		return "RabbitMQ", []string{"5672", "15672", "4369", "25672"}
	case "mongo", "mongodb":
		return "MongoDB", []string{"27017"}
	case "elasticsearch", "opensearch":
		return "Elasticsearch", []string{"9200", "9300"}
	}
	return "", nil
}
