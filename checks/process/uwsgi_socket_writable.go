package process

import (
	"strconv"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// uwsgiSocketWritable reports a socket of uWSGI that every account of the machine may write to.
//
// # Why it matters
//
// Whoever writes to the socket speaks to uWSGI as nginx does, and the uwsgi protocol trusts its client: a variable such as UWSGI_FILE
// in a request makes uWSGI load a Python file of the client's choice. Any account of the machine, the one of another
// site included, then runs code as this site.
//
// # Example
//
//	socket = /run/shop/uwsgi.sock
//	chmod-socket = 666
//
// # Use instead
//
//	socket = /run/shop/uwsgi.sock
//	chmod-socket = 660
//	chown-socket = shop:www-data
//
// # When it stays silent
//
// In containers, which have no other accounts, and without a unix socket.
func uwsgiSocketWritable() lint.Rule {
	return lint.Rule{
		ID:      "DPL451",
		Name:    "uwsgi-socket-writable",
		Summary: "Every account of the machine may write to uWSGI's socket",
		Help:    "Set chmod-socket = 660 and make nginx's group the socket's",
		Level:   lint.Warning,
		Tags:    []string{"security", "uwsgi", "cwe-732"},
		Links: []string{
			"https://uwsgi-docs.readthedocs.io/en/latest/Options.html#chmod-socket",
			"https://uwsgi-docs.readthedocs.io/en/latest/Vars.html",
		},
		Since: "0.1.0",
		Check: lint.OfProcess(checkUWSGISocketWritable),
	}
}

func checkUWSGISocketWritable(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if p.Server == nil || p.Server.Program != "uwsgi" || p.Contained() {
		return nil
	}
	mode, given := p.Server.Options.Given("chmod-socket")
	if !given || !worldWritable(mode) {
		return nil
	}
	for _, b := range p.Server.Binds {
		if b.Unix == "" || strings.HasPrefix(b.Unix, "@") {
			continue
		}
		return lint.Fail(mode, "every account of this machine may write to the socket, and so run code as this site: uWSGI trusts who speaks to it").
			About(about(p, "uwsgi.chmod-socket")).With(b, "the socket is named here").
			Fix("chmod-socket = 660, with chown-socket = USER:www-data")
	}
	return nil
}

// worldWritable reports whether a mode lets all accounts write. Without a value, uWSGI makes it 666.
func worldWritable(mode value.Value) bool {
	text, isText := mode.Text()
	if n, isInt := mode.Int(); isInt {
		text, isText = strconv.FormatInt(n, 10), true
	}
	if !isText {
		return mode.Truth() == value.True
	}
	bits, err := strconv.ParseUint(text, 8, 32)
	return err == nil && bits&0o002 != 0
}
