package report

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io"
	"strconv"
	"unicode/utf8"

	"deploylint/internal/inspect"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

type jsonSettings struct {
	SchemaVersion int                `json:"schema_version"`
	Sites         []jsonSettingsSite `json:"sites"`
}

type jsonSettingsSite struct {
	Name     string        `json:"name"`
	Settings []jsonSetting `json:"settings"`
}

type jsonSetting struct {
	Name string `json:"name"`
	jsonResolved
	Alternatives []jsonAlternative `json:"alternatives"`
}

// A jsonAlternative is one of several values; Condition is what decides.
type jsonAlternative struct {
	jsonResolved
	Condition string `json:"condition"`
}

// A jsonResolved is what is known of a value; its fields stand beside what it is the value of.
type jsonResolved struct {
	Known  bool       `json:"known"`
	Type   string     `json:"type"`
	Value  jsonValue  `json:"value"`
	Reason *string    `json:"reason"`
	Trail  []jsonStep `json:"trail"`
}

// SettingsJSON writes resolved settings for programs. Its form is a contract: see schemaVersion.
func SettingsJSON(w io.Writer, sites []inspect.Settings, _ Options) error {
	doc := jsonSettings{SchemaVersion: schemaVersion, Sites: []jsonSettingsSite{}}
	for _, s := range sites {
		site := jsonSettingsSite{Name: s.Site.Name, Settings: []jsonSetting{}}
		for _, one := range s.Settings {
			setting := jsonSetting{Name: one.Name, jsonResolved: resolved(one.Value), Alternatives: []jsonAlternative{}}
			for _, a := range one.Alternatives {
				setting.Alternatives = append(setting.Alternatives, jsonAlternative{resolved(a.Value), a.Condition})
			}
			site.Settings = append(site.Settings, setting)
		}
		doc.Sites = append(doc.Sites, site)
	}
	return writeJSON(w, doc)
}

func resolved(v value.Value) jsonResolved {
	doc := jsonResolved{Known: v.Known() && v.Kind() != value.Object, Type: v.Kind().String(), Value: jsonValue{v}, Trail: []jsonStep{}}
	if v.Kind() == value.Object {
		doc.Type = v.Payload()
	}
	if !doc.Known {
		reason := unknownReason(v)
		doc.Reason = &reason
	}
	for _, s := range v.Trail {
		doc.Trail = append(doc.Trail, jsonStepOf(s))
	}
	return doc
}

// unknownReason says why a program cannot have the value.
func unknownReason(v value.Value) string {
	if v.Kind() == value.Object {
		return "it is an object of type " + v.Payload() + ", whose content is not followed"
	}
	return cmp.Or(v.Reason.String(), "it could not be read")
}

// A jsonValue is a value as JSON has it: a tuple or set is a list, a path a string from the repository's root, a
// timedelta its seconds, and what is
// not known {"unknown": reason}.
type jsonValue struct{ value.Value }

// MarshalJSON writes the value.
func (j jsonValue) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	if err := jsonPlain(&b, j.Value); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func jsonPlain(b *bytes.Buffer, v value.Value) error {
	switch v.Kind() {
	case value.None:
		b.WriteString("null")
	case value.Bool:
		t, _ := v.Bool()
		b.WriteString(strconv.FormatBool(t))
	case value.Int:
		i, _ := v.Int()
		b.WriteString(strconv.FormatInt(i, 10))
	case value.Float:
		f, _ := v.Float()
		return jsonFloat(b, f)
	case value.Duration:
		seconds, _ := v.Seconds()
		return jsonFloat(b, seconds)
	case value.Str, value.Path:
		return jsonText(b, rooted(v.Payload()))
	case value.Bytes:
		return jsonText(b, v.Payload())
	case value.List, value.Tuple, value.Set:
		b.WriteByte('[')
		for i, e := range v.Elems() {
			if i > 0 {
				b.WriteByte(',')
			}
			if err := jsonPlain(b, e); err != nil {
				return err
			}
		}
		b.WriteByte(']')
	case value.Dict:
		return jsonDict(b, v)
	default:
		b.WriteString(`{"unknown":`)
		if err := jsonText(b, unknownReason(v)); err != nil {
			return err
		}
		b.WriteByte('}')
	}
	return nil
}

// jsonDict writes a dict in its own order. Keys that are no str are spelled as Python's json module does; entries whose key
// is not known stand under "*".
func jsonDict(b *bytes.Buffer, v value.Value) error {
	b.WriteByte('{')
	seen := map[string]bool{}
	for i, k := range v.Keys() {
		key := jsonKey(k)
		if seen[key] {
			continue
		}
		if len(seen) > 0 {
			b.WriteByte(',')
		}
		seen[key] = true
		if err := jsonText(b, key); err != nil {
			return err
		}
		b.WriteByte(':')
		if err := jsonPlain(b, v.Elems()[i]); err != nil {
			return err
		}
	}
	b.WriteByte('}')
	return nil
}

func jsonKey(k value.Value) string {
	switch k.Kind() {
	case value.Str:
		return rooted(k.Payload())
	case value.Unknown, value.Object:
		return "*"
	case value.None:
		return "null"
	case value.Bool:
		t, _ := k.Bool()
		return strconv.FormatBool(t)
	default:
		return python(k)
	}
}

// jsonFloat writes a float; JSON has no word for infinity and for what is no number.
func jsonFloat(b *bytes.Buffer, f float64) error {
	raw, err := json.Marshal(f)
	if err != nil {
		return jsonText(b, pythonFloat(f))
	}
	b.Write(raw)
	return nil
}

func jsonText(b *bytes.Buffer, s string) error {
	if !utf8.ValidString(s) {
		s = lint.Visible(s)
	}
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	err := e.Encode(s)
	b.Truncate(b.Len() - 1) // the line end
	return err
}
