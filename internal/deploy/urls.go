package deploy

import (
	"regexp"
	"strings"

	"deploylint/internal/source"
)

var (
	fileViewImport = regexp.MustCompile(`^\s*from\s+django\.views\.static\s+import\s+.*\bserve(?:\s+as\s+(\w+))?`)
	fileViewModule = regexp.MustCompile(`^\s*from\s+django\.views\s+import\s+.*\bstatic\b`)
)

// FileViews returns the lines of the project's URLs that hand a path to Django's view for files whatever DEBUG says. What
// stands in an if, a function or a class is left out: nothing is known of when that holds.
func (s *Settings) FileViews() []source.Span {
	if !s.ServesFiles() && (s.URLs == nil || !strings.Contains(s.URLs.Text, "django.views import")) {
		return nil
	}
	names := []string{"django.views.static.serve"}
	var found []source.Span
	for n := 1; n <= s.URLs.LineCount(); n++ {
		line := s.URLs.Line(n)
		if m := fileViewImport.FindStringSubmatch(line); m != nil {
			names = append(names, m[1])
			if m[1] == "" {
				names[len(names)-1] = "serve"
			}
			continue
		}
		if fileViewModule.MatchString(line) {
			names = append(names, "static.serve")
			continue
		}
		if usesView(line, names) && s.unconditional(n) {
			span := s.URLs.LineSpan(n)
			span.Start += len(line) - len(strings.TrimLeft(line, " \t"))
			found = append(found, span)
		}
	}
	return found
}

// usesView reports whether a line of code hands on one of the views: ", serve" or ", 'django.views.static.serve'".
func usesView(line string, names []string) bool {
	if strings.HasPrefix(strings.TrimSpace(line), "#") {
		return false
	}
	code := strings.NewReplacer(" ", "", "\t", "", `"`, "", "'", "", "view=", "").Replace(line)
	for _, name := range names {
		for _, end := range []string{",", ")", "\r"} {
			if strings.Contains(code, ","+name+end) || strings.HasPrefix(code, name+end) {
				return true
			}
		}
		if code == name || strings.HasSuffix(code, ","+name) {
			return true
		}
	}
	return false
}

// unconditional reports whether no if, function or class is around a line of the URLs, by what the lines above it are
// indented less.
func (s *Settings) unconditional(n int) bool {
	indent := func(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }
	depth := indent(s.URLs.Line(n))
	for n--; n > 0 && depth > 0; n-- {
		line := s.URLs.Line(n)
		text := strings.TrimSpace(line)
		if text == "" || strings.HasPrefix(text, "#") || indent(line) >= depth {
			continue
		}
		depth = indent(line)
		for _, word := range []string{"if", "else", "elif", "def", "class", "try", "except", "for", "while", "with", "async"} {
			if rest, ok := strings.CutPrefix(text, word); ok && (rest == "" || !isWordByte(rest[0])) {
				return false
			}
		}
	}
	return true
}

func isWordByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
