package deploy

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"deploylint/internal/address"
	"deploylint/internal/nginx"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// listener returns the web process that listens where the target leads, and the address.
func (s *Site) listener(t nginx.Target) (*Process, Bind) {
	addresses, _ := t.Addresses()
	for _, p := range s.Web() {
		for _, a := range addresses {
			if b, reached := p.Reached(a); reached == value.True && !s.namesAnother(p.Place, a.Host) {
				return p, b
			}
		}
	}
	return nil, Bind{}
}

// NotWeb says what listens at an address in place of a web server ("where PostgreSQL listens"), and where that is declared; what is ""
// for an address that may be a web server's. Only a container of the site's own, or the usual port of a database, cache or
// broker, tells that for certain.
func (s *Site) NotWeb(a nginx.Address) (what string, at source.Span) {
	if a.Hole || a.Unix != "" || a.Port == 0 {
		return "", at
	}
	for _, p := range slices.Concat(s.Processes, s.Neighbours) {
		if p.Server == nil || s.namesAnother(p.Place, a.Host) {
			continue
		}
		if slices.ContainsFunc(p.Server.Binds, func(b Bind) bool { return b.Port == strconv.Itoa(a.Port) }) {
			return "", at
		}
	}
	software := softwareAt(a.Port)
	for _, p := range s.Places {
		if p.Kind != Container || !p.named(a.Host) {
			continue
		}
		for _, one := range dataSoftware() {
			if p.Speaks(one.name) && (software == "" || software == one.title) && !slices.Contains(one.web, a.Port) {
				return "where " + one.title + " runs", p.Declared
			}
		}
		if by := s.worksOnly(p); by != nil {
			return "where " + by.Name + " runs, which answers no requests", by.Declared
		}
	}
	if software == "" {
		return "", at
	}
	return "the port of " + software, at
}

// worksOnly returns a process of a container in which nothing runs but workers and schedulers; nil where something else may.
func (s *Site) worksOnly(p *Place) *Process {
	var one *Process
	for _, q := range slices.Concat(s.Processes, s.Neighbours) {
		switch {
		case q.Place != p || q.OneShot || q.Phase != RunPhase:
		case q.Kind == Worker || q.Kind == Beat:
			one = q
		default:
			return nil
		}
	}
	return one
}

// A dataServer is software that keeps data and speaks a protocol of its own.
type dataServer struct {
	name, title string
	port        int
	// web are the ports on which it speaks HTTP as well.
	web []int
}

// dataSoftware returns the software whose images Speaks knows.
func dataSoftware() []dataServer {
	return []dataServer{
		{name: "postgresql", title: "PostgreSQL", port: 5432},
		{name: "mysql", title: "MySQL", port: 3306},
		{name: "redis", title: "Redis", port: 6379, web: []int{8001}}, // redis-stack has RedisInsight there
		{name: "memcached", title: "memcached", port: 11211},
		{name: "amqp", title: "RabbitMQ", port: 5672, web: []int{15671, 15672, 15692, 15674, 15675}},
	}
}

// softwareAt returns what listens on a port by custom, "" where nothing certain does.
func softwareAt(port int) string {
	for _, one := range dataSoftware() {
		if one.port == port {
			return one.title
		}
	}
	if port == 27017 {
		return "MongoDB"
	}
	return ""
}

// namesAnother reports whether a host is the name of another container than a place: one beside it, or any where it is no
// container at all.
func (s *Site) namesAnother(p *Place, host string) bool {
	if p == nil || p.named(host) {
		return false
	}
	return slices.ContainsFunc(s.Places, func(other *Place) bool {
		if other == p || other.Kind != Container || !other.named(host) {
			return false
		}
		return p.Kind == Host || p.Kind == Container && other.Network.Stack == p.Network.Stack
	})
}

// named reports whether a host is one of the names by which others reach the place.
func (p *Place) named(host string) bool {
	return slices.ContainsFunc(p.Network.Names, func(n Alias) bool { return strings.EqualFold(n.Name, host) })
}

// A neighbourhood is the processes of the other sites by what they listen on: with many sites there are as many
// processes for each target of a proxy.
type neighbourhood struct {
	byPort  map[string][]*Process
	sockets []*Process
}

func (s *Site) neighbourhood() neighbourhood {
	n := neighbourhood{byPort: map[string][]*Process{}}
	for _, p := range s.Neighbours {
		if p.Server == nil {
			continue
		}
		for _, b := range p.Server.Binds {
			if b.Unix != "" {
				n.sockets = append(n.sockets, p)
			} else {
				n.byPort[b.Port] = append(n.byPort[b.Port], p)
			}
		}
	}
	return n
}

// holds reports whether another site's process listens where the target leads.
func (n neighbourhood) holds(t nginx.Target) bool {
	addresses, _ := t.Addresses()
	for _, a := range addresses {
		candidates := n.sockets
		if a.Unix == "" {
			candidates = n.byPort[strconv.Itoa(a.Port)]
		}
		for _, p := range candidates {
			if _, reached := p.Reached(a); reached == value.True {
				return true
			}
		}
	}
	return false
}

// Reached reports whether a connection to an address of nginx arrives at the process, and the bind where it does. Both
// are taken to be on one machine, or in containers that reach each other by name.
func (p *Process) Reached(a nginx.Address) (Bind, value.Tri) {
	if p.Server == nil {
		return Bind{}, value.Undecided
	}
	answer := value.False
	if p.mayInheritSocket() {
		answer = value.Undecided
	}
	for _, b := range p.Server.Binds {
		switch p.reaches(a, b) {
		case value.True:
			return b, value.True
		case value.Undecided:
			answer = value.Undecided
		case value.False:
		}
	}
	return Bind{}, answer
}

// mayInheritSocket reports whether the launcher may hand the process a socket that its own command does not name, as a
// socket unit of systemd does.
func (p *Process) mayInheritSocket() bool {
	if p.Launcher != Systemd {
		return len(p.Server.Binds) == 0
	}
	for _, b := range p.Server.Binds {
		if !b.Default {
			return false
		}
	}
	return true
}

func (p *Process) reaches(a nginx.Address, b Bind) value.Tri {
	switch {
	case a.Hole || !b.Known:
		return value.Undecided
	case a.Unix != "" || b.Unix != "":
		return p.reachesSocket(a.Unix, b.Unix)
	case b.Port == "" || a.Port == 0:
		return value.Undecided
	case strconv.Itoa(a.Port) != b.Port:
		return p.otherPort(a)
	case b.Public(), a.Loopback() && address.Loopback(b.Host), address.Same(a.Host, b.Host):
		return value.True
	case a.Loopback() && !p.Container && isIP(b.Host), address.Loopback(b.Host) && p.isService(a.Host):
		return value.False
	default:
		return value.Undecided // a name or address that may be this machine's
	}
}

// otherPort answers for an address whose port is not the process's: it leads elsewhere, unless something between the two
// may change the port, as a published port of a container does.
func (p *Process) otherPort(a nginx.Address) value.Tri {
	if p.Container && !p.isService(a.Host) {
		return value.Undecided
	}
	return value.False
}

// isService reports whether host is the name by which other containers reach the process.
func (p *Process) isService(host string) bool {
	service, ok := strings.CutPrefix(p.Key, "compose:")
	return ok && p.Launcher == Compose && strings.EqualFold(host, service)
}

// reachesSocket compares the paths of two sockets; "" is an address that is none.
func (p *Process) reachesSocket(proxy, bind string) value.Tri {
	switch {
	case p.Container:
		// Containers share sockets through volumes, each under its own path.
		return value.TriOf(proxy != "" && bind != "" && address.Socket(proxy) == address.Socket(bind)).Or(value.Undecided)
	case proxy == "" || bind == "":
		return value.False
	case path.IsAbs(bind):
		return value.TriOf(address.Socket(proxy) == address.Socket(bind))
	}
	if dir, ok := p.WorkingDirectory().Text(); ok {
		return value.TriOf(address.Socket(proxy) == address.Socket(path.Join(dir, bind)))
	}
	return value.TriOf(strings.HasSuffix(proxy, "/"+strings.TrimPrefix(bind, "./"))).Or(value.Undecided)
}

// Contained reports whether the process runs in a container, for all that is known: its launcher says so, or is of a kind
// that only images have. There a public bind is normal.
func (p *Process) Contained() bool {
	if p.Container {
		return true
	}
	if p.Launcher == ShellScript {
		name := strings.ToLower(p.Declared.Path())
		return strings.Contains(name, "docker") || strings.Contains(name, "entrypoint") || strings.Contains(name, "container") || strings.Contains(name, "s6-overlay")
	}
	if p.Program == nil {
		return false
	}
	log, _ := p.Program.Options.Get("stdout_logfile").Text()
	if log == "/dev/stdout" || log == "/dev/fd/1" || log == "/proc/1/fd/1" || log == "/proc/self/fd/1" {
		return true
	}
	return p.Program.Config != nil && slices.ContainsFunc(p.Program.Config.Programs, func(other *Process) bool {
		return other.Kind == ProxyProcess // on a machine of its own, the system starts nginx
	})
}

func isIP(host string) bool {
	_, ok := address.IP(host)
	return ok
}

// Loopback reports whether the address takes connections of this machine only.
func (b Bind) Loopback() bool { return b.Known && (b.Unix != "" || address.Loopback(b.Host)) }
