package proxy

import (
	"slices"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/nginx/syntax"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// faults collect the places of one defect. Those of one server are one finding, with the first place as its own and the
// others beside it; a place in a file that several servers include counts once.
type faults struct {
	results []lint.Result
	of      map[*nginx.Block]int
	seen    map[source.Span]bool
}

// add adds a place. The first one of a block, usually a server's, is reported as report says, the others with the given
// words.
func (f *faults) add(in *nginx.Block, at lint.Placed, also string, report func() lint.Result) {
	span := at.Source()
	if f.seen[span] {
		return
	}
	if f.seen == nil {
		f.seen, f.of = map[source.Span]bool{}, map[*nginx.Block]int{}
	}
	f.seen[span] = true
	if i, ok := f.of[in]; ok {
		f.results[i] = f.results[i].With(at, "%s", also)
		return
	}
	f.of[in] = len(f.results)
	f.results = append(f.results, report())
}

// eachConfig calls visit for the configuration of every live proxy.
func eachConfig(site *deploy.Site, visit func(*nginx.Config)) {
	for _, p := range site.LiveProxies() {
		visit(p.Config)
	}
}

// eachEntry calls visit for every directive of every server, with the location that it is in, nil where there is none.
func eachEntry(site *deploy.Site, visit func(*nginx.Server, *nginx.Location, nginx.Entry)) {
	eachServer(site, func(s *nginx.Server) {
		locations := map[*nginx.Block]*nginx.Location{}
		for _, l := range s.AllLocations() {
			locations[l.Block] = l
		}
		s.Walk(func(e nginx.Entry) bool {
			visit(s, locations[e.Outer.Within(syntax.LocationContext)], e)
			return true
		})
	})
}

// isOwn reports whether the server is one of the site's: Django is behind it, or it answers for a name of one that it is.
// All are when a file was given alone.
func isOwn(site *deploy.Site, s *nginx.Server) bool {
	if site.Settings == nil {
		return true
	}
	for _, app := range site.AppServers() {
		if app.Server == s || slices.ContainsFunc(s.Names, func(n nginx.Name) bool {
			return n.Kind == nginx.ExactName && app.Answers(n.Text) == value.True
		}) {
			return true
		}
	}
	return false
}

// nameOf names a location in a message: "location /static/".
func nameOf(l *nginx.Location) string {
	switch {
	case l == nil || l.Inferred:
		return "the server"
	case l.IsRegex() || l.Modifier == "=" || l.Modifier == "^~":
		return "location " + l.Modifier + " " + l.Path
	default:
		return "location " + l.Path
	}
}

// isTrue reports whether a directive of the given name is in effect with the given value.
func isTrue(b *nginx.Block, name, text string) bool {
	e, found := b.InEffect(name)
	return found == value.True && e.Arg(0).Text == text
}
