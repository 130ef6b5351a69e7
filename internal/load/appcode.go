package load

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/repo"
	"deploylint/internal/source"
)

// mostAppFiles is how many of the project's Python files are looked into for what its code does.
const mostAppFiles = 3000

// cacheRelays returns what requests leave in the cache for others, by the project's own code. It is read only where several
// processes answer requests and one of the caches lives in the memory of each: else nobody asks.
func (l *loader) cacheRelays(site *deploy.Site) []deploy.CacheRelay {
	if _, several := site.Several(); !several || !keepsInProcess(site.Settings) {
		return nil
	}
	var uses []deploy.CacheUse
	l.appCode(func(f *source.File) {
		if !strings.Contains(f.Text, "django.core.cache") {
			return
		}
		found := deploy.ReadCacheUses(f)
		if len(found) > 0 {
			l.remember(f)
		}
		uses = append(uses, found...)
	})
	relays := deploy.CacheRelays(uses)
	if !slices.ContainsFunc(relays, func(r deploy.CacheRelay) bool { return r.Reader != "" }) {
		return relays
	}
	l.appCode(func(f *source.File) {
		relays = slices.DeleteFunc(relays, func(r deploy.CacheRelay) bool { return r.Reader != "" && r.CallsBoth(f) })
	})
	return relays
}

// taskCode returns what the project's code says about the queues of celery's tasks. It is read only where a worker is known.
func (l *loader) taskCode(site *deploy.Site) deploy.TaskCode {
	var code deploy.TaskCode
	if !slices.ContainsFunc(site.Processes, func(p *deploy.Process) bool { return p.Kind == deploy.Worker && p.Celery != nil }) {
		return code
	}
	l.appCode(func(f *source.File) {
		if !speaksOfCelery(f.Text) {
			return
		}
		known := len(code.Routes) + len(code.Plain)
		code.Read(f)
		if len(code.Routes)+len(code.Plain) > known {
			l.remember(f)
		}
	})
	return code
}

// speaksOfCelery reports whether a module may say something about celery's tasks and where they go.
func speaksOfCelery(text string) bool {
	return strings.Contains(text, "celery") || strings.Contains(text, ".delay(") || strings.Contains(text, "apply_async") || strings.Contains(text, "send_task")
}

// appCode visits the project's Python files that run when requests are answered or tasks are run, up to a limit. What cannot be
// read changes nothing.
func (l *loader) appCode(visit func(*source.File)) {
	left := mostAppFiles
	for _, e := range l.repo.FilesIn(l.dir) {
		if !isAppCode(e.Path) {
			continue
		}
		if left--; left < 0 {
			return
		}
		if f, err := l.readShared(e.Path); err == nil {
			visit(f)
		}
	}
}

// keepsInProcess reports whether one of the caches lives in the memory of each process.
func keepsInProcess(s *deploy.Settings) bool {
	for _, alias := range s.Get("CACHES").Keys() {
		if name, ok := alias.Text(); ok && s.InProcess(name) {
			return true
		}
	}
	return s.InProcess("default")
}

// isAppCode reports whether a file is Python that runs when requests are answered or tasks are run.
func isAppCode(name string) bool {
	if !strings.HasSuffix(name, ".py") || strings.Contains(name, "/migrations/") || strings.Contains(name, "/management/") {
		return false
	}
	switch repo.RoleOf(name) {
	case repo.Test, repo.Sample, repo.Documentation:
		return false
	default:
		return true
	}
}
