package report

import (
	"strings"
	"unicode"
)

// Inert returns text for people without anything in it that a CI system would take for a command to itself. Whoever can
// name a file or write a server's name could otherwise make up annotations, or hide ours. GitHub takes commands where a line
// begins with "::" and, as Azure and TeamCity do, where "##[" and its like stand anywhere in a line
// (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs).
func Inert(text string) string {
	if !strings.Contains(text, "::") && !strings.Contains(text, "##") {
		return text
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		if rest := strings.TrimLeftFunc(line, unicode.IsSpace); strings.HasPrefix(rest, "::") {
			b.WriteString(line[:len(line)-len(rest)])
			b.WriteString(`\x3a`)
			line = rest[1:]
		}
		b.WriteString(line)
	}
	return breakCommands(b.String(), `\x23`)
}

// breakCommands puts another spelling of its first character into what begins a command anywhere in a line.
func breakCommands(text, hash string) string {
	for _, command := range []string{"##[", "##vso[", "##teamcity["} {
		text = strings.ReplaceAll(text, command, hash+command[1:])
	}
	return text
}
