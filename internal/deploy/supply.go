package deploy

import (
	"slices"

	"deploylint/internal/env"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A Supplier is one place that gives a site an environment variable.
type Supplier struct {
	// Origin says for people what gives it: "--set", "supervisor program web", "shop/.env".
	Origin string
	// Value is a str, unknown with a reason, or None where the place takes the variable away.
	Value value.Value
	// Span is the value's place, zero where it was given on the command line.
	Span source.Span
	// Processes are those that are given it; nil where all of the site's are.
	Processes []*Process
	// Wins is set where it is this value that one process at least sees.
	Wins bool
}

// Source returns the value's place.
func (s Supplier) Source() source.Span { return s.Span }

// Supply returns what gives the site a variable, the strongest first: env files that replace what is there, what the user
// gave, what launchers give their processes, and the env files that the code loads without replacing anything.
func (s *Site) Supply(name string) []Supplier {
	var replacing, filling []Supplier
	if s.Settings != nil {
		for _, f := range s.Settings.EnvFiles {
			found := f.supply(name)
			if f.Override {
				replacing = append(found, replacing...) // the last one loaded has the last word
			} else {
				filling = append(filling, found...)
			}
		}
	}
	for _, layer := range s.Given {
		replacing = append(replacing, supplyOf(layer, name)...)
	}
	launched, lacking := s.launched(name, len(replacing) == 0)
	all := slices.Concat(replacing, launched, filling)
	switch {
	case len(replacing) > 0:
		all[0].Wins = true
	case lacking && len(filling) > 0:
		all[len(launched)].Wins = true
	}
	return all
}

// launched returns what the launchers give the site's processes, and whether one is given nothing. The first supplier of
// each process wins where nothing stronger is there.
func (s *Site) launched(name string, win bool) (all []Supplier, lacking bool) {
	for _, p := range s.Processes {
		given := false
		for _, layer := range p.Environment.Layers() {
			for _, one := range supplyOf(layer, name) {
				i := slices.IndexFunc(all, func(other Supplier) bool { return other.Origin == one.Origin && other.Span == one.Span })
				if i < 0 {
					i = len(all)
					all = append(all, one)
				}
				all[i].Processes = append(all[i].Processes, p)
				all[i].Wins = all[i].Wins || win && !given
				given = true
			}
		}
		lacking = lacking || !given
	}
	return all, lacking || len(s.Processes) == 0
}

// supplyOf returns what a layer says of a variable: nothing, or its last word.
func supplyOf(layer env.Layer, name string) []Supplier {
	for _, v := range slices.Backward(layer.Vars) {
		if v.Name == name {
			return []Supplier{{Origin: layer.Origin, Value: v.Value, Span: v.Span}}
		}
	}
	return nil
}

// supply returns what an env file says of a variable.
func (f EnvFile) supply(name string) []Supplier {
	for _, e := range slices.Backward(f.Entries) {
		if e.Key == name {
			return []Supplier{{Origin: f.Path, Value: e.Value, Span: e.Span}}
		}
	}
	return nil
}
