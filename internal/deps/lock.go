package deps

import (
	"strings"

	"deploylint/internal/source"
)

// readTomlLock reads the [[package]] tables that the lock files of Poetry, uv and PDM have in common. Programs write
// these files, one key to a line, so a scan over the lines is enough; they are by far the largest files that are read.
func (r *reader) readTomlLock(f *source.File) {
	var q Requirement
	inPackage := false
	flush := func() {
		if q.Name != "" && q.Pinned != "" {
			r.add(q)
		}
		q = Requirement{Locked: true, Hashed: true}
	}
	for at := 0; at < len(f.Text); {
		line, _, _ := strings.Cut(f.Text[at:], "\n")
		start := at
		at += len(line) + 1
		if line == "" {
			continue
		}
		if line[0] == '[' {
			flush()
			header := strings.TrimSpace(line)
			inPackage = header == "[[package]]" || header == "[[packages]]"
			continue
		}
		if line[0] < 'a' || line[0] > 'z' || !inPackage {
			continue
		}
		key, text, ok := strings.Cut(line, " = ")
		if !ok {
			continue
		}
		switch key {
		case "name":
			q.Name = quoted(text)
		case "version":
			q.Pinned = quoted(text)
			q.Specifier = "==" + q.Pinned
			q.Span = f.Span(start, start+len(strings.TrimRight(line, " \r")))
		case "category":
			q.Dev = quoted(text) == "dev"
		case "groups":
			q.Dev = onlyDevGroups(text)
		case "source":
			for _, kind := range []string{"virtual", "editable", "directory", "git"} {
				if _, link, ok := strings.Cut(text, kind+" = "); ok {
					q.URL = quoted(link)
				}
			}
		}
	}
	flush()
}

// quoted returns what stands between the first two quotes.
func quoted(text string) string {
	_, text, _ = strings.Cut(text, `"`)
	text, _, _ = strings.Cut(text, `"`)
	return text
}

// onlyDevGroups reports whether all groups of a list such as ["main", "dev"] are for developers.
func onlyDevGroups(text string) bool {
	groups := 0
	for part := range strings.SplitSeq(strings.Trim(text, "[] \r"), ",") {
		if name := quoted(part); name != "" {
			groups++
			if !isDev(name) {
				return false
			}
		}
	}
	return groups > 0
}
