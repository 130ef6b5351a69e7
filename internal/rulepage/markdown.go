package rulepage

import (
	"fmt"
	"go/doc/comment"
	"strings"
)

// markdown prints a doc comment. The standard printer escapes underscores and backticks, which reads badly where
// explain prints the page to a terminal; rules use them for code, and mean them.
func markdown(doc string) string {
	// Without a lookup no word of the text turns into a link to an identifier.
	parser := comment.Parser{LookupSym: func(string, string) bool { return false }}
	var b strings.Builder
	for i, block := range parser.Parse(doc).Content {
		if i > 0 {
			b.WriteByte('\n')
		}
		writeBlock(&b, block)
	}
	return b.String()
}

func writeBlock(b *strings.Builder, block comment.Block) {
	switch block := block.(type) {
	case *comment.Heading:
		fmt.Fprintf(b, "## %s\n", inline(block.Text))
	case *comment.Paragraph:
		fmt.Fprintf(b, "%s\n", inline(block.Text))
	case *comment.Code:
		fmt.Fprintf(b, "```\n%s\n```\n", strings.TrimRight(block.Text, "\n"))
	case *comment.List:
		for _, item := range block.Items {
			mark := "-"
			if item.Number != "" {
				mark = item.Number + "."
			}
			var parts strings.Builder
			for _, content := range item.Content {
				writeBlock(&parts, content)
			}
			indent := "\n" + strings.Repeat(" ", len(mark)+1)
			fmt.Fprintf(b, "%s %s\n", mark, strings.ReplaceAll(strings.TrimRight(parts.String(), "\n"), "\n", indent))
		}
	}
}

func inline(text []comment.Text) string {
	var b strings.Builder
	for _, t := range text {
		switch t := t.(type) {
		case comment.Plain:
			b.WriteString(string(t))
		case comment.Italic:
			b.WriteString("*" + string(t) + "*")
		case *comment.Link:
			if t.Auto {
				b.WriteString("<" + t.URL + ">")
			} else {
				fmt.Fprintf(&b, "[%s](%s)", inline(t.Text), t.URL)
			}
		case *comment.DocLink:
			b.WriteString("[" + inline(t.Text) + "]")
		}
	}
	return b.String()
}
