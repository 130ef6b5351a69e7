package program

import (
	"strconv"
	"strings"

	"deploylint/internal/address"
	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/shell"
	"deploylint/internal/value"
)

// uwsgi takes TERM for an order to reload unless die-on-term says otherwise, and drops the requests in hand on INT and QUIT.
// Whatever the proxy sends as a parameter is believed.
//
// https://uwsgi-docs.readthedocs.io/en/latest/Management.html
func uwsgi() Program {
	return Program{
		Name: "uwsgi", Commands: []string{"uwsgi-core", "uwsgi_python3", "uwsgi_python", "pyuwsgi"}, Kind: deploy.Web,
		Traits: deploy.Traits{
			Interface: deploy.WSGI,
			Stop:      deploy.Stopping{Abrupt: []string{"INT", "QUIT"}, Grace: 60, Option: "worker-reload-mercy"},
			Trust:     deploy.Trust{Peers: deploy.Everybody, Sockets: value.True},
		},
		Protocol:  uwsgiProtocol,
		Variables: []string{"UWSGI_*"},
		Read:      serves((*World).readUWSGI),
	}
}

// readUWSGI reads a uwsgi command and the configuration files that it names.
//
// https://uwsgi-docs.readthedocs.io/en/latest/Configuration.html
func (w *World) readUWSGI(args []shell.Word) *deploy.Server {
	u := &uwsgiReader{world: w, server: &deploy.Server{Program: "uwsgi"}, values: map[string]value.Value{}}
	for i := 0; i < len(args); i++ {
		word := args[i]
		name, inline, joined := strings.Cut(word.Text, "=")
		switch {
		case isUWSGIFile(word.Text) && !strings.HasPrefix(word.Text, "-"):
			u.read(word)
			continue
		case !strings.HasPrefix(word.Text, "-"):
			continue
		}
		name = uwsgiName(strings.TrimLeft(name, "-"))
		switch {
		case joined:
			operand := word
			operand.Text, operand.Span = inline, word.Span.After(word.Text[:len(word.Text)-len(inline)])
			if isUWSGIConfig(name) {
				u.read(operand)
				continue
			}
			u.option(name, operand.Given())
		case uwsgiFlag(name) || i+1 == len(args):
			u.option(name, value.OfBool(true).With(value.Step{How: value.Assigned, Span: word.Span, Text: "it is given here"}))
		default:
			i++
			if isUWSGIConfig(name) {
				u.read(args[i])
				continue
			}
			u.option(name, args[i].Given())
		}
	}
	u.fromEnvironment()
	u.server.Options = deploy.NewOptions(u.values)
	w.Give("uwsgi", u.vars...)
	return u.server
}

// uwsgiProtocol returns what is spoken on the sockets whose option names no protocol, wherever among the options it is set.
//
// https://uwsgi-docs.readthedocs.io/en/latest/Options.html#socket-protocol
func uwsgiProtocol(s *deploy.Server) string {
	v, given := s.Options.Given("socket-protocol")
	_, unread := s.Options.Given("config")
	switch text, known := v.Text(); {
	case given && !known, !given && unread:
		return ""
	case !given:
		return "uwsgi"
	default:
		return text
	}
}

// uwsgiSpeaks returns the protocol that an option for an address names, "" where it names none.
func uwsgiSpeaks(option string) string {
	switch option {
	case "http", "http-socket", "http11-socket":
		return "http"
	case "https", "https-socket":
		return "https"
	case "uwsgi-socket":
		return "uwsgi"
	case "fastcgi-socket":
		return "fastcgi"
	case "scgi-socket":
		return "scgi"
	}
	return ""
}

type uwsgiReader struct {
	world  *World
	server *deploy.Server
	values map[string]value.Value
	vars   []env.Var
	depth  int
	lines  int
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
	case "s":
		return "socket"
	case "protocol":
		return "socket-protocol"
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
	case "socket", "uwsgi-socket", "http", "http-socket", "https", "http11-socket", "fastcgi-socket", "scgi-socket", "https-socket":
		bind := uwsgiBind(name, v)
		bind.Protocol = uwsgiSpeaks(name)
		u.server.Binds = append(u.server.Binds, bind)
	case "module", "wsgi-file", "mount":
		u.server.App = deploy.Word{Text: text, Known: isText, Span: v.Span()}
	case "env":
		if key, rest, ok := strings.Cut(text, "="); ok {
			u.vars = append(u.vars, env.Given(key, rest, v.Span().After(key+"="), "uWSGI's env"))
		}
	case "virtualenv":
		if isText {
			u.world.Virtualenv(shell.Known(text, v.Span()))
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
		b.Host, b.Port = address.HostPort(text, "")
	case strings.HasPrefix(text, "/") || strings.Contains(text, ".sock") || strings.HasPrefix(text, "@"):
		b.Unix = text
	default:
		b.Port = text
	}
	return b
}
