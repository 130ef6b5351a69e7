package linttest

import (
	"errors"
	"fmt"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// configName is the file of an archive that tells of a case what its files cannot.
const configName = "case.toml"

// A Config is what a case.toml says. All files of a case count as tracked by git unless it says otherwise. What
// base/case.toml says holds for all cases of the archive; a case's own case.toml replaces the keys that it gives.
type Config struct {
	// Base names the deployment in fixtures/bases that lies under the archive's files, and Without the files of what lies
	// under the case's own that the case does not have.
	Base    string   `toml:"base"`
	Without []string `toml:"without"`

	// NotExecutable are scripts that nobody made executable; all others that begin with #! are.
	NotExecutable []string `toml:"not-executable"`
	// Links are symbolic links, and where they point.
	Links map[string]string `toml:"links"`
	// Escaped are files that are written with Go's escapes, because an archive cannot hold them as they are: see
	// unescape.
	Escaped []string `toml:"escaped"`

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
	AsOf          string   `toml:"as-of"`
	Cores         int      `toml:"cores"`
}

// readConfig reads the case.toml of each layer, each over the one before. An unknown key is an error.
func readConfig(layers ...[]File) (Config, error) {
	var c Config
	for _, layer := range layers {
		for _, f := range layer {
			if f.Path != configName {
				continue
			}
			err := toml.NewDecoder(strings.NewReader(f.Text)).DisallowUnknownFields().Decode(&c)
			if unknown, ok := errors.AsType[*toml.StrictMissingError](err); ok {
				return c, fmt.Errorf("%s:\n%s", f.place(1), unknown.String())
			}
			if err != nil {
				return c, fmt.Errorf("%s: %w", f.place(1), err)
			}
		}
	}
	return c, nil
}
