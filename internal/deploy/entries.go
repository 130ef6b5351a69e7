package deploy

import (
	"iter"

	"deploylint/internal/value"
)

// Entries returns what a dict holds, in order, by its keys; a key that is no known str is "*". Anything but a known dict
// has no entries.
func Entries(dict value.Value) iter.Seq2[string, value.Value] {
	return func(yield func(string, value.Value) bool) {
		if dict.Kind() != value.Dict {
			return
		}
		for i, e := range dict.Elems() {
			key, ok := dict.Keys()[i].Text()
			if !ok {
				key = "*"
			}
			if !yield(key, e) {
				return
			}
		}
	}
}
