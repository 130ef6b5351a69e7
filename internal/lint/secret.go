package lint

import (
	"deploylint/internal/secret"
	"deploylint/internal/source"
)

// hideSecrets removes the secrets of the sites, and those that rules named, from all texts of the report. A rule hides what
// it judges; what it does not judge, or what a rule that was not asked would, must not be printed either.
func (rep *Report) hideSecrets() {
	var named []source.Span
	for i := range rep.Results {
		named = append(named, rep.Results[i].Secrets...)
	}
	rep.Secrets = *secret.NewRedactor(rep.Sites, named...)
	hide := rep.Secrets.Text
	for i := range rep.Results {
		r := &rep.Results[i]
		r.Message, r.Hint = hide(r.Message), hide(r.Hint)
		for k := range r.Related {
			r.Related[k].Message = hide(r.Related[k].Message)
		}
		for k := range r.Trail {
			r.Trail[k].Text = hide(r.Trail[k].Text)
		}
	}
}
