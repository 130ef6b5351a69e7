package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"deploylint/docs"
	"deploylint/internal/lint"
)

func (p *program) rulesCommand() *cli.Command {
	return &cli.Command{
		Name: "rules", Usage: "list the rules: id, level, name, summary, Django's checks",
		Flags: []cli.Flag{
			&cli.StringSliceFlag{Name: "select", Usage: "list only these `RULES`: ids, names or prefixes such as DPL3"},
			&cli.StringSliceFlag{Name: "format", Usage: "`FORMAT`: text, json"},
		},
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return fmt.Errorf("rules takes no arguments, got %q: explain prints one rule's page", c.Args().First())
			}
			patterns := commas(c.StringSlice("select"))
			if err := lint.CheckPatterns(p.rules(), patterns); err != nil {
				return err
			}
			rules := slices.DeleteFunc(p.rules(), func(r lint.Rule) bool { return len(patterns) > 0 && !slices.ContainsFunc(patterns, r.Matches) })
			slices.SortFunc(rules, func(a, b lint.Rule) int { return strings.Compare(a.ID, b.ID) })
			formats := c.StringSlice("format")
			switch {
			case len(formats) == 0, slices.Equal(formats, []string{"text"}):
				return writeRules(p.stdout, rules)
			case slices.Equal(formats, []string{"json"}):
				return writeRulesJSON(p.stdout, rules)
			}
			return fmt.Errorf("rules prints text or json, not %q", strings.Join(formats, ", "))
		},
	}
}

func writeRules(w io.Writer, rules []lint.Rule) error {
	width := 0
	for _, r := range rules {
		width = max(width, len(r.Name))
	}
	var b strings.Builder
	for _, r := range rules {
		fmt.Fprintf(&b, "%s  %-7s  %-*s  %s", r.ID, r.Level, width, r.Name, r.Summary)
		if len(r.Django) > 0 {
			fmt.Fprintf(&b, " [%s]", strings.Join(r.Django, ", "))
		}
		b.WriteByte('\n')
	}
	_, err := io.WriteString(w, b.String())
	return err
}

type jsonRule struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Level   string   `json:"level"`
	Summary string   `json:"summary"`
	Help    string   `json:"help"`
	Tags    []string `json:"tags"`
	Django  []string `json:"django"`
	Links   []string `json:"links"`
	Since   string   `json:"since"`
}

func writeRulesJSON(w io.Writer, rules []lint.Rule) error {
	doc := struct {
		SchemaVersion int        `json:"schema_version"`
		Rules         []jsonRule `json:"rules"`
	}{SchemaVersion: 1, Rules: []jsonRule{}}
	for _, r := range rules {
		doc.Rules = append(doc.Rules, jsonRule{
			ID: r.ID, Name: r.Name, Level: r.Level.String(), Summary: r.Summary, Help: r.Help,
			Tags: append([]string{}, r.Tags...), Django: append([]string{}, r.Django...), Links: append([]string{}, r.Links...), Since: r.Since,
		})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(doc)
}

func (p *program) explainCommand() *cli.Command {
	return &cli.Command{
		Name: "explain", Usage: "print a rule's page: why, bad, good, fix, when it stays silent",
		ArgsUsage: "RULE…",
		Action: func(c *cli.Context) error {
			if c.NArg() == 0 {
				return errors.New("explain needs a rule: its id or its name")
			}
			var pages []string
			for _, word := range c.Args().Slice() {
				rule, err := lint.Find(p.rules(), word)
				if err != nil {
					return err
				}
				page := docs.Page(rule.ID)
				if page == "" {
					page = fmt.Sprintf("# %s %s\n\n%s.\n\nFix: %s.\n", rule.ID, rule.Name, rule.Summary, rule.Help)
				}
				pages = append(pages, page)
			}
			_, err := io.WriteString(p.stdout, strings.Join(pages, "\n"))
			return err
		},
	}
}
