package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

func words(texts ...string) []deploy.Word {
	var all []deploy.Word
	for _, text := range texts {
		all = append(all, deploy.Word{Text: text, Known: true})
	}
	return all
}

func TestProcesses(t *testing.T) {
	option := func(v value.Value) deploy.LaunchOption { return deploy.LaunchOption{Value: v} }
	web := &deploy.Process{
		Name: "supervisor program web", Kind: deploy.Web, Argv: words("/srv/venv/bin/gunicorn", "shop.wsgi"),
		SettingsModule: value.OfStr("shop.settings"), User: value.OfStr("shop"), Directory: value.OfStr("/srv/shop"),
		Server:  &deploy.Server{Program: "gunicorn", Binds: []deploy.Bind{{Host: "127.0.0.1", Port: "8000", Known: true}}},
		Restart: deploy.Restart{Policy: deploy.RestartOnFailure},
		Stop: deploy.Stop{
			Signal: option(value.OfStr("TERM")), Seconds: option(value.OfInt(10)), Group: value.True,
		},
		Replicas:       option(value.OfInt(2)),
		EnvFiles:       []deploy.EnvFileReader{{Path: "deploy/.env"}},
		AbsentEnvFiles: words("/etc/shop.env"),
	}
	worker := &deploy.Process{
		Name: "compose service worker", Kind: deploy.Worker,
		Argv:           words("celery", "-b", "redis://:horse-Battery-9@cache/0", "--password", "horse-Battery-9", "--token=abcdefghijklmnop", "a\x1b[31mb"),
		SettingsModule: value.NotKnown(value.Absent, "nothing names it"), User: value.OfNone(), Directory: value.OfNone(),
		Stop:  deploy.Stop{Signal: option(value.OfStr("INT")), Seconds: option(value.OfNone())},
		Ports: []deploy.Port{{Inside: "80", Outside: "8080", Published: true, Known: true}, {Inside: "9000", Known: true}},
	}
	silent := &deploy.Process{Name: "compose service other", User: value.OfNone(), Directory: value.OfNone()}
	rep := &lint.Report{Sites: []*deploy.Site{{Processes: []*deploy.Process{web, worker, silent}}}}
	want := []string{
		"supervisor program web: web, runs gunicorn shop.wsgi; settings shop.settings; listens on 127.0.0.1:8000; user shop; in /srv/shop; 2 times; " +
			"restarts on failure; stops by TERM to all of its processes, killed after 10 s; environment of deploy/.env; " +
			"environment of /etc/shop.env, which is not in the repository",
		"compose service worker: worker, runs celery -b redis://:hors… (15 chars)@cache/0 --password hors… (15 chars) --token=abcd… (16 chars) a\\x1b[31mb; " +
			"publishes 8080:80; stops by INT, never killed",
		"compose service other: other, runs what its image says",
	}
	if diff := cmp.Diff(want, Processes(rep, Options{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
