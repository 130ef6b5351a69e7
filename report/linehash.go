package report

import (
	"fmt"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// hashWindow is how many characters the hash of a line covers.
const hashWindow = 100

// hashBase is the base of the rolling hash; all arithmetic wraps around at 64 bits.
const hashBase uint64 = 37

// lineHashes returns GitHub's primaryLocationLineHash of every line, from line 1 on: the hash of the line's next 100
// characters that are no blanks, and a number that tells equal ones apart. GitHub's upload action computes the same and
// warns where a file brings other values (src/fingerprints.ts in https://github.com/github/codeql-action).
func lineHashes(text string) []string {
	h := hasher{counts: map[uint64]int{}, lineStart: true, top: 1}
	for range hashWindow {
		h.top *= hashBase
	}
	for len(text) > 0 {
		r, n := decode(text)
		text = text[n:]
		if hi, lo := utf16.EncodeRune(r); hi != utf8.RuneError {
			h.char(uint64(hi))
			h.char(uint64(lo))
			continue
		}
		h.char(uint64(r))
	}
	h.char(0xffff) // the end of the file
	for range hashWindow {
		h.emit()
		h.push(0)
	}
	return h.hashes
}

// A hasher rolls over the UTF-16 code units of a text.
type hasher struct {
	hash   uint64
	top    uint64 // hashBase to the power of hashWindow
	window [hashWindow]uint64
	starts [hashWindow]bool // whether a line starts at this place of the window
	index  int

	lineStart bool
	afterCR   bool
	counts    map[uint64]int
	hashes    []string
}

func (h *hasher) char(c uint64) {
	skip := c == ' ' || c == '\t' || h.afterCR && c == '\n'
	h.afterCR = c == '\r'
	if skip {
		return
	}
	if c == '\r' {
		c = '\n'
	}
	h.emit()
	h.starts[h.index] = h.lineStart
	h.lineStart = c == '\n'
	h.push(c)
}

// emit appends the hash of the line that starts at the oldest place of the window, which is full by now.
func (h *hasher) emit() {
	if h.starts[h.index] {
		h.starts[h.index] = false
		h.counts[h.hash]++
		h.hashes = append(h.hashes, strconv.FormatUint(h.hash, 16)+fmt.Sprintf(":%d", h.counts[h.hash]))
	}
}

func (h *hasher) push(c uint64) {
	h.hash = h.hash*hashBase + c - h.top*h.window[h.index]
	h.window[h.index] = c
	h.index = (h.index + 1) % hashWindow
}

// decode returns the first character of text as JavaScript's decoder does: a sequence that breaks off is one
// replacement character, not one per byte as in Go.
func decode(text string) (r rune, size int) {
	r, size = utf8.DecodeRuneInString(text)
	if r != utf8.RuneError || size != 1 {
		return r, size
	}
	lead := text[0]
	low, high, want := byte(0x80), byte(0xbf), 0
	switch {
	case lead >= 0xc2 && lead <= 0xdf:
		want = 1
	case lead >= 0xe0 && lead <= 0xef:
		want = 2
	case lead >= 0xf0 && lead <= 0xf4:
		want = 3
	}
	switch lead {
	case 0xe0:
		low = 0xa0
	case 0xed:
		high = 0x9f
	case 0xf0:
		low = 0x90
	case 0xf4:
		high = 0x8f
	}
	for size <= want && size < len(text) && text[size] >= low && text[size] <= high {
		low, high = 0x80, 0xbf
		size++
	}
	return utf8.RuneError, size
}
