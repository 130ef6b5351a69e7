package report

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
)

//go:embed html.tmpl
var htmlTemplate string

// An htmlPage is what the template prints. Every text in it is escaped there.
type htmlPage struct {
	Version       string
	Verdict       string
	Closing       string
	Sites         []htmlSite
	Findings      []htmlResult
	Open          []htmlResult
	Passed        []htmlResult
	Suppressed    []htmlResult
	Notifications []string
}

type htmlSite struct {
	Name string
	// Facts are what text prints in its header, label and text.
	Facts [][2]string
}

type htmlResult struct {
	Word, ID, Name, Link string
	Place, Message       string
	Line                 int
	Before, Marked       string
	Behind               string
	Places               []htmlPlace
	Sites, Follows       string
	Advice, Reason       string
}

type htmlPlace struct{ Place, Text string }

// HTML writes the report as one page that needs nothing else: no script, no font, no picture from anywhere.
func HTML(w io.Writer, rep *lint.Report, o Options) error {
	page := htmlPage{Version: o.Version, Verdict: verdict(o.Status), Closing: closing(rep, o.Status)}
	for _, site := range rep.Sites {
		page.Sites = append(page.Sites, htmlSiteOf(site))
	}
	for _, r := range bySeverity(rep) {
		page.Findings = append(page.Findings, htmlResultOf(rep, r))
	}
	for i := range rep.Results {
		r := &rep.Results[i]
		switch {
		case r.Suppressed != nil:
			page.Suppressed = append(page.Suppressed, htmlResultOf(rep, r))
		case r.Kind == lint.KindOpen:
			page.Open = append(page.Open, htmlResultOf(rep, r))
		case r.Kind == lint.KindPass && o.ShowPassed:
			page.Passed = append(page.Passed, htmlResultOf(rep, r))
		}
	}
	for _, n := range rep.Notifications {
		if n.Level >= source.Warning {
			page.Notifications = append(page.Notifications, o.notice(n))
		}
	}
	t, err := template.New("report").Parse(htmlTemplate)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, page); err != nil {
		return err
	}
	_, err = io.WriteString(w, breakCommands(b.String(), "&#35;"))
	return err
}

func htmlSiteOf(site *deploy.Site) htmlSite {
	doc := htmlSite{Name: lint.Visible(site.Name)}
	fact := func(label string, parts ...string) {
		if len(parts) > 0 {
			doc.Facts = append(doc.Facts, [2]string{label, lint.Visible(strings.Join(parts, ", "))})
		}
	}
	if s := site.Settings; s != nil {
		fact("settings", s.Module+" ("+s.ChosenBy+")")
		fact("Django", s.Django.Text+" ("+s.Django.From+")")
	}
	var processes []string
	for _, p := range site.Processes {
		processes = append(processes, p.Name)
	}
	fact("nginx", proxyFiles(site)...)
	fact("processes", processes...)
	return doc
}

func htmlResultOf(rep *lint.Report, r *lint.Reported) htmlResult {
	doc := htmlResult{
		Word: word(r), ID: r.Rule.ID, Name: r.Rule.Name, Place: htmlPosition(r.Span), Message: r.Message, Follows: r.Follows,
	}
	if len(r.Rule.Links) > 0 {
		doc.Link = r.Rule.Links[0]
	}
	if !r.Span.IsZero() && r.Span.File.Text != "" {
		f := frameOf(rep, r.Span)
		doc.Line = f.line
		doc.Before, doc.Marked, doc.Behind = marked(f)
	}
	if len(r.Sites) < len(rep.Sites) {
		doc.Sites = lint.Visible(strings.Join(r.Sites, ", "))
	}
	for _, rel := range r.Related {
		doc.Places = append(doc.Places, htmlPlace{htmlPosition(rel.Span), rel.Message})
	}
	if r.Kind == lint.KindFail {
		for _, s := range r.Trail {
			if !s.Span.IsZero() && lineKey(s.Span) != lineKey(r.Span) {
				doc.Places = append(doc.Places, htmlPlace{htmlPosition(s.Span), stepText(s)})
			}
		}
	}
	if r.Kind != lint.KindPass {
		doc.Advice = r.Advice()
	}
	if r.Suppressed != nil {
		doc.Reason = lint.Visible(r.Suppressed.Reason)
	}
	return doc
}

func htmlPosition(s source.Span) string {
	return fmt.Sprintf("%s:%d", lint.Visible(s.Path()), s.From().Line)
}

// marked cuts the line of a frame into what stands before the marks, above them, and behind them.
func marked(f frame) (before, text, behind string) {
	from, to := strings.IndexByte(f.mark, '^'), len(f.mark)
	column := 0
	for _, r := range f.text {
		switch {
		case column < from:
			before += string(r)
		case column < to:
			text += string(r)
		default:
			behind += string(r)
		}
		column += runeWidth(r)
	}
	return before, text, behind
}
