package deploy

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"deploylint/internal/address"
	"deploylint/internal/value"
)

// A Connection is one that the settings make Django, or a package of it, open to another server.
type Connection struct {
	// What is what people call the other end: `the database "default"`.
	What string
	// Setting is where it is named, for subjects: "DATABASES.default.HOST".
	Setting string
	// Software is what speaks at the other end: "postgresql", "mysql", "redis", "memcached", "amqp", "elasticsearch", "smtp".
	Software string
	// Host and Port are where it listens, with the software's own port where none is named. Host is "" for the software's default,
	// which is a socket of the same machine for databases. Socket is the path of a Unix socket, with no host.
	Host, Port, Socket string
	// Given is set where the settings name the host, rather than leave it to a default.
	Given bool
	// Value is the value that names it.
	Value value.Value
}

// Local reports whether the connection stays on the machine, or in the container, of the process that opens it.
func (c Connection) Local() bool {
	return c.Socket != "" || c.Host == "" || address.Loopback(c.Host)
}

// Connections returns the connections that the settings name for certain. Of several possible values each is one.
func (s *Settings) Connections() []Connection {
	var all []Connection
	for alias, db := range Entries(s.Get("DATABASES")) {
		all = append(all, databaseConnection(alias, db)...)
	}
	for alias, cache := range Entries(s.Get("CACHES")) {
		all = append(all, cacheConnections(alias, cache)...)
	}
	for _, name := range []string{"CELERY_BROKER_URL", "BROKER_URL", "CELERY_RESULT_BACKEND"} {
		what := "celery's broker"
		if name == "CELERY_RESULT_BACKEND" {
			what = "celery's result backend"
		}
		for _, v := range possible(s.Get(name)) {
			all = append(all, urlConnection(what, name, v)...)
		}
	}
	for alias, layer := range Entries(s.Get("CHANNEL_LAYERS")) {
		setting := "CHANNEL_LAYERS." + alias + ".CONFIG.hosts"
		for _, host := range layer.At("CONFIG").At("hosts").Elems() {
			all = append(all, hostConnection("the channel layer "+strconv.Quote(alias), setting, "redis", "6379", host)...)
		}
	}
	for alias, queue := range Entries(s.Get("RQ_QUEUES")) {
		what, setting := "the queue "+strconv.Quote(alias), "RQ_QUEUES."+alias
		for _, v := range possible(queue.At("URL")) {
			all = append(all, urlConnection(what, setting+".URL", v)...)
		}
		all = append(all, hostConnection(what, setting+".HOST", "redis", "6379", queue.At("HOST"))...)
	}
	if q := s.Get("Q_CLUSTER").At("redis"); q.Kind() == value.Dict {
		all = append(all, hostConnection("django-q's broker", "Q_CLUSTER.redis.host", "redis", "6379", q.At("host"))...)
	}
	return all
}

// possible returns the values that a value may be: itself where it is known.
func possible(v value.Value) []value.Value {
	if v.Known() || len(v.Alternatives) == 0 {
		return []value.Value{v}
	}
	return v.Alternatives
}

// DatabaseServer returns the software behind one of Django's database engines: "postgresql" or "mysql"; "" for a file and for what
// is not known.
func DatabaseServer(engine string) string {
	software, _ := databaseServer(engine)
	return software
}

// databaseServer returns the software behind one of Django's database engines, and its port; "" for a file.
func databaseServer(engine string) (software, port string) {
	switch {
	case strings.Contains(engine, "postgres"), strings.Contains(engine, "postgis"), strings.Contains(engine, "psqlextra"):
		return "postgresql", "5432"
	case strings.Contains(engine, "mysql"), strings.Contains(engine, "mariadb"):
		return "mysql", "3306"
	default:
		return "", ""
	}
}

func databaseConnection(alias string, db value.Value) []Connection {
	engine, _ := db.At("ENGINE").Text()
	software, port := databaseServer(engine)
	if software == "" {
		return nil
	}
	if given := portText(db.At("PORT")); given != "" {
		port = given
	}
	var all []Connection
	host, found, decided := db.Lookup("HOST")
	if !found {
		if !decided {
			return nil
		}
		host = value.OfStr("")
	}
	for _, h := range possible(host) {
		text, ok := h.Text()
		if !ok {
			continue
		}
		c := Connection{
			What: "the database " + strconv.Quote(alias), Setting: "DATABASES." + alias + ".HOST", Software: software, Host: text, Port: port,
			Given: found && text != "", Value: h,
		}
		if _, ofAll := db.FromDefault(); ofAll || h.Source().IsZero() {
			c.Value = db // of a URL
		}
		if strings.HasPrefix(text, "/") {
			c.Host, c.Socket = "", text
		}
		all = append(all, c)
	}
	return all
}

func portText(v value.Value) string {
	if n, ok := v.Int(); ok {
		return strconv.FormatInt(n, 10)
	}
	text, _ := v.Text()
	return text
}

func cacheConnections(alias string, cache value.Value) []Connection {
	backend, _ := cache.At("BACKEND").Text()
	software, port := "", ""
	switch {
	case strings.Contains(strings.ToLower(backend), "redis"), strings.Contains(strings.ToLower(backend), "valkey"):
		software, port = "redis", "6379"
	case strings.Contains(strings.ToLower(backend), "memcached"):
		software, port = "memcached", "11211"
	default:
		return nil
	}
	what, setting := "the cache "+strconv.Quote(alias), "CACHES."+alias+".LOCATION"
	var all []Connection
	for _, location := range possible(cache.At("LOCATION")) {
		places := []value.Value{location}
		if location.IsSequence() {
			places = location.Elems()
		}
		for _, one := range places {
			all = append(all, hostConnection(what, setting, software, port, one)...)
		}
	}
	return all
}

// hostConnection reads an address in one of the ways in which Python packages take it: a URL, HOST:PORT, a pair of both, a dict
// with "address", the path of a socket.
func hostConnection(what, setting, software, port string, v value.Value) []Connection {
	if v.Kind() == value.Dict {
		v = v.At("address")
	}
	c := Connection{What: what, Setting: setting, Software: software, Port: port, Given: true, Value: v}
	if pair := v.Elems(); v.IsSequence() && len(pair) == 2 {
		host, ok := pair[0].Text()
		if !ok {
			return nil
		}
		if given := portText(pair[1]); given != "" {
			c.Port = given
		}
		c.Host, c.Value = host, pair[0]
		return []Connection{c}
	}
	text, ok := v.Text()
	switch {
	case !ok || text == "":
		return nil
	case strings.Contains(text, "://"):
		return urlConnection(what, setting, v)
	case strings.HasPrefix(text, "/"):
		c.Socket = text
		return []Connection{c}
	}
	if socket, isSocket := address.Unix(text); isSocket {
		c.Socket = socket
		return []Connection{c}
	}
	first, _, _ := strings.Cut(strings.ReplaceAll(text, ";", ","), ",")
	host, given := address.Split(strings.TrimSpace(first))
	if c.Host = host; given != "" {
		c.Port = given
	}
	return []Connection{c}
}

// urlConnection reads a URL such as redis://cache:6379/0 or amqp://user:secret@rabbit//.
func urlConnection(what, setting string, v value.Value) []Connection {
	text, ok := v.Text()
	if !ok {
		return nil
	}
	first, _, _ := strings.Cut(text, ";") // celery takes several, to fall back on
	scheme, _, found := strings.Cut(first, "://")
	software, port := softwareOf(scheme)
	if !found || software == "" {
		return nil
	}
	c := Connection{What: what, Setting: setting, Software: software, Port: port, Given: true, Value: v}
	u, err := url.Parse(first)
	switch {
	case err != nil:
		return nil
	case strings.Contains(scheme, "unix") || strings.Contains(scheme, "socket"):
		c.Socket = u.Path
		return []Connection{c}
	case u.Hostname() == "" && software != "amqp":
		c.Host = "localhost" // redis:// alone
	default:
		c.Host = u.Hostname()
	}
	if u.Port() != "" {
		c.Port = u.Port()
	}
	return []Connection{c}
}

// softwareOf returns what speaks behind a URL's scheme, and its usual port.
func softwareOf(scheme string) (software, port string) {
	scheme, _, _ = strings.Cut(scheme, "+")
	switch scheme {
	case "redis", "rediss", "unix", "valkey", "valkeys":
		return "redis", "6379"
	case "amqp", "amqps", "pyamqp":
		return "amqp", "5672"
	case "memcached", "pymemcache":
		return "memcached", "11211"
	default:
		return "", ""
	}
}

// Speaks reports whether a place runs the given software, by the name of its image, or by its own where that is built.
func (p *Place) Speaks(software string) bool {
	image := p.Software()
	if image == "" {
		image = strings.ToLower(p.Name) // built here, after what it runs
	}
	return slices.ContainsFunc(serverImages(software), func(name string) bool {
		return image == name || strings.HasSuffix(image, "-"+name) && !strings.HasPrefix(image, "django")
	})
}

// serverImages returns the names of images that hold a server of the software.
func serverImages(software string) []string {
	switch software {
	case "postgresql":
		return []string{"postgres", "postgresql", "postgis", "timescaledb", "pgvector", "pgbouncer", "timescaledb-ha", "cloudnative-pg", "spilo"}
	case "mysql":
		return []string{"mysql", "mariadb", "percona", "mysql-server", "percona-server"}
	case "redis":
		return []string{"redis", "valkey", "keydb", "dragonfly", "redis-stack", "redis-stack-server"}
	case "memcached":
		return []string{"memcached"}
	case "amqp":
		return []string{"rabbitmq", "lavinmq"}
	default:
		return nil
	}
}

// Beside returns the container of the same deployment that runs the software and that the place reaches by name, nil where none does.
func (s *Site) Beside(p *Place, software string) *Place {
	for _, other := range s.Places {
		if other == p || other.Kind != Container || other.Network.Stack != p.Network.Stack || !other.Speaks(software) {
			continue
		}
		if found, reached := s.Answers(p, other.Host()); reached == value.True && found == other {
			return other
		}
	}
	return nil
}

// Alone reports whether a process is all that runs in its container, and the container has a network of its own that a file
// describes: then nothing answers on its loopback but the process.
func (s *Site) Alone(p *Process) bool {
	if p.Place == nil || p.Place.Kind != Container || p.Launcher != Compose && p.Launcher != Kubernetes || p.Place.Network.Mode != Own {
		return false
	}
	return !slices.ContainsFunc(s.Places, func(other *Place) bool {
		return other.Network.Mode == Shared && other.Network.Stack == p.Place.Network.Stack && other.Network.Of == p.Place.Name
	})
}

// ServesItself reports whether the software may run in the place itself: its image installs a server of it, or a script of it
// starts one.
func (s *Site) ServesItself(p *Place, software string) bool {
	names := serverPackages(software)
	if p.Built != nil && mentionsAny(p.Built.File.Text, names) {
		return true
	}
	for _, q := range s.Processes {
		if q.Place != p {
			continue
		}
		for _, w := range q.Wrappers {
			if w.Script != nil && mentionsAny(w.Script.File.Text, names) {
				return true
			}
		}
	}
	return false
}

// serverPackages returns words that stand where a server of the software is installed or started.
func serverPackages(software string) []string {
	switch software {
	case "postgresql":
		return []string{"postgresql-1", "install postgresql ", " postgresql \\", "service postgresql", "postgres -D", "pg_ctl", "cloud_sql_proxy", "cloud-sql-proxy", "pgbouncer", "ssh -L"}
	case "mysql":
		return []string{"mysql-server", "mariadb-server", "mysqld", "service mysql", "cloud_sql_proxy", "cloud-sql-proxy", "ssh -L"}
	case "redis":
		return []string{"redis-server", "install redis", " redis \\", "service redis", "valkey-server"}
	case "memcached":
		return []string{"memcached"}
	default:
		return []string{"rabbitmq-server"}
	}
}

func mentionsAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}
