package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/inspect"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// widestName is how long a variable's name may be before it widens the table no more.
const widestName = 36

// EnvText writes the variables of the sites for people: those first that are needed and missing.
func EnvText(w io.Writer, sites []inspect.Env, o Options) error {
	t := &text{options: o, paint: paletteOf(o.Color)}
	for i := range sites {
		if i > 0 {
			t.linef("")
		}
		if !o.Quiet {
			t.siteHead(sites[i].Site)
			t.part("elsewhere", absent(sites[i].Site)...)
			t.linef("")
		}
		t.variables(sites[i].Variables)
	}
	_, err := io.WriteString(w, Inert(t.String()))
	return err
}

// absent names the env files that launchers give to processes and that are not in the repository: each may supply anything.
func absent(site *deploy.Site) []string {
	var files []string
	for _, p := range site.Processes {
		for _, w := range p.AbsentEnvFiles {
			text := fmt.Sprintf("%s of %s", w.Text, p.Name)
			if !slices.Contains(files, lint.Visible(text)) {
				files = append(files, lint.Visible(text))
			}
		}
	}
	if len(files) > 0 {
		files[len(files)-1] += " (not in the repository, so anything may come from there)"
	}
	return files
}

// variables prints the table of one site, by status and name, and counts them.
func (t *text) variables(all []inspect.Variable) {
	width := 0
	for i := range all {
		width = max(width, min(widestName, textWidth(lint.Visible(all[i].Name))))
	}
	var counts []string
	for _, status := range []inspect.Status{inspect.Missing, inspect.Supplied, inspect.Default, inspect.Unread} {
		n := 0
		for i := range all {
			if v := &all[i]; v.Status == status {
				t.variable(v, width)
				n++
			}
		}
		if n > 0 {
			t.linef("")
		}
		counts = append(counts, fmt.Sprintf("%d %s", n, status))
	}
	t.linef("%s: %s", plural(len(all), "variable"), strings.Join(counts, ", "))
}

// variable prints one variable: its status and value, who reads it, and who supplies it.
func (t *text) variable(v *inspect.Variable, width int) {
	name := lint.Visible(v.Name)
	t.linef("%s%s  %s  %s", t.paint.strong(name), strings.Repeat(" ", max(0, width-textWidth(name))), t.status(v.Status), valueOf(v))
	for _, r := range v.Reads {
		if r.Span.IsZero() {
			t.linef("    read by %s itself", lint.Visible(r.Library))
			continue
		}
		t.linef("    %s: %s", t.options.position(r.Span), lint.Visible(readText(v, r)))
	}
	winner := ""
	for _, s := range v.Supplied {
		if s.Wins && winner == "" {
			winner = s.Origin
		}
	}
	for _, s := range v.Supplied {
		line := "given by " + lint.Visible(s.Origin)
		if s.Value.Kind() == value.None {
			line = "taken away by " + lint.Visible(s.Origin)
		}
		if !s.Span.IsZero() {
			line = t.options.position(s.Span) + ": " + line
		}
		if !s.Wins && winner != "" {
			line += t.paint.faint(" (" + lint.Visible(winner) + " beats it)")
		}
		t.linef("    %s", line)
	}
}

func (t *text) status(s inspect.Status) string {
	word := fmt.Sprintf("%-8s", s)
	switch s {
	case inspect.Missing:
		return t.paint.mark(lint.Error, word)
	case inspect.Unread:
		return t.paint.mark(lint.Warning, word)
	case inspect.Supplied:
		return t.paint.good(word)
	default:
		return word
	}
}

// valueOf says what the process sees, or what it would need.
func valueOf(v *inspect.Variable) string {
	if winner, ok := v.Winner(); ok {
		text := short(winner.Value)
		if !winner.Value.Known() {
			text += " " + lint.Visible(winner.Value.Reason.String())
		}
		if v.Status == inspect.Unread {
			text += " (the settings do not read it)"
		}
		return text
	}
	switch v.Status {
	case inspect.Missing:
		return "it is required, and nothing in the repository supplies it"
	case inspect.Unread:
		return "the settings do not read it"
	default:
	}
	if r, ok := v.Fallback(); ok {
		if !r.Default.Known() {
			return "a default in the code that is not known"
		}
		return short(r.Default)
	}
	return "unset: nothing supplies it, and it has no default"
}

// short spells a value for a table: of a long list or dict the beginning.
func short(v value.Value) string {
	text := python(v)
	if runes := []rune(text); len(v.Elems()) > 0 && len(runes) > pythonWidth {
		return string(runes[:pythonWidth]) + "…"
	}
	return text
}

// readText says how a place reads a variable, with a default that is not the one of the variable's own line.
func readText(v *inspect.Variable, r deploy.EnvRead) string {
	library := r.Library
	if library == "os" {
		library = "os.environ"
	}
	text := "read by " + library
	if r.Cast != "" {
		text += " as " + r.Cast
	}
	first, _ := v.Fallback()
	switch {
	case r.HasDefault && v.Status == inspect.Default && python(r.Default) == python(first.Default):
	case r.HasDefault && r.Default.Known():
		text += ", default " + short(r.Default)
	case r.HasDefault:
		text += ", with a default that is not known"
	case r.Required:
		text += ", required"
	}
	return text
}
