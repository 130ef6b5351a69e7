package version

import (
	"strconv"
	"strings"
)

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

// Join writes dotted numbers as a version: "8.0.11".
func Join(numbers []int) string {
	var text strings.Builder
	for i, n := range numbers {
		if i > 0 {
			text.WriteByte('.')
		}
		text.WriteString(strconv.Itoa(n))
	}
	return text.String()
}
