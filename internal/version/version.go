// Package version orders versions: those of Python packages as PEP 440 does, with the specifiers that requirements ask for
// them by, and the dotted numbers at the beginning of all others.
package version

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
)

// A Version is a version of a Python package, as PEP 440 orders them. The zero Version is 0.
type Version struct {
	text    string
	epoch   int
	release []int
	// pre is the pre-release: its letter (a, b, c) and number; letter 0 is none.
	preLetter byte
	pre       int
	post, dev int // -1 is none
	local     string
}

const none = -1

// Parse reads a version in any of the spellings that PEP 440 allows.
func Parse(text string) (Version, bool) {
	v := Version{text: strings.TrimSpace(text), post: none, dev: none}
	p := versionParser{rest: strings.TrimPrefix(strings.ToLower(v.text), "v")}
	if n, rest, ok := leadingNumber(p.rest); ok && strings.HasPrefix(rest, "!") {
		v.epoch, p.rest = n, rest[1:]
	}
	if !p.releaseNumbers(&v) {
		return Version{}, false
	}
	p.preRelease(&v)
	p.postRelease(&v)
	p.devRelease(&v)
	if !p.localLabel(&v) || p.rest != "" {
		return Version{}, false
	}
	return v, true
}

// String returns the version as it was written.
func (v Version) String() string {
	if v.text == "" {
		return "0"
	}
	return v.text
}

// Part returns a number of the release, counted from 0; those that are not written are 0.
func (v Version) Part(i int) int {
	if i < len(v.release) {
		return v.release[i]
	}
	return 0
}

// Major returns 5 for 5.2.17.
func (v Version) Major() int { return v.Part(0) }

// Minor returns 2 for 5.2.17.
func (v Version) Minor() int { return v.Part(1) }

// Parts returns how many numbers of the release are written: 3 for 5.2.17.
func (v Version) Parts() int { return len(v.release) }

// AtLeast reports whether v is of a release or later: AtLeast(4, 2). A pre-release counts as the release that it leads to,
// whose behaviour it has.
func (v Version) AtLeast(release ...int) bool { return compareRelease(v.release, release) >= 0 }

// Before reports whether v is of an earlier release.
func (v Version) Before(release ...int) bool { return !v.AtLeast(release...) }

// IsPrerelease reports whether the version is an alpha, beta, release candidate or development release.
func (v Version) IsPrerelease() bool { return v.preLetter != 0 || v.dev != none }

// Compare returns -1, 0 or 1 as v comes before, is, or comes after w.
func (v Version) Compare(w Version) int {
	if c := v.comparePublic(w); c != 0 {
		return c
	}
	return compareLocal(v.local, w.local)
}

// comparePublic leaves the local label out.
func (v Version) comparePublic(w Version) int {
	if c := cmp.Or(cmp.Compare(v.epoch, w.epoch), compareRelease(v.release, w.release)); c != 0 {
		return c
	}
	vl, vn := v.preKey()
	wl, wn := w.preKey()
	return cmp.Or(
		cmp.Compare(vl, wl), cmp.Compare(vn, wn),
		cmp.Compare(v.post, w.post),
		cmp.Compare(v.devKey(), w.devKey()),
	)
}

// preKey orders 1.0.dev1 before 1.0a1 before 1.0.
func (v Version) preKey() (letter, n int) {
	switch {
	case v.preLetter != 0:
		return int(v.preLetter), v.pre
	case v.post == none && v.dev != none:
		return 0, 0
	default:
		return math.MaxUint8, 0
	}
}

func (v Version) devKey() int {
	if v.dev == none {
		return math.MaxInt
	}
	return v.dev
}

func compareRelease(a, b []int) int {
	for i := range max(len(a), len(b)) {
		var x, y int
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		if x != y {
			return cmp.Compare(x, y)
		}
	}
	return 0
}

// compareLocal orders local labels: none first, then part by part, numbers after words.
func compareLocal(a, b string) int {
	if a == "" || b == "" {
		return cmp.Compare(len(a), len(b))
	}
	return slices.CompareFunc(strings.Split(a, "."), strings.Split(b, "."), func(x, y string) int {
		m, errX := strconv.Atoi(x)
		n, errY := strconv.Atoi(y)
		switch {
		case errX == nil && errY == nil:
			return cmp.Compare(m, n)
		case errX == nil:
			return 1
		case errY == nil:
			return -1
		}
		return strings.Compare(x, y)
	})
}

type versionParser struct {
	rest string
}

func (p *versionParser) releaseNumbers(v *Version) bool {
	for {
		n, rest, ok := leadingNumber(p.rest)
		if !ok {
			return false
		}
		v.release = append(v.release, n)
		p.rest = rest
		if len(rest) < 2 || rest[0] != '.' || rest[1] < '0' || rest[1] > '9' {
			return true
		}
		p.rest = rest[1:]
	}
}

func (p *versionParser) preRelease(v *Version) {
	n, word, ok := p.label("alpha", "a", "beta", "b", "preview", "pre", "c", "rc")
	if !ok {
		return
	}
	v.pre = n
	switch word {
	case "alpha", "a":
		v.preLetter = 'a'
	case "beta", "b":
		v.preLetter = 'b'
	default:
		v.preLetter = 'c'
	}
}

func (p *versionParser) postRelease(v *Version) {
	if rest, ok := strings.CutPrefix(p.rest, "-"); ok {
		if n, rest, ok := leadingNumber(rest); ok {
			v.post, p.rest = n, rest
			return
		}
	}
	if n, _, ok := p.label("post", "rev", "r"); ok {
		v.post = n
	}
}

func (p *versionParser) devRelease(v *Version) {
	if n, _, ok := p.label("dev"); ok {
		v.dev = n
	}
}

// label reads one of words, longest spelling first, with its separators and number.
func (p *versionParser) label(words ...string) (n int, word string, ok bool) {
	rest := p.rest
	if rest != "" && strings.ContainsRune("._-", rune(rest[0])) {
		rest = rest[1:]
	}
	for _, word := range words {
		after, ok := strings.CutPrefix(rest, word)
		if !ok {
			continue
		}
		number := after
		if number != "" && strings.ContainsRune("._-", rune(number[0])) {
			number = number[1:]
		}
		if n, behind, ok := leadingNumber(number); ok {
			p.rest = behind
			return n, word, true
		}
		p.rest = after
		return 0, word, true
	}
	return 0, "", false
}

func (p *versionParser) localLabel(v *Version) bool {
	label, ok := strings.CutPrefix(p.rest, "+")
	if !ok {
		return true
	}
	p.rest = ""
	v.local = strings.NewReplacer("-", ".", "_", ".").Replace(label)
	for part := range strings.SplitSeq(v.local, ".") {
		if part == "" || strings.ContainsFunc(part, func(c rune) bool { return (c < '0' || c > '9') && (c < 'a' || c > 'z') }) {
			return false
		}
	}
	return true
}

// leadingNumber reads the digits at the start of text. A number of more than fifteen digits is none.
func leadingNumber(text string) (n int, rest string, ok bool) {
	end := 0
	for end < len(text) && text[end] >= '0' && text[end] <= '9' {
		end++
	}
	if end == 0 || end > 15 {
		return 0, text, false
	}
	n, err := strconv.Atoi(text[:end])
	return n, text[end:], err == nil
}
