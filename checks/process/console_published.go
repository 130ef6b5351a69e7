package process

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// consolePublished reports a console for databases, queues or mails, or a page of metrics, that docker publishes to all networks of
// the host.
//
// # Why it matters
//
// Such consoles are for the people who run the site. Flower stops workers and shows the arguments of tasks, redis-commander changes
// sessions, Mailpit shows every password reset, exporters name hosts, versions and load, and most of them ask nobody for a
// password. Docker opens the port in front of the firewall: ufw deny changes nothing, and the proxy's TLS and access rules are
// bypassed. Those with a login of their own are tried with lists of passwords, over plain HTTP.
//
// # Example
//
//	flower:
//	  build: .
//	  command: celery -A shop flower
//	  ports:
//	    - "5555:5555"
//
// # Use instead
//
//	flower:
//	  build: .
//	  command: celery -A shop flower
//	  ports:
//	    - "127.0.0.1:5555:5555"
//
// and ssh -L 5555:localhost:5555, or a location of the proxy that asks for a password.
//
// # When it stays silent
//
// For addresses of one interface, and in compose files of developers. It is a warning for what has a login of its own.
func consolePublished() lint.Rule {
	return lint.Rule{
		ID:      "DPL491",
		Name:    "console-published",
		Summary: "A console or a page of metrics is open to the network of the host",
		Help:    "Publish the port on 127.0.0.1 only, and reach it through ssh or the proxy",
		Level:   lint.Error,
		Tags:    []string{"security", "compose", "cwe-668"},
		Links: []string{
			"https://docs.docker.com/engine/network/packet-filtering-firewalls/#docker-and-ufw",
			"https://flower.readthedocs.io/en/latest/auth.html",
		},
		Since: "0.2.0",
		Check: lint.OfService(checkConsolePublished),
	}
}

// A console is a program with pages for those who run the site.
type console struct {
	name string
	// ports are those of its pages.
	ports []string
	// shows is what a stranger gets from it.
	shows string
	// login is set where it asks for a password whatever its options, and guards are the variables and options that make it ask.
	login  bool
	guards []string
}

func consoleOf(s *deploy.Place) (console, bool) {
	const metrics = "shows the versions, hosts and load of the site"
	const data = "lets people try passwords of the database"
	software := s.Software()
	if words := strings.Fields(s.Command); software == "flower" || slices.Contains(words, "flower") {
		guards := []string{"FLOWER_BASIC_AUTH", "FLOWER_AUTH", "--basic_auth", "--basic-auth", "--auth", "FLOWER_AUTH_PROVIDER"}
		return console{"Flower", []string{"5555"}, "shows the tasks with their arguments, and stops workers", false, guards}, true
	}
	switch software {
	case "redis-commander":
		return console{"redis-commander", []string{"8081"}, "reads and changes everything in Redis", false, []string{"HTTP_USER", "HTTP_PASSWORD_HASH"}}, true
	case "redisinsight":
		return console{"Redis Insight", []string{"5540", "8001"}, "reads and changes everything in Redis", false, nil}, true
	case "mailhog", "mailpit", "maildev", "mailcatcher":
		return console{software, []string{"8025", "1080"}, "shows all mails, password resets among them", false, []string{"MP_UI_AUTH", "MP_UI_AUTH_FILE", "MH_AUTH_FILE", "MAILDEV_WEB_USER"}}, true
	case "mongo-express":
		return console{"mongo-express", []string{"8081"}, "reads and changes everything in MongoDB", false, []string{"ME_CONFIG_BASICAUTH_USERNAME", "ME_CONFIG_BASICAUTH"}}, true
	case "dozzle":
		return console{"Dozzle", []string{"8080"}, "shows the logs of all containers", false, []string{"DOZZLE_AUTH_PROVIDER", "DOZZLE_USERNAME"}}, true
	case "prometheus":
		return console{"Prometheus", []string{"9090"}, metrics, false, []string{"--web.config.file"}}, true
	case "node-exporter", "postgres-exporter", "postgres_exporter", "redis_exporter", "nginx-prometheus-exporter", "celery-exporter", "statsd-exporter", "blackbox-exporter":
		return console{software, []string{"9100", "9187", "9121", "9113", "9808", "9102", "9115"}, metrics, false, []string{"--web.config.file"}}, true
	case "cadvisor":
		return console{"cAdvisor", []string{"8080"}, "shows all containers of the host with their processes", false, []string{"--http_auth_file"}}, true
	case "kibana":
		return console{"Kibana", []string{"5601"}, "shows what is in Elasticsearch", false, []string{"ELASTICSEARCH_USERNAME", "ELASTICSEARCH_SERVICEACCOUNTTOKEN"}}, true
	case "jaeger", "all-in-one":
		return console{"Jaeger", []string{"16686"}, "shows the traces of all requests", false, nil}, true
	case "pgadmin4", "pgadmin":
		return console{"pgAdmin", []string{"80", "443", "5050"}, data, true, nil}, true
	case "adminer":
		return console{"Adminer", []string{"8080"}, data, true, nil}, true
	case "phpmyadmin":
		return console{"phpMyAdmin", []string{"80"}, data, true, nil}, true
	case "portainer", "portainer-ce":
		return console{"Portainer", []string{"9000", "9443"}, "governs all containers for whoever guesses its password", true, nil}, true
	}
	return console{}, false
}

func checkConsolePublished(s *deploy.Place, site *deploy.Site) lint.Answer {
	found, ok := consoleOf(s)
	if !ok {
		return nil
	}
	var answers lint.Answers
	for _, port := range s.Ports {
		if !port.Public() || port.Inside == "" || !slices.Contains(found.ports, port.Inside) {
			continue
		}
		outside := port.Outside
		if outside == "" {
			outside = "that Docker picks"
		}
		r := lint.Fail(port, "everybody who reaches the host reaches %s on port %s, past its firewall and the proxy: it %s", found.name, outside, found.shows).
			About(s.Key + "#ports." + port.Inside)
		if port.Outside != "" {
			r = r.Fix(`"127.0.0.1:%s:%s"`, port.Outside, port.Inside)
		} else {
			r = r.Fix(`"127.0.0.1::%s"`, port.Inside)
		}
		if found.login || guarded(s, site, found) {
			r = r.At(lint.Warning)
			r.Message = strings.Replace(r.Message, ": it "+found.shows, ", where passwords go over plain HTTP and can be tried", 1)
		}
		answers = append(answers, r)
	}
	return answers
}

// guarded reports whether a variable or an option makes the console ask for a password.
func guarded(s *deploy.Place, site *deploy.Site, c console) bool {
	if slices.ContainsFunc(site.Processes, func(p *deploy.Process) bool { return p.Place == s && len(p.AbsentEnvFiles) > 0 && len(c.guards) > 0 }) {
		return true // a file of the server may say it
	}
	return slices.ContainsFunc(c.guards, func(guard string) bool {
		return strings.Contains(s.Command, guard) || s.Environment != nil && slices.Contains(s.Environment.Names(), guard)
	})
}
