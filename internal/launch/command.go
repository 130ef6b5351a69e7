package launch

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/dockerfile"
	"deploylint/internal/dotenv"
	"deploylint/internal/env"
	"deploylint/internal/ini"
	"deploylint/internal/role"
	"deploylint/internal/shell"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A command is what a launcher starts, while its wrappers are taken off.
type command struct {
	name, key string
	launcher  deploy.Launcher
	declared  source.Span
	role      role.Role
	doubtful  bool
	container bool
	// assigned says that the platform gives PORT, and may give WEB_CONCURRENCY.
	assigned bool
	program  *deploy.Program
	// oneShot is set for a step that ends before the processes that serve are started.
	oneShot bool
	// envFiles are the env files of the repository that are read for it.
	envFiles []deploy.EnvFileReader
	// absent are the env files that are not in the repository.
	absent []deploy.Word
	// mounts are what a compose service mounts.
	mounts []deploy.Mount
	// dockerfile is the path of the Dockerfile that makes the image it runs in, "" where none of the repository does.
	dockerfile string
	// givesAll is set where the launcher gives all variables that there are.
	givesAll bool
	// passedOn are the variables that whoever starts it may give all the same.
	passedOn []string
	// place is the world that it runs in, nil where that is not known.
	place *deploy.Place

	// argv is the command; code, where it is set, is run by a shell instead, with argv as its $0 and arguments.
	argv []shell.Word
	code *shell.Text
	// codeFlags are the letters of the shell's flags: "e" for sh -e.
	codeFlags string
	// shellWord is what stands for the shell of code.
	shellWord shell.Word
	inline    bool

	wrappers []*deploy.Wrapper
	// layers are the environment, strongest first.
	layers     []env.Layer
	directory  value.Value
	user       value.Value
	virtualenv shell.Word
	life       lifecycle
	// shell is the shell of an image's shell form, where SHELL names one.
	shell []dockerfile.Word
	// served is the server where its launcher runs the application by itself.
	served *deploy.Server
	// sockets are what a process inherits from its launcher, which listens for it. activated says that it does so in the
	// way of systemd, which gunicorn and uWSGI ask for by themselves.
	sockets   []deploy.Bind
	activated bool
	// perhaps is set where the launcher listens only if somebody tells it to.
	perhaps bool
	// locate finds files where the launcher knows more than Options.Find does, such as what a Dockerfile copies.
	locate func(serverPath, cwd string) *source.File
}

// fork returns a copy for another command of the same script.
func (c *command) fork() *command {
	other := *c
	other.layers = append([]env.Layer(nil), c.layers...)
	other.wrappers = append([]*deploy.Wrapper(nil), c.wrappers...)
	other.envFiles = append([]deploy.EnvFileReader(nil), c.envFiles...)
	other.program = nil
	return &other
}

// give adds a layer that is stronger than those before.
func (c *command) give(origin string, vars ...env.Var) {
	if len(vars) > 0 {
		c.layers = append([]env.Layer{{Origin: origin, Vars: vars}}, c.layers...)
	}
}

// giveFile adds the variables of an env file, over those before or below them.
func (c *command) giveFile(f *source.File, d dotenv.Dialect, at source.Span, strong bool) {
	c.envFiles = append(c.envFiles, deploy.EnvFileReader{Path: f.Path, By: c.name, Dialect: d, Span: at})
	layer := env.FromFile(f, d, f.Path)
	if strong {
		c.layers = append([]env.Layer{layer}, c.layers...)
		return
	}
	c.layers = append(c.layers, layer)
}

// giveWord adds a variable written as one word, NAME=value.
func (c *command) giveWord(w shell.Word, origin string) bool {
	name, text, ok := strings.Cut(w.Text, "=")
	if !ok || name == "" || strings.ContainsAny(name, " /-.") {
		return false
	}
	v := env.Given(name, text, w.Span.After(name+"="), origin)
	if !w.Known {
		v.Value = w.Value()
	}
	c.give(origin, v)
	return true
}

// full returns the environment under what the user gave.
func (r *reader) full(c *command) *env.Environment {
	layers := append([]env.Layer(nil), r.options.Given...)
	return env.New(r.options.Closed || c.closed(), append(layers, c.layers...)...).Leaving(c.passedOn...)
}

// lookup returns a variable as the shell's walk and the programs take it: a Str, or unknown; with cause Absent when it is
// certainly not set and External when something outside may set it.
func (r *reader) lookup(c *command, name string) value.Value {
	a := r.full(c).Lookup(name)
	switch a.State {
	case env.Supplied:
		v := a.Value
		if len(v.Trail) == 0 {
			v = v.With(value.Step{How: value.Env, Span: a.Span, Name: name, Text: name + " is given by " + a.Origin})
		}
		return v
	case env.Unset:
		return value.NotKnownFor(value.Absent, value.Why(value.NotSet, name))
	default:
		v := value.NotKnownFor(value.External, value.Why(value.VariableOutside, name))
		v.Waits = []string{name}
		return v
	}
}

// file returns the repository's file for a path on the server.
func (r *reader) file(c *command, name string) (*source.File, bool) {
	dir, _ := c.directory.Text()
	if c.locate != nil {
		if f := c.locate(name, dir); f != nil {
			r.remember(f)
			return f, true
		}
	}
	return r.find(name, dir)
}

// splitCommand splits a value as Python's shlex does, which is how supervisor and compose make arguments. What a template
// fills in is one piece, blanks and all.
func splitCommand(v ini.Value) ([]shell.Word, error) {
	masked := []byte(v.Text)
	for _, h := range v.Holes {
		if h.Kind != ini.Reference {
			for i := h.Start; i < h.End && i < len(masked); i++ {
				masked[i] = 'x'
			}
		}
	}
	parts, err := ini.SplitCommand(string(masked))
	var all []shell.Word
	for _, p := range parts {
		w := shell.Known(p.Text, v.SpanOf(p.Start, p.End))
		if part := v.Slice(p.Start, p.End); part.Hole() {
			w.Known = false
			w.Text = strings.Trim(part.Text, `"'`)
			w.Why = value.NotKnown(value.External, "a template fills it in")
		}
		all = append(all, w)
	}
	return all, err
}
