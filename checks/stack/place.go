package stack

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
)

// addressOf returns where the address of a target stands: in its upstream, where it has one with a single server.
func addressOf(t deploy.AppTarget) source.Span {
	if addresses, _ := t.Addresses(); len(addresses) == 1 {
		return addresses[0].Span
	}
	return t.Address.Span
}

// bindPlace returns where the address that a process listens on stands, or its command where nothing gives the address.
func bindPlace(p *deploy.Process, b deploy.Bind) source.Span {
	if !b.Span.IsZero() {
		return b.Span
	}
	return p.Started()
}

// alsoIn adds to a result the other targets that it is about.
func alsoIn(r lint.Result, others []deploy.AppTarget) lint.Result {
	for _, t := range others {
		r = r.With(t.Entry, "so it is in %s", t.Where())
	}
	return r
}

// dropped adds to a result the header of an outer block that is lost because the target's own block sets some as well.
func dropped(r lint.Result, t deploy.AppTarget, name string) lint.Result {
	headers := t.Outer.Headers("proxy_set_header")
	for _, h := range headers.Dropped {
		if strings.EqualFold(h.Name.Text, name) {
			return r.With(h, "%s is set here, but not inherited by a block with a proxy_set_header of its own", name).
				With(headers.List[0], "which is this one")
		}
	}
	return r
}
