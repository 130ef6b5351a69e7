package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// schemaVersion is the version of the JSON report. Fields may be added within a version, never changed or removed.
const schemaVersion = 1

type jsonReport struct {
	SchemaVersion int                `json:"schema_version"`
	Tool          jsonTool           `json:"tool"`
	ExitStatus    int                `json:"exit_status"`
	Sites         []jsonSite         `json:"sites"`
	Results       []jsonResult       `json:"results"`
	Notifications []jsonNotification `json:"notifications"`
	Summary       jsonSummary        `json:"summary"`
}

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type jsonSite struct {
	Name              string `json:"name"`
	SettingsModule    string `json:"settings_module"`
	SettingsFile      string `json:"settings_file"`
	ChosenBy          string `json:"chosen_by"`
	DjangoVersion     string `json:"django_version"`
	DjangoVersionFrom string `json:"django_version_from"`
}

type jsonResult struct {
	Kind    string   `json:"kind"`
	Rule    string   `json:"rule"`
	Name    string   `json:"name"`
	Level   string   `json:"level"`
	Sites   []string `json:"sites"`
	Message string   `json:"message"`
	Hint    string   `json:"hint"`
	Subject string   `json:"subject"`
	Django  []string `json:"django"`
	Follows *string  `json:"follows"`
	jsonRegion
	Related     []jsonRelated   `json:"related"`
	Trail       []jsonStep      `json:"trail"`
	Fingerprint string          `json:"fingerprint"`
	Suppressed  *jsonSuppressed `json:"suppressed"`
}

// A jsonRegion is a place; its fields stand beside those of what is there.
type jsonRegion struct {
	Path      string `json:"path"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"end_line"`
	EndColumn int    `json:"end_column"`
}

type jsonRelated struct {
	jsonRegion
	Message string `json:"message"`
}

// A jsonStep has no path, line 0 and column 0 where the step happened nowhere in the project.
type jsonStep struct {
	How    string  `json:"how"`
	Path   *string `json:"path"`
	Line   int     `json:"line"`
	Column int     `json:"column"`
	Text   string  `json:"text"`
}

type jsonSuppressed struct {
	Kind   string `json:"kind"`
	Reason string `json:"reason"`
}

type jsonNotification struct {
	Level   string  `json:"level"`
	Message string  `json:"message"`
	Path    *string `json:"path"`
	Line    int     `json:"line"`
}

type jsonSummary struct {
	Error      int `json:"error"`
	Warning    int `json:"warning"`
	Note       int `json:"note"`
	Pass       int `json:"pass"`
	Open       int `json:"open"`
	Suppressed int `json:"suppressed"`
}

// JSON writes the report for programs. Its form is a contract: see schemaVersion.
func JSON(w io.Writer, rep *lint.Report, o Options) error {
	s := rep.Summary
	doc := jsonReport{
		SchemaVersion: schemaVersion,
		Tool:          jsonTool{Name: "deploylint", Version: o.Version},
		ExitStatus:    o.Status,
		Sites:         []jsonSite{},
		Results:       []jsonResult{},
		Notifications: []jsonNotification{},
		Summary:       jsonSummary{Error: s.Errors, Warning: s.Warnings, Note: s.Notes, Pass: s.Passed, Open: s.Open, Suppressed: s.Suppressed},
	}
	for _, site := range rep.Sites {
		doc.Sites = append(doc.Sites, jsonSiteOf(site))
	}
	for i := range rep.Results {
		if r := &rep.Results[i]; r.Kind != lint.KindPass || o.ShowPassed {
			doc.Results = append(doc.Results, jsonResultOf(r))
		}
	}
	for _, n := range rep.Notifications {
		doc.Notifications = append(doc.Notifications, jsonNotificationOf(n))
	}
	return writeJSON(w, doc)
}

func jsonSiteOf(site *deploy.Site) jsonSite {
	doc := jsonSite{Name: site.Name}
	if s := site.Settings; s != nil {
		doc.SettingsModule, doc.ChosenBy = s.Module, s.ChosenBy
		doc.DjangoVersion, doc.DjangoVersionFrom = s.Django.Text, s.Django.From
		if s.File != nil {
			doc.SettingsFile = s.File.Path
		}
	}
	return doc
}

func jsonResultOf(r *lint.Reported) jsonResult {
	doc := jsonResult{
		Kind: r.Kind.String(), Rule: r.Rule.ID, Name: r.Rule.Name, Level: r.Level.String(),
		Sites: list(r.Sites), Message: r.Message, Subject: r.Subject, Django: list(r.DjangoIDs()),
		jsonRegion: region(r.Span), Related: []jsonRelated{}, Trail: []jsonStep{}, Fingerprint: r.Fingerprint,
	}
	if r.Kind != lint.KindPass {
		doc.Hint = r.Advice()
	}
	if r.Follows != "" {
		doc.Follows = &r.Follows
	}
	for _, rel := range r.Related {
		doc.Related = append(doc.Related, jsonRelated{region(rel.Span), rel.Message})
	}
	for _, s := range r.Trail {
		doc.Trail = append(doc.Trail, jsonStepOf(s))
	}
	if r.Suppressed != nil {
		doc.Suppressed = &jsonSuppressed{r.Suppressed.Kind.String(), r.Suppressed.Reason}
	}
	return doc
}

func jsonStepOf(s value.Step) jsonStep {
	doc := jsonStep{How: s.How.String(), Text: stepText(s)}
	if !s.Span.IsZero() {
		path, from := s.Span.Path(), s.Span.From()
		doc.Path, doc.Line, doc.Column = &path, from.Line, from.Column
	}
	return doc
}

func jsonNotificationOf(n source.Notification) jsonNotification {
	doc := jsonNotification{Level: n.Level.String(), Message: lint.Visible(n.Message), Line: n.Span.From().Line}
	if path := n.Span.Path(); path != "" {
		doc.Path = &path
	} else if n.Path != "" {
		doc.Path = &n.Path
	}
	return doc
}

func region(s source.Span) jsonRegion {
	from, to := s.From(), s.To()
	return jsonRegion{s.Path(), from.Line, from.Column, to.Line, to.Column}
}

// list makes an absent list an empty one, which programs can loop over.
func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return slices.Clone(s)
}

// writeJSON writes doc with two spaces per level. The encoder leaves characters alone that a terminal acts on, such as
// those of C1, and what a CI system takes for commands: they are escaped here, which means the same to a program.
func writeJSON(w io.Writer, doc any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(doc); err != nil {
		return err
	}
	text := []byte(breakCommands(b.String(), `\u0023`))
	var out bytes.Buffer
	out.Grow(len(text))
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		if r >= 0x7f && lint.Hostile(r) {
			fmt.Fprintf(&out, `\u%04x`, r)
		} else {
			out.Write(text[:n])
		}
		text = text[n:]
	}
	_, err := w.Write(out.Bytes())
	return err
}
