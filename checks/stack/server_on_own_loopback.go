package stack

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// serverOnOwnLoopback reports a database, cache or broker that a container looks for on its own loopback, or behind a socket that
// it does not mount.
//
// # Why it matters
//
// Each container has a network of its own: localhost and 127.0.0.1 are the container itself, not the machine that it runs on and not
// the container of the database. Every connection is refused: pages answer 500, workers never start.
//
// # Example
//
//	DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "HOST": "localhost"}}
//
//	services:
//	  web:
//	    build: .
//	  db:
//	    image: postgres:17
//
// # Use instead
//
//	DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "HOST": "db"}}
//
// # When it stays silent
//
// When the container shares the network of the host or of the container that has the server; when several programs run in it, of which
// one may be the server; and when no compose file says what stands beside it.
func serverOnOwnLoopback() lint.Rule {
	return lint.Rule{
		ID:      "DPL550",
		Name:    "server-on-own-loopback",
		Summary: "A container looks for a database, cache or broker on its own loopback, where none runs",
		Help:    "Name the service in which the server runs",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links:   []string{"https://docs.docker.com/compose/how-tos/networking/"},
		Since:   "0.2.0",
		Check:   lint.OfProcess(checkServerOnOwnLoopback),
	}
}

func checkServerOnOwnLoopback(p *deploy.Process, site *deploy.Site) lint.Answer {
	if p.Settings == nil || !site.Alone(p) {
		return nil
	}
	var answers lint.Answers
	for _, c := range p.Settings.Connections() {
		if c.Local() && !site.ServesItself(p.Place, c.Software) {
			answers = append(answers, unreachable(p, site, c))
		}
	}
	return answers
}

// unreachable reports a connection that ends in the container of the process that opens it.
func unreachable(p *deploy.Process, site *deploy.Site, c deploy.Connection) lint.Answer {
	if c.Socket != "" && p.Place.Storage(c.Socket).Mount != nil {
		return nil
	}
	beside := site.Beside(p.Place, c.Software)
	if beside == nil && (!c.Given || c.Software == "memcached") {
		return nil // nothing says that there is such a server at all
	}
	if _, fallback := c.Value.FromDefault(); fallback { // what gives the others their variables gives this one too
		return nil
	}
	where := "which is the container itself"
	at := c.Host
	switch {
	case c.Socket != "":
		at, where = c.Socket, "a socket that the container does not mount"
	case c.Host == "":
		at, where = "a socket of its own", "since no HOST is set"
	}
	var place lint.Placed = c.Value
	if c.Value.Source().IsZero() {
		place = p.Settings.Place("DATABASES")
	}
	r := lint.Fail(place, "%s looks for %s at %s, %s: every connection is refused", p.Place.Name, c.What, at, where).
		About("settings."+c.Setting).With(p.Place, "this container has a network of its own")
	if beside == nil {
		return r.Fix("name the machine that it runs on: host.docker.internal, with extra_hosts: [\"host.docker.internal:host-gateway\"]")
	}
	return r.With(beside, "the server runs here").Fix("use %s, the name of its service, as the host", beside.Host())
}
