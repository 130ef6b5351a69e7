package deploy

import (
	"strings"

	"deploylint/internal/source"
)

// FileViews returns the lines of the project's URLs that hand a path to Django's view for files whatever DEBUG says. What
// stands in an if is left out: nothing is known of when that holds. So is
// static(), which adds nothing with DEBUG off, and a pattern that stands for one file.
func (s *Settings) FileViews() []source.Span {
	if !s.ServesFiles() && (s.URLs == nil || !strings.Contains(s.URLs.Text, "django.views import")) {
		return nil
	}
	var found []source.Span
	ReadURLs(s.URLs, nil).Each(func(r *URLRoute) {
		if r.View != "django.views.static.serve" || r.Conditional || r.ViewSpan.IsZero() || r.Regex && r.Known && !strings.ContainsAny(r.Pattern, "*+") {
			return
		}
		n := r.ViewSpan.From().Line
		line, span := s.URLs.Line(n), s.URLs.LineSpan(n)
		span.Start += len(line) - len(strings.TrimLeft(line, " \t"))
		found = append(found, span)
	})
	return found
}
