package deploy_test

import (
	"testing"

	"deploylint/internal/deploy"
)

func TestAnswersRequests(t *testing.T) {
	of := func(kinds ...deploy.ProcessKind) []*deploy.Process {
		var all []*deploy.Process
		for _, k := range kinds {
			all = append(all, &deploy.Process{Kind: k})
		}
		return all
	}
	for _, c := range []struct {
		name       string
		own, other []*deploy.Process
		want       bool
	}{
		{"no processes are known", nil, nil, true},
		{"none of its own, and others have", nil, of(deploy.Web), true},
		{"a server", of(deploy.Worker, deploy.Web), of(deploy.Web), true},
		{"workers alone, and nothing else is known", of(deploy.Worker, deploy.Beat), nil, true},
		{"workers alone, and others have workers", of(deploy.Worker), of(deploy.Worker), true},
		{"workers alone, and others have a server", of(deploy.Worker, deploy.Beat), of(deploy.Worker, deploy.Web), false},
		{"something that is not understood", of(deploy.Worker, deploy.OtherProcess), of(deploy.Web), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			site := deploy.Site{Processes: c.own, Neighbours: c.other}
			if got := site.AnswersRequests(); got != c.want {
				t.Errorf("got %t, want %t", got, c.want)
			}
		})
	}
}
