package process

import (
	"strings"

	"deploylint/internal/address"
	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/lint"
)

// supervisorHTTPOpen reports a supervisor HTTP server that the network, or every program on the machine, can use.
//
// # Why it matters
//
// Over [inet_http_server] anyone can read the logs, stop the site and start its programs. Without a user name
// nobody is asked who they are: not on the network, and not on the loopback address, where any local account and any
// request that the application can be talked into sending gets through. With one, the password crosses the network in
// the clear, since supervisor speaks no TLS. A port without a host, as in port=9001, listens on all addresses.
//
// # Example
//
//	[inet_http_server]
//	port=*:9001
//
// # Use instead
//
//	[unix_http_server]
//	file=/run/supervisor.sock
//	chmod=0700
//
// # When it stays silent
//
// For a server on the loopback address with a user name and password, and for an address that a variable holds.
func supervisorHTTPOpen() lint.Rule {
	return lint.Rule{
		ID:      "DPL410",
		Name:    "supervisor-http-open",
		Summary: "Supervisor's HTTP server is open to others",
		Help:    "Use [unix_http_server] with chmod=0700, or listen on 127.0.0.1 with a username and password",
		Level:   lint.Error,
		Tags:    []string{"security", "supervisor", "cwe-306"},
		Links:   []string{"https://supervisord.org/configuration.html#inet-http-server-section-settings"},
		Since:   "0.1.0",
		Check:   lint.OfSupervisor(checkSupervisorHTTPOpen),
	}
}

func checkSupervisorHTTPOpen(c *deploy.SupervisorConfig, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, s := range c.Sections("inet_http_server") {
		answers = append(answers, judgeHTTPServer(c, s))
	}
	return answers
}

func judgeHTTPServer(c *deploy.SupervisorConfig, s *ini.Section) lint.Answer {
	port, ok := c.Merged().Get(s.Name, "port")
	if !ok {
		return nil
	}
	host, known := listensOn(port.Value)
	if !known {
		return nil
	}
	_, guarded := c.Merged().Get(s.Name, "username")
	where := "all interfaces"
	if !address.Wildcard(host) {
		where = host
	}
	subject := "supervisor:" + s.Name
	const fix = "replace the section by [unix_http_server] with file=/run/supervisor.sock and chmod=0700, and point serverurl of [supervisorctl] there"
	switch {
	case address.Loopback(host) && guarded:
		return lint.Pass(port.Value, "supervisor's HTTP server listens on the loopback address and asks for a password").About(subject)
	case address.Loopback(host):
		return lint.Fail(port.Value, "anyone on this machine, and any request that the site can be made to send, controls supervisor over %s: no username is set", port.Value.Text).
			At(lint.Warning).About(subject).Fix(fix)
	case guarded:
		return lint.Fail(port.Value, "supervisor listens on %s without TLS: its password and its control cross the network in the clear", where).
			At(lint.Warning).About(subject).Fix("port=127.0.0.1:%s", portOf(port.Value.Text))
	default:
		return lint.Fail(port.Value, "supervisor listens on %s and asks for no password: whoever reaches the port can stop the site and read its logs", where).
			About(subject).Fix(fix)
	}
}

// listensOn returns the host of an address, "" for all interfaces. It is not known where a variable holds it.
func listensOn(address ini.Value) (host string, known bool) {
	host, _, found := cutLast(address.Text, ":")
	if !found {
		host = ""
	}
	if strings.Contains(host, "%(") || !found && strings.Contains(address.Text, "%(") || address.Hole() {
		return "", false
	}
	if host == "*" {
		host = ""
	}
	return strings.ToLower(strings.TrimSpace(host)), true
}

// portOf returns the port of an address.
func portOf(address string) string {
	if _, port, ok := cutLast(address, ":"); ok {
		return port
	}
	return address
}

// cutLast is strings.Cut at the last separator.
func cutLast(text, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(text, sep); i >= 0 {
		return text[:i], text[i+len(sep):], true
	}
	return text, "", false
}
