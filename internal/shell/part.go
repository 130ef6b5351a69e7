package shell

import (
	"strings"

	"deploylint/internal/value"
)

// maxParts is of how many parts a text may be made before it is simply unknown.
const maxParts = 64

// A part is a piece of a variable's text: CMD="gunicorn --workers $N shop.wsgi" has three, of which two are known.
type part struct {
	val value.Value
	// written is the part as the script has it.
	written string
}

// flat returns the parts that a piece is made of.
func (p piece) flat() []part {
	if !p.isList {
		if !p.val.Known() && len(p.parts) > 0 {
			return p.parts
		}
		return []part{{p.val, p.written}}
	}
	var all []part
	for i, w := range p.list {
		if i > 0 {
			all = append(all, part{val: value.OfStr(" ")})
		}
		all = append(all, part{w.Value(), w.Text})
	}
	return all
}

// joined returns the text that parts make, and the parts again where not all of it is known.
func joined(parts []part) (value.Value, []part) {
	var texts []value.Value
	for _, p := range parts {
		texts = append(texts, p.val)
	}
	v := concatenate(texts)
	if v.Known() || len(parts) > maxParts || v.Cause == value.Limit {
		return v, nil
	}
	return v, parts
}

// joinParts returns the parts of a variable that is one of two: the words with which both begin, and something unknown
// behind them.
func joinParts(name string, a, b *variable) []part {
	x, y := partsOf(a), partsOf(b)
	var common []part
	for len(x) > 0 && len(y) > 0 {
		if !same(x[0], y[0]) {
			if words := commonWords(x[0], y[0], len(x) == 1, len(y) == 1); words != "" {
				common = append(common, part{val: value.OfStr(words)})
			}
			break
		}
		common = append(common, x[0])
		x, y = x[1:], y[1:]
	}
	switch {
	case len(common) == 0, len(common) >= maxParts:
		return nil
	case len(x) == 0 && len(y) == 0:
		return common
	}
	rest := value.NotKnownFor(value.Unread, value.DependsOn("a condition that is not decided here"))
	if beginsWord(x) && beginsWord(y) {
		common = append(common, part{val: value.OfStr(" ")})
	}
	return append(common, part{rest, "$" + name})
}

// partsOf returns the parts of a variable, known or not.
func partsOf(v *variable) []part {
	switch {
	case v == nil || v.isList || !v.val.Known() && v.val.Cause == value.Absent:
		return nil
	case len(v.parts) > 0:
		return v.parts
	}
	return []part{{val: v.val}}
}

func same(a, b part) bool {
	x, okX := a.val.Text()
	y, okY := b.val.Text()
	return okX && okY && x == y || !okX && !okY && a.written != "" && a.written == b.written
}

// commonWords returns the whole words with which two known texts begin. A text's last word is whole where the text ends
// with its variable.
func commonWords(a, b part, endsA, endsB bool) string {
	x, okX := a.val.Text()
	y, okY := b.val.Text()
	if !okX || !okY {
		return ""
	}
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	whole := func(text string, ends bool) bool {
		return n == len(text) && ends || n < len(text) && isBlank(text[n])
	}
	if whole(x, endsA) && whole(y, endsB) {
		return x[:n] + " "
	}
	return x[:strings.LastIndexAny(x[:n], " \t\n")+1]
}

// beginsWord reports whether what follows the common parts stands apart from them.
func beginsWord(rest []part) bool {
	if len(rest) == 0 {
		return true
	}
	text, ok := rest[0].val.Text()
	return ok && text != "" && isBlank(text[0])
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }
