package report

import (
	"fmt"
	"io"
	"strings"

	"deploylint/internal/lint"
	"deploylint/internal/source"
)

// mostRows is how many findings a Markdown report lists: GitHub takes 1 MiB for the summary of a step.
const mostRows = 300

// Markdown writes the report for the summary of a CI run, a merge request or a wiki.
func Markdown(w io.Writer, rep *lint.Report, o Options) error {
	m := &markdown{report: rep, options: o}
	m.linef("## deploylint: %s", verdict(o.Status))
	m.linef("")
	m.linef("%s", closing(rep, o.Status))
	m.linef("")
	m.sites()
	m.findings()
	m.list(lint.KindOpen, "Unverified")
	if o.ShowPassed {
		m.list(lint.KindPass, "Passed")
	}
	m.notifications()
	_, err := io.WriteString(w, Inert(strings.TrimRight(m.String(), "\n")+"\n"))
	return err
}

// verdict says in words what the exit status says.
func verdict(status int) string {
	switch status {
	case lint.StatusReady:
		return "ready"
	case lint.StatusFindings:
		return "not ready"
	default:
		return "no verdict"
	}
}

// A markdown is a report in the making.
type markdown struct {
	strings.Builder

	report  *lint.Report
	options Options
}

func (m *markdown) linef(format string, args ...any) {
	_, _ = fmt.Fprintf(m, format+"\n", args...) // a strings.Builder takes everything
}

func (m *markdown) sites() {
	if len(m.report.Sites) == 0 {
		return
	}
	m.linef("| Site | Settings | Django |")
	m.linef("|---|---|---|")
	for _, site := range m.report.Sites {
		settings, version := "", ""
		if s := site.Settings; s != nil {
			settings = inTable(codeSpan(s.Module)) + " (" + escapeMarkdown(s.ChosenBy) + ")"
			version = escapeMarkdown(s.Django.Text + " (" + s.Django.From + ")")
		}
		m.linef("| %s | %s | %s |", escapeMarkdown(site.Name), settings, version)
	}
	m.linef("")
}

// findings lists the findings as a table, the worst first, and below it what to do, rule by rule.
func (m *markdown) findings() {
	found := bySeverity(m.report)
	if len(found) == 0 {
		return
	}
	m.linef("### Findings")
	m.linef("")
	m.linef("| Level | Rule | Place | Finding |")
	m.linef("|---|---|---|---|")
	for i, r := range found {
		if i == mostRows {
			m.linef("| | | | … and %d more |", len(found)-i)
			break
		}
		message := r.Message
		if r.Follows != "" {
			message += " (goes with " + r.Follows + ")"
		}
		m.linef("| %s | %s %s | %s | %s |", r.Level, r.Rule.ID, escapeMarkdown(r.Rule.Name), inTable(m.place(r.Span)), escapeMarkdown(message))
	}
	m.linef("")
	for i := range m.report.Rules {
		m.fixes(&m.report.Rules[i], found[:min(mostRows, len(found))])
	}
}

// fixes prints what to do about the findings of one rule, each piece of advice once.
func (m *markdown) fixes(rule *lint.Rule, found []*lint.Reported) {
	var lines []string
	said := map[string]int{}
	for _, r := range found {
		if r.Rule.ID != rule.ID {
			continue
		}
		advice := escapeMarkdown(r.Advice())
		at, ok := said[advice]
		if !ok {
			said[advice] = len(lines)
			lines = append(lines, fmt.Sprintf("- %s: %s", m.place(r.Span), advice))
			continue
		}
		lines[at] = strings.Replace(lines[at], ": "+advice, ", "+m.place(r.Span)+": "+advice, 1)
	}
	if len(lines) == 0 {
		return
	}
	m.linef("<details><summary>How to fix %s %s</summary>", rule.ID, escapeMarkdown(rule.Name))
	m.linef("")
	for _, line := range lines {
		m.linef("%s", line)
	}
	m.linef("")
	m.linef("</details>")
	m.linef("")
}

// list prints results that are no findings.
func (m *markdown) list(kind lint.Kind, title string) {
	n := 0
	for i := range m.report.Results {
		r := &m.report.Results[i]
		if r.Kind != kind || r.Suppressed != nil {
			continue
		}
		if n++; n == 1 {
			m.linef("### %s", title)
			m.linef("")
		}
		if n > mostRows {
			continue
		}
		message := r.Message
		if kind == lint.KindOpen && r.Hint != "" {
			message += ": " + r.Hint
		}
		m.linef("- %s: %s (%s)", m.place(r.Span), escapeMarkdown(message), r.Rule.ID)
	}
	if n > mostRows {
		m.linef("- … and %d more", n-mostRows)
	}
	if n > 0 {
		m.linef("")
	}
}

func (m *markdown) notifications() {
	some := false
	for _, n := range m.report.Notifications {
		if n.Level < source.Warning {
			continue
		}
		if !some {
			m.linef("### Not read")
			m.linef("")
			some = true
		}
		m.linef("- %s", escapeMarkdown(m.options.notice(n)))
	}
}

// place prints a place from the repository's root, which is what the readers of a CI run see.
func (m *markdown) place(s source.Span) string {
	return codeSpan(fmt.Sprintf("%s:%d", s.Path(), s.From().Line))
}

// escapeMarkdown returns text that reads the same in Markdown as GitHub and GitLab write it, in a cell of a table too. It
// makes no link and mentions nobody, whatever a scanned file says.
func escapeMarkdown(s string) string {
	return strings.NewReplacer(
		`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "&", "&amp;", "|", `\|`, "~", `\~`, "$", `\$`,
		"://", `\://`, "www.", `www\.`, "@", "@<!-- -->", "#", `\#`, "!", `\!`,
	).Replace(lint.Visible(s))
}

// codeSpan returns text as code, fenced by more backticks than it holds in a row.
func codeSpan(s string) string {
	s = lint.Visible(s)
	longest, run := 0, 0
	for _, r := range s {
		if r == '`' {
			run++
			longest = max(longest, run)
		} else {
			run = 0
		}
	}
	fence := strings.Repeat("`", longest+1)
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") || s == "" {
		s = " " + s + " "
	}
	return fence + s + fence
}

// inTable returns code that does not end a cell of a table, which goes before all other marks.
func inTable(code string) string { return strings.ReplaceAll(code, "|", `\|`) }
