package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// mostOfOneRule is how many findings of one rule text prints; the other formats have them all.
const mostOfOneRule = 50

// mostSteps is how many steps of a trail text and SARIF print: the last ones, which decide.
const mostSteps = 10

// Text writes the report for people: what was found, each finding with its line and its fix, and a summary.
func Text(w io.Writer, rep *lint.Report, o Options) error {
	t := &text{report: rep, options: o, paint: paletteOf(o.Color), printed: map[string]int{}}
	t.write()
	_, err := io.WriteString(w, Inert(t.String()))
	return err
}

// Findings writes findings and open results as text, without the header and the summary around them.
func Findings(w io.Writer, rep *lint.Report, o Options) error {
	t := &text{report: rep, options: o, paint: paletteOf(o.Color), printed: map[string]int{}}
	t.findings()
	t.open(lint.KindOpen)
	_, err := io.WriteString(w, Inert(t.String()))
	return err
}

// A text is a report in the making.
type text struct {
	strings.Builder

	report  *lint.Report
	options Options
	paint   palette
	printed map[string]int // findings by rule
	// tolerated is the import of a module that may change all settings, where the header says so already.
	tolerated source.Span
}

func (t *text) linef(format string, args ...any) {
	_, _ = fmt.Fprintf(t, format+"\n", args...) // a strings.Builder takes everything
}

func (t *text) write() {
	if t.nothingToSay() {
		t.linef("%s: %s; %s", t.paint.good("ready"), strings.Join(t.siteNames(), ", "), t.counts())
		return
	}
	if !t.options.Quiet {
		for _, site := range t.report.Sites {
			t.header(site)
		}
	}
	t.findings()
	if !t.options.Quiet {
		t.open(lint.KindOpen)
	}
	if t.options.ShowPassed {
		t.open(lint.KindPass)
	}
	t.notifications()
	if t.options.Statistics {
		t.statistics()
	}
	t.linef("%s", closing(t.report, t.options.Status))
}

func (t *text) nothingToSay() bool {
	s := t.report.Summary
	if s.Findings() > 0 || s.Open > 0 || t.options.Status != lint.StatusReady || t.options.ShowPassed && s.Passed > 0 {
		return false
	}
	return !slices.ContainsFunc(t.report.Notifications, func(n source.Notification) bool { return n.Level >= source.Warning })
}

func (t *text) counts() string { return lookedAt(t.report.Summary) }

// lookedAt counts what is no finding.
func lookedAt(s lint.Summary) string {
	return fmt.Sprintf("%d passed, %d unverified, %d suppressed", s.Passed, s.Open, s.Suppressed)
}

// closing is the last line of a report for people.
func closing(rep *lint.Report, status int) string {
	s := rep.Summary
	return fmt.Sprintf("%s, %s, %s; %s; exit status %d",
		plural(s.Errors, "error"), plural(s.Warnings, "warning"), plural(s.Notes, "note"), lookedAt(s), status)
}

func (t *text) siteNames() []string {
	var names []string
	for _, s := range t.report.Sites {
		name := lint.Visible(s.Name)
		if s.Settings != nil && s.Settings.Django.Text != "" {
			name += " (Django " + lint.Visible(s.Settings.Django.Text) + ")"
		}
		names = append(names, name)
	}
	return names
}

// header says what was found, so that a wrong guess is seen at once.
func (t *text) header(site *deploy.Site) {
	t.siteHead(site)
	var proxies, processes []string
	for _, path := range proxyFiles(site) {
		proxies = append(proxies, t.options.place(path))
	}
	for _, p := range site.Processes {
		processes = append(processes, lint.Visible(p.Name))
	}
	t.part("nginx", proxies...)
	t.part("processes", processes...)
	t.linef("")
}

// proxyFiles returns the files of the nginx configurations that the site is judged by: those that lead to it, else all that
// are live.
func proxyFiles(site *deploy.Site) []string {
	proxies := slices.Clone(site.LiveProxies())
	if slices.ContainsFunc(proxies, func(p *deploy.Proxy) bool { return p.Config == nil }) {
		return pathsOf(proxies)
	}
	own := slices.DeleteFunc(slices.Clone(proxies), func(p *deploy.Proxy) bool {
		return !slices.ContainsFunc(site.AppServers(), func(s deploy.AppServer) bool { return s.Proxy == p })
	})
	if len(own) > 0 {
		proxies = own
	}
	return pathsOf(proxies)
}

// pathsOf returns the files of configurations, each once.
func pathsOf(proxies []*deploy.Proxy) []string {
	var files []string
	add := func(path string) {
		if path != "" && !slices.Contains(files, path) {
			files = append(files, path)
		}
	}
	for _, p := range proxies {
		add(p.Path)
		if p.Config == nil {
			continue
		}
		for _, tree := range p.Config.Trees {
			if !tree.Builtin {
				add(tree.File.Path)
			}
		}
	}
	return files
}

// siteHead names a site, its settings and how they were chosen.
func (t *text) siteHead(site *deploy.Site) {
	t.linef("%s", t.paint.strong(lint.Visible(site.Name)))
	s := site.Settings
	if s == nil {
		return
	}
	chosen := s.ChosenBy
	if s.Assumed {
		chosen += ", assumed"
	}
	t.part("settings", fmt.Sprintf("%s (%s)", lint.Visible(s.Module), lint.Visible(chosen)))
	t.part("Django", fmt.Sprintf("%s (%s)", lint.Visible(s.Django.Text), lint.Visible(s.Django.From)))
	var files []string
	for _, f := range s.EnvFiles {
		if f.Read && f.Path != "" {
			files = append(files, t.options.place(f.Path))
		}
	}
	t.part("env files", files...)
}

// part prints one line of a header, where there is something to say.
func (t *text) part(label string, parts ...string) {
	if parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" }); len(parts) > 0 {
		t.linef("  %-10s %s", label, strings.Join(parts, ", "))
	}
}

// findings prints the live findings, those that follow from DEBUG under the finding about DEBUG.
func (t *text) findings() {
	for i := range t.report.Results {
		r := &t.report.Results[i]
		if !r.Finding() || r.Follows != "" {
			continue
		}
		if t.printed[r.Rule.ID]++; t.printed[r.Rule.ID] <= mostOfOneRule {
			t.finding(r)
		}
	}
	for i := range t.report.Rules {
		rule := &t.report.Rules[i]
		if more := t.printed[rule.ID] - mostOfOneRule; more > 0 {
			t.linef("… and %d more of %s %s", more, rule.ID, rule.Name)
			t.linef("")
		}
	}
}

func (t *text) finding(r *lint.Reported) {
	t.linef("%s: %s: %s %s", t.paint.strong(t.options.position(r.Span)), t.paint.level(r.Level), t.paint.strong(r.Message), t.tag(r))
	if r.Span.File.Text != "" { // a database has no line to show
		f := frameOf(t.report, r.Span)
		t.linef("%s %s", t.paint.faint(fmt.Sprintf("%5d |", f.line)), f.text)
		t.linef("%s %s", t.paint.faint("      |"), t.paint.mark(r.Level, f.mark))
	}
	t.provenance(r)
	if len(r.Sites) < len(t.report.Sites) {
		t.linef("  only in: %s", lint.Visible(strings.Join(r.Sites, ", ")))
	}
	t.followers(r)
	if advice := r.Advice(); advice != "" {
		t.linef("  %s %s", t.paint.good("fix:"), advice)
	}
	t.linef("")
}

// tag names the rule behind a result.
func (t *text) tag(r *lint.Reported) string {
	return t.paint.faint("[" + r.Rule.ID + " " + r.Rule.Name + "]")
}

// provenance prints the related places, then the steps that led to the value, each line once.
func (t *text) provenance(r *lint.Reported) {
	seen := map[string]bool{lineKey(r.Span): true}
	for _, rel := range r.Related {
		seen[lineKey(rel.Span)] = true
		t.linef("  %s: %s", t.options.position(rel.Span), rel.Message)
	}
	steps := r.Trail
	if len(steps) > mostSteps {
		steps = steps[len(steps)-mostSteps:]
	}
	for _, s := range steps {
		switch {
		case s.Span.IsZero():
			if s.How != value.Default || len(r.Trail) > 1 {
				t.linef("  %s", stepText(s))
			}
		case !seen[lineKey(s.Span)]:
			seen[lineKey(s.Span)] = true
			t.linef("  %s: %s", t.options.position(s.Span), stepText(s))
		}
	}
}

func lineKey(s source.Span) string { return fmt.Sprintf("%s:%d", s.Path(), s.From().Line) }

// stepText says what a step did, in the evaluator's words or else in ours.
func stepText(s value.Step) string {
	if s.Text != "" {
		return s.Text
	}
	name := lint.Visible(s.Name)
	switch s.How {
	case value.Assigned:
		return "set here"
	case value.Overridden:
		return "set here, and replaced later"
	case value.Env:
		return "taken from " + name
	case value.Fallback, value.Settled:
		return name + " is not supplied: the default in the code"
	case value.Joined:
		return "it depends on this condition"
	case value.Assumed:
		return "assumed"
	default:
		return "Django's default"
	}
}

// followers prints what would vanish with DEBUG off under the finding about DEBUG.
func (t *text) followers(debug *lint.Reported) {
	for i := range t.report.Results {
		r := &t.report.Results[i]
		if r.Finding() && r.Follows == debug.Rule.ID && slices.ContainsFunc(r.Sites, func(s string) bool { return slices.Contains(debug.Sites, s) }) {
			t.linef("  goes with it: %s: %s %s", t.options.position(r.Span), r.Message, t.tag(r))
		}
	}
}

// open prints open results or passes, one line each.
func (t *text) open(kind lint.Kind) {
	some := false
	for i := range t.report.Results {
		r := &t.report.Results[i]
		if r.Kind != kind || r.Suppressed != nil {
			continue
		}
		message := r.Message
		if kind == lint.KindOpen && r.Hint != "" {
			message += ": " + r.Hint
		}
		t.linef("%s: %s: %s %s", t.options.position(r.Span), t.paint.kind(r.Kind, word(r)), message, t.tag(r))
		some = true
	}
	if some {
		t.linef("")
	}
}

func (t *text) notifications() {
	some := false
	for _, n := range t.report.Notifications {
		if n.Level >= source.Warning {
			t.linef("%s", t.options.notice(n))
			some = true
		}
	}
	if some {
		t.linef("")
	}
}

func (t *text) statistics() {
	some := false
	for i := range t.report.Rules {
		rule := &t.report.Rules[i]
		n := 0
		for k := range t.report.Results {
			if r := &t.report.Results[k]; r.Finding() && r.Rule.ID == rule.ID {
				n++
			}
		}
		if n > 0 {
			t.linef("%5d  %-7s  %s %s", n, rule.Level, rule.ID, rule.Name)
			some = true
		}
	}
	if some {
		t.linef("")
	}
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
