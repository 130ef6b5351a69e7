package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/secret"
	"deploylint/internal/source"
)

func write(t *testing.T, to func(io.Writer, *lint.Report, Options) error, rep *lint.Report, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := to(&b, rep, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	formats := map[string]func(io.Writer, *lint.Report, Options) error{
		"sample.txt": Text, "sample.concise": Concise, "sample.json": JSON, "sample.sarif": SARIF, "sample.github": GitHub,
		"sample.gitlab.json": GitLab, "sample.junit.xml": JUnit, "sample.md": Markdown, "sample.html": HTML,
	}
	for name, to := range formats {
		t.Run(name, func(t *testing.T) {
			first := write(t, to, sample(), sampleOptions())
			golden(t, name, first)
			if diff := cmp.Diff(first, write(t, to, sample(), sampleOptions())); diff != "" {
				t.Errorf("a second run differs:\n%s", diff)
			}
			if !strings.HasSuffix(first, "\n") || strings.Contains(first, "\r") {
				t.Error("the report does not end its lines with LF")
			}
			if strings.Contains(first, "w3n+z!") {
				t.Error("the report shows a secret")
			}
		})
	}
	o := sampleOptions()
	o.ShowPassed, o.Statistics, o.Color, o.Place = true, true, true, func(p string) string { return "../" + p }
	golden(t, "everything.txt", write(t, Text, sample(), o))
}

func TestNothingToSay(t *testing.T) {
	f := source.NewFile("a.py", "x\n")
	rule := lint.Rule{ID: "DPL101", Level: lint.Error, Check: lint.OfSite(func(*deploy.Site) lint.Answer {
		return lint.Results{lint.Pass(f.LineSpan(1), "fine").About("s")}
	})}
	rep := lint.Run([]lint.Rule{rule}, []*deploy.Site{{Name: "shop.settings"}}, lint.Options{})
	if got, want := write(t, Text, rep, Options{}), "ready: shop.settings; 1 passed, 0 unverified, 0 suppressed\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	rep.Notifications = []source.Notification{{Level: source.Warning, Message: "skipped something"}}
	if got := write(t, Text, rep, Options{}); !strings.Contains(got, "skipped: skipped something") {
		t.Errorf("a notification is lost:\n%s", got)
	}
	for _, to := range []func(io.Writer, *lint.Report, Options) error{JSON, SARIF} {
		if got := write(t, to, rep, Options{}); !strings.Contains(got, `"results": []`) {
			t.Errorf("an empty list of results is left out:\n%s", got)
		}
	}
}

func TestManyFindingsOfOneRule(t *testing.T) {
	f := source.NewFile("a.py", strings.Repeat("x\n", 60))
	rule := lint.Rule{ID: "DPL101", Name: "many", Level: lint.Error, Check: lint.OfSite(func(*deploy.Site) lint.Answer {
		var results lint.Results
		for n := range 60 {
			results = append(results, lint.Fail(f.LineSpan(n+1), "bad").About("s"))
		}
		return results
	})}
	rep := lint.Run([]lint.Rule{rule}, []*deploy.Site{{}}, lint.Options{})
	got := write(t, Text, rep, Options{Status: 1})
	if n := strings.Count(got, "error: bad"); n != 50 || !strings.Contains(got, "… and 10 more of DPL101 many") || !strings.Contains(got, "60 errors") {
		t.Errorf("%d findings are printed:\n%s", n, got)
	}
	if n := strings.Count(write(t, JSON, rep, Options{}), `"kind": "fail"`); n != 60 {
		t.Errorf("JSON has %d findings", n)
	}
}

func TestFrame(t *testing.T) {
	for _, test := range []struct{ name, text, mark, want string }{
		{"in the line", "alias /srv/;", "/srv/", "    1 | alias /srv/;\n      |       ^^^^^\n"},
		{"behind a tab", "\ta = 1", "1", "    1 |     a = 1\n      |         ^\n"},
		{"over a tab", "a\tb", "\t", "    1 | a    b\n      |  ^^^^\n"},
		{"behind wide characters", "名前 = 1", "1", "    1 | 名前 = 1\n      |        ^\n"},
		{"wide characters", "x = 名前", "名前", "    1 | x = 名前\n      |     ^^^^\n"},
		{"combining characters", "e\u0301 = 1", "1", "    1 | e\u0301 = 1\n      |     ^\n"},
		{"several lines", "a = [\n  1,\n]", "[\n  1,\n]", "    1 | a = [\n      |     ^\n"},
		{"nothing", "a = 1", "", "    1 | a = 1\n      | ^\n"},
		{"control characters", "a = \x1b[31m", "=", "    1 | a = \\x1b[31m\n      |   ^\n"},
		{"broken UTF-8", "a\xff = 1", "1", "    1 | a\\xff = 1\n      |         ^\n"},
		{"Windows line ends", "a = 1\r\nb = 2\r\n", "1", "    1 | a = 1\n      |     ^\n"},
		{"trailing blanks", "server {   \n}", "server {   \n}", "    1 | server {\n      | ^^^^^^^^\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := source.NewFile("a", test.text)
			if diff := cmp.Diff(test.want, printed(frameOf(&lint.Report{}, find(f, test.mark)))); diff != "" {
				t.Errorf("frame (-want +got):\n%s", diff)
			}
		})
	}
}

func TestFrameOfEmptyFile(t *testing.T) {
	f := source.NewFile("a", "")
	if got, want := printed(frameOf(&lint.Report{}, f.Span(0, 0))), "    1 | \n      | ^\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLongLineIsCut(t *testing.T) {
	f := source.NewFile("a", strings.Repeat("x", 5000)+"HERE"+strings.Repeat("y", 5000))
	got := frameOf(&lint.Report{}, find(f, "HERE"))
	text, mark := []rune(got.text), []rune(got.mark)
	if len(text) > frameWidth+2 || text[0] != '…' || text[len(text)-1] != '…' {
		t.Errorf("the line is %q", got.text)
	}
	if at := strings.Index(got.mark, "^"); string(text[at:at+4]) != "HERE" || len(mark) != at+4 {
		t.Errorf("the mark is off: %q", got.mark)
	}
}

func TestSecretsInFrames(t *testing.T) {
	key := "-----BEGIN KEY-----\nMIIEvQIBADANBg\n-----END KEY-----"
	f := source.NewFile("a.py", "PIN = '1234'\nKEY = '''"+key+"'''  # end\nCOPY = 'sk_live_0123456789'\nURL = 'https://sk_live_0123456789@host'\n")
	check := func(*deploy.Site) lint.Answer {
		return lint.Results{lint.Fail(f.LineSpan(1), "x").About("s").Hiding(find(f, "'1234'"), find(f, "'''"+key+"'''"), find(f, "'sk_live_0123456789'"))}
	}
	rep := lint.Run([]lint.Rule{{ID: "DPL101", Level: lint.Error, Check: lint.OfSite(check)}}, []*deploy.Site{{}}, lint.Options{})
	var got []string
	for n := range 6 {
		fr := frameOf(rep, f.LineSpan(n+1))
		got = append(got, fr.text)
		if textWidth(fr.text) != textWidth(fr.mark) {
			t.Errorf("line %d is marked wrongly:\n%s", n+1, printed(fr))
		}
	}
	want := []string{
		"PIN = '•••• (4 chars)'", "KEY = '''" + secret.Redact(key), "••••", "••••'''  # end",
		"COPY = 'sk_l… (18 chars)'", "URL = 'https://sk_l… (18 chars)@host'",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("frames (-want +got):\n%s", diff)
	}
}

func TestColor(t *testing.T) {
	for _, on := range []bool{false, true} {
		o := sampleOptions()
		o.Color = on
		if got := strings.Contains(write(t, Text, sample(), o), "\x1b["); got != on {
			t.Errorf("with Color %t the text has colours: %t", on, got)
		}
	}
}

func TestQuiet(t *testing.T) {
	o := sampleOptions()
	o.Quiet = true
	got := write(t, Text, sample(), o)
	if strings.Contains(got, "unverified: ") || strings.Contains(got, "processes") || !strings.Contains(got, "DEBUG is on") {
		t.Errorf("the quiet text is:\n%s", got)
	}
}

// TestHostileInput puts control characters wherever a scanned file can bring them.
func TestHostileInput(t *testing.T) {
	const evil = "\x1b]0;x\x07\u009b31m\u202e\n::error::\xff"
	f := source.NewFile("a"+evil+".py", evil+"\n")
	check := func(*deploy.Site) lint.Answer {
		return lint.Results{lint.Fail(f.Span(0, 3), "%s", evil).About(evil).Fix("%s", evil).With(f.Span(0, 1), "%s", evil)}
	}
	model := deploy.NewSettings(nil, unset, unset)
	model.Module, model.ChosenBy, model.Django = evil, evil, deploy.DjangoVersion{Text: evil, From: evil}
	site := &deploy.Site{Name: evil, Settings: model, Processes: []*deploy.Process{{Name: evil}}, Proxies: []*deploy.Proxy{{Path: evil}}}
	rep := lint.Run([]lint.Rule{{ID: "DPL101", Name: "x", Level: lint.Error, Check: lint.OfSite(check)}}, []*deploy.Site{site, {Name: "b"}},
		lint.Options{Notifications: []source.Notification{{Level: source.Error, Message: evil, Path: evil}}})
	for name, to := range map[string]func(io.Writer, *lint.Report, Options) error{
		"text": Text, "concise": Concise, "json": JSON, "sarif": SARIF, "github": GitHub, "gitlab": GitLab, "junit": JUnit, "markdown": Markdown, "html": HTML,
	} {
		got := write(t, to, rep, Options{Status: 1})
		for i, r := range got {
			if r != '\n' && lint.Hostile(r) {
				t.Errorf("%s prints %U: %q", name, r, got[max(0, i-20):min(len(got), i+20)])
				break
			}
		}
		for line := range strings.Lines(got) {
			if strings.HasPrefix(line, "::") && (name != "github" || !ownCommand.MatchString(line)) {
				t.Errorf("%s prints a line that a CI system takes for a command: %q", name, line)
			}
		}
	}
}

// TestJSONContract holds the names and order of all fields of the JSON report.
func TestJSONContract(t *testing.T) {
	keys := func(raw json.RawMessage) string {
		d := json.NewDecoder(bytes.NewReader(raw))
		var names []string
		depth, isKey := 0, false
		for {
			token, err := d.Token()
			if err != nil {
				return strings.Join(names, " ")
			}
			switch v := token.(type) {
			case json.Delim:
				if v == '{' || v == '[' {
					depth++
					isKey = v == '{'
				} else {
					depth--
					isKey = depth == 1
				}
				continue
			case string:
				if depth == 1 && isKey {
					names = append(names, v)
					isKey = false
					continue
				}
			}
			isKey = depth == 1
		}
	}
	var doc map[string]json.RawMessage
	text := write(t, JSON, sample(), sampleOptions())
	if err := json.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	var results []map[string]json.RawMessage
	var raw, sites, notifications []json.RawMessage
	for name, to := range map[string]any{"results": &raw, "sites": &sites, "notifications": &notifications} {
		if err := json.Unmarshal(doc[name], to); err != nil {
			t.Fatal(err)
		}
	}
	if err := json.Unmarshal(doc["results"], &results); err != nil {
		t.Fatal(err)
	}
	var related, trail json.RawMessage
	for _, r := range results {
		var list []json.RawMessage
		if err := json.Unmarshal(r["related"], &list); err == nil && len(list) > 0 {
			related = list[0]
		}
		if err := json.Unmarshal(r["trail"], &list); err == nil && len(list) > 0 {
			trail = list[0]
		}
	}
	for _, c := range []struct {
		what string
		raw  json.RawMessage
		want string
	}{
		{"report", json.RawMessage(text), "schema_version tool exit_status sites results notifications summary"},
		{"tool", doc["tool"], "name version"},
		{"summary", doc["summary"], "error warning note pass open suppressed"},
		{"site", sites[0], "name settings_module settings_file chosen_by django_version django_version_from"},
		{"result", raw[0], "kind rule name level sites message hint subject django follows path line column end_line end_column related trail fingerprint suppressed"},
		{"related", related, "path line column end_line end_column message"},
		{"step", trail, "how path line column text"},
		{"notification", notifications[0], "level message path line"},
	} {
		if got := keys(c.raw); got != c.want {
			t.Errorf("%s has the fields\n%s, want\n%s", c.what, got, c.want)
		}
	}
}

func TestPosition(t *testing.T) {
	f := source.NewFile("a.py", "äö = 1\n")
	o := Options{Place: func(p string) string { return "sub/" + p }}
	if got, want := o.position(find(f, "1")), "sub/a.py:1:6"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := fmt.Sprint(region(find(f, "1"))), "{a.py 1 6 1 7}"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// printed is a frame with its margin: the line's number, then the marks below.
func printed(f frame) string {
	return fmt.Sprintf("%5d | %s\n      | %s\n", f.line, f.text, f.mark)
}
