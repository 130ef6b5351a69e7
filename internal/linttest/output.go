package linttest

import (
	"bytes"
	"errors"
	"os"
	"slices"
	"strings"

	"deploylint/internal/lint"
	"deploylint/report"
)

// Output returns what deploylint prints about a loud case of a rule, without its want comments: the example on the rule's
// page. A case called loud goes first. It is "" where there is no such case. All are the rules that a meta rule needs
// beside it.
func Output(rule lint.Rule, all []lint.Rule) (string, error) {
	cases, err := Cases(rule.ID)
	if err != nil {
		return "", err
	}
	slices.SortStableFunc(cases, func(a, b Case) int { return strings.Compare(rank(a), rank(b)) })
	for _, c := range cases {
		text, err := c.output(rule, all)
		if err != nil || text != "" {
			return text, err
		}
	}
	return "", nil
}

func rank(c Case) string {
	if strings.HasPrefix(c.Name, "loud") {
		return ""
	}
	return c.Name
}

func (c Case) output(rule lint.Rule, all []lint.Rule) (text string, err error) {
	dir, err := os.MkdirTemp("", "deploylint-case-*")
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	if err := c.CopyStripped(dir); err != nil {
		return "", err
	}
	d, err := Load(dir, c.Config)
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
