package deploy

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/dockerfile"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// PathOf returns where the image has a path of the repository, whether the path is there or not: below the folder that the last
// COPY or ADD around it fills. It is not ok where none brings the path.
func (i *Image) PathOf(repo string) (server string, ok bool) {
	below, ok := i.Below(repo)
	if !ok {
		return "", false
	}
	for _, c := range slices.Backward(i.Copies) {
		if c.To == "" || strings.ContainsAny(c.Path, "*?[") {
			continue
		}
		if rest, inside := under(c.Path, below); c.All() {
			return path.Join(c.To, below), true
		} else if inside {
			return path.Join(c.To, rest), true
		}
	}
	return "", false
}

// PathOf returns where the place has a folder or file of the settings: an absolute path, or one below the repository's root,
// which a mount or the image puts somewhere. It is not ok where nobody knows where.
func (p *Place) PathOf(v string) (server string, ok bool) {
	repo, rooted := strings.CutPrefix(v, value.RootMark)
	if !rooted {
		return path.Clean(v), path.IsAbs(v)
	}
	repo = strings.Trim(repo, "/")
	if strings.HasPrefix(repo, "..") {
		return "", false
	}
	for _, m := range slices.Backward(p.Mounts) {
		if root := strings.Trim(path.Clean("/"+m.Repo), "/"); m.OfRepository {
			if below, inside := under(root, repo); inside || root == "" {
				if root == "" {
					below = repo
				}
				return path.Join(m.Target, below), true
			}
		}
	}
	if p.Built == nil {
		return "", false
	}
	return p.Built.PathOf(repo)
}

// OnDyno reports whether the process runs on a platform that puts the repository's files on a machine of its own making, as Heroku does
// for a Procfile, and takes the machine with all that was written away at each release and once a day.
func (p *Process) OnDyno() bool {
	if p.Place == nil || p.Place.Built != nil {
		return false
	}
	return p.Launcher == Procfile
}

// Instruction returns the instruction that a place stands in, nil where it stands in none of the image's own stages.
func (i *Image) Instruction(at source.Span) *dockerfile.Instruction {
	if i == nil || i.Final == nil {
		return nil
	}
	for _, s := range i.Final.Stages {
		for _, in := range s.Instructions {
			if in.Span.File == at.File && in.Span.Start <= at.Start && at.Start < in.Span.End {
				return in
			}
		}
	}
	return nil
}
