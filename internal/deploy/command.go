package deploy

import (
	"path"
	"strings"

	"deploylint/internal/env"
	"deploylint/internal/pathmap"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// Started returns the place of the word that starts the program, or of the declaration where no word is known.
func (p *Process) Started() source.Span {
	if p.Server != nil && !p.Server.Name.Span.IsZero() {
		return p.Server.Name.Span
	}
	if len(p.Argv) > 0 && !p.Argv[0].Span.IsZero() {
		return p.Argv[0].Span
	}
	return p.Declared
}

// Executable returns the base name of the program that runs in the end, "" where it is not known: "gunicorn".
func (p *Process) Executable() string {
	if len(p.Argv) == 0 || !p.Argv[0].Known {
		return ""
	}
	return path.Base(p.Argv[0].Text)
}

// WorkingDirectory returns the folder on the server in which the program works: the one that it changes to by an option
// of its own (gunicorn's chdir, celery's workdir), else Directory.
func (p *Process) WorkingDirectory() value.Value {
	var own value.Value
	given := false
	switch {
	case p.Server != nil:
		own, given = p.Server.Options.Given("chdir")
	case p.Celery != nil:
		own, given = p.Celery.Options.Given("workdir")
	}
	text, known := own.Text()
	switch {
	case !given:
		return p.Directory
	case !known || path.IsAbs(text):
		return own
	}
	from, known := p.Directory.Text()
	if !known {
		return value.Value{}
	}
	return value.OfStr(path.Join(from, text))
}

// Account returns the account that the program works under in the end: the one that it changes to by an option of its own
// (gunicorn's user, celery's uid), else User.
func (p *Process) Account() value.Value {
	var own Options
	switch {
	case p.Server != nil:
		own = p.Server.Options
	case p.Celery != nil:
		own = p.Celery.Options
	}
	for _, name := range []string{"user", "uid"} {
		if v, given := own.Given(name); given {
			return v
		}
	}
	return p.User
}

// Lacks reports whether the process certainly is not given a variable by what starts it, so far as files of the
// repository tell.
func (p *Process) Lacks(variable string) bool {
	return p.Environment.Lookup(variable).State != env.Supplied
}

// InCheckout returns the repository's path of a file that is named relative to a directory of the server, or by an
// absolute path. It is not ok when the file lies elsewhere, or nobody knows where it lies.
func (s *Site) InCheckout(directory value.Value, name string) (repo string, ok bool) {
	if !path.IsAbs(name) {
		from, known := directory.Text()
		if !known {
			return "", false
		}
		name = path.Join(from, name)
	}
	if s.Paths == nil {
		return "", false
	}
	repo, e, ok := s.Paths.ToRepo(name)
	if !ok || e.Strength == pathmap.Guessed || repo == ".." || strings.HasPrefix(repo, "../") {
		return "", false
	}
	return repo, true
}

// Ignored reports whether git ignores a path of the repository.
func (s *Site) Ignored(repo string) bool {
	return s.Repository != nil && s.Repository.Git && s.Repository.Ignored != nil && s.Repository.Ignored(repo)
}

// MayHideOptions reports whether a word of the command is a variable or a template's hole that may stand for further
// options, so that an option that is not seen may be there all the same.
func (p *Process) MayHideOptions() bool {
	for i, w := range p.Argv {
		if w.Known || i == 0 || strings.HasPrefix(strings.TrimLeft(w.Text, `"'`), "-") {
			continue
		}
		if before := p.Argv[i-1].Text; !strings.HasPrefix(before, "-") || strings.Contains(before, "=") {
			return true
		}
	}
	return false
}

// IsGunicorn reports whether the server is gunicorn under any of the names that it has been started by.
// Nil is no server.
func (s *Server) IsGunicorn() bool {
	if s == nil {
		return false
	}
	switch s.Program {
	case "gunicorn", "gunicorn_django", "gunicorn_paster", "run_gunicorn":
		return true
	}
	return false
}
