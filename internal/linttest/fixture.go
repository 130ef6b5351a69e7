package linttest

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"deploylint/internal/deploy"
	"deploylint/internal/source"
)

// configName is the file beside a case's files that tells what they cannot.
const configName = "case.toml"

// A Config is what a case.toml says. All files of a case count as tracked by git unless it says otherwise.
type Config struct {
	// Untracked and Ignored are files of the case that git does not track, and that it ignores as well.
	Untracked []string `toml:"untracked"`
	Ignored   []string `toml:"ignored"`
	// NoGit is set when there is no git checkout at all.
	NoGit bool `toml:"no-git"`
	// Incomplete is set when the loader must say that the verdict is incomplete; else that fails the test.
	Incomplete bool `toml:"incomplete"`

	// The others are the flags of the same names.
	Settings      string   `toml:"settings"`
	EnvFiles      []string `toml:"env-file"`
	Set           []string `toml:"set"`
	EnvComplete   bool     `toml:"env-complete"`
	Exclude       []string `toml:"exclude"`
	DjangoVersion string   `toml:"django-version"`
	NginxVersion  string   `toml:"nginx-version"`
	Cores         int      `toml:"cores"`
}

// A Case is one fixture of one rule.
type Case struct {
	Rule, Name, Dir string
	Config          Config
}

// A Deployment is what the loader makes of a case.
type Deployment struct {
	Sites         []*deploy.Site
	Files         []*source.File
	Notifications []source.Notification
}

// Cases returns the cases of a rule, sorted by name, from the repository that holds the working directory.
func Cases(rule string) ([]Case, error) {
	root, err := repositoryRoot()
	if err != nil {
		return nil, err
	}
	dir := filepath.Join(root, "fixtures", "rules", rule)
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var cases []Case
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		c := Case{Rule: rule, Name: e.Name(), Dir: filepath.Join(dir, e.Name())}
		if c.Config, err = ReadConfig(filepath.Join(c.Dir, configName)); err != nil {
			return nil, err
		}
		cases = append(cases, c)
	}
	return cases, nil
}

// ReadConfig reads a case.toml; one that is not there is empty, an unknown key is an error.
func ReadConfig(path string) (Config, error) {
	var c Config
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		return c, err
	}
	defer func() { _ = f.Close() }() // it was only read
	if err := toml.NewDecoder(f).DisallowUnknownFields().Decode(&c); err != nil {
		if unknown, ok := errors.AsType[*toml.StrictMissingError](err); ok {
			return c, fmt.Errorf("%s:\n%s", path, unknown.String())
		}
		return c, fmt.Errorf("%s: %w", path, err)
	}
	return c, nil
}

// wants returns the wants of all files of the case.
func (c Case) wants() ([]*want, error) {
	var wants []*want
	err := filepath.WalkDir(c.Dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(c.Dir, path)
		if err != nil {
			return err
		}
		found, err := parseWants(filepath.ToSlash(rel), string(text))
		wants = append(wants, found...)
		return err
	})
	return wants, err
}

// CopyStripped copies the case's files to dir, without want comments and without the case.toml.
func (c Case) CopyStripped(dir string) error {
	return filepath.WalkDir(c.Dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(c.Dir, path)
		if err != nil || rel == configName {
			return err
		}
		target := filepath.Join(dir, rel)
		if d.IsDir() {
			return os.MkdirAll(target, 0o755)
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(target, []byte(Strip(string(text))), info.Mode().Perm())
	})
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
