package deploy

import (
	"path"
	"strings"

	"deploylint/internal/version"
)

// NginxVersion returns the version of nginx that rules judge by: the user's word, else that of the image which the
// deployment runs, where all of them are of one, else the one that SiteOptions assumes.
func (s *Site) NginxVersion() (major, minor int) {
	major, minor = s.Options.NginxMajor, s.Options.NginxMinor
	if s.Options.NginxGiven {
		return major, minor
	}
	found := [2]int{}
	for _, image := range s.nginxImages() {
		tagged, ok := taggedVersion(image)
		if !ok || found != [2]int{} && found != tagged {
			return major, minor
		}
		found = tagged
	}
	if found != [2]int{} {
		return found[0], found[1]
	}
	return major, minor
}

// nginxImages returns the images of nginx that compose files run and that Dockerfiles end upon, as written.
func (s *Site) nginxImages() []string {
	var images []string
	for _, one := range s.Places {
		if isNginx(one.Image) && one.Role != "dev" && one.Role != "test" {
			images = append(images, one.Image)
		}
	}
	for _, i := range s.Images {
		if i.Final == nil || len(i.Final.Stages) == 0 {
			continue
		}
		if base, ok := i.Final.Stages[0].Base.Text(); ok && isNginx(base) {
			images = append(images, base)
		}
	}
	return images
}

func isNginx(image string) bool {
	name, _, _ := strings.Cut(path.Base(image), ":")
	name, _, _ = strings.Cut(name, "@")
	return name == "nginx" || name == "nginx-unprivileged"
}

// taggedVersion reads the version out of an image's tag: 1.28 of "nginx:1.28.0-alpine". "latest" and "1" tell none.
func taggedVersion(image string) (found [2]int, ok bool) {
	_, tag, _ := strings.Cut(path.Base(image), ":")
	tag, _, _ = strings.Cut(tag, "@")
	tag, _, _ = strings.Cut(tag, "-")
	numbers, _ := version.Numbers(tag)
	if len(numbers) < 2 {
		return found, false
	}
	return [2]int(numbers), true
}
