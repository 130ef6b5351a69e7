package load

import (
	"path"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/dotenv"
	"deploylint/internal/repo"
	"deploylint/internal/role"
)

// repository tells what rules ask about the repository itself.
func (l *loader) repository() *deploy.Repository {
	git := l.repo.State() == repo.Tracked
	facts := &deploy.Repository{
		Git: git,
		Tracked: func(name string) bool {
			return !git && l.repo.Exists(name) || l.repo.IsTracked(name)
		},
		Ignored: l.repo.Ignored,
		IsDir:   l.repo.HasDir,
	}
	for _, f := range l.inventory.Env {
		facts.EnvFiles = append(facts.EnvFiles, l.envFile(f.Path, f.Role, true))
	}
	for _, e := range l.repo.Untracked() {
		if isEnvFile(e.Path) {
			facts.EnvFiles = append(facts.EnvFiles, l.envFile(e.Path, repo.RoleOf(e.Path), false))
		}
	}
	return facts
}

// envFile describes one env file. An untracked one is not read: CI does not have it.
func (l *loader) envFile(name string, role repo.Role, tracked bool) deploy.RepoEnvFile {
	f := deploy.RepoEnvFile{Path: name, Tracked: tracked && l.repo.State() == repo.Tracked, Ignored: l.repo.Ignored(name), Role: envRole(role)}
	if !tracked {
		return f
	}
	file, err := l.open(name)
	if err != nil {
		l.notify(repo.Unread(name, err))
		return f
	}
	f.File = file
	f.Tree = dotenv.Parse(file)
	f.Entries = entriesOf(f.Tree)
	return f
}

// roleOf tells the roles of files apart as far as rules do.
func roleOf(r repo.Role) role.Role {
	switch r {
	case repo.Production, repo.Staging:
		return role.Production
	case repo.Base:
		return role.Base
	case repo.Development, repo.Local:
		return role.Development
	case repo.Test:
		return role.Test
	case repo.Sample, repo.Documentation:
		return role.Sample
	default:
		return role.Unknown
	}
}

// envRole is roleOf for a file that nothing is laid over.
func envRole(r repo.Role) role.Role {
	if r == repo.Base {
		return role.Unknown
	}
	return roleOf(r)
}

func isEnvFile(name string) bool {
	base := path.Base(name)
	return strings.HasPrefix(base, ".env") || strings.HasSuffix(base, ".env") || strings.HasSuffix(base, "envrc")
}
