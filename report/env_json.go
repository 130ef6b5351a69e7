package report

import (
	"io"

	"deploylint/internal/inspect"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

type jsonEnv struct {
	SchemaVersion int           `json:"schema_version"`
	Sites         []jsonEnvSite `json:"sites"`
}

type jsonEnvSite struct {
	Name      string         `json:"name"`
	Variables []jsonVariable `json:"variables"`
}

type jsonVariable struct {
	Name     string         `json:"name"`
	Status   string         `json:"status"`
	Reads    []jsonRead     `json:"reads"`
	Supplied []jsonSupplier `json:"supplied"`
}

// A jsonPoint is a place's beginning; it has no path, line 0 and column 0 where there is none in the project.
type jsonPoint struct {
	Path   *string `json:"path"`
	Line   int     `json:"line"`
	Column int     `json:"column"`
}

// A jsonRead has the default null where there is none, as where that is None.
type jsonRead struct {
	jsonPoint
	Library  string     `json:"library"`
	Cast     *string    `json:"cast"`
	Default  *jsonValue `json:"default"`
	Required bool       `json:"required"`
}

// A jsonSupplier has the value null where it takes the variable away.
type jsonSupplier struct {
	By string `json:"by"`
	jsonPoint
	Value jsonValue `json:"value"`
	Wins  bool      `json:"wins"`
}

// EnvJSON writes the variables of the sites for programs. Its form is a contract: see schemaVersion.
func EnvJSON(w io.Writer, sites []inspect.Env, _ Options) error {
	doc := jsonEnv{SchemaVersion: schemaVersion, Sites: []jsonEnvSite{}}
	for _, e := range sites {
		site := jsonEnvSite{Name: e.Site.Name, Variables: []jsonVariable{}}
		for i := range e.Variables {
			site.Variables = append(site.Variables, jsonVariableOf(&e.Variables[i]))
		}
		doc.Sites = append(doc.Sites, site)
	}
	return writeJSON(w, doc)
}

func jsonVariableOf(v *inspect.Variable) jsonVariable {
	doc := jsonVariable{Name: v.Name, Status: v.Status.String(), Reads: []jsonRead{}, Supplied: []jsonSupplier{}}
	for _, r := range v.Reads {
		read := jsonRead{jsonPoint: point(r.Span), Library: r.Library, Required: r.Required}
		if r.Cast != "" {
			read.Cast = &r.Cast
		}
		if r.HasDefault {
			read.Default = &jsonValue{r.Default}
		}
		doc.Reads = append(doc.Reads, read)
	}
	for _, s := range v.Supplied {
		doc.Supplied = append(doc.Supplied, jsonSupplier{By: s.Origin, jsonPoint: point(s.Span), Value: jsonValue{s.Value}, Wins: s.Wins && s.Value.Kind() != value.None})
	}
	return doc
}

func point(s source.Span) jsonPoint {
	if s.IsZero() {
		return jsonPoint{}
	}
	path, from := s.Path(), s.From()
	return jsonPoint{&path, from.Line, from.Column}
}
