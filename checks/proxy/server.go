package proxy

import (
	"slices"

	"deploylint/internal/deploy"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// isOwn reports whether the server is one of the site's: Django is behind it, or it answers for a name of one that it is.
// All are when a file was given alone.
func isOwn(site *deploy.Site, s *nginx.Server) bool {
	if site.Settings == nil {
		return true
	}
	for _, app := range site.AppServers() {
		if app.Server == s || slices.ContainsFunc(s.Names, func(n nginx.Name) bool {
			return n.Kind == nginx.ExactName && app.Answers(n.Text) == value.True
		}) {
			return true
		}
	}
	return false
}

// nameOf names a location in a message: "location /static/".
func nameOf(l *nginx.Location) string {
	switch {
	case l == nil || l.Inferred:
		return "the server"
	case l.IsRegex() || l.Modifier == "=" || l.Modifier == "^~":
		return "location " + l.Modifier + " " + l.Path
	default:
		return "location " + l.Path
	}
}

// isTrue reports whether a directive of the given name is in effect with the given value.
func isTrue(b *nginx.Block, name, text string) bool {
	e, found := b.InEffect(name)
	return found == value.True && e.Arg(0).Text == text
}
