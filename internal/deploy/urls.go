package deploy

import (
	"slices"
	"strings"

	"deploylint/internal/source"
)

// fileView is Django's view for files, which works with DEBUG off as well.
const fileView = "django.views.static"

// ServesFiles reports whether the project's URLs hold Django's view for files, or one of their modules imports it.
func (s *Settings) ServesFiles() bool {
	return s.URLs.Imports(fileView) || s.URLs.Find(func(r *URLRoute) bool {
		return strings.HasPrefix(r.View, fileView) && !strings.HasSuffix(r.Call, "static") // which adds nothing with DEBUG off
	}) != nil
}

// FileViews returns the lines of the project's URLs that hand a path to Django's view for files whatever DEBUG says. What
// stands in an if is left out: nothing is known of when that holds. So is static(), which adds nothing with DEBUG off, and a
// pattern that stands for one file.
func (s *Settings) FileViews() []source.Span {
	var found []source.Span
	s.URLs.Each(func(r *URLRoute) {
		if r.View != fileView+".serve" || r.Conditional || r.ViewSpan.IsZero() || r.Regex && r.Known && !strings.ContainsAny(r.Pattern, "*+") {
			return
		}
		n := r.ViewSpan.From().Line
		line, span := r.ViewSpan.File.Line(n), r.ViewSpan.File.LineSpan(n)
		span.Start += len(line) - len(strings.TrimLeft(line, " \t"))
		if !slices.Contains(found, span) {
			found = append(found, span)
		}
	})
	return found
}
