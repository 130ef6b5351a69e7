package pyeval

import (
	"deploylint/internal/source"
)

// An Effect is a folder or file that the module makes when it is imported.
type Effect struct {
	// Folder is set for mkdir and makedirs; else it is a file that is written.
	Folder bool
	// Path is absolute or begins with value.RootMark; "" where it is not known.
	Path string
	// Span is the call.
	Span source.Span
}

// maxEffects is how many effects are noted. A loop makes no more of them known than its first turns do.
const maxEffects = 200

// makes notes that the module makes a folder or writes a file: that of a path, or one that is not known.
func (ev *evaluator) makes(folder bool, target val, c *call) {
	if len(ev.effects) >= maxEffects {
		return
	}
	text, ok := pathText(target)
	if ok = ok && isAbsolute(text); ok {
		text = normalize(text)
	} else {
		text = ""
	}
	ev.effects = append(ev.effects, Effect{Folder: folder, Path: text, Span: c.span})
}

// makesFolder reports whether a function or method of this name makes a folder.
func makesFolder(name string) bool {
	switch name {
	case "mkdir", "makedirs", "makedirs_p", "mkdir_p":
		return true
	}
	return false
}
