package pyeval

import (
	"regexp"
	"strings"
	"time"
	"unicode"

	"deploylint/internal/value"
)

// The parsers of environs, which are fields of marshmallow (https://github.com/marshmallow-code/marshmallow).

// A marshmallowField deserializes one value; bad says that it is not valid, and then v is what there was.
type marshmallowField func(v val) (out val, bad bool)

// cast is what a parser makes of a value. Where it is not valid, v is what the parser had made of it so far.
func (e *marshmallowEnv) cast(ev *evaluator, v val, kind string, c *call) (out val, bad bool) {
	if s, ok := v.o.(strObj); ok && !plain(string(s)) {
		switch kind {
		case "str", "raw", "path", "dj_db_url":
		default:
			return notKnown(value.Host, value.DependsOn("where the repository lies")), false
		}
	}
	switch kind {
	case "list":
		return ev.environsList(v, c)
	case "dict":
		return ev.environsDict(v, c)
	case "json":
		return ev.environsJSON(v, c)
	case "dj_db_url", "dj_email_url", "dj_cache_url":
		d := c.without(2)
		d.kw = without(d.kw, "name", "default", "subcast")
		out := ev.parsedURL(kind, v, d)
		if ev.exc == nil {
			return out, false
		}
		ev.exc = nil
		return v, true
	}
	return ev.environsField(kind, c)(v)
}

// environsField is the field behind a parser or a subcast.
func (ev *evaluator) environsField(kind string, c *call) marshmallowField {
	switch kind {
	case "raw":
		return func(v val) (val, bool) { return v, false }
	case "str":
		return func(v val) (val, bool) {
			_, ok := v.o.(strObj)
			return v, !ok
		}
	case "bool":
		return environsBool
	case "int", "float", "log_level":
		return func(v val) (val, bool) { return ev.environsNumber(kind, v, c) }
	case "path":
		return func(v val) (val, bool) {
			switch o := v.o.(type) {
			case *pathObj:
				return v, false
			case strObj:
				return ofPath(pathPathlib, string(o)), false
			}
			return v, true
		}
	case "url":
		return func(v val) (val, bool) {
			s, ok := v.o.(strObj)
			if !ok {
				return v, true
			}
			if strings.ContainsFunc(string(s), func(r rune) bool { return r > unicode.MaxASCII }) {
				return unread("whether this is a URL is not followed"), false
			}
			if !isWebURL(string(s)) {
				return v, true
			}
			return ev.urlObject(string(s), c), false
		}
	case "timedelta":
		return ev.environsDuration
	case "decimal", "uuid", "date":
		return func(v val) (val, bool) {
			if out, bad := environsObject(kind, v); !bad {
				return out, false
			}
			return v, true
		}
	}
	return func(val) (val, bool) { return notKnown(value.Unread, value.Why(value.ParserNotFollowed, kind)), false }
}

// environsBool is marshmallow's table of truth, which knows just these spellings.
func environsBool(v val) (val, bool) {
	switch o := v.o.(type) {
	case boolObj:
		return v, false
	case intObj:
		return ofBool(o == 1), o != 0 && o != 1
	case floatObj:
		return ofBool(o == 1), o != 0 && o != 1
	case strObj:
		switch o {
		case "t", "T", "true", "True", "TRUE", "on", "On", "ON", "y", "Y", "yes", "Yes", "YES", "1":
			return ofBool(true), false
		case "f", "F", "false", "False", "FALSE", "off", "Off", "OFF", "n", "N", "no", "No", "NO", "0":
			return ofBool(false), false
		}
	}
	return v, true
}

func (ev *evaluator) environsNumber(kind string, v val, c *call) (val, bool) {
	if _, isBool := v.o.(boolObj); isBool {
		return v, true
	}
	builtin := "int"
	if kind == "float" {
		builtin = "float"
	}
	s, isText := v.o.(strObj)
	f, _ := ev.builtin(builtin)
	var out val
	if isText {
		out = ev.scalarCast(builtin, string(s), c)
	} else {
		out = ev.call(f, &call{args: []val{v}, span: c.span, caller: c.caller})
	}
	if ev.exc == nil {
		return out, false
	}
	ev.exc = nil
	if kind != "log_level" || !isText {
		return v, true
	}
	if level, known := logLevel(strings.ToUpper(string(s))); known {
		return level, false
	}
	return v, true
}

// subcast is the field that a subcast stands for.
func (ev *evaluator) subcast(v val, c *call) marshmallowField {
	for _, kind := range []string{"str", "int", "bool", "float"} {
		if castIs(v, kind) {
			return ev.environsField(kind, c)
		}
	}
	switch v.o.(type) {
	case nil, noneObj:
		return ev.environsField("raw", c)
	case *funcObj, *classObj:
		return func(x val) (val, bool) {
			return ev.call(v, &call{args: []val{x}, span: c.span, caller: c.caller}), false
		}
	}
	return func(val) (val, bool) { return unread("the subcast is not followed"), false }
}

func (ev *evaluator) environsList(v val, c *call) (val, bool) {
	sub, _ := c.arg(2, "subcast")
	field := ev.subcast(sub, c)
	delimiter := ","
	if d, ok := c.arg(-1, "delimiter"); ok {
		s, isText := d.o.(strObj)
		if !isText || s == "" {
			return derive(reasonOf(d)), false
		}
		delimiter = string(s)
	}
	var elems []val
	switch o := v.o.(type) {
	case strObj:
		if o != "" {
			for part := range strings.SplitSeq(string(o), delimiter) {
				elems = append(elems, ofStr(part))
			}
		}
	case *listObj, *tupleObj, *setObj:
		elems = elemsOf(v)
	case intObj, boolObj, floatObj:
		return ev.raiseAt("AttributeError", "the default is no list", c.span), false
	case noneObj:
		return ev.raiseAt("AttributeError", "the default is no list", c.span), false
	default:
		return unread("the list is not followed"), false
	}
	out := make([]val, len(elems))
	failed := false
	for i, e := range elems {
		var bad bool
		out[i], bad = field(e)
		failed = failed || bad
		if ev.exc != nil {
			return out[i], false
		}
	}
	if failed {
		return ev.list(elems), true
	}
	return ev.list(out), false
}

func (ev *evaluator) environsDict(v val, c *call) (val, bool) {
	s, ok := v.o.(strObj)
	if !ok {
		if _, isDict := v.o.(*dictObj); isDict {
			return v, false
		}
		return ev.raiseAt("AttributeError", "the default is no dict", c.span), false
	}
	option := func(name, def string) string {
		if t, given := c.text(-1, name); given && t != "" {
			return t
		}
		return def
	}
	keys, hasKeys := c.arg(-1, "subcast_keys")
	values, _ := c.arg(-1, "subcast_values")
	t := newTable()
	if s == "" {
		return ev.dict(t), false
	}
	separator, delimiter := option("key_value_delimiter", "="), option("delimiter", ",")
	for item := range strings.SplitSeq(string(s), delimiter) {
		k, x, found := strings.Cut(item, separator)
		if !found {
			return ev.raiseAt("ValueError", "the text is no dict", c.span), false
		}
		key, badKey := ofStr(strings.TrimFunc(k, unicode.IsSpace)), false
		if hasKeys {
			key, badKey = ev.subcast(keys, c)(key)
		}
		if ev.exc != nil || badKey {
			return v, badKey
		}
		e, bad := ev.subcast(values, c)(ofStr(strings.TrimFunc(x, unicode.IsSpace)))
		if ev.exc != nil || bad {
			return v, bad
		}
		h, hashable := hashOf(key.o)
		if !hashable {
			return unread("the dict is not followed"), false
		}
		t.set(h, key, e)
	}
	return ev.dict(t), false
}

func (ev *evaluator) environsJSON(v val, c *call) (val, bool) {
	switch o := v.o.(type) {
	case strObj:
		out := ev.parseJSON(string(o), c)
		if ev.exc != nil {
			ev.exc = nil
			return v, true
		}
		if _, none := out.o.(noneObj); none {
			def, given := c.arg(1, "default")
			if _, allowed := def.o.(noneObj); !given || !allowed {
				return out, true // a field takes None only where that is the default
			}
		}
		return out, false
	case *dictObj, *listObj, noneObj:
		if ev.libVersion("environs").before(10, 0) {
			return ev.raiseAt("TypeError", "the default is no text", c.span), false
		}
		return v, false
	}
	if ev.libVersion("environs").before(10, 0) {
		return ev.raiseAt("TypeError", "the default is no text", c.span), false
	}
	return v, true
}

// durationText is a duration in units that fall: "1h 30m".
var durationText = regexp.MustCompile(`^\s*(?:(-?\d+)\s*w\s*)?(?:(-?\d+)\s*d\s*)?(?:(-?\d+)\s*h\s*)?(?:(-?\d+)\s*m\s*)?(?:(-?\d+)\s*s\s*)?(?:(-?\d+)\s*ms\s*)?(?:(-?\d+)\s*[µu]s\s*)?$`)

func (ev *evaluator) environsDuration(v val) (val, bool) {
	delta := someDelta()
	if v.o.typeName() == "timedelta" {
		return v, false
	}
	s, isText := v.o.(strObj)
	version := ev.libVersion("environs")
	if isText && !version.before(10, 0) && strings.ContainsAny(string(s), "0123456789") && durationText.MatchString(strings.TrimSuffix(string(s), "\n")) {
		return delta, false
	}
	name := "int"
	if !ev.libVersion("marshmallow").before(4, 0) {
		name = "float"
	}
	f, _ := ev.builtin(name)
	out := ev.call(f, &call{args: []val{v}, span: ev.here(), caller: ev.sc.mod})
	if ev.exc != nil {
		ev.exc = nil
		return v, true
	}
	if isUnknown(out.o) {
		return out, false
	}
	return delta, false
}

// decimalText is what decimal.Decimal takes, but for its special values.
var decimalText = regexp.MustCompile(`^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$`)

// environsObject is a value of a class that rules do not look into.
func environsObject(kind string, v val) (val, bool) {
	s, ok := v.o.(strObj)
	if !ok {
		return notKnown(value.Unread, value.Why(value.ParserNotForDefault, kind)), false
	}
	text := string(s)
	switch kind {
	case "decimal":
		text = strings.ReplaceAll(strings.TrimFunc(text, unicode.IsSpace), "_", "")
		return of(&opaqueObj{typ: "Decimal"}), !decimalText.MatchString(text)
	case "uuid":
		text = strings.Trim(strings.ReplaceAll(strings.ReplaceAll(text, "urn:", ""), "uuid:", ""), "{}")
		text = strings.ReplaceAll(text, "-", "")
		return of(&opaqueObj{typ: "UUID"}), len(text) != 32 || strings.Trim(strings.ToLower(text), "0123456789abcdef") != ""
	}
	_, err := time.Parse(time.DateOnly, text)
	return of(&opaqueObj{typ: "date"}), err != nil
}

// webURL is the expression of marshmallow's validator of URLs, without letters beyond ASCII.
var webURL = regexp.MustCompile(`(?i)^(?:[a-z0-9.+-]*)://(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?` +
	`(?:(?:[A-Z0-9](?:[A-Z0-9-]{0,61}[A-Z0-9])?\.)+(?:[A-Z]{2,6}\.?|[A-Z0-9-]{2,}\.?)|localhost|\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[[A-F0-9]*:[A-F0-9:]+\])` +
	`(?::\d+)?(?:/?|[/?#]\S+)$`)

func isWebURL(s string) bool {
	scheme, _, ok := strings.Cut(s, "://")
	switch strings.ToLower(scheme) {
	case "http", "https", "ftp", "ftps":
		return ok && webURL.MatchString(s)
	}
	return false
}
