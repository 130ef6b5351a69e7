package process

import (
	"slices"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// supervisordInBackground reports a container whose supervisord goes into the background.
//
// # Why it matters
//
// Unless it is told otherwise, supervisord forks and the process that was started ends. In a container that process is the
// first one, and with it everything ends: the container exits with status 0 in the second in which it was started.
//
// # Example
//
//	CMD ["supervisord", "-c", "/etc/supervisord.conf"]
//
// # Use instead
//
//	CMD ["supervisord", "-n", "-c", "/etc/supervisord.conf"]
//
// or nodaemon=true in [supervisord].
//
// # When it stays silent
//
// Where the script that starts supervisord goes on behind it, and where nothing tells which container starts it.
func supervisordInBackground() lint.Rule {
	return lint.Rule{
		ID:      "DPL439",
		Name:    "supervisord-in-background",
		Summary: "supervisord goes into the background, and its container ends",
		Help:    "Start supervisord with -n, or set nodaemon=true",
		Level:   lint.Error,
		Tags:    []string{"availability", "supervisor", "docker"},
		Links:   []string{"https://supervisord.org/configuration.html#supervisord-section-settings"},
		Since:   "0.1.0",
		Check:   lint.OfSupervisor(checkSupervisordInBackground),
	}
}

func checkSupervisordInBackground(c *deploy.SupervisorConfig, _ *deploy.Site) lint.Answer {
	p := c.StartedBy
	if p == nil || c.Fragment || p.Executable() != "supervisord" || !slices.ContainsFunc(c.Programs, servesOn) {
		return nil
	}
	if slices.ContainsFunc(p.Argv, func(w deploy.Word) bool { return !w.Known || w.Text == "-n" || w.Text == "--nodaemon" }) {
		return nil
	}
	nodaemon := c.Get("supervisord", "nodaemon")
	text, known := nodaemon.Text()
	if !known || text != "" && isTrue(text) != value.False {
		return nil
	}
	return lint.Fail(p.Argv[0], "supervisord goes into the background here, and the container ends with it").
		About("supervisor:supervisord#nodaemon").With(p.Declared, "%s", p.Name).
		Fix("add -n to the command, or nodaemon=true to [supervisord]")
}
