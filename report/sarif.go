package report

import (
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"deploylint/internal/lint"
	"deploylint/internal/source"
)

const (
	sarifSchema = "https://json.schemastore.org/sarif-2.1.0.json"
	sarifRoot   = "%SRCROOT%"
)

// The lengths that the strictest consumers take: GitHub's descriptions, GitLab's messages and tags.
const (
	longestDescription = 1024
	longestMessage     = 2048
	mostTags           = 10
)

// mostLinks is how many related places a message links to. GitHub shows only those that are linked.
const mostLinks = 5

// SARIF writes the report for code scanning. It holds live findings only: most consumers take whatever is in the file
// for an open alert, also a pass or something suppressed.
func SARIF(w io.Writer, rep *lint.Report, o Options) error {
	s := &sarif{report: rep, options: o, hashes: map[string][]string{}}
	return writeJSON(w, sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{s.run()}})
}

// A sarif is a run in the making.
type sarif struct {
	report  *lint.Report
	options Options
	hashes  map[string][]string // line hashes by path
}

func (s *sarif) run() sarifRun {
	run := sarifRun{
		Tool: sarifTool{Driver: sarifDriver{Name: "deploylint", Version: s.options.Version, Rules: []sarifRule{}}},
		// An incomplete verdict is no failed execution: GitHub refuses the file of one. The notifications say it.
		Invocations:        []sarifInvocation{{ExecutionSuccessful: true}},
		OriginalURIBaseIDs: map[string]sarifBase{sarifRoot: {Description: sarifText{"The root of the repository."}}},
		ColumnKind:         "unicodeCodePoints",
		Results:            []sarifResult{},
	}
	if isSemantic(s.options.Version) {
		run.Tool.Driver.SemanticVersion = s.options.Version
	}
	index := map[string]int{}
	for i := range s.report.Rules {
		index[s.report.Rules[i].ID] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, s.rule(&s.report.Rules[i]))
	}
	for _, n := range s.report.Notifications {
		run.Invocations[0].Notifications = append(run.Invocations[0].Notifications, s.notification(n))
	}
	for i := range s.report.Results {
		if r := &s.report.Results[i]; r.Finding() {
			run.Results = append(run.Results, s.result(r, index[r.Rule.ID]))
		}
	}
	return run
}

func (s *sarif) rule(r *lint.Rule) sarifRule {
	doc := sarifRule{
		ID: r.ID, Name: pascal(r.Name),
		ShortDescription:     sarifText{cut(sentence(r.Summary), longestDescription)},
		FullDescription:      sarifText{cut(sentence(r.Summary)+" "+sentence(r.Help), longestDescription)},
		Help:                 sarifHelp{Text: cut(sentence(r.Help), longestDescription), Markdown: s.options.page(r.ID)},
		DefaultConfiguration: sarifDefault{r.Level.String()},
		Properties:           sarifProperties{Tags: tags(r), Precision: "high", ProblemSeverity: problemSeverity(r.Level)},
	}
	if doc.Help.Markdown == "" {
		doc.Help.Markdown = fmt.Sprintf("# %s %s\n\n%s\n\n%s\n", r.ID, r.Name, sentence(r.Summary), sentence(r.Help))
	}
	if len(r.Links) > 0 {
		doc.HelpURI = r.Links[0]
	}
	if slices.Contains(r.Tags, "security") {
		doc.Properties.SecuritySeverity = securitySeverity(r.Level)
	}
	return doc
}

// tags are the rule's, a weakness in GitHub's spelling too: GitLab reads cwe-798, GitHub external/cwe/cwe-798.
func tags(r *lint.Rule) []string {
	tags := []string{}
	for _, tag := range r.Tags {
		tags = append(tags, tag)
		if strings.HasPrefix(tag, "cwe-") {
			tags = append(tags, "external/cwe/"+tag)
		}
	}
	return tags[:min(len(tags), mostTags)]
}

func problemSeverity(l lint.Level) string {
	if l == lint.Note {
		return "recommendation"
	}
	return l.String()
}

// securitySeverity places a level in the middle of one of GitHub's ranges: high, medium, low.
func securitySeverity(l lint.Level) string {
	switch l {
	case lint.Error:
		return "8.0"
	case lint.Warning:
		return "5.5"
	default:
		return "3.0"
	}
}

func (s *sarif) notification(n source.Notification) sarifNotification {
	doc := sarifNotification{Level: n.Level.String(), Message: sarifText{cut(sentence(lint.Visible(n.Message)), longestMessage)}}
	switch {
	case !n.Span.IsZero():
		doc.Locations = []sarifLocation{location(n.Span)}
	case n.Path != "":
		doc.Locations = []sarifLocation{{PhysicalLocation: sarifPhysical{ArtifactLocation: artifact(n.Path)}}}
	}
	return doc
}

func (s *sarif) result(r *lint.Reported, index int) sarifResult {
	doc := sarifResult{
		RuleID: r.Rule.ID, RuleIndex: index, Level: r.Level.String(), Locations: []sarifLocation{location(r.Span)},
		PartialFingerprints: map[string]string{"deploylint/v1": r.Fingerprint},
		Fingerprints:        map[string]string{"deploylint/v1": r.Fingerprint},
	}
	if hash := s.lineHash(r.Span); hash != "" {
		doc.PartialFingerprints["primaryLocationLineHash"] = hash
	}
	// The first sentence stands alone: it is the title where space is short.
	text := sentence(r.Message)
	if r.Hint != "" {
		text += " Fix: " + sentence(r.Hint)
	}
	text = cut(text, longestMessage/2)
	for i, rel := range r.Related {
		at := location(rel.Span)
		at.ID, at.Message = i+1, &sarifText{sentence(rel.Message)}
		doc.RelatedLocations = append(doc.RelatedLocations, at)
		if i < mostLinks {
			text += fmt.Sprintf(" See [%s](%d).", cut(strings.TrimSuffix(sentence(rel.Message), "."), 150), i+1)
		}
	}
	doc.Message = sarifText{text}
	doc.CodeFlows = flow(r)
	if r.Follows != "" || len(r.Sites) < len(s.report.Sites) {
		doc.Properties = &sarifExtra{Follows: r.Follows}
		if len(r.Sites) < len(s.report.Sites) {
			doc.Properties.Sites = r.Sites
		}
	}
	return doc
}

// flow is the trail of the judged value, from where it began to where it was decided. One step alone is no way.
func flow(r *lint.Reported) []sarifCodeFlow {
	var steps []sarifStep
	for _, step := range r.Trail {
		if !step.Span.IsZero() {
			at := location(step.Span)
			at.Message = &sarifText{sentence(stepText(step))}
			steps = append(steps, sarifStep{at})
		}
	}
	if len(steps) < 2 {
		return nil
	}
	steps = steps[max(0, len(steps)-mostSteps):]
	return []sarifCodeFlow{{ThreadFlows: []sarifThreadFlow{{Locations: steps}}}}
}

func (s *sarif) lineHash(span source.Span) string {
	hashes, ok := s.hashes[span.Path()]
	if !ok {
		hashes = lineHashes(span.File.Text)
		s.hashes[span.Path()] = hashes
	}
	if n := span.From().Line; n <= len(hashes) {
		return hashes[n-1]
	}
	return ""
}

func location(span source.Span) sarifLocation {
	r := region(span)
	if r.Line == r.EndLine && r.EndColumn == r.Column {
		r.EndColumn++ // some viewers show nothing at all for an empty region
	}
	return sarifLocation{PhysicalLocation: sarifPhysical{
		ArtifactLocation: artifact(span.Path()),
		Region:           &sarifRegion{r.Line, r.Column, r.EndLine, r.EndColumn},
	}}
}

// artifact names a file relative to the root, as a URI: blanks, hashes and percent signs are encoded.
func artifact(path string) sarifArtifact {
	return sarifArtifact{URI: (&url.URL{Path: path}).String(), URIBaseID: sarifRoot}
}

// sentence makes one sentence of a clause: a capital is the rule's business, the full stop is SARIF's. Code stands in
// single quotes, as consumers show backticks as they are, and brackets are escaped, as they would begin a link.
func sentence(clause string) string {
	clause = strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(clause, "`", "'"), "[", `\[`), "]", `\]`)
	if clause == "" || strings.HasSuffix(clause, ".") {
		return clause
	}
	return clause + "."
}

// cut shortens text to at most n characters.
func cut(text string, n int) string {
	if utf8.RuneCountInString(text) <= n {
		return text
	}
	short := string([]rune(text)[:n-1])
	return strings.TrimRight(short, `\`) + "…"
}

// pascal turns a rule's name into the form that SARIF wants: "debug-enabled" is "DebugEnabled".
func pascal(name string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(name, "-") {
		if part != "" {
			b.WriteString(strings.ToUpper(part[:1]) + part[1:])
		}
	}
	return b.String()
}

// isSemantic reports whether a version is three numbers, perhaps with a suffix (https://semver.org).
func isSemantic(version string) bool {
	var major, minor, patch int
	core, _, _ := strings.Cut(version, "-")
	core, _, _ = strings.Cut(core, "+")
	n, err := fmt.Sscanf(core, "%d.%d.%d", &major, &minor, &patch)
	return err == nil && n == 3 && core == fmt.Sprintf("%d.%d.%d", major, minor, patch)
}
