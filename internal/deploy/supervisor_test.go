package deploy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/pathmap"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

func TestSupervisorConfigGet(t *testing.T) {
	config := &deploy.SupervisorConfig{
		Tree: ini.Parse(source.NewFile("supervisord.conf", "[supervisord]\nloglevel=debug\nidentifier=50%%\npidfile=%(here)s/pid\n")),
		Included: []*ini.Tree{
			ini.Parse(source.NewFile("conf.d/a.conf", "[supervisord]\nloglevel=warn\ndirectory={{ home }}\n")),
		},
	}
	for _, test := range []struct {
		option, text, place string
		cause               value.Cause
	}{
		{option: "loglevel", text: "warn", place: "conf.d/a.conf"},
		{option: "identifier", text: "50%", place: "supervisord.conf"},
		{option: "logfile", text: "supervisord.log"},
		{option: "pidfile", place: "supervisord.conf", cause: value.External},
		{option: "directory", place: "conf.d/a.conf", cause: value.External},
		{option: "user", cause: value.Absent},
	} {
		t.Run(test.option, func(t *testing.T) {
			v := config.Get("supervisord", test.option)
			text, known := v.Text()
			if text != test.text || known != (test.text != "") || v.Span().Path() != test.place || v.Cause != test.cause {
				t.Errorf("%q, known %t, in %q, cause %d", text, known, v.Span().Path(), v.Cause)
			}
		})
	}
}

func TestSections(t *testing.T) {
	config := &deploy.SupervisorConfig{
		Tree: ini.Parse(source.NewFile("s.conf", "[inet_http_server]\nport=1\n[inet_http_server:api]\nport=2\n[program:inet_http_server]\n[inet_http_server]\nport=3\n")),
	}
	var names []string
	for _, s := range config.Sections("inet_http_server") {
		names = append(names, s.Name)
	}
	if diff := cmp.Diff([]string{"inet_http_server", "inet_http_server:api"}, names); diff != "" {
		t.Errorf("sections (-want +got):\n%s", diff)
	}
}

func TestProgramOptions(t *testing.T) {
	p := &deploy.Program{Options: deploy.NewOptions(map[string]value.Value{
		"text": value.OfStr("On"), "bool": value.OfBool(true), "unexpected": value.OfStr("unexpected"),
		"stopwaitsecs": value.OfStr(" 30"), "numprocs": value.OfInt(2), "stopsignal": value.OfStr("sigquit"),
	})}
	for name, want := range map[string]value.Tri{
		"text": value.True, "bool": value.True, "unexpected": value.Undecided, "absent": value.Undecided,
	} {
		if got := p.Flag(name); got != want {
			t.Errorf("Flag(%q) = %v, want %v", name, got, want)
		}
	}
	if n, ok := p.Number("stopwaitsecs"); n != 30 || !ok {
		t.Errorf("stopwaitsecs is %d, %t", n, ok)
	}
	if n, ok := p.Number("numprocs"); n != 2 || !ok {
		t.Errorf("numprocs is %d, %t", n, ok)
	}
	if _, ok := p.Number("absent"); ok {
		t.Error("an option that is not there is a number")
	}
	if name, ok := p.StopSignal(); name != "QUIT" || !ok {
		t.Errorf("the signal is %q, %t", name, ok)
	}
	numbered := &deploy.Program{Options: deploy.NewOptions(map[string]value.Value{"stopsignal": value.OfInt(15)})}
	if name, ok := numbered.StopSignal(); name != "TERM" || !ok {
		t.Errorf("the signal 15 is %q, %t", name, ok)
	}
}

func TestInCheckout(t *testing.T) {
	b := pathmap.NewBuilder([]string{"shop/wsgi.py"})
	b.Add(pathmap.Evidence{Server: "/srv/shop", Strength: pathmap.Declared})
	site := &deploy.Site{Paths: b.Map()}
	for _, test := range []struct {
		name      string
		directory value.Value
		file      string
		want      string
		ok        bool
	}{
		{"absolute", value.Value{}, "/srv/shop/logs/a.log", "logs/a.log", true},
		{"relative", value.OfStr("/srv/shop/deploy"), "../a.log", "a.log", true},
		{"beside", value.OfStr("/srv/shop"), "../a.log", "", false},
		{"elsewhere", value.Value{}, "/var/log/a.log", "", false},
		{"directory unknown", value.Value{}, "a.log", "", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, ok := site.InCheckout(test.directory, test.file)
			if got != test.want || ok != test.ok {
				t.Errorf("got %q, %t, want %q, %t", got, ok, test.want, test.ok)
			}
		})
	}
}

func TestScripts(t *testing.T) {
	run := source.NewFile("run.sh", "exec \"$@\"\n")
	conf := source.NewFile("s.conf", "command=sh -c a\ncommand=sh -c b\n")
	through := func(f *source.File, inline bool, start int) []*deploy.Wrapper {
		return []*deploy.Wrapper{{
			Name:   deploy.Word{Text: "sh", Known: true, Span: conf.Span(start, start+2)},
			Script: &deploy.Script{File: f, Inline: inline},
		}}
	}
	site := &deploy.Site{Processes: []*deploy.Process{
		{Key: "one", Wrappers: through(run, false, 8)},
		{Key: "two", Wrappers: through(conf, true, 8)},
		{Key: "three", Wrappers: append(through(run, false, 24), through(conf, true, 24)...)},
		{Key: "four"},
	}}
	var got []string
	for _, use := range site.Scripts() {
		line := use.Key() + ":"
		for _, p := range use.Processes {
			line += " " + p.Key
		}
		got = append(got, line)
	}
	if diff := cmp.Diff([]string{"script:run.sh: one three", "two: two", "three: three"}, got); diff != "" {
		t.Errorf("scripts (-want +got):\n%s", diff)
	}
}
