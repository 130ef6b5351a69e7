package deploy

import (
	"path"
	"strings"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A Mount is a file or folder that lies over the files of a container's image.
type Mount struct {
	// Kind is what is mounted.
	Kind MountKind
	// Source is what is shared, as written: "./nginx/site.conf", "/srv/media", or a volume's name; "" for an anonymous
	// volume and a tmpfs.
	Source string
	// Repo is its path in the repository, where OfRepository is set.
	Repo         string
	OfRepository bool
	// Target is where the container sees it.
	Target string
	// Below is the folder of the volume that is mounted instead of all of it, "" for all.
	Below string
	// External is set for a volume that others make, whose content is theirs.
	External bool
	// ReadOnly is set where the container cannot write.
	ReadOnly bool
	// Span is where that is written.
	Span source.Span
}

// MountKind is what is mounted.
type MountKind uint8

// The kinds of mounts.
const (
	// BindMount is a file or folder of the host, the checkout among them. It hides what the image has there.
	BindMount MountKind = iota
	// VolumeMount is a named volume. Docker fills an empty one with what the image has at its target, once: later images do not
	// change it. Kubernetes never fills one.
	//
	// https://docs.docker.com/engine/storage/volumes/#mounting-a-volume-over-existing-data
	VolumeMount
	// AnonymousMount is a volume without a name: each container that is made anew gets an empty one.
	AnonymousMount
	// TmpfsMount is memory: it is empty at each start.
	TmpfsMount
	// PodMount is memory or disk of one pod of Kubernetes: empty at each start, and shared by the containers of the pod.
	PodMount
	// ConfigMount is a config or a secret of compose, a ConfigMap or a Secret of Kubernetes.
	ConfigMount
)

// A Storage is where the bytes of a path are.
type Storage struct {
	// Mount is what is mounted there; nil for a file of the place itself, of its image or its host.
	Mount *Mount
	// Place is the place that the path was asked in.
	Place *Place
	// Path is the path below the mount's root, "" for the root itself; the path in the place where nothing is mounted.
	Path string
}

// Storage returns where the bytes of an absolute path are, as a process in the place sees it.
func (p *Place) Storage(name string) Storage {
	name = path.Clean("/" + name)
	best := Storage{Place: p, Path: name}
	longest := -1
	for i := range p.Mounts {
		m := &p.Mounts[i]
		target := path.Clean("/" + m.Target)
		if below, ok := under(target, name); ok && len(target) >= longest {
			longest = len(target)
			best = Storage{Mount: m, Place: p, Path: below}
		}
	}
	return best
}

// under returns the path of name below dir, "" for dir itself.
func under(dir, name string) (below string, ok bool) {
	if dir == name {
		return "", true
	}
	return strings.CutPrefix(name, strings.TrimSuffix(dir, "/")+"/")
}

// Lasts reports whether what is written there is still there after the next release: not in the files of a container, in memory,
// or in a volume without a name.
func (s Storage) Lasts() value.Tri {
	switch {
	case s.Mount == nil && s.Place.Kind == Host:
		return value.True
	case s.Mount == nil, s.Mount.Kind == TmpfsMount, s.Mount.Kind == AnonymousMount, s.Mount.Kind == PodMount:
		return value.False
	case s.Mount.Kind == ConfigMount:
		return value.Undecided
	default:
		return value.True
	}
}

// SameFile reports whether two paths, each in its place, are one file or folder. Two containers share one only through a
// volume or a folder of the host.
func SameFile(a *Place, x string, b *Place, y string) value.Tri {
	if a == nil || b == nil {
		return value.Undecided
	}
	s, t := a.Storage(x), b.Storage(y)
	if s.Mount == nil && t.Mount == nil {
		if a == b || a.Kind == Host && b.Kind == Host {
			return value.TriOf(s.Path == t.Path)
		}
		return value.False
	}
	if s.Mount == nil || t.Mount == nil {
		return s.sameAsHost(t)
	}
	return s.sameMount(t)
}

// sameAsHost compares a mounted file with one of a place itself, which are one only where the mount is of that host.
func (s Storage) sameAsHost(t Storage) value.Tri {
	if s.Mount == nil {
		s, t = t, s
	}
	if t.Place.Kind != Host || s.Mount.Kind != BindMount {
		return value.False
	}
	if path.IsAbs(s.Mount.Source) {
		return value.TriOf(path.Join(s.Mount.Source, s.Path) == t.Path)
	}
	return value.Undecided // the checkout's folder on the host is not known here
}

func (s Storage) sameMount(t Storage) value.Tri {
	m, n := s.Mount, t.Mount
	if m.Kind != n.Kind || m.Kind == TmpfsMount || m.Kind == AnonymousMount {
		return value.TriOf(m == n && s.Path == t.Path)
	}
	if m.OfRepository && n.OfRepository {
		return value.TriOf(path.Join(m.Repo, s.Path) == path.Join(n.Repo, t.Path))
	}
	sameStack := s.Place.Network.Stack == t.Place.Network.Stack
	switch m.Kind {
	case PodMount:
		return value.TriOf(sameStack && pod(s.Place) == pod(t.Place) && m.Source == n.Source && path.Join(m.Below, s.Path) == path.Join(n.Below, t.Path))
	case VolumeMount:
		if !sameStack && (!m.External || !n.External) {
			return value.False
		}
		return value.TriOf(m.Source == n.Source && path.Join(m.Below, s.Path) == path.Join(n.Below, t.Path))
	default:
		if path.IsAbs(m.Source) != path.IsAbs(n.Source) {
			return value.Undecided
		}
		return value.TriOf(path.Join(m.Source, s.Path) == path.Join(n.Source, t.Path))
	}
}

// pod names the pod that a container is part of: its workload.
func pod(p *Place) string {
	name, _, _ := strings.Cut(p.Key, "/")
	return name
}
