package load

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/launch"
	"deploylint/internal/source"
)

// openIncluded is openShared for a file that nginx includes. One that is not there may be made by a script or an image
// before nginx starts, as a link to a file beside it. It is that one where all of them make it of the same.
func (l *loader) openIncluded(name string) (*source.File, error) {
	f, err := l.openShared(name)
	if err == nil {
		return f, nil
	}
	made := ""
	for _, m := range l.moved() {
		from := path.Join(path.Dir(name), path.Base(m.From))
		switch {
		case !makes(m.To, name) || from == name || !l.isShared(from):
		case made != "" && made != from:
			return nil, err // the start decides
		default:
			made = from
		}
	}
	if made == "" {
		return nil, err
	}
	return l.openShared(made)
}

// makes reports whether what a script puts to a path may be a file of the repository, as far as the path says: its name,
// and the folder before it.
func makes(to, name string) bool {
	if path.Base(to) != path.Base(name) {
		return false
	}
	folder := path.Base(path.Dir(to))
	return folder == "." || strings.Contains(folder, "$") || folder == path.Base(path.Dir(name))
}

// moved returns what scripts and images copy or link from one place to another.
func (l *loader) moved() []launch.Move {
	if l.moves != nil {
		return l.moves
	}
	l.moves = []launch.Move{}
	for _, f := range slices.Concat(l.inventory.Shell, l.inventory.Dockerfiles) {
		if !f.Role.Deployed() {
			continue
		}
		if file, err := l.repo.Read(f.Path); err == nil { // whoever needs the file says where it cannot be read
			l.moves = append(l.moves, launch.Moves(file.Text)...)
		}
	}
	return l.moves
}
