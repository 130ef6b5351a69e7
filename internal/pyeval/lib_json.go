package pyeval

import (
	"encoding/json"
	"strings"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

func jsonLibrary() library {
	return library{
		modules:    "json simplejson ast",
		exceptions: "json.JSONDecodeError",
		member:     (*evaluator).dataMember,
	}
}

// dataMember is a member of json or ast.
func (ev *evaluator) dataMember(module, name string) (val, bool) {
	full := module + "." + name
	switch full {
	case "json.loads", "simplejson.loads":
		return strict(full, func(ev *evaluator, c *call) val {
			if len(c.kw) > 0 {
				return unread("the call of json.loads is not followed")
			}
			switch o := c.args0().o.(type) {
			case strObj:
				return ev.parseJSON(string(o), c)
			case bytesObj:
				return ev.parseJSON(string(o), c)
			}
			return ev.raiseAt("TypeError", "the JSON object must be str, bytes or bytearray", c.span)
		}), true
	case "json.load", "simplejson.load":
		return native(full, func(ev *evaluator, c *call) val {
			f, ok := c.args0().o.(*fileObj)
			if !ok || len(c.kw) > 0 {
				ev.risk("Exception")
				return derive(reasonOf(c.args0()))
			}
			return ev.loadJSON(f.file, c)
		}), true
	case "json.dumps":
		return native(full, func(*evaluator, *call) val { return unread("writing JSON is not followed") }), true
	case "ast.literal_eval":
		return strict(full, func(ev *evaluator, c *call) val {
			s, ok := c.text(0, "")
			if !ok {
				return unread("the call of literal_eval is not followed")
			}
			return ev.literalEval(s, c)
		}), true
	}
	return val{}, false
}

func (ev *evaluator) parseJSON(s string, c *call) val {
	d := json.NewDecoder(strings.NewReader(s))
	d.UseNumber()
	if !plain(s) || !json.Valid([]byte(s)) {
		if !plain(s) || strings.Contains(s, "NaN") || strings.Contains(s, "Infinity") {
			return unread("the JSON is not followed")
		}
		return ev.raiseAt("JSONDecodeError", "the text is no JSON", c.span)
	}
	v := ev.jsonValue(d, 0)
	return ev.rehome(v, homeOf(c))
}

// loadJSON reads a JSON file of the repository, with the places of its strings.
func (ev *evaluator) loadJSON(f *source.File, c *call) val {
	v := ev.parseJSON(f.Text, c)
	v.trail = (*trail)(nil).add(value.Step{How: value.Assigned, Span: c.span, Text: "read from " + f.Path})
	return v
}

func (ev *evaluator) jsonValue(d *json.Decoder, depth int) val {
	ev.charge(1)
	token, err := d.Token()
	if err != nil || depth > 100 {
		return unread("the JSON is not followed")
	}
	switch t := token.(type) {
	case nil:
		return ofNone()
	case bool:
		return ofBool(t)
	case string:
		return ev.str(t)
	case json.Number:
		return ev.jsonNumber(t)
	case json.Delim:
		if t == '[' {
			var out []val
			for d.More() && len(out) <= maxItems {
				out = append(out, ev.jsonValue(d, depth+1))
			}
			if len(out) > maxItems {
				return limited("the list is longer than is followed")
			}
			_, _ = d.Token() // the closing bracket: the text is valid
			return ev.list(out)
		}
		table := newTable()
		for d.More() && len(table.keys) <= maxItems {
			k := ev.jsonValue(d, depth+1)
			v := ev.jsonValue(d, depth+1)
			if s, ok := k.o.(strObj); ok {
				table.setStr(string(s), v)
			}
		}
		if len(table.keys) > maxItems {
			return limited("the dict is larger than is followed")
		}
		_, _ = d.Token() // the closing brace: the text is valid
		return ev.dict(table)
	}
	return unread("the JSON is not followed")
}

func (ev *evaluator) jsonNumber(n json.Number) val {
	if strings.ContainsAny(n.String(), ".eE") {
		if f, err := n.Float64(); err == nil {
			return of(floatObj(f))
		}
		return limited("the number is too large")
	}
	i, err := n.Int64()
	if err != nil {
		return limited("the number needs more than 64 bits")
	}
	return of(intObj(i))
}
