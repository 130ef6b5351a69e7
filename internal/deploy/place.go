package deploy

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/env"
	"deploylint/internal/role"
	"deploylint/internal/source"
)

// A Place is the world in which processes run: a host, a container, an image while it is built. It has a file system, a
// network and an environment of its own, and a path or an address means something only in its place: 127.0.0.1:8000 in one
// container is neither that of another nor the host's, and /app/media of two containers is one folder only where both mount
// the same volume there. Rules ask [Place.Storage], [SameFile] and [Site.Answers]; none compares two texts.
type Place struct {
	// Kind tells hosts, containers and images apart.
	Kind PlaceKind
	// Name is how its launcher calls it: the compose service, the container of a pod, the Dockerfile.
	Name string
	// Key begins the subjects of results about it: "compose:db".
	Key string
	// Declared is where it is declared: the service's key, the FROM of the stage that is built. Zero for the host.
	Declared source.Span
	// Role is what it is for, as Process.Role.
	Role role.Role

	// Image is the name of the image that a container is made of, "" for one that is built or not known, and ImageSpan the place of
	// that. Built is the image where a Dockerfile of the repository makes it, else nil.
	Image     string
	ImageSpan source.Span
	Built     *Image
	// Command is what it runs, as written, "" where its image says that.
	Command string
	// Environment is what everything that starts in it is given. It is closed where nothing else can give a variable.
	Environment *env.Environment
	// Mounts are what lies over the files of its image, the last one on top. HasVolumes is set where anything is mounted,
	// without a name too.
	Mounts     []Mount
	HasVolumes bool
	// Ports are those that it declares and publishes, and Network who reaches it under which names.
	Ports   []Port
	Network Network
	// Replicas is how many of it run side by side: an int, unknown where a person or a platform decides.
	Replicas LaunchOption
	// Needs are the places that are started before it.
	Needs []Need
	// Privileged is where it is given all rights over the host; zero where it is not.
	Privileged source.Span
}

// PlaceKind is what a place is.
type PlaceKind uint8

// The kinds of places.
const (
	// Host is a machine: what supervisor, systemd, cron and scripts start there.
	Host PlaceKind = iota
	// Container is what an image becomes when it is started.
	Container
	// Build is an image while a Dockerfile makes it: what RUN starts.
	Build
)

// A Need is one place that another waits for.
type Need struct {
	// Name is that of the other place.
	Name string
	// Condition is what is waited for: "service_started", "service_healthy" or "service_completed_successfully".
	Condition string
	Span      source.Span
}

// Source returns the place of its declaration.
func (p *Place) Source() source.Span { return p.Declared }

// Software returns the last part of the image's name without tag and digest: "postgres" for registry.example/postgres:17.
func (p *Place) Software() string {
	if p.Image == "" {
		return ""
	}
	name, _, _ := strings.Cut(path.Base(p.Image), ":")
	name, _, _ = strings.Cut(name, "@")
	return strings.ToLower(name)
}

// LiveServices returns the services of those compose files that production is run from: the file's name says so, or one of
// the site's application servers is started by it. Developers have databases in compose files too.
func (s *Site) LiveServices() []*Place {
	live := map[string]bool{}
	for _, p := range s.Processes {
		if p.Launcher == Compose && p.Kind == Web && p.Server != nil && !p.Server.Traits.Development && p.Role != "dev" && !p.MountsSource() {
			live[p.Declared.Path()] = true
		}
	}
	var found []*Place
	for _, one := range s.Places {
		file := one.Declared.Path()
		if strings.HasPrefix(one.Key, "compose:") && one.Role == "production" && (live[file] || strings.Contains(strings.ToLower(path.Base(file)), "prod")) {
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

// Count returns how many of the place's processes may run side by side: ok is false where that is not known.
func (p *Place) Count() (n int64, ok bool) {
	switch p.Kind {
	case Host, Build:
		return 1, true
	default:
		return p.Replicas.Value.Int()
	}
}
