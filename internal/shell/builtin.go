package shell

import (
	"path"
	"strings"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// builtin walks a command that the shell carries out itself, or that only prints and waits.
func (e *evaluator) builtin(s *state, words []Word, extra []Export, at source.Span, g guard) (outcome, bool) {
	args := words[1:]
	switch words[0].Text {
	case ":", "true":
		return isTrue, true
	case "false":
		return isFalse, true
	case "[":
		if n := len(args); n > 0 && args[n-1].Text == "]" {
			args = args[:n-1]
		}
		return bracket(args), true
	case "test":
		return bracket(args), true
	case "cd", "pushd":
		e.record(s, at, g, true, -1)
		s.dir = e.resolve(s, args).With(value.Step{How: value.Assigned, Span: at, Text: "the script changes the folder here"})
		return succeeds, true
	case "source", ".":
		e.record(s, at, g, true, -1)
		e.source(s, args, at)
		return succeeds, true
	case "exec":
		e.exec(s, args, extra, at)
		return succeeds, true
	case "set":
		e.set(s, args)
	case "shift":
		s.args = s.args[min(len(s.args), shifts(args)):]
	case "unset":
		for _, w := range args {
			if w.Known && isName(w.Text) {
				s.unset(w.Text, at)
			}
		}
	case "read", "getopts", "mapfile", "readarray":
		for _, w := range args {
			if w.Known && isName(w.Text) {
				s.assign(w.Text, &variable{val: value.NotKnown(value.Unread, "it is read when the script runs"), span: at})
			}
		}
		return undecided, true
	case "exit":
		e.exit(s)
	case "return":
		if len(e.frames) == 0 {
			e.exit(s)
			break
		}
		f := e.frames[len(e.frames)-1]
		f.returned = append(f.returned, s.fork())
		s.dead = true
	case "wait", "fg":
		s.tail = s.background
	case "command", "builtin":
		if len(args) == 0 || !args[0].Known || strings.HasPrefix(args[0].Text, "-") {
			return undecided, true
		}
		if result, ok := e.builtin(s, args, extra, at, g); ok {
			return result, true
		}
		e.record(s, at, g, false, e.start(s, args, at, extra, false))
	case "type", "which", "hash":
		return undecided, true
	case "echo", "printf", "sleep", "trap", "umask", "ulimit", "alias", "break", "continue", "let", "eval", "shopt", "popd":
	default:
		return succeeds, false
	}
	return succeeds, true
}

func shifts(args []Word) int {
	if len(args) == 0 {
		return 1
	}
	n, ok := integer(args[0].Value())
	if !ok {
		return 1
	}
	return max(0, n)
}

// set walks set -e, set -a, their long names, and set -- words.
func (e *evaluator) set(s *state, args []Word) {
	for i := 0; i < len(args); i++ {
		word := args[i]
		on := strings.HasPrefix(word.Text, "-")
		switch {
		case !word.Known:
			s.args, s.argsKnown = nil, false
			return
		case word.Text == "--":
			s.args, s.argsKnown = args[i+1:], true
			return
		case len(word.Text) < 2 || (!on && !strings.HasPrefix(word.Text, "+")):
			s.args, s.argsKnown = args[i:], true
			return
		}
		for _, letter := range word.Text[1:] {
			switch letter {
			case 'e':
				s.errexit = on
			case 'a':
				s.allexport = on
			case 'o':
				if i++; i < len(args) {
					switch args[i].Text {
					case "errexit":
						s.errexit = on
					case "allexport":
						s.allexport = on
					}
				}
			}
		}
	}
}

// exit ends the script; where nothing is undecided, what ran last is what it ends with.
func (e *evaluator) exit(s *state) {
	if e.undecided == 0 && e.subshells == 0 && !e.background {
		for _, i := range s.tail {
			e.result.Starts[i].Final = true
		}
	}
	s.dead = true
}

// exec replaces the shell. With redirections alone it goes on.
func (e *evaluator) exec(s *state, args []Word, extra []Export, at source.Span) {
	for len(args) > 0 && args[0].Known && strings.HasPrefix(args[0].Text, "-") && len(args[0].Text) > 1 {
		skip := 1
		if strings.Contains(args[0].Text, "a") { // -a NAME
			skip = 2
		}
		args = args[min(skip, len(args)):]
	}
	if len(args) > 0 {
		e.start(s, args, at, extra, true)
	}
}

// onServer returns the path on the server that a name stands for in the working directory, "" when it is not known.
func onServer(s *state, name Word) string {
	full := name.Text
	if !path.IsAbs(full) {
		full = path.Join(s.directory(), full)
	}
	if !name.Known || !path.IsAbs(full) {
		return ""
	}
	return path.Clean(full)
}

// source walks a file in the same shell.
func (e *evaluator) source(s *state, args []Word, at source.Span) {
	if len(args) == 0 {
		return
	}
	name := args[0]
	if dir, ok := virtualenv(name.Text); ok {
		e.activate(s, Word{Text: dir, Known: name.Known, Span: name.Span, Trail: name.Trail, Why: name.Why})
		e.result.Sources = append(e.result.Sources, Sourced{Name: name, Virtualenv: true, Exports: true, Span: at})
		return
	}
	file := e.open(s, name)
	i := len(e.result.Sources)
	e.result.Sources = append(e.result.Sources, Sourced{Name: name, File: file, Server: onServer(s, name), Exports: s.allexport, Span: at})
	if file == nil || e.sourcing(file.Path) {
		return
	}
	outer := e.text
	e.text = FromFile(file)
	statements, err := e.text.parse()
	e.fail(err)
	f := &frame{path: file.Path}
	quiet := len(e.trace)
	e.frame(s, f, func() outcome { return e.statements(s, statements, guard{}) })
	e.trace = e.trace[:quiet] // what fails inside is the file's own affair
	e.text = outer
	seen := map[string]bool{}
	for _, n := range f.assigned {
		if v, ok := s.vars[n]; ok && !v.exported && !v.isList && !seen[n] {
			seen[n] = true
			e.result.Sources[i].Unexported = append(e.result.Sources[i].Unexported, Export{Name: n, Value: v.val, Span: v.span})
		}
	}
}

func (e *evaluator) sourcing(file string) bool {
	for _, f := range e.frames {
		if f.path == file {
			return true
		}
	}
	return len(e.frames) > 8
}

// virtualenv returns the folder of the virtualenv that an activate script belongs to.
func virtualenv(name string) (string, bool) {
	dir, file := path.Split(name)
	dir = strings.TrimSuffix(dir, "/")
	if file != "activate" || (path.Base(dir) != "bin" && path.Base(dir) != "Scripts") {
		return "", false
	}
	return path.Dir(dir), true
}

// activate does what a virtualenv's activate script does to the environment, as far as it concerns a program.
func (e *evaluator) activate(s *state, dir Word) {
	s.virtualenv = dir
	v := dir.Value().With(value.Step{How: value.Assigned, Span: dir.Span, Text: "the virtualenv is activated here", Name: "VIRTUAL_ENV"})
	s.assign("VIRTUAL_ENV", &variable{val: v, exported: true, span: dir.Span})
}
