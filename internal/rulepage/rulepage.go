// Package rulepage knows how a rule's page is made: from the doc comment of its function, its data, and what it really
// prints about its own fixture.
package rulepage

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"deploylint/checks"
	"deploylint/internal/lint"
	"deploylint/internal/linttest"
	"deploylint/internal/rulelist"
)

// Build returns all pages by file name: <ID>.md, and README.md with the list of them. The repository lies at root.
func Build(root string) (map[string]string, error) {
	declared, err := rulelist.Scan(filepath.Join(root, "checks"))
	if err != nil {
		return nil, err
	}
	comments := map[string]rulelist.Declaration{}
	for _, d := range declared {
		comments[d.ID] = d
	}
	rules := checks.All()
	slices.SortFunc(rules, func(a, b lint.Rule) int { return strings.Compare(a.ID, b.ID) })
	pages := map[string]string{"README.md": index(rules)}
	for _, rule := range rules {
		d, ok := comments[rule.ID]
		if !ok {
			return nil, fmt.Errorf("%s is declared nowhere below checks", rule.ID)
		}
		output, err := linttest.Output(rule, rules)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", rule.ID, err)
		}
		pages[rule.ID+".md"] = page(rule, d, output)
	}
	return pages, nil
}

// Write writes the pages to docs/rules and removes those of rules that are gone.
func Write(root string) error {
	pages, err := Build(root)
	if err != nil {
		return err
	}
	dir := filepath.Join(root, "docs", "rules")
	old, err := filepath.Glob(filepath.Join(dir, "*.md"))
	if err != nil {
		return err
	}
	var errs []error
	for _, path := range old {
		if _, wanted := pages[filepath.Base(path)]; !wanted {
			errs = append(errs, os.Remove(path))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		errs = append(errs, os.WriteFile(filepath.Join(dir, name), []byte(pages[name]), 0o644))
	}
	return errors.Join(errs...)
}

func page(r lint.Rule, d rulelist.Declaration, output string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s %s\n\n%s.\n\n", r.ID, r.Name, capital(r.Summary))
	facts := []string{"Level: " + r.Level.String()}
	if r.Check != nil && r.Check.LooksAt() != "" {
		facts = append(facts, "looks at "+r.Check.LooksAt())
	}
	facts = append(facts, "since "+r.Since)
	if len(r.Django) > 0 {
		facts = append(facts, "Django's own check: "+strings.Join(r.Django, ", "))
	}
	if len(r.Tags) > 0 {
		facts = append(facts, "tags: "+strings.Join(r.Tags, ", "))
	}
	fmt.Fprintf(&b, "%s.\n\n", strings.Join(facts, "; "))
	b.WriteString(markdown(withoutName(d.Doc, d.Func)))
	fmt.Fprintf(&b, "\n## Fix\n\n%s.\n", capital(r.Help))
	if output != "" {
		fmt.Fprintf(&b, "\n## What it prints\n\n```text\n%s\n```\n", strings.TrimSpace(output))
	}
	if len(r.Links) > 0 {
		b.WriteString("\n## References\n\n")
		for _, link := range r.Links {
			fmt.Fprintf(&b, "- <%s>\n", link)
		}
	}
	return b.String()
}

// withoutName turns "debugEnabled reports …" into "Reports …".
func withoutName(doc, name string) string {
	return capital(strings.TrimPrefix(doc, name+" "))
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

func index(rules []lint.Rule) string {
	var b strings.Builder
	b.WriteString("# Rules\n\n| Id | Name | Level | What it finds | Django's own check |\n|---|---|---|---|---|\n")
	for _, r := range rules {
		fmt.Fprintf(&b, "| [%s](%s.md) | %s | %s | %s | %s |\n", r.ID, r.ID, r.Name, r.Level, strings.ReplaceAll(r.Summary, "|", `\|`), strings.Join(r.Django, ", "))
	}
	return b.String()
}
