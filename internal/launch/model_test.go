package launch

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/source"
)

func TestModels(t *testing.T) {
	dockerfile := "ARG DIR=/srv\nFROM python:3.12 AS base\nARG DIR\nWORKDIR ${DIR}\nCOPY requirements.txt constraints.txt ./\nFROM base AS live\nCOPY --from=base /x /y\n" +
		"COPY [\"shop\", \"shop/\"]\nADD https://shop.example/x.tar /x\nCOPY . .\nCMD gunicorn shop.wsgi\nFROM base AS dev\nCMD python manage.py runserver\n"
	for _, c := range []struct {
		name  string
		files map[string]string
		want  string
	}{
		{
			"the stage and the folder that compose names",
			map[string]string{
				"app/docker/Dockerfile": dockerfile, "app/requirements.txt": "", "app/.dockerignore": "*.md\n!README.md\n**/.env\n", ".dockerignore": "*\n",
				"compose.yml": "services:\n  web:\n    build: {context: app, dockerfile: docker/Dockerfile, target: live}\n",
			},
			`app/docker/Dockerfile target=live context=app known=true ignore=app/.dockerignore
  requirements.txt (requirements.txt) to /srv/
  constraints.txt (constraints.txt) to /srv/
  shop (shop) to /srv/shop/
   (.) to /srv/
  ignores app/.env app/NEWS.md app/shop/.env
`,
		},
		{
			"the folder that holds what is copied, and a .dockerignore of the Dockerfile's own",
			map[string]string{
				"deploy/Dockerfile": strings.TrimSuffix(dockerfile, "FROM base AS dev\nCMD python manage.py runserver\n"), "deploy/Dockerfile.dockerignore": "app\n",
				"requirements.txt": "", "constraints.txt": "", "shop/wsgi.py": "", ".dockerignore": "*\n",
			},
			`deploy/Dockerfile target= context= known=false ignore=deploy/Dockerfile.dockerignore
  requirements.txt (requirements.txt) to /srv/
  constraints.txt (constraints.txt) to /srv/
  shop (shop) to /srv/shop/
   (.) to /srv/
  ignores app/.env app/NEWS.md app/README.md app/shop/.env
`,
		},
		{
			"no .dockerignore, and a Dockerfile that only compose knows",
			map[string]string{"web.image": "FROM python:3.12\nCOPY . /app\n", "compose.yml": "services:\n  web:\n    build: {context: ., dockerfile: web.image}\n    command: gunicorn shop.wsgi\n"},
			`web.image target= context= known=true ignore=
   (.) to /app
  ignores
`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b strings.Builder
			for _, i := range Models(read(c.files).Images) {
				ignore := ""
				if i.Ignore != nil {
					ignore = i.Ignore.Path
				}
				fmt.Fprintf(&b, "%s target=%s context=%s known=%t ignore=%s\n", i.File.Path, i.Target, i.Context, i.ContextKnown, ignore)
				for _, one := range i.Copies {
					fmt.Fprintf(&b, "  %s (%s) to %s\n", one.Path, one.From, one.To)
				}
				b.WriteString("  ignores")
				for _, name := range []string{"app/.env", "app/NEWS.md", "app/README.md", "app/shop/.env"} {
					if i.Ignored(name) {
						b.WriteString(" " + name)
					}
				}
				b.WriteString("\n")
			}
			if diff := cmp.Diff(c.want, b.String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestExcludes(t *testing.T) {
	if excludes(source.NewFile(".dockerignore", "[\n")) != nil {
		t.Error("docker refuses the pattern")
	}
	if excludes(source.NewFile(".dockerignore", strings.Repeat("a\n", maxPatterns+1))) != nil {
		t.Error("too many patterns are not tried")
	}
}
