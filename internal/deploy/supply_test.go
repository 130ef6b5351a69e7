package deploy_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/value"
)

// TestSupply puts the suppliers of a variable into their order.
func TestSupply(t *testing.T) {
	layer := func(origin, text string) env.Layer {
		return env.Layer{Origin: origin, Vars: []env.Var{{Name: "KEY", Value: value.OfStr("old")}, {Name: "KEY", Value: value.OfStr(text)}, {Name: "OTHER", Value: value.OfStr("x")}}}
	}
	process := func(layers ...env.Layer) *deploy.Process {
		return &deploy.Process{Environment: env.New(false, layers...)}
	}
	file := func(path, text string, override bool) deploy.EnvFile {
		return deploy.EnvFile{Path: path, Override: override, Entries: []deploy.EnvEntry{{Key: "KEY", Value: value.OfStr(text)}}}
	}
	settings := func(files ...deploy.EnvFile) *deploy.Settings { return &deploy.Settings{EnvFiles: files} }
	tests := []struct {
		name string
		site deploy.Site
		want string
	}{
		{"nothing", deploy.Site{}, ""},
		{"a file alone", deploy.Site{Settings: settings(file("a", "1", false), file("b", "2", false))}, "a=1! b=2"},
		{
			"a launcher over a file",
			deploy.Site{Settings: settings(file("a", "1", false)), Processes: []*deploy.Process{process(layer("web", "2"), layer("image", "3"))}},
			"web=2! image=3 a=1",
		},
		{
			"one process of two has it",
			deploy.Site{Settings: settings(file("a", "1", false)), Processes: []*deploy.Process{process(layer("web", "2")), process()}},
			"web=2! a=1!",
		},
		{
			"shared by two processes",
			deploy.Site{Processes: []*deploy.Process{process(layer("shared", "1")), process(layer("own", "2"), layer("shared", "1"))}},
			"shared=1! own=2!",
		},
		{
			"the user's word",
			deploy.Site{Given: []env.Layer{layer("--set", "1"), layer("--env-file x", "2")}, Processes: []*deploy.Process{process(layer("web", "3"))}},
			"--set=1! --env-file x=2 web=3",
		},
		{
			"a file that replaces",
			deploy.Site{Settings: settings(file("a", "1", true), file("b", "2", true)), Processes: []*deploy.Process{process(layer("web", "3"))}},
			"b=2! a=1 web=3",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, s := range test.site.Supply("KEY") {
				text, _ := s.Value.Text()
				one := s.Origin + "=" + text
				if s.Wins {
					one += "!"
				}
				got = append(got, one)
			}
			if diff := cmp.Diff(test.want, strings.Join(got, " ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}
