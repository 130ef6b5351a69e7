package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/inspect"
	"deploylint/internal/lint"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// SettingsText writes resolved settings for people: each as Python spells it, and below it how it came to be.
func SettingsText(w io.Writer, sites []inspect.Settings, o Options) error {
	t := &text{options: o, paint: paletteOf(o.Color)}
	for i := range sites {
		t.tolerated = source.Span{}
		if !o.Quiet {
			t.siteHead(sites[i].Site)
			t.mayChange(sites[i].Site.Settings)
			t.linef("")
		}
		for k := range sites[i].Settings {
			if k > 0 {
				t.linef("")
			}
			t.setting(&sites[i].Settings[k])
		}
		if i < len(sites)-1 {
			t.linef("")
		}
	}
	_, err := io.WriteString(w, Inert(t.String()))
	return err
}

// mayChange says once for all settings that a module which is not in the repository may change them.
func (t *text) mayChange(s *deploy.Settings) {
	if s.Tolerated == nil {
		return
	}
	t.tolerated = s.Tolerated.Span
	t.part("beside", fmt.Sprintf("%s, which is not in the repository, may change them all (%s)", lint.Visible(s.Tolerated.Name), t.options.position(t.tolerated)))
}

// setting prints one setting with its provenance.
func (t *text) setting(s *inspect.Setting) {
	v := s.Value
	name := t.paint.strong(lint.Visible(s.Name)) + " = "
	switch {
	case len(s.Alternatives) > 0:
		t.linef("%s%s", name, t.paint.faint("<one of these>"))
		t.alternatives(s.Alternatives)
	case !v.Known():
		t.linef("%s%s", name, t.paint.faint("<unknown>"))
		t.linef("    unknown: %s", lint.Visible(cmp.Or(v.Reason.String(), "it could not be read")))
	default:
		b := &pythonBlock{remark: t.remarks(v)}
		b.write(0, "", v, "")
		t.WriteString(name + b.String())
	}
	if note := kindNote(v); note != "" {
		t.linef("    %s", t.paint.faint(note))
	}
	for _, line := range t.trail(v.Trail) {
		t.linef("    %s", line)
	}
	if o := v.Overridable; o != nil && o.Span != t.tolerated {
		t.linef("    %s: %s is not in the repository, and may change it", t.options.position(o.Span), lint.Visible(o.Name))
	}
}

// alternatives prints the values that a setting may have, and what each depends on: once, where that is the same for all.
func (t *text) alternatives(all []inspect.Alternative) {
	same := !slices.ContainsFunc(all, func(a inspect.Alternative) bool { return a.Condition != all[0].Condition })
	for i, a := range all {
		line := t.alike(all[0].Value, a.Value)
		if i == 0 || line == "" {
			b := &pythonBlock{remark: t.remarks(value.Value{})}
			b.write(1, "", a.Value, "")
			line = strings.TrimRight(b.String(), "\n")
		}
		if !same {
			line += t.paint.faint("  # depending on " + lint.Visible(a.Condition))
		}
		t.linef("%s", line)
	}
	if same {
		t.linef("    depending on %s", lint.Visible(all[0].Condition))
	}
}

// The sizes for which it is easier to say what is different in a container than to print it again.
const (
	manyElements    = 4
	fewDifferences  = 4
	widestDifferent = 60
)

// alike says what is different in a container from the first alternative, "" where that is not easier to read.
func (t *text) alike(first, other value.Value) string {
	if first.Kind() != other.Kind() || len(first.Elems()) < manyElements {
		return ""
	}
	without, with := missing(first, other), missing(other, first)
	if n := len(without) + len(with); n == 0 || n > fewDifferences {
		return ""
	}
	var parts []string
	for _, part := range []struct {
		word  string
		elems []string
	}{{"without", without}, {"with", with}} {
		for _, e := range part.elems {
			if textWidth(e) > widestDifferent {
				return ""
			}
			parts = append(parts, part.word+" "+e)
		}
	}
	return "    <the first, " + strings.Join(parts, ", ") + ">"
}

// missing returns the elements of one container that the other does not have; of a dict the keys, where those are missing.
func missing(in, from value.Value) []string {
	there := map[string]bool{}
	spelled := func(v value.Value, i int) (key, whole string) {
		whole = python(v.Elems()[i])
		if v.Kind() == value.Dict {
			key = python(v.Keys()[i])
			whole = key + ": " + whole
		}
		return key, whole
	}
	for i := range from.Elems() {
		key, whole := spelled(from, i)
		there[whole] = true
		if key != "" {
			there[key] = true
		}
	}
	var lacking []string
	for i := range in.Elems() {
		key, whole := spelled(in, i)
		switch {
		case there[whole]:
		case key != "" && !there[key]:
			lacking = append(lacking, key)
		default:
			lacking = append(lacking, whole)
		}
	}
	return lacking
}

// kindNote says of what type a value is where its spelling does not.
func kindNote(v value.Value) string {
	switch {
	case v.Kind() == value.Object:
		return "an object of type " + lint.Visible(v.Payload()) + ", whose content is not followed"
	case below(v):
		return "an absolute path, shown from the repository's root"
	}
	return ""
}

// below reports whether a value is a path that depends on where the repository lies.
func below(v value.Value) bool {
	return (v.Kind() == value.Str || v.Kind() == value.Path) && strings.HasPrefix(v.Payload(), value.RootMark)
}

// trail prints the steps that led to a value, the oldest first. Of several on one line, a bare "set here" adds nothing.
func (t *text) trail(steps []value.Step) []string {
	var lines []string
	seen := map[string]bool{}
	for i, s := range steps {
		line := lint.Visible(stepText(s))
		if !s.Span.IsZero() {
			line = t.options.position(s.Span) + ": " + line
			if s.How == value.Assigned && slices.ContainsFunc(steps[i+1:], func(o value.Step) bool { return lineKey(o.Span) == lineKey(s.Span) }) {
				continue
			}
		}
		if !seen[line] {
			seen[line] = true
			lines = append(lines, line)
		}
	}
	if more := len(lines) - mostSteps; more > 0 {
		lines = append([]string{"… " + plural(more, "earlier step")}, lines[more:]...)
	}
	return lines
}

// remarks returns what is to be said about the elements of v: why one is unknown, or that it came from a variable. What
// holds of the whole value stands below it already.
func (t *text) remarks(v value.Value) func(value.Value) string {
	whole := t.origin(v)
	return func(e value.Value) string {
		switch {
		case !e.Known() && !e.Reason.IsZero():
			return lint.Visible(e.Reason.String())
		case !e.Known():
			return "it could not be read"
		}
		if origin := t.origin(e); origin != whole {
			return origin
		}
		return ""
	}
}

// origin names the variable that a value came from, and where that stands.
func (t *text) origin(v value.Value) string {
	if name, ok := v.FromEnv(); ok {
		return "from " + lint.Visible(name) + t.placed(v.Trail, value.Env)
	}
	if name, ok := v.FromDefault(); ok {
		return "default of " + lint.Visible(name)
	}
	return ""
}

// placed says where the last step of a kind stands.
func (t *text) placed(trail []value.Step, how value.How) string {
	var at source.Span
	for _, s := range trail {
		if s.How == how && !s.Span.IsZero() {
			at = s.Span
		}
	}
	if at.IsZero() {
		return ""
	}
	return ", " + t.options.position(at)
}
