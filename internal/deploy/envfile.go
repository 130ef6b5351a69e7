package deploy

import (
	"deploylint/internal/dotenv"
	"deploylint/internal/source"
)

// An EnvFileReader is one of the programs and libraries that read an env file for production. No two of them agree on
// quotes, comments and "$".
type EnvFileReader struct {
	// Path is the file's path in the repository.
	Path string
	// By is how people call what reads it: "supervisor program web", "the settings".
	By string
	// Dialect is how it reads.
	Dialect dotenv.Dialect
	// Span is where it names the file.
	Span source.Span
}

// Source returns the place where the reader names the file.
func (r EnvFileReader) Source() source.Span { return r.Span }

// EnvFileReaders returns what reads an env file of the repository for this site, each dialect once, in the order of the
// processes; the settings come last.
func (s *Site) EnvFileReaders(path string) []EnvFileReader {
	var readers []EnvFileReader
	seen := map[dotenv.Dialect]bool{}
	add := func(r EnvFileReader) {
		if r.Path == path && path != "" && !seen[r.Dialect] {
			seen[r.Dialect] = true
			readers = append(readers, r)
		}
	}
	for _, p := range s.Processes {
		for _, r := range p.EnvFiles {
			add(r)
		}
		for _, w := range p.Wrappers {
			if w.Script == nil {
				continue
			}
			for _, source := range w.Script.Sources {
				if !source.Virtualenv {
					add(EnvFileReader{Path: source.Path, By: w.Name.Text, Dialect: dotenv.Bash, Span: source.Name.Span})
				}
			}
		}
	}
	if s.Settings != nil {
		for _, f := range s.Settings.EnvFiles {
			if f.Read {
				add(EnvFileReader{Path: f.Path, By: "the settings", Dialect: f.Dialect, Span: f.Span})
			}
		}
	}
	return readers
}

// A Supplied is one variable that something gives a site.
type Supplied struct {
	Name string
	// Span is the value's place.
	Span source.Span
}

// Supplied returns the variables that launchers and the env files which the settings load give the site, in the order of
// the processes; those that the user gave on the command line are not among them.
func (s *Site) Supplied() []Supplied {
	var all []Supplied
	for _, p := range s.Processes {
		for _, layer := range p.Environment.Layers() {
			for _, v := range layer.Vars {
				all = append(all, Supplied{Name: v.Name, Span: v.Span})
			}
		}
	}
	if s.Settings != nil {
		for _, f := range s.Settings.EnvFiles {
			for _, e := range f.Entries {
				all = append(all, Supplied{Name: e.Key, Span: e.Span})
			}
		}
	}
	return all
}
