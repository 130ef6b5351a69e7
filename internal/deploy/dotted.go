package deploy

import "strings"

// LastName returns what stands behind the last dot of a dotted name: a class without its module.
func LastName(dotted string) string { return dotted[strings.LastIndexByte(dotted, '.')+1:] }
