package pyeval

import (
	"encoding/base64"

	"deploylint/internal/value"
)

// base64Library turns keys and certificates in variables into what they are
// (https://docs.python.org/3/library/base64.html).
func base64Library() library {
	return library{modules: "base64", member: base64Member}
}

func base64Member(_ *evaluator, module, name string) (val, bool) {
	full := module + "." + name
	encoding := base64.StdEncoding
	switch name {
	case "urlsafe_b64encode", "urlsafe_b64decode":
		encoding = base64.URLEncoding
	case "b64encode", "b64decode", "standard_b64encode", "standard_b64decode":
	default:
		return val{}, false
	}
	return strict(full, func(ev *evaluator, c *call) val {
		if len(c.args) != 1 || len(c.kw) > 0 {
			return notKnown(value.Unread, value.Why(value.CallNotFollowed, full))
		}
		switch o := c.args[0].o.(type) {
		case bytesObj:
			if name[len(name)-6:] == "encode" {
				return ev.bytesOf(encoding.EncodeToString([]byte(o)), string(o))
			}
			return ev.decoded(encoding, string(o))
		case strObj:
			if name[len(name)-6:] == "decode" {
				return ev.decoded(encoding, string(o))
			}
			return ev.raiseAt("TypeError", "a bytes-like object is required, not 'str'", c.span)
		}
		return notKnown(value.Unread, value.Why(value.CallNotFollowed, full))
	}), true
}

// decoded is a text that Python and Go take for the same bytes: whole groups of the alphabet.
func (ev *evaluator) decoded(encoding *base64.Encoding, s string) val {
	b, err := encoding.Strict().DecodeString(s)
	if err != nil {
		ev.risk("Exception")
		return unread("the text is not decoded as base64 here")
	}
	return ev.bytesOf(string(b), s)
}

// bytesOf is bytes that were made of a text which may not depend on where the repository lies.
func (ev *evaluator) bytesOf(b, from string) val {
	if !plain(from) || len(b) > maxString || !ev.spend(len(b)) {
		return unread("the bytes are not followed")
	}
	return of(bytesObj(b))
}
