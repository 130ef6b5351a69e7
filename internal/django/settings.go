package django

import (
	"slices"

	"deploylint/internal/value"
)

// A setting is one name of global_settings.py: the series that brought it, the one that dropped it, and its default; nil
// for the few that have none.
type setting struct {
	name         string
	since, until Version // until is exclusive; zero where it is still there
	def          func(Version) value.Value
}

// Defaults returns the defaults of all settings of a version that have one, by name. Those of an unknown version are those of the
// newest series with long-term support.
func Defaults(v Version) map[string]value.Value {
	v = orLTS(v)
	step := value.Step{How: value.Default, Text: "Django " + v.Series() + " default"}
	out := map[string]value.Value{}
	for _, s := range settings() {
		if s.def != nil && s.in(v) {
			out[s.name] = s.def(v).With(step)
		}
	}
	return out
}

func orLTS(v Version) Version {
	if v.IsZero() {
		return NewestLTS()
	}
	return v
}

// Names returns the names of all settings of a version, sorted.
func Names(v Version) []string {
	v = orLTS(v)
	var out []string
	for _, s := range settings() {
		if s.in(v) {
			out = append(out, s.name)
		}
	}
	slices.Sort(out)
	return out
}

// IsSetting reports whether a name is a setting of Django itself in any version that this package knows. MAILERS counts,
// although global_settings.py does not have it yet.
func IsSetting(name string) bool {
	if name == "MAILERS" {
		return true
	}
	_, ok := find(name)
	return ok
}

// AllNames returns the names of which IsSetting is true.
func AllNames() map[string]bool {
	names := map[string]bool{"MAILERS": true}
	for _, s := range settings() {
		names[s.name] = true
	}
	return names
}

// Removed returns the settings that are gone, each with the series that dropped it, so that it is silently ignored from
// there on.
func Removed() map[string]Version {
	removed := map[string]Version{}
	for _, s := range settings() {
		if !s.until.IsZero() {
			removed[s.name] = s.until
		}
	}
	return removed
}

// in reports whether a version has the setting.
func (s setting) in(v Version) bool {
	if s.name == "DATA_UPLOAD_MAX_NUMBER_FILES" {
		return hasFileLimit(v)
	}
	return v.Compare(s.since) >= 0 && (s.until.IsZero() || !v.AtLeast(s.until.Major, s.until.Minor))
}

// hasFileLimit reports whether a version has the limit on uploaded files, which came to three series as a security fix.
func hasFileLimit(v Version) bool {
	switch v.Series() {
	case "3.2":
		return v.Compare(Version{Major: 3, Minor: 2, Patch: 18}) >= 0
	case "4.0":
		return v.Compare(Version{Major: 4, Minor: 0, Patch: 10}) >= 0
	case "4.1":
		return v.Compare(Version{Major: 4, Minor: 1, Patch: 7}) >= 0
	default:
		return v.AtLeast(4, 2)
	}
}

func find(name string) (setting, bool) {
	for _, s := range settings() {
		if s.name == name {
			return s, true
		}
	}
	return setting{}, false
}

// settings is the table.
func settings() []setting {
	return slices.Concat(coreSettings(), requestSettings(), storageSettings(), securitySettings(), mailSettings(), localeSettings())
}

// Short forms for the table.

func always(v value.Value) func(Version) value.Value {
	return func(Version) value.Value { return v }
}

func str(s string) func(Version) value.Value { return always(value.OfStr(s)) }
func num(i int64) func(Version) value.Value  { return always(value.OfInt(i)) }
func truth(b bool) func(Version) value.Value { return always(value.OfBool(b)) }
func none() func(Version) value.Value        { return always(value.OfNone()) }
func list() func(Version) value.Value        { return always(strs(value.List)) }

// sequence is a list from 1.9 on and a tuple before.
func sequence(elems ...string) func(Version) value.Value {
	return func(v Version) value.Value {
		if v.AtLeast(1, 9) {
			return strs(value.List, elems...)
		}
		return strs(value.Tuple, elems...)
	}
}

func strs(k value.Kind, elems ...string) value.Value {
	out := make([]value.Value, len(elems))
	for i, e := range elems {
		out[i] = value.OfStr(e)
	}
	return value.OfSequence(k, out...)
}

func dict() func(Version) value.Value { return always(value.OfDict(nil, nil)) }

// object is a default that rules do not look into.
func object(description string) func(Version) value.Value { return always(value.OfObject(description)) }

// from gives one default up to a series and another from it on.
func from(major, minor int, before, after value.Value) func(Version) value.Value {
	return func(v Version) value.Value {
		if v.AtLeast(major, minor) {
			return after
		}
		return before
	}
}

func strDict(pairs ...string) value.Value {
	var keys, vals []value.Value
	for i := 0; i < len(pairs); i += 2 {
		keys = append(keys, value.OfStr(pairs[i]))
		vals = append(vals, value.OfStr(pairs[i+1]))
	}
	return value.OfDict(keys, vals)
}

// named is a dict with one dict under "default".
func named(inner value.Value) value.Value {
	return value.OfDict([]value.Value{value.OfStr("default")}, []value.Value{inner})
}
