package report

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
)

// ownCommand matches the workflow commands that deploylint writes.
var ownCommand = regexp.MustCompile(`^::(error|warning|notice) [^\n]*title=(DPL\d{3} |deploylint%3A )[^\n]*::[^\n]*\n$`)

// An actionCommand is a line as GitHub's runner reads it.
type actionCommand struct {
	name       string
	properties map[string]string
	data       string
}

// runnerCommands reads a log as the runner does: TryParseV2 of
// https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs.
func runnerCommands(log string) []actionCommand {
	var found []actionCommand
	for line := range strings.Lines(log) {
		line = strings.TrimLeft(strings.TrimRight(line, "\r\n"), " \t")
		if !strings.HasPrefix(line, "::") {
			continue
		}
		head, data, ok := strings.Cut(line[2:], "::")
		if !ok {
			continue
		}
		name, rest, _ := strings.Cut(head, " ")
		c := actionCommand{name: name, properties: map[string]string{}}
		for part := range strings.SplitSeq(rest, ",") {
			if key, v, ok := strings.Cut(strings.TrimSpace(part), "="); ok {
				c.properties[key] = strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%").Replace(v)
			}
		}
		c.data = strings.NewReplacer("%0D", "\r", "%0A", "\n", "%25", "%").Replace(data)
		found = append(found, c)
	}
	return found
}

func TestGitHubAsTheRunnerReadsIt(t *testing.T) {
	f := source.NewFile("deploy/a,b:c%.conf", "alias 100%;\nx {\n}\n")
	rule := lint.Rule{ID: "DPL501", Name: "mismatch", Level: lint.Error, Help: "mend it", Check: lint.OfSite(func(*deploy.Site) lint.Answer {
		return lint.Results{
			lint.Fail(f.Span(6, 10), "100%% of it, and: more %%0A::error::x").About("a").With(f.LineSpan(2), "here").Fix("take 50%%"),
			lint.Fail(f.Span(12, 17), "a block").About("b").At(lint.Note),
		}
	})}
	rep := lint.Run([]lint.Rule{rule}, []*deploy.Site{{Name: "s"}}, lint.Options{})
	want := []actionCommand{
		{
			"error",
			map[string]string{"file": "deploy/a,b:c%.conf", "line": "1", "endLine": "1", "col": "7", "endColumn": "11", "title": "DPL501 mismatch"},
			"100% of it, and: more %0A::error::x\ndeploy/a,b:c%.conf:2: here\nfix: take 50%",
		},
		{"notice", map[string]string{"file": "deploy/a,b:c%.conf", "line": "2", "endLine": "3", "title": "DPL501 mismatch"}, "a block\nfix: mend it"},
	}
	got := runnerCommands(write(t, GitHub, rep, Options{Status: 1}))
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(actionCommand{})); diff != "" {
		t.Errorf("commands (-want +got):\n%s", diff)
	}
}

// TestGitHubLimit: GitHub drops what is above ten annotations of a level, so that the worst must come first and the others
// as plain lines.
func TestGitHubLimit(t *testing.T) {
	f := source.NewFile("a.py", strings.Repeat("x\n", 40))
	rule := lint.Rule{ID: "DPL101", Name: "many", Level: lint.Warning, Check: lint.OfSite(func(*deploy.Site) lint.Answer {
		var results []lint.Result
		for n := range 36 {
			level := []lint.Level{lint.Note, lint.Warning, lint.Error}[n%3]
			results = append(results, lint.Fail(f.LineSpan(n+1), "finding %d", n).About(strconv.Itoa(n)).At(level))
		}
		return lint.Results(results)
	})}
	rep := lint.Run([]lint.Rule{rule}, []*deploy.Site{{}}, lint.Options{Notifications: []source.Notification{{Level: source.Error, Message: "not read", Path: "b.py"}}})
	text := write(t, GitHub, rep, Options{Status: 1})
	commands := runnerCommands(text)
	counts := map[string]int{}
	for _, c := range commands {
		counts[c.name]++
	}
	if diff := cmp.Diff(map[string]int{"error": 10, "warning": 10, "notice": 10}, counts); diff != "" {
		t.Errorf("annotations (-want +got):\n%s", diff)
	}
	if first := commands[0]; first.data != "not read" || first.properties["title"] != "deploylint: incomplete" || first.properties["file"] != "b.py" {
		t.Errorf("the first command is %v", first)
	}
	for n := range 36 {
		if !strings.Contains(text, fmt.Sprintf("finding %d", n)) {
			t.Errorf("finding %d is lost", n)
		}
	}
	if !strings.Contains(text, "7 lines above without one") {
		t.Errorf("the text does not say what is left out:\n%s", text)
	}
}

func TestGitLabContract(t *testing.T) {
	if got := write(t, GitLab, &lint.Report{}, Options{}); got != "[]\n" {
		t.Errorf("without findings the report is %q, which GitLab cannot read", got)
	}
	var issues []gitlabIssue
	d := json.NewDecoder(strings.NewReader(write(t, GitLab, sample(), sampleOptions())))
	d.DisallowUnknownFields()
	if err := d.Decode(&issues); err != nil {
		t.Fatal(err)
	}
	rep := sample()
	findings := 0
	for i := range rep.Results {
		if rep.Results[i].Finding() {
			findings++
		}
	}
	if len(issues) != findings || findings == 0 {
		t.Errorf("%d issues of %d findings", len(issues), findings)
	}
	seen := map[string]bool{}
	for _, i := range issues {
		if seen[i.Fingerprint] || len(i.Fingerprint) != 64 {
			t.Errorf("fingerprint %q is not unique", i.Fingerprint)
		}
		seen[i.Fingerprint] = true
		switch i.Severity {
		case "info", "minor", "major", "critical", "blocker":
		default:
			t.Errorf("severity %q", i.Severity)
		}
		if strings.HasPrefix(i.Location.Path, ".") || strings.HasPrefix(i.Location.Path, "/") || i.Location.Lines.Begin < 1 || i.Description == "" || i.CheckName == "" {
			t.Errorf("issue %+v", i)
		}
	}
}

func TestJUnitContract(t *testing.T) {
	text := write(t, JUnit, sample(), sampleOptions())
	var doc junitSuites
	if err := xml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	var tests, failures, errors, skipped int
	names := map[string]bool{}
	for _, s := range doc.Suites {
		if s.Tests != len(s.Cases) {
			t.Errorf("suite %s says %d tests and has %d", s.Name, s.Tests, len(s.Cases))
		}
		for _, c := range s.Cases {
			tests++
			if names[c.Class+" "+c.Name] {
				t.Errorf("two tests are called %s %s", c.Class, c.Name)
			}
			names[c.Class+" "+c.Name] = true
			for _, is := range []struct {
				set bool
				n   *int
			}{{c.Failure != nil, &failures}, {c.Error != nil, &errors}, {c.Skipped != nil, &skipped}} {
				if is.set {
					*is.n++
				}
			}
		}
	}
	want := junitSuites{Tests: tests, Failures: failures, Errors: errors, Skipped: skipped}
	if got := (junitSuites{Tests: doc.Tests, Failures: doc.Failures, Errors: doc.Errors, Skipped: doc.Skipped}); !cmp.Equal(want, got, cmp.AllowUnexported(junitSuites{})) {
		t.Errorf("counts: %v, want %v", got, want)
	}
	if failures != 3 || errors != 1 || skipped != 2 {
		t.Errorf("%d failures, %d errors, %d skipped:\n%s", failures, errors, skipped, text)
	}
}

// TestJUnitFollowsTheGate: a failed test and a failed run are the same thing.
func TestJUnitFollowsTheGate(t *testing.T) {
	for _, c := range []struct {
		gate lint.Gate
		want string
	}{
		{lint.Gate{}, `failures="3"`},
		{lint.Gate{FailOn: lint.Note}, `failures="4"`},
		{lint.Gate{RequireVerified: true}, `failures="4"`},
		{lint.Gate{Never: true}, `failures="0"`},
	} {
		if text := write(t, JUnit, sample(), Options{Gate: c.gate}); !strings.Contains(text, `<testsuites name="deploylint" tests="7" `+c.want) {
			t.Errorf("%+v: no %s in %.200s", c.gate, c.want, text)
		}
	}
}

func TestJUnitSites(t *testing.T) {
	f := source.NewFile("a.py", "x\n")
	rule := lint.Rule{ID: "DPL101", Name: "x", Level: lint.Error, Check: lint.OfSite(func(*deploy.Site) lint.Answer {
		return lint.Results{lint.Fail(f.LineSpan(1), "bad").About("s")}
	})}
	rep := lint.Run([]lint.Rule{rule}, []*deploy.Site{{Name: "a"}, {Name: "b"}}, lint.Options{})
	text := write(t, JUnit, rep, Options{})
	for _, want := range []string{`name="x (a)"`, `name="x (b)"`, `<testsuite name="b" tests="1" failures="1"`} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
}

// tricky holds what would change the meaning of a page, a table or a comment.
const tricky = "<script>alert(1)</script> | a `b` *c* __d__ [x](javascript:alert(1)) ![i](http://evil.example/i.png) @everyone $x$ https://evil.example www.evil.example <!-- #1 ~~s~~"

func trickyReport() *lint.Report {
	f := source.NewFile("a|`b`<i>.py", tricky+"\n")
	rule := lint.Rule{ID: "DPL101", Name: "x", Level: lint.Error, Check: lint.OfSite(func(*deploy.Site) lint.Answer {
		return lint.Results{
			lint.Fail(f.Span(0, 8), "%s", tricky).About("a").With(f.LineSpan(1), "%s", tricky).Fix("%s", tricky),
			lint.Open(f.Span(0, 8), "%s", tricky).About("b").Fix("%s", tricky),
			lint.Pass(f.Span(0, 8), "%s", tricky).About("c"),
		}
	})}
	return lint.Run([]lint.Rule{rule}, []*deploy.Site{{Name: tricky}}, lint.Options{Notifications: []source.Notification{{Level: source.Warning, Message: tricky, Path: tricky}}})
}

func TestMarkdownIsText(t *testing.T) {
	text := write(t, Markdown, trickyReport(), Options{Status: 1, ShowPassed: true})
	for _, never := range []string{"<script", "<i>", "x](", "![", "@everyone", "https://", "www.evil", "~~", "$x$", " *c*", "__d__", "<!-- #1"} {
		if strings.Contains(withoutCode(text), never) {
			t.Errorf("%q is not escaped in\n%s", never, text)
		}
	}
	bar := regexp.MustCompile(`(^|[^\\])\|`)
	columns := 0
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "|") {
			columns = 0
			continue
		}
		n := len(bar.FindAllString(strings.ReplaceAll(line, "||", "| |"), -1))
		if columns == 0 {
			columns = n
		}
		if n != columns {
			t.Errorf("a row has %d bars, not %d: %s", n, columns, line)
		}
	}
}

// withoutCode leaves out what stands in code spans.
func withoutCode(markdown string) string {
	return regexp.MustCompile("``[^\n]*?``|(?m)(^|[^`\\\\])`[^`\n]+`").ReplaceAllString(markdown, "")
}

func TestMarkdownIsBounded(t *testing.T) {
	f := source.NewFile("a.py", strings.Repeat("x\n", 1000))
	rule := lint.Rule{ID: "DPL101", Name: "many", Level: lint.Error, Check: lint.OfSite(func(*deploy.Site) lint.Answer {
		var results []lint.Result
		for n := range 1000 {
			results = append(results, lint.Fail(f.LineSpan(n+1), "finding").About(strconv.Itoa(n)))
		}
		return lint.Results(results)
	})}
	text := write(t, Markdown, lint.Run([]lint.Rule{rule}, []*deploy.Site{{}}, lint.Options{}), Options{Status: 1})
	if n := strings.Count(text, "| finding |"); n != mostRows || !strings.Contains(text, "… and 700 more") {
		t.Errorf("%d rows", n)
	}
}

func TestHTMLStandsAlone(t *testing.T) {
	for name, rep := range map[string]*lint.Report{"sample": sample(), "tricky": trickyReport(), "empty": {}} {
		o := sampleOptions()
		o.ShowPassed = true
		text := write(t, HTML, rep, o)
		for _, never := range []string{"<script", "<link", "<img", "<iframe", "<i>", " src=", "url(", "@import", "javascript:", " onclick"} {
			if strings.Contains(strings.ReplaceAll(text, "javascript:alert(1)) ![i]", ""), never) {
				t.Errorf("%s: the page holds %q", name, never)
			}
		}
		opened := map[string]int{}
		for _, tag := range regexp.MustCompile(`<(/?)([a-z][a-z0-9]*)`).FindAllStringSubmatch(text, -1) {
			if tag[1] == "" {
				opened[tag[2]]++
			} else {
				opened[tag[2]]--
			}
		}
		for tag, n := range opened {
			if n != 0 && tag != "meta" {
				t.Errorf("%s: <%s> and its end are %d apart", name, tag, n)
			}
		}
	}
}

func TestFrameCutAtItsMarks(t *testing.T) {
	f := source.NewFile("a.conf", "alias /srv/名/;  # é\n")
	before, text, behind := marked(frameOf(&lint.Report{}, find(f, "/srv/名/")))
	if diff := cmp.Diff([]string{"alias ", "/srv/名/", ";  # é"}, []string{before, text, behind}); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
