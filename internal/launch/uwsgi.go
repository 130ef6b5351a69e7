package launch

import (
	"strconv"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/shell"
	"deploylint/internal/value"
)

// uwsgi reads a uwsgi command and the configuration files that it names.
//
// https://uwsgi-docs.readthedocs.io/en/latest/Configuration.html
func (r *reader) uwsgi(c *command, args []shell.Word) *deploy.Server {
	u := &uwsgiReader{reader: r, command: c, server: &deploy.Server{Program: "uwsgi"}, values: map[string]value.Value{}}
	for i := 0; i < len(args); i++ {
		w := args[i]
		name, inline, joined := strings.Cut(w.Text, "=")
		switch {
		case isUWSGIFile(w.Text) && !strings.HasPrefix(w.Text, "-"):
			u.read(w)
			continue
		case !strings.HasPrefix(w.Text, "-"):
			continue
		}
		name = uwsgiName(strings.TrimLeft(name, "-"))
		switch {
		case joined:
			operand := w
			operand.Text, operand.Span = inline, after(w.Span, w.Text[:len(w.Text)-len(inline)])
			if isUWSGIConfig(name) {
				u.read(operand)
				continue
			}
			u.option(name, valueOf(operand))
		case uwsgiFlag(name) || i+1 == len(args):
			u.option(name, value.OfBool(true).With(value.Step{How: value.Assigned, Span: w.Span, Text: "it is given here"}))
		default:
			i++
			if isUWSGIConfig(name) {
				u.read(args[i])
				continue
			}
			u.option(name, valueOf(args[i]))
		}
	}
	u.fromEnvironment()
	u.server.Options = deploy.NewOptions(u.values)
	c.give("uwsgi", u.vars...)
	return u.server
}

type uwsgiReader struct {
	reader  *reader
	command *command
	server  *deploy.Server
	values  map[string]value.Value
	vars    []env.Var
	depth   int
	lines   int
}

// uwsgiName returns the long name of an option.
func uwsgiName(name string) string {
	switch name {
	case "workers", "p":
		return "processes"
	case "M":
		return "master"
	case "T":
		return "enable-threads"
	case "w", "wsgi":
		return "module"
	case "s", "uwsgi-socket":
		return "socket"
	case "H", "home", "venv", "pyhome":
		return "virtualenv"
	case "C":
		return "chmod-socket"
	case "d":
		return "daemonize"
	case "file":
		return "wsgi-file"
	case "t":
		return "harakiri"
	case "i":
		return "single-interpreter"
	}
	return name
}

// uwsgiFlag reports whether an option takes no word.
func uwsgiFlag(name string) bool {
	switch name {
	case "master", "enable-threads", "vacuum", "die-on-term", "need-app", "lazy-apps", "lazy", "single-interpreter",
		"thunder-lock", "honour-stdin", "strict", "no-orphans", "memory-report", "disable-logging", "auto-procname",
		"http-auto-chunked", "http-keepalive", "ignore-sigpipe", "ignore-write-errors", "disable-write-exception",
		"py-call-osafterfork", "log-x-forwarded-for", "manage-script-name", "offload", "gevent-monkey-patch", "L",
		"log-master", "threaded-logger", "buffer-size-auto", "skip-atexit", "exit-on-reload", "show-config":
		return true
	}
	return false
}

// option notes an option. Numbers and true and false become what they are.
func (u *uwsgiReader) option(name string, v value.Value) {
	text, isText := v.Text()
	switch name {
	case "socket", "http", "http-socket", "https", "http11-socket", "fastcgi-socket", "scgi-socket", "https-socket":
		u.server.Binds = append(u.server.Binds, uwsgiBind(name, v))
	case "module", "wsgi-file", "mount":
		u.server.App = deploy.Word{Text: text, Known: isText, Span: v.Span()}
	case "env":
		if key, rest, ok := strings.Cut(text, "="); ok {
			u.vars = append(u.vars, variable(key, rest, after(v.Span(), key+"="), "uWSGI's env"))
		}
	case "virtualenv":
		if isText && u.command.virtualenv.Text == "" {
			u.command.virtualenv = known(text, v.Span())
		}
	}
	if isText {
		if n, err := strconv.ParseInt(text, 10, 64); err == nil {
			i := value.OfInt(n)
			i.Trail = v.Trail
			v = i
		} else if text == "true" || text == "false" {
			b := value.OfBool(text == "true")
			b.Trail = v.Trail
			v = b
		}
	}
	u.values[name] = v
}

// uwsgiBind reads an address: a path is a socket, a bare colon stands for all interfaces.
func uwsgiBind(name string, v value.Value) deploy.Bind {
	text, ok := v.Text()
	b := deploy.Bind{Known: ok, Span: v.Span()}
	if name == "https" {
		text, _, _ = strings.Cut(text, ",")
	}
	switch {
	case !ok:
	case strings.Contains(text, ":"):
		b.Host, b.Port = splitAddress(text, "")
	case strings.HasPrefix(text, "/") || strings.Contains(text, ".sock") || strings.HasPrefix(text, "@"):
		b.Unix = text
	default:
		b.Port = text
	}
	return b
}
