package load

import (
	"deploylint/internal/repo"
	"deploylint/internal/source"
)

// How much trouble is told. A file that breaks in one place often breaks in thousands, and the first few tell it all.
const (
	mostOfOneFile = 10
	mostOfOneKind = 50
)

// notices are the notifications of a run, each once, and no more of a file or of a kind than a person reads.
type notices struct {
	list  []source.Notification
	known map[source.Notification]bool
	// files and kinds count by level: what is left out must never be the only one of its level, which the verdict
	// depends on.
	files map[fileTrouble]int
	kinds map[kindOfTrouble]int
}

type fileTrouble struct {
	level source.NotificationLevel
	path  string
}

type kindOfTrouble struct {
	level   source.NotificationLevel
	message string
}

func (n *notices) add(note source.Notification) {
	if n.known == nil {
		n.known = map[source.Notification]bool{}
		n.files, n.kinds = map[fileTrouble]int{}, map[kindOfTrouble]int{}
	}
	if n.known[note] {
		return
	}
	n.known[note] = true
	file := fileTrouble{note.Level, note.Path}
	if !note.Span.IsZero() {
		file.path = note.Span.Path()
	}
	kind := kindOfTrouble{note.Level, note.Message}
	n.files[file]++
	n.kinds[kind]++
	switch inFile, ofKind := n.files[file], n.kinds[kind]; {
	case file.path != "" && inFile > mostOfOneFile:
		if inFile == mostOfOneFile+1 {
			n.list = append(n.list, source.Notification{Level: note.Level, Path: file.path, Message: "there is more trouble in this file than is listed"})
		}
	case ofKind > mostOfOneKind:
		if ofKind == mostOfOneKind+1 {
			n.list = append(n.list, source.Notification{Level: note.Level, Message: "the same in more places: " + note.Message})
		}
	default:
		n.list = append(n.list, note)
	}
}

// notify adds notifications.
func (l *loader) notify(notes ...source.Notification) {
	for _, n := range notes {
		l.notices.add(n)
	}
}

// guard calls read, which reads what is named from the file of the given path, "" for several. A fault in it costs what it
// would have read, and the verdict, but not the run. The fault is not quoted: it may hold a value of the project.
func (l *loader) guard(what, path string, read func()) (ok bool) {
	if ok = attempt(read); !ok {
		l.notifyBroken(what, path)
	}
	return ok
}

func (l *loader) notifyBroken(what, path string) {
	l.notify(source.Notification{Level: source.Error, Path: path, Message: "internal error while reading " + what + ", please report"})
}

// attempt calls read, and reports whether it came to its end.
func attempt(read func()) (ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	read()
	return true
}

// unreadModules tells of modules that the evaluation wanted and that are there, but cannot be read: what they set is not
// known, so the verdict is incomplete. The evaluator itself knows only that it got none.
type unreadModules struct {
	loader *loader
	notes  []source.Notification
	paths  map[string]bool
}

// open is openShared with a memory of its own.
func (u *unreadModules) open(name string) (*source.File, error) {
	f, err := u.loader.readShared(name)
	if err != nil && u.loader.repo.Exists(name) {
		n := repo.Unread(name, err)
		n.Level = source.Error
		u.notes = append(u.notes, n)
		if u.paths == nil {
			u.paths = map[string]bool{}
		}
		u.paths[name] = true
	}
	return f, err
}

// told reports whether a notification says no more than that one of these modules cannot be read.
func (u *unreadModules) told(n source.Notification) bool {
	return n.Span.IsZero() && u.paths[n.Path]
}
