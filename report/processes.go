package report

import (
	"fmt"
	"path"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/secret"
	"deploylint/internal/value"
)

// Processes returns a line for each process of the report's sites: what runs, with which settings, where it listens, under
// which account and in which folder, what starts it again and how it is stopped. No line holds a secret or a character
// that a terminal would act on.
func Processes(rep *lint.Report, o Options) []string {
	var lines []string
	for _, site := range rep.Sites {
		for _, p := range site.Processes {
			lines = append(lines, lint.Visible(rep.Secrets.Text(processLine(p, rep, &o))))
		}
	}
	return lines
}

// processLine describes one process. What is not known is left out, but for the command.
func processLine(p *deploy.Process, rep *lint.Report, o *Options) string {
	parts := []string{fmt.Sprintf("%s: %s, runs %s", p.Name, kindWord(p), commandLine(&rep.Secrets, p.Argv))}
	add := func(format string, args ...any) { parts = append(parts, fmt.Sprintf(format, args...)) }
	if module, ok := p.SettingsModule.Text(); ok {
		add("settings %s", module)
	}
	if p.Server != nil {
		for _, b := range p.Server.Binds {
			switch {
			case b.Known:
				add("listens on %s", b)
			case !b.Span.IsZero():
				add("listens on what %s says", o.position(b.Span))
			}
		}
	}
	for _, port := range p.Ports {
		if port.Published {
			add("publishes %s", port)
		}
	}
	if user, ok := p.Account().Text(); ok {
		add("user %s", user)
	}
	if dir, ok := p.WorkingDirectory().Text(); ok {
		add("in %s", dir)
	}
	if n, ok := p.Replicas.Value.Int(); ok && n != 1 {
		add("%d times", n)
	}
	if p.Restart.Policy != deploy.RestartUnknown {
		add("restarts %s", p.Restart.Policy)
	}
	if stop := stopWords(p.Stop); stop != "" {
		add("stops by %s", stop)
	}
	for _, f := range p.EnvFiles {
		add("environment of %s", o.place(f.Path))
	}
	for _, f := range p.AbsentEnvFiles {
		add("environment of %s, which is not in the repository", f.Text)
	}
	return strings.Join(parts, "; ")
}

// kindWord says what a process is for.
func kindWord(p *deploy.Process) string {
	switch p.Kind {
	case deploy.Web:
		return "web"
	case deploy.Worker:
		return "worker"
	case deploy.Beat:
		return "scheduler"
	case deploy.Command:
		return "command"
	case deploy.ProxyProcess:
		return "proxy"
	default:
		return "other"
	}
}

// commandLine prints a command without the folder of its program.
func commandLine(hide *secret.Redactor, argv []deploy.Word) string {
	if len(argv) == 0 {
		return "what its image says"
	}
	words := hide.Words(argv)
	words[0] = path.Base(words[0])
	return strings.Join(words, " ")
}

// stopWords says how a process is stopped: "TERM, killed after 10 s".
func stopWords(s deploy.Stop) string {
	signal, known := s.Signal.Value.Text()
	if !known {
		return ""
	}
	if s.Group == value.True {
		signal += " to all of its processes"
	}
	if n, ok := s.Seconds.Value.Int(); ok {
		return fmt.Sprintf("%s, killed after %d s", signal, n)
	}
	if s.Seconds.Value.Kind() == value.None {
		return signal + ", never killed"
	}
	return signal
}
