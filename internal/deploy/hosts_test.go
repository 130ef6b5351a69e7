package deploy_test

import (
	"testing"

	"deploylint/internal/deploy"
	"deploylint/internal/value"
)

// settingsOf returns settings that set the given names and have no defaults.
func settingsOf(values map[string]value.Value) *deploy.Settings {
	return deploy.NewSettings(nil,
		func(name string) (value.Value, bool) {
			v, ok := values[name]
			return v, ok
		},
		func(string) (value.Value, bool) { return value.OfNone(), true })
}

func list(hosts ...string) value.Value {
	var elems []value.Value
	for _, h := range hosts {
		elems = append(elems, value.OfStr(h))
	}
	return value.OfSequence(value.List, elems...)
}

func TestAllowsHost(t *testing.T) {
	partly := value.OfSequence(value.List, value.OfStr("shop.example"), value.NotKnown(value.External, "it comes from HOST"))
	for _, test := range []struct {
		name    string
		allowed value.Value
		host    string
		want    value.Tri
	}{
		{"exact", list("shop.example"), "shop.example", value.True},
		{"case", list("Shop.Example"), "SHOP.example", value.True},
		{"port", list("shop.example"), "shop.example:8443", value.True},
		{"dot at the end", list("shop.example"), "shop.example.", value.True},
		{"other", list("shop.example"), "www.shop.example", value.False},
		{"leading dot", list(".shop.example"), "www.shop.example", value.True},
		{"leading dot, name itself", list(".shop.example"), "shop.example", value.True},
		{"leading dot, longer word", list(".shop.example"), "bookshop.example", value.False},
		{"all", list("*"), "app", value.True},
		{"underscore", list("*"), "app_server", value.False},
		{"IPv6", list("[::1]"), "[::1]:8000", value.True},
		{"empty", list(), "shop.example", value.False},
		{"element not known", partly, "www.shop.example", value.Undecided},
		{"known before one that is not", partly, "shop.example", value.True},
		{"not known", value.NotKnown(value.External, "it comes from HOSTS"), "shop.example", value.Undecided},
		{"alternatives that agree", value.OneOf(list("a.example"), list("b.example")), "c.example", value.False},
		{"alternatives that differ", value.OneOf(list("a.example"), list("b.example")), "a.example", value.Undecided},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := deploy.AllowsHost(test.allowed, test.host); got != test.want {
				t.Errorf("%s is %v, want %v", test.host, got, test.want)
			}
		})
	}
}

func TestProxySSLHeader(t *testing.T) {
	pair := func(name string) value.Value {
		return value.OfSequence(value.Tuple, value.OfStr(name), value.OfStr("https"))
	}
	for _, test := range []struct {
		name   string
		value  value.Value
		header string
		set    value.Tri
	}{
		{"usual", pair("HTTP_X_FORWARDED_PROTO"), "X-Forwarded-Proto", value.True},
		{"other", pair("HTTP_X_SCHEME"), "X-Scheme", value.True},
		{"none", value.OfNone(), "", value.False},
		{"not a header", pair("wsgi.url_scheme"), "", value.Undecided},
		{"not a pair", list("HTTP_X_FORWARDED_PROTO"), "", value.Undecided},
		{"not known", value.Value{}, "", value.Undecided},
	} {
		t.Run(test.name, func(t *testing.T) {
			header, set := settingsOf(map[string]value.Value{"SECURE_PROXY_SSL_HEADER": test.value}).ProxySSLHeader()
			if header != test.header || set != test.set {
				t.Errorf("%q, %v, want %q, %v", header, set, test.header, test.set)
			}
		})
	}
}

func TestExpectsTLS(t *testing.T) {
	for _, test := range []struct {
		name   string
		values map[string]value.Value
		want   value.Tri
	}{
		{"nothing", nil, value.False},
		{"secure cookies", map[string]value.Value{"SESSION_COOKIE_SECURE": value.OfBool(true)}, value.True},
		{"HSTS", map[string]value.Value{"SECURE_HSTS_SECONDS": value.OfInt(3600)}, value.True},
		{"not known", map[string]value.Value{"SECURE_SSL_REDIRECT": value.NotKnown(value.External, "it comes from REDIRECT")}, value.Undecided},
	} {
		if got := settingsOf(test.values).ExpectsTLS(); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}
