package load

import "deploylint/internal/deploy"

// required tells what rules ask about the packages that the project installs.
func (l *loader) required() deploy.Requirements {
	return deploy.Requirements{
		Get: func(name string) (deploy.Requirement, bool) {
			q, ok := l.packages.Get(name)
			if !ok {
				return deploy.Requirement{}, false
			}
			r := deploy.Requirement{Pinned: q.Pinned, Span: q.Span}
			for _, each := range l.packages.All(name) {
				r.Extras = append(r.Extras, each.Extras...)
			}
			return r, true
		},
		Complete: !l.packages.Empty() && len(l.packages.Missing()) == 0 && len(l.packages.Notifications()) == 0,
	}
}
