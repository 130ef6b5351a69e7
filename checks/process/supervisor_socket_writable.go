package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/lint"
)

// The bits of a file mode that let others connect to a socket.
const (
	othersWrite = 0o002
	groupWrites = 0o020
)

// supervisorSocketWritable reports a supervisor socket that other accounts of the machine may use.
//
// # Why it matters
//
// Whoever may write to the socket controls supervisor: starts and stops every program, and reads their logs. Supervisor
// itself mostly runs as root, so a socket that is open to all local accounts turns any of them, the one of a hacked web
// site too, into the operator of the machine.
//
// # Example
//
//	[unix_http_server]
//	file=/run/supervisor.sock
//	chmod=0777
//
// # Use instead
//
//	[unix_http_server]
//	file=/run/supervisor.sock
//	chmod=0770
//	chown=root:operators
//
// # When it stays silent
//
// When the server asks for a username, for the default mode 0700, and for modes that let others read the socket only,
// which is not enough to connect. A group that may write is a warning, unless chown says which group it is.
func supervisorSocketWritable() lint.Rule {
	return lint.Rule{
		ID:      "DPL419",
		Name:    "supervisor-socket-writable",
		Summary: "Other accounts may control supervisor through its socket",
		Help:    "Set chmod=0700 in [unix_http_server], or 0770 with a chown that names the group",
		Level:   lint.Error,
		Tags:    []string{"security", "supervisor", "cwe-732"},
		Links:   []string{"https://supervisord.org/configuration.html#unix-http-server-section-settings"},
		Since:   "0.1.0",
		Check:   lint.OfSupervisor(checkSupervisorSocketWritable),
	}
}

func checkSupervisorSocketWritable(c *deploy.SupervisorConfig, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, s := range c.Sections("unix_http_server") {
		mode := c.Get(s.Name, "chmod")
		text, known := mode.Text()
		bits, err := ini.ParseOctal(text)
		_, guarded := c.Merged().Get(s.Name, "username")
		if !known || err != nil || guarded {
			continue
		}
		_, owned := c.Merged().Get(s.Name, "chown")
		subject := "supervisor:" + s.Name + "#chmod"
		switch {
		case bits&othersWrite != 0:
			answers = append(answers, lint.Fail(mode, "every account on the machine may start and stop programs through supervisor's socket").
				About(subject).Fix("chmod=0700"))
		case bits&groupWrites != 0 && !owned:
			answers = append(answers, lint.Fail(mode, "supervisor's socket is open to a group that nothing names: its members may start and stop every program").
				At(lint.Warning).About(subject).Fix("chmod=0700, or name the group: chown=root:operators"))
		}
	}
	return answers
}
