package version

import (
	"strconv"
	"strings"
)

// A Specifier is one condition on a version: an operator and what stands behind it.
type Specifier struct {
	// Op is "==", "!=", "<", "<=", ">", ">=", "~=" or "===".
	Op string
	// Version is the version; for "===" the text alone counts.
	Version Version
	// Prefix is set for ==4.2.* and !=4.2.*.
	Prefix bool
}

// Specifiers are conditions that must all hold. None at all allow everything.
type Specifiers []Specifier

// ParseSpecifiers reads what stands behind a package's name, such as ">=4.2,<5.0".
func ParseSpecifiers(text string) (Specifiers, bool) {
	var list Specifiers
	for part := range strings.SplitSeq(text, ",") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		s, ok := parseSpecifier(part)
		if !ok {
			return nil, false
		}
		list = append(list, s)
	}
	return list, true
}

func parseSpecifier(text string) (Specifier, bool) {
	for _, op := range []string{"===", "==", "!=", "<=", ">=", "~=", "<", ">"} {
		rest, ok := strings.CutPrefix(text, op)
		if !ok {
			continue
		}
		s := Specifier{Op: op}
		rest = strings.TrimSpace(rest)
		if op == "==" || op == "!=" {
			rest, s.Prefix = strings.CutSuffix(rest, ".*")
		}
		s.Version, ok = Parse(rest)
		if op == "===" {
			s.Version.text, ok = rest, rest != "" && rest[0] != '='
		}
		return s, ok && s.valid()
	}
	return Specifier{}, false
}

// valid reports whether the version is one that the operator takes.
func (s Specifier) valid() bool {
	v := s.Version
	switch {
	case s.Op == "===":
		return true
	case s.Prefix:
		return v.preLetter == 0 && v.post == none && v.dev == none && v.local == ""
	case s.Op == "~=" && v.Parts() < 2:
		return false
	}
	return v.local == "" || s.Op == "==" || s.Op == "!="
}

// Allow reports whether a version meets all conditions. Pre-releases are not treated apart.
func (list Specifiers) Allow(v Version) bool {
	for _, s := range list {
		if !s.allow(v) {
			return false
		}
	}
	return true
}

func (s Specifier) allow(v Version) bool {
	w := s.Version
	switch s.Op {
	case "===":
		return strings.EqualFold(v.String(), w.String())
	case "==":
		return s.same(v)
	case "!=":
		return !s.same(v)
	case "<=":
		return v.comparePublic(w) <= 0
	case ">=":
		return v.comparePublic(w) >= 0
	case "<":
		// <5.0 is not meant to let 5.0rc1 in.
		return v.comparePublic(w) < 0 && (w.IsPrerelease() || !v.IsPrerelease() || !sameRelease(v, w))
	case ">":
		// >5.0 is not meant to let 5.0.post1 in, nor a local build of 5.0.
		return v.comparePublic(w) > 0 && (w.post != none || v.post == none || !isPostOf(v, w))
	case "~=":
		prefix := Specifier{Version: Version{epoch: w.epoch, release: w.release[:max(1, len(w.release)-1)], post: none, dev: none}, Prefix: true}
		return v.comparePublic(w) >= 0 && prefix.same(v)
	}
	return false
}

// same is the meaning of "==".
func (s Specifier) same(v Version) bool {
	w := s.Version
	switch {
	case !s.Prefix && w.local == "":
		return v.comparePublic(w) == 0
	case !s.Prefix:
		return v.Compare(w) == 0
	}
	if v.epoch != w.epoch {
		return false
	}
	for i := range w.release {
		if v.Part(i) != w.release[i] {
			return false
		}
	}
	return true
}

func sameRelease(v, w Version) bool {
	return v.epoch == w.epoch && compareRelease(v.release, w.release) == 0
}

// isPostOf reports whether v is a post-release of w.
func isPostOf(v, w Version) bool {
	return sameRelease(v, w) && v.preLetter == w.preLetter && v.pre == w.pre && w.dev == none
}

// Pinned returns the only version that is allowed, when there is exactly one.
func (list Specifiers) Pinned() (Version, bool) {
	for _, s := range list {
		if (s.Op == "==" || s.Op == "===") && !s.Prefix {
			return s.Version, true
		}
	}
	return Version{}, false
}

// Lowest returns the lower bound: the version that the conditions ask for at least.
func (list Specifiers) Lowest() (Version, bool) {
	var low Version
	found := false
	for _, s := range list {
		switch s.Op {
		case ">=", ">", "~=", "==", "===":
			if !found || s.Version.Compare(low) > 0 {
				low, found = s.Version, true
			}
		}
	}
	return low, found
}

// Below returns the upper bound: the version that the conditions stop at, and whether it is still allowed.
func (list Specifiers) Below() (high Version, inclusive, found bool) {
	for _, s := range list {
		bound, with, ok := s.below()
		if ok && (!found || bound.Compare(high) < 0) {
			high, inclusive, found = bound, with, true
		}
	}
	return high, inclusive, found
}

func (s Specifier) below() (bound Version, inclusive, ok bool) {
	release := s.Version.release
	switch {
	case s.Op == "<":
		return s.Version, false, true
	case s.Op == "<=", s.Op == "===", s.Op == "==" && !s.Prefix:
		return s.Version, true, true
	case s.Op == "==":
		return bumped(release, len(release)-1), false, true
	case s.Op == "~=":
		return bumped(release, len(release)-2), false, true
	}
	return Version{}, false, false
}

// bumped returns the first version in which number i of the release is higher.
func bumped(release []int, i int) Version {
	i = max(0, min(i, len(release)-1))
	next := append([]int(nil), release[:i+1]...)
	next[i]++
	words := make([]string, len(next))
	for i, n := range next {
		words[i] = strconv.Itoa(n)
	}
	return Version{text: strings.Join(words, "."), release: next, post: none, dev: none}
}

// FromPoetry turns a version condition of Poetry or Pipenv into PEP 440's form: ^4.2 is >=4.2,<5.0. An empty result with
// ok set allows everything.
func FromPoetry(text string) (string, bool) {
	var parts []string
	for part := range strings.SplitSeq(text, ",") {
		part = strings.TrimSpace(part)
		converted, ok := poetryPart(part)
		if !ok {
			return "", false
		}
		if converted != "" {
			parts = append(parts, converted)
		}
	}
	return strings.Join(parts, ","), true
}

func poetryPart(part string) (string, bool) {
	switch {
	case part == "" || part == "*":
		return "", true
	case strings.HasPrefix(part, "^"):
		v, ok := Parse(part[1:])
		if !ok {
			return "", false
		}
		at := 0
		for at < len(v.release)-1 && v.release[at] == 0 {
			at++
		}
		return ">=" + v.String() + ",<" + bumped(v.release, at).String(), true
	case strings.HasPrefix(part, "~") && !strings.HasPrefix(part, "~="):
		v, ok := Parse(part[1:])
		if !ok {
			return "", false
		}
		return ">=" + v.String() + ",<" + bumped(v.release, min(1, len(v.release)-1)).String(), true
	case part[0] >= '0' && part[0] <= '9':
		part = "==" + part
	case part[0] == '=' && !strings.HasPrefix(part, "=="):
		part = "=" + part
	}
	_, ok := parseSpecifier(part)
	return part, ok
}
