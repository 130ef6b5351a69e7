package lint

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

func ruleFor(id, name string, level Level, results ...Result) Rule {
	return Rule{ID: id, Name: name, Level: level, Help: "mend it", Check: OfSite(func(*deploy.Site) Answer { return Results(results) })}
}

// lines prints results compactly, in order.
func lines(rep *Report) []string {
	var out []string
	for _, r := range rep.Results {
		s := fmt.Sprintf("%s:%d:%d %s %s %s %s", r.Span.Path(), r.Span.From().Line, r.Span.From().Column, r.Kind, r.Level, r.Rule.ID, r.Subject)
		if len(r.Sites) > 1 {
			s += " in " + strings.Join(r.Sites, ",")
		}
		if r.Follows != "" {
			s += " follows " + r.Follows
		}
		if r.Suppressed != nil {
			s += fmt.Sprintf(" suppressed %s (%s)", r.Suppressed.Kind, r.Suppressed.Reason)
		}
		out = append(out, s)
	}
	return out
}

func silencedSettings(ids ...string) *deploy.Settings {
	var elems []value.Value
	for _, id := range ids {
		elems = append(elems, value.OfStr(id))
	}
	silenced := value.OfSequence(value.List, elems...)
	return deploy.NewSettings([]string{"SILENCED_SYSTEM_CHECKS"},
		func(name string) (value.Value, bool) { return silenced, name == "SILENCED_SYSTEM_CHECKS" },
		func(string) (value.Value, bool) { return value.Value{}, false })
}

func TestRun(t *testing.T) {
	a := source.NewFile("a.py", "one\ntwo\nthree\n")
	b := source.NewFile("b.py", "one\ntwo\n")
	site := []*deploy.Site{{Name: "main"}}
	for _, test := range []struct {
		name  string
		rules []Rule
		sites []*deploy.Site
		opt   Options
		want  []string
		sum   Summary
	}{
		{
			name: "sorted by place, then rule", sites: site,
			rules: []Rule{
				ruleFor("DPL201", "later", Warning, Fail(a.LineSpan(1), "x").About("s"), Fail(b.LineSpan(1), "x").About("s")),
				ruleFor("DPL101", "first", Error, Fail(a.LineSpan(2), "x").About("s"), Fail(a.LineSpan(1), "x").About("s")),
			},
			want: []string{"a.py:1:1 fail error DPL101 s", "a.py:1:1 fail warning DPL201 s", "a.py:2:1 fail error DPL101 s", "b.py:1:1 fail warning DPL201 s"},
			sum:  Summary{Errors: 2, Warnings: 2},
		},
		{
			name: "the level of a pass and an open result is the rule's", sites: site,
			rules: []Rule{ruleFor("DPL101", "x", Error,
				Fail(a.LineSpan(1), "x").About("s").At(Note), Open(a.LineSpan(2), "x").About("s").At(Note), Pass(a.LineSpan(3), "x").About("s"))},
			want: []string{"a.py:1:1 fail note DPL101 s", "a.py:2:1 open error DPL101 s", "a.py:3:1 pass error DPL101 s"},
			sum:  Summary{Notes: 1, Open: 1, Passed: 1},
		},
		{
			name: "equal results of two sites are one", sites: []*deploy.Site{{Name: "one"}, {Name: "two"}},
			rules: []Rule{ruleFor("DPL101", "x", Error, Fail(a.LineSpan(1), "x").About("s"))},
			want:  []string{"a.py:1:1 fail error DPL101 s in one,two"},
			sum:   Summary{Errors: 1},
		},
		{
			name: "select and ignore", sites: site, opt: Options{Select: []string{"DPL1", "third"}, Ignore: []string{"dpl102"}},
			rules: []Rule{
				ruleFor("DPL101", "first", Error, Fail(a.LineSpan(1), "x").About("s")),
				ruleFor("DPL102", "second", Error, Fail(a.LineSpan(1), "x").About("s")),
				ruleFor("DPL201", "third", Error, Fail(a.LineSpan(1), "x").About("s")),
				ruleFor("DPL202", "fourth", Error, Fail(a.LineSpan(1), "x").About("s")),
			},
			want: []string{"a.py:1:1 fail error DPL101 s", "a.py:1:1 fail error DPL201 s"},
			sum:  Summary{Errors: 2},
		},
		{
			name:  "silenced by Django's own setting, where all ids of the result are",
			sites: []*deploy.Site{{Name: "main", Settings: silencedSettings("security.W004", "security.W008")}},
			rules: []Rule{
				{ID: "DPL101", Level: Error, Django: []string{"security.W004", "security.W005"}, Check: OfSite(func(*deploy.Site) Answer {
					return Results{Fail(a.LineSpan(1), "x").About("both"), Fail(a.LineSpan(2), "x").About("one").As("security.W004"), Pass(a.LineSpan(3), "x").About("pass").As("security.W004")}
				})},
			},
			want: []string{"a.py:1:1 fail error DPL101 both", "a.py:2:1 fail error DPL101 one suppressed django (SILENCED_SYSTEM_CHECKS holds security.W004)", "a.py:3:1 pass error DPL101 pass"},
			sum:  Summary{Errors: 1, Suppressed: 1, Passed: 1},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			rep := Run(test.rules, test.sites, test.opt)
			if diff := cmp.Diff(test.want, lines(rep)); diff != "" {
				t.Errorf("results (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.sum, rep.Summary); diff != "" {
				t.Errorf("summary (-want +got):\n%s", diff)
			}
		})
	}
}

func TestFollows(t *testing.T) {
	f := source.NewFile("a.py", "DEBUG = True\nx\ny\n")
	ignored := source.NewFile("a.py", "DEBUG = True  # deploylint: ignore[DPL101] -- a demo\nx\ny\n")
	rules := func(f *source.File) []Rule {
		return []Rule{
			{ID: "DPL101", Name: "debug-enabled", Level: Error, Check: OfSite(func(s *deploy.Site) Answer {
				if s.DebugOff == nil {
					return nil
				}
				return Results{Fail(f.LineSpan(1), "DEBUG is on").About("settings.DEBUG")}
			})},
			{ID: "DPL102", Name: "other", Level: Error, Check: OfSite(func(s *deploy.Site) Answer {
				always := Fail(f.LineSpan(2), "always").About("always")
				if s.DebugOff == nil {
					return Results{always}
				}
				return Results{always, Fail(f.LineSpan(3), "only with DEBUG").About("sometimes")}
			})},
		}
	}
	on := &deploy.Site{Name: "on", DebugOff: &deploy.Site{Name: "on"}}
	for _, test := range []struct {
		name  string
		file  *source.File
		sites []*deploy.Site
		opt   Options
		want  []string
		sum   Summary
	}{
		{
			name: "a finding that DEBUG causes follows it", file: f, sites: []*deploy.Site{on},
			want: []string{"a.py:1:1 fail error DPL101 settings.DEBUG", "a.py:2:1 fail error DPL102 always", "a.py:3:1 fail error DPL102 sometimes follows DPL101"},
			sum:  Summary{Errors: 2},
		},
		{
			name: "it stands on its own where the rule is not asked", file: f, sites: []*deploy.Site{on}, opt: Options{Ignore: []string{"debug-enabled"}},
			want: []string{"a.py:2:1 fail error DPL102 always", "a.py:3:1 fail error DPL102 sometimes"},
			sum:  Summary{Errors: 2},
		},
		{
			name: "it stands on its own where the DEBUG finding is suppressed", file: ignored, sites: []*deploy.Site{on},
			want: []string{"a.py:1:1 fail error DPL101 settings.DEBUG suppressed inline (a demo)", "a.py:2:1 fail error DPL102 always", "a.py:3:1 fail error DPL102 sometimes"},
			sum:  Summary{Errors: 2, Suppressed: 1},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			rep := Run(rules(test.file), test.sites, test.opt)
			if diff := cmp.Diff(test.want, lines(rep)); diff != "" {
				t.Errorf("results (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.sum, rep.Summary); diff != "" {
				t.Errorf("summary (-want +got):\n%s", diff)
			}
		})
	}
}

func TestBrokenRules(t *testing.T) {
	f := source.NewFile("a.py", "one\n")
	rules := []Rule{
		{ID: "DPL101", Check: OfSite(func(*deploy.Site) Answer { panic("secret value") })},
		{ID: "DPL102", Check: OfSite(func(*deploy.Site) Answer { return Results{Fail(source.Span{}, "nowhere").About("s")} })},
		ruleFor("DPL103", "fine", Error, Fail(f.LineSpan(1), "x\x1b[31m.").About("s")),
	}
	rep := Run(rules, []*deploy.Site{{Name: "one"}, {Name: "two"}}, Options{})
	want := []source.Notification{
		{Level: source.Error, Message: "internal error in rule DPL101, please report"},
		{Level: source.Error, Message: "internal error in rule DPL102, please report"},
	}
	if diff := cmp.Diff(want, rep.Notifications); diff != "" {
		t.Errorf("notifications (-want +got):\n%s", diff)
	}
	if len(rep.Results) != 1 || rep.Results[0].Message != `x\x1b[31m` {
		t.Errorf("the other rule's result is %v", rep.Results)
	}
	for _, rule := range rules {
		if !panics(func() { Run([]Rule{rule}, []*deploy.Site{{}}, Options{Strict: true}) }) {
			t.Errorf("%s does not panic in a strict run", rule.ID)
		}
	}
}

func panics(f func()) (did bool) {
	defer func() { did = recover() != nil }()
	f()
	return false
}

func TestStatus(t *testing.T) {
	f := source.NewFile("a.py", "one\ntwo\n")
	fail := func(l Level) Result { return Fail(f.LineSpan(1), "x").About("s").At(l) }
	open := Open(f.LineSpan(2), "x").About("open")
	trouble := []source.Notification{{Level: source.Error, Message: "m"}}
	skipped := []source.Notification{{Level: source.Warning, Message: "m"}}
	for _, test := range []struct {
		name    string
		results []Result
		notes   []source.Notification
		gate    Gate
		want    int
	}{
		{name: "nothing"},
		{name: "an error", results: []Result{fail(Error)}, want: 1},
		{name: "a warning fails by default", results: []Result{fail(Warning)}, want: 1},
		{name: "a note does not", results: []Result{fail(Note)}},
		{name: "unless asked", results: []Result{fail(Note)}, gate: Gate{FailOn: Note}, want: 1},
		{name: "a warning below the gate", results: []Result{fail(Warning)}, gate: Gate{FailOn: Error}},
		{name: "never", results: []Result{fail(Error)}, gate: Gate{Never: true}},
		{name: "open", results: []Result{open}},
		{name: "open, verification required", results: []Result{open}, gate: Gate{RequireVerified: true}, want: 1},
		{name: "open of a level below the gate", results: []Result{open}, gate: Gate{RequireVerified: true, FailOn: Error}},
		{name: "unread", notes: trouble, want: 2},
		{name: "skipped", notes: skipped},
		{name: "findings beat unread", results: []Result{fail(Error)}, notes: trouble, want: 1},
		{name: "exit zero", results: []Result{fail(Error)}, notes: trouble, gate: Gate{ExitZero: true}},
		{name: "exit zero does not hide what is unread", notes: trouble, gate: Gate{ExitZero: true}, want: 2},
		{name: "never does not hide what is unread", results: []Result{fail(Error)}, notes: trouble, gate: Gate{Never: true}, want: 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			rep := Run([]Rule{ruleFor("DPL101", "x", Warning, test.results...)}, []*deploy.Site{{}}, Options{Notifications: test.notes})
			if got := rep.Status(test.gate); got != test.want {
				t.Errorf("status %d, want %d", got, test.want)
			}
		})
	}
}

func TestFingerprint(t *testing.T) {
	f := source.NewFile("deploy/site.conf", "one\ntwo\nthree\n")
	at := func(line int, kind func(Placed, string, ...any) Result) Result {
		return kind(f.LineSpan(line), "x").About("s")
	}
	rep := Run([]Rule{ruleFor("DPL501", "x", Error, at(3, Fail), at(2, Fail), at(1, Pass))}, []*deploy.Site{{}}, Options{})
	var got []string
	for _, r := range rep.Results {
		got = append(got, fmt.Sprintf("%d %s", r.Span.From().Line, r.Fingerprint))
	}
	// printf 'v1\0DPL501\0deploy/site.conf\0s' | sha256sum | cut -c1-32
	const id = "38ea075d71ecf1dbaf1e4d26c865fb3f"
	want := []string{"1 " + id + ":3", "2 " + id + ":1", "3 " + id + ":2"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("fingerprints (-want +got):\n%s", diff)
	}
}

func TestCheckPatterns(t *testing.T) {
	rules := []Rule{{ID: "DPL101", Name: "debug-enabled"}, {ID: "DPL501", Name: "static-path-mismatch"}}
	for pattern, want := range map[string]string{
		"DPL": "", "DPL1": "", "dpl501": "", "debug-enabled": "",
		"DPL9":         `no rule matches "DPL9"`,
		"debug-enable": `no rule matches "debug-enable", did you mean debug-enabled?`,
		"":             `no rule matches ""`,
	} {
		got := ""
		if err := CheckPatterns(rules, []string{pattern}); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("CheckPatterns(%q) = %q, want %q", pattern, got, want)
		}
	}
}

func TestValidate(t *testing.T) {
	good := Rule{
		ID: "DPL101", Name: "debug-enabled", Summary: "DEBUG is on", Help: "set DEBUG to False", Level: Error, Since: "0.1",
		Tags: []string{"security", "cwe-489"}, Django: []string{"security.W018"}, Links: []string{"https://docs.djangoproject.com/"},
		Check: OfSite(func(*deploy.Site) Answer { return nil }),
	}
	if err := Validate([]Rule{good}); err != nil {
		t.Errorf("a good rule: %v", err)
	}
	for _, test := range []struct {
		want  string
		spoil func(*Rule)
	}{
		{"the id is not", func(r *Rule) { r.ID = "DP101" }},
		{"kebab case", func(r *Rule) { r.Name = "debugEnabled" }},
		{"the summary is empty", func(r *Rule) { r.Summary = "" }},
		{"the summary ends with a full stop", func(r *Rule) { r.Summary = "x." }},
		{"the help is not one line", func(r *Rule) { r.Help = "a\nb" }},
		{"the level is not set", func(r *Rule) { r.Level = RuleLevel }},
		{"since", func(r *Rule) { r.Since = "" }},
		{"a rule has a check", func(r *Rule) { r.Check = nil }},
		{"a meta rule has none", func(r *Rule) { r.ID = "DPL001" }},
		{"the tag", func(r *Rule) { r.Tags = []string{"CWE-1"} }},
		{"Django check", func(r *Rule) { r.Django = []string{"W018"} }},
		{"is not https", func(r *Rule) { r.Links = []string{"http://x"} }},
	} {
		bad := good
		test.spoil(&bad)
		if err := Validate([]Rule{bad}); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("want an error with %q, got %v", test.want, err)
		}
	}
	if err := Validate([]Rule{good, good}); err == nil || !strings.Contains(err.Error(), "the id is taken") || !strings.Contains(err.Error(), "the name is taken") {
		t.Errorf("two equal rules: %v", err)
	}
}
