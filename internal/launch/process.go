package launch

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/program"
	"deploylint/internal/value"
)

// process makes the model's process of a command whose wrappers are off.
func (r *reader) process(c *command) *deploy.Process {
	p := &deploy.Process{
		Name: c.name, Key: c.key, Launcher: c.launcher, Declared: c.declared, Role: c.role, Container: c.container,
		Program: c.program, Mounts: c.mounts, Place: c.place,
	}
	if p.Place == nil {
		p.Place = r.placeOf(c)
	}
	p.Directory, p.User = orNone(c.directory), orNone(c.user)
	c.life.give(p)
	p.Wrappers = c.wrappers
	var development bool
	p.Kind, development = program.KindOf(c.argv)
	p.SettingsModule = value.NotKnown(value.Absent, "nothing names a settings module")
	if len(c.argv) > 0 {
		c.noteVirtualenv(c.argv[0])
		program.Read(r.world(c), c.argv, p)
	}
	if c.served != nil {
		p.Server = c.served
	}
	c.inherit(p)
	p.OneShot = c.oneShot || p.Manage != nil && p.Kind == deploy.Command && program.Ends(p.Manage.Command.Text)
	p.EnvFiles, p.AbsentEnvFiles = c.envFiles, c.absent
	p.Argv = deploy.WordsOf(c.argv)
	p.Virtualenv = deploy.WordOf(c.virtualenv)
	p.Environment = c.environment()
	if !p.SettingsModule.Known() && p.SettingsModule.Cause == value.Absent {
		p.SettingsModule = r.settingsModule(c)
	}
	if development && c.doubtful {
		p.Role = "dev"
	}
	return p
}

// inherit gives a server the sockets that its launcher listens on, where it takes them. Those are then all that it has.
func (c *command) inherit(p *deploy.Process) {
	if p.Server == nil {
		return
	}
	p.Logs = append(slices.Clip(p.Logs), serverLogs(p.Server)...)
	if len(c.sockets) == 0 {
		return
	}
	takes := c.activated && (p.Server.IsGunicorn() || p.Server.Program == "uwsgi" && len(p.Server.Binds) == 0)
	for _, name := range []string{"fd", "file_descriptor", "endpoint"} {
		_, given := p.Server.Options.Given(name)
		takes = takes || given
	}
	if takes || slices.ContainsFunc(p.Server.Binds, func(b deploy.Bind) bool { return !b.Known && strings.HasPrefix(b.Span.Text(), "fd://") }) {
		if !c.perhaps {
			p.Server.Binds = nil
		}
		p.Server.Binds = append(slices.Clip(p.Server.Binds), c.sockets...)
	}
}

// settingsModule returns the settings module that the environment names.
func (r *reader) settingsModule(c *command) value.Value {
	switch a := c.environment().Lookup("DJANGO_SETTINGS_MODULE"); a.State {
	case env.Supplied:
		return r.lookup(&command{layers: c.layers}, "DJANGO_SETTINGS_MODULE")
	default:
		return value.NotKnown(value.Absent, "nothing names a settings module")
	}
}

// orNone returns None for a value that nothing sets.
func orNone(v value.Value) value.Value {
	if !v.Known() && (v.Cause == value.Absent || v.Cause == value.Unread && v.Reason.IsZero()) {
		return value.OfNone()
	}
	return v
}
