package deploy

import (
	"strconv"
	"strings"

	"deploylint/internal/nginx"
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

// AppTargets returns the targets of all proxies that lead to the site's application, in the order of their files. A
// target whose address is that of a web process counts. Where none of a proxy's targets is, those count that answer for
// the whole site and lead to this machine, to a socket or to another container: the application must be among them.
func (s *Site) AppTargets() []AppTarget {
	var targets []AppTarget
	for _, p := range s.Proxies {
		var matched, likely []AppTarget
		for _, t := range p.Config.Targets() {
			app := AppTarget{Target: t, Proxy: p}
			if app.Process, app.Bind = s.listener(t); app.Process != nil {
				matched = append(matched, app)
			} else if wholeSite(t) && s.mayBeApp(t) {
				likely = append(likely, app)
			}
		}
		if len(matched) == 0 {
			matched = likely
		}
		targets = append(targets, matched...)
	}
	return targets
}

// listener returns the web process that listens where the target leads, and the address.
func (s *Site) listener(t nginx.Target) (*Process, Bind) {
	addresses, _ := t.Addresses()
	for _, p := range s.Web() {
		if p.Server == nil {
			continue
		}
		for _, b := range p.Server.Binds {
			for _, a := range addresses {
				if Reaches(a, b) == value.True {
					return p, b
				}
			}
		}
	}
	return nil, Bind{}
}

// Reaches reports whether a connection to an address of nginx arrives at a server's bind, both taken to be on one
// machine, or in containers that reach each other by name.
func Reaches(a nginx.Address, b Bind) value.Tri {
	if a.Hole || !b.Known {
		return value.Undecided
	}
	if a.Unix != "" || b.Unix != "" {
		if a.Unix == "" || b.Unix == "" {
			return value.False
		}
		return value.TriOf(strings.Trim(a.Unix, "/") == strings.Trim(b.Unix, "/"))
	}
	if b.Port == "" || a.Port == 0 {
		return value.Undecided
	}
	if strconv.Itoa(a.Port) != b.Port {
		return value.False
	}
	switch {
	case b.Public(), a.Loopback() && loopback(b.Host), strings.EqualFold(strings.Trim(a.Host, "[]"), strings.Trim(b.Host, "[]")):
		return value.True
	}
	return value.False
}

func loopback(host string) bool {
	switch strings.Trim(host, "[]") {
	case "localhost", "::1":
		return true
	}
	return strings.HasPrefix(host, "127.")
}

// wholeSite reports whether the target answers for all of the site, or what no other location answers for: it is in
// location /, in a named location, or in the server itself.
func wholeSite(t nginx.Target) bool {
	return t.Location == nil || t.Location.IsNamed() || t.Location.IsPrefix() && t.Location.Path == "/" || t.Location.Inferred
}

// mayBeApp reports whether the address can be the application's: on this machine, a socket, or another container.
func (s *Site) mayBeApp(t nginx.Target) bool {
	addresses, _ := t.Addresses()
	for _, a := range addresses {
		if a.Hole || a.Loopback() || !strings.Contains(a.Host, ".") {
			return true
		}
	}
	return false
}

// A StaticServing says how one server answers for the files under a URL of the settings.
type StaticServing struct {
	Server *nginx.Server
	Proxy  *Proxy
	// Probe is the path that was asked for, and Below its part behind the URL: "/app/site.css".
	Probe, Below string
	// Answer is what the server does with it.
	Answer nginx.Answer
}

// Source returns the place of the location that answers, or the server's.
func (v StaticServing) Source() source.Span {
	if v.Answer.Location != nil {
		return v.Answer.Location.Source()
	}
	return v.Server.Source()
}

// Serving asks every server that leads to the application how it answers for a file under a URL path such as "/static/".
func (s *Site) Serving(url string) []StaticServing {
	var answers []StaticServing
	seen := map[*nginx.Server]bool{}
	for _, t := range s.AppTargets() {
		if t.Server == nil || seen[t.Server] {
			continue
		}
		seen[t.Server] = true
		v := StaticServing{Server: t.Server, Proxy: t.Proxy, Below: "/app/site.css"}
		v.Probe = strings.TrimSuffix(url, "/") + v.Below
		v.Answer = t.Server.Answer(v.Probe)
		answers = append(answers, v)
	}
	return answers
}

// LocalURL returns the path of a URL of the settings that lies on the site itself, with slashes around it as Django makes
// it; ok is false for a URL of another host and for one that is not known.
func LocalURL(v value.Value) (url string, ok bool) {
	text, ok := v.Text()
	if !ok || text == "" || strings.Contains(text, "//") {
		return "", false
	}
	return "/" + strings.TrimPrefix(strings.TrimSuffix(text, "/")+"/", "/"), true
}

// IsPlace reports whether a setting is a known folder: an absolute path, or one below the repository's root.
func IsPlace(v value.Value) bool {
	if v.Kind() != value.Str && v.Kind() != value.Path {
		return false
	}
	return strings.HasPrefix(v.Payload(), "/") || strings.HasPrefix(v.Payload(), value.RootMark)
}

// Display returns a folder of the settings as people read it: relative to the repository's root where it lies there.
func (s *Site) Display(v value.Value) string {
	text := v.Payload()
	if below, ok := strings.CutPrefix(text, value.RootMark); ok {
		if below = strings.Trim(below, "/"); below == "" {
			return "the repository's root"
		}
		return below
	}
	return text
}

// OnServer returns a folder of the settings as nginx has to name it, with a slash at the end. Where the repository lies
// is a guess unless something says so.
func (s *Site) OnServer(v value.Value) string {
	text := v.Payload()
	below, ok := strings.CutPrefix(text, value.RootMark)
	if !ok {
		if text == "" {
			return "/path/to/STATIC_ROOT/"
		}
		return strings.TrimSuffix(text, "/") + "/"
	}
	below = strings.Trim(below, "/")
	if s.Paths != nil {
		for _, p := range s.Paths.ToServer(below) {
			return strings.TrimSuffix(p.Path, "/") + "/"
		}
	}
	return "/path/to/" + below + "/"
}
