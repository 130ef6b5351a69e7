package deploy

import (
	"fmt"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// Several are the processes that answer a site's requests side by side, more than one of them. What each keeps in memory, the
// others do not see.
type Several struct {
	// Place says that there are several.
	Place source.Span
	// N is how many there are; 0 where the machine's cores decide.
	N int64
	// Forked is set where they may be copies of one process that has imported the application already: gunicorn's preload_app, and
	// uWSGI unless lazy-apps is on. What an import makes up is then the same for all of them.
	Forked bool
}

// Source returns the place that says so.
func (s Several) Source() source.Span { return s.Place }

// Each begins a sentence about every one of them: "each of 4 workers".
func (s Several) Each() string {
	if s.N == 0 {
		return "each worker"
	}
	return fmt.Sprintf("each of %d workers", s.N)
}

// Several reports whether certainly more than one process answers the site's requests: workers of one server, programs that
// supervisor starts several times, replicas of a container.
func (s *Site) Several() (Several, bool) {
	for _, p := range s.Web() {
		if p.Server == nil || p.Server.Traits.Development {
			continue
		}
		for _, option := range []string{"workers", "processes"} {
			v := p.Server.Options.Get(option)
			n, ok := countIn(v)
			if (!ok || n < 2) && v.Cause != value.Host {
				continue
			}
			if place := v.Source(); !place.IsZero() {
				return Several{place, n, p.Server.forksImported()}, true
			}
			return Several{p.Started(), n, p.Server.forksImported()}, true
		}
		if p.Program != nil {
			if n, ok := p.Program.Number("numprocs"); ok && n > 1 {
				return Several{p.Program.Place("numprocs"), n, false}, true
			}
		}
		if n, ok := p.Replicas.Value.Int(); ok && n > 1 {
			return Several{p.Replicas.Source(), n, false}, true
		}
	}
	return Several{}, false
}

// forksImported reports whether the server's workers may be copies of a process that has imported the application.
//
// https://docs.gunicorn.org/en/stable/settings.html#preload-app
// https://uwsgi-docs.readthedocs.io/en/latest/articles/TheArtOfGracefulReloading.html#preforking-vs-lazy-apps-vs-lazy
func (s *Server) forksImported() bool {
	switch s.Program {
	case "gunicorn":
		v := s.Options.Get("preload_app")
		return v.Truth() != value.False && v.Cause != value.Absent
	case "uwsgi":
		for _, option := range []string{"lazy-apps", "lazy"} {
			if s.Options.Get(option).Truth() == value.True {
				return false
			}
		}
		return true
	}
	return false
}

// countIn returns a number that is written as one or as a text.
func countIn(v value.Value) (int64, bool) {
	text, ok := v.Text()
	if !ok {
		return v.Int()
	}
	n := int64(0)
	for _, c := range text {
		if c < '0' || c > '9' || n > 1_000_000 {
			return 0, false
		}
		n = 10*n + int64(c-'0')
	}
	return n, text != ""
}

// InProcess reports whether a cache of the settings lives in the memory of each process: given, or Django's default.
func (s *Settings) InProcess(alias string) bool {
	backend, ok := s.Get("CACHES").At(alias).At("BACKEND").Text()
	return ok && backend == "django.core.cache.backends.locmem.LocMemCache"
}
