package nginx

import (
	_ "embed"
	"strings"
)

// directives is the list of nginx's directives, made by testdata/vocabulary.py: a line for each, in order, with the kinds
// of block that allow it as letters, and "{" where it opens a block.
//
//go:embed directives.txt
var directives string

// A Context is the kind of a block, which decides what directives it may hold.
type Context uint8

// The contexts. Zero is the top of a file.
const (
	MainContext Context = iota
	EventsContext
	HTTPContext
	UpstreamContext
	ServerContext
	LocationContext
	// ServerIfContext is an if in a server.
	ServerIfContext
	// LocationIfContext is an if in a location.
	LocationIfContext
	LimitExceptContext
	// DataContext is a block whose entries are values, such as map, geo or types.
	DataContext
	// OtherContext is a block that this package does not look into: stream, mail, and what it does not know.
	OtherContext
)

// String returns the context's name.
func (c Context) String() string {
	switch c {
	case EventsContext:
		return "events"
	case HTTPContext:
		return "http"
	case UpstreamContext:
		return "upstream"
	case ServerContext:
		return "server"
	case LocationContext:
		return "location"
	case ServerIfContext, LocationIfContext:
		return "if"
	case LimitExceptContext:
		return "limit_except"
	case DataContext:
		return "data"
	case OtherContext:
		return "other"
	case MainContext:
		return "main"
	default:
		return "main"
	}
}

// letter returns the context's letter in directives.txt, 0 where it has none.
func (c Context) letter() byte {
	const letters = "mehuslijx"
	if int(c) < len(letters) {
		return letters[c]
	}
	return 0
}

// Known reports whether nginx, or a module that is in common use, has a directive of that name.
func Known(name string) bool {
	_, ok := allowedIn(name)
	return ok
}

// Allows reports whether a block of context c may hold the named directive. It is true for names that are not known, and
// in data and other blocks.
func (c Context) Allows(name string) bool {
	letters, ok := allowedIn(name)
	if !ok || c >= DataContext {
		return true
	}
	return strings.IndexByte(letters, c.letter()) >= 0
}

// allowedIn returns the letters of the contexts that allow the named directive.
func allowedIn(name string) (letters string, ok bool) {
	if strings.HasSuffix(name, "_by_lua_block") || strings.HasSuffix(name, "_by_lua_file") || strings.HasSuffix(name, "_by_lua") {
		return "hslj", true
	}
	line, ok := vocabularyLine(name)
	letters, _, _ = strings.Cut(line, " ")
	return letters, ok
}

// opensBlock reports whether nginx wants a block after the directive. Only server does both.
func opensBlock(name string) bool {
	line, _ := vocabularyLine(name)
	return strings.HasSuffix(line, "{")
}

// vocabularyLine returns what the table says behind a name. It is asked for every block and directive that a rule looks
// at, so it halves the table, which is sorted.
func vocabularyLine(name string) (line string, ok bool) {
	for table := directives; table != ""; {
		start := 1 + strings.LastIndexByte(table[:len(table)/2], '\n')
		line, below, _ := strings.Cut(table[start:], "\n")
		word, rest, _ := strings.Cut(line, " ")
		switch strings.Compare(name, word) {
		case 0:
			return rest, name != ""
		case -1:
			table = table[:start]
		default:
			table = below
		}
	}
	return "", false
}

// Names yields the names of all known directives in alphabetical order.
func Names(yield func(string) bool) {
	for line := range strings.SplitSeq(strings.TrimSpace(directives), "\n") {
		name, _, _ := strings.Cut(line, " ")
		if !yield(name) {
			return
		}
	}
}

// inside returns the context of the block that d opens in a block of context c.
func inside(c Context, d *Directive) Context {
	if d.Data || c == DataContext {
		return DataContext
	}
	if c == OtherContext {
		return OtherContext
	}
	switch d.Name.Text {
	case "events":
		return EventsContext
	case "http":
		return HTTPContext
	case "upstream":
		return UpstreamContext
	case "server":
		return ServerContext
	case "location":
		return LocationContext
	case "if":
		if c == LocationContext || c == LocationIfContext {
			return LocationIfContext
		}
		return ServerIfContext
	case "limit_except":
		return LimitExceptContext
	}
	if holdsData(d.Name.Text) {
		return DataContext
	}
	return OtherContext
}

// holdsData reports whether the block of the named directive holds values in place of directives.
func holdsData(name string) bool {
	switch name {
	case "map", "geo", "types", "split_clients", "charset_map", "match", "geoip2", "otel_exporter":
		return true
	default:
		return false
	}
}

// isDirectiveInData reports whether name keeps its meaning in a data block.
func isDirectiveInData(name string) bool { return name == "include" }

// distributionSets reports whether the nginx.conf that nginx, Debian, Fedora or the Docker image brings along sets the
// directive in its http block, which is then in effect for a site file that is seen alone.
func distributionSets(name string) bool {
	switch name {
	case "include", "default_type", "types", "log_format", "access_log", "error_log", "sendfile", "tcp_nopush", "tcp_nodelay",
		"keepalive_timeout", "types_hash_max_size", "server_tokens", "server_names_hash_bucket_size", "gzip", "gzip_vary",
		"gzip_proxied", "gzip_comp_level", "gzip_buffers", "gzip_http_version", "gzip_types", "ssl_protocols",
		"ssl_prefer_server_ciphers", "server", "upstream", "map":
		return true
	default:
		return false
	}
}
