package nginx

import (
	"slices"
	"strconv"
	"strings"

	"deploylint/internal/memo"
	"deploylint/internal/nginx/syntax"
	"deploylint/internal/source"
)

// A Config is a configuration: one or more files, with those that they include.
type Config struct {
	// Top is the block of the main context.
	Top *Block
	// HTTP are the http blocks; nginx takes one only. A site file alone has an inferred one.
	HTTP []*Block
	// Trees are the files, each once, in the order in which they were reached. Builtin ones are among them.
	Trees []*syntax.Tree
	// Servers are the servers of all http blocks, in order. The inferred one around a file of locations is among them.
	Servers []*Server
	// Upstreams are the upstream blocks, in order.
	Upstreams []*Upstream
	// Notifications say what could not be read.
	Notifications []source.Notification

	keys map[*Block]string // what each server is called in subjects

	answers memo.Map[any, any]
}

// Whole reports whether the configuration has an http block of its own, so that what is not set in it is not set at all.
// A site file alone is not whole.
func (c *Config) Whole() bool {
	return slices.ContainsFunc(c.HTTP, func(b *Block) bool { return !b.Inferred })
}

// Memo returns what find returns, which it calls once for each key: several sites ask the same about one configuration.
func (c *Config) Memo(key any, find func() any) any { return c.answers.Get(key, find) }

// Walk calls visit for every directive of the configuration, as Block.Walk does.
func (c *Config) Walk(visit func(Entry) bool) { c.Top.Walk(visit) }

// model finds the servers and upstreams once all files are linked.
func (c *Config) model() {
	c.Top.makeIndex()
	for _, http := range c.HTTP {
		for _, e := range http.Entries {
			if e.Inner == nil {
				continue
			}
			switch e.Inner.Context {
			case syntax.ServerContext:
				c.Servers = append(c.Servers, newServer(e.Inner))
			case syntax.UpstreamContext:
				c.Upstreams = append(c.Upstreams, newUpstream(e.Inner))
			default:
			}
		}
		for _, b := range http.InferredBlocks {
			c.Servers = append(c.Servers, newServer(b))
		}
	}
	c.nameServers()
}

// nameServers decides what each server is called in subjects: by its first name, and with its port where several have that
// name and this is not the one that serves TLS, or not the first of them.
func (c *Config) nameServers() {
	c.keys = map[*Block]string{}
	main := map[string]*Server{}
	for _, s := range c.Servers {
		if first := main[s.name()]; first == nil || !first.listensTLS() && s.listensTLS() {
			main[s.name()] = s
		}
	}
	for _, s := range c.Servers {
		c.keys[s.Block] = s.name()
		if main[s.name()] != s {
			c.keys[s.Block] += ":" + strconv.Itoa(s.Listens[0].Port)
		}
	}
}

// contextOf guesses in which context a file is included, from what it holds and, where that does not tell, its path.
// A file with an http block or events is a whole configuration.
func contextOf(t *syntax.Tree) syntax.Context {
	context, known := syntax.OtherContext, false
	for _, d := range t.Directives {
		switch d.Name.Text {
		case "http", "events", "load_module", "worker_processes", "worker_connections", "stream", "mail":
			return syntax.MainContext
		case "server", "upstream", "map", "geo", "split_clients", "log_format", "limit_req_zone", "limit_conn_zone", "proxy_cache_path",
			"server_names_hash_bucket_size":
			context, known = syntax.HTTPContext, true
		case "location", "listen", "server_name":
			if !known {
				context, known = syntax.ServerContext, true
			}
		}
	}
	if known {
		return context
	}
	path := t.File.Path
	for _, folder := range []string{"conf.d/", "sites-available/", "sites-enabled/", "http.d/"} {
		if strings.Contains(path, folder) {
			return syntax.HTTPContext
		}
	}
	for _, d := range t.Directives {
		if syntax.Known(d.Name.Text) && !syntax.LocationContext.Allows(d.Name.Text) {
			if syntax.HTTPContext.Allows(d.Name.Text) {
				return syntax.HTTPContext
			}
			if syntax.ServerContext.Allows(d.Name.Text) {
				return syntax.ServerContext
			}
		}
	}
	return syntax.LocationContext
}
