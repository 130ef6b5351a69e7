package nginx

import (
	"strings"

	"deploylint/internal/nginx/pcre"
	"deploylint/internal/nginx/syntax"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A Location is a location block.
type Location struct {
	*Block
	Server *Server
	// Outer is the location around it, nil where there is none.
	Outer *Location
	// Modifier is "", "=", "^~", "~", "~*" or "@".
	Modifier string
	// Path is the prefix, the pattern or, with its "@", the name; "" where the location is inferred.
	Path string
	// PathWord is the word that Path comes from; a modifier may be glued to it.
	PathWord syntax.Word
	// Locations are the locations in it, in order.
	Locations []*Location

	regex *pcre.Matcher // for ~ and ~*
}

// Source returns the location's opening.
func (l *Location) Source() source.Span { return l.Block.Source() }

// IsPrefix reports whether the location matches what begins with its path.
func (l *Location) IsPrefix() bool { return (l.Modifier == "" || l.Modifier == "^~") && !l.Inferred }

// IsRegex reports whether the location matches by a regular expression.
func (l *Location) IsRegex() bool { return l.Modifier == "~" || l.Modifier == "~*" }

// IsNamed reports whether only nginx itself leads to the location, as try_files and error_page do.
func (l *Location) IsNamed() bool { return l.Modifier == "@" }

// IsInternal reports whether the location, or one around it, holds "internal", so that clients cannot ask for it.
func (l *Location) IsInternal() bool {
	for ; l != nil; l = l.Outer {
		if _, ok := l.First("internal"); ok {
			return true
		}
	}
	return false
}

// newLocations returns the locations in b, with those in them.
func newLocations(s *Server, outer *Location, b *Block) []*Location {
	var locations []*Location
	for _, e := range b.Entries {
		if e.Inner == nil || e.Inner.Context != syntax.LocationContext {
			continue
		}
		l := &Location{Block: e.Inner, Server: s, Outer: outer}
		l.parse(e.Directive)
		l.Locations = newLocations(s, l, e.Inner)
		locations = append(locations, l)
	}
	for _, inner := range b.InferredBlocks {
		l := &Location{Block: inner, Server: s, Outer: outer}
		l.Locations = newLocations(s, l, inner)
		locations = append(locations, l)
	}
	return locations
}

// ParseLocation reads the modifier and path from a location's parameters as ngx_http_core_location does. The modifier of a
// named location is "@", which its path begins with too.
func ParseLocation(words ...string) (modifier, path string) {
	if len(words) == 0 {
		return "", ""
	}
	path = words[len(words)-1]
	if len(words) > 1 {
		return words[0], path
	}
	for _, modifier := range []string{"=", "^~", "~*", "~"} {
		if rest, ok := strings.CutPrefix(path, modifier); ok {
			if strings.HasPrefix(rest, "@") {
				modifier = "@"
			}
			return modifier, rest
		}
	}
	if strings.HasPrefix(path, "@") {
		return "@", path
	}
	return "", path
}

// parse reads the modifier and path.
func (l *Location) parse(d *syntax.Directive) {
	l.PathWord = d.Arg(len(d.Args) - 1)
	words := make([]string, len(d.Args))
	for i, a := range d.Args {
		words[i] = a.Text
	}
	l.Modifier, l.Path = ParseLocation(words...)
	if l.IsRegex() {
		l.regex = pcre.Compile(l.Path, l.Modifier == "~*")
	}
}

// AllLocations returns the locations of the server, those in others after them.
func (s *Server) AllLocations() []*Location {
	var all []*Location
	var add func([]*Location)
	add = func(ls []*Location) {
		for _, l := range ls {
			all = append(all, l)
			add(l.Locations)
		}
	}
	add(s.Locations)
	return all
}

// An InServer is a directive of a server, with the server and the location that it stands in.
type InServer struct {
	Entry
	Server *Server
	// Location is nil for a directive of the server itself.
	Location *Location
}

// Directives returns all directives of the server, those of its locations too, in the order of Walk.
func (s *Server) Directives() []InServer {
	locations := map[*Block]*Location{}
	for _, l := range s.AllLocations() {
		locations[l.Block] = l
	}
	var all []InServer
	s.Walk(func(e Entry) bool {
		all = append(all, InServer{Entry: e, Server: s, Location: locations[e.Outer.Within(syntax.LocationContext)]})
		return true
	})
	return all
}

// Named returns the named location, given with its "@".
func (s *Server) Named(name string) (*Location, bool) {
	for _, l := range s.Locations {
		if l.IsNamed() && l.Path == name {
			return l, true
		}
	}
	return nil, false
}

// A Match is the location that answers a request.
type Match struct {
	// Location is nil where none matches, so that the server block itself answers.
	Location *Location
	// Sure is false where something that was not read may lead elsewhere: an include, a template's value, a regular
	// expression that Go cannot compile. Location is the best guess then.
	Sure bool
	// Redirect means that nginx sends the client to the same path with a slash at the end, as it does for /a where
	// location /a/ is proxied.
	Redirect bool
}

// LocationFor returns the location that answers requests to path, which must be normal: no escapes, no "..", no query.
// It goes by what nginx does first: exact locations, the longest prefix, then regular expressions in order unless the
// prefix has ^~. https://nginx.org/en/docs/http/ngx_http_core_module.html#location
func (s *Server) LocationFor(path string) Match {
	match, _ := s.Search(path)
	return match
}

// Search is LocationFor, and returns the patterns that matched in the order in which nginx tried them: each leaves its
// captures.
func (s *Server) Search(path string) (match Match, patterns []*pcre.Matcher) {
	f := &finder{path: path, match: Match{Sure: true}}
	f.find(s.Locations, s.Block)
	return f.match, f.matched
}

// A finder finds the location for a path, as ngx_http_core_find_location does.
type finder struct {
	path    string
	match   Match
	matched []*pcre.Matcher // in the order in which nginx tried them
}

// find looks among the locations of one block, and reports whether the search is over.
func (f *finder) find(locations []*Location, in *Block) (done bool) {
	if in.MayHold("location") {
		f.match.Sure = false
	}
	prefix, exact := f.static(locations)
	switch {
	case exact != nil:
		f.take(exact)
		return true
	case prefix != nil:
		f.take(prefix)
		if f.find(prefix.Locations, prefix.Block) {
			return true
		}
		if prefix.Modifier == "^~" {
			return false
		}
	}
	for _, l := range locations {
		if !l.IsRegex() {
			continue
		}
		matches := l.regex.Match(f.path)
		if l.PathWord.Hole {
			matches = value.Undecided
		}
		switch matches {
		case value.True:
			f.matched = append(f.matched, l.regex)
			f.take(l)
			f.find(l.Locations, l.Block)
			return true
		case value.Undecided:
			f.match.Sure = false
		case value.False:
		}
	}
	return f.match.Redirect
}

// static returns the longest prefix location that matches, and the exact one. For a path that only lacks the slash of a
// proxied location, that location counts as exact.
func (f *finder) static(locations []*Location) (prefix, exact *Location) {
	var slash *Location
	redirects := false
	for _, l := range locations {
		switch {
		case l.Inferred || l.PathWord.Hole && !l.IsNamed():
			f.match.Sure = false
		case l.Modifier == "=" && l.Path == f.path:
			exact = l
		case l.IsPrefix() && strings.HasPrefix(f.path, l.Path) && (prefix == nil || len(l.Path) > len(prefix.Path)):
			prefix = l
		}
		if (l.Modifier == "=" || l.IsPrefix()) && l.Path == f.path+"/" {
			redirects = redirects || l.proxies()
			if slash == nil || l.Modifier == "=" {
				slash = l
			}
		}
	}
	if exact == nil && redirects && (prefix == nil || prefix.Path != f.path) {
		f.match.Redirect = true
		return nil, slash
	}
	return prefix, exact
}

// take notes a location as the one that answers so far.
func (f *finder) take(l *Location) {
	f.match.Location = l
	if l.Opener != nil && l.Opener.Conditional {
		f.match.Sure = false
	}
}

// block returns the block that answers.
func (m Match) block(s *Server) *Block {
	if m.Location == nil {
		return s.Block
	}
	return m.Location.Block
}
