package process

import "strings"

// firstPart returns the package of a dotted name.
func firstPart(dotted string) string {
	first, _, _ := strings.Cut(dotted, ".")
	return first
}
