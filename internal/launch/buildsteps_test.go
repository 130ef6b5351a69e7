package launch

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"deploylint/internal/env"
)

// Each management command of a RUN is given what stands above it and what its own line says, and nothing of what compose gives the
// container.
func TestBuildSteps(t *testing.T) {
	result := read(map[string]string{
		"manage.py": "",
		"Dockerfile": `FROM python:3.13-slim AS base
ARG MODE=plain
ENV A=1
WORKDIR /app
COPY . .
RUN python manage.py check; A=2 python manage.py collectstatic --noinput && B=3 sh build.sh || true
ENV A=4
FROM base
RUN --mount=type=secret,id=key,env=KEY python manage.py migrate
`,
		"build.sh":           "export C=5\nuv run django-admin compress\n",
		"docker-compose.yml": "services:\n  web:\n    build:\n      context: .\n      args: {MODE: fast}\n    command: gunicorn shop.wsgi\n    environment: {D: \"6\"}\n",
	})
	var got []string
	for _, i := range result.Images {
		for _, p := range i.Steps {
			line := fmt.Sprint(p.Manage.Command.Text, " ", p.Fails, " ", p.Environment.Closed())
			for _, name := range []string{"A", "B", "C", "D", "MODE"} {
				if a := p.Environment.Lookup(name); a.State == env.Supplied {
					text, _ := a.Value.Text()
					line += " " + name + "=" + text
				}
			}
			got = append(got, line)
		}
	}
	want := []string{
		"migrate true true A=4",
		"check false true A=1 MODE=fast",
		"collectstatic false true A=2 MODE=fast",
		"compress false true A=1 B=3 C=5 MODE=fast",
	}
	for i := range want {
		if !slices.Contains(got, want[i]) {
			t.Errorf("not there: %s\nin\n%s", want[i], strings.Join(got, "\n"))
		}
	}
	if len(got) != len(want) {
		t.Errorf("got %d steps, want %d", len(got), len(want))
	}
}
