package deploy_test

import (
	"fmt"
	"testing"

	"deploylint/internal/deploy"
)

func TestNginxVersion(t *testing.T) {
	assumed := deploy.SiteOptions{NginxMajor: 1, NginxMinor: 22}
	given := deploy.SiteOptions{NginxMajor: 1, NginxMinor: 18, NginxGiven: true}
	for _, c := range []struct {
		name    string
		options deploy.SiteOptions
		images  []string
		want    string
	}{
		{"nothing tells", assumed, nil, "1.22"},
		{"an image", assumed, []string{"nginx:1.30.1"}, "1.30"},
		{"of a registry, with a variant and a digest", assumed, []string{"registry.example:5000/nginxinc/nginx-unprivileged:1.27-alpine@sha256:00"}, "1.27"},
		{"the user's word is stronger", given, []string{"nginx:1.30.1"}, "1.18"},
		{"no version in the tag", assumed, []string{"nginx:alpine"}, "1.22"},
		{"no tag", assumed, []string{"nginx"}, "1.22"},
		{"a major version alone", assumed, []string{"nginx:1"}, "1.22"},
		{"a variable", assumed, []string{"nginx:1.${MINOR}"}, "1.22"},
		{"two of one version", assumed, []string{"nginx:1.27.0", "nginx:1.27-alpine"}, "1.27"},
		{"two of different versions", assumed, []string{"nginx:1.27.0", "nginx:1.20"}, "1.22"},
		{"something else", assumed, []string{"postgres:17.2", "nginx-exporter:1.30"}, "1.22"},
	} {
		t.Run(c.name, func(t *testing.T) {
			site := deploy.Site{Options: c.options}
			for _, image := range c.images {
				site.Places = append(site.Places, &deploy.Place{Image: image})
			}
			major, minor := site.NginxVersion()
			if got := fmt.Sprintf("%d.%d", major, minor); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}
