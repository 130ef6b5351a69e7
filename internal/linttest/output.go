package linttest

import (
	"bytes"
	"errors"
	"os"

	"deploylint/internal/lint"
	"deploylint/report"
)

// Output returns what deploylint prints about a rule's first loud case, without its want comments: the example on the
// rule's page. It is "" where there is no such case. All are the rules that a meta rule needs beside it.
func Output(rule lint.Rule, all []lint.Rule) (string, error) {
	cases, err := Cases(rule.ID)
	if err != nil {
		return "", err
	}
	for _, c := range cases {
		text, err := c.output(rule, all)
		if err != nil || text != "" {
			return text, err
		}
	}
	return "", nil
}

func (c Case) output(rule lint.Rule, all []lint.Rule) (text string, err error) {
	dir, err := os.MkdirTemp("", "deploylint-case-*")
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	d, err := c.Stripped().Load(dir)
	if err != nil {
		return "", err
	}
	asked := []lint.Rule{rule}
	if rule.Meta() {
		asked = all
	}
	rep := lint.Run(asked, d.Sites, lint.Options{Files: d.Files})
	kept := rep.Results[:0]
	loud := false
	for _, r := range rep.Results {
		if r.Rule.ID == rule.ID && r.Kind != lint.KindPass {
			kept = append(kept, r)
			loud = loud || r.Finding()
		}
	}
	if !loud {
		return "", nil
	}
	rep.Results = kept
	var b bytes.Buffer
	err = report.Findings(&b, rep, report.Options{})
	return b.String(), err
}
