package linttest

import (
	"errors"
	"os"
	"path/filepath"

	"deploylint/internal/deploy"
	"deploylint/internal/load"
	"deploylint/internal/repo"
	"deploylint/internal/source"
)

// A Deployment is what the loader makes of a case.
type Deployment struct {
	Sites         []*deploy.Site
	Files         []*source.File
	Notifications []source.Notification
}

// Load loads the deployment in dir as the real program does, with the facts that c tells.
func Load(dir string, c Config) (*Deployment, error) {
	if c.NoGit {
		return loadCopy(dir, c)
	}
	return loadAt(dir, c, &repo.Assumption{Untracked: c.Untracked, Ignored: c.Ignored})
}

// loadCopy loads a copy of dir, which itself may lie within a checkout.
func loadCopy(dir string, c Config) (d *Deployment, err error) {
	copied, err := os.MkdirTemp("", "deploylint-case-*")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(copied)) }()
	if err := os.CopyFS(copied, os.DirFS(dir)); err != nil {
		return nil, err
	}
	return loadAt(copied, c, nil)
}

func loadAt(dir string, c Config, assume *repo.Assumption) (*Deployment, error) {
	opt := load.Options{
		Path: dir, Settings: c.Settings, Set: c.Set, EnvComplete: c.EnvComplete, Exclude: c.Exclude,
		DjangoVersion: c.DjangoVersion, NginxVersion: c.NginxVersion, AsOf: c.AsOf, Cores: c.Cores, Assume: assume,
	}
	for _, f := range c.EnvFiles {
		opt.EnvFiles = append(opt.EnvFiles, filepath.Join(dir, f))
	}
	found, err := load.Load(opt)
	if err != nil {
		return nil, err
	}
	return &Deployment{Sites: found.Sites, Files: found.Files, Notifications: found.Notifications}, nil
}
