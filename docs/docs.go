// Package docs knows what is written about each rule. The pages are generated from the rules' doc comments and data.
package docs

import "embed"

//go:generate go run generate.go

//go:embed rules/*.md
var pages embed.FS

// Page returns the page of the rule with that id, as Markdown, or "" where there is none.
func Page(id string) string {
	text, err := pages.ReadFile("rules/" + id + ".md")
	if err != nil {
		return ""
	}
	return string(text)
}
