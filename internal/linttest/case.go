package linttest

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A Case is one small deployment of a rule's archive.
type Case struct {
	Rule, Name string
	Config     Config
	// Files are all files of the deployment, sorted by path.
	Files []File
}

// A File is one file of a case.
type File struct {
	// Path is slash-separated and relative to the deployment's root.
	Path, Text string

	// archive is the file that holds the text, from its line on, and name what it is called there.
	archive, name string
	line          int
}

// place says where a line of the file stands; line 0 is the one with its name.
func (f File) place(line int) string {
	if line == 0 {
		return fmt.Sprintf("%s:%d: %s", f.archive, f.line-1, f.name)
	}
	return fmt.Sprintf("%s:%d: %s:%d", f.archive, f.line+line-1, f.name, line)
}

// newCase lays a case's own files over those that its archive's cases share, and these over the base that it names.
func newCase(rule, name string, shared, own []File, base func(name string) ([]File, error)) (Case, error) {
	c := Case{Rule: rule, Name: name}
	var err error
	if c.Config, err = readConfig(shared, own); err != nil {
		return c, err
	}
	layers := [][]File{shared, own}
	if c.Config.Base != "" {
		files, err := base(c.Config.Base)
		if err != nil {
			return c, fmt.Errorf("%s: %w", own[0].place(0), err)
		}
		layers = slices.Insert(layers, 0, files)
	}
	byPath := map[string]File{}
	for _, layer := range layers {
		for _, f := range layer {
			byPath[f.Path] = f
		}
	}
	delete(byPath, configName)
	if err := checkNames(c.Config, byPath); err != nil {
		return c, fmt.Errorf("%s: %w", own[0].place(0), err)
	}
	for _, p := range c.Config.Without {
		delete(byPath, p)
	}
	for _, p := range c.Config.Escaped {
		f := byPath[p]
		if f.Text, err = unescape(f.Text); err != nil {
			return c, fmt.Errorf("%s: %w", f.place(0), err)
		}
		byPath[p] = f
	}
	c.Files = slices.SortedFunc(maps.Values(byPath), func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return c, nil
}

// checkNames fails for a file that the configuration speaks of and that the case does not have: it would have no effect.
func checkNames(c Config, files map[string]File) error {
	for _, p := range slices.Concat(c.Without, c.NotExecutable, c.Escaped) {
		if _, ok := files[p]; !ok {
			return fmt.Errorf("%s names %s, which the case does not have", configName, p)
		}
	}
	return nil
}

// unescape reads a file that an archive cannot hold as it is: CRLF is written \r at the end of a line, a NUL or a byte that
// is not UTF-8 \x00 and \xff, a line like an archive's own \x2d- name --, and a backslash that ends a line joins it with
// the next, so that the file's last line needs no end.
func unescape(text string) (string, error) {
	var b []byte
	for text != "" {
		if rest, ok := strings.CutPrefix(text, "\\\n"); ok {
			text = rest
			continue
		}
		if text[0] != '\\' {
			b, text = append(b, text[0]), text[1:]
			continue
		}
		char, multibyte, rest, err := strconv.UnquoteChar(text, 0)
		if err != nil {
			line, _, _ := strings.Cut(text, "\n")
			return "", fmt.Errorf("%w: an escaped file writes a backslash \\\\: %s", err, line)
		}
		if multibyte {
			b = append(b, string(char)...)
		} else {
			b = append(b, byte(char))
		}
		text = rest
	}
	return string(b), nil
}

// Stripped returns the case without its want comments, as documentation shows it.
func (c Case) Stripped() Case {
	c.Files = slices.Clone(c.Files)
	for i := range c.Files {
		c.Files[i].Text = Strip(c.Files[i].Text)
	}
	return c
}

// Load writes the case below dir and loads it as the real program does. The files must stay for as long as rules are
// asked: some are read only then, such as a .gitignore.
func (c Case) Load(dir string) (*Deployment, error) {
	dir = filepath.Join(dir, c.Name)
	if err := c.Write(dir); err != nil {
		return nil, err
	}
	return Load(dir, c.Config)
}

// Write writes the case's files below dir.
func (c Case) Write(dir string) error {
	for _, f := range c.Files {
		mode := os.FileMode(0o644)
		if strings.HasPrefix(f.Text, "#!") && !slices.Contains(c.Config.NotExecutable, f.Path) {
			mode = 0o755
		}
		if err := writeFile(filepath.Join(dir, filepath.FromSlash(f.Path)), f.Text, mode); err != nil {
			return err
		}
	}
	for p, target := range c.Config.Links {
		at := filepath.Join(dir, filepath.FromSlash(p))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			return err
		}
		if err := os.Symlink(filepath.FromSlash(target), at); err != nil {
			return err
		}
	}
	return nil
}

func writeFile(at, text string, mode os.FileMode) error {
	if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
		return err
	}
	return os.WriteFile(at, []byte(text), mode)
}

// wants returns the wants of all files of the case.
func (c Case) wants() ([]*want, error) {
	var wants []*want
	for _, f := range c.Files {
		found, err := parseWants(f.Path, f.Text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.place(0), err)
		}
		wants = append(wants, found...)
	}
	return wants, nil
}

// place says where a line of a case's file stands in the archive.
func (c Case) place(path string, line int) string {
	at := slices.IndexFunc(c.Files, func(f File) bool { return f.Path == path })
	if at < 0 || line < 1 {
		return fmt.Sprintf("%s:%d", path, line)
	}
	return c.Files[at].place(line)
}
