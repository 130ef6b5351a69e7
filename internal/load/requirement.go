package load

import (
	"strings"

	"deploylint/internal/deploy"
)

// required tells what rules ask about the packages that the project installs.
func (l *loader) required() deploy.Requirements {
	var written []string
	for _, name := range l.packages.Names() {
		for _, each := range l.packages.All(name) {
			written = append(written, name+"["+strings.Join(each.Extras, ",")+"]")
		}
	}
	return deploy.Requirements{
		Written: written,
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
