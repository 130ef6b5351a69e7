package deploy

import (
	"testing"

	"deploylint/internal/env"
	"deploylint/internal/source"
)

func TestCalls(t *testing.T) {
	network := func(name string) Network {
		return Network{Stack: "compose.yml", Joined: []string{"default"}, Names: []Alias{{Name: name}}}
	}
	given := func(name, text string) *env.Environment {
		return env.New(true, env.Layer{Vars: []env.Var{env.Given(name, text, source.Span{}, "compose")}})
	}
	web := &Place{Kind: Container, Name: "shop_web", Network: network("shop_web"), Environment: given("SELF", "x")}
	api := &Place{Kind: Container, Name: "api", Network: network("api"), Environment: given("SHOP", "redis://x http://shop_web:8000/api")}
	proxy := &Place{Kind: Container, Name: "proxy", Image: "caddy:2", Network: network("proxy"), Environment: given("UPSTREAM", "http://shop_web:8000")}
	site := &Site{Places: []*Place{web, api, proxy}}
	got := site.Calls(web)
	if len(got) != 1 || got[0].From != api || got[0].Host != "shop_web" || got[0].Port != "8000" || got[0].By != "SHOP" {
		t.Errorf("got %+v", got)
	}
	if got := site.Calls(api); len(got) != 0 {
		t.Errorf("got %+v", got)
	}
}
