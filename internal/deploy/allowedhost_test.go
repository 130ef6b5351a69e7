package deploy

import (
	"strings"
	"testing"
)

func TestDeadHost(t *testing.T) {
	for _, alive := range []string{
		"*", "shop.example", "SHOP.example", ".shop.example", "localhost", "10.0.0.5", "[::1]", "[2001:db8::1]", "a-b.example", "::1",
		"{{ domain }}", "${HOST}", "%(host)s", "<your-host>", "-",
	} {
		if why := DeadHost(alive); why != "" {
			t.Errorf("%q: %s", alive, why)
		}
	}
	for dead, want := range map[string]string{
		"":                              "empty",
		`"shop.example`:                 "quotes",
		`shop.example'`:                 "quotes",
		`["shop.example"]`:              "quotes",
		"shop.example,www.shop.example": "several names",
		"shop.example;www.shop.example": "several names",
		"shop.example www.shop.example": "several names",
		" shop.example":                 "blank",
		"https://shop.example":          "URL",
		"shop.example/":                 "path",
		"10.0.0.0/8":                    "ranges",
		"shop.example:8000":             "port",
		"[::1]:8000":                    "port",
		"[shop.example]":                "bracket",
		"[shop.example":                 "bracket",
		"2001:db8::1":                   "in brackets",
		"*.shop.example":                "wildcard",
		"mail_web":                      "underscore",
		"shop.example.":                 "dot at the end",
		"bücher.example":                "xn--",
		`^shop\.example`:                "such characters",
		"@shop.example":                 "such characters",
		"[::1":                          "bracket",
	} {
		if why := DeadHost(dead); !strings.Contains(why, want) {
			t.Errorf("%q: got %q, want %q in it", dead, why, want)
		}
	}
}
