package launch

import (
	"path"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/ini"
	"deploylint/internal/shell"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// circus reads a circus.ini: a process for each watcher.
//
// https://circus.readthedocs.io/en/latest/for-ops/configuration/
func (r *reader) circus(f File) {
	trees := []*ini.Tree{ini.ParseAs(f.File, ini.ConfigParser)}
	for _, option := range []string{"include", "include_dir"} {
		o, ok := trees[0].Get("circus", option)
		if !ok || r.options.Glob == nil {
			continue
		}
		for pattern := range strings.FieldsSeq(o.Value.Text) {
			if option == "include_dir" {
				pattern = path.Join(pattern, "*.ini")
			}
			for _, name := range r.options.Glob(path.Join(path.Dir(f.File.Path), pattern)) {
				if file := r.open(name); file != nil && name != f.File.Path && len(trees) < maxIncludes {
					trees = append(trees, ini.ParseAs(file, ini.ConfigParser))
				}
			}
		}
	}
	a := &arbiter{reader: r, file: f, tree: ini.Merge(trees...)}
	for n, name := range a.tree.Names() {
		if watcher, ok := strings.CutPrefix(name, "watcher:"); ok && n < maxPrograms {
			section, _ := a.tree.Section(name)
			a.watcher(section, watcher)
		}
	}
}

// An arbiter is one circusd.
type arbiter struct {
	reader *reader
	file   File
	tree   *ini.Tree
}

// watcher adds the process of a watcher.
func (a *arbiter) watcher(section *ini.Section, name string) {
	c := &command{
		name: "circus watcher " + name, key: "circus:" + name, launcher: deploy.Circus, declared: section.Source(),
		role: serverRole(a.file), doubtful: a.file.Doubtful,
	}
	a.environment(c, section, name)
	if o, ok := section.Get("working_dir"); ok {
		c.directory = a.value(c, o)
	}
	if o, ok := section.Get("uid"); ok {
		c.user = a.value(c, o)
	}
	if o, ok := section.Get("virtualenv"); ok {
		c.virtualenv = shell.Known(o.Value.Text, o.Value.Span)
	}
	c.life = a.lifecycle(c, section)
	cmd, ok := section.Get("cmd")
	if !ok {
		return
	}
	line := a.filled(c, cmd.Value)
	if o, ok := section.Get("args"); ok && flagOf(section, "shell") != value.True {
		line = append(line, a.filled(c, o.Value)...)
	}
	c.argv = line
	if flagOf(section, "shell") == value.True {
		c.argv = nil
		c.shellCode(cmd.Value.Text, shell.Known("sh", cmd.Value.Span))
	}
	if flagOf(section, "use_sockets") == value.True {
		c.sockets = a.sockets()
	}
	a.reader.add(c)
}

// environment adds [env] and [env:NAME,PATTERN*]. Without copy_env, a watcher has nothing of circusd's own environment.
func (a *arbiter) environment(c *command, section *ini.Section, watcher string) {
	for _, name := range a.tree.Names() {
		patterns, special := strings.CutPrefix(name, "env:")
		applies := name == "env"
		for pattern := range strings.SplitSeq(patterns, ",") {
			ok, err := path.Match(strings.TrimSpace(pattern), watcher)
			applies = applies || special && ok && err == nil
		}
		if !applies {
			continue
		}
		var vars []env.Var
		for _, o := range a.tree.Effective(name) {
			key := strings.ToUpper(o.NameSpan.Text())
			v := env.Given(key, o.Value.Text, o.Value.Span, c.name)
			if o.Value.Hole() || strings.Contains(o.Value.Text, "$") {
				v.Value = v.Value.Retold(value.NotKnown(value.External, "circus fills it in when it starts"))
			}
			vars = append(vars, v)
		}
		c.give(c.name, vars...)
	}
	if o, ok := section.Get("env"); ok { // env = A=1,B=2
		var vars []env.Var
		at := 0
		for part := range strings.SplitSeq(o.Value.Text, ",") {
			if name, text, found := strings.Cut(part, "="); found {
				vars = append(vars, env.Given(strings.TrimSpace(name), text, o.Value.SpanOf(at+len(name)+1, at+len(part)), c.name))
			}
			at += len(part) + 1
		}
		c.give(c.name, vars...)
	}
}

// filled splits a command and fills $(circus.env.NAME) in; $(circus.wid) and its kin stay unknown.
func (a *arbiter) filled(c *command, v ini.Value) []shell.Word {
	words, err := splitCommand(v)
	if err != nil {
		a.reader.notify(source.Warning, v.Span, "circus cannot split this command: "+err.Error())
	}
	for i, w := range words {
		switch {
		case !w.Known || !strings.Contains(w.Text, "$"):
		case strings.Contains(w.Text, "$(circus.sockets."):
			words[i].Text = a.descriptor(w.Text)
		default:
			text, ok := a.expand(c, w.Text)
			words[i].Text, words[i].Known = text, ok
			if !ok {
				words[i].Why = value.NotKnown(value.External, "circus fills it in when it starts")
			}
		}
	}
	return words
}

// descriptor writes an inherited socket as gunicorn, hypercorn and chaussette take it.
func (a *arbiter) descriptor(text string) string {
	before, rest, _ := strings.Cut(text, "$(circus.sockets.")
	_, behind, _ := strings.Cut(rest, ")")
	return before + "3" + behind
}

// expand fills $(circus.env.NAME) and ((circus.env.NAME)) in.
func (a *arbiter) expand(c *command, text string) (string, bool) {
	for range maxWrappers {
		at := strings.Index(strings.ToLower(text), "$(circus.env.")
		if at < 0 {
			return text, !strings.Contains(text, "$")
		}
		name, behind, closed := strings.Cut(text[at+len("$(circus.env."):], ")")
		filled, ok := a.reader.lookup(c, strings.ToUpper(name)).Text()
		if !closed || !ok {
			return text, false
		}
		text = text[:at] + filled + behind
	}
	return text, false
}

func (a *arbiter) value(c *command, o *ini.Option) value.Value {
	text, ok := a.expand(c, o.Value.Text)
	if !ok || o.Value.Hole() {
		return value.NotKnown(value.External, "circus fills it in when it starts").
			With(value.Step{How: value.Assigned, Span: o.Value.Span, Text: o.Name + " is set here"})
	}
	return value.Written(text, o.Value.Span, o.Name+" is set here")
}

// sockets returns the addresses of all sockets, which a watcher with use_sockets inherits.
func (a *arbiter) sockets() []deploy.Bind {
	var binds []deploy.Bind
	for _, name := range a.tree.Names() {
		if !strings.HasPrefix(name, "socket:") {
			continue
		}
		section, _ := a.tree.Section(name)
		b := deploy.Bind{Host: "localhost", Port: "8080", Known: true, Span: section.Source()}
		for _, o := range section.Options {
			switch o.Name {
			case "host":
				b.Host, b.Span = o.Value.Text, o.Value.Span
			case "port":
				b.Port, b.Span = o.Value.Text, o.Value.Span
			case "path":
				b = deploy.Bind{Unix: o.Value.Text, Known: true, Span: o.Value.Span}
			default:
				continue
			}
			b.Known = b.Known && !o.Value.Hole() && !strings.Contains(o.Value.Text, "$")
		}
		binds = append(binds, b)
	}
	return binds
}

// flagOf reads a boolean option of a section, which is off where it is not given.
func flagOf(section *ini.Section, name string) value.Tri {
	o, ok := section.Get(name)
	if !ok {
		return value.False
	}
	return unitBool(strings.TrimSpace(o.Value.Text))
}

// lifecycle reads what circus does with a watcher.
func (a *arbiter) lifecycle(c *command, section *ini.Section) lifecycle {
	l := leftOpen()
	option := func(name string, fallback value.Value) deploy.LaunchOption {
		if o, ok := section.Get(name); ok {
			return deploy.LaunchOption{Name: name, Value: a.value(c, o)}
		}
		return deploy.LaunchOption{Name: name, Value: byDefault(fallback, "circus")}
	}
	l.restart.Option = option("respawn", value.OfBool(true))
	l.restart.Policy = deploy.RestartAlways
	if _, given := section.Get("respawn"); given && flagOf(section, "respawn") == value.False {
		l.restart.Policy = deploy.RestartNever
	}
	l.restart.Boot = option("autostart", value.OfBool(true))
	l.restart.AtBoot = value.True
	if _, given := section.Get("autostart"); given {
		l.restart.AtBoot = flagOf(section, "autostart")
	}
	l.stop.Signal = option("stop_signal", value.OfStr("TERM"))
	l.stop.Signal.Value = signalName(l.stop.Signal.Value)
	l.stop.Seconds = option("graceful_timeout", value.OfInt(30))
	l.stop.Seconds.Value = l.stop.Seconds.Value.AsInt()
	l.stop.Group, l.stop.KillGroup = flagOf(section, "stop_children"), flagOf(section, "stop_children")
	l.replicas = option("numprocesses", value.OfInt(1))
	l.replicas.Value = l.replicas.Value.AsInt()
	for _, stream := range []string{"stdout", "stderr"} {
		if o, ok := section.Get(stream + "_stream.filename"); ok {
			l.logs = append(l.logs, deploy.Log{Stream: stream, Option: deploy.LaunchOption{Name: o.Name, Value: a.value(c, o)}})
		}
	}
	l.health, l.ready = deploy.LaunchOption{Value: value.OfNone()}, deploy.LaunchOption{Value: value.OfNone()}
	return l
}
