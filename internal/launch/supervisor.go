package launch

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/ini"
	"deploylint/internal/program"
	"deploylint/internal/role"
	"deploylint/internal/shell"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// supervisors reads supervisor's files: main files with what they include, and fragments for conf.d that none includes.
func (r *reader) supervisors(files []File) {
	trees := map[string]*ini.Tree{}
	for _, f := range files {
		trees[f.File.Path] = ini.Parse(f.File)
	}
	var configs []*deploy.SupervisorConfig
	var origins []File
	included := map[string]bool{}
	for _, f := range files {
		tree := trees[f.File.Path]
		if _, main := tree.Section("supervisord"); !main {
			continue
		}
		config := &deploy.SupervisorConfig{Tree: tree}
		for _, name := range r.includes(tree) {
			part := trees[name]
			if part == nil {
				if file := r.open(name); file != nil {
					part = ini.Parse(file)
				}
			}
			if part != nil && part != tree {
				included[name] = true
				config.Included = append(config.Included, part)
			}
		}
		configs = append(configs, config)
		origins = append(origins, f)
	}
	for _, f := range files {
		tree := trees[f.File.Path]
		if _, main := tree.Section("supervisord"); main || included[f.File.Path] {
			continue
		}
		configs = append(configs, &deploy.SupervisorConfig{Tree: tree, Fragment: true})
		origins = append(origins, f)
	}
	for i, config := range configs {
		name := config.Tree.File.Path
		container := r.daemons[name]
		config.InFolder = !container.named && (r.inFolder[name] || isIncludeFolder(path.Base(path.Dir(name))))
		if container.command != nil {
			config.StartedBy = r.containers[container.command]
		}
		(&daemon{reader: r, config: config, file: origins[i], tree: config.Merged()}).programs()
		r.result.Supervisors = append(r.result.Supervisors, config)
	}
}

// includes returns the repository's files that the [include] section names. Patterns are relative to the main file; of an
// absolute one, the longest end counts that matches anything.
func (r *reader) includes(tree *ini.Tree) []string {
	o, ok := tree.Get("include", "files")
	if !ok || r.options.Glob == nil {
		return nil
	}
	dir := path.Dir(tree.File.Path)
	var names []string
	for pattern := range strings.FieldsSeq(o.Value.Text) {
		pattern = strings.TrimPrefix(pattern, "%(here)s/")
		var found []string
		if !path.IsAbs(pattern) {
			found = r.options.Glob(path.Join(dir, pattern))
		} else {
			parts := strings.Split(strings.Trim(pattern, "/"), "/")
			for i := range max(0, len(parts)-1) {
				end := strings.Join(parts[i:], "/")
				if found = r.options.Glob(path.Join(dir, end)); len(found) == 0 {
					found = r.options.Glob(end)
				}
				if len(found) > 0 {
					break
				}
			}
		}
		for _, name := range found {
			if name != tree.File.Path && !slices.Contains(names, name) && len(names) < maxIncludes {
				names = append(names, name)
			}
		}
	}
	return names
}

// A daemon is one supervisord.
type daemon struct {
	reader *reader
	config *deploy.SupervisorConfig
	file   File
	tree   *ini.Tree
}

// programs reads all programs of the configuration.
func (d *daemon) programs() {
	groups := d.groups()
	for n, name := range d.tree.Names() {
		kind, program, _ := strings.Cut(name, ":")
		if n > maxPrograms || (kind != "program" && kind != "fcgi-program" && kind != "eventlistener") || program == "" {
			continue
		}
		section, _ := d.tree.Section(name)
		group := groups[program]
		if group == "" {
			group = program
		}
		if p := d.program(section, kind, program, group); p != nil {
			d.config.Programs = append(d.config.Programs, p)
		}
	}
}

// groups returns the group of each program that is in one.
func (d *daemon) groups() map[string]string {
	groups := map[string]string{}
	for _, name := range d.tree.Names() {
		group, ok := strings.CutPrefix(name, "group:")
		if !ok {
			continue
		}
		if o, found := d.tree.Get(name, "programs"); found {
			for _, program := range ini.ParseList(o.Value.Text) {
				groups[program] = group
			}
		}
	}
	return groups
}

// program adds the process of a section. Of several that numprocs starts, the first one stands for all.
func (d *daemon) program(section *ini.Section, kind, name, group string) *deploy.Process {
	instance := func(n int64) *command { return d.command(section, kind, name, group, n) }
	c := instance(0)
	numprocs, _ := c.life.replicas.Value.Int()
	p := d.reader.add(c)
	d.instances(p, numprocs, instance)
	return p
}

// command returns the command of a section's process with that number.
func (d *daemon) command(section *ini.Section, kind, name, group string, n int64) *command {
	p := &deploy.Program{Kind: kind, Name: name, Section: section, Config: d.config}
	c := &command{
		name: "supervisor " + kind + " " + name, key: "supervisor:" + kind + ":" + name,
		launcher: deploy.Supervisor, declared: section.Source(), role: d.role(), program: p,
	}
	if outer := d.reader.daemons[d.tree.File.Path].command; outer != nil {
		c.container, c.layers, c.locate = true, outer.layers, outer.locate
		c.directory, c.user, c.absent = outer.directory, outer.user, outer.absent
		c.place, c.givesAll, c.passedOn = outer.place, outer.closed(), outer.passedOn
		if d.file.Role == "" && outer.role != "" {
			c.role = outer.role
		}
	}
	if o, ok := d.tree.Get(section.Name, "directory"); ok && d.reader.workdirs[path.Clean(o.Value.Text)] {
		c.container = true
	}
	table := map[string]string{"program_name": name, "group_name": group, "numprocs": "1", "process_num": "0"}
	if o, ok := d.tree.Get(section.Name, "numprocs"); ok {
		if count, err := ini.ParseInt(o.Value.Text); err == nil {
			table["numprocs"] = strconv.FormatInt(count, 10)
		}
	}
	if o, ok := d.tree.Get(section.Name, "numprocs_start"); ok {
		if start, err := ini.ParseInt(o.Value.Text); err == nil {
			n += start
		}
	}
	table["process_num"] = strconv.FormatInt(n, 10)
	x := &expansion{daemon: d, command: c, table: table}
	x.environment("supervisord", "supervisord")
	x.environment(section.Name, c.name)
	p.Options = x.options(section)
	if o, ok := d.tree.Get("supervisord", "directory"); ok {
		c.directory = x.value(o)
	}
	if v, given := p.Options.Given("directory"); given {
		c.directory = v
	}
	if v, given := p.Options.Given("user"); given {
		c.user = v
	}
	if o, ok := d.tree.Get(section.Name, "command"); ok {
		expanded, _, _ := o.Value.Expand(x.lookup)
		argv, err := splitCommand(expanded)
		if err != nil {
			d.reader.notify(source.Warning, o.Value.Span, "supervisor cannot split this command: "+err.Error())
		}
		c.argv = markUnknown(argv)
	}
	c.life = lifecycleOf(p)
	if kind == "fcgi-program" {
		if socket, given := p.Options.Given("socket"); given {
			c.sockets = []deploy.Bind{program.ParseBind(socket, socket.Payload(), "")}
		}
	}
	return c
}

// instances adds the addresses that the other processes of a program listen on, where numprocs starts several.
func (d *daemon) instances(p *deploy.Process, numprocs int64, instance func(n int64) *command) {
	if p == nil || p.Server == nil {
		return
	}
	said := len(d.reader.result.Notifications)
	for n := int64(1); n < min(numprocs, maxInstances); n++ {
		c := instance(n)
		d.reader.follow(c)
		other := d.reader.process(c)
		if other.Server == nil {
			break
		}
		for _, b := range other.Server.Binds {
			if !slices.ContainsFunc(p.Server.Binds, func(old deploy.Bind) bool { return old.String() == b.String() }) {
				p.Server.Binds = append(slices.Clip(p.Server.Binds), b)
			}
		}
	}
	d.reader.result.Notifications = d.reader.result.Notifications[:said] // they say the same
}

// role is the file's, production where the name says nothing: supervisor is not what developers run.
func (d *daemon) role() role.Role {
	if d.file.Role == "" || d.file.Role == "base" {
		return "production"
	}
	return d.file.Role
}

// markUnknown marks words in which a %(name)s was left.
func markUnknown(argv []shell.Word) []shell.Word {
	for i, w := range argv {
		if w.Known && strings.Contains(w.Text, "%(") {
			argv[i].Known = false
			argv[i].Why = foreign(w.Text)
		}
	}
	return argv
}

// foreign is a text in which a name is left that supervisor or a template fills in.
func foreign(text string) value.Value {
	v := value.NotKnown(value.External, "something outside fills it in")
	for rest := text; ; {
		_, after, found := strings.Cut(rest, "%(ENV_")
		if !found {
			break
		}
		name, _, _ := strings.Cut(after, ")")
		v.Waits = append(v.Waits, name)
		rest = after
	}
	return v
}

// An expansion knows what %(name)s stands for in one program's options.
type expansion struct {
	daemon  *daemon
	command *command
	table   map[string]string
}

func (x *expansion) lookup(name string) (string, bool) {
	if variable, ok := strings.CutPrefix(name, "ENV_"); ok {
		return x.daemon.reader.lookup(x.command, variable).Text()
	}
	text, ok := x.table[name]
	return text, ok
}

// value returns an option's value after expansion.
func (x *expansion) value(o *ini.Option) value.Value {
	step := value.Step{How: value.Assigned, Span: o.Value.Span, Text: o.Name + " is set here"}
	if o.Value.Text == "" {
		step.Span = o.Span
	}
	expanded, unknown, err := o.Value.Expand(x.lookup)
	switch {
	case err != nil:
		return value.NotKnown(value.Unread, "supervisor cannot read it").With(step)
	case len(unknown) > 0 || expanded.Hole():
		return foreign(expanded.Text).With(step)
	}
	return value.OfStr(expanded.Text).With(step)
}

// options returns the section's options with supervisor's defaults.
func (x *expansion) options(section *ini.Section) deploy.Options {
	values := map[string]value.Value{}
	for _, o := range x.daemon.tree.Effective(section.Name) {
		values[o.Name] = x.value(o)
	}
	for _, s := range ini.Settings(section.Name) {
		if _, given := values[s.Name]; given {
			continue
		}
		text := s.Default
		if strings.Contains(text, "%(") {
			text, _, _ = ini.Expand(text, x.lookup)
		}
		if text != "" {
			values[s.Name] = value.OfStr(text).With(value.Step{How: value.Default, Text: "supervisor's default"})
		}
	}
	if _, given := values["killasgroup"]; !given {
		if v, ok := values["stopasgroup"]; ok {
			v.Trail = []value.Step{{How: value.Default, Text: "supervisor takes what stopasgroup is"}}
			values["killasgroup"] = v
		}
	}
	return deploy.NewOptions(values)
}

// environment adds the variables of a section's environment option.
func (x *expansion) environment(section, origin string) {
	o, ok := x.daemon.tree.Get(section, "environment")
	if !ok {
		return
	}
	expanded, _, err := o.Value.Expand(x.lookup)
	if err != nil {
		x.daemon.reader.notify(source.Warning, o.Value.Span, "supervisor cannot read this environment")
		return
	}
	assignments, _, err := ini.SplitEnvironment(expanded.Text)
	if err != nil {
		x.daemon.reader.notify(source.Warning, o.Value.Span, "supervisor cannot read this environment: "+err.Error())
	}
	var vars []env.Var
	for _, a := range assignments {
		at := expanded.SpanOf(a.ValueStart, a.ValueEnd)
		v := env.Given(a.Key, a.Value, at, origin)
		if expanded.Slice(a.ValueStart, a.ValueEnd).Hole() || strings.Contains(a.Value, "%(") {
			v.Value = foreign(a.Value).With(value.Step{How: value.Env, Span: at, Name: a.Key, Text: a.Key + " is given by " + origin})
		}
		vars = append(vars, v)
	}
	x.command.give(origin, vars...)
}
