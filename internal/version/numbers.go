package version

import "strings"

// Numbers returns the dotted numbers that a version of any program begins with, and what stands behind them: 1, 22, 1 and
// "-9+deb12u1" of Debian's "1.22.1-9+deb12u1". A "v" before them is passed over.
func Numbers(text string) (numbers []int, rest string) {
	rest = strings.TrimPrefix(strings.TrimSpace(text), "v")
	for {
		n, behind, ok := leadingNumber(rest)
		if !ok {
			return numbers, rest
		}
		numbers, rest = append(numbers, n), behind
		if len(rest) < 2 || rest[0] != '.' || rest[1] < '0' || rest[1] > '9' {
			return numbers, rest
		}
		rest = rest[1:]
	}
}
