package envfile

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/secret"
	"deploylint/internal/value"
)

// envRequiredMissing reports a variable that the settings cannot do without and that production's env file does not hold.
//
// # Why it matters
//
// The settings stop with "Set the … environment variable", and no process of the site comes up. It happens at the deployment that
// brings the new variable: on the developer's machine, it was in a file of their own.
//
// # Example
//
//	SITE_DOMAIN = env("SITE_DOMAIN")
//
// with a production.env that says nothing of it
//
// # Use instead
//
//	SITE_DOMAIN=shop.example
//
// in production.env
//
// # When it stays silent
//
// For secrets and addresses of databases, which come from elsewhere for good reason; where another env file is read that is not
// in the repository; on platforms, which give variables of their own; and where nothing tells which env file is production's.
func envRequiredMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL211",
		Name:    "env-required-missing",
		Summary: "Production's env file lacks a variable that the settings require",
		Help:    "Add the variable to production's env file, or give it a default in the settings",
		Level:   lint.Warning,
		Tags:    []string{"availability", "configuration"},
		Links:   []string{"https://12factor.net/config"},
		Since:   "0.1.0",
		Check:   lint.OfSettings(checkEnvRequiredMissing),
	}
}

func checkEnvRequiredMissing(s *deploy.Settings, site *deploy.Site) lint.Answer {
	reader, ok := productionFile(site)
	if !ok || mayBeGiven(site) {
		return nil
	}
	var answers lint.Answers
	seen := map[string]bool{}
	for _, r := range s.Reads {
		if !r.Required || r.HasDefault || seen[r.Name] || isElsewhere(r.Name) || len(site.Supply(r.Name)) > 0 {
			continue
		}
		seen[r.Name] = true
		answers = append(answers, lint.Fail(r.Span, "the settings stop without %s, and production's %s does not hold it", r.Name, reader.Path).
			About("env:"+r.Name).With(reader, "%s reads %s", reader.By, reader.Path).
			Fix("add %s=… to %s", r.Name, reader.Path))
	}
	return answers
}

// productionFile returns the reader of an env file that git tracks and that is production's.
func productionFile(site *deploy.Site) (deploy.EnvFileReader, bool) {
	if site.Repository == nil {
		return deploy.EnvFileReader{}, false
	}
	for _, f := range site.Repository.EnvFiles {
		if !f.Tracked || f.File == nil || f.Role != "" && f.Role != "production" {
			continue
		}
		if readers := site.EnvFileReaders(f.Path); len(readers) > 0 {
			return readers[0], true
		}
	}
	return deploy.EnvFileReader{}, false
}

// mayBeGiven reports whether something that is not in the repository may give the site a variable.
func mayBeGiven(site *deploy.Site) bool {
	for _, f := range site.Settings.EnvFiles {
		if !f.Read {
			return true
		}
	}
	return len(site.Web()) == 0 || slices.ContainsFunc(site.Processes, func(p *deploy.Process) bool {
		switch p.Launcher {
		case deploy.Supervisor, deploy.Systemd, deploy.Compose:
		default:
			return true
		}
		return len(p.AbsentEnvFiles) > 0 || slices.ContainsFunc(p.Wrappers, sourcesOutside)
	})
}

// sourcesOutside reports whether a script reads a file that is not in the repository.
func sourcesOutside(w *deploy.Wrapper) bool {
	return w.Script != nil && (w.Script.Exec == value.Undecided || slices.ContainsFunc(w.Script.Sources, func(s deploy.Sourced) bool {
		return !s.Found && !s.Virtualenv
	}))
}

// isElsewhere reports whether a variable is of the kind that people keep out of the repository.
func isElsewhere(name string) bool {
	return secret.IsName(name) || strings.Contains(name, "KEY") || strings.Contains(name, "DSN") || strings.HasSuffix(name, "_URL") ||
		strings.HasSuffix(name, "_URI") || strings.Contains(name, "USER") || strings.HasPrefix(name, "DB_") || strings.HasPrefix(name, "POSTGRES_")
}
