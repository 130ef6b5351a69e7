package lint

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/nginx"
	"deploylint/internal/source"
)

// TestChecksWalk is about what the runner finds for each type of check, and that a site without any of it asks nothing.
func TestChecksWalk(t *testing.T) {
	conf := source.NewFile("nginx.conf", "server {\n  root /a;\n  location /b {\n    return 200;\n    location /b/c {\n    }\n  }\n}\n")
	program := source.NewFile("app.conf", "[program:web]\ncommand=run\n")
	main := &deploy.Site{
		Settings:    silencedSettings(),
		Processes:   []*deploy.Process{{Name: "web", Declared: program.LineSpan(1)}},
		Supervisors: []*deploy.SupervisorConfig{{Tree: ini.Parse(program)}},
		Proxies:     []*deploy.Proxy{{Path: "nginx.conf", Config: nginx.Load(nginx.Files{}, conf)}},
		Images:      []*deploy.Image{{File: source.NewFile("Dockerfile", "FROM x\n")}},
		Repository:  &deploy.Repository{EnvFiles: []deploy.RepoEnvFile{{Path: ".env"}, {Path: "other.env"}}},
	}
	worker := &deploy.Site{
		Settings:   silencedSettings(),
		Processes:  []*deploy.Process{{Kind: deploy.Worker}},
		Neighbours: []*deploy.Process{{Kind: deploy.Web}},
	}
	say := func(format string, args ...any) Answer { return Fail(conf.LineSpan(1), format, args...) }
	settings := func(*deploy.Settings, *deploy.Site) Answer { return say("settings") }
	for _, test := range []struct {
		check        Check
		main, worker []string
	}{
		{OfSettings(settings), []string{"settings"}, []string{"settings"}},
		{OfStack(settings), []string{"settings"}, []string{"settings"}},
		{OfWebSettings(settings), []string{"settings"}, nil},
		{OfProcess(func(p *deploy.Process, _ *deploy.Site) Answer { return say("process %s", p.Name) }), []string{"process web"}, []string{"process "}},
		{OfSupervisor(func(c *deploy.SupervisorConfig, _ *deploy.Site) Answer { return say("%s", c.Tree.File.Path) }), []string{"app.conf"}, nil},
		{OfImage(func(i *deploy.Image, _ *deploy.Site) Answer { return say("%s", i.File.Path) }), []string{"Dockerfile"}, nil},
		{OfProxy(func(p *deploy.Proxy, _ *deploy.Site) Answer { return say("%s", p.Path) }), []string{"nginx.conf"}, nil},
		{OfServer(func(s *nginx.Server, _ *deploy.Site) Answer { return say("%d locations", len(s.AllLocations())) }), []string{"2 locations"}, nil},
		{OfLocation(func(l *nginx.Location, _ *deploy.Site) Answer { return say("%s", l.Path) }), []string{"/b", "/b/c"}, nil},
		{
			OfDirective(func(e nginx.Entry, _ *deploy.Site) Answer { return say("%s", e.Name.Text) }),
			[]string{"server", "root", "location", "return", "location"},
			nil,
		},
		{
			OfServerDirective(func(d nginx.InServer, _ *deploy.Site) Answer { return say("%s %t", d.Name.Text, d.Location != nil) }),
			[]string{"root false", "location false", "return true", "location true"},
			nil,
		},
		{OfRepository(func(r *deploy.Repository, _ *deploy.Site) Answer { return say("%d files", len(r.EnvFiles)) }), []string{"2 files"}, nil},
		{OfEnvFile(func(f deploy.RepoEnvFile, _ *deploy.Site) Answer { return say("%s", f.Path) }), []string{".env", "other.env"}, nil},
		{OfSite(func(*deploy.Site) Answer { return Answers{nil, say("one"), Results{say("two").(Result)}} }), []string{"one", "two"}, []string{"one", "two"}},
		{Checks{OfSettings(settings), OfSite(func(*deploy.Site) Answer { return nil })}, []string{"settings"}, []string{"settings"}},
	} {
		t.Run(fmt.Sprintf("%T", test.check), func(t *testing.T) {
			if test.check.LooksAt() == "" {
				t.Error("nothing says what it looks at")
			}
			for _, site := range []struct {
				*deploy.Site
				want []string
			}{{main, test.main}, {worker, test.worker}} {
				var got []string
				for _, r := range test.check.ask(site.Site) {
					got = append(got, r.Message)
				}
				if diff := cmp.Diff(site.want, got); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
			}
			if got := test.check.ask(&deploy.Site{}); len(got) > 0 && len(test.worker) == 0 {
				t.Errorf("an empty site is asked: %v", got)
			}
		})
	}
}

// TestProcessesShareFaults is about processes that start through one file.
func TestProcessesShareFaults(t *testing.T) {
	f := source.NewFile("run.sh", "one\ntwo\nthree\n")
	site := &deploy.Site{Processes: []*deploy.Process{{Name: "a", Declared: f.LineSpan(1)}, {Name: "b", Declared: f.LineSpan(2)}}}
	shared := OfProcess(func(p *deploy.Process, _ *deploy.Site) Answer {
		return Answers{Fail(f.LineSpan(3), "shared"), Fail(p, "own")}
	})
	got := shared.ask(site)
	if len(got) != 3 || len(got[0].Related) != 1 || got[0].Related[0].Message != "b starts this way too" || len(got[2].Related) != 0 {
		t.Errorf("got %+v", got)
	}
}

func TestGather(t *testing.T) {
	f := source.NewFile("a.conf", "one\ntwo\nthree\nfour\n")
	at := func(line int, group any) Result { return Fail(f.LineSpan(line), "%d", line).Among(group, "here too") }
	var got []string
	for _, r := range gather(Results{at(1, "a"), Fail(f.LineSpan(1), "alone"), at(2, "a"), at(2, "b"), at(3, "b"), at(4, "a")}) {
		got = append(got, fmt.Sprintf("%s+%d", r.Message, len(r.Related)))
	}
	if diff := cmp.Diff([]string{"1+2", "alone+0", "3+0"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
