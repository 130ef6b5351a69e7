package process

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// supervisorLogRelative reports a supervisord whose log or pid file lands wherever it happens to be started.
//
// # Why it matters
//
// Both files have relative names unless the configuration says otherwise, and supervisord resolves them in the directory
// it is started from. As a service that is the root directory; by hand it is the checkout, or the home directory of
// whoever was logged in. The log cannot be found when it is needed, and a second supervisord started elsewhere does not
// see the first one's pid file.
//
// # Example
//
//	[supervisord]
//	logfile=supervisord.log
//
// # Use instead
//
//	[supervisord]
//	logfile=/var/log/supervisor/supervisord.log
//	pidfile=/run/supervisord.pid
//
// # When it stays silent
//
// In files for conf.d, which leave this to the main file, and in those that something copies into such a folder. In a container, where the working directory is fixed. For names
// that begin with %(here)s or another variable.
func supervisorLogRelative() lint.Rule {
	return lint.Rule{
		ID:      "DPL411",
		Name:    "supervisor-log-relative",
		Summary: "Supervisor's log or pid file has no fixed place",
		Help:    "Give logfile and pidfile absolute paths in [supervisord]",
		Level:   lint.Warning,
		Tags:    []string{"operations", "supervisor"},
		Links:   []string{"https://supervisord.org/configuration.html#supervisord-section-settings"},
		Since:   "0.1.0",
		Check:   lint.OfSupervisor(checkSupervisorLogRelative),
	}
}

func checkSupervisorLogRelative(c *deploy.SupervisorConfig, _ *deploy.Site) lint.Answer {
	sections := c.Sections("supervisord")
	if c.Fragment || c.InFolder || len(sections) == 0 || inContainer(c) {
		return nil
	}
	var names []string
	r := lint.Fail(sections[0], "")
	for _, option := range []struct{ name, fix string }{
		{"logfile", "logfile=/var/log/supervisor/supervisord.log"},
		{"pidfile", "pidfile=/run/supervisord.pid"},
	} {
		v := c.Get("supervisord", option.name)
		text, ok := v.Text()
		if !ok || !isRelative(text) {
			continue
		}
		if names = append(names, text); !v.Source().IsZero() && r.Span == sections[0].Source() {
			r.Span = v.Source()
		}
		r.Hint = strings.TrimPrefix(r.Hint+" and "+option.fix, " and ")
	}
	if len(names) == 0 {
		return nil
	}
	r.Message = strings.Join(names, " and ") + " " + landsIn(len(names)) + " in the directory that supervisord happens to be started from, which is / for a service"
	return r.About("supervisor:supervisord#logfile")
}

func landsIn(n int) string {
	if n == 1 {
		return "lands"
	}
	return "land"
}

// isRelative reports whether a path depends on the working directory.
func isRelative(path string) bool {
	switch strings.ToLower(path) {
	case "", "syslog", "none", "off", "auto":
		return false
	}
	return !strings.HasPrefix(path, "/") && !strings.HasPrefix(path, "~")
}

// inContainer reports whether the configuration is that of a container.
func inContainer(c *deploy.SupervisorConfig) bool {
	if c.StartedBy != nil {
		return true
	}
	for _, p := range c.Programs {
		if p.Container {
			return true
		}
	}
	return false
}
