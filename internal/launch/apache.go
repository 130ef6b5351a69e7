package launch

import (
	"slices"
	"strings"

	"deploylint/internal/address"
	"deploylint/internal/deploy"
	"deploylint/internal/program"
	"deploylint/internal/shell"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// maxDirectives is how many directives of one of Apache's files are read.
const maxDirectives = 5000

// A directive is one line of Apache's configuration, with the sections around it.
type directive struct {
	name  string // in lower case
	words []shell.Word
	// host are the words of the VirtualHost around it, nil outside of one; hostAt is where that opens.
	host   []shell.Word
	hostAt int
	span   source.Span
}

// apache reads the applications that mod_wsgi runs inside Apache: each WSGIScriptAlias is one. What SetEnv sets is given to
// requests and never to the process, so it is no part of the environment.
//
// https://modwsgi.readthedocs.io/en/master/configuration.html
func (r *reader) apache(f File) {
	all := directivesOf(f.File)
	for _, d := range all {
		if d.name != "wsgiscriptalias" && d.name != "wsgiscriptaliasmatch" || len(d.words) < 2 {
			continue
		}
		r.add(r.wsgiScript(f, all, d))
	}
}

// directivesOf reads a file: a directive per line, continued by a backslash, words in quotes, sections in angle brackets.
func directivesOf(f *source.File) []directive {
	var all []directive
	var host []shell.Word
	hostAt := -1
	defined := map[string]string{}
	for n := 1; n <= f.LineCount() && len(all) < maxDirectives; n++ {
		line := f.LineSpan(n)
		start, end := line.Start, line.End
		for strings.HasSuffix(f.Text[start:end], `\`) && n < f.LineCount() {
			n++
			end = f.LineSpan(n).End
		}
		trimmed := strings.TrimSpace(f.Text[start:end])
		switch {
		case trimmed == "" || trimmed[0] == '#':
			continue
		case strings.HasPrefix(strings.ToLower(trimmed), "</virtualhost"):
			host, hostAt = nil, -1
			continue
		case trimmed[0] == '<' && !strings.HasPrefix(strings.ToLower(trimmed), "<virtualhost"):
			continue
		}
		words := apacheWords(f, start, end, defined)
		if len(words) == 0 {
			continue
		}
		name := strings.ToLower(words[0].Text)
		switch name {
		case "<virtualhost":
			host, hostAt = words[1:], start
		case "define":
			if len(words) == 3 {
				defined[words[1].Text] = words[2].Text
			}
		default:
			all = append(all, directive{name: name, words: words[1:], host: host, hostAt: hostAt, span: f.Span(start, end)})
		}
	}
	return all
}

// apacheWords splits a directive. A word with a variable that no Define sets is not known.
func apacheWords(f *source.File, start, end int, defined map[string]string) []shell.Word {
	var words []shell.Word
	for at := start; at < end; {
		c := f.Text[at]
		switch c {
		case ' ', '\t', '\r', '\n', '\\', '>':
			at++
			continue
		}
		from, quoted := at, c == '"' || c == '\''
		if quoted {
			at++
			for at < end && f.Text[at] != c {
				at++
			}
			at = min(at+1, end)
		} else {
			for at < end && !strings.ContainsRune(" \t\r\n>", rune(f.Text[at])) {
				at++
			}
		}
		w := shell.Known(f.Text[from:at], f.Span(from, at))
		if quoted {
			w.Text = strings.Trim(w.Text, string(c))
		}
		for name, text := range defined { // each name is replaced by itself, so the order is of no account
			w.Text = strings.ReplaceAll(w.Text, "${"+name+"}", text)
		}
		if slices.ContainsFunc([]string{"${", "{{", "{%", "%(", "<%", "%{"}, func(hole string) bool { return strings.Contains(w.Text, hole) }) && w.Text != "%{GLOBAL}" {
			w.Known = false
			w.Why = value.NotKnown(value.External, "something outside fills it in")
		}
		words = append(words, w)
	}
	return words
}

// near returns the last directive of a name that applies where d stands: in the same VirtualHost, else outside of all.
func near(all []directive, d directive, name string) (directive, bool) {
	var found directive
	ok := false
	for _, one := range all {
		if one.name != name || one.hostAt >= 0 && one.hostAt != d.hostAt {
			continue
		}
		if !ok || one.hostAt >= 0 || found.hostAt < 0 {
			found, ok = one, true
		}
	}
	return found, ok
}

// wsgiScript makes the command of an application: mod_wsgi's own module runs the file of WSGIScriptAlias.
func (r *reader) wsgiScript(f File, all []directive, d directive) *command {
	c := &command{
		name: "mod_wsgi application " + d.words[0].Text + " of " + f.File.Path, key: "apache:" + f.File.Path + "#" + d.words[0].Text,
		launcher: deploy.Apache, declared: d.span, role: serverRole(f), doubtful: f.Doubtful, life: leftOpen(),
		user: value.NotKnown(value.External, "it is the account of Apache"),
	}
	apache, _ := program.Find("mod_wsgi")
	server := &deploy.Server{
		Program: "mod_wsgi", Traits: apache.Traits, Interface: apache.Traits.Interface,
		Name: deploy.Word{Text: "mod_wsgi", Known: true, Span: d.span}, App: deploy.WordOf(d.words[1]),
	}
	values := map[string]value.Value{"daemon": value.OfBool(false).With(value.Step{How: value.Assigned, Span: d.span, Text: "it runs inside of Apache's own processes"})}
	c.life.restart.Policy, c.life.restart.AtBoot = deploy.RestartAlways, value.True
	if group, ok := groupOf(all, d); ok {
		values["process-group"] = group.Given()
		daemon := slices.IndexFunc(all, func(one directive) bool {
			return one.name == "wsgidaemonprocess" && len(one.words) > 0 && one.words[0].Text == group.Text
		})
		if daemon >= 0 {
			readDaemon(c, all[daemon], values)
		}
	}
	if path, ok := near(all, d, "wsgipythonpath"); ok && len(path.words) > 0 {
		values["wsgi-python-path"] = path.words[0].Given()
	}
	server.Binds = listens(all, d)
	if tls, ok := near(all, d, "sslengine"); ok && len(tls.words) > 0 {
		values["ssl"] = value.OfBool(strings.EqualFold(tls.words[0].Text, "on")).With(value.Step{How: value.Assigned, Span: tls.span, Text: "SSLEngine is set here"})
	}
	server.Options = deploy.NewOptions(values)
	c.argv = []shell.Word{shell.Known("mod_wsgi", d.span), d.words[1]}
	c.served = server
	return c
}

// groupOf returns the daemon's group in which an application runs; without one it runs in Apache's own processes.
func groupOf(all []directive, d directive) (shell.Word, bool) {
	for _, w := range d.words[2:] {
		if text, ok := strings.CutPrefix(w.Text, "process-group="); ok {
			w.Span = w.Span.After("process-group=")
			w.Text = text
			return w, true
		}
	}
	if group, ok := near(all, d, "wsgiprocessgroup"); ok && len(group.words) > 0 && group.words[0].Text != "%{GLOBAL}" {
		return group.words[0], true
	}
	return shell.Word{}, false
}

// readDaemon reads WSGIDaemonProcess: its processes, their account, and where modules are found.
func readDaemon(c *command, d directive, values map[string]value.Value) {
	values["daemon"] = value.OfBool(true).With(value.Step{How: value.Assigned, Span: d.span, Text: "WSGIDaemonProcess is set here"})
	values["processes"] = byDefault(value.OfInt(1), "mod_wsgi")
	values["threads"] = byDefault(value.OfInt(15), "mod_wsgi")
	for _, w := range d.words[1:] {
		name, text, ok := strings.Cut(w.Text, "=")
		if !ok {
			continue
		}
		operand := w
		operand.Text, operand.Span = text, w.Span.After(name+"=")
		v := operand.Given()
		switch name {
		case "user":
			c.user = v
		case "home":
			c.directory = v
		case "python-home":
			c.virtualenv = operand
		case "processes", "threads", "request-timeout", "inactivity-timeout", "graceful-timeout", "shutdown-timeout",
			"maximum-requests", "queue-timeout", "deadlock-timeout":
			v = v.AsInt()
		}
		values[name] = v
	}
}

// listens returns the addresses that requests for an application come to: those of its VirtualHost, else Apache's.
func listens(all []directive, d directive) []deploy.Bind {
	var binds []deploy.Bind
	for _, w := range d.host {
		b := deploy.Bind{Span: w.Span, Known: w.Known}
		b.Host, b.Port = address.HostPort(w.Text, "80")
		if b.Host == "*" || b.Host == "_default_" {
			b.Host = ""
		}
		binds = append(binds, b)
	}
	if len(d.host) > 0 {
		return binds
	}
	for _, one := range all {
		if one.name != "listen" || len(one.words) == 0 {
			continue
		}
		w := one.words[0]
		b := deploy.Bind{Span: w.Span, Known: w.Known, Port: w.Text}
		if strings.Contains(w.Text, ":") {
			b.Host, b.Port = address.HostPort(w.Text, "80")
		}
		binds = append(binds, b)
	}
	if len(binds) == 0 {
		binds = []deploy.Bind{{Port: "80", Known: true, Default: true}}
	}
	return binds
}
