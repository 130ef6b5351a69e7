package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/lint"
)

// scriptNotExecutable reports a script that supervisor or systemd are told to start and that is not executable.
//
// # Why it matters
//
// The mode of a file is part of what git keeps, and a checkout on the server has it. Supervisor says "command is not executable" and
// systemd "Permission denied": the site does not come up.
//
// # Example
//
//	command=/srv/shop/deploy/run.sh
//
// with mode 644
//
// # Use instead
//
//	git update-index --chmod=+x deploy/run.sh
//
// # When it stays silent
//
// For a script that a shell is given, as in sh deploy/run.sh, and in containers, where a build may change the mode.
func scriptNotExecutable() lint.Rule {
	return lint.Rule{
		ID:      "DPL454",
		Name:    "script-not-executable",
		Summary: "The script that a launcher starts is not executable",
		Help:    "Make the script executable in git: git update-index --chmod=+x FILE",
		Level:   lint.Error,
		Tags:    []string{"availability", "supervisor", "systemd"},
		Links:   []string{"https://git-scm.com/docs/git-update-index#Documentation/git-update-index.txt---chmod-x"},
		Since:   "0.1.0",
		Check:   lint.OfProcess(checkScriptNotExecutable),
	}
}

func checkScriptNotExecutable(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if p.Container || p.Contained() || len(p.Wrappers) == 0 || p.Launcher != deploy.Supervisor && p.Launcher != deploy.Systemd {
		return nil
	}
	w := p.Wrappers[0]
	if w.Script == nil || w.Script.Inline || w.Script.File == nil || w.Script.Executable || !w.Name.Known || !startsCommand(p, w.Name) {
		return nil
	}
	return lint.Fail(w.Name, "%s is not executable, and %s cannot start it", w.Script.File.Path, p.Launcher).
		About("script:"+w.Script.File.Path+"#mode").
		Fix("git update-index --chmod=+x %s", w.Script.File.Path)
}

// startsCommand reports whether a word is the first one of the launcher's command, so that no shell is given it.
func startsCommand(p *deploy.Process, w deploy.Word) bool {
	if p.Program == nil {
		return !w.Span.IsZero() && startsOption(w)
	}
	o, ok := p.Program.Config.Merged().Get(p.Program.Section.Name, "command")
	if !ok {
		return false
	}
	words, err := ini.SplitCommand(o.Value.Text)
	return err == nil && len(words) > 0 && words[0].Text == w.Text
}

// startsOption reports whether a word stands directly behind ExecStart= and its prefixes.
func startsOption(w deploy.Word) bool {
	text := w.Span.File.Text[:w.Span.Start]
	for len(text) > 0 {
		switch text[len(text)-1] {
		case '-', '@', '+', '!', ':', ' ', '\t':
			text = text[:len(text)-1]
		case '=':
			return true
		default:
			return false
		}
	}
	return false
}
