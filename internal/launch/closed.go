package launch

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/dockerfile"
	"deploylint/internal/env"
)

// environment is what the command is given. It is closed where the launcher gives all that there is: a container inherits
// nothing from the machine that it runs on, so that what neither its launcher nor its image gives is not there.
func (c *command) environment() *env.Environment {
	return env.New(c.closed(), c.layers...).Leaving(c.passedOn...)
}

// closed reports whether nothing outside of the repository can give the command a variable. It is not where an env file is
// elsewhere, where the image comes from elsewhere and may set anything, or where a script on the way could not be read.
func (c *command) closed() bool {
	if !c.givesAll || len(c.absent) > 0 {
		return false
	}
	for _, w := range c.wrappers {
		if !w.Name.Known || w.Script == nil && (isScriptName(w.Name.Text) || strings.HasPrefix(w.Name.Text, "/")) {
			return false
		}
		if w.Script != nil && sourcesUnknown(w.Script) {
			return false
		}
	}
	return true
}

// sourcesUnknown reports whether a script reads assignments from a file that is not in the repository.
func sourcesUnknown(s *deploy.Script) bool {
	for _, one := range s.Sources {
		if !one.Found && !one.Virtualenv {
			return true
		}
	}
	return false
}

// setsNothing reports whether the base of an image is one whose own variables are known to be none that a project reads: the
// official images of Python and of distributions.
func setsNothing(image *dockerfile.Image) bool {
	if image == nil || len(image.Stages) == 0 {
		return false
	}
	base, ok := image.Stages[0].Base.Text()
	if !ok {
		return false
	}
	name, _, _ := strings.Cut(base, "@")
	if colon := strings.LastIndexByte(name, ':'); colon > strings.LastIndexByte(name, '/') {
		name = name[:colon]
	}
	name = strings.TrimPrefix(strings.TrimPrefix(name, "docker.io/"), "library/")
	switch name {
	case "python", "debian", "ubuntu", "alpine", "node", "pypy", "fedora", "rockylinux", "almalinux", "amazonlinux", "ghcr.io/astral-sh/uv",
		"public.ecr.aws/docker/library/python":
		return true
	}
	return strings.HasSuffix(name, "/python") && strings.HasPrefix(name, "mirror.gcr.io/")
}
