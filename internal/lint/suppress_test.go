package lint

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/source"
)

// TestSuppress puts a finding of DPL101 on the line of each "HERE", and asks which are suppressed.
func TestSuppress(t *testing.T) {
	const good = "deploylint: ignore[DPL101] -- because"
	for _, test := range []struct {
		name, path, text string
		want             []string // "line" for a live finding, "line suppressed", or what a meta rule says
	}{
		{"trailing in Python", "a.py", "HERE = 1  # " + good + "\nHERE = 2\n", []string{"1 suppressed", "2"}},
		{"above in Python", "a.py", "# " + good + "\n\n# more\nHERE = 1\nHERE = 2\n", []string{"4 suppressed", "5"}},
		{"on any line of the statement", "a.py", "X = [\n    HERE,\n    2,  # " + good + "\n]\nHERE\n", []string{"2 suppressed", "5"}},
		{"behind a triple-quoted string", "a.py", "X = (\"\"\"\n# " + good + "\nHERE\n\"\"\")  # " + good + "\n", []string{"3 suppressed"}},
		{"in a string it is none", "a.py", "HERE = '''\n# " + good + "\n'''\n", []string{"1"}},
		{"behind a backslash", "a.py", "HERE = 1 + \\\n    2  # " + good + "\n", []string{"1 suppressed"}},
		{
			"not beyond a compound header", "a.py", "if x:  # " + good + "\n    HERE = 1\n",
			[]string{"1 DPL002 DPL101 is suppressed here, but there is no such finding here", "2"},
		},
		{"behind another tool's comment", "a.py", "HERE = 1  # noqa: S105  # " + good + "\n", []string{"1 suppressed"}},
		{"trailing in nginx", "site.conf", "server {\n    HERE a;  # " + good + "\n    HERE b;\n}\n", []string{"2 suppressed", "3"}},
		{"over an nginx block", "site.conf", "server {  # " + good + "\n    HERE a;\n    location / {\n        HERE b;\n    }\n}\nHERE c;\n", []string{"2 suppressed", "4 suppressed", "7"}},
		{"above an nginx block", "site.conf", "# " + good + "\nlocation /{{ x }}/ {\n    HERE a;\n}\nHERE c;\n", []string{"3 suppressed", "5"}},
		{"a directive of several lines", "site.conf", "HERE a\n  b\n  c; # " + good + "\n", []string{"1 suppressed"}},
		{"a quoted mark in nginx", "site.conf", "HERE \"# " + good + "\";\n", []string{"1"}},
		{"supervisor, trailing", "web.conf", "[program:web]\ncommand=HERE ; " + good + "\nuser=HERE\n", []string{"2 suppressed", "3"}},
		{"supervisor, over the section", "web.conf", "; " + good + "\n[program:web]\ncommand=HERE\n[program:b]\ncommand=HERE\n", []string{"3 suppressed", "5"}},
		{"supervisor, on an indented line", "web.conf", "[program:web]\nenvironment=A=1,\n  B=HERE,\n  C=1 ; " + good + "\nx=HERE\n", []string{"3 suppressed", "5"}},
		{"YAML", "compose.yml", "web:\n  ports: HERE  # " + good + "\n  it's: HERE # " + good + "\n", []string{"2 suppressed", "3 suppressed"}},
		{"a YAML string", "compose.yml", "web: \"HERE # " + good + "\"\n", []string{"1"}},
		{"shell", "run.sh", "HERE a \\\n  b # " + good + "\nHERE\n", []string{"1 suppressed", "3"}},
		{"TOML", "pyproject.toml", "x = [\n  \"HERE\", # " + good + "\n]\n", []string{"2 suppressed"}},
		{"env file, above", ".env.production", "# " + good + "\nKEY=HERE\n", []string{"2 suppressed"}},
		{"env file, trailing is a value", ".env", "KEY=HERE # " + good + "\n", []string{"1"}},
		{"Dockerfile, above", "Dockerfile", "# " + good + "\nRUN a \\\n  HERE\nRUN HERE\n", []string{"3 suppressed", "4"}},
		{"Dockerfile, trailing is an argument", "Dockerfile", "RUN HERE # " + good + "\n", []string{"1"}},
		{"systemd, above", "web.service", "[Service]\n# " + good + "\nExecStart=HERE\nUser=HERE # " + good + "\n", []string{"3 suppressed", "4"}},
		{"Windows line ends", "a.py", "HERE = 1  # " + good + "\r\nHERE = 2\r\n", []string{"1 suppressed", "2"}},
		{
			"several rules", "a.py", "HERE = 1  # deploylint: ignore[DPL102, DPL101] -- because\n",
			[]string{"1 suppressed", "1 DPL002 DPL102 is suppressed here, but there is no such finding here"},
		},
		{
			"no reason", "a.py", "HERE = 1  # deploylint: ignore[DPL101]\n",
			[]string{"1", "1 DPL001 this suppression has no reason: write `deploylint: ignore[DPL101] -- the reason`"},
		},
		{
			"an empty reason", "a.py", "HERE = 1  # deploylint: ignore[DPL101] --  \n",
			[]string{"1", "1 DPL001 this suppression has no reason: write `deploylint: ignore[DPL101] -- the reason`"},
		},
		{
			"no rule", "a.py", "HERE = 1  # deploylint: ignore -- all\n",
			[]string{"1", "1 DPL001 this suppression names no rule: write `deploylint: ignore[DPL101] -- the reason`"},
		},
		{
			"another word", "a.py", "HERE = 1  # deploylint: disable\n",
			[]string{"1", "1 DPL001 this is no suppression: write `deploylint: ignore[DPL101] -- the reason`"},
		},
		{
			"unknown id beside a known one", "a.py", "HERE = 1  # deploylint: ignore[DPL101,DPL100] -- because\n",
			[]string{"1 suppressed", "1 DPL001 DPL100 is not the id of a rule, did you mean DPL101?"},
		},
		{
			"a name instead of an id", "a.py", "HERE = 1  # deploylint: ignore[other-rule] -- because\n",
			[]string{"1", "1 DPL001 other-rule is not the id of a rule, did you mean DPL102?"},
		},
		{"prose is none", "a.py", "HERE = 1  # see deploylint: it ignores[DPL101] -- this\n", []string{"1"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := source.NewFile(test.path, test.text)
			rep := Run(suppressionRules(f), []*deploy.Site{{}}, Options{Files: []*source.File{f}})
			if diff := cmp.Diff(test.want, outcome(rep)); diff != "" {
				t.Errorf("results (-want +got):\n%s", diff)
			}
		})
	}
}

// suppressionRules are the meta rules, one that finds every HERE, and one that finds nothing.
func suppressionRules(f *source.File) []Rule {
	return []Rule{
		{ID: MalformedSuppression, Name: "malformed", Level: Warning},
		{ID: UnusedSuppression, Name: "unused", Level: Warning},
		ruleFor("DPL102", "other-rule", Error),
		{ID: "DPL101", Name: "here", Level: Error, Check: OfSite(func(*deploy.Site) Answer {
			var results []Result
			for at := 0; ; at += len("HERE") {
				n := strings.Index(f.Text[at:], "HERE")
				if n < 0 {
					return Results(results)
				}
				at += n
				results = append(results, Fail(f.Span(at, at+len("HERE")), "here").About("here"))
			}
		})},
	}
}

func outcome(rep *Report) []string {
	var out []string
	for _, r := range rep.Results {
		s := string(rune('0' + r.Span.From().Line))
		switch {
		case r.Rule.Meta():
			s += " " + r.Rule.ID + " " + r.Message
		case r.Suppressed != nil:
			s += " suppressed"
		}
		out = append(out, s)
	}
	return out
}

func TestSuppressAtRelatedPlace(t *testing.T) {
	settings := source.NewFile("settings.py", "STATIC_ROOT = 1  # deploylint: ignore[DPL501] -- served elsewhere\n")
	site := source.NewFile("site.conf", "alias /srv;\n")
	rule := ruleFor("DPL501", "x", Error, Fail(site.LineSpan(1), "x").About("s").With(settings.Span(0, 11), "set here"))
	rep := Run([]Rule{rule}, []*deploy.Site{{}}, Options{})
	if diff := cmp.Diff([]string{"site.conf:1:1 fail error DPL501 s suppressed inline (served elsewhere)"}, lines(rep)); diff != "" {
		t.Errorf("results (-want +got):\n%s", diff)
	}
	rep = Run([]Rule{rule}, []*deploy.Site{{}}, Options{NoInlineIgnores: true})
	if diff := cmp.Diff([]string{"site.conf:1:1 fail error DPL501 s"}, lines(rep)); diff != "" {
		t.Errorf("results without inline suppressions (-want +got):\n%s", diff)
	}
}

func TestUnusedOnlyForRulesThatWereAsked(t *testing.T) {
	f := source.NewFile("a.py", "x = 1  # deploylint: ignore[DPL101] -- because\n")
	rep := Run(suppressionRules(f), []*deploy.Site{{}}, Options{Files: []*source.File{f}, Ignore: []string{"DPL101"}})
	if len(rep.Results) > 0 {
		t.Errorf("a suppression of a rule that was not asked is called unused: %v", lines(rep))
	}
}

func FuzzLayout(f *testing.F) {
	f.Add("a.py", "x = '''\n# deploylint: ignore[DPL101] -- x\n'''\n")
	f.Add("site.conf", "server { a \"b\" ; # c\n}")
	f.Add("web.conf", "[a]\nb=c ; d\n  e")
	f.Add("0", "\\\n #")
	f.Add("run.sh", "a \\\n b # c")
	f.Fuzz(func(t *testing.T, path, text string) {
		file := source.NewFile(path, text)
		l := layoutOf(file)
		for _, c := range l.comments {
			if c.span.From().Line != c.line || c.span.End > len(text) {
				t.Errorf("a comment at line %d has span %v", c.line, c.span.From())
			}
			directive(c.span)
		}
		for _, s := range l.statements {
			if s.first < 1 || s.last < s.first || s.last > file.LineCount() {
				t.Errorf("a statement goes over lines %v of %d", s, file.LineCount())
			}
		}
	})
}
