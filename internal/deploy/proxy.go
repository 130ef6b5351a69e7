package deploy

import (
	"slices"
	"strings"

	"deploylint/internal/address"
	"deploylint/internal/nginx"
	"deploylint/internal/nginx/syntax"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A Proxy is one nginx configuration: a main file or a file for conf.d, with what it includes.
type Proxy struct {
	Config *nginx.Config
	// Path is the main file's path.
	Path string
	// Group names the set of alternatives that the file belongs to ("ssl" beside "no ssl"), "" when it stands alone.
	// The files of one group are not live together.
	Group string
	// Sample is set for a file that its name calls an example.
	Sample bool
}

// LiveProxies returns the proxies that rules are about. Examples count only where there is nothing else: beside a real
// configuration they are documentation.
func (s *Site) LiveProxies() []*Proxy {
	var live []*Proxy
	for _, p := range s.Proxies {
		if !p.Sample {
			live = append(live, p)
		}
	}
	if len(live) == 0 {
		return s.Proxies
	}
	return live
}

// Behind reports whether the configuration says that another proxy stands before nginx: it takes the client's address
// from what that proxy sends, or looks at how the client came to it.
func (p *Proxy) Behind() bool {
	behind := false
	p.Config.Walk(func(e nginx.Entry) bool {
		behind = behind || e.Is("set_real_ip_from", "real_ip_header") || e.Is("listen") && e.HasArg("proxy_protocol") ||
			slices.ContainsFunc(append([]syntax.Word{e.Name}, e.Args...), namesOuterProxy)
		return !behind
	})
	return behind
}

// namesOuterProxy reports whether a word holds what a proxy before nginx says about the client's connection.
func namesOuterProxy(w syntax.Word) bool {
	return strings.Contains(w.Text, "$http_x_forwarded_") && !strings.Contains(w.Text, "$http_x_forwarded_for") ||
		strings.Contains(w.Text, "$http_cf_") || strings.Contains(w.Text, "$http_x_scheme") || strings.Contains(w.Text, "$proxy_protocol")
}

// An AppTarget is a proxy_pass, uwsgi_pass or the like that leads to the site's application.
type AppTarget struct {
	nginx.Target
	Proxy *Proxy
	// Process is the process that listens there; nil where no process is known to, and the target was taken for the
	// application since nothing else can be meant.
	Process *Process
	// Bind is the address of Process that was matched.
	Bind Bind
}

// Where names the place in its server that hands requests on, for a message: "location /ws/".
func (t AppTarget) Where() string {
	if t.Location == nil || t.Location.Inferred {
		return "the server"
	}
	if l := t.Location; l.IsRegex() || l.Modifier == "=" || l.Modifier == "^~" {
		return "location " + l.Modifier + " " + l.Path
	}
	return "location " + t.Location.Path
}

// Near reports whether the target is on this machine for certain: an address of the loopback, or a unix socket.
func (t AppTarget) Near() bool {
	addresses, known := t.Addresses()
	return known && len(addresses) > 0 && !slices.ContainsFunc(addresses, func(a nginx.Address) bool { return !a.Loopback() })
}

// HTTP reports whether nginx speaks HTTP to the application, so that headers are what proxy_set_header makes them.
func (t AppTarget) HTTP() bool { return t.Protocol == "http" || t.Protocol == "https" }

// SentHost returns the Host header that nginx sends where the configuration sets none: what proxy_pass names. It is not
// ok where a variable decides.
func (t AppTarget) SentHost() (host string, ok bool) {
	switch a := t.Address; {
	case a.Hole:
		return "", false
	case a.Unix != "":
		return "localhost", true // ngx_http_proxy_set_vars
	case t.Protocol == "http" && a.Port == 80, t.Protocol == "https" && a.Port == 443, t.Upstream != nil:
		return a.Host, true
	default:
		return a.String(), true
	}
}

// WebSocket reports whether the target is for WebSockets alone: neither Django's answer to a wrong Host nor its redirect to
// https are for them.
func (t AppTarget) WebSocket() bool {
	if wholeSite(t.Target) {
		return false
	}
	h, found := t.Outer.Headers("proxy_set_header").Get("Upgrade")
	return found != value.False && h.Outer == t.Outer
}

// AppTargets returns the targets of all live proxies that lead to the site's application, in the order of their files. A
// target whose address is that of a web process counts. Where there is none, those count that answer for the whole site
// and lead to this machine, to a socket or to another container: the application must be among them.
func (s *Site) AppTargets() []AppTarget {
	if s.appTargets == nil {
		s.appTargets = &known{targets: s.findAppTargets()}
	}
	return slices.Clone(s.appTargets.targets)
}

// IsAppTarget reports whether a directive hands requests to the site's application.
func (s *Site) IsAppTarget(e nginx.Entry) bool {
	return e.Directive != nil && slices.ContainsFunc(s.AppTargets(), func(t AppTarget) bool { return t.Directive == e.Directive })
}

// known holds an answer that many rules ask for, and that costs a look at every target of every proxy.
type known struct{ targets []AppTarget }

func (s *Site) findAppTargets() []AppTarget {
	matched := map[*Proxy][]AppTarget{}
	others := map[*Proxy][]AppTarget{}
	groups := map[string]bool{}
	proxies := s.LiveProxies()
	neighbours := s.neighbourhood()
	for _, p := range proxies {
		matched[p], others[p] = s.targetsOf(p, neighbours)
		if len(matched[p]) > 0 {
			groups[p.Group] = true
		}
	}
	var targets []AppTarget
	for _, p := range proxies {
		switch {
		case len(matched[p]) > 0:
			targets = append(targets, matched[p]...)
		case len(groups) == 0 && !s.isBeside(), p.Group != "" && groups[p.Group]:
			targets = append(targets, likely(others[p])...)
		}
	}
	return targets
}

// isBeside reports whether the proxies are for another site of the repository: that has a web server of its own, and this
// one has none, or one behind a hosting platform's router.
func (s *Site) isBeside() bool {
	own := func(p *Process) bool {
		return p.Kind == Web && p.Server != nil && p.Launcher != Procfile && p.Launcher != Platform
	}
	return slices.ContainsFunc(s.Neighbours, own) && !slices.ContainsFunc(s.Processes, own)
}

// targetsOf parts the targets of a proxy into those where a web process of the site listens and those where one may.
func (s *Site) targetsOf(p *Proxy, neighbours neighbourhood) (matched, others []AppTarget) {
	named := false
	for _, t := range p.Config.Targets() {
		app := AppTarget{Target: t, Proxy: p}
		if app.Process, app.Bind = s.listener(t); app.Process != nil {
			matched = append(matched, app)
			named = named || app.namesService()
		} else if t.Protocol != "fastcgi" && mayBeApp(t) && !isOtherProgram(t) && !neighbours.holds(t) {
			others = append(others, app)
		}
	}
	if named {
		// Other containers may listen on the same port.
		matched = slices.DeleteFunc(matched, func(t AppTarget) bool { return t.Process.Container && !t.namesService() })
	}
	return matched, others
}

// namesService reports whether the target names the container of its process.
func (t AppTarget) namesService() bool {
	addresses, _ := t.Addresses()
	return slices.ContainsFunc(addresses, func(a nginx.Address) bool { return t.Process.isService(a.Host) })
}

// isOtherProgram reports whether the target's name or port is that of a well-known program which is not Django.
func isOtherProgram(t nginx.Target) bool {
	addresses, _ := t.Addresses()
	for _, a := range append(addresses, t.Address) {
		switch a.Port {
		case 3000, 5173, 5555, 5601, 5678, 9090, 15672: // JavaScript servers, Flower, Kibana, n8n, Prometheus, RabbitMQ
			return true
		}
		for part := range strings.FieldsFuncSeq(strings.ToLower(a.Host), func(r rune) bool { return strings.ContainsRune("-_.", r) }) {
			switch part {
			case "frontend", "front", "client", "ui", "node", "next", "nextjs", "nuxt", "react", "vue", "angular",
				"flower", "grafana", "metabase", "kibana", "prometheus", "minio", "storage", "adminer", "pgadmin", "jupyter", "anubis":
				return true
			}
		}
	}
	return false
}

// likely returns those of the targets that must be the application: the address that Django's own paths go to, else the
// one that answers for the whole site, wherever the configuration names it.
func likely(targets []AppTarget) []AppTarget {
	addresses := map[string]bool{}
	for _, django := range []bool{true, false} {
		for _, t := range targets {
			if django && isDjangoPath(t.Target) || !django && wholeSite(t.Target) {
				addresses[t.Address.String()] = true
			}
		}
		if len(addresses) > 0 {
			break
		}
	}
	return slices.DeleteFunc(targets, func(t AppTarget) bool { return !addresses[t.Address.String()] })
}

// isDjangoPath reports whether a target answers for a path that few others than Django have.
func isDjangoPath(t nginx.Target) bool {
	return t.Location != nil && (t.Location.IsPrefix() || t.Location.IsRegex()) && strings.Contains(t.Location.Path, "admin")
}

// wholeSite reports whether the target answers for all of the site, or what no other location answers for: it is in
// location /, in a named location, or in the server itself.
func wholeSite(t nginx.Target) bool {
	return t.Location == nil || t.Location.IsNamed() || t.Location.IsPrefix() && t.Location.Path == "/" || t.Location.Inferred
}

// mayBeApp reports whether the address can be the application's: on this machine, a socket, or another container.
func mayBeApp(t nginx.Target) bool {
	addresses, _ := t.Addresses()
	for _, a := range addresses {
		if a.Hole || a.Loopback() || !strings.Contains(a.Host, ".") {
			return true
		}
	}
	return false
}

// An AppServer is a server of nginx that leads to the application, with all targets in it that do.
type AppServer struct {
	*nginx.Server
	Proxy   *Proxy
	Targets []AppTarget
}

// Label is what people call the server: its first name, or "the site".
func (s AppServer) Label() string {
	for _, n := range s.Names {
		if name, ok := n.Literal(); ok && (n.Kind == nginx.ExactName || n.Kind == nginx.WildcardName) {
			return name
		}
	}
	return "the site"
}

// Public reports whether other machines may reach the server: it listens on more than the loopback and unix sockets.
func (s AppServer) Public() bool {
	return slices.ContainsFunc(s.Listens, func(l nginx.Listen) bool { return l.Hole || l.Unix == "" && !address.Loopback(l.Address) })
}

// Apart reports whether nginx runs elsewhere than the application, in another container or on another machine, so that a
// path may name different folders to the two.
func (s AppServer) Apart() bool {
	return slices.ContainsFunc(s.Targets, func(t AppTarget) bool { return !t.Near() || t.Process != nil && t.Process.Contained() })
}

// Source returns the server's opening.
func (s AppServer) Source() source.Span { return s.Server.Source() }

// AppServers returns the servers that lead to the application, in order.
func (s *Site) AppServers() []AppServer {
	var servers []AppServer
	for _, t := range s.AppTargets() {
		i := slices.IndexFunc(servers, func(other AppServer) bool { return other.Server == t.Server })
		if i < 0 {
			i = len(servers)
			servers = append(servers, AppServer{Server: t.Server, Proxy: t.Proxy})
		}
		servers[i].Targets = append(servers[i].Targets, t)
	}
	return servers
}

// TLS reports whether any server of the site's proxies takes TLS, the application's or not: where one does, nginx is
// what ends it.
func (s *Site) TLS() value.Tri {
	answer := value.False
	for _, p := range s.LiveProxies() {
		for _, server := range p.Config.Servers {
			answer = answer.Or(server.TLS())
		}
	}
	return answer
}
