package report

import (
	"fmt"
	"io"
	"strings"

	"deploylint/internal/lint"
	"deploylint/internal/source"
)

// Concise writes one line per result and per notification that matters, for editors, grep and CI matchers.
func Concise(w io.Writer, rep *lint.Report, o Options) error {
	var b strings.Builder
	for i := range rep.Results {
		r := &rep.Results[i]
		if r.Suppressed != nil || r.Kind == lint.KindPass && !o.ShowPassed {
			continue
		}
		message := r.Message
		if r.Follows != "" {
			message += " (goes with " + r.Follows + ")"
		}
		fmt.Fprintf(&b, "%s: %s: %s [%s %s]\n", o.position(r.Span), word(r), message, r.Rule.ID, r.Rule.Name)
	}
	for _, n := range rep.Notifications {
		if n.Level >= source.Warning {
			b.WriteString(o.notice(n) + "\n")
		}
	}
	_, err := io.WriteString(w, Inert(b.String()))
	return err
}
