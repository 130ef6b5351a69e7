package dotenv

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/cputime"
	"deploylint/internal/source"
)

func TestStatements(t *testing.T) {
	const text = "# c\nexport KEY=\"a b\" # note\n  B: 'x' C=1\nD=e f #g\nno value\nKEY=2\nBad-Key=\"secret\"\nE=\"open\nF=\n"
	f := Parse(source.NewFile(".env", text))
	type statement struct {
		Key, Value, Raw, Span string
		Line                  int
		Quote, Delimiter      string
		Export, Rep, Over     bool
	}
	var got []statement
	for _, s := range f.Statements {
		quote := ""
		if s.Quote != 0 {
			quote = string(s.Quote)
		}
		if !s.Known || s.KeySpan.Text() != s.Key || s.ValueSpan.Text() != s.Raw {
			t.Errorf("%+v", s)
		}
		got = append(got, statement{s.Key, s.Value, s.Raw, s.Span.Text(), s.Span.From().Line, quote, string(s.Delimiter), s.Export, s.Repeats, s.Overridden})
	}
	want := []statement{
		{"KEY", "a b", `"a b"`, `export KEY="a b"`, 2, `"`, "=", true, false, true},
		{"B", "x", "'x'", "B: 'x'", 3, "'", ":", false, false, false},
		{"C", "1", "1", "C=1", 3, "", "=", false, false, false},
		{"D", "e f", "e f", "D=e f", 4, "", "=", false, false, false},
		{"KEY", "2", "2", "KEY=2", 6, "", "=", false, true, false},
		{"F", "", "", "F=", 9, "", "=", false, false, false},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	var issues []string
	for _, i := range f.Issues {
		issues = append(issues, fmt.Sprint(i.Span.From().Line, " ", i.Kind, " ", i.Message))
		if strings.Contains(i.Message, "secret") {
			t.Error("a message quotes a value")
		}
	}
	wantIssues := []string{
		fmt.Sprint(5, " ", NoValue, " the line has no value"),
		fmt.Sprint(7, " ", BadName, " the name is not one that a variable can have"),
		fmt.Sprint(8, " ", Unterminated, " the quote is not closed"),
	}
	if diff := cmp.Diff(wantIssues, issues); diff != "" {
		t.Error(diff)
	}
}

// TestFileIssues holds what is wrong with files as a whole.
func TestFileIssues(t *testing.T) {
	tests := map[string]struct {
		text       string
		issues     []IssueKind
		statements int
		readable   bool
	}{
		"byte order mark": {"\ufeffA=1\n", []IssueKind{ByteOrderMark}, 1, true},
		"utf-16":          {"\xff\xfeA\x00=\x001\x00", []IssueKind{NotText}, 0, false},
		"utf-16 be":       {"\xfe\xff\x00A", []IssueKind{NotText}, 0, false},
		"latin-1":         {"A=\xe9\n", []IssueKind{NotText}, 1, false},
		"nul":             {"A=\x00\n", []IssueKind{NotText}, 1, true},
		"too big":         {strings.Repeat("A=1\n", MaxSize), []IssueKind{TooBig}, 0, false},
		"windows":         {"A=1\r\nB='2'\r\n", nil, 2, true},
	}
	for name, c := range tests {
		t.Run(name, func(t *testing.T) {
			f := Parse(source.NewFile(".env", c.text))
			var kinds []IssueKind
			for _, i := range f.Issues {
				kinds = append(kinds, i.Kind)
			}
			if diff := cmp.Diff(c.issues, kinds); diff != "" {
				t.Error(diff)
			}
			if len(f.Statements) != c.statements {
				t.Errorf("%d statements", len(f.Statements))
			}
			if r := f.Read(PythonDotenv, nil, false); (r.Refusal == nil) != c.readable {
				t.Errorf("refusal %+v", r.Refusal)
			}
			if f.CRLF != (name == "windows") {
				t.Error("CRLF")
			}
		})
	}
}

// TestDialects holds one row per kind of line and one column per reader that cannot be recorded here. "-" is dropped,
// "!" refused, "?" not known.
func TestDialects(t *testing.T) {
	tests := []struct{ text, systemd, foreman, bash string }{
		{"A=1", "1", "1", "1"},
		{"export A=1", "-", "-", "1"},
		{"A = 1", "1", "-", "-"},
		{"A= 1", "1", " 1", "-"},
		{"  A=1", "1", "-", "1"},
		{"A=1  ", "1", "1  ", "1"},
		{`A="x y"`, "x y", "x y", "x y"},
		{"A=x y", "x y", "x y", "-"},
		{"A=1 # c", "1 # c", "1 # c", "1"},
		{`A="1" # c`, "1# c", `"1" # c`, "1"},
		{`A="a\nb"`, `a\nb`, "a\nb", `a\nb`},
		{`A=a\nb`, "anb", `a\nb`, "anb"},
		{`A="say \"hi\""`, `say "hi"`, `say "hi"`, `say "hi"`},
		{`A='a\'b'`, `a\b'`, `a\'b`, "!"},
		{"B=2\nA=x${B}y", "x${B}y", "x${B}y", "x2y"},
		{"A='x$B'", "x$B", "x$B", "x$B"},
		{"A=a$$b", "a$$b", "a$$b", "?"},
		{"A=$(echo hi)", "$(echo hi)", "$(echo hi)", "?"},
		{"A=`hostname`", "`hostname`", "`hostname`", "?"},
		{"A=django-insecure-k$1#)x&(z", "django-insecure-k$1#)x&(z", "django-insecure-k$1#)x&(z", "!"},
		{"A=a\\\nb", "ab", `a\`, "ab"},
		{"A=${N:-d}", "${N:-d}", "${N:-d}", "d"},
		{"A=${N}", "${N}", "${N}", "?"},
		{"A=http://h/?x=1&y=2", "http://h/?x=1&y=2", "http://h/?x=1&y=2", "-"},
		{"; A=0\nA=1", "1", "1", "!"},
		{"A=1\r\nB=2\r\n", "1", "1", "1\r"},
		{"A-B=1", "(none)", "(none)", "(none)"},
		{`A="open`, "open", `"open`, "!"},
	}
	for _, c := range tests {
		f := Parse(source.NewFile(".env", c.text))
		got := []string{shown(f.Read(Systemd, nil, false)), shown(f.Read(Foreman, nil, false)), shown(f.Read(Bash, nil, false))}
		if diff := cmp.Diff([]string{c.systemd, c.foreman, c.bash}, got); diff != "" {
			t.Errorf("%q: (-want +got, systemd, foreman, bash)\n%s", c.text, diff)
		}
	}
}

// shown tells what became of A.
func shown(r Reading) string {
	found := "(none)"
	for _, e := range r.Entries {
		switch {
		case e.Key != "A":
		case e.Dropped != "":
			found = "-"
		case !e.Known:
			found = "?"
		default:
			return e.Text
		}
	}
	if strings.Contains(found, "none") && r.Refusal != nil {
		return "!"
	}
	for _, e := range r.Entries {
		if strings.HasSuffix(e.Key, " A") && e.Dropped != "" {
			return "-"
		}
	}
	return found
}

func TestBashExports(t *testing.T) {
	const text = `A=1
export B=2
C=3
export C D
set -a
E=5
set +a
F=6
declare -x G=7
if [ -f x ]; then export H=8; fi
( export I=9 )
export J=10; unset J
B="$B+"
K=1 run --it
K =1
export L=$(cat secret)
export M=~/x
export N="$OUTER/$E"
export O=$MISSING
[ -n "$X" ] && export P=1
A=2 && export Q=$A
export R=${R:-fallback}
set -o allexport
S=$'a\tb'
T=(1 2)
`
	f := Parse(source.NewFile(".envrc", text))
	r := f.Read(Bash, outer, false)
	if r.Refusal != nil {
		t.Fatal(r.Refusal)
	}
	got := map[string]string{}
	for _, e := range r.Entries {
		state := ""
		switch {
		case e.Dropped != "":
			state = "dropped"
		case !e.Known:
			state = "unknown"
		default:
			state = "=" + e.Text
		}
		if e.Exported && e.Dropped == "" {
			state += " exported"
		}
		got[e.Key] = state
	}
	want := map[string]string{
		"A": "=2", "B": "=2+ exported", "C": "=3 exported", "E": "=5 exported", "F": "=6", "G": "=7 exported", "H": "unknown exported",
		"I": "dropped", "J": "dropped", "K": "dropped", "L": "unknown exported", "M": "unknown exported", "N": "=outer value/5 exported",
		"O": "= exported", "P": "unknown exported", "Q": "=2 exported", "R": "=fallback exported", "S": "=a\\tb exported", "T": "unknown exported",
	}
	want["S"] = "unknown exported"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	open, _ := f.Read(Bash, nil, false).Get("O")
	if open.Known || len(open.Waits) != 1 || open.Waits[0] != "MISSING" {
		t.Errorf("in an open world: %+v", open)
	}
}

func TestBashStopsAtBadSyntax(t *testing.T) {
	f := Parse(source.NewFile(".env", "A=1\nB=x(y\nC=3\n"))
	r := f.Read(Bash, nil, false)
	if r.Refusal == nil || r.Refusal.Kind != BadSyntax || r.Refusal.Span.From().Line != 2 {
		t.Errorf("refusal %+v", r.Refusal)
	}
	if e, ok := r.Get("A"); !ok || e.Text != "1" {
		t.Error("what stands before is read")
	}
	if _, ok := r.Get("C"); ok {
		t.Error("what stands behind is not")
	}
}

func TestReferences(t *testing.T) {
	f := Parse(source.NewFile(".env", "A=${OUT}\nB=${OUT:-d}\nC=$A\nOUTER=file\nD=${OUTER}\n"))
	r := f.Read(PythonDotenv, nil, false)
	a, _ := r.Get("A")
	if a.Known || len(a.Waits) != 1 || a.Waits[0] != "OUT" || a.Reason.IsZero() {
		t.Errorf("A: %+v", a)
	}
	if b, _ := r.Get("B"); !b.Known || b.Text != "d" {
		t.Errorf("B: %+v", b)
	}
	if c, _ := r.Get("C"); c.Text != "$A" {
		t.Errorf("C: %+v", c)
	}
	for overwrite, want := range map[bool]string{false: "outer value", true: "file"} {
		if d, _ := f.Read(PythonDotenv, outer, overwrite).Get("D"); d.Text != want {
			t.Errorf("D with overwrite %v: %+v", overwrite, d)
		}
	}
	opaque := func(string) (string, Supply) { return "", Opaque }
	if d, _ := f.Read(Compose, opaque, false).Get("D"); d.Known {
		t.Errorf("an opaque variable: %+v", d)
	}
}

// TestHostileInput has some seconds for texts that would otherwise take all memory or minutes.
func TestHostileInput(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	var laughs strings.Builder
	laughs.WriteString("A=" + strings.Repeat("x", 1000) + "\n")
	for i := 'A'; i < 'Z'; i++ {
		fmt.Fprintf(&laughs, "%c=%s\n", i+1, strings.Repeat(fmt.Sprintf("${%c}", i), 10))
	}
	tests := map[string]string{
		"billion laughs": laughs.String(),
		"one name":       strings.Repeat("A=$A\n", MaxSize/6),
		"statements":     strings.Repeat("A=1\n", MaxSize/5),
		"names":          strings.Repeat("A\n", MaxSize/3),
		"quotes":         strings.Repeat("A=\"\\\nB='\\\n", MaxSize/12),
		"references":     "A=1\n" + strings.Repeat("B=${A}${A}${A}\n", MaxSize/16),
		"copies":         "A=" + strings.Repeat("x", 60000) + "\n" + strings.Repeat("B=${A}\n", MaxSize/9),
		"subshells":      strings.Repeat("(", MaxSize-1),
		"substitutions":  "A=" + strings.Repeat("$(", MaxSize/2-2),
		"defaults":       "A=" + strings.Repeat("${B:-", MaxSize/6-2),
		"doubling":       strings.Repeat("A=${A}${A}x\n", MaxSize/14),
	}
	for name, text := range tests {
		t.Run(name, func(t *testing.T) {
			began := cputime.Spent()
			f := Parse(source.NewFile(".env", text))
			for d := Godotenv; d <= Bash; d++ {
				for _, e := range f.Read(d, nil, false).Entries {
					if len(e.Text) > maxValue {
						t.Fatalf("%s: a value of %d bytes", d, len(e.Text))
					}
				}
			}
			if took := cputime.Spent() - began; took > 20*time.Second {
				t.Errorf("it takes %v", took)
			}
		})
	}
	f := Parse(source.NewFile(".env", laughs.String()))
	if s, ok := f.Get("Z"); !ok || s.Known {
		t.Error("what grows too long is unknown")
	}
	if s, ok := f.Get("B"); !ok || !s.Known || len(s.Value) != 10000 {
		t.Error("what does not is known")
	}
}

func TestDjangoEnvironAt(t *testing.T) {
	for version, want := range map[[2]int]Dialect{{0, 4}: DjangoEnviron07, {0, 8}: DjangoEnviron010, {0, 11}: DjangoEnviron011, {0, 12}: DjangoEnviron, {1, 0}: DjangoEnviron} {
		if got := DjangoEnvironAt(version[0], version[1]); got != want {
			t.Errorf("%v: %d", version, got)
		}
	}
}

// checkFile fails the test where a span does not hold what it stands for.
func checkFile(t *testing.T, f *File) {
	t.Helper()
	at := 0
	for _, s := range f.Statements {
		if s.Span.Start < at || s.KeySpan.Text() != s.Key || s.ValueSpan.Start < s.KeySpan.End || s.ValueSpan.End > max(s.Span.End, s.ValueSpan.Start) {
			t.Errorf("statement %+v", s)
		}
		at = s.Span.End
	}
	for d := Godotenv; d <= Bash; d++ {
		r := f.Read(d, outer, false)
		for _, e := range r.Entries {
			// A shell takes an escaped line end out of a name; python-dotenv keeps one inside quotes.
			name := e.KeySpan.Text()
			named := strings.Contains(name, e.Key) || strings.Contains(strings.ReplaceAll(name, "\\\n", ""), e.Key)
			if e.Span.IsZero() || e.Dropped == "" && (!named || e.ValueSpan.Start < e.KeySpan.End) {
				t.Errorf("%s: entry %+v of %q", d, e, f.Source.Text)
			}
			if !e.Known && e.Text != "" {
				t.Errorf("%s: unknown and %q", d, e.Text)
			}
		}
	}
}

func TestSpansOfRecording(t *testing.T) {
	for _, r := range recorded(t) {
		checkFile(t, Parse(source.NewFile(".env", r.Text)))
	}
}

func FuzzParse(f *testing.F) {
	f.Add("A=1\nexport B=\"x ${A:-d}\" # c\nC: 'y'\nA")
	f.Add("\ufeffA=$B\\\n;x\r\n'K'=v\nif x; then A=1; fi")
	f.Add("00\\0&0\xff")
	f.Add("A=a\\\"b\nA+=$(x)\nB=${C:+${D}} E='\n")
	f.Fuzz(func(t *testing.T, text string) { checkFile(t, Parse(source.NewFile(".env", text))) })
}

func BenchmarkParse(b *testing.B) {
	text := strings.Repeat("# database\nDATABASE_URL=postgres://u:p@db/shop # c\nexport DEBUG=off\nKEY='a$b'\nHOSTS=\"a.example,b.example\"\nHOME_URL=https://${HOST}/x\n\n", 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Parse(source.NewFile(".env", text))
	}
}

func BenchmarkRead(b *testing.B) {
	f := Parse(source.NewFile(".env", strings.Repeat("DATABASE_URL=postgres://u:p@db/shop # c\nexport DEBUG=off\nKEY='a$b'\n", 40)))
	for d := Godotenv; d <= Bash; d++ {
		b.Run(d.String(), func(b *testing.B) {
			for b.Loop() {
				f.Read(d, nil, false)
			}
		})
	}
}
