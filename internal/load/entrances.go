package load

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/repo"
	"deploylint/internal/source"
)

// entrances returns the modules that make the application: those that WSGI_APPLICATION and ASGI_APPLICATION name, and wsgi and
// asgi beside the URLs.
func (l *loader) entrances(s *deploy.Settings, paths pythonPath) []*source.File {
	var found []*source.File
	add := func(module string) {
		if f := l.module(module, paths); f != nil && !slices.Contains(found, f) {
			found = append(found, f)
		}
	}
	for _, name := range []string{"WSGI_APPLICATION", "ASGI_APPLICATION"} {
		text, _ := s.Get(name).Text()
		if dot := strings.LastIndexByte(text, '.'); dot > 0 {
			add(text[:dot])
		}
	}
	urls, _ := s.Get("ROOT_URLCONF").Text()
	if dot := strings.LastIndexByte(urls, '.'); dot > 0 {
		add(urls[:dot] + ".wsgi")
		add(urls[:dot] + ".asgi")
	}
	return found
}

// module returns the file of a dotted module, nil where it is not in the repository.
func (l *loader) module(module string, paths pythonPath) *source.File {
	name, ok := paths.file(l.isThere, module)
	if !ok {
		return nil
	}
	f, err := l.open(name)
	if err != nil {
		l.notify(repo.Unread(name, err))
		return nil
	}
	return f
}
