package inspect

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/django"
	"deploylint/internal/lint"
	"deploylint/internal/secret"
	"deploylint/internal/spell"
	"deploylint/internal/value"
)

// Options say what is shown, and how much of it.
type Options struct {
	// Names are the settings, places inside settings (DATABASES.default.HOST) or variables to show; none stands for those
	// that the project has something to say about.
	Names []string
	// ShowSecrets leaves secrets as they are.
	ShowSecrets bool
}

// Settings are the resolved settings of one site.
type Settings struct {
	Site     *deploy.Site
	Settings []Setting
}

// A Setting is one setting, or a place inside one, as a report may show it.
type Setting struct {
	// Name is "ALLOWED_HOSTS" or "DATABASES.default.HOST".
	Name  string
	Value value.Value
	// Alternatives are the values it may have, where that is not decided.
	Alternatives []Alternative
}

// An Alternative is one of several values that a setting may have.
type Alternative struct {
	Value value.Value
	// Condition is what decides: "`os.environ.get("CI")`".
	Condition string
}

// SettingsOf returns the settings of the sites that are asked for. A name that neither the project nor Django knows is an
// error.
func SettingsOf(sites []*deploy.Site, opt Options) ([]Settings, error) {
	for _, name := range opt.Names {
		if err := checkName(sites, name); err != nil {
			return nil, err
		}
	}
	var all []Settings
	for _, site := range sites {
		if site.Settings == nil {
			continue
		}
		all = append(all, settingsOf(site, opt))
	}
	return all, nil
}

func settingsOf(site *deploy.Site, opt Options) Settings {
	var hide *secret.Redactor
	if !opt.ShowSecrets {
		hide = secret.NewRedactor([]*deploy.Site{site})
	}
	names := opt.Names
	if len(names) == 0 {
		names = site.Settings.Names()
	}
	s := Settings{Site: site}
	for _, name := range names {
		v, _ := find(site.Settings, name)
		shown := Setting{Name: name, Value: hide.Value(name, v)}
		if !v.Known() {
			for i, a := range v.Alternatives {
				shown.Alternatives = append(shown.Alternatives, Alternative{shown.Value.Alternatives[i], hide.Text(lint.Deciding(a, v))})
			}
		}
		s.Settings = append(s.Settings, shown)
	}
	return s
}

// find returns the value under a name, which may lead into dicts and sequences. It is not ok where nothing certainly is
// there.
func find(s *deploy.Settings, name string) (v value.Value, ok bool) {
	first, rest, inside := strings.Cut(name, ".")
	v = s.Get(first)
	if inside {
		v = distinct(inner(v, strings.Split(rest, ".")))
	}
	return v, !absent(v)
}

// absent reports whether nothing certainly is there, whatever is decided.
func absent(v value.Value) bool {
	if v.Known() {
		return false
	}
	if len(v.Alternatives) > 0 {
		return !slices.ContainsFunc(v.Alternatives, func(a value.Value) bool { return !absent(a) })
	}
	return v.Cause == value.Absent
}

// distinct leaves out alternatives that are equal: dicts that differ may hold the same under one key.
func distinct(v value.Value) value.Value {
	if v.Known() || len(v.Alternatives) == 0 {
		return v
	}
	var different []value.Value
	for _, a := range v.Alternatives {
		if !slices.ContainsFunc(different, func(d value.Value) bool {
			return value.Equal(a, d) || !a.Known() && !d.Known() && a.Reason.Equal(d.Reason)
		}) {
			different = append(different, a)
		}
	}
	if len(different) == 1 {
		return different[0]
	}
	v.Alternatives = different
	return v
}

// inner follows the parts of a path. A key may hold dots itself, such as the names of loggers: the longest that is there
// counts.
func inner(v value.Value, parts []string) value.Value {
	if len(parts) == 0 {
		return v
	}
	if i, err := strconv.Atoi(parts[0]); err == nil && v.IsSequence() {
		return inner(element(v, i), parts[1:])
	}
	for n := len(parts); n > 1; n-- {
		if e := v.At(strings.Join(parts[:n], ".")); e.Known() {
			return inner(e, parts[n:])
		}
	}
	return inner(v.At(parts[0]), parts[1:])
}

// element returns an element of a sequence; behind an unknown number of elements nothing is certain.
func element(v value.Value, i int) value.Value {
	elems := v.Elems()
	if many := slices.IndexFunc(elems, func(e value.Value) bool { return e.Many }); many >= 0 && i >= many {
		return value.NotKnown(value.Unread, "the elements before it are not all known")
	}
	if i < 0 || i >= len(elems) {
		return value.NotKnownFor(value.Absent, value.Why(value.ElementMissing, strconv.Itoa(i)))
	}
	return elems[i]
}

// checkName returns an error for a name that is nowhere, with the one that was probably meant.
func checkName(sites []*deploy.Site, name string) error {
	first, rest, inside := strings.Cut(name, ".")
	if first == "" || strings.ContainsAny(first, `/\`) {
		return fmt.Errorf("%q is no name of a setting; a project is given with --path", name)
	}
	var known []string
	certain := true
	for _, site := range sites {
		if site.Settings == nil {
			continue
		}
		version := django.Of(site.Settings.Django.Major, site.Settings.Django.Minor)
		known = append(append(known, site.Settings.Names()...), django.Names(version)...)
		if _, given := site.Settings.Given(first); given {
			certain = false // a module that is not in the repository may set it
		}
		if _, ok := find(site.Settings, name); ok && inside {
			return nil
		}
	}
	if slices.Contains(known, first) {
		if !inside {
			return nil
		}
		return fmt.Errorf("%s has no %s%s", first, rest, insideHint(sites, first, rest))
	}
	hint := spell.DidYouMean(first, known)
	if !certain && hint == "" {
		return nil
	}
	return fmt.Errorf("neither the project nor Django has a setting %s%s", first, hint)
}

// insideHint names the keys that are there, where the first step into a dict is wrong.
func insideHint(sites []*deploy.Site, first, rest string) string {
	key, _, _ := strings.Cut(rest, ".")
	var keys []string
	for _, site := range sites {
		if site.Settings == nil {
			continue
		}
		for _, k := range site.Settings.Get(first).Keys() {
			if k.Kind() == value.Str {
				keys = append(keys, k.Payload())
			}
		}
	}
	if slices.Contains(keys, key) {
		return ""
	}
	return spell.DidYouMean(key, keys)
}
