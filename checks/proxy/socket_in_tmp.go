package proxy

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// socketInTmp reports a unix socket in /tmp or /var/tmp.
//
// # Why it matters
//
// Any program of the machine can put a socket of its own there before the application starts, and get the requests with
// their passwords. And where nginx's service has PrivateTmp, as on Fedora, it has a /tmp of its own and answers 502.
//
// # Example
//
//	server unix:/tmp/gunicorn.sock;
//
// # Use instead
//
//	server unix:/run/shop/gunicorn.sock;
//
// # When it stays silent
//
// In containers, where nobody else is.
func socketInTmp() lint.Rule {
	return lint.Rule{
		ID:      "DPL347",
		Name:    "socket-in-tmp",
		Summary: "The application's socket lies in a folder that everybody may write to",
		Help:    "Put the socket into a folder of the application's own below /run",
		Level:   lint.Note,
		Tags:    []string{"security", "availability", "cwe-379"},
		Links: []string{
			"https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#PrivateTmp=",
			"https://docs.gunicorn.org/en/stable/deploy.html",
		},
		Since: "0.1.0",
		Check: lint.OfAppTarget(checkSocketInTmp),
	}
}

func checkSocketInTmp(t deploy.AppTarget, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	if t.Process != nil && t.Process.Contained() {
		return answers
	}
	addresses, _ := t.Addresses()
	for _, a := range addresses {
		if a.Hole || !strings.HasPrefix(a.Unix, "/tmp/") && !strings.HasPrefix(a.Unix, "/var/tmp/") {
			continue
		}
		answers = append(answers, lint.Fail(a, "every program of the machine can take this socket's place, and where nginx runs with PrivateTmp it is not there").
			About(t.Key()).
			Fix("unix:/run/shop/%s, with RuntimeDirectory=shop in the service", a.Unix[strings.LastIndexByte(a.Unix, '/')+1:]).Among(t.Server.Block, "and this"))
	}
	return answers
}
