package deploy

import (
	"strconv"
	"strings"

	"deploylint/internal/ini"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// Flag returns a boolean option of the program; autorestart's "unexpected" is undecided, like what cannot be read.
func (p *Program) Flag(name string) value.Tri {
	v := p.Options.Get(name)
	if text, ok := v.Text(); ok {
		on, err := ini.ParseBool(text)
		if err != nil {
			return value.Undecided
		}
		return value.TriOf(on)
	}
	return v.Truth()
}

// Number returns a whole number among the program's options.
func (p *Program) Number(name string) (n int64, ok bool) {
	v := p.Options.Get(name)
	if text, isText := v.Text(); isText {
		n, err := strconv.ParseInt(strings.TrimSpace(text), 10, 64)
		return n, err == nil
	}
	return v.Int()
}

// StopSignal returns the name, without SIG, of the signal that stops the program.
func (p *Program) StopSignal() (name string, ok bool) {
	text, ok := p.Options.Get("stopsignal").Text()
	if !ok {
		n, isInt := p.Options.Get("stopsignal").Int()
		if !isInt {
			return "", false
		}
		text = strconv.FormatInt(n, 10)
	}
	name, _, err := ini.ParseSignal(text)
	return name, err == nil
}

// Place returns where an option of the program is set, or the section's header where it is not.
func (p *Program) Place(name string) source.Span {
	if v, ok := p.Options.Given(name); ok {
		return v.Span()
	}
	return p.Section.Source()
}

// Merged returns the configuration as the one tree that supervisor makes of it: the main file, then what it includes.
func (c *SupervisorConfig) Merged() *ini.Tree {
	if len(c.Included) == 0 {
		return c.Tree
	}
	return c.merged.Get(func() *ini.Tree { return ini.Merge(append([]*ini.Tree{c.Tree}, c.Included...)...) })
}

// Sections returns the sections of a kind, such as [inet_http_server] and [inet_http_server:name], in order. Those of one
// name are merged, as supervisor does it.
func (c *SupervisorConfig) Sections(kind string) []*ini.Section {
	tree := c.Merged()
	var found []*ini.Section
	for _, name := range tree.Names() {
		if ini.Kind(name) != kind {
			continue
		}
		if s, ok := tree.Section(name); ok {
			found = append(found, s)
		}
	}
	return found
}

// Get returns an option of a section as supervisor gets it: a str with its place, or the default without one. It is
// unknown with cause External where %(…)s or a template decides, and with cause Absent where there is not even a default.
func (c *SupervisorConfig) Get(section, option string) value.Value {
	o, ok := c.Merged().Get(section, option)
	if !ok {
		if known, has := ini.Known(section, option); has && known.Default != "" {
			return value.OfStr(known.Default).With(value.Step{How: value.Default, Text: "supervisor's default"})
		}
		return value.NotKnownFor(value.Absent, value.Why(value.NotSet, option))
	}
	step := value.Step{How: value.Assigned, Span: o.Value.Span, Text: option + " is set here"}
	if o.Value.Text == "" {
		step.Span = o.Span
	}
	if o.Value.Hole() || strings.Contains(strings.ReplaceAll(o.Value.Text, "%%", ""), "%(") {
		return value.NotKnown(value.External, "something else fills it in").With(step)
	}
	return value.OfStr(strings.ReplaceAll(o.Value.Text, "%%", "%")).With(step)
}

// Refusals returns what keeps supervisord from starting with the configuration. Nothing is known of its own environment.
func (c *SupervisorConfig) Refusals() []ini.Refusal {
	return c.refusals.Get(func() []ini.Refusal {
		nothing := func(string) (string, bool) { return "", false }
		if c.Fragment {
			return c.Merged().FragmentRefusals(nothing)
		}
		return c.Merged().Refusals(nothing)
	})
}

// An UnknownOption is an option that supervisor does not know, and ignores.
type UnknownOption struct {
	Section *ini.Section
	Option  *ini.Option
}

// UnknownOptions returns the options of supervisor's own sections that it does not know, in order.
func (c *SupervisorConfig) UnknownOptions() []UnknownOption {
	return c.unknown.Get(func() []UnknownOption {
		var found []UnknownOption
		for _, s := range c.Merged().Sections {
			if !ini.KnownSection(s.Name) || s.Name == ini.DefaultSection {
				continue
			}
			for _, o := range s.Options {
				if _, known := ini.Known(s.Name, o.Name); !known {
					found = append(found, UnknownOption{Section: s, Option: o})
				}
			}
		}
		return found
	})
}
