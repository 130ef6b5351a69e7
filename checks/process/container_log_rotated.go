package process

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/lint"
)

// containerLogRotated reports a program whose output goes to the container's, where supervisor tries to rotate it.
//
// # Why it matters
//
// /dev/stdout of a container is a pipe. Supervisor rotates every log at 50 MB unless it is told not to, and to know when, asks
// at each write where in the file it stands. A pipe has no such place: at each line that the program prints, supervisor adds an
// exception of its own, "Illegal seek" with ten lines' worth of paths, and the log of the container is mostly that.
//
// # Example
//
//	stdout_logfile=/dev/stdout
//
// # Use instead
//
//	stdout_logfile=/dev/stdout
//	stdout_logfile_maxbytes=0
//
// # When it stays silent
//
// For files, and where stdout_logfile_maxbytes is 0.
func containerLogRotated() lint.Rule {
	return lint.Rule{
		ID:      "DPL438",
		Name:    "container-log-rotated",
		Summary: "Supervisor tries to rotate the container's output",
		Help:    "Set stdout_logfile_maxbytes=0, and stderr_logfile_maxbytes=0, for outputs that are no files",
		Level:   lint.Warning,
		Tags:    []string{"operations", "supervisor", "docker"},
		Links:   []string{"https://github.com/Supervisor/supervisor/issues/935"},
		Since:   "0.1.0",
		Check:   lint.OfSupervisor(checkContainerLogRotated),
	}
}

func checkContainerLogRotated(c *deploy.SupervisorConfig, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, p := range c.Programs {
		for _, option := range []string{"stdout_logfile", "stderr_logfile"} {
			v, given := p.Program.Options.Given(option)
			file, known := v.Text()
			if !given || !known || !strings.HasPrefix(file, "/dev/") && !strings.HasPrefix(file, "/proc/") || file == "/dev/null" {
				continue
			}
			limit := p.Program.Options.Get(option + "_maxbytes")
			text, ok := limit.Text()
			if n, err := ini.ParseBytes(text); !ok || err != nil || n == 0 {
				continue
			}
			answers = append(answers, lint.Fail(v, "supervisor tries to rotate %s, which is a pipe in a container: at each line of output it fails with Illegal seek and writes an exception into the log", file).
				About(about(p, option)).Fix("%s_maxbytes=0", option))
		}
	}
	return answers
}
