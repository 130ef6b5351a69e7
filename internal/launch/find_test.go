package launch

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestMatchFolders asks which file is meant where a path has folders that the repository has not.
func TestMatchFolders(t *testing.T) {
	paths := []string{"deploy/run.sh", "docker/web/entrypoint.sh", "start.sh"}
	for _, test := range []struct{ name, path, cwd, want string }{
		{"the whole path", "docker/web/entrypoint.sh", "/app", "docker/web/entrypoint.sh"},
		{"below the working directory", "./deploy/run.sh", "/srv/shop", "deploy/run.sh"},
		{"an absolute path that ends so", "/srv/shop/deploy/run.sh", "", "deploy/run.sh"},
		{"an absolute path where the image has it", "/entrypoint.sh", "", "docker/web/entrypoint.sh"},
		{"a name without a folder", "./entrypoint.sh", "/app", "docker/web/entrypoint.sh"},
		{"the same name in another folder of the project", "./docker/worker/entrypoint.sh", "/app", ""},
		{"the same name at the top", "scripts/start.sh", "/app", ""},
		{"from a folder beside", "../web/entrypoint.sh", "/app/docker/worker", "docker/web/entrypoint.sh"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, _ := match(paths, test.path, test.cwd)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestMissingScript says that a container starts with what is not there.
func TestMissingScript(t *testing.T) {
	const told = "the script that the container starts with is not in the repository"
	for entrypoint, want := range map[string]bool{
		"./docker/worker/entrypoint.sh": true,
		"./docker/web/entrypoint.sh":    false,
		"/usr/local/bin/wait.sh":        false, // of the base image, perhaps
		"wait.sh":                       false,
	} {
		r := read(map[string]string{
			"Dockerfile":               "FROM python:3.13\nWORKDIR /app\nCOPY . .\nENTRYPOINT [\"" + entrypoint + "\"]\n",
			"docker/web/entrypoint.sh": "#!/bin/sh\nexec gunicorn shop.wsgi\n",
		})
		got := false
		for _, n := range r.Notifications {
			got = got || n.Message == told
		}
		if got != want {
			t.Errorf("%s: told %t", entrypoint, got)
		}
	}
}
