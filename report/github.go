package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"deploylint/internal/lint"
	"deploylint/internal/source"
)

// mostAnnotations is how many annotations of one level GitHub takes from a step; it drops the others without a word.
const mostAnnotations = 10

// GitHub writes the report as GitHub Actions' workflow commands, which become annotations of the commit, and as plain lines
// for what does not fit or is no finding (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
func GitHub(w io.Writer, rep *lint.Report, o Options) error {
	g := &github{options: o, given: map[string]int{}}
	for _, n := range rep.Notifications {
		switch n.Level {
		case source.Error:
			g.notification("error", n)
		case source.Warning:
			g.notification("warning", n)
		default:
		}
	}
	for _, r := range bySeverity(rep) {
		g.finding(r)
	}
	for i := range rep.Results {
		r := &rep.Results[i]
		if r.Kind == lint.KindOpen && r.Suppressed == nil && !o.Quiet || r.Kind == lint.KindPass && o.ShowPassed {
			g.plain(r)
		}
	}
	if g.more > 0 {
		fmt.Fprintf(&g.lines, "GitHub shows %d annotations of a level: %s above without one\n", mostAnnotations, plural(g.more, "line"))
	}
	g.lines.WriteString(closing(rep, o.Status) + "\n")
	_, err := io.WriteString(w, breakCommands(g.commands.String(), `\x23`)+Inert(g.lines.String()))
	return err
}

// A github is a report in the making: commands first, then plain lines.
type github struct {
	options  Options
	commands strings.Builder
	lines    strings.Builder
	given    map[string]int // annotations by command
	more     int
}

// bySeverity returns the live findings, the worst first and else in their order: the worst ones become annotations.
func bySeverity(rep *lint.Report) []*lint.Reported {
	var found []*lint.Reported
	for i := range rep.Results {
		if r := &rep.Results[i]; r.Finding() {
			found = append(found, r)
		}
	}
	slices.SortStableFunc(found, func(a, b *lint.Reported) int { return cmp.Compare(b.Level, a.Level) })
	return found
}

// take reports whether GitHub takes another annotation of a command.
func (g *github) take(command string) bool {
	if g.given[command] == mostAnnotations {
		g.more++
		return false
	}
	g.given[command]++
	return true
}

func (g *github) notification(command string, n source.Notification) {
	if !g.take(command) {
		g.lines.WriteString(g.options.notice(n) + "\n")
		return
	}
	var properties []string
	path := n.Path
	if !n.Span.IsZero() {
		path = n.Span.Path()
	}
	if path != "" {
		properties = append(properties, property("file", lint.Visible(path)))
	}
	if line := n.Span.From().Line; line > 0 {
		properties = append(properties, property("line", line))
	}
	g.command(command, append(properties, property("title", "deploylint: "+trouble(n))), lint.Visible(n.Message))
}

func (g *github) finding(r *lint.Reported) {
	command := annotation(r.Level)
	if r.Follows != "" || !g.take(command) {
		g.plain(r)
		return
	}
	from, to := r.Span.From(), r.Span.To()
	properties := []string{property("file", lint.Visible(r.Span.Path())), property("line", from.Line), property("endLine", to.Line)}
	if from.Line == to.Line { // GitHub refuses columns of a range of lines
		properties = append(properties, property("col", from.Column), property("endColumn", to.Column))
	}
	text := []string{r.Message}
	for _, rel := range r.Related {
		text = append(text, fmt.Sprintf("%s:%d: %s", lint.Visible(rel.Span.Path()), rel.Span.From().Line, rel.Message))
	}
	if advice := r.Advice(); advice != "" {
		text = append(text, "fix: "+advice)
	}
	g.command(command, append(properties, property("title", r.Rule.ID+" "+r.Rule.Name)), strings.Join(text, "\n"))
}

// plain prints a result as a line of the log.
func (g *github) plain(r *lint.Reported) {
	message := r.Message
	if r.Follows != "" {
		message += " (goes with " + r.Follows + ")"
	}
	fmt.Fprintf(&g.lines, "%s: %s: %s [%s %s]\n", g.options.position(r.Span), word(r), message, r.Rule.ID, r.Rule.Name)
}

func (g *github) command(name string, properties []string, message string) {
	fmt.Fprintf(&g.commands, "::%s %s::%s\n", name, strings.Join(properties, ","), escapeData(message))
}

// annotation is the command for a level.
func annotation(l lint.Level) string {
	if l == lint.Note {
		return "notice"
	}
	return l.String()
}

func property(name string, v any) string { return name + "=" + escapeProperty(fmt.Sprint(v)) }

// escapeData and escapeProperty are those of GitHub's own toolkit
// (https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts).
func escapeData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func escapeProperty(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(s)
}
