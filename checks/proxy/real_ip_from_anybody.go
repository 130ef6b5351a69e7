package proxy

import (
	"slices"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/nginx/syntax"
)

// realIPFromAnybody reports set_real_ip_from for all addresses.
//
// # Why it matters
//
// nginx then believes the X-Forwarded-For of everybody. Who sends one gets around allow and deny, limits per address
// and the lock on logins after wrong passwords, and every log names whom they like.
//
// # Example
//
//	set_real_ip_from 0.0.0.0/0;
//
// # Use instead
//
//	set_real_ip_from 10.0.0.0/8;
//
// # Shown on nginx
//
//	request:   GET / | X-Forwarded-For: 203.0.113.9
//	answer:    the application gets X-Real-IP: 203.0.113.9
//	mended:    the application gets X-Real-IP: 127.0.0.1
//
// # When it stays silent
//
// For narrower ranges, and for sockets of this machine. It is a warning where nginx does not lead to the application, and a
// note where it serves files only and nothing but its log goes by the address.
func realIPFromAnybody() lint.Rule {
	return lint.Rule{
		ID:      "DPL346",
		Name:    "real-ip-from-anybody",
		Summary: "Anybody can choose the address that they seem to come from",
		Help:    "Name the addresses of the proxies that stand before nginx",
		Level:   lint.Error,
		Tags:    []string{"security", "cwe-290"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_realip_module.html#set_real_ip_from",
		},
		Since: "0.1.0",
		Check: lint.OfProxy(checkRealIPFromAnybody),
	}
}

func checkRealIPFromAnybody(p *deploy.Proxy, site *deploy.Site) lint.Answer {
	var answers lint.Answers
	leads := slices.ContainsFunc(site.AppServers(), func(s deploy.AppServer) bool { return s.Proxy == p })
	p.Config.Walk(func(e nginx.Entry) bool {
		if text := e.Arg(0).Text; e.Is("set_real_ip_from") && (text == "0.0.0.0/0" || text == "::/0" || text == "0/0") {
			r := lint.Fail(e, "anybody can choose the address that they seem to come from, with a header").
				About(e.Key()).
				Fix("set_real_ip_from with the address of the proxy before nginx").Among(e.Outer, "and this")
			switch {
			case leads:
			case goesByAddress(p.Config):
				r = r.At(lint.Warning)
			default:
				r = r.At(lint.Note)
			}
			answers = append(answers, r)
		}
		return true
	})
	return answers
}

// goesByAddress reports whether something in the configuration may be decided by the client's address, or passes it on.
func goesByAddress(c *nginx.Config) bool {
	if slices.ContainsFunc(c.Servers, func(s *nginx.Server) bool { return s.MayHold("allow") }) {
		return true
	}
	goes := false
	c.Walk(func(e nginx.Entry) bool {
		goes = goes || e.Is("allow", "deny", "limit_req", "limit_conn", "geo", "proxy_pass", "uwsgi_pass", "fastcgi_pass", "grpc_pass") ||
			e.Is("map", "if", "set") && slices.ContainsFunc(e.Args, func(w syntax.Word) bool { return w.Uses("remote_addr") || w.Uses("binary_remote_addr") })
		return !goes
	})
	return goes
}
