package stack

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// logFolderMissing reports a log file of LOGGING in a folder that nothing makes.
//
// # Why it matters
//
// Python opens the file when Django configures logging, which is the first thing that every process does, and makes no folder for it.
// Where the folder is not there, "ValueError: Unable to configure handler 'file'" ends the web server, the workers and every
// management command. On the developer's machine the folder has been there for years; git does not keep an empty folder, nor one
// that .gitignore names, so that a build from a fresh checkout has none.
//
// # Example
//
//	"class": "logging.FileHandler",
//	"filename": BASE_DIR / "logs" / "debug.log",
//
// # Use instead
//
//	"class": "logging.StreamHandler",
//
// # When it stays silent
//
// For a handler with delay, which opens the file at its first line; where the settings, the Dockerfile or a script on the way to the
// process make a folder that may be this one; where something is mounted around it; and where the image's base is not one of the official
// ones. On a host, where somebody may have made the folder by hand, the finding is a warning.
func logFolderMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL565",
		Name:    "log-folder-missing",
		Summary: "A log file's folder is not there, so no process starts",
		Help:    "Log to the console, or make the folder in the Dockerfile or in the settings",
		Level:   lint.Error,
		Tags:    []string{"availability", "logging"},
		Links: []string{
			"https://docs.python.org/3/library/logging.handlers.html#filehandler",
			"https://docs.djangoproject.com/en/stable/topics/logging/#configuring-logging",
		},
		Since: "0.2.0",
		Check: lint.OfProcess(checkLogFolderMissing),
	}
}

func checkLogFolderMissing(p *deploy.Process, site *deploy.Site) lint.Answer {
	s := p.Settings
	if s == nil {
		s = site.Settings
	}
	if s == nil || p.Place == nil || p.Kind == deploy.OtherProcess || p.Kind == deploy.ProxyProcess || p.Phase != deploy.RunPhase || ownLogging(s) {
		return nil
	}
	var answers lint.Answers
	for n, h := range s.Get("LOGGING").At("handlers").Elems() {
		file, ok := opensFile(h)
		if !ok || file.Payload() == "" {
			continue
		}
		folder := path.Dir(file.Payload())
		if settingsMake(s, folder) || startMakes(p, folder) {
			continue
		}
		place := lint.Nearest(file, lint.Nearest(h, s.Get("LOGGING")))
		what, level, missing := lacksFolder(p, site, folder)
		if !missing {
			continue
		}
		name, _ := s.Get("LOGGING").At("handlers").Keys()[n].Text()
		answers = append(answers, lint.Fail(place, "no process starts: the log's folder %s %s, so logging cannot be configured (ValueError: Unable to configure handler '%s')", site.Display(value.OfStr(folder)), what, name).
			About("settings.LOGGING.handlers."+name).At(level).
			Fix("log to the console (logging.StreamHandler), or make the folder in the settings: Path(…).mkdir(parents=True, exist_ok=True)"))
	}
	return answers
}

// ownLogging reports whether Django configures logging in another way than with LOGGING.
func ownLogging(s *deploy.Settings) bool {
	v, given := s.Given("LOGGING_CONFIG")
	text, _ := v.Text()
	return given && text != "logging.config.dictConfig"
}

// opensFile returns the name of the file that a handler opens as soon as it is made.
func opensFile(h value.Value) (value.Value, bool) {
	class, ok := h.At("class").Text()
	if !ok {
		class, _ = h.At("()").Text()
	}
	switch class {
	case "logging.FileHandler", "logging.handlers.RotatingFileHandler", "logging.handlers.TimedRotatingFileHandler", "logging.handlers.WatchedFileHandler":
	default:
		return value.Value{}, false
	}
	if delay := h.At("delay"); delay.Truth() != value.False && (delay.Known() || delay.Cause != value.Absent) {
		return value.Value{}, false
	}
	file := h.At("filename")
	return file, deploy.IsPlace(file)
}

// settingsMake reports whether the settings may make a folder, or one below it.
func settingsMake(s *deploy.Settings, folder string) bool {
	return slices.ContainsFunc(s.Effects, func(e deploy.Effect) bool {
		return e.Folder && (e.Path == "" || e.Path == folder || strings.HasPrefix(e.Path, folder+"/"))
	})
}

// startMakes reports whether a script between the launcher and the process may make a folder.
func startMakes(p *deploy.Process, folder string) bool {
	for _, w := range p.Wrappers {
		if w.Script == nil {
			if strings.Contains(w.Name.Text, "/") || strings.HasSuffix(w.Name.Text, ".sh") || !w.Name.Known {
				return true
			}
			continue
		}
		for _, c := range w.Script.Commands {
			for _, word := range c.Words {
				if strings.Contains(word.Text, path.Base(folder)) || strings.HasSuffix(word.Text, ".sh") || word.Text == "mkdir" || word.Text == "install" {
					return true
				}
			}
		}
	}
	return false
}

// lacksFolder reports whether a folder of the settings is certainly not there where a process runs, and says where.
func lacksFolder(p *deploy.Process, site *deploy.Site, folder string) (what string, level lint.Level, missing bool) {
	r := site.Repository
	if r == nil || !r.Git || r.IsDir == nil {
		return "", 0, false
	}
	repo, rooted := strings.CutPrefix(folder, value.RootMark)
	repo = strings.Trim(repo, "/")
	switch {
	case p.OnDyno():
		return "is not in the repository and nothing makes it", lint.Error, rooted && repo != "" && !strings.HasPrefix(repo, "..") && !r.IsDir(repo)
	case p.Place.Kind == deploy.Container:
		name, ok := p.Place.PathOf(folder)
		if !ok || p.Place.Built == nil || p.Place.Storage(name).Mount != nil || mountsBelow(p.Place, name) {
			return "", 0, false
		}
		return "is not in the image of " + p.Place.Built.File.Path + " and nothing makes it", lint.Error, p.Place.Built.HasFolder(name, r.IsDir) == value.False
	case p.Place.Kind == deploy.Host:
		return "is not in a fresh checkout and nothing makes it", lint.Warning, rooted && repo != "" && !strings.HasPrefix(repo, "..") && !r.IsDir(repo)
	}
	return "", 0, false
}

// mountsBelow reports whether something is mounted below a folder, which makes it.
func mountsBelow(p *deploy.Place, folder string) bool {
	return slices.ContainsFunc(p.Mounts, func(m deploy.Mount) bool { return strings.HasPrefix(m.Target, folder+"/") })
}
