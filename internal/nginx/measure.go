package nginx

import (
	"strconv"
	"strings"

	"deploylint/internal/value"
)

// ParseSize parses a size in bytes as client_max_body_size takes it: 10m, 512k, 1g, 0.
func ParseSize(text string) (bytes int64, ok bool) {
	if text == "" {
		return 0, false
	}
	unit := int64(1)
	switch text[len(text)-1] {
	case 'k', 'K':
		unit = 1 << 10
	case 'm', 'M':
		unit = 1 << 20
	case 'g', 'G':
		unit = 1 << 30
	}
	if unit > 1 {
		text = text[:len(text)-1]
	}
	n, err := strconv.ParseUint(text, 10, 62)
	if err != nil || n > uint64((1<<62)/unit) {
		return 0, false
	}
	return int64(n) * unit, true
}

// ParseTime parses a time as proxy_read_timeout takes it, in seconds: 60, 90s, 5m, 1h30m, 500ms, 1d.
func ParseTime(text string) (seconds float64, ok bool) {
	if text == "" {
		return 0, false
	}
	for rest := strings.ReplaceAll(text, " ", ""); rest != ""; {
		end := 0
		for end < len(rest) && '0' <= rest[end] && rest[end] <= '9' {
			end++
		}
		n, err := strconv.ParseUint(rest[:end], 10, 40)
		if err != nil {
			return 0, false
		}
		rest = rest[end:]
		unit := 1.0
		switch {
		case rest == "":
		case strings.HasPrefix(rest, "ms"):
			unit, rest = 0.001, rest[2:]
		default:
			switch rest[0] {
			case 's':
			case 'm':
				unit = 60
			case 'h':
				unit = 3600
			case 'd':
				unit = 86400
			case 'w':
				unit = 7 * 86400
			case 'M':
				unit = 30 * 86400
			case 'y':
				unit = 365 * 86400
			default:
				return 0, false
			}
			rest = rest[1:]
		}
		seconds += float64(n) * unit
	}
	return seconds, true
}

// BodyLimit returns the client_max_body_size in effect in the block, in bytes; 0 is no limit. e is zero where nginx's
// default of 1 MB is in effect. known is false where the value is not.
func (b *Block) BodyLimit() (bytes int64, e Entry, known bool) {
	const byDefault = 1 << 20
	e, found := b.InEffect("client_max_body_size")
	if e.Directive == nil {
		return byDefault, e, found == value.False
	}
	text, ok := e.Value()
	if !ok {
		return 0, e, false
	}
	bytes, ok = ParseSize(text)
	return bytes, e, ok && found == value.True
}
