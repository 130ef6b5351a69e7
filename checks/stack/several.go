package stack

import (
	"deploylint/internal/deploy"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// several reports whether certainly more than one process answers requests, with the place that says so and how many there
// are. What each of them keeps in memory, the others do not see.
func several(site *deploy.Site) (place source.Span, n int64, ok bool) {
	for _, p := range site.Web() {
		if p.Server == nil || p.Server.Traits.Development {
			continue
		}
		for _, option := range []string{"workers", "processes"} {
			v := p.Server.Options.Get(option)
			if workers, isInt := number(v); isInt && workers > 1 {
				if span := v.Source(); !span.IsZero() {
					return span, workers, true
				}
				return p.Started(), workers, true
			}
		}
		if p.Program == nil {
			continue
		}
		if processes, isInt := p.Program.Number("numprocs"); isInt && processes > 1 {
			return p.Program.Place("numprocs"), processes, true
		}
	}
	return source.Span{}, 0, false
}

// number returns a number that is written as one or as a text.
func number(v value.Value) (int64, bool) {
	if text, ok := v.Text(); ok {
		n := int64(0)
		for _, c := range text {
			if c < '0' || c > '9' || n > 1_000_000 {
				return 0, false
			}
			n = 10*n + int64(c-'0')
		}
		return n, text != ""
	}
	return v.Int()
}

// inProcess reports whether a cache of the settings lives in the memory of each process: a known text, given or Django's
// default.
func inProcess(cache value.Value) bool {
	backend, ok := cache.At("BACKEND").Text()
	return ok && backend == "django.core.cache.backends.locmem.LocMemCache"
}
