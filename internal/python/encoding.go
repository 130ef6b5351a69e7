package python

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// cookie returns the encoding that a comment in one of the first two lines of text names (PEP 263), in one spelling for
// each that is read here, and its place. Without one it is utf-8.
func cookie(text string) (encoding string, at int) {
	for range 2 {
		end := strings.IndexAny(text[at:], "\r\n")
		if end < 0 {
			end = len(text) - at
		}
		line := text[at : at+end]
		code := strings.TrimLeft(line, " \t\f")
		if code != "" && code[0] != '#' {
			break // the comment has to stand alone, and behind no code
		}
		if i, n := cookieName(line); n > 0 {
			return normalEncoding(line[i : i+n]), at + i
		}
		at += end
		switch {
		case strings.HasPrefix(text[at:], "\r\n"):
			at += 2
		case at < len(text):
			at++
		}
	}
	return "utf-8", 0
}

// cookieName returns where in a comment an encoding is named, as in "coding: utf-8", and how long the name is, or 0.
func cookieName(comment string) (at, n int) {
	const word = "coding"
	for {
		i := strings.Index(comment[at:], word)
		if i < 0 {
			return 0, 0
		}
		at += i + len(word)
		if at == len(comment) || comment[at] != ':' && comment[at] != '=' {
			continue
		}
		name := strings.TrimLeft(comment[at+1:], " \t")
		for n < len(name) && (classes[name[n]] == classLetter || classes[name[n]] == classDigit || name[n] == '-' || name[n] == '.') {
			n++
		}
		if n > 0 {
			return len(comment) - len(name), n
		}
	}
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
