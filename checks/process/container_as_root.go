package process

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// containerAsRoot reports an image whose processes run as root because nothing says otherwise.
//
// # Why it matters
//
// A container without USER runs everything as root. Root in a container is kept in by namespaces alone: a hole in the kernel or a
// folder of the host that is mounted for convenience, and a hole in the site is one in the host. Files that it writes to mounted
// folders belong to root as well.
//
// # Example
//
//	FROM python:3.13-slim
//	CMD ["gunicorn", "--workers", "3", "--bind", "0.0.0.0:8000", "shop.wsgi"]
//
// # Use instead
//
//	FROM python:3.13-slim
//	RUN useradd --system shop
//	USER shop
//	CMD ["gunicorn", "--workers", "3", "--bind", "0.0.0.0:8000", "shop.wsgi"]
//
// # When it stays silent
//
// When the launcher or the server sets a user, when a script on the way gives root up (gosu, su-exec, setpriv, runuser, su), and
// for base images that may bring a user of their own.
func containerAsRoot() lint.Rule {
	return lint.Rule{
		ID:      "DPL458",
		Name:    "container-as-root",
		Summary: "The image has no user, so the site runs as root in it",
		Help:    "Create a user in the Dockerfile and end with USER and its name",
		Level:   lint.Note,
		Tags:    []string{"security", "docker", "cwe-250"},
		Links:   []string{"https://docs.docker.com/build/building/best-practices/#user"},
		Since:   "0.1.0",
		Check:   lint.OfImage(checkContainerAsRoot),
	}
}

func checkContainerAsRoot(i *deploy.Image, site *deploy.Site) lint.Answer {
	if i.Final == nil || i.Final.User.Known() || i.Final.User.Cause != value.Absent || len(i.Final.Stages) == 0 {
		return nil
	}
	base := i.Final.Stages[0]
	if name, ok := base.Base.Text(); !ok || !rootByDefault(name) || dropsRoot(i.File.Text) {
		return nil
	}
	p := runsIn(site, i)
	if p == nil {
		return nil
	}
	last := i.Final.Stages[len(i.Final.Stages)-1]
	return lint.Fail(last.From.Span.FirstLine(), "the image sets no USER: a hole in the site gives root in the container, and one wall less stands before the host").
		About(i.Key()+"#user").With(p.Started(), "%s runs in it", p.Name).
		Fix("RUN useradd --system shop, and USER shop before CMD")
}

// runsIn returns a process that certainly runs in the image, as root. It is nil as well where one runs as somebody else.
func runsIn(site *deploy.Site, i *deploy.Image) *deploy.Process {
	var found *deploy.Process
	for _, p := range site.Processes {
		if !p.Container || !servesOn(p) || p.Launcher != deploy.Dockerfile && len(site.Images) > 1 || p.Launcher == deploy.Dockerfile && p.Declared.Path() != i.File.Path {
			continue
		}
		if _, own := userOption(p); own || p.User.Kind() != value.None || slices.ContainsFunc(p.Wrappers, wrapperDropsRoot) {
			return nil
		}
		if found == nil && (p.Launcher == deploy.Dockerfile || p.Launcher == deploy.Compose) {
			found = p
		}
	}
	return found
}

// wrapperDropsRoot reports whether a program before the server may give root up.
func wrapperDropsRoot(w *deploy.Wrapper) bool {
	return dropsRoot(w.Name.Text) || w.Script != nil && w.Script.File != nil && dropsRoot(w.Script.File.Text)
}

// dropsRoot reports whether a script has a word that runs a command as another account.
func dropsRoot(text string) bool {
	return strings.Contains(text, "gosu") || strings.Contains(text, "su-exec") || strings.Contains(text, "setpriv") || strings.Contains(text, "runuser") ||
		strings.Contains(text, "setuidgid") || strings.Contains(text, "su -") || strings.Contains(text, "su-") || strings.Contains(text, "sudo ")
}

// rootByDefault reports whether an image is one of those that are known to set no user.
func rootByDefault(image string) bool {
	name, _, _ := strings.Cut(image, "@")
	folder := path.Dir(name)
	if folder != "." && folder != "library" && folder != "docker.io/library" && folder != "docker.io" && folder != "public.ecr.aws/docker/library" {
		return false
	}
	name, _, _ = strings.Cut(path.Base(name), ":")
	switch name {
	case "python", "debian", "ubuntu", "alpine", "node", "amazonlinux", "fedora", "centos", "rockylinux", "almalinux":
		return true
	}
	return false
}
