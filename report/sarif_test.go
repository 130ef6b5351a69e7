package report

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"deploylint/internal/lint"
)

func TestSARIFSchema(t *testing.T) {
	for name, rep := range map[string]*lint.Report{"sample": sample(), "empty": {}} {
		t.Run(name, func(t *testing.T) {
			validate(t, "testdata/sarif-2.1.0.schema.json", write(t, SARIF, rep, sampleOptions()))
		})
	}
}

// validate checks a JSON text against a schema.
func validate(t *testing.T, schema, text string) {
	t.Helper()
	if err := schemaError(t, schema, text); err != nil {
		t.Errorf("%s: %v", schema, err)
	}
}

func schemaError(t *testing.T, path, text string) error {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	instance, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return compiled.Validate(instance)
}

// TestSARIFContract holds what GitHub, GitLab, SonarQube and DefectDojo demand beyond the schema; each demand was a
// refused or misread file of some tool.
func TestSARIFContract(t *testing.T) {
	rep := sample()
	text := write(t, SARIF, rep, sampleOptions())
	var log sarifLog
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&log); err != nil {
		t.Fatal(err)
	}
	if len(log.Runs) != 1 {
		t.Fatalf("%d runs", len(log.Runs))
	}
	run := log.Runs[0]
	rules := run.Tool.Driver.Rules
	if len(rules) != len(rep.Rules) || !slices.IsSortedFunc(rules, func(a, b sarifRule) int { return strings.Compare(a.ID, b.ID) }) {
		t.Errorf("%d rules of %d, or not sorted", len(rules), len(rep.Rules))
	}
	for _, r := range rules {
		checkRule(t, r)
	}
	if len(run.Results) != 5 {
		t.Errorf("%d results, want the live findings only: 5", len(run.Results))
	}
	for _, r := range run.Results {
		checkResult(t, r, rules)
	}
	if n := len(run.Invocations[0].Notifications); n != 3 || !run.Invocations[0].ExecutionSuccessful {
		t.Errorf("%d notifications; a run that is called unsuccessful is refused", n)
	}
	for _, word := range []string{`"rank"`, `"kind"`, `"suppressions"`, `"relationships"`, `"baselineState"`, `"index"`, ": -1", ": null"} {
		if strings.Contains(text, word) {
			t.Errorf("the file has %s, which some consumer misreads", word)
		}
	}
}

func checkRule(t *testing.T, r sarifRule) {
	t.Helper()
	if !regexp.MustCompile(`^([A-Z][a-z0-9]*)+$`).MatchString(r.Name) {
		t.Errorf("%s: name %q", r.ID, r.Name)
	}
	if r.Help.Text == "" || r.Help.Markdown == "" || r.DefaultConfiguration.Level == "" || r.ShortDescription.Text == "" || r.FullDescription.Text == "" {
		t.Errorf("%s lacks a text: %+v", r.ID, r)
	}
	if len(r.Properties.Tags) > 10 {
		t.Errorf("%s has %d tags", r.ID, len(r.Properties.Tags))
	}
	security := slices.Contains(r.Properties.Tags, "security")
	if (r.Properties.SecuritySeverity != "") != security {
		t.Errorf("%s: security-severity %q", r.ID, r.Properties.SecuritySeverity)
	}
	if f, err := strconv.ParseFloat(r.Properties.SecuritySeverity, 64); security && (err != nil || f < 0.1 || f > 10) {
		t.Errorf("%s: security-severity %q", r.ID, r.Properties.SecuritySeverity)
	}
	for _, tag := range r.Properties.Tags {
		if cwe, found := strings.CutPrefix(tag, "external/cwe/"); found && !slices.Contains(r.Properties.Tags, cwe) {
			t.Errorf("%s: %s without %s", r.ID, tag, cwe)
		}
	}
}

func checkResult(t *testing.T, r sarifResult, rules []sarifRule) {
	t.Helper()
	if rules[r.RuleIndex].ID != r.RuleID {
		t.Errorf("%s: ruleIndex %d is %s", r.RuleID, r.RuleIndex, rules[r.RuleIndex].ID)
	}
	if len(r.Locations) != 1 {
		t.Errorf("%s: %d locations", r.RuleID, len(r.Locations))
	}
	for _, l := range slices.Concat(r.Locations, r.RelatedLocations) {
		p := l.PhysicalLocation
		if p.Region == nil || p.Region.StartLine < 1 || p.Region.StartColumn < 1 || p.Region.EndLine < p.Region.StartLine ||
			p.Region.EndLine == p.Region.StartLine && p.Region.EndColumn <= p.Region.StartColumn {
			t.Errorf("%s: region %+v", r.RuleID, p.Region)
		}
		if uri := p.ArtifactLocation.URI; uri == "" || strings.HasPrefix(uri, "/") || strings.ContainsAny(uri, " #\\") {
			t.Errorf("%s: URI %q", r.RuleID, uri)
		}
	}
	if n := len([]rune(r.Message.Text)); n == 0 || n > longestMessage || !strings.HasSuffix(r.Message.Text, ".") || strings.Contains(r.Message.Text, "`") {
		t.Errorf("%s: message %q", r.RuleID, r.Message.Text)
	}
	for _, link := range regexp.MustCompile(`\]\((\d+)\)`).FindAllStringSubmatch(r.Message.Text, -1) {
		if !slices.ContainsFunc(r.RelatedLocations, func(l sarifLocation) bool { return strconv.Itoa(l.ID) == link[1] }) {
			t.Errorf("%s: the link (%s) leads nowhere", r.RuleID, link[1])
		}
	}
	for _, key := range []string{"deploylint/v1", "primaryLocationLineHash"} {
		if !regexp.MustCompile(`^[0-9a-f]+:\d+$`).MatchString(r.PartialFingerprints[key]) {
			t.Errorf("%s: fingerprint %s is %q", r.RuleID, key, r.PartialFingerprints[key])
		}
	}
	for _, f := range r.CodeFlows {
		if n := len(f.ThreadFlows[0].Locations); n < 2 || n > mostSteps {
			t.Errorf("%s: a flow of %d steps", r.RuleID, n)
		}
	}
}

func TestSentence(t *testing.T) {
	for in, want := range map[string]string{
		"`DEBUG` is on": "'DEBUG' is on.",
		"[a](1)":        `\[a\](1).`,
		"done.":         "done.",
		"":              "",
	} {
		if got := sentence(in); got != want {
			t.Errorf("sentence(%q) = %q, want %q", in, got, want)
		}
	}
	if got := cut(strings.Repeat("ä", 20), 5); got != "ääää…" {
		t.Errorf("cut to %q", got)
	}
}

func TestIsSemantic(t *testing.T) {
	for version, want := range map[string]bool{"1.2.3": true, "1.2.3-rc.1": true, "dev": false, "1.2": false, "01.2.3": false, "1.2.3.4": false} {
		if got := isSemantic(version); got != want {
			t.Errorf("isSemantic(%q) = %t", version, got)
		}
	}
}

// TestLineHashes holds GitHub's algorithm by the values that its own tests demand
// (src/fingerprints.test.ts in https://github.com/github/codeql-action).
func TestLineHashes(t *testing.T) {
	greetings := []string{
		"e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1", "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1",
	}
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"empty", "", []string{"c129715d7a2bc9a3:1"}},
		{"blanks", " a\nb\n  \t\tc\n d", []string{"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"}},
		{
			"no newline at the end", " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
			[]string{"8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1", "b86d3392aea1be30:1", "e6ceba753e1a442:1"},
		},
		{"LF", " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", greetings},
		{"CR", " hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", greetings},
		{"CRLF", " hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", greetings},
		{"mixed", " hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", greetings},
		{"repeated lines", strings.Repeat("Lorem ipsum dolor sit amet.\n", 10), []string{
			"a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3", "a7f2ff13bc495cf2:4", "a7f2ff13bc495cf2:5", "a7f2ff13bc495cf2:6",
			"a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1",
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, lineHashes(test.text)); diff != "" {
				t.Errorf("hashes (-want +got):\n%s", diff)
			}
		})
	}
}

// TestDecode holds the number of replacement characters that Buffer.from(…).toString("utf8") makes in Node.js.
func TestDecode(t *testing.T) {
	for _, test := range []struct {
		text string
		want int
	}{
		{"\xff", 1}, {"\xe2\x82a", 1}, {"\xe2\x82", 1}, {"\xf0\x9f\x98a", 1}, {"\xed\xa0\x80", 3}, {"\xc0\xaf", 2}, {"\xf5\x80", 2}, {"\xe0\x80", 2}, {"\xc3", 1},
	} {
		got := 0
		for text := test.text; text != ""; {
			r, n := decode(text)
			if text = text[n:]; r == '\ufffd' {
				got++
			}
		}
		if got != test.want {
			t.Errorf("%q has %d replacement characters, want %d", test.text, got, test.want)
		}
	}
}

func FuzzWriters(f *testing.F) {
	f.Add("alias /srv/;", 6, 11)
	f.Add("\x1b\u202e\xff", 0, 3)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		rep := hostile(text, start, end)
		for _, o := range []Options{{}, {Color: true, ShowPassed: true}} {
			var b bytes.Buffer
			if err := Text(&b, rep, o); err != nil {
				t.Fatal(err)
			}
		}
		got := write(t, SARIF, rep, Options{})
		if !json.Valid([]byte(got)) {
			t.Error("SARIF is no JSON")
		}
		if got := write(t, JSON, rep, Options{}); !json.Valid([]byte(got)) {
			t.Error("JSON is none")
		}
	})
}
