package launch

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/address"
	"deploylint/internal/deploy"
	"deploylint/internal/dotenv"
	"deploylint/internal/env"
	"deploylint/internal/ini"
	"deploylint/internal/program"
	"deploylint/internal/role"
	"deploylint/internal/shell"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A unitFile is a unit of systemd with its drop-ins.
type unitFile struct {
	file File
	// name is the unit's name on the server: "gunicorn.service".
	name string
	tree *ini.Tree
}

// units reads services, each with its drop-ins and its socket.
//
// https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html
func (r *reader) units(files []File) {
	var units []*unitFile
	dropIns := map[string][]*ini.Tree{}
	folders := map[string]File{}
	for _, f := range files {
		if unit, ok := dropInOf(f.File.Path); ok {
			dropIns[unit] = append(dropIns[unit], ini.ParseUnit(f.File))
			folders[unit] = f
			continue
		}
		units = append(units, &unitFile{file: f, name: unitName(f.File.Path), tree: ini.ParseUnit(f.File)})
	}
	for _, u := range units {
		if parts := dropIns[u.name]; len(parts) > 0 {
			u.tree = ini.Merge(append([]*ini.Tree{u.tree}, parts...)...)
			delete(folders, u.name)
		}
	}
	for _, u := range units {
		r.unit(u, units)
	}
	for _, f := range files {
		if unit, ok := dropInOf(f.File.Path); ok && folders[unit].File == f.File {
			r.notify(source.Note, f.File.Span(0, 0), "the unit that this file changes is not in the repository")
		}
	}
}

// dropInOf returns the unit that a file in a folder such as gunicorn.service.d changes.
func dropInOf(name string) (unit string, ok bool) {
	unit, ok = strings.CutSuffix(path.Base(path.Dir(name)), ".d")
	return unit, ok && isUnitName(unit)
}

func isUnitName(name string) bool {
	switch path.Ext(name) {
	case ".service", ".socket", ".timer":
		return true
	}
	return false
}

// unitName returns the name that a unit has on the server: that of the file, without the ending of a template.
func unitName(name string) string {
	for base := path.Base(name); ; {
		if isUnitName(base) || path.Ext(base) == "" {
			return base
		}
		shorter := strings.TrimSuffix(base, path.Ext(base))
		if !strings.Contains(shorter, ".") {
			return path.Base(name)
		}
		base = shorter
	}
}

// unit reads a service.
func (r *reader) unit(u *unitFile, all []*unitFile) {
	service, ok := u.tree.Section("Service")
	if !ok {
		return
	}
	base := path.Base(u.file.File.Path)
	c := &command{
		name: "systemd unit " + base, key: "systemd:" + base, launcher: deploy.Systemd,
		declared: service.Source(), role: serverRole(u.file), life: u.lifecycle(),
	}
	r.unitEnvironment(c, u)
	if o, found := u.option("WorkingDirectory"); found && o.Value.Text != "" {
		c.directory = u.value(o)
		if dir, optional := strings.CutPrefix(o.Value.Text, "-"); optional {
			c.directory = value.Written(dir, o.Value.Span, "WorkingDirectory is set here")
		}
		if dir, _ := c.directory.Text(); dir == "~" {
			c.directory = value.NotKnown(value.External, "it is the home of the unit's user").With(value.Step{How: value.Assigned, Span: o.Value.Span, Text: "WorkingDirectory is set here"})
		}
	}
	if o, found := u.option("DynamicUser"); found && unitBool(o.Value.Text) == value.True {
		c.user = value.Written(strings.TrimSuffix(u.name, ".service"), o.Value.Span, "systemd makes a user of its own for the unit")
	}
	if o, found := u.option("User"); found && o.Value.Text != "" {
		c.user = u.value(o)
	}
	if strings.Contains(u.file.File.Path, "systemd/user/") && !c.user.Known() {
		c.user = value.NotKnown(value.External, "it is a unit of whoever is logged in")
	}
	kind, _ := u.option("Type")
	c.oneShot = kind != nil && kind.Value.Text == "oneshot"
	var wanted bool
	c.sockets, wanted = u.sockets(all)
	c.activated = len(c.sockets) > 0
	c.perhaps = !wanted
	if wanted && c.life.restart.AtBoot == value.False {
		c.life.restart.AtBoot = value.True // the socket starts it
	}
	for _, o := range unreset(u.tree.All("Service", "ExecStart")) {
		one := c.fork()
		one.argv = r.unitCommand(one, u, o)
		r.add(one)
	}
}

// option returns the last use of an option of [Service].
func (u *unitFile) option(name string) (*ini.Option, bool) { return u.tree.Get("Service", name) }

// serverRole is the role of a file that only servers have.
func serverRole(f File) role.Role {
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

// value returns an option's value with what systemd fills in.
func (u *unitFile) value(o *ini.Option) value.Value {
	text, ok := u.specified(o.Value.Text)
	if o.Value.Hole() || !ok {
		return value.NotKnown(value.External, "something outside fills it in").
			With(value.Step{How: value.Assigned, Span: o.Value.Span, Text: o.Name + " is set here"})
	}
	return value.Written(text, o.Value.Span, o.Name+" is set here")
}

// specified fills the specifiers in that are the same on every machine; it is not ok where another one stands.
//
// https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#Specifiers
func (u *unitFile) specified(text string) (string, bool) {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "%")
		b.WriteString(before)
		if !found {
			return b.String(), true
		}
		if rest == "" {
			return b.String() + "%", true
		}
		filled, ok := u.specifier(rest[0])
		if !ok {
			return "", false
		}
		b.WriteString(filled)
		text = rest[1:]
	}
}

func (u *unitFile) specifier(letter byte) (string, bool) {
	prefix, _, template := strings.Cut(strings.TrimSuffix(u.name, path.Ext(u.name)), "@")
	switch letter {
	case '%':
		return "%", true
	case 'n':
		return u.name, !template
	case 'N':
		return strings.TrimSuffix(u.name, path.Ext(u.name)), !template
	case 'p':
		return prefix, true
	case 't':
		return "/run", true
	case 'E':
		return "/etc", true
	case 'S':
		return "/var/lib", true
	case 'C':
		return "/var/cache", true
	case 'L':
		return "/var/log", true
	case 'T':
		return "/tmp", true
	case 'V':
		return "/var/tmp", true
	}
	return "", false
}

// unitEnvironment adds Environment, and EnvironmentFile, which is stronger.
func (r *reader) unitEnvironment(c *command, u *unitFile) {
	var vars []env.Var
	for _, o := range unreset(u.tree.All("Service", "Environment")) {
		parts, _ := ini.SplitCommand(o.Value.Text)
		for _, p := range parts {
			name, text, ok := strings.Cut(p.Text, "=")
			if !ok || name == "" {
				continue
			}
			at := o.Value.SpanOf(p.Start, p.End)
			filled, isKnown := u.specified(text)
			v := env.Given(name, filled, at.After(name+"="), c.name)
			if part := o.Value.Slice(p.Start, p.End); part.Hole() || !isKnown {
				v.Value = value.NotKnown(value.External, "something outside fills it in")
			}
			vars = append(vars, v)
		}
	}
	c.give(c.name, vars...)
	for _, o := range unreset(u.tree.All("Service", "EnvironmentFile")) {
		name := strings.TrimPrefix(o.Value.Text, "-")
		filled, isKnown := u.specified(name)
		if f, _ := r.file(c, filled); f != nil && isKnown {
			c.giveFile(f, dotenv.Systemd, o.Value.Span, true)
		} else {
			c.absent = append(c.absent, deploy.Word{Text: name, Known: !o.Value.Hole() && isKnown, Span: o.Value.Span})
		}
	}
	var unset []env.Var
	for _, o := range unreset(u.tree.All("Service", "UnsetEnvironment")) {
		for name := range strings.FieldsSeq(o.Value.Text) {
			name, _, _ = strings.Cut(name, "=")
			unset = append(unset, env.Var{Name: name, Value: value.OfNone(), Span: o.Value.Span})
		}
	}
	c.give(c.name, unset...)
}

// unitCommand splits ExecStart: prefixes before the program, $VAR and ${VAR} of the unit's environment, %i and its kin.
func (r *reader) unitCommand(c *command, u *unitFile, o *ini.Option) []shell.Word {
	v := o.Value
	skip := len(v.Text) - len(strings.TrimLeft(v.Text, "@-:+!|"))
	prefixes := v.Text[:skip]
	if strings.ContainsAny(prefixes, "+!") {
		c.user = value.Written("root", v.SpanOf(0, skip), "the prefix of the command keeps root")
	}
	argv, _ := splitCommand(v.Slice(skip, len(v.Text)))
	if strings.Contains(prefixes, "@") && len(argv) > 1 {
		argv = append(argv[:1:1], argv[2:]...) // @ gives argv[0] a name of its own
	}
	var all []shell.Word
	for i, w := range argv {
		if w.Known {
			filled, ok := u.specified(w.Text)
			if !ok {
				w.Known = false
				w.Why = value.NotKnown(value.External, "systemd fills it in")
			} else {
				w.Text = filled
			}
		}
		if w.Known && i > 0 && strings.Contains(w.Text, "$") && !strings.Contains(prefixes, ":") {
			all = append(all, r.unitVariables(c, w)...)
			continue
		}
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
		for _, part := range program.Split(text, w.Span) {
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
	w.Text = strings.ReplaceAll(b.String(), "$$", "$")
	return []shell.Word{w}
}

// sockets returns what the unit's sockets listen on: those that Sockets= names, and the one of the same name. They are
// wanted where something starts them.
func (u *unitFile) sockets(all []*unitFile) (binds []deploy.Bind, wanted bool) {
	names := []string{strings.TrimSuffix(u.name, path.Ext(u.name)) + ".socket"}
	for _, o := range unreset(u.tree.All("Service", "Sockets")) {
		names = append(names, strings.Fields(o.Value.Text)...)
	}
	for _, other := range all {
		service, found := other.tree.Get("Socket", "Service")
		if !slices.Contains(names, other.name) && (!found || service.Value.Text != u.name) {
			continue
		}
		if found && service.Value.Text != u.name || path.Dir(other.file.File.Path) != path.Dir(u.file.File.Path) {
			continue
		}
		_, installed := other.tree.Get("Install", "WantedBy")
		wanted = wanted || installed || u.asksFor(other.name)
		for _, o := range unreset(other.tree.All("Socket", "ListenStream")) {
			binds = append(binds, other.listen(o))
		}
	}
	return binds, wanted
}

// asksFor reports whether starting the service starts another unit.
func (u *unitFile) asksFor(name string) bool {
	for _, option := range []string{"Requires", "Wants", "BindsTo"} {
		for _, o := range u.tree.All("Unit", option) {
			if slices.Contains(strings.Fields(o.Value.Text), name) {
				return true
			}
		}
	}
	_, given := u.tree.Get("Service", "Sockets")
	return given
}

// listen reads ListenStream: a path, @abstract, a port alone, or an address with one.
//
// https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#ListenStream=
func (u *unitFile) listen(o *ini.Option) deploy.Bind {
	b := deploy.Bind{Span: o.Value.Span}
	text, ok := u.value(o).Text()
	b.Known = ok
	switch {
	case !ok:
	case strings.HasPrefix(text, "/") || strings.HasPrefix(text, "@"):
		b.Unix = text
	case strings.Trim(text, "0123456789") == "":
		b.Port = text
	default:
		b.Host, b.Port = address.HostPort(text, "")
	}
	return b
}
