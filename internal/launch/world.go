package launch

import (
	"path"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/dotenv"
	"deploylint/internal/program"
	"deploylint/internal/shell"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// world is what a program finds where a command starts it.
func (r *reader) world(c *command) *program.World {
	w := &program.World{
		Lookup: func(name string) value.Value { return r.lookup(c, name) },
		File: func(name string) *source.File {
			f, _ := r.file(c, name)
			return f
		},
		Beside:      func(name string) *source.File { return r.beside(c, name) },
		AssignsPort: c.assigned,
		Notify:      r.notify,
		Give:        c.give,
		GiveFile: func(name deploy.Word, d dotenv.Dialect) {
			if f, _ := r.file(c, name.Text); f != nil {
				c.giveFile(f, d, name.Span, false)
			} else {
				c.absent = append(c.absent, name)
			}
		},
		Virtualenv: func(dir shell.Word) {
			if c.virtualenv.Text == "" {
				c.virtualenv = dir
			}
		},
	}
	if r.options.EvalConfig != nil {
		w.Eval = func(f *source.File) map[string]value.Value { return r.options.EvalConfig(f, r.full(c)) }
	}
	return w
}

// beside returns a file of the repository that certainly lies in the working directory.
func (r *reader) beside(c *command, name string) *source.File {
	cwd, _ := c.directory.Text()
	if c.locate != nil {
		if f := c.locate(name, cwd); f != nil {
			r.remember(f)
			return f
		}
	}
	f, _ := r.find(name, cwd)
	if f == nil {
		return nil
	}
	if dir := path.Dir(f.Path); dir == "." || strings.HasSuffix("/"+strings.Trim(cwd, "/"), "/"+dir) {
		return f
	}
	return nil
}
