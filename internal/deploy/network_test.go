package deploy_test

import (
	"testing"

	"deploylint/internal/deploy"
	"deploylint/internal/value"
)

func TestAnswers(t *testing.T) {
	place := func(name string, n deploy.Network) *deploy.Place {
		n.Stack = "compose.yml"
		n.Names = append([]deploy.Alias{{Name: name}}, n.Names...)
		return &deploy.Place{Kind: deploy.Container, Name: name, Network: n}
	}
	front, back := []string{"front"}, []string{"back"}
	web := place("web", deploy.Network{Joined: []string{"front", "back"}})
	db := place("db", deploy.Network{Joined: back, Names: []deploy.Alias{{Name: "postgres", Network: "back"}, {Name: "shop_db"}}})
	proxy := place("proxy", deploy.Network{Joined: front})
	metrics := place("metrics", deploy.Network{Mode: deploy.Shared, Of: "web"})
	agent := place("agent", deploy.Network{Mode: deploy.OfHost})
	host := &deploy.Place{Kind: deploy.Host, Name: "the host"}
	site := &deploy.Site{Places: []*deploy.Place{host, web, db, proxy, metrics, agent}}
	for _, c := range []struct {
		from *deploy.Place
		host string
		want *deploy.Place
		tri  value.Tri
	}{
		{web, "db", db, value.True},
		{web, "POSTGRES", db, value.True},
		{web, "shop_db", db, value.True},
		{proxy, "db", nil, value.False},
		{web, "127.0.0.1", web, value.True},
		{web, "[::1]", web, value.True},
		{metrics, "localhost", web, value.True},
		{metrics, "db", db, value.True},
		{agent, "localhost", host, value.True},
		{agent, "db", nil, value.Undecided},
		{web, "host.docker.internal", host, value.True},
		{web, "db.example.org", nil, value.Undecided},
		{host, "db", nil, value.Undecided},
		{nil, "db", nil, value.Undecided},
	} {
		got, tri := site.Answers(c.from, c.host)
		if got != c.want || tri != c.tri {
			t.Errorf("%v → %s: %v %v, want %v %v", c.from, c.host, got, tri, c.want, c.tri)
		}
	}
	if site.SameLoopback(web, proxy) || !site.SameLoopback(web, metrics) || !site.SameLoopback(agent, host) {
		t.Error("a loopback is one's own, but for what shares a network")
	}
	circle := place("a", deploy.Network{Mode: deploy.Shared, Of: "b"})
	other := place("b", deploy.Network{Mode: deploy.Shared, Of: "a"})
	(&deploy.Site{Places: []*deploy.Place{circle, other}}).Answers(circle, "localhost") // ends
}
