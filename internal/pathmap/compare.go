package pathmap

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/value"
)

// A Verdict says whether a path of the server is the same place as a path of the settings.
type Verdict struct {
	// Same is undecided where nothing says where the repository lies, or a hole is in the way.
	Same value.Tri
	// Assumed is set where Same is true only if the project lies where the paths suggest.
	Assumed bool
	// Expected is the path that the settings' path has on the server; "" where that is not known.
	Expected string
	// Evidence is what the verdict rests on.
	Evidence []Evidence
}

// Compare tells whether server, a path as nginx has it, is the same place as setting, which is a path of the settings:
// either one of the server too, or one that begins with value.RootMark. Slashes at the ends do not matter.
//
// It is certainly another place where the evidence puts it elsewhere, and also where the last elements differ: wherever
// the repository lies, <root>/staticfiles never ends in static.
func (m *Map) Compare(server, setting string) Verdict {
	if !strings.HasPrefix(setting, value.RootMark) {
		return m.compareServer(server, setting)
	}
	rel := strings.TrimPrefix(setting, value.RootMark)
	if rel != "" && rel[0] != '/' || strings.Contains(rel, value.RootMark) {
		return Verdict{}
	}
	rel = path.Clean("./" + rel)
	if rel == "." {
		rel = ""
	}
	if hasHole(rel) {
		return Verdict{}
	}
	if hasHole(server) {
		if v, ok := m.compareHoled(server, rel); ok {
			return v
		}
		return compareHole(server, rel)
	}
	clean, ok := cleanServer(server)
	if !ok {
		return Verdict{}
	}
	var evidence []Evidence
	if mounted, mount, ok := m.mounted(clean); ok {
		clean = mounted
		evidence = append(evidence, mount)
	} else if m.apart {
		return Verdict{}
	}
	v := m.compareRepo(clean, rel)
	v.Evidence = slices.Concat(evidence, v.Evidence)
	return v
}

// compareRepo compares a path of the server that the application sees with one of the repository.
func (m *Map) compareRepo(server, rel string) Verdict {
	places := m.ToServer(rel)
	for _, p := range places {
		if p.Path == server {
			return Verdict{Same: value.True, Expected: p.Path, Evidence: []Evidence{p.Evidence}}
		}
	}
	if repo, e, ok := m.ToRepo(server); ok && e.Strength > Guessed {
		v := Verdict{Same: value.TriOf(repo == rel), Evidence: []Evidence{e}}
		if !strings.HasPrefix(rel, "..") && inside(e.Repo, rel) {
			v.Expected = path.Join(e.Server, strings.TrimPrefix(rel, e.Repo))
		}
		return v
	}
	if last := path.Base(rel); rel != "" && last != ".." && last != path.Base(server) {
		v := Verdict{Same: value.False}
		if len(places) > 0 {
			v.Expected, v.Evidence = places[0].Path, []Evidence{places[0].Evidence}
		}
		return v
	}
	switch {
	case len(places) == 1 && places[0].Strength > Guessed && !places[0].Inside:
		return Verdict{Same: value.False, Expected: places[0].Path, Evidence: []Evidence{places[0].Evidence}}
	case len(places) == 0 && rel != "" && strings.HasSuffix(server, "/"+rel):
		return Verdict{Same: value.True, Assumed: true, Expected: server}
	}
	return Verdict{}
}

// compareServer compares two paths of the server.
func (m *Map) compareServer(server, setting string) Verdict {
	s, ok := cleanServer(server)
	t, alsoOK := cleanServer(setting)
	if !ok || !alsoOK || strings.Contains(setting, value.RootMark) {
		return Verdict{}
	}
	if mounted, mount, ok := m.mounted(s); ok {
		return Verdict{Same: value.TriOf(mounted == t), Expected: t, Evidence: []Evidence{mount}}
	}
	if m.apart {
		return Verdict{}
	}
	return Verdict{Same: value.TriOf(s == t), Expected: t}
}

// mounted returns what a path of the proxy is to the application.
func (m *Map) mounted(server string) (string, Evidence, bool) {
	for _, mount := range m.mounts {
		if inside(mount.proxy, server) {
			return path.Join(mount.Server, server[len(mount.proxy):]), mount.Evidence, true
		}
	}
	return "", Evidence{}, false
}

// compareHoled compares a path with a template's holes by evidence about a folder around it whose holes are the same.
func (m *Map) compareHoled(server, rel string) (Verdict, bool) {
	name, ok := cleanHoled(server)
	if !ok || m.apart {
		return Verdict{}, false
	}
	for _, e := range m.holed {
		if !inside(e.Server, name) || hasHole(name[len(e.Server):]) {
			continue
		}
		v := Verdict{Same: value.TriOf(path.Join(e.Repo, strings.TrimPrefix(name[len(e.Server):], "/")) == rel), Evidence: []Evidence{e}}
		if inside(e.Repo, rel) && !strings.HasPrefix(rel, "..") {
			v.Expected = path.Join(e.Server, strings.TrimPrefix(rel, e.Repo))
		}
		return v, true
	}
	return Verdict{}, false
}

// compareHole compares a path with a template's hole by what stands behind the last hole. Where all of the repository's
// path stands there, the hole is taken to be the repository's place.
func compareHole(server, rel string) Verdict {
	tail := strings.TrimRight(server[holeEnd(server):], "/")
	if tail == "" || rel == "" || strings.Contains(tail, "..") || strings.Contains(tail, "//") {
		return Verdict{}
	}
	switch full := "/" + rel; {
	case tail == full || tail == rel:
		return Verdict{Same: value.True, Assumed: true}
	case strings.HasSuffix(full, tail) || strings.HasSuffix(tail, full):
		return Verdict{} // the hole may hold the rest
	default:
		return Verdict{Same: value.False}
	}
}

// hasHole reports whether a variable or a template's hole is in a path.
func hasHole(name string) bool { return holeEnd(name) > 0 }

// holeEnd returns the end of the last hole, or 0. Holes are {{ jinja }}, {% tags %}, <%= erb %>, ${var}, $(cmd), $var and
// %(python)s.
func holeEnd(name string) int {
	end := 0
	for _, closing := range []string{"}}", "%}", "%>", "}", ")s", ")"} {
		if i := strings.LastIndex(name, closing); i >= 0 && holeOpens(name[:i]) {
			end = max(end, i+len(closing))
		}
	}
	if i := strings.LastIndexByte(name, '$'); i >= end && i >= 0 {
		for i++; i < len(name) && isWordByte(name[i]); {
			i++
		}
		end = max(end, i)
	}
	return end
}

// firstHoleEnd returns the end of the hole that a path begins with, or 0.
func firstHoleEnd(name string) int {
	for _, pair := range [][2]string{{"{{", "}}"}, {"${", "}"}, {"%(", ")s"}, {"<%", "%>"}} {
		if strings.HasPrefix(name, pair[0]) {
			if i := strings.Index(name, pair[1]); i > 0 {
				return i + len(pair[1])
			}
			return 0
		}
	}
	if !strings.HasPrefix(name, "$") {
		return 0
	}
	end := 1
	for end < len(name) && isWordByte(name[end]) {
		end++
	}
	if end == 1 {
		return 0
	}
	return end
}

func holeOpens(before string) bool {
	for _, opening := range []string{"{{", "{%", "<%", "${", "$(", "%("} {
		if strings.Contains(before, opening) {
			return true
		}
	}
	return false
}

func isWordByte(c byte) bool {
	return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}
