package pyeval

import (
	"path"

	"deploylint/internal/source"
)

// An entry file such as wsgi.py is imported before the settings. What it does to os.environ and to sys.path is what the
// settings find there: an env file that it loads, a variable that it sets, a folder that modules are looked up in.

// runEntry runs the entry file. One that cannot be followed to its end leaves nothing behind but a notification, and the
// evaluator is then as it was.
func (ev *evaluator) runEntry() {
	file := ev.opt.Entry
	if file == "" {
		return
	}
	name := ev.moduleName(file)
	if path.Base(file) == "manage.py" {
		name = "__main__"
	}
	ev.fileModule(file, name)
	if ev.exc == nil && !ev.dead {
		ev.settleEntry()
		return
	}
	failed := *ev
	*ev = *newEvaluator(ev.opt)
	ev.notes, ev.beforeSettings = failed.notes, failed.read
	ev.note(source.Warning, source.Span{}, file, "it cannot be followed to its end: what it puts into the environment is not known")
}

// settleEntry makes the state after the entry file that before the settings.
func (ev *evaluator) settleEntry() {
	ev.beforeSettings, ev.read = ev.read, nil
	if ev.opt.Configuration != "" {
		// The caller has weighed the entry file's own default already.
		delete(ev.environ.loaded, "DJANGO_CONFIGURATION")
	}
}
