package launch

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"deploylint/internal/dockerfile"
	"deploylint/internal/role"
	"deploylint/internal/source"
)

// A Placement is a file or folder of the repository that a program finds under a path of its own: COPY brings it into an
// image, a compose service mounts it, a script copies it.
type Placement struct {
	// Repo is the path in the repository; "" is the root.
	Repo string
	// Server is the absolute path where it is put.
	Server string
	// Folder is set for a folder: all that is in it is put there.
	Folder bool
	// Span is where that is written.
	Span source.Span
	// Role says what it is put there for, as File.Role.
	Role role.Role
}

// Target returns where a file of the repository is put.
func (p Placement) Target(file string) (server string, ok bool) {
	if !p.Folder {
		return p.Server, p.Repo == file
	}
	if p.Repo == "" {
		return path.Join(p.Server, file), true
	}
	rest, inside := strings.CutPrefix(file, p.Repo+"/")
	return path.Join(p.Server, rest), inside
}

// Origin returns the path in the repository of what a path of the server is by this placement.
func (p Placement) Origin(server string) (file string, ok bool) {
	if server == p.Server {
		return p.Repo, true
	}
	rest, inside := strings.CutPrefix(server, strings.TrimSuffix(p.Server, "/")+"/")
	return path.Join(p.Repo, rest), inside && p.Folder
}

// maxPlacements is how many placements of an image are followed.
const maxPlacements = 500

// placements returns what COPY, ADD and RUN put where in an image, in order. The build's folder is one of dirs.
func (r *reader) placements(image *dockerfile.Image, dirs []string, role role.Role) []Placement {
	if r.options.Exists == nil {
		return nil
	}
	// A stage goes on in the folder of the one below.
	b := placer{reader: r, image: image, context: r.contextOf(image, dirs), role: role, dir: "/"}
	for _, stage := range image.Stages {
		for _, i := range stage.Instructions {
			b.instruction(i)
		}
	}
	return b.found
}

// contextOf returns the folder of a build: the one that holds most of what is copied, the likeliest where several do.
func (r *reader) contextOf(image *dockerfile.Image, dirs []string) string {
	best, most := "", -1
	for _, dir := range dirs {
		held := 0
		for _, one := range readCopies(image) {
			if name := cleanPath(path.Join(dir, one.from)); r.holds(name) {
				held += 2
			}
		}
		if slices.ContainsFunc(projectFiles(), func(name string) bool { return r.holds(cleanPath(path.Join(dir, name))) }) {
			held++ // of two folders that may be copied as they are, the one with the project in it
		}
		if held > most {
			best, most = dir, held
		}
	}
	return best
}

// projectFiles are files that lie in the folder that images of Python projects are built in.
func projectFiles() []string {
	return []string{".dockerignore", "manage.py", "pyproject.toml", "requirements.txt", "Pipfile", "setup.py"}
}

// holds reports whether the repository has a file or a folder, or something that matches a pattern.
func (r *reader) holds(name string) bool {
	if strings.ContainsAny(name, "*?[") {
		return len(r.options.Glob(name)) > 0
	}
	file, dir := r.options.Exists(name)
	return file || dir || name == ""
}

// A placer walks through the instructions of an image.
type placer struct {
	reader  *reader
	image   *dockerfile.Image
	context string
	role    role.Role
	// dir is WORKDIR so far.
	dir   string
	found []Placement
}

func (b *placer) instruction(i *dockerfile.Instruction) {
	switch i.Name {
	case "WORKDIR":
		if text, ok := b.expand(i.Text); ok {
			b.dir = strings.TrimSuffix(absolute(b.dir, text), "/")
		}
	case "COPY", "ADD":
		for _, one := range copiesOf(i, b.dir) {
			to, known := b.expand(one.to)
			if !known || strings.Contains(one.from, "$") {
				continue
			}
			// A variable that is an absolute path of its own stands behind a slash too many.
			to = to[max(0, strings.LastIndex(to, "//")+1):]
			b.put(cleanPath(path.Join(b.context, one.from)), to, i.Span)
		}
	case "RUN":
		for _, one := range movesIn(i.Text) {
			if file, ok := repoOf(b.found, absolute(b.dir, one.from)); ok {
				if isFile, _ := b.reader.options.Exists(file); isFile {
					b.add(Placement{Repo: file, Server: targetOf(absolute(b.dir, one.to), file), Span: i.Span})
				}
			}
		}
	}
}

// put adds what a COPY of one source puts there.
func (b *placer) put(name, to string, span source.Span) {
	if strings.ContainsAny(name, "*?[") {
		for _, file := range b.reader.options.Glob(name) {
			b.add(Placement{Repo: file, Server: path.Join(to, path.Base(file)), Span: span})
		}
		return
	}
	isFile, isDir := b.reader.options.Exists(name)
	switch {
	case isFile:
		b.add(Placement{Repo: name, Server: targetOf(to, name), Span: span})
	case isDir || name == "":
		b.add(Placement{Repo: name, Server: path.Clean(to), Folder: true, Span: span})
	}
}

func (b *placer) add(p Placement) {
	if p.Role = b.role; len(b.found) < maxPlacements {
		b.found = append(b.found, p)
	}
}

// expand fills in the variables of the image; it is not ok where one is not known.
func (b *placer) expand(text string) (string, bool) {
	for _, v := range slices.Concat(b.image.BuildArguments, b.image.Environment) {
		if value, ok := v.Value.Text(); ok {
			text = strings.ReplaceAll(text, "${"+v.Name+"}", value)
			text = strings.ReplaceAll(text, "$"+v.Name+"/", value+"/")
			if before, found := strings.CutSuffix(text, "$"+v.Name); found {
				text = before + value
			}
		}
	}
	return text, !strings.Contains(text, "$")
}

// targetOf returns the path of a file that is put to a path which may be a folder that is there already.
func targetOf(to, file string) string {
	base := path.Base(file)
	if dir := path.Dir(to); strings.HasSuffix(dir, "-enabled") || strings.HasSuffix(dir, "-available") {
		return path.Clean(to) // the sites of nginx and Apache have no ending
	}
	isFolder := strings.HasSuffix(to, "/") || isIncludeFolder(path.Base(to)) || path.Ext(to) == "" && path.Ext(base) != ""
	if isFolder {
		return path.Join(to, base)
	}
	return path.Clean(to)
}

// repoOf returns the repository's path of what lies under a path of the server. What was put there last counts, and the
// closest folder around it.
func repoOf(placements []Placement, server string) (string, bool) {
	best := -1
	for i, p := range placements {
		if _, ok := p.Origin(server); ok && (best < 0 || len(p.Server) >= len(placements[best].Server)) {
			best = i
		}
	}
	if best < 0 {
		return "", false
	}
	return placements[best].Origin(server)
}

// A Move is one file or folder that a shell's code copies, moves or links to another path.
type Move struct{ From, To string }

// Moves returns what a script, or a Dockerfile, copies, moves or links, as it is written.
func Moves(code string) []Move {
	var moves []Move
	for _, one := range movesIn(code) {
		moves = append(moves, Move{From: one.from, To: one.to})
	}
	return moves
}

// movesIn returns what cp, mv, ln and install in a piece of shell code put where.
func movesIn(code string) []imageCopy {
	var found []imageCopy
	for line := range strings.FieldsFuncSeq(code, func(c rune) bool { return c == '\n' || c == ';' || c == '&' || c == '|' }) {
		words := strings.Fields(line)
		at := slices.IndexFunc(words, func(w string) bool {
			switch path.Base(w) {
			case "cp", "mv", "ln", "install":
				return true
			}
			return false
		})
		if at < 0 {
			continue
		}
		var names []string
		for _, w := range words[at+1:] {
			if w = strings.Trim(w, `"'`); !strings.HasPrefix(w, "-") {
				names = append(names, w)
			}
		}
		if len(names) < 2 {
			continue
		}
		to := names[len(names)-1]
		for _, from := range names[:len(names)-1] {
			if len(found) < maxIncludes {
				found = append(found, imageCopy{from: from, to: to})
			}
		}
	}
	return found
}

// scriptPlacements notes what scripts copy to absolute paths of the server.
func (r *reader) scriptPlacements(scripts []File) {
	if r.options.Exists == nil {
		return
	}
	for _, script := range scripts {
		if !strings.Contains(script.File.Text, "/etc/") {
			continue
		}
		for _, one := range movesIn(script.File.Text) {
			if !strings.HasPrefix(one.to, "/etc/") || strings.ContainsAny(one.to, "$*?[") {
				continue
			}
			from := one.from
			if strings.HasPrefix(from, "$") {
				_, from, _ = strings.Cut(from, "/") // $HERE/deploy/shop.conf
			}
			if f, _ := r.find(from, path.Dir(script.File.Path)); f != nil {
				r.result.Placements = append(r.result.Placements, Placement{
					Repo: f.Path, Server: targetOf(one.to, f.Path), Span: script.File.LineSpan(1), Role: cmp.Or(script.Role, "production"),
				})
			}
		}
	}
}

// cleanPath makes a path relative to the root: "" is the root itself.
func cleanPath(name string) string {
	return strings.TrimPrefix(path.Clean("/"+name), "/")
}
