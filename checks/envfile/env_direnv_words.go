package envfile

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
)

// envDirenvWords reports a file written for direnv that a plain shell reads on the way to production.
//
// # Why it matters
//
// dotenv, source_env, PATH_add and layout are functions of direnv, which defines them before it reads .envrc. To sh and bash they
// are programs that do not exist: "command not found", and the variables that the line should have brought are missing. With set
// -e the script ends there, and the site does not start.
//
// # Example
//
//	source .envrc
//
// with dotenv .env in it
//
// # Use instead
//
//	set -a
//	. ./.env
//	set +a
//
// or direnv exec . gunicorn shop.wsgi
//
// # When it stays silent
//
// For a .envrc with nothing but assignments and exports, and for one that defines the functions or sources direnv's.
func envDirenvWords() lint.Rule {
	return lint.Rule{
		ID:      "DPL212",
		Name:    "env-direnv-words",
		Summary: "A shell reads a file with words that only direnv knows",
		Help:    "Source a file with plain assignments, or start the program with direnv exec",
		Level:   lint.Error,
		Tags:    []string{"availability", "shell", "configuration"},
		Links:   []string{"https://direnv.net/man/direnv-stdlib.1.html"},
		Since:   "0.1.0",
		Check:   lint.OfScript(checkEnvDirenvWords),
	}
}

func checkEnvDirenvWords(use deploy.ScriptUse, site *deploy.Site) lint.Answer {
	if site.Repository == nil {
		return nil
	}
	var answers lint.Answers
	for _, s := range use.Script.Sources {
		i := slices.IndexFunc(site.Repository.EnvFiles, func(f deploy.RepoEnvFile) bool { return f.Path == s.Path && f.File != nil })
		if !s.Found || s.Virtualenv || i < 0 {
			continue
		}
		word, ok := direnvWord(site.Repository.EnvFiles[i].File)
		if !ok {
			continue
		}
		harm := "what the line should bring is missing"
		if use.Script.StopsOnError {
			harm = "the script ends here, and the site does not start"
		}
		answers = append(answers, lint.Fail(word, "this shell has no command %s, which is direnv's: %s", word.Text(), harm).
			About("file:"+s.Path+"#"+word.Text()).With(s.Name, "a plain shell reads the file here").
			Fix("write plain assignments, or start the program with direnv exec"))
	}
	return answers
}

// direnvWord returns the first command of a file that only direnv has.
func direnvWord(f *source.File) (source.Span, bool) {
	if strings.Contains(f.Text, "direnv stdlib") || strings.Contains(f.Text, "()") {
		return source.Span{}, false
	}
	at := 0
	for line := range strings.Lines(f.Text) {
		word, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		if isDirenvWord(word) {
			start := at + strings.Index(line, word)
			return f.Span(start, start+len(word)), true
		}
		at += len(line)
	}
	return source.Span{}, false
}

// isDirenvWord reports whether a word is a function of direnv's library. https://direnv.net/man/direnv-stdlib.1.html
func isDirenvWord(word string) bool {
	switch word {
	case "dotenv", "dotenv_if_exists", "source_env", "source_env_if_exists", "source_up", "source_up_if_exists", "source_url",
		"PATH_add", "path_add", "PATH_rm", "MANPATH_add", "layout", "use", "watch_file", "watch_dir", "env_vars_required",
		"load_prefix", "strict_env", "unstrict_env", "direnv_layout_dir", "direnv_load", "use_flake":
		return true
	}
	return false
}
