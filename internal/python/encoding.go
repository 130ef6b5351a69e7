package python

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// The comment that names a file's encoding, of PEP 263, and a line that may stand before it.
var (
	cookieComment = regexp.MustCompile(`^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)`)
	blankComment  = regexp.MustCompile(`^[ \t\f]*(?:#.*)?$`)
)

// cookie returns the encoding that one of the first two lines of text names, in one spelling for each that is read here,
// and its place. Without one it is utf-8.
func cookie(text string) (encoding string, at int) {
	for range 2 {
		line, rest, _ := strings.Cut(text[at:], "\n")
		line, _, cr := strings.Cut(line, "\r")
		if strings.Contains(line, "coding") {
			if m := cookieComment.FindStringSubmatchIndex(line); m != nil {
				return normalEncoding(line[m[2]:m[3]]), at + m[2]
			}
		}
		if cr && !strings.HasPrefix(text[at+len(line):], "\r\n") || !blankComment.MatchString(line) {
			break
		}
		at = len(text) - len(rest)
	}
	return "utf-8", 0
}

// normalEncoding returns utf-8, latin-1, ascii, or name as it is. For the other names of UTF-8, which CPython knows but does
// not allow behind a byte order mark, it returns utf8.
func normalEncoding(name string) string {
	s := strings.ReplaceAll(strings.ToLower(name), "_", "-")
	for _, known := range []string{"utf-8", "latin-1", "iso-8859-1", "iso-latin-1"} {
		if s == known || strings.HasPrefix(s, known+"-") {
			if known == "utf-8" {
				return "utf-8"
			}
			return "latin-1"
		}
	}
	switch s {
	case "utf8", "u8", "utf", "utf8-ucs2", "utf8-ucs4", "cp65001":
		return "utf8"
	case "latin1", "l1", "iso8859-1", "iso8859", "8859", "cp819", "latin", "iso-ir-100", "csisolatin1", "ibm819":
		return "latin-1"
	case "ascii", "us-ascii", "646", "us", "ansi-x3.4-1968", "iso646-us", "cp367", "ibm367":
		return "ascii"
	}
	return name
}

// printable shortens a name from the file for a message. Its characters are plain by cookieComment.
func printable(name string) string { return name[:min(len(name), 40)] }

// fold returns an identifier as CPython compares it (PEP 3131).
func fold(name string) string { return norm.NFKC.String(name) }
