package shell

import (
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// A Purpose is what the words of a condition say that a branch is for: in if [ "$DEBUG" = 1 ]; then … else … fi the first
// branch is for development, and so the other one is for production.
type Purpose int8

const (
	// ForDevelopment is what stands behind a test for debugging or development.
	ForDevelopment Purpose = iota - 1
	// NoPurpose is what stands behind conditions that say nothing of it, or none.
	NoPurpose
	// ForProduction is what stands behind a test for production.
	ForProduction
)

func (p Purpose) opposite() Purpose { return -p }

// purpose returns what the conditions around the current statement say of it, the innermost that says anything.
func (e *evaluator) purpose() Purpose {
	for _, p := range slices.Backward(e.purposes) {
		if p != NoPurpose {
			return p
		}
	}
	return NoPurpose
}

// purposeOf returns what the words of an if's condition say of its branch.
func (e *evaluator) purposeOf(condition []*syntax.Stmt) Purpose {
	said := NoPurpose
	for _, st := range condition {
		text := e.text.written(st)
		one := purposeOfWords(text)
		if denies(text) {
			one = one.opposite()
		}
		if one != NoPurpose {
			said = one
		}
	}
	return said
}

// denies reports whether a condition is true where what it names is not so.
func denies(condition string) bool {
	if strings.Contains(condition, "!") || strings.Contains(condition, "-z ") {
		return true
	}
	for _, value := range []string{"false", "no", "0", "off"} {
		compared := strings.NewReplacer(`"`, "", "'", "", "==", "=").Replace(strings.ToLower(condition))
		if strings.Contains(compared+" ", "= "+value+" ") {
			return true
		}
	}
	return false
}

// purposeOfPatterns returns what the patterns of a case's branch say of it.
func (e *evaluator) purposeOfPatterns(patterns []*syntax.Word) Purpose {
	for _, p := range patterns {
		if said := purposeOfWords(e.text.written(p)); said != NoPurpose {
			return said
		}
	}
	return NoPurpose
}

// purposeOfWords returns what a text's words say; production where they say both.
func purposeOfWords(text string) Purpose {
	said := NoPurpose
	words := strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return c < 'a' || c > 'z' })
	for _, w := range words {
		switch w {
		case "prod", "production", "live":
			return ForProduction
		case "debug", "dev", "devel", "develop", "development", "local", "test", "testing", "ci", "reload", "autoreload", "runserver":
			said = ForDevelopment
		}
	}
	if len(words) > 0 && words[0] == "test" { // the command
		return purposeOfWords(strings.Join(words[1:], " "))
	}
	return said
}
