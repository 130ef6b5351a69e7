package deploy

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/env"
	"deploylint/internal/source"
)

// A Service is one service of a compose file, whatever runs in it: what runs the project's code is among the processes too,
// databases and caches are here alone.
type Service struct {
	// Name is the service's name.
	Name string
	// Declared is the place of its key.
	Declared source.Span
	// Image is the name of its image, "" for one that is built or not known, and ImageSpan the place of that.
	Image     string
	ImageSpan source.Span
	// Command is what it runs, as written, "" where its image says that.
	Command string
	// Role is what it is for, as Process.Role.
	Role string
	// Environment is what it is given.
	Environment *env.Environment
	// Ports are those that it declares and publishes.
	Ports []Port
	// Mounts are what it shares by name or path; HasVolumes is set where anything is mounted, without a name too.
	Mounts     []Mount
	HasVolumes bool
	// Privileged is where it is given all rights over the host; zero where it is not.
	Privileged source.Span
}

// Source returns the place of the service's key.
func (s *Service) Source() source.Span { return s.Declared }

// Key begins the subjects of results about the service, as that of its process does.
func (s *Service) Key() string { return "compose:" + s.Name }

// Software returns the last part of the image's name without tag and digest: "postgres" for registry.example/postgres:17.
func (s *Service) Software() string {
	if s.Image == "" {
		return ""
	}
	name, _, _ := strings.Cut(path.Base(s.Image), ":")
	name, _, _ = strings.Cut(name, "@")
	return strings.ToLower(name)
}

// LiveServices returns the services of those compose files that production is run from: the file's name says so, or one of
// the site's application servers is started by it. Developers have databases in compose files too.
func (s *Site) LiveServices() []*Service {
	live := map[string]bool{}
	for _, p := range s.Processes {
		if p.Launcher == Compose && p.Kind == Web && p.Server != nil && !strings.HasPrefix(p.Server.Program, "run") && p.Role != "dev" && !p.MountsSource() {
			live[p.Declared.Path()] = true
		}
	}
	var found []*Service
	for _, one := range s.Services {
		file := one.Declared.Path()
		if one.Role == "production" && (live[file] || strings.Contains(strings.ToLower(path.Base(file)), "prod")) {
			found = append(found, one)
		}
	}
	return found
}

// MountsSource reports whether the process's container has the repository's own folder mounted, as developers have it, so that
// changes show without a build.
func (p *Process) MountsSource() bool {
	return slices.ContainsFunc(p.Mounts, func(m Mount) bool { return m.OfRepository && (m.Repo == "" || m.Repo == ".") })
}
