package linttest

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/txtar"
)

// sharedPart is the part of an archive that lies under all its cases.
const sharedPart = "base"

// Cases returns the cases of a rule in the order of its archive, from the repository that holds the working directory.
// A rule without an archive has none.
func Cases(rule string) ([]Case, error) {
	root, err := repositoryRoot()
	if err != nil {
		return nil, err
	}
	files, err := readArchive(root, path.Join("fixtures", "rules", rule+".txtar"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return layered(rule, files, func(base string) ([]File, error) {
		return readArchive(root, path.Join("fixtures", "bases", base+".txtar"))
	})
}

// layered returns the cases of an archive with these files; base reads the deployment that a case names.
func layered(rule string, files []File, base func(name string) ([]File, error)) ([]Case, error) {
	parts, err := split(files)
	if err != nil {
		return nil, err
	}
	var shared []File
	if len(parts) > 0 && parts[0].name == sharedPart {
		shared, parts = parts[0].files, parts[1:]
	}
	var cases []Case
	for _, p := range parts {
		c, err := newCase(rule, p.name, shared, p.files, base)
		if err != nil {
			return nil, err
		}
		cases = append(cases, c)
	}
	return cases, nil
}

// readArchive returns the files of an archive, as it names them.
func readArchive(root, name string) ([]File, error) {
	text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
	if err != nil {
		return nil, err
	}
	return parseArchive(name, text)
}

func parseArchive(name string, text []byte) ([]File, error) {
	archive := txtar.Parse(text)
	var files []File
	line := 1 + strings.Count(string(archive.Comment), "\n")
	for _, f := range archive.Files {
		line++ // the line with the file's name
		file := File{Path: f.Name, Text: string(f.Data), archive: name, line: line, name: f.Name}
		if !fs.ValidPath(f.Name) {
			return nil, fmt.Errorf("%s: not a relative path", file.place(0))
		}
		files = append(files, file)
		line += strings.Count(file.Text, "\n")
	}
	return files, nil
}

// A part is a case of an archive, or what its cases share.
type part struct {
	name  string
	files []File
}

// split returns the parts of an archive, whose files are named part/path.
func split(files []File) ([]part, error) {
	var parts []part
	for _, f := range files {
		name, rest, ok := strings.Cut(f.Path, "/")
		if !ok {
			return nil, fmt.Errorf("%s: a file has the name of its case in front: loud/%s", f.place(0), f.Path)
		}
		at := slices.IndexFunc(parts, func(p part) bool { return p.name == name })
		switch {
		case at < 0 && name == sharedPart && len(parts) > 0:
			return nil, fmt.Errorf("%s: what all cases share stands in front of them", f.place(0))
		case at < 0:
			parts = append(parts, part{name: name})
			at = len(parts) - 1
		case at < len(parts)-1:
			return nil, fmt.Errorf("%s: the files of %s do not stand together", f.place(0), name)
		}
		f.Path = rest
		if slices.ContainsFunc(parts[at].files, func(other File) bool { return other.Path == rest }) {
			return nil, fmt.Errorf("%s: it is there twice", f.place(0))
		}
		parts[at].files = append(parts[at].files, f)
	}
	return parts, nil
}

// repositoryRoot is the folder of go.mod, above the working directory.
func repositoryRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir || strings.HasSuffix(dir, string(filepath.Separator)) {
			return "", errors.New("there is no go.mod above the working directory")
		}
		dir = parent
	}
}
