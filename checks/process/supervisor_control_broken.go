package process

import (
	"net/url"

	"deploylint/internal/address"
	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/lint"
)

// supervisorControlBroken reports a supervisor that supervisorctl cannot talk to.
//
// # Why it matters
//
// Deployments restart the site with supervisorctl. It needs three parts that agree: a server section that listens, an
// rpcinterface section that answers, and a serverurl of [supervisorctl] that leads there. When one is missing, supervisord starts
// and the site runs, and the first deployment ends with an error message while the old code goes on.
//
// # Example
//
//	[unix_http_server]
//	file=/run/supervisor.sock
//
//	[supervisorctl]
//	serverurl=unix:///tmp/supervisor.sock
//
// # Use instead
//
//	[unix_http_server]
//	file=/run/supervisor.sock
//
//	[rpcinterface:supervisor]
//	supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface
//
//	[supervisorctl]
//	serverurl=unix:///run/supervisor.sock
//
// # When it stays silent
//
// In fragments for conf.d, whose main file is elsewhere; where nothing listens and [supervisorctl] is not there either, as in many
// containers; and where a variable or a template holds an address.
func supervisorControlBroken() lint.Rule {
	return lint.Rule{
		ID:      "DPL425",
		Name:    "supervisor-control-broken",
		Summary: "supervisorctl cannot talk to this supervisor",
		Help:    "Let a server section, [rpcinterface:supervisor] and serverurl of [supervisorctl] agree",
		Level:   lint.Warning,
		Tags:    []string{"operations", "supervisor"},
		Links: []string{
			"https://supervisord.org/configuration.html#rpcinterface-x-section-settings",
			"https://supervisord.org/configuration.html#supervisorctl-section-settings",
		},
		Since: "0.1.0",
		Check: lint.OfSupervisor(checkSupervisorControlBroken),
	}
}

func checkSupervisorControlBroken(c *deploy.SupervisorConfig, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	if c.Fragment || c.InFolder || mayHoldMore(c) {
		return answers
	}
	servers := append(c.Sections("unix_http_server"), c.Sections("inet_http_server")...)
	if len(servers) > 0 && len(c.Sections("rpcinterface")) == 0 {
		answers = append(answers, lint.Fail(servers[0], "this server answers no command of supervisorctl: there is no [rpcinterface:supervisor]").
			About("supervisor:"+servers[0].Name+"#rpcinterface").
			Fix("add [rpcinterface:supervisor] with supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface"))
	}
	return append(answers, wrongServerURL(c, servers))
}

// mayHoldMore reports whether the configuration includes files that are not in the repository.
func mayHoldMore(c *deploy.SupervisorConfig) bool {
	_, includes := c.Merged().Get("include", "files")
	return includes && len(c.Included) == 0
}

// wrongServerURL judges whether serverurl leads to one of the servers.
func wrongServerURL(c *deploy.SupervisorConfig, servers []*ini.Section) lint.Answer {
	section, ok := c.Merged().Section("supervisorctl")
	if !ok {
		return nil
	}
	serverurl := c.Get("supervisorctl", "serverurl")
	text, known := serverurl.Text()
	if !known {
		return nil
	}
	place := lint.Placed(serverurl)
	if serverurl.Source().IsZero() {
		place = section
	}
	const subject = "supervisor:supervisorctl#serverurl"
	if len(servers) == 0 {
		return lint.Fail(place, "supervisorctl finds nobody at %s: the configuration has no server section", text).About(subject).
			Fix("add [unix_http_server] with file=/run/supervisor.sock, and serverurl=unix:///run/supervisor.sock")
	}
	for _, s := range servers {
		switch leads, decided := leadsTo(c, s, text); {
		case !decided || leads:
			return nil
		}
	}
	return lint.Fail(place, "supervisorctl asks at %s, and supervisor listens elsewhere", text).About(subject).
		With(servers[0], "it listens here").Fix("serverurl=%s", urlOf(c, servers[0]))
}

// leadsTo reports whether a serverurl leads to a server section; decided is false where a variable holds the address.
func leadsTo(c *deploy.SupervisorConfig, s *ini.Section, serverurl string) (leads, decided bool) {
	if ini.Kind(s.Name) == "unix_http_server" {
		file, known := c.Get(s.Name, "file").Text()
		path, unix := address.Unix(serverurl)
		return unix && address.Socket(path) == address.Socket(file), known
	}
	address, known := c.Get(s.Name, "port").Text()
	if !known {
		return false, false
	}
	_, port, err := ini.ParseAddress(address)
	u, malformed := url.Parse(serverurl)
	if err != nil || malformed != nil {
		return false, false
	}
	at := u.Port()
	if at == "" {
		at = "80"
	}
	return u.Scheme == "http" && at == portOf(address) && port > 0, true
}

// urlOf returns the serverurl that leads to a server section.
func urlOf(c *deploy.SupervisorConfig, s *ini.Section) string {
	if file, ok := c.Get(s.Name, "file").Text(); ok {
		return "unix://" + file
	}
	address, _ := c.Get(s.Name, "port").Text()
	return "http://127.0.0.1:" + portOf(address)
}
