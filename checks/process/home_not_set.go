package process

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/lint"
	"deploylint/internal/secret"
	"deploylint/internal/value"
)

// homeNotSet reports a program that supervisor starts under another account than its own and that looks for something in its home
// folder, where HOME is still that of root.
//
// # Why it matters
//
// user= changes the account and nothing else: HOME and USER stay those of supervisord, which are root's. uv then wants its cache in
// /root/.cache, poetry its configuration in /root/.config, pipenv its virtualenvs in /root/.local, and all of them end at once with
// "Permission denied"; so does what a script looks for in ~ or $HOME. Supervisor tries a few times and leaves the program FATAL. By
// hand, in a shell of that account, the same command works.
//
// # Example
//
//	[program:web]
//	command=uv run gunicorn shop.wsgi
//	user=shop
//
// # Use instead
//
//	[program:web]
//	command=uv run gunicorn shop.wsgi
//	user=shop
//	environment=HOME="/home/shop",USER="shop"
//
// # When it stays silent
//
// When HOME is given, by supervisor, the image or a script; when the tool is told another place for its files, as with UV_CACHE_DIR;
// when supervisord itself was started by that account, as in an image with USER; and under systemd, su and sudo -H, which set HOME.
// It is a warning where only the place of the program, ~/.local/bin, tells that its packages may be installed for one account.
func homeNotSet() lint.Rule {
	return lint.Rule{
		ID:      "DPL490",
		Name:    "home-not-set",
		Summary: "A program that supervisor starts under another account looks for its files in root's home",
		Help:    "Give the program its account's HOME and USER in environment=",
		Level:   lint.Error,
		Tags:    []string{"availability", "supervisor"},
		Links: []string{
			"https://supervisord.org/subprocess.html#subprocess-environment",
			"https://docs.astral.sh/uv/concepts/cache/#cache-directory",
			"https://python-poetry.org/docs/configuration/#config-directory",
			"https://pipenv.pypa.io/en/latest/virtualenv.html",
		},
		Since: "0.2.0",
		Check: lint.OfProcess(checkHomeNotSet),
	}
}

// A homeTool is a program that does not start without a home folder that it may use.
type homeTool struct {
	// wants is what it looks for below HOME.
	wants string
	// variables and options name another place for that.
	variables, options []string
}

func homeToolOf(name string) (homeTool, bool) {
	switch name {
	case "uv", "uvx":
		return homeTool{".cache/uv", []string{"UV_CACHE_DIR", "UV_NO_CACHE", "XDG_CACHE_HOME"}, []string{"--cache-dir", "--no-cache"}}, true
	case "poetry":
		return homeTool{".config/pypoetry/config.toml", []string{"POETRY_CONFIG_DIR", "XDG_CONFIG_HOME"}, nil}, true
	case "pipenv":
		return homeTool{".local/share/virtualenvs", []string{"WORKON_HOME", "PIPENV_VENV_IN_PROJECT", "XDG_DATA_HOME"}, nil}, true
	}
	return homeTool{}, false
}

func checkHomeNotSet(p *deploy.Process, _ *deploy.Site) lint.Answer {
	user, ok := keepsRootsHome(p)
	if !ok {
		return nil
	}
	place, wants := wantsHome(p)
	if wants == "" {
		return ownPackages(p, user)
	}
	return lint.Fail(place, "%s is refused /root/%s and ends: user= changes the account, and HOME stays root's", place.Text, wants).
		About(p.Key+"#HOME").With(userPlace(p), "it starts as %s", user).Fix("%s", withHome(p, user))
}

// keepsRootsHome returns the account of a program that root's supervisord starts under another one, with the HOME that root has.
func keepsRootsHome(p *deploy.Process) (user string, ok bool) {
	if p.Program == nil || !p.Lacks("HOME") || slices.ContainsFunc(p.Wrappers, changesAccount) {
		return "", false
	}
	c := p.Program.Config
	if c.StartedBy != nil { // a container whose account is not root's has that account's home
		if by, known := c.StartedBy.User.Text(); c.StartedBy.User.Kind() != value.None && (!known || !isRoot(by) && by != "") {
			return "", false
		}
	}
	user, ok = p.Program.Options.Get("user").Text()
	if o, given := c.Merged().Get("supervisord", "user"); !ok && given && !o.Value.Hole() {
		user, ok = o.Value.Text, true
	}
	return user, ok && user != "" && !isRoot(user)
}

// changesAccount reports whether a wrapper makes the account, and HOME with it, its own business.
func changesAccount(w *deploy.Wrapper) bool {
	return slices.Contains([]string{"su", "sudo", "doas", "runuser", "gosu", "su-exec", "setuser", "env"}, path.Base(w.Name.Text))
}

// wantsHome returns the word that fails without a home, and what it looks for there; "" for nothing.
func wantsHome(p *deploy.Process) (deploy.Word, string) {
	words := make([]deploy.Word, 0, len(p.Wrappers)+1)
	for _, w := range p.Wrappers {
		words = append(words, w.Name)
	}
	if len(p.Argv) > 0 {
		words = append(words, p.Argv[0])
	}
	for _, w := range p.Wrappers {
		if w.Script == nil {
			continue
		}
		for _, c := range w.Script.Commands {
			if len(c.Words) == 0 || c.Conditional {
				continue
			}
			if strings.HasPrefix(c.Words[0].Text, "HOME=") || c.Words[0].Text == "export" && len(c.Words) > 1 && strings.HasPrefix(c.Words[1].Text, "HOME=") {
				break
			}
			words = append(words, c.Words[0])
			for _, word := range c.Words {
				if below, ok := belowHome(word); ok && slices.Contains([]string{"cd", "source", ".", "exec"}, c.Words[0].Text) || ok && word == c.Words[0] {
					return word, below
				}
			}
		}
	}
	command, _ := p.Program.Options.Get("command").Text()
	for _, w := range words {
		tool, ok := homeToolOf(path.Base(w.Text))
		given := func(name string) bool { return !p.Lacks(name) }
		said := func(option string) bool { return strings.Contains(command, " "+option) }
		if ok && w.Known && !slices.ContainsFunc(tool.variables, given) && !slices.ContainsFunc(tool.options, said) {
			return w, tool.wants
		}
	}
	return deploy.Word{}, ""
}

// belowHome returns the part of a shell's word behind the home folder.
func belowHome(w deploy.Word) (below string, ok bool) {
	for _, home := range []string{"~/", "$HOME/", "${HOME}/"} {
		if below, ok := strings.CutPrefix(strings.Trim(w.Span.Text(), `"`), home); ok && !strings.ContainsAny(below, "$`") {
			return below, true
		}
	}
	return "", false
}

// ownPackages reports a program in an account's own folder for programs: pip install --user puts the packages beside it, and Python
// looks for these below HOME.
func ownPackages(p *deploy.Process, user string) lint.Answer {
	if len(p.Argv) == 0 || !p.Argv[0].Known || p.Virtualenv.Text != "" && !strings.HasSuffix(p.Virtualenv.Text, "/.local") || (p.Server == nil && p.Celery == nil) {
		return nil
	}
	folder, name := path.Split(p.Argv[0].Text)
	if !strings.HasPrefix(folder, "/home/") || !strings.HasSuffix(folder, "/.local/bin/") {
		return nil
	}
	return lint.Fail(p.Argv[0], "%s, where pip install --user has put it, looks for its packages in /root/.local and finds none: user= changes the account, and HOME stays root's", name).
		At(lint.Warning).About(p.Key+"#HOME").With(userPlace(p), "it starts as %s", user).Fix("%s", withHome(p, user))
}

// userPlace is where the account is said.
func userPlace(p *deploy.Process) lint.Placed {
	if v, given := p.Program.Options.Given("user"); given {
		return v
	}
	if o, given := p.Program.Config.Merged().Get("supervisord", "user"); given {
		return o
	}
	return p.Program.Section
}

// withHome writes the environment= with HOME and USER in it, without what may be a secret there.
func withHome(p *deploy.Process, user string) string {
	more := `HOME="` + homeOf(p, user) + `",USER="` + user + `"`
	o, given := p.Program.Section.Get("environment")
	if !given {
		return "environment=" + more
	}
	said, losses, err := ini.SplitEnvironment(o.Value.Text)
	harmless := err == nil && len(losses) == 0 && !o.Value.Hole() && len(o.Value.Text) <= 200 && !strings.ContainsAny(o.Value.Text, "\n;")
	for _, a := range said {
		_, password, _ := secret.URLPassword(a.Value)
		harmless = harmless && !secret.IsName(a.Key) && secret.ProviderOf(a.Value) == "" && password == "" && a.Key != "USER"
	}
	if !harmless {
		return "add " + more + " to environment="
	}
	return "environment=" + strings.TrimSuffix(strings.TrimSpace(o.Value.Text), ",") + "," + more
}

// homeOf is the account's home folder as far as the configuration tells, else where such accounts have it.
func homeOf(p *deploy.Process, user string) string {
	dir, _ := p.Directory.Text()
	parts := strings.Split(dir, "/")
	switch {
	case len(parts) > 2 && parts[1] == "home":
		return "/home/" + parts[2]
	case user == "www-data":
		return "/var/www"
	}
	return "/home/" + user
}
