package ini

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/cputime"
	"deploylint/internal/source"
)

// checkTree fails the test where a span does not hold what it stands for.
func checkTree(t *testing.T, tree *Tree) {
	t.Helper()
	at := 0
	for _, s := range tree.Sections {
		if s.Span.Start < at {
			t.Errorf("section %q begins before the one ahead of it ends", s.Name)
		}
		at = s.Span.End
		if !s.Header.IsZero() && tree.Dialect != Unit && s.Header.Text() != "["+s.Name+"]" {
			t.Errorf("header %q of section %q", s.Header.Text(), s.Name)
		}
		for _, o := range s.Options {
			if o.Span.Start < s.Span.Start || o.Span.End > s.Span.End || o.Value.Span.Start < o.NameSpan.End || o.Value.Span.End > o.Span.End {
				t.Errorf("spans of %q do not nest: section %v, option %v, value %v", o.Name, s.Span, o.Span, o.Value.Span)
			}
			checkValue(t, o.Value)
		}
	}
	for _, c := range tree.Comments {
		if text := c.Span.Text(); text == "" || text[0] != '#' && text[0] != ';' {
			t.Errorf("comment %q", text)
		}
	}
}

func checkValue(t *testing.T, v Value) {
	t.Helper()
	var text strings.Builder
	for _, p := range v.Pieces {
		if p.Verbatim && p.Span.Text() != p.Text {
			t.Errorf("piece %q stands as %q", p.Text, p.Span.Text())
		}
		text.WriteString(p.Text)
	}
	if text.String() != v.Text {
		t.Errorf("the pieces make %q, the text is %q", text.String(), v.Text)
	}
	for _, h := range v.Holes {
		if h.Start < 0 || h.End > len(v.Text) || h.Start > h.End {
			t.Errorf("hole %+v in %q", h, v.Text)
		}
	}
	step := 1 + len(v.Text)/32
	for i := 0; i <= len(v.Text); i += step {
		for j := i; j <= len(v.Text); j += step {
			if s := v.SpanOf(i, j); s.Start < v.Span.Start || s.End > v.Span.End {
				t.Errorf("SpanOf(%d, %d) of %q is outside", i, j, v.Text)
			}
		}
	}
}

func TestPositions(t *testing.T) {
	const text = `; the site
[program:web] # c
command = gunicorn shop.wsgi ; serve
environment =
    A="1",
    ; between
    B="%(here)s/é" # end
user: www
`
	tree := Parse(source.NewFile("web.conf", text))
	checkTree(t, tree)
	o, ok := tree.Get("program:web", "environment")
	if !ok {
		t.Fatal("no environment")
	}
	if want := "\nA=\"1\",\nB=\"%(here)s/é\""; o.Value.Text != want {
		t.Fatalf("value %q, want %q", o.Value.Text, want)
	}
	assignments, _, err := SplitEnvironment(o.Value.Text)
	if err != nil {
		t.Fatal(err)
	}
	type place struct {
		Key, Value   string
		Line, Column int
	}
	var got []place
	for _, a := range assignments {
		at := o.Value.SpanOf(a.ValueStart, a.ValueEnd)
		got = append(got, place{o.Value.SpanOf(a.KeyStart, a.KeyEnd).Text(), at.Text(), at.From().Line, at.From().Column})
	}
	want := []place{{"A", `"1"`, 5, 7}, {"B", `"%(here)s/é"`, 7, 7}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	var comments []string
	for _, c := range tree.Comments {
		comments = append(comments, c.Text())
	}
	if diff := cmp.Diff([]string{"the site", "c", "serve", "between", "end"}, comments); diff != "" {
		t.Error(diff)
	}
}

func TestExpandedValueKnowsItsPlace(t *testing.T) {
	f := source.NewFile("web.conf", "[program:web]\ncommand=%(here)s/bin/run\n  --n %(process_num)02d 50%% {{ x }}\n")
	o, _ := Parse(f).Get("program:web", "command")
	v, unknown, err := o.Value.Expand(table)
	if err != nil || len(unknown) > 0 {
		t.Fatal(unknown, err)
	}
	if want := "/etc/supervisor/bin/run\n--n 07 50% {{ x }}"; v.Text != want {
		t.Fatalf("got %q, want %q", v.Text, want)
	}
	checkValue(t, v)
	words, err := SplitCommand(v.Text)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, w := range words {
		got = append(got, v.SpanOf(w.Start, w.End).Text())
	}
	if diff := cmp.Diff([]string{"%(here)s/bin/run", "--n", "%(process_num)02d", "50%%", "{{", "x", "}}"}, got); diff != "" {
		t.Error(diff)
	}
	if len(v.Holes) != 1 || v.Text[v.Holes[0].Start:v.Holes[0].End] != "{{ x }}" {
		t.Errorf("holes %+v", v.Holes)
	}
}

func TestDuplicatesStayVisible(t *testing.T) {
	tree := Parse(source.NewFile("a.conf", "[a]\nx=1\nX=2\n[b]\n[a]\nx=3\n"))
	if n := len(tree.Sections); n != 3 {
		t.Errorf("%d sections", n)
	}
	var values []string
	for _, o := range tree.All("a", "x") {
		values = append(values, o.Value.Text)
	}
	if diff := cmp.Diff([]string{"1", "2", "3"}, values); diff != "" {
		t.Error(diff)
	}
}

func TestMerge(t *testing.T) {
	first := Parse(source.NewFile("supervisord.conf", "[supervisord]\nloglevel=info\n[program:a]\nuser=x\n"))
	second := Parse(source.NewFile("conf.d/a.conf", "[program:a]\ncommand=run\n[supervisord]\nloglevel=debug\n"))
	tree := Merge(first, second)
	for _, c := range []struct{ section, option, value, path string }{
		{"supervisord", "loglevel", "debug", "conf.d/a.conf"},
		{"program:a", "user", "x", "supervisord.conf"},
		{"program:a", "command", "run", "conf.d/a.conf"},
	} {
		o, ok := tree.Get(c.section, c.option)
		if !ok || o.Value.Text != c.value || o.Span.Path() != c.path {
			t.Errorf("%s %s: %+v", c.section, c.option, o)
		}
	}
}

func TestRecovery(t *testing.T) {
	tests := map[string]struct {
		text   string
		issues []IssueKind
		value  string
	}{
		"byte order mark":     {"\ufeff[a]\nx=1\n", []IssueKind{ByteOrderMark}, "1"},
		"bare name":           {"[a]\nbare\nx=1\n", []IssueKind{NoDelimiter}, "1"},
		"before the header":   {"y=0\nz=0\n[a]\nx=1\n", []IssueKind{NoHeader}, "1"},
		"words before header": {"one\ntwo\n[a]\nx=1\n", []IssueKind{NoHeader}, "1"},
		"nul":                 {"[a]\nx=1\ny=\x00\n", []IssueKind{NotText}, "1"},
		"latin-1":             {"[a]\nx=1\ny=\xe9\n", []IssueKind{NotText}, "1"},
		"template lines":      {"{% if a == b %}\n[a]\nx=1\n{# z #}\n<% end %>\n{% endif %}\n", nil, "1"},
	}
	for name, c := range tests {
		t.Run(name, func(t *testing.T) {
			tree := Parse(source.NewFile("x.conf", c.text))
			checkTree(t, tree)
			var kinds []IssueKind
			for _, i := range tree.Issues {
				kinds = append(kinds, i.Kind)
			}
			if diff := cmp.Diff(c.issues, kinds); diff != "" {
				t.Error(diff)
			}
			if o, ok := tree.Get("a", "x"); !ok || o.Value.Text != c.value {
				t.Errorf("x is %+v", o)
			}
		})
	}
	big := Parse(source.NewFile("x.conf", strings.Repeat("[a]\n", MaxSize)))
	if len(big.Issues) != 1 || big.Issues[0].Kind != TooBig || big.Sections != nil {
		t.Errorf("a file over the limit: %d issues, %d sections", len(big.Issues), len(big.Sections))
	}
}

func TestHoles(t *testing.T) {
	tests := map[string][]Hole{
		"{{ user }}/x":             {{Template, 0, 10, "user"}},
		"{{ user | default(1) }}":  {{Template, 0, 23, ""}},
		"<%= @name %>":             {{Template, 0, 12, "@name"}},
		"a ${PORT} b":              {{Reference, 2, 9, "PORT"}},
		"/srv/__PROJECT__/run":     {{Marker, 5, 16, "PROJECT"}},
		"@USER@":                   {{Marker, 0, 6, "USER"}},
		"%(project_root)s/x":       {{Foreign, 0, 16, "project_root"}},
		"%(here)s %(ENV_X)s":       nil,
		"%%(project_root)s":        nil,
		"__init__ a@b.c ADMIN@X@Y": nil,
		"__A____B__":               nil,
		"{{ open":                  nil,
	}
	for text, want := range tests {
		if diff := cmp.Diff(want, holes(text)); diff != "" {
			t.Errorf("%q:\n%s", text, diff)
		}
	}
	if (Value{Holes: []Hole{{Kind: Reference}}}).Hole() {
		t.Error("a shell's reference leaves the text as it is")
	}
	tree := Parse(source.NewFile("x.j2", "[program:{{ app }}]\ncommand={{ venv }}/bin/gunicorn\n"))
	s := tree.Sections[0]
	if len(s.Holes) != 1 || !s.Options[0].Value.Hole() {
		t.Errorf("%+v", s)
	}
}

func TestParseUnit(t *testing.T) {
	const text = "\ufeff# c\n[Unit]\nAfter=a.target\nAfter=b.target\n[Service]\nExecStart=/bin/run \\\n  # not part of it\n  --port 80 # kept \\\\\n" +
		"Environment=\"A=1 2\" B=3 ; x\nbare\n=x\n[Broken\nUser=www\r\n"
	tree := ParseUnit(source.NewFile("web.service", text))
	checkTree(t, tree)
	get := func(section, option string) string {
		o, _ := tree.Get(section, option)
		if o == nil {
			return "(none)"
		}
		return o.Value.Text
	}
	got := map[string]string{
		"exec": get("Service", "ExecStart"), "env": get("Service", "Environment"), "user": get("Service", "User"), "case": get("Service", "user"),
	}
	want := map[string]string{"exec": `/bin/run    --port 80 # kept \\`, "env": `"A=1 2" B=3 ; x`, "user": "www", "case": "(none)"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if all := tree.All("Unit", "After"); len(all) != 2 {
		t.Errorf("%d times After", len(all))
	}
	var kinds []IssueKind
	for _, i := range tree.Issues {
		kinds = append(kinds, i.Kind)
	}
	if diff := cmp.Diff([]IssueKind{NoDelimiter, NoName, BadHeader}, kinds); diff != "" {
		t.Error(diff)
	}
	o, _ := tree.Get("Service", "ExecStart")
	if at := strings.Index(o.Value.Text, "80"); o.Value.SpanOf(at, at+2).From() != (source.Position{Line: 8, Column: 10}) {
		t.Errorf("80 stands at %v", o.Value.SpanOf(at, at+2).From())
	}
}

func TestOtherDialects(t *testing.T) {
	uwsgi := ParseAs(source.NewFile("uwsgi.ini", "[uwsgi]\nmaster\nharakiri = 30 ; s\nenv = A=1\nenv = B=2\n  http=:80\n"), UWSGI)
	checkTree(t, uwsgi)
	if o, ok := uwsgi.Get("uwsgi", "master"); !ok || !o.Bare {
		t.Error("master is an option")
	}
	if o, _ := uwsgi.Get("uwsgi", "harakiri"); o.Value.Text != "30 ; s" {
		t.Errorf("harakiri is %q", o.Value.Text)
	}
	if n := len(uwsgi.All("uwsgi", "env")); n != 2 {
		t.Errorf("%d times env", n)
	}
	tox := ParseAs(source.NewFile("tox.ini", "[DEFAULT]\na=1\n[tox]\nenvlist =\n    py311 # kept\n# gone\n    py312\nEnvlist=x\n[tox]\n"), ConfigParser)
	checkTree(t, tox)
	if all := tox.All("tox", "envlist"); len(all) != 2 || all[0].Value.Text != "\npy311 # kept\npy312" {
		t.Errorf("%+v", all)
	}
	if o, ok := tox.Get("tox", "a"); !ok || o.Value.Text != "1" {
		t.Error("DEFAULT counts")
	}
	if len(tox.Issues) != 2 || tox.Issues[0].Kind != DuplicateOption || tox.Issues[1].Kind != DuplicateSection {
		t.Errorf("%+v", tox.Issues)
	}
}

func TestEnvironmentLosses(t *testing.T) {
	tests := map[string]string{
		"A=a b":           "b",
		"A=$HOME":         "HOME",
		"A=val#foo,B=2":   "#foo,B=2",
		`A="v#oo",B="x"`:  "",
		"A=http://x/y?z=": "?",
	}
	for text, want := range tests {
		_, losses, _ := SplitEnvironment(text)
		got := ""
		for _, l := range losses {
			got += text[l.Start:l.End]
		}
		if got != want {
			t.Errorf("%q loses %q, want %q", text, got, want)
		}
	}
}

// TestHostileInput has some seconds for texts that quadratic code would take minutes over.
func TestHostileInput(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	for _, unit := range []string{"{{", "%(", "__A", "${", "[a]\n", "a=\n", "\n ", "a;#", "%%", "@A"} {
		text := "[x]\ny=" + strings.Repeat(unit, MaxSize/len(unit)-8)
		began := cputime.Spent()
		for _, d := range []Dialect{Supervisor, ConfigParser, Unit, UWSGI} {
			tree := ParseAs(source.NewFile("x", text), d)
			for _, name := range tree.Names() {
				for _, o := range tree.Effective(name) {
					if _, _, err := o.Value.Expand(table); err != nil {
						continue
					}
					o.Value.SpanOf(0, len(o.Value.Text))
				}
			}
		}
		if took := cputime.Spent() - began; took > 10*time.Second {
			t.Errorf("%q takes %v", unit, took)
		}
	}
}

func TestKnown(t *testing.T) {
	tests := []struct {
		section, option string
		known           bool
		kind            Type
	}{
		{"program:web", "command", true, Command},
		{"program:web", "comand", false, Text},
		{"program:web", "stderr_logfile_maxbytes", true, Bytes},
		{"eventlistener:x", "events", true, List},
		{"fcgi-program:x", "socket_mode", true, Octal},
		{"supervisord", "minfds", true, Int},
		{"unix_http_server:two", "chmod", true, Octal},
		{"rpcinterface:supervisor", "anything", true, Text},
		{"DEFAULT", "user", true, User},
		{"DEFAULT", "nothing", false, Text},
		{"Program:web", "command", false, Text},
		{"nginx", "command", false, Text},
	}
	for _, c := range tests {
		s, known := Known(c.section, c.option)
		if known != c.known || s.Type != c.kind {
			t.Errorf("Known(%q, %q) = %+v, %v", c.section, c.option, s, known)
		}
	}
	for section, want := range map[string]bool{
		"program:x": true, "program": false, "program:": false, "Program:x": false, "supervisord": true, "supervisord:x": false,
		"inet_http_server": true, "inet_http_server:a": true, "include": true, "programs:x": false,
	} {
		if KnownSection(section) != want {
			t.Errorf("KnownSection(%q) is not %v", section, want)
		}
	}
	for _, kind := range SectionKinds() {
		for _, s := range Settings(kind) {
			if s.Default != "" && !strings.Contains(s.Default, "%") {
				if err := Check(s.Type, s.Default); err != nil {
					t.Errorf("[%s] %s: the default %q is not valid: %v", kind, s.Name, s.Default, err)
				}
			}
		}
	}
	if err := Check(Bytes, "10M"); err == nil {
		t.Error("10M is refused")
	}
}

func FuzzParse(f *testing.F) {
	f.Add("[a]\nb = c ; d\n  e\n[a]\nb")
	f.Add("\ufeff[x\n=1\n{{ a }}\n<% x %>\r\n%(here)s=%(x)03d")
	f.Add("[Unit]\nA=b \\\n# c\n  d\n\\")
	f.Add("[program:x]\nenvironment=A=\"1\",B=$x #y\ncommand=sh -c 'a b' \\")
	f.Fuzz(func(t *testing.T, text string) {
		for _, d := range []Dialect{Supervisor, ConfigParser, Unit, UWSGI} {
			tree := ParseAs(source.NewFile("x", text), d)
			checkTree(t, tree)
			for _, s := range tree.Sections {
				for _, o := range s.Options {
					if v, _, err := o.Value.Expand(table); err == nil {
						checkValue(t, v)
					}
					words, _ := SplitCommand(o.Value.Text)
					for _, w := range words {
						o.Value.SpanOf(w.Start, w.End)
					}
					if _, _, err := SplitEnvironment(o.Value.Text); err != nil {
						continue
					}
				}
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	text := strings.Repeat("[program:web]\ncommand = %(here)s/bin/gunicorn shop.wsgi ; serve\nenvironment =\n    A=\"1\",\n    B=\"2\" # end\nuser=www\n\n", 50)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Parse(source.NewFile("x.conf", text))
	}
}
