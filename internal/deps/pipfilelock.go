package deps

import (
	"encoding/json"
	"strings"

	"deploylint/internal/source"
)

// readPipfileLock reads Pipenv's lock file, token by token, because the places of the versions are wanted.
func (r *reader) readPipfileLock(f *source.File) {
	d := lockDecoder{file: f, dec: json.NewDecoder(strings.NewReader(f.Text))}
	ok := d.object(func(section string) bool {
		if section != "default" && section != "develop" {
			return d.skip()
		}
		return d.object(func(name string) bool {
			q := Requirement{Name: name, Locked: true, Hashed: true, Dev: section == "develop"}
			ok := d.object(func(key string) bool {
				if key != "version" {
					return d.skip()
				}
				token, err := d.dec.Token()
				text, isText := token.(string)
				if err != nil || !isText {
					return false
				}
				end := int(d.dec.InputOffset())
				q.Specifier, q.Pinned = text, strings.TrimPrefix(text, "==")
				q.Span = f.Span(end-len(text)-2, end)
				return true
			})
			if q.Pinned != "" {
				r.add(q)
			}
			return ok
		})
	})
	if !ok {
		r.note(f, source.Span{}, "Pipfile.lock is not valid JSON; the packages behind the error are not known")
	}
}

type lockDecoder struct {
	file *source.File
	dec  *json.Decoder
}

// object reads an object and calls field behind each key, which must read the value. A value that is no object is
// passed over.
func (d lockDecoder) object(field func(key string) bool) bool {
	token, err := d.dec.Token()
	if err != nil {
		return false
	}
	if token != json.Delim('{') {
		return token != json.Delim('[') || d.rest()
	}
	for d.dec.More() {
		key, err := d.dec.Token()
		if err != nil {
			return false
		}
		name, _ := key.(string)
		if !field(name) {
			return false
		}
	}
	_, err = d.dec.Token()
	return err == nil
}

// skip passes over a value.
func (d lockDecoder) skip() bool {
	token, err := d.dec.Token()
	if err != nil {
		return false
	}
	if token == json.Delim('{') || token == json.Delim('[') {
		return d.rest()
	}
	return true
}

// rest passes over what is left of an object or list that has begun.
func (d lockDecoder) rest() bool {
	for depth := 1; depth > 0; {
		token, err := d.dec.Token()
		if err != nil {
			return false
		}
		switch token {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
	}
	return true
}
