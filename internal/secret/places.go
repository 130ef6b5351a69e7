package secret

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// Places returns the places of all secrets of a site that were read, whether a rule has something to say about them or
// not: no report may show them. It looks at settings, at what gives processes their environment, and at env files.
func Places(site *deploy.Site) []source.Span {
	p := &places{seen: map[source.Span]bool{}}
	if s := site.Settings; s != nil {
		for _, name := range s.Names() {
			if v, ok := s.Given(name); ok {
				v.Walk(name, p.setting)
			}
		}
	}
	for _, process := range site.Processes {
		for _, layer := range process.Environment.Layers() {
			for _, v := range layer.Vars {
				p.variable(v.Name, v.Value, v.Span)
			}
		}
	}
	if site.Repository != nil {
		for _, f := range site.Repository.EnvFiles {
			for _, e := range f.Entries {
				p.variable(e.Key, e.Value, e.Span)
			}
		}
		scanner := NewScanner()
		for _, f := range site.Repository.Leaky {
			for _, h := range scanner.Scan(f.File, KindOf(f.File.Path)) {
				p.add(h.Span)
			}
		}
	}
	return p.spans
}

type places struct {
	spans []source.Span
	seen  map[source.Span]bool
}

func (p *places) add(s source.Span) {
	if !s.IsZero() && s.Start < s.End && !p.seen[s] {
		p.seen[s] = true
		p.spans = append(p.spans, s)
	}
}

// setting adds the places where the code spells a secret: the text itself where it stands there, else the whole literal.
func (p *places) setting(path string, v value.Value) {
	text, ok := v.Text()
	name := path[strings.LastIndexByte(path, '.')+1:]
	if !ok || !isSecret(name, text) {
		return
	}
	if _, password, ok := URLPassword(text); ok && strings.Contains(text, password) {
		text = password
	}
	for _, step := range v.Trail {
		code := step.Span.Text()
		at := strings.Index(code, text)
		switch {
		case step.Span.IsZero():
		case at >= 0:
			p.add(step.Span.File.Span(step.Span.Start+at, step.Span.Start+at+len(text)))
		case strings.HasPrefix(code, `"`) || strings.HasPrefix(code, "'") || strings.HasPrefix(code, "("):
			p.add(step.Span)
		}
	}
}

// variable adds the place of an environment variable's value. Where the value is not known, what is written there counts.
func (p *places) variable(name string, v value.Value, at source.Span) {
	text, ok := v.Text()
	if !ok && v.Kind() == value.Unknown && !at.IsZero() {
		text, ok = unquoted(at).Text(), true
	}
	if ok && isSecret(name, text) {
		p.add(at)
	}
}

// isSecret reports whether a text under a name is to be hidden.
func isSecret(name, text string) bool {
	if _, _, ok := URLPassword(text); ok {
		return true
	}
	class, _ := Of(name, text)
	return class == Weak || class == Likely || class == Provider
}
