// Package spell knows which of several words a person probably meant.
package spell

import "strings"

// Nearest returns the candidate that is closest to word, or "" where none is close enough to be a slip of the finger:
// more than a third of the word would have to change. Case does not count, and of equally close ones the first wins.
func Nearest(word string, candidates []string) string {
	word = strings.ToLower(word)
	best, limit := "", max(1, len(word)/3)+1
	for _, c := range candidates {
		if d := distance(word, strings.ToLower(c)); d < limit {
			best, limit = c, d
		}
	}
	return best
}

// DidYouMean returns ", did you mean X?" for the nearest candidate, or "".
func DidYouMean(word string, candidates []string) string {
	if near := Nearest(word, candidates); near != "" {
		return ", did you mean " + near + "?"
	}
	return ""
}

// A Slip is the one slip of the finger by which two words differ.
type Slip uint8

// The slips.
const (
	// NoSlip: they are equal, or more than one letter apart.
	NoSlip Slip = iota
	// Missing: one of them lacks a letter of the other.
	Missing
	// Replaced: one letter stands for another.
	Replaced
	// Swapped: two neighbours are exchanged.
	Swapped
)

// SlipOf returns the slip between two words, and with Missing the letter that one of them lacks.
func SlipOf(a, b string) (slip Slip, letter byte) {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case len(a)+1 == len(b) && a[i:] == b[i+1:]:
		return Missing, b[i]
	case len(a) != len(b) || i == len(a):
		return NoSlip, 0
	case a[i+1:] == b[i+1:]:
		return Replaced, 0
	case i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]:
		return Swapped, 0
	}
	return NoSlip, 0
}

// distance is the number of letters to insert, delete, replace or swap with their neighbour to get from a to b.
func distance(a, b string) int {
	// Three rows of the usual table are enough: a swap looks two rows back.
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(b)]
}
