package pyeval

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"deploylint/internal/value"
)

// isASCII reports whether Go's and Python's notions of case and blanks agree on s.
func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// blanks are the ASCII characters that str.strip() and str.split() take for blanks.
const blanks = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f"

func (ev *evaluator) strMethod(s, name string, c *call) val {
	if !plain(s) {
		return ev.rootedMethod(s, name, c)
	}
	for _, a := range c.all() {
		if t, ok := a.o.(strObj); ok && !plain(string(t)) && name != "format" && name != "replace" && name != "join" {
			return notKnown(value.Host, value.DependsOn("where the repository lies"))
		}
	}
	arg, hasArg := c.text(0, "")
	switch name {
	case "split", "rsplit", "partition", "rpartition", "splitlines":
		return ev.splitMethod(s, name, c)
	case "strip", "lstrip", "rstrip":
		return stripMethod(s, name, c)
	case "lower", "upper", "title", "capitalize", "casefold", "swapcase":
		return caseMethod(s, name)
	case "replace":
		return ev.replaceMethod(s, c)
	case "startswith", "endswith":
		return ev.affixMethod(s, name, c)
	case "removeprefix":
		if hasArg {
			return ofStr(strings.TrimPrefix(s, arg))
		}
	case "removesuffix":
		if hasArg {
			return ofStr(strings.TrimSuffix(s, arg))
		}
	case "join":
		return ev.joinMethod(s, c)
	case "format":
		return ev.formatMethod(s, c)
	case "encode":
		if len(c.args) == 0 || isASCII(s) || strings.EqualFold(arg, "utf-8") || strings.EqualFold(arg, "utf8") {
			return of(bytesObj(s))
		}
	case "count":
		if hasArg && len(c.args) == 1 && arg != "" {
			return ofInt(strings.Count(s, arg))
		}
	case "find", "index", "rfind", "rindex":
		return ev.findMethod(s, name, arg, c)
	case "isdigit", "isnumeric", "isdecimal", "isalpha", "isalnum", "isupper", "islower", "isspace":
		return classMethod(s, name)
	case "zfill", "ljust", "rjust", "center":
		return ev.padMethod(s, name, c)
	}
	return notKnown(value.Unread, value.Why(value.MethodNotFollowed, name, "a str"))
}

// rootedMethod is a method of a string that depends on where the repository lies: only what is true wherever that is.
func (ev *evaluator) rootedMethod(s, name string, c *call) val {
	arg, ok := c.text(0, "")
	switch name {
	case "endswith":
		last := s[strings.LastIndexByte(s, 0)+1:]
		if ok && plain(arg) && (strings.HasSuffix(last, arg) || len(arg) <= len(last)) {
			return ofBool(strings.HasSuffix(last, arg))
		}
	case "startswith":
		if ok && (strings.HasPrefix(s, arg) || arg == "/" && s[0] == 0) {
			return ofBool(true)
		}
	case "format":
		return ev.formatMethod(s, c)
	case "join":
		return ev.joinMethod(s, c)
	case "rstrip":
		if arg == "/" && len(c.args) == 1 {
			return ofStr(strings.TrimRight(s, "/"))
		}
	case "replace":
		old, _ := c.text(0, "")
		repl, ok := c.text(1, "")
		if old == "\\" && ok && len(c.args) == 2 {
			return ofStr(strings.ReplaceAll(s, old, repl)) // Windows paths, which the server does not have
		}
	case "strip":
		if len(c.args) == 0 && s[0] == 0 {
			return ofStr(strings.TrimRight(s, blanks))
		}
	case "encode":
		return of(bytesObj(s))
	}
	return notKnown(value.Host, value.DependsOn("where the repository lies"))
}

func (ev *evaluator) splitMethod(s, name string, c *call) val {
	sep, hasSep := c.text(0, "sep")
	limit := -1
	if v, ok := c.arg(1, "maxsplit"); ok {
		n, isInt := asInt(v.o)
		if !isInt {
			return unread("the call of split is not followed")
		}
		limit = int(max(min(n, maxItems), -1))
	}
	var parts []string
	switch {
	case name == "splitlines":
		if len(c.args) > 0 || !isASCII(s) || strings.ContainsAny(s, "\x0b\x0c\x1c\x1d\x1e") {
			return unread("the call of splitlines is not followed")
		}
		text := strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
		if text != "" {
			parts = strings.Split(strings.TrimSuffix(text, "\n"), "\n")
		}
	case name == "partition", name == "rpartition":
		if !hasSep || sep == "" {
			return unread("the call of partition is not followed")
		}
		return partition(s, sep, name == "rpartition")
	case !hasSep:
		if !isASCII(s) && strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf && !unicode.IsLetter(r) }) {
			return unread("splitting at blanks is not followed for this text")
		}
		if limit >= 0 {
			if name == "rsplit" {
				return unread("splitting at blanks is not followed for this text")
			}
			parts = splitBlanks(s, limit)
			break
		}
		parts = strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(blanks, r) })
	case sep == "":
		return ev.raiseAt("ValueError", "empty separator", c.span)
	case name == "rsplit" && limit >= 0:
		parts = rsplit(s, sep, limit)
	case limit >= 0:
		parts = strings.SplitN(s, sep, limit+1)
	default:
		parts = strings.Split(s, sep)
	}
	if len(parts) > maxItems || !ev.spend(len(s)+16*len(parts)) {
		return limited("the list is longer than is followed")
	}
	elems := make([]val, len(parts))
	for i, p := range parts {
		elems[i] = ofStr(p)
	}
	return ev.list(elems)
}

// splitBlanks is s.split(None, limit): the rest keeps its blanks but those in front.
func splitBlanks(s string, limit int) []string {
	var out []string
	for s = strings.TrimLeft(s, blanks); s != ""; s = strings.TrimLeft(s, blanks) {
		end := strings.IndexAny(s, blanks)
		if end < 0 || len(out) == limit {
			return append(out, s)
		}
		out = append(out, s[:end])
		s = s[end:]
	}
	return out
}

func rsplit(s, sep string, limit int) []string {
	var out []string
	for range limit {
		i := strings.LastIndex(s, sep)
		if i < 0 {
			break
		}
		out = append([]string{s[i+len(sep):]}, out...)
		s = s[:i]
	}
	return append([]string{s}, out...)
}

func partition(s, sep string, last bool) val {
	i := strings.Index(s, sep)
	if last {
		i = strings.LastIndex(s, sep)
	}
	switch {
	case i >= 0:
		return tupleOf(ofStr(s[:i]), ofStr(sep), ofStr(s[i+len(sep):]))
	case last:
		return tupleOf(ofStr(""), ofStr(""), ofStr(s))
	}
	return tupleOf(ofStr(s), ofStr(""), ofStr(""))
}

func stripMethod(s, name string, c *call) val {
	cut := blanks
	if v, ok := c.arg(0, "chars"); ok {
		switch t := v.o.(type) {
		case strObj:
			cut = string(t)
		case noneObj:
		default:
			return unread("the call of strip is not followed")
		}
	} else if !isASCII(s) {
		// Only the ends matter: other blanks of Unicode may stand there.
		r, _ := utf8.DecodeRuneInString(s)
		l, _ := utf8.DecodeLastRuneInString(s)
		if r >= utf8.RuneSelf || l >= utf8.RuneSelf {
			return unread("stripping blanks is not followed for this text")
		}
	}
	switch name {
	case "lstrip":
		return ofStr(strings.TrimLeft(s, cut))
	case "rstrip":
		return ofStr(strings.TrimRight(s, cut))
	default:
		return ofStr(strings.Trim(s, cut))
	}
}

func caseMethod(s, name string) val {
	if !isASCII(s) {
		return unread("the case of this text is not followed")
	}
	switch name {
	case "lower", "casefold":
		return ofStr(strings.ToLower(s))
	case "upper":
		return ofStr(strings.ToUpper(s))
	case "capitalize":
		if s == "" {
			return ofStr("")
		}
		return ofStr(strings.ToUpper(s[:1]) + strings.ToLower(s[1:]))
	}
	b := []byte(s)
	cased := false // whether the character before is a letter
	for i, x := range b {
		lower, upper := x >= 'a' && x <= 'z', x >= 'A' && x <= 'Z'
		if name == "swapcase" {
			if lower || upper {
				b[i] ^= 0x20
			}
			continue
		}
		if lower && !cased || upper && cased {
			b[i] ^= 0x20
		}
		cased = lower || upper
	}
	return ofStr(string(b))
}

func (ev *evaluator) replaceMethod(s string, c *call) val {
	old, ok := c.text(0, "")
	repl, ok2 := c.text(1, "")
	n := -1
	if v, has := c.arg(2, "count"); has {
		i, isInt := asInt(v.o)
		if !isInt {
			return unread("the call of replace is not followed")
		}
		n = int(max(-1, min(i, maxString)))
	}
	if !ok || !ok2 || !plain(old) {
		return unread("the call of replace is not followed")
	}
	if strings.Count(s, old)*len(repl)+len(s) > maxString {
		return limited("the string is longer than is followed")
	}
	return ev.str(strings.Replace(s, old, repl, n))
}

func (ev *evaluator) affixMethod(s, name string, c *call) val {
	if len(c.args) != 1 {
		return notKnown(value.Unread, value.Why(value.CallNotFollowed, name))
	}
	test := func(v val) (bool, bool) {
		t, ok := v.o.(strObj)
		if !ok || !plain(string(t)) {
			return false, false
		}
		if name == "endswith" {
			return strings.HasSuffix(s, string(t)), true
		}
		return strings.HasPrefix(s, string(t)), true
	}
	options := []val{c.args[0]}
	if t, ok := c.args[0].o.(*tupleObj); ok {
		options = t.elems
	}
	for _, o := range options {
		hit, ok := test(o)
		if !ok {
			return derive(reasonOf(o))
		}
		if hit {
			return ofBool(true)
		}
	}
	return ofBool(false)
}

func (ev *evaluator) joinMethod(sep string, c *call) val {
	if len(c.args) != 1 {
		return unread("the call of join is not followed")
	}
	elems, why := ev.elements(c.args[0])
	if why != nil {
		return derive(why)
	}
	out := ofStr("")
	for i, e := range elems {
		glue := ""
		if i > 0 {
			glue = sep
		}
		out = ev.lift(out, func(left val) val {
			return ev.lift(e, func(right val) val {
				l, ok := left.o.(strObj)
				if !ok {
					return left
				}
				switch r := right.o.(type) {
				case strObj:
					return ev.str(string(l) + glue + string(r))
				case *unknownObj:
					return derive(r)
				case intObj, boolObj, noneObj, floatObj:
					return ev.raiseAt("TypeError", "join takes str instances only", c.span)
				}
				return unread("joining it is not followed")
			})
		})
		if ev.exc != nil || isUnknown(out.o) {
			return out
		}
	}
	return out
}

func (ev *evaluator) findMethod(s, name, sub string, c *call) val {
	if len(c.args) != 1 || !utf8.ValidString(s) {
		return notKnown(value.Unread, value.Why(value.CallNotFollowed, name))
	}
	i := strings.Index(s, sub)
	if name[0] == 'r' {
		i = strings.LastIndex(s, sub)
	}
	if i < 0 {
		if strings.HasSuffix(name, "index") {
			return ev.raiseAt("ValueError", "substring not found", c.span)
		}
		return ofInt(-1)
	}
	return ofInt(utf8.RuneCountInString(s[:i]))
}

func classMethod(s, name string) val {
	if !isASCII(s) {
		return notKnown(value.Unread, value.Why(value.MethodNotForText, name))
	}
	is := func(f func(byte) bool) val {
		for i := range len(s) {
			if !f(s[i]) {
				return ofBool(false)
			}
		}
		return ofBool(s != "")
	}
	digit := func(b byte) bool { return b >= '0' && b <= '9' }
	lower := func(b byte) bool { return b >= 'a' && b <= 'z' }
	upper := func(b byte) bool { return b >= 'A' && b <= 'Z' }
	switch name {
	case "isalpha":
		return is(func(b byte) bool { return lower(b) || upper(b) })
	case "isalnum":
		return is(func(b byte) bool { return lower(b) || upper(b) || digit(b) })
	case "isspace":
		return is(func(b byte) bool { return strings.IndexByte(blanks, b) >= 0 })
	case "isupper":
		return ofBool(s == strings.ToUpper(s) && s != strings.ToLower(s))
	case "islower":
		return ofBool(s == strings.ToLower(s) && s != strings.ToUpper(s))
	default:
		return is(digit)
	}
}

func (ev *evaluator) padMethod(s, name string, c *call) val {
	w, ok := c.arg(0, "")
	n, isInt := asInt(w.o)
	if !ok || !isInt || n > maxString || !utf8.ValidString(s) {
		return limited("the string is longer than is followed")
	}
	fill := " "
	if name == "zfill" {
		if strings.HasPrefix(s, "+") || strings.HasPrefix(s, "-") {
			return unread("the call of zfill is not followed")
		}
		fill = "0"
	} else if f, has := c.text(1, ""); has {
		fill = f
	}
	pad := int(n) - utf8.RuneCountInString(s)
	if pad <= 0 {
		return ofStr(s)
	}
	switch name {
	case "ljust":
		return ev.str(s + strings.Repeat(fill, pad))
	case "center":
		return unread("the method center is not followed")
	default:
		return ev.str(strings.Repeat(fill, pad) + s)
	}
}
