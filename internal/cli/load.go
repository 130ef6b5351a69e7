package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"deploylint/internal/deploy"
	"deploylint/internal/load"
	"deploylint/internal/source"
	"deploylint/internal/support"
	"deploylint/internal/version"
)

// inputs are what the user told about the project and about production.
type inputs struct {
	// Paths are folders or files; none stands for the working directory.
	Paths []string
	// Settings is a dotted module or a file, "" to find out.
	Settings string
	// EnvFiles are read in order; later ones win.
	EnvFiles []string
	// Set are KEY=VALUE.
	Set         []string
	EnvComplete bool
	Exclude     []string
	// DjangoVersion is "" to find out.
	DjangoVersion string
	NginxVersion  string
	// AsOf is the day by which ends of support are judged, "" for that of the built-in tables.
	AsOf string
	// Cores is 0 when it is not known.
	Cores int
	// OnlyConfig makes secrets be looked for in no other files than those that configure something.
	OnlyConfig bool
}

// inputsOf reads the flags that say what production is like.
func inputsOf(c *cli.Context, paths []string) inputs {
	return inputs{
		Paths: paths, Settings: c.String("settings"), EnvFiles: c.StringSlice("env-file"), Set: c.StringSlice("set"),
		EnvComplete: c.Bool("env-complete"), Exclude: c.StringSlice("exclude"), DjangoVersion: c.String("django-version"),
		NginxVersion: c.String("nginx-version"), AsOf: c.String("as-of"), Cores: c.Int("cores"), OnlyConfig: c.Bool("no-all-files"),
	}
}

func (in *inputs) validate() error {
	for _, s := range in.Set {
		if key, _, ok := strings.Cut(s, "="); !ok || key == "" {
			return errors.New("--set takes KEY=VALUE") // quoting it might print a secret
		}
	}
	if in.DjangoVersion != "" && !isVersion(in.DjangoVersion) {
		return fmt.Errorf("--django-version is a version such as 5.2, not %q", in.DjangoVersion)
	}
	if in.NginxVersion != "" && !isVersion(in.NginxVersion) {
		return fmt.Errorf("--nginx-version is a version such as 1.22, not %q", in.NginxVersion)
	}
	if in.AsOf != "" && !support.IsDay(in.AsOf) {
		return fmt.Errorf("--as-of is a day such as 2026-11-20, not %q", in.AsOf)
	}
	if in.Cores < 0 {
		return fmt.Errorf("--cores is a number of processor cores, not %d", in.Cores)
	}
	return nil
}

// isVersion reports whether s is two or three numbers.
func isVersion(s string) bool {
	numbers, rest := version.Numbers(s)
	return (len(numbers) == 2 || len(numbers) == 3) && rest == "" && s[0] != 'v'
}

// loaded is what was found and read.
type loaded struct {
	// Root is the folder that the paths of the report are relative to.
	Root          string
	Sites         []*deploy.Site
	Files         []*source.File
	Notifications []source.Notification
}

// read finds and reads what the user asked for. Sites of several paths stand side by side.
func read(in inputs) (*loaded, error) {
	paths := in.Paths
	if len(paths) == 0 {
		paths = []string{"."}
	}
	all := new(loaded)
	for _, path := range paths {
		d, err := load.Load(load.Options{
			Path: path, Settings: in.Settings, EnvFiles: in.EnvFiles, Set: in.Set, EnvComplete: in.EnvComplete,
			Exclude: in.Exclude, DjangoVersion: in.DjangoVersion, NginxVersion: in.NginxVersion, AsOf: in.AsOf, Cores: in.Cores, OnlyConfig: in.OnlyConfig,
		})
		if err != nil {
			return nil, err
		}
		if all.Root != "" && all.Root != d.Root {
			return nil, errors.New("all paths of one run must lie in one repository")
		}
		all.Root = d.Root
		all.Sites = append(all.Sites, d.Sites...)
		all.Files = append(all.Files, d.Files...)
		all.Notifications = append(all.Notifications, d.Notifications...)
	}
	return all, nil
}
