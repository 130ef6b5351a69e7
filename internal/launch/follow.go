package launch

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/program"
	"deploylint/internal/shell"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// follow takes wrappers off a command until none is left. It returns what the wrappers start beside it.
func (r *reader) follow(c *command) []*command {
	var others []*command
	for range maxWrappers {
		if c.code != nil {
			others = append(others, r.evaluate(c)...)
			continue
		}
		if len(c.argv) == 0 || (!r.unwrap(c) && !r.unwrapShell(c) && !unwrapPython(c) && !r.unwrapUnknown(c)) {
			break
		}
	}
	return others
}

// unwrapShell takes off sh -c CODE, sh FILE, and a script of the repository.
func (r *reader) unwrapShell(c *command) bool {
	if isShell(c.argv[0].Base()) {
		return r.unwrapShellCommand(c)
	}
	if !c.argv[0].Known || !strings.Contains(c.argv[0].Text, "/") && !isScriptName(c.argv[0].Text) {
		return false
	}
	f, executable := r.file(c, c.argv[0].Text)
	if f == nil || !shell.IsScript(f.Text) && !isScriptName(f.Path) {
		return false
	}
	r.runScript(c, f, c.argv[0], c.argv, "", executable)
	return true
}

func isShell(name string) bool {
	switch name {
	case "sh", "bash", "dash", "ash", "ksh", "zsh":
		return true
	}
	return false
}

func isScriptName(name string) bool {
	return strings.HasSuffix(name, ".sh") || strings.HasSuffix(name, ".bash")
}

// unwrapShellCommand takes off a shell that is named as the program.
func (r *reader) unwrapShellCommand(c *command) bool {
	name, args := c.argv[0], c.argv[1:]
	var given []string
	for len(args) > 0 && args[0].Known && len(args[0].Text) > 1 && (args[0].Text[0] == '-' || args[0].Text[0] == '+') {
		text := args[0].Text
		switch {
		case strings.HasPrefix(text, "--"):
		case strings.HasSuffix(text, "o") && len(args) > 1: // -o NAME, -euo NAME
			if args[1].Text == "errexit" {
				text += "e"
			}
			given = append(given, text[1:])
			args = args[1:]
		default:
			given = append(given, text[1:])
		}
		args = args[1:]
		if len(given) > 0 && strings.Contains(given[len(given)-1], "c") {
			break
		}
	}
	letters := strings.Join(given, "")
	if len(args) == 0 {
		return false
	}
	if strings.Contains(letters, "c") {
		if !args[0].Known {
			return false
		}
		text := shell.Inline(args[0].Text, args[0].Span)
		c.code, c.codeFlags, c.inline = &text, letters, true
		c.shellWord = name
		c.argv = args[1:]
		return true
	}
	f, executable := r.file(c, args[0].Text)
	if f == nil {
		if len(args) > 1 && mayWrap(args[0], args[1:]) {
			c.argv = args
			return r.unwrapUnknown(c)
		}
		return false
	}
	r.runScript(c, f, args[0], args, letters, executable)
	return true
}

// unwrapUnknown takes off a script that is not in the repository, where the word behind it is a program that is known:
// what such a script does is not known, but what it starts can hardly be anything else.
func (r *reader) unwrapUnknown(c *command) bool {
	if len(c.argv) < 2 {
		return false
	}
	rest := c.argv[1:]
	if rest[0].Text == "--" {
		rest = rest[1:]
	}
	if !mayWrap(c.argv[0], rest) {
		return false
	}
	r.notify(source.Note, c.argv[0].Span, "the script that starts the program is not in the repository")
	c.wrap(c.argv[0], rest)
	return true
}

// mayWrap reports whether a program that cannot be read starts the one whose words stand behind it. A script does where
// that is a program that is known; anything else must have a path of the site's own, and the program an argument.
func mayWrap(wrapper shell.Word, rest []shell.Word) bool {
	if len(rest) == 0 || !program.Is(rest[0].Base()) && !isPython(rest[0].Base()) {
		return false
	}
	if isScriptName(wrapper.Text) {
		return true
	}
	switch name := wrapper.Base(); {
	case name == "", name == "supervisorctl", name == "pip", isPython(name), program.Is(name):
		return false
	}
	return len(rest) > 1 && strings.Contains(wrapper.Text, "/") && !isSystemPath(wrapper.Text) && !strings.HasSuffix(wrapper.Text, ".py")
}

// runScript turns the command into a script's text; argv is the script with its arguments.
func (r *reader) runScript(c *command, f *source.File, name shell.Word, argv []shell.Word, letters string, executable bool) {
	r.started[f.Path] = true
	for _, w := range c.wrappers {
		if w.Script != nil && w.Script.File == f && !w.Script.Inline {
			c.argv = nil // a script that starts itself
			return
		}
	}
	text := shell.FromFile(f)
	c.code, c.codeFlags, c.inline = &text, letters, false
	c.shellWord = name
	c.argv = argv
	c.wrappers = append(c.wrappers, &deploy.Wrapper{
		Name: deploy.WordOf(name), Script: &deploy.Script{File: f, Executable: executable},
	})
}

// evaluate walks a shell's code and replaces the command by what the code ends with.
func (r *reader) evaluate(c *command) []*command {
	o := r.shellOptions(c)
	result := shell.Evaluate(*c.code, o)
	c.code = nil
	var script *deploy.Script
	if c.inline {
		script = &deploy.Script{File: c.shellWord.Span.File, Inline: true}
		c.wrappers = append(c.wrappers, &deploy.Wrapper{Name: deploy.WordOf(c.shellWord), Script: script})
	} else {
		script = c.wrappers[len(c.wrappers)-1].Script
	}
	if result.Err != nil {
		r.notify(source.Warning, c.shellWord.Span, "the shell script was not read to its end: "+result.Err.Error())
	}
	fill(script, result)
	return r.startsOf(c, o, script, result)
}

// shellOptions are what the code of a command is given.
func (r *reader) shellOptions(c *command) shell.Options {
	o := shell.Options{
		Directory: c.directory, Errexit: strings.Contains(c.codeFlags, "e"), Allexport: strings.Contains(c.codeFlags, "a"),
		Lookup: func(name string) value.Value { return r.lookup(c, name) },
		Open: func(name, directory string) *source.File {
			if c.locate != nil {
				if f := c.locate(name, directory); f != nil {
					r.remember(f)
					return f
				}
			}
			f, _ := r.find(name, directory)
			return f
		},
	}
	if !c.directory.Known() || c.directory.Kind() == value.None {
		o.Directory = value.NotKnown(value.Absent, "nothing sets the working directory")
	}
	if len(c.argv) > 0 {
		o.Name, o.Arguments = c.argv[0], c.argv[1:]
	}
	return o
}

// startsOf replaces a command by what its code ends with, and returns what it starts in the background.
func (r *reader) startsOf(c *command, o shell.Options, script *deploy.Script, result *shell.Result) []*command {
	var others []*command
	for _, s := range result.Starts {
		if s.Background && !s.Final {
			other := c.fork()
			other.start(s)
			others = append(others, other)
		}
	}
	start, ok := pick(result)
	if !ok {
		c.argv = nil
		if given := o.Arguments; len(given) > 0 && program.Is(given[0].Base()) && isOpaque(result) {
			c.argv = given
		}
		return others
	}
	script.Exec = c.replaces(result, start)
	script.Final = start.Span
	for _, s := range result.Starts {
		if s.Background && s.Final && s.Span != start.Span {
			other := c.fork()
			other.start(s)
			others = append(others, other)
		}
	}
	c.start(start)
	return others
}

// isOpaque reports whether a script may start its arguments in a way that was not followed.
func isOpaque(result *shell.Result) bool {
	return result.Err != nil || slices.ContainsFunc(result.Commands, func(c shell.Command) bool {
		return len(c.Words) > 0 && c.Words[0].Text == "eval"
	})
}

// replaces reports whether the last command takes the shell's place: with exec it does, and bash -c saves itself the fork
// for a single command without redirections. For the last command of a list only newer versions do.
func (c *command) replaces(result *shell.Result, start shell.Start) value.Tri {
	switch {
	case start.Exec:
		return value.True
	case !c.inline || c.shellWord.Base() != "bash" || start.Background || start.Redirected:
		return value.False
	case len(result.Commands) == 1:
		return value.True
	}
	return value.Undecided
}

// pick returns the command that a script ends with. Where conditions leave several, the one that serves is meant: the
// others are a server for development, or set things up.
func pick(result *shell.Result) (shell.Start, bool) {
	var best shell.Start
	found, rank := false, -1
	for _, s := range result.Starts {
		if !s.Final {
			continue
		}
		if n := rankOf(s); n >= rank {
			best, found, rank = s, true, n
		}
	}
	return best, found
}

// rankOf says how much a command looks like what production runs: by what it is, and among equals by what the conditions
// before it say.
func rankOf(s shell.Start) int {
	c := &command{argv: slices.Clone(s.Words), directory: value.OfNone()}
	(&reader{result: &Result{}, seen: map[*source.File]bool{}, started: map[string]bool{}}).follow(c)
	rank := 0
	switch kind, development := program.KindOf(c.argv); {
	case development:
		rank = 1
	case kind == deploy.Web:
		rank = 4
	case kind == deploy.Worker || kind == deploy.Beat:
		rank = 3
	case kind == deploy.Command:
		rank = 2
	}
	rank = 8*rank + 2*int(s.Purpose)
	if slices.ContainsFunc(c.argv, func(w shell.Word) bool { return w.Text == "--reload" }) {
		rank--
	}
	return rank
}

// start replaces the command by one that a script starts.
func (c *command) start(s shell.Start) {
	c.argv = s.Words
	c.directory = s.Directory
	if !s.Directory.Known() && s.Directory.Cause == value.Absent {
		c.directory = value.OfNone()
	}
	if s.Virtualenv.Text != "" {
		c.virtualenv = s.Virtualenv
	}
	var vars []env.Var
	for _, x := range s.Exports {
		v := env.Var{Name: x.Name, Value: x.Value, Span: x.Span}
		if !v.Value.Known() && v.Value.Cause == value.Absent {
			v.Value = value.OfNone()
		}
		if at := v.Value.Span(); !at.IsZero() {
			v.Span = at
		}
		vars = append(vars, v)
	}
	origin := "the wrapper"
	if n := len(c.wrappers); n > 0 {
		origin = c.wrappers[n-1].Name.Text
		if s := c.wrappers[n-1].Script; s != nil && !s.Inline {
			origin = s.File.Path
		}
	}
	c.give(origin, vars...)
}

// fill turns the walk's answers into the model's.
func fill(script *deploy.Script, result *shell.Result) {
	script.StopsOnError = result.StopsOnError
	script.Unguarded = result.Unguarded
	script.UnquotedArgs = result.UnquotedArgs
	for _, s := range result.Sources {
		sourced := deploy.Sourced{Name: deploy.WordOf(s.Name), Server: s.Server, Found: s.File != nil, Virtualenv: s.Virtualenv, Exports: s.Exports}
		if s.File != nil {
			sourced.Path = s.File.Path
		}
		for _, u := range s.Unexported {
			at := u.Value.Span()
			key := u.Span
			if name := u.Name; !key.IsZero() && strings.HasPrefix(key.Text(), name) {
				key = key.File.Span(key.Start, key.Start+len(name))
			}
			sourced.Unexported = append(sourced.Unexported, deploy.EnvEntry{Key: u.Name, Value: u.Value, Span: at, KeySpan: key})
		}
		script.Sources = append(script.Sources, sourced)
	}
	for _, c := range result.Commands {
		script.Commands = append(script.Commands, deploy.ScriptCommand{
			Words: deploy.WordsOf(c.Words), Span: c.Span, Conditional: c.Conditional,
		})
	}
}

// unwrapPython takes off python -m MODULE, python manage.py and python /…/bin/gunicorn.
func unwrapPython(c *command) bool {
	if !isPython(c.argv[0].Base()) {
		return false
	}
	args := c.argv[1:]
	for len(args) > 0 && strings.HasPrefix(args[0].Text, "-") {
		switch args[0].Text {
		case "-m":
			if len(args) < 2 {
				return false
			}
			name, ok := program.OfModule(args[1].Text)
			if ok {
				c.argv = slices.Clone(args[1:])
				c.argv[0].Text = name
			}
			return ok
		case "-c", "-":
			return false
		case "-W", "-X":
			args = args[min(1, len(args)-1):]
		}
		args = args[1:]
	}
	if len(args) == 0 {
		return false
	}
	if name := args[0].Base(); name == "manage.py" || program.Is(name) {
		c.noteVirtualenv(c.argv[0])
		c.argv = args
		return true
	}
	return false
}

func isPython(name string) bool {
	for _, prefix := range []string{"python", "pypy", "pypy3"} {
		if rest, ok := strings.CutPrefix(name, prefix); ok && strings.Trim(rest, "0123456789.") == "" {
			return true
		}
	}
	return false
}

// noteVirtualenv takes the virtualenv from the path of a program in its bin folder.
func (c *command) noteVirtualenv(w shell.Word) {
	dir := path.Dir(w.Text)
	if c.virtualenv.Text != "" || path.Base(dir) != "bin" || !strings.Contains(w.Text, "/") {
		return
	}
	switch home := path.Dir(dir); home {
	case "/", "/usr", "/usr/local", ".":
	default:
		venv := w
		venv.Text = home
		c.virtualenv = venv
	}
}
