package secret

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/source"
)

// docstrings returns the texts in triple quotes of a Python file. What is assigned in them is an example for readers.
func docstrings(f *source.File) []source.Span {
	var spans []source.Span
	text := f.Text
	for at := 0; at < len(text); {
		c := text[at]
		switch {
		case c == '#':
			at += lineLength(text[at:])
		case c != '"' && c != '\'':
			at++
		case strings.HasPrefix(text[at:], `"""`), strings.HasPrefix(text[at:], "'''"):
			end := closing(text, at+3, text[at:at+3])
			spans = append(spans, f.Span(at, end))
			at = end
		default:
			at = closing(text, at+1, text[at:at+1])
		}
	}
	return spans
}

// closing returns the place behind the quote that ends a text which begins at a place. A text in single quotes ends with
// its line in any case.
func closing(text string, at int, quote string) int {
	for at < len(text) {
		switch c := text[at]; {
		case c == '\\':
			at += 2
		case c == quote[0] && strings.HasPrefix(text[at:], quote):
			return at + len(quote)
		case c == '\n' && len(quote) == 1:
			return at
		default:
			at++
		}
	}
	return len(text)
}

func lineLength(text string) int {
	if n := strings.IndexByte(text, '\n'); n >= 0 {
		return n
	}
	return len(text)
}

// inDocstring reports whether a place of a Python file stands in a text in triple quotes.
func (t *scan) inDocstring(at int) bool {
	if path.Ext(t.file.Path) != ".py" {
		return false
	}
	if !t.read {
		t.read, t.docstrings = true, docstrings(t.file)
	}
	return slices.ContainsFunc(t.docstrings, func(s source.Span) bool { return s.Start < at && at < s.End })
}

// isBrowserKey reports whether a key is one that browsers are given: Google's keys for maps and Firebase name the caller and
// grant nothing by themselves (https://firebase.google.com/docs/projects/api-keys).
func (t *scan) isBrowserKey(provider string) bool {
	if provider != "Google API key" {
		return false
	}
	switch path.Ext(t.file.Path) {
	case ".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".vue", ".svelte", ".html", ".htm":
		return true
	}
	base := path.Base(t.file.Path)
	return base == "google-services.json" || base == "GoogleService-Info.plist"
}

// near is how many lines before and after a key belong to it.
const near = 8

// withoutStandIns leaves out the keys of AWS's form that are for a stand-in of its storage, as tests start one, and the
// secrets that belong to them.
func (t *scan) withoutStandIns() {
	var lines []int
	for _, h := range t.hits {
		if h.Provider == awsKey && t.isForStandIn(h) {
			lines = append(lines, h.Span.From().Line)
		}
	}
	if lines == nil {
		return
	}
	t.hits = slices.DeleteFunc(t.hits, func(h Hit) bool {
		if h.Provider != "" && h.Provider != awsKey {
			return false
		}
		return slices.ContainsFunc(lines, func(at int) bool { return max(at, h.Span.From().Line)-min(at, h.Span.From().Line) <= near })
	})
}

// isForStandIn reports whether MinIO or LocalStack is named by the key's own name or by an address next to it.
func (t *scan) isForStandIn(h Hit) bool {
	if strings.Contains(strings.ToUpper(h.Name), "MINIO") {
		return true
	}
	around := strings.ToLower(t.around(h.Span.Start, h.Span.End, near))
	return strings.Contains(around, "://minio") || strings.Contains(around, "://localstack")
}

// around returns a part of the text with a few lines before and after it.
func (t *scan) around(from, to, lines int) string {
	text := t.file.Text
	for range lines + 1 {
		from = max(0, strings.LastIndexByte(text[:from], '\n'))
		to = min(len(text), to+lineLength(text[to:])+1)
	}
	return text[from:to]
}
