package launch

import (
	"regexp"

	"deploylint/internal/deploy"
	"deploylint/internal/shell"
	"deploylint/internal/value"
)

var processRE = regexp.MustCompile(`^([A-Za-z0-9_-]+):\s*(.+?)\s*$`)

// procfile reads a Procfile: each line is a command that a shell runs.
func (r *reader) procfile(f File) {
	for n := 1; n <= f.File.LineCount() && n < maxPrograms; n++ {
		line := f.File.LineSpan(n)
		m := processRE.FindStringSubmatchIndex(line.Text())
		if m == nil {
			continue
		}
		name := line.Text()[m[2]:m[3]]
		at := f.File.Span(line.Start+m[4], line.Start+m[5])
		c := &command{
			name: "Procfile process " + name, key: "procfile:" + name, launcher: deploy.Procfile,
			declared: f.File.Span(line.Start+m[2], line.Start+m[3]), role: serverRole(f), doubtful: f.Doubtful,
			container: true, assigned: true, layers: r.appJSON, oneShot: name == "release",
			life: leftOpen(),
		}
		// Heroku signals every process of a dyno; others that read the file do as they like.
		c.life.stop.Signal.Value = byDefault(value.OfStr("TERM"), "the platform")
		c.shellCode(at.Text(), shell.Known("sh", at))
		r.add(c)
	}
}

// shellCode sets code that stands at the word's place and that a shell runs.
func (c *command) shellCode(code string, w shell.Word) {
	text := shell.Inline(code, w.Span)
	c.code, c.codeFlags, c.inline = &text, "", true
	c.shellWord = w
}
