package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// numprocsSameAddress reports a program of which supervisor starts several processes that all want the same address.
//
// # Why it matters
//
// Only one process can listen on a port or a socket. The first one gets it; the others end with "Address already in use", and
// supervisor tries them again until it gives up. With a unix socket each one takes it away from the one before.
//
// # Example
//
//	command=/srv/shop/venv/bin/daphne -p 8001 shop.asgi:application
//	numprocs=4
//	process_name=%(program_name)s_%(process_num)d
//
// # Use instead
//
//	command=/srv/shop/venv/bin/daphne -p 800%(process_num)d shop.asgi:application
//
// or one gunicorn with --workers 4.
//
// # When it stays silent
//
// For an fcgi-program, whose processes share the socket that supervisor opens; with reuse_port; with %(process_num)d in the
// address; and where a variable or a configuration file decides.
func numprocsSameAddress() lint.Rule {
	return lint.Rule{
		ID:      "DPL440",
		Name:    "numprocs-same-address",
		Summary: "Several processes of one program listen on one address",
		Help:    "Put %(process_num)d into the address, or use one process with several workers",
		Level:   lint.Error,
		Tags:    []string{"availability", "supervisor"},
		Links:   []string{"https://supervisord.org/configuration.html#program-x-section-values"},
		Since:   "0.1.0",
		Check:   lint.OfProcess(checkNumprocsSameAddress),
	}
}

func checkNumprocsSameAddress(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if p.Program == nil || p.Program.Kind == "fcgi-program" || p.Server == nil || len(p.Server.Binds) != 1 || p.MayHideOptions() {
		return nil
	}
	n, ok := p.Program.Number("numprocs")
	b := p.Server.Binds[0]
	if !ok || n < 2 || !b.Known || b.Unix == "" && b.Port == "" {
		return nil
	}
	for _, option := range []string{"reuse_port", "reuse-port"} {
		if v, given := p.Server.Options.Given(option); given && v.Truth() != value.False {
			return nil
		}
	}
	place := lint.Placed(p.Program.Place("numprocs"))
	return lint.Fail(place, "supervisor starts %d processes that all listen on %s: one gets the address, the others end", n, b).
		About(about(p, "numprocs")).With(b, "all of them listen here").
		Fix("put %%(process_num)d into the address, or start one process with more workers")
}
