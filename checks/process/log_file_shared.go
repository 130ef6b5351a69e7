package process

import (
	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// logFileShared reports two outputs for which supervisor keeps one and the same log file.
//
// # Why it matters
//
// Supervisor opens the file once for each output and rotates it for each on its own, when it counts 50 MB. The one that
// rotates first moves the file away under the other, which goes on writing to the old one; with the next rotation, lines
// are in the wrong file or deleted with the oldest.
//
// # Example
//
//	stdout_logfile=/var/log/shop/web.log
//	stderr_logfile=/var/log/shop/web.log
//
// # Use instead
//
//	stdout_logfile=/var/log/shop/web.log
//	redirect_stderr=true
//
// # When it stays silent
//
// For devices such as /dev/stdout, where rotation is off (…_maxbytes=0), where redirect_stderr makes one output of two,
// and for names that variables decide.
func logFileShared() lint.Rule {
	return lint.Rule{
		ID:      "DPL437",
		Name:    "log-file-shared",
		Summary: "Supervisor writes and rotates one log file for two outputs",
		Help:    "Give each program a log of its own, and use redirect_stderr=true for its two outputs",
		Level:   lint.Warning,
		Tags:    []string{"operations", "supervisor"},
		Links:   []string{"https://supervisord.org/configuration.html#program-x-section-values"},
		Since:   "0.1.0",
		Check:   lint.OfSupervisor(checkLogFileShared),
	}
}

func checkLogFileShared(c *deploy.SupervisorConfig, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	first := map[string]lint.Placed{}
	for _, p := range c.Programs {
		for _, option := range []string{"stdout_logfile", "stderr_logfile"} {
			v, given := p.Program.Options.Given(option)
			file, known := v.Text()
			if !given || !known || !rotates(p.Program, option, file) {
				continue
			}
			if other, taken := first[file]; taken {
				answers = append(answers, lint.Fail(v, "two outputs go to %s, and supervisor rotates it for each on its own: lines are lost", file).
					About(about(p, option)).With(other, "it is the log of this output too").
					Fix("use a file of its own, or redirect_stderr=true for the two outputs of one program"))
				continue
			}
			first[file] = v
		}
	}
	return answers
}

// rotates reports whether an output goes to a file that supervisor rotates.
func rotates(p *deploy.Program, option, file string) bool {
	if ini.ParseLogFile(file) != ini.ToFile || len(file) > 4 && (file[:5] == "/dev/" || file[:5] == "/proc") {
		return false
	}
	if option == "stderr_logfile" && p.Flag("redirect_stderr") == value.True {
		return false
	}
	text, _ := p.Options.Get(option + "_maxbytes").Text()
	if n, err := ini.ParseBytes(text); err == nil && n == 0 && text != "" {
		return false
	}
	n, ok := p.Number(option + "_maxbytes")
	return !ok || n != 0
}
