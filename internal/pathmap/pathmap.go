package pathmap

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"deploylint/internal/source"
)

// Evidence says that a path of the server is a path of the repository.
type Evidence struct {
	// Server is absolute and clean: "/srv/shop".
	Server string
	// Repo is relative to the repository's root; "" is the root itself.
	Repo string
	// Why says from what it is known: "directory of supervisor program web".
	Why string
	// Span is where that stands.
	Span source.Span
	// Strength says how much it weighs against other evidence.
	Strength Strength
	// Inside is set where the path is that of a container: elsewhere the repository may lie at another one.
	Inside bool
}

// Source returns the evidence's place.
func (e Evidence) Source() source.Span { return e.Span }

// Strength says how much a piece of evidence weighs.
type Strength uint8

// The strengths, from the weakest.
const (
	// Guessed: the end of a path happens to be the name of a folder of the repository.
	Guessed Strength = iota
	// Inferred: the end of a path names a file of the repository, or several folders.
	Inferred
	// Declared: a file of the repository says so, as COPY and a working directory do.
	Declared
	// Given: the user says so.
	Given
)

// A Builder gathers evidence.
type Builder struct {
	files    []string // sorted
	evidence []Evidence
	holed    []Evidence // about paths with a template's holes
	mounts   []mount
	apart    bool
}

// A mount is a folder that the proxy and the application see under different paths.
type mount struct {
	proxy string
	Evidence
}

// NewBuilder returns a builder for a repository that holds the given files, which must be sorted.
func NewBuilder(files []string) *Builder { return &Builder{files: files} }

// Add adds a pair that is known.
func (b *Builder) Add(e Evidence) {
	server, ok := cleanServer(e.Server)
	if !ok {
		return
	}
	e.Server, e.Repo = server, cleanRepo(e.Repo)
	b.evidence = append(b.evidence, e)
}

// AddHoled is AddDirectory for a path as it is written in a template, "{{ root }}/shop": what stands in the hole is not
// known, but it is the same wherever the hole is written alike.
func (b *Builder) AddHoled(server, holds, why string, span source.Span) {
	canonical, ok := cleanHoled(server)
	if !ok || holds == "" {
		return
	}
	if folder, ok := b.holder("/"+canonical[holeEnd(canonical):], holds); ok {
		b.holed = append(b.holed, Evidence{Server: canonical, Repo: folder, Why: why, Span: span, Strength: Declared})
	}
}

// AddDirectory adds a directory of the server from which a file is found, such as the working directory of a process
// that imports shop.wsgi: it is the folder of the repository that holds shop/wsgi.py. Where several folders hold it, the
// one whose name ends as the directory's does is taken, else none.
func (b *Builder) AddDirectory(server, holds, why string, span source.Span) {
	server, ok := cleanServer(server)
	if !ok || holds == "" {
		return
	}
	if folder, ok := b.holder(server, holds); ok {
		b.Add(Evidence{Server: server, Repo: folder, Why: why, Span: span, Strength: Declared})
	}
}

// holder returns the folder of the repository from which a file is found, for a directory of the server.
func (b *Builder) holder(server, holds string) (string, bool) {
	best, bestShared, ties := "", -1, 0
	for _, file := range b.files {
		folder, ok := strings.CutSuffix(file, holds)
		if !ok || folder != "" && !strings.HasSuffix(folder, "/") {
			continue
		}
		folder = strings.TrimSuffix(folder, "/")
		switch shared := sharedTail(server, folder); {
		case shared > bestShared:
			best, bestShared, ties = folder, shared, 1
		case shared == bestShared:
			ties++
		}
	}
	return best, ties == 1
}

// AddPath adds a path of the server that somebody uses, such as a command. When its end names a file or a folder of the
// repository, what stands before it is the repository's place. The longest such end counts. A single folder's name is
// weak evidence, for many places have a folder called static.
func (b *Builder) AddPath(server, why string, span source.Span) {
	server, ok := cleanServer(server)
	if !ok || isSystem(server) {
		return
	}
	for tail := server[1:]; tail != ""; {
		isFile, isDir := b.has(tail)
		place := strings.TrimSuffix(server, "/"+tail)
		if (isFile || isDir) && !holdsMany(place) {
			e := Evidence{Server: place, Why: why, Span: span, Strength: Guessed}
			if isFile || strings.Contains(tail, "/") {
				e.Strength = Inferred
			}
			b.Add(e)
			return
		}
		_, rest, more := strings.Cut(tail, "/")
		if !more {
			return
		}
		tail = rest
	}
}

// AddMount adds a folder that both sides share: the proxy sees it as proxy, the application as app.
func (b *Builder) AddMount(proxy, app, why string, span source.Span) {
	p, ok := cleanServer(proxy)
	a, alsoOK := cleanServer(app)
	if ok && alsoOK {
		b.mounts = append(b.mounts, mount{proxy: p, Evidence: Evidence{Server: a, Why: why, Span: span, Strength: Declared}})
	}
}

// SetApart says that the proxy and the application run in different containers, so that a path means the same folder to
// both only where a mount says so.
func (b *Builder) SetApart() { b.apart = true }

// has reports whether a path is a file of the repository, or a folder.
func (b *Builder) has(name string) (isFile, isDir bool) {
	if _, isFile = slices.BinarySearch(b.files, name); isFile {
		return true, false
	}
	// "name.py" sorts between "name" and "name/x", so the folder is looked up by itself.
	i, _ := slices.BinarySearch(b.files, name+"/")
	return false, i < len(b.files) && strings.HasPrefix(b.files[i], name+"/")
}

// Map returns what the evidence amounts to. Weaker evidence about the same path of the server gives way to stronger;
// evidence of the same strength that contradicts itself is dropped.
func (b *Builder) Map() *Map {
	m := &Map{apart: b.apart, mounts: slices.Clone(b.mounts), holed: b.holed}
	sorted := slices.Clone(b.evidence)
	slices.SortStableFunc(sorted, func(x, y Evidence) int {
		return cmp.Or(strings.Compare(x.Server, y.Server), cmp.Compare(y.Strength, x.Strength))
	})
	for len(sorted) > 0 {
		n := 1
		for n < len(sorted) && sorted[n].Server == sorted[0].Server {
			n++
		}
		contradicted := false
		for _, e := range sorted[1:n] {
			if e.Strength == sorted[0].Strength && e.Repo != sorted[0].Repo {
				contradicted = true
			}
		}
		if !contradicted {
			m.evidence = append(m.evidence, sorted[0])
		}
		sorted = sorted[n:]
	}
	// A guess next to real evidence is noise.
	if slices.ContainsFunc(m.evidence, func(e Evidence) bool { return e.Strength > Guessed }) {
		m.evidence = slices.DeleteFunc(m.evidence, func(e Evidence) bool { return e.Strength == Guessed })
	}
	slices.SortStableFunc(m.mounts, func(x, y mount) int { return cmp.Compare(len(y.proxy), len(x.proxy)) })
	return m
}

// A Map translates between paths of the server and of the repository. The zero Map knows nothing.
type Map struct {
	evidence []Evidence // sorted by Server, each once
	mounts   []mount    // longest first
	holed    []Evidence // about paths with a template's holes
	apart    bool
}

// Evidence returns what the map rests on, sorted by path. The caller must not change it.
func (m *Map) Evidence() []Evidence { return m.evidence }

// Known reports whether there is any evidence.
func (m *Map) Known() bool { return len(m.evidence) > 0 }

// ToRepo returns the repository's path of a path of the server. The longest known path around it counts.
func (m *Map) ToRepo(server string) (repo string, e Evidence, ok bool) {
	server, ok = cleanServer(server)
	if !ok {
		return "", Evidence{}, false
	}
	best := -1
	for i, candidate := range m.evidence {
		if inside(candidate.Server, server) && (best < 0 || len(candidate.Server) > len(m.evidence[best].Server)) {
			best = i
		}
	}
	if best < 0 {
		return "", Evidence{}, false
	}
	e = m.evidence[best]
	return path.Join(e.Repo, strings.TrimPrefix(server[len(e.Server):], "/")), e, true
}

// A Place is a path of the server with the evidence for it.
type Place struct {
	Path string
	Evidence
}

// ToServer returns the paths of the server that a path of the repository may have, those of the strongest evidence
// first. "../log" is beside the repository.
func (m *Map) ToServer(repo string) []Place {
	repo = cleanRepo(repo)
	var places []Place
	for _, e := range m.evidence {
		switch {
		case e.Repo == "":
			places = append(places, Place{Path: path.Join(e.Server, repo), Evidence: e})
		case inside(e.Repo, repo):
			places = append(places, Place{Path: e.Server + repo[len(e.Repo):], Evidence: e})
		}
	}
	slices.SortStableFunc(places, func(x, y Place) int {
		return cmp.Or(cmp.Compare(y.Strength, x.Strength), cmp.Compare(len(y.Repo), len(x.Repo)), strings.Compare(x.Path, y.Path))
	})
	return slices.CompactFunc(places, func(x, y Place) bool { return x.Path == y.Path })
}

// cleanServer makes a server's path comparable. It fails for one that is not absolute or has holes.
func cleanServer(name string) (string, bool) {
	if !strings.HasPrefix(name, "/") || hasHole(name) {
		return "", false
	}
	return path.Clean(name), true
}

// cleanHoled makes a path with holes comparable: spaces in a hole do not matter, and a hole at the beginning is taken for
// a folder. It fails for a path without holes, and for one that begins with neither a slash nor a hole.
func cleanHoled(name string) (string, bool) {
	if !hasHole(name) {
		return "", false
	}
	name = strings.Join(strings.Fields(name), "")
	if !strings.HasPrefix(name, "/") {
		end := firstHoleEnd(name)
		if end == 0 {
			return "", false
		}
		name = "/" + name[:end] + "/" + name[end:]
	}
	return path.Clean(name), true
}

func cleanRepo(name string) string {
	name = path.Clean(name)
	if name == "." || name == "/" {
		return ""
	}
	return strings.TrimPrefix(name, "/")
}

// inside reports whether name is dir or below it.
func inside(dir, name string) bool {
	return dir == "" || dir == "/" || name == dir || strings.HasPrefix(name, dir) && name[len(dir)] == '/'
}

// sharedTail counts the elements that two paths have in common at their ends.
func sharedTail(a, b string) int {
	x, y := strings.Split(a, "/"), strings.Split(b, "/")
	n := 0
	for n < len(x) && n < len(y) && x[len(x)-1-n] == y[len(y)-1-n] && x[len(x)-1-n] != "" {
		n++
	}
	return n
}

// holdsMany reports whether a folder is one that projects lie in, so that it is hardly a project itself:
// /home/deploy/run.sh does not speak for a repository at /home.
func holdsMany(server string) bool {
	switch server {
	case "", "/", "/home", "/srv", "/opt", "/var", "/var/www", "/usr", "/usr/local", "/usr/src", "/usr/share", "/mnt", "/data":
		return true
	}
	return false
}

// isSystem reports whether a path belongs to the system, where no project lies: /etc/nginx/nginx.conf is not evidence
// for a repository with a folder nginx.
func isSystem(server string) bool {
	for _, dir := range []string{
		"/etc", "/bin", "/sbin", "/lib", "/lib64", "/proc", "/sys", "/dev", "/run", "/tmp", "/boot",
		"/usr/bin", "/usr/sbin", "/usr/lib", "/usr/include", "/usr/local/bin", "/usr/local/sbin", "/usr/local/lib",
		"/usr/share/nginx", "/usr/libexec", "/var/run", "/var/log", "/var/lib", "/var/cache", "/var/spool", "/var/tmp",
	} {
		if inside(dir, server) {
			return true
		}
	}
	return false
}
