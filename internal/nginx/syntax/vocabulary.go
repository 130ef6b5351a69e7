package syntax

import (
	_ "embed"
	"slices"
	"strings"
)

// directives is the table of nginx's directives, made by testdata/vocabulary.py, which says how a line of it is read.
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
	// OtherContext is a block that this package does not look into, because it does not know it.
	OtherContext
	// StreamContext is the stream block.
	StreamContext
	// StreamUpstreamContext is an upstream in the stream block.
	StreamUpstreamContext
	// StreamServerContext is a server in the stream block.
	StreamServerContext
	// MailContext is the mail block.
	MailContext
	// MailServerContext is a server in the mail block.
	MailServerContext
)

// String returns the context's name.
func (c Context) String() string {
	names := [...]string{
		EventsContext: "events", HTTPContext: "http", UpstreamContext: "upstream", ServerContext: "server", LocationContext: "location",
		ServerIfContext: "if", LocationIfContext: "if", LimitExceptContext: "limit_except", DataContext: "data", OtherContext: "other",
		StreamContext: "stream", StreamUpstreamContext: "upstream of stream", StreamServerContext: "server of stream",
		MailContext: "mail", MailServerContext: "server of mail", MainContext: "main",
	}
	return names[c]
}

// letter returns the context's letter in directives.txt, 0 where it has none.
func (c Context) letter() byte {
	const letters = "mehuslijx\x00\x00HUSMR"
	return letters[c]
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
	if !ok || c == DataContext || c == OtherContext {
		return true
	}
	return strings.IndexByte(letters, c.letter()) >= 0
}

// allowedIn returns the letters of the contexts that allow the named directive.
func allowedIn(name string) (letters string, ok bool) {
	if isLua(name) {
		return "hslj", true
	}
	line, ok := vocabularyLine(name)
	for {
		variant, rest, more := strings.Cut(line, " | ")
		word, _, _ := strings.Cut(variant, " ")
		if letters == "" {
			letters = word
		} else {
			letters += word
		}
		if !more {
			return letters, ok
		}
		line = rest
	}
}

// isLua reports whether the name is that of a directive with Lua code in it.
func isLua(name string) bool {
	return strings.HasSuffix(name, "_by_lua_block") || strings.HasSuffix(name, "_by_lua_file") || strings.HasSuffix(name, "_by_lua")
}

// opensBlock reports whether nginx wants a block after the directive. Only server does both.
func opensBlock(name string) bool {
	line, _ := vocabularyLine(name)
	return strings.Contains(line, "{")
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

// Inside returns the context of the block that d opens in a block of context c.
func Inside(c Context, d *Directive) Context {
	if d.Data || c == DataContext {
		return DataContext
	}
	if c == OtherContext {
		return OtherContext
	}
	if c >= StreamContext || c == MainContext {
		if inner, ok := insideOther(c, d.Name.Text); ok {
			return inner
		}
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

// insideOther returns the contexts of stream and mail.
func insideOther(c Context, name string) (inner Context, ok bool) {
	switch {
	case c == MainContext && name == "stream":
		return StreamContext, true
	case c == MainContext && name == "mail":
		return MailContext, true
	case c == StreamContext && name == "upstream":
		return StreamUpstreamContext, true
	case c == StreamContext && name == "server":
		return StreamServerContext, true
	case c == MailContext && name == "server":
		return MailServerContext, true
	}
	return OtherContext, c >= StreamContext && !holdsData(name)
}

// holdsData reports whether the block of the named directive holds values in place of directives.
func holdsData(name string) bool {
	return slices.Contains([]string{"map", "geo", "types", "split_clients", "charset_map", "match", "geoip2", "otel_exporter"}, name)
}

// isDirectiveInData reports whether name keeps its meaning in a data block.
func isDirectiveInData(name string) bool { return name == "include" }
