package launch

import (
	"path"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/dotenv"
	"deploylint/internal/env"
	"deploylint/internal/ini"
	"deploylint/internal/shell"
	"deploylint/internal/value"
)

// unit reads a systemd unit's service.
func (r *reader) unit(f File) {
	tree := ini.ParseUnit(f.File)
	service, ok := tree.Section("Service")
	if !ok {
		return
	}
	name := path.Base(f.File.Path)
	c := &command{
		name: "systemd unit " + name, key: "systemd:" + name, launcher: deploy.Systemd,
		declared: service.Source(), role: serverRole(f),
	}
	r.unitEnvironment(c, tree)
	if o, found := tree.Get("Service", "WorkingDirectory"); found && o.Value.Text != "" {
		c.directory = unitValue(o)
		if dir, optional := strings.CutPrefix(o.Value.Text, "-"); optional {
			c.directory = assigned(dir, o.Value.Span, "WorkingDirectory is set here")
		}
	}
	if o, found := tree.Get("Service", "User"); found && o.Value.Text != "" {
		c.user = unitValue(o)
	}
	for _, o := range unreset(tree.All("Service", "ExecStart")) {
		one := c.fork()
		one.argv = r.unitCommand(one, o)
		r.add(one)
	}
}

// serverRole is the role of a file that only servers have.
func serverRole(f File) string {
	if f.Role == "" || f.Role == "base" {
		return "production"
	}
	return f.Role
}

// unreset returns the options behind the last empty one, which takes back those before it.
func unreset(options []*ini.Option) []*ini.Option {
	var kept []*ini.Option
	for _, o := range options {
		if o.Value.Text == "" {
			kept = nil
			continue
		}
		kept = append(kept, o)
	}
	return kept
}

func unitValue(o *ini.Option) value.Value {
	if o.Value.Hole() || strings.Contains(strings.ReplaceAll(o.Value.Text, "%%", ""), "%") {
		return value.NotKnown(value.External, "something outside fills it in").
			With(value.Step{How: value.Assigned, Span: o.Value.Span, Text: o.Name + " is set here"})
	}
	return assigned(strings.ReplaceAll(o.Value.Text, "%%", "%"), o.Value.Span, o.Name+" is set here")
}

// unitEnvironment adds Environment, and EnvironmentFile, which is stronger.
func (r *reader) unitEnvironment(c *command, tree *ini.Tree) {
	var vars []env.Var
	for _, o := range unreset(tree.All("Service", "Environment")) {
		parts, _ := ini.SplitCommand(o.Value.Text)
		for _, p := range parts {
			name, text, ok := strings.Cut(p.Text, "=")
			if !ok || name == "" {
				continue
			}
			at := o.Value.SpanOf(p.Start, p.End)
			v := variable(name, strings.ReplaceAll(text, "%%", "%"), after(at, name+"="), c.name)
			if part := o.Value.Slice(p.Start, p.End); part.Hole() {
				v.Value = value.NotKnown(value.External, "a template fills it in")
			}
			vars = append(vars, v)
		}
	}
	c.give(c.name, vars...)
	for _, o := range unreset(tree.All("Service", "EnvironmentFile")) {
		name := strings.TrimPrefix(o.Value.Text, "-")
		if f, _ := r.file(c, name); f != nil {
			c.layers = append([]env.Layer{fileLayer(f, dotenv.Systemd)}, c.layers...)
		} else {
			c.absent = append(c.absent, deploy.Word{Text: name, Known: !o.Value.Hole(), Span: o.Value.Span})
		}
	}
}

// unitCommand splits ExecStart: prefixes before the program, $VAR and ${VAR} of the unit's environment, %i and its kin.
func (r *reader) unitCommand(c *command, o *ini.Option) []shell.Word {
	v := o.Value
	skip := len(v.Text) - len(strings.TrimLeft(v.Text, "@-:+!|"))
	argv, _ := splitCommand(v.Slice(skip, len(v.Text)))
	if strings.Contains(v.Text[:skip], "@") && len(argv) > 1 {
		argv = append(argv[:1:1], argv[2:]...) // @ gives argv[0] a name of its own
	}
	var all []shell.Word
	for i, w := range argv {
		switch {
		case !w.Known:
		case strings.Contains(strings.ReplaceAll(w.Text, "%%", ""), "%"):
			w.Known = false
			w.Why = value.NotKnown(value.External, "systemd fills it in")
		case i > 0 && strings.Contains(w.Text, "$"):
			all = append(all, r.unitVariables(c, w)...)
			continue
		}
		w.Text = strings.ReplaceAll(w.Text, "%%", "%")
		all = append(all, w)
	}
	return all
}

// unitVariables fills variables in: a word that is $VAR becomes as many words as its text has, ${VAR} stays in its word.
func (r *reader) unitVariables(c *command, w shell.Word) []shell.Word {
	if name, ok := strings.CutPrefix(w.Text, "$"); ok && name != "" && !strings.ContainsAny(name, "${}/:=.") {
		v := r.lookup(c, name)
		text, isKnown := v.Text()
		if !isKnown {
			w.Known, w.Why = false, v
			return []shell.Word{w}
		}
		var all []shell.Word
		for _, part := range splitText(text, w.Span) {
			part.Trail, part.Span = v.Trail, w.Span
			all = append(all, part)
		}
		return all
	}
	written := w.Text
	var b strings.Builder
	for rest := w.Text; rest != ""; {
		before, behind, found := strings.Cut(rest, "${")
		b.WriteString(before)
		name, after, closed := strings.Cut(behind, "}")
		if !found || !closed {
			if found {
				b.WriteString("${" + behind)
			}
			break
		}
		v := r.lookup(c, name)
		text, isKnown := v.Text()
		if !isKnown {
			w.Known, w.Why, w.Text = false, v, written
			return []shell.Word{w}
		}
		w.Trail = append(w.Trail, v.Trail...)
		b.WriteString(text)
		rest = after
	}
	w.Text = b.String()
	return []shell.Word{w}
}
