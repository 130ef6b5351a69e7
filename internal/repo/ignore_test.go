package repo

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/source"
)

// An ignoreCase is one recording of testdata/ignore.py.
type ignoreCase struct {
	Gitignore map[string]string
	Paths     []string
	Ignored   []string
}

func readIgnoreCases(t *testing.T) []ignoreCase {
	t.Helper()
	data, err := os.ReadFile("testdata/ignore.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []ignoreCase
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

func (c ignoreCase) write(t *testing.T, root string) {
	t.Helper()
	for _, name := range c.Paths {
		writeFile(t, root, name, "")
	}
	for dir, text := range c.Gitignore {
		writeFile(t, root, filepath.Join(dir, ".gitignore"), text)
	}
}

func TestIgnoredAsGitRecorded(t *testing.T) {
	some := 0
	for i, c := range readIgnoreCases(t) {
		root := t.TempDir()
		c.write(t, root)
		r := open(t, root, Options{Assume: &Assumption{}})
		var got []string
		for _, name := range c.Paths {
			if r.Ignored(name) {
				got = append(got, name)
			}
		}
		some += len(got)
		if diff := cmp.Diff(slices.Sorted(slices.Values(c.Ignored)), got); diff != "" && len(got)+len(c.Ignored) > 0 {
			t.Errorf("case %d, %q (-git +ours):\n%s", i, c.Gitignore, diff)
		}
	}
	if some < 100 {
		t.Errorf("only %d paths are ignored: the recording says too little", some)
	}
}

func TestIgnoredAsGitSaysNow(t *testing.T) {
	if testing.Short() {
		t.Skip("asks git")
	}
	git(t, t.TempDir(), "--version")
	for i, c := range readIgnoreCases(t)[:40] {
		root := t.TempDir()
		git(t, root, "init", "-q")
		c.write(t, root)
		command := exec.Command("git", "check-ignore", "--no-index", "--stdin", "-z")
		command.Dir, command.Env = root, gitEnv(root)
		command.Stdin = strings.NewReader(strings.Join(c.Paths, "\x00"))
		out, _ := command.Output() // status 1 says that nothing is ignored
		got := strings.FieldsFunc(string(out), func(c rune) bool { return c == 0 })
		if diff := cmp.Diff(c.Ignored, got); diff != "" && len(got)+len(c.Ignored) > 0 {
			t.Errorf("case %d: git no longer says what was recorded (-recorded +git):\n%s", i, diff)
		}
	}
}

func TestIgnoredByNamesThePattern(t *testing.T) {
	root := t.TempDir()
	writeFile(t, root, ".gitignore", "*.log\n# env\n.env*\n!.env.example\n")
	writeFile(t, root, "deploy/.gitignore", "!.env\n")
	r := open(t, root, Options{Assume: &Assumption{}})
	for _, test := range []struct{ name, want string }{
		{".env", ".gitignore:3 .env*"},
		{".env.example", ""},
		{"deploy/.env", ""},
		{"deploy/.env.prod", ".gitignore:3 .env*"},
		{"a/b/c.log", ".gitignore:1 *.log"},
	} {
		span, ignored := r.IgnoredBy(test.name)
		got := ""
		if ignored {
			got = span.Path() + ":" + string(rune('0'+span.From().Line)) + " " + span.Text()
		}
		if got != test.want {
			t.Errorf("IgnoredBy(%q) = %q, want %q", test.name, got, test.want)
		}
	}
}

func TestInfoExclude(t *testing.T) {
	root := t.TempDir()
	git(t, root, "init", "-q")
	writeFile(t, root, ".git/info/exclude", "secret.env\n")
	writeFile(t, root, "manage.py", "")
	git(t, root, "add", "manage.py")
	r := open(t, root, Options{})
	if !r.Ignored("secret.env") || r.Ignored("other.env") {
		t.Error(".git/info/exclude does not count")
	}
}

func TestWildmatch(t *testing.T) {
	for _, test := range []struct {
		pattern, name string
		paths, want   bool
	}{
		{"*.py", "a.py", true, true},
		{"[[:alnum:]]", "a", false, true},
		{"[[:alnum:]]", "-", false, false},
		{"[[:alpha:]]", "a", false, true},
		{"[[:alpha:]]", "1", false, false},
		{"[[:blank:]]", " ", false, true},
		{"[[:blank:]]", "a", false, false},
		{"[[:cntrl:]]", "\x01", false, true},
		{"[[:cntrl:]]", "a", false, false},
		{"[[:digit:]]", "7", false, true},
		{"[[:digit:]]", "a", false, false},
		{"[[:graph:]]", "!", false, true},
		{"[[:graph:]]", " ", false, false},
		{"[[:lower:]]", "a", false, true},
		{"[[:lower:]]", "A", false, false},
		{"[[:print:]]", " ", false, true},
		{"[[:print:]]", "\x01", false, false},
		{"[[:punct:]]", "!", false, true},
		{"[[:punct:]]", "a", false, false},
		{"[[:space:]]", "\t", false, true},
		{"[[:space:]]", "a", false, false},
		{"[[:upper:]]", "A", false, true},
		{"[[:upper:]]", "a", false, false},
		{"[[:xdigit:]]", "f", false, true},
		{"[[:xdigit:]]", "g", false, false},
		{"[[:nothing:]]", "a", false, false},
		{"*.py", "a/b.py", true, false},
		{"*.py", "a/b.py", false, true},
		{"a/**/b", "a/b", true, true},
		{"a/**/b", "a/x/y/b", true, true},
		{"a**b", "axxb", true, true},
		{"a**b", "ax/xb", true, false},
		{"[!a-c]x.py", "dx.py", true, true},
		{"[!a-c]x.py", "bx.py", true, false},
		{"[]]", "]", true, true},
		{"[", "[", true, false},
		{`\*`, "*", true, true},
		{`\`, `\`, true, false},
		{"", "", true, true},
		{strings.Repeat("*a", 60), strings.Repeat("a", 200) + "b", true, false},
	} {
		if got := wildmatch(test.pattern, test.name, test.paths); got != test.want {
			t.Errorf("wildmatch(%q, %q, %v) = %v", test.pattern, test.name, test.paths, got)
		}
	}
}

func FuzzIgnore(f *testing.F) {
	f.Add("*.py\n!a\n[a-c]/\n**/x\n", "a/b.py")
	f.Add("\\", "[")
	f.Fuzz(func(t *testing.T, text, name string) {
		list := newIgnoreList("", source.NewFile(".gitignore", text))
		for _, p := range list.patterns {
			if p.span.Start > p.span.End || p.span.End > len(text) {
				t.Errorf("span %d:%d of %d", p.span.Start, p.span.End, len(text))
			}
		}
		list.decidePath(name)
	})
}

// TestMatchManyStars holds the matcher to polynomial time: each of these would take longer than anybody waits.
func TestMatchManyStars(t *testing.T) {
	name := strings.Repeat("a", 200)
	for _, test := range []struct {
		pattern, name string
		paths, want   bool
	}{
		{strings.Repeat("*a", 50) + "*b", name, false, false},
		{strings.Repeat("*a", 50) + "*b", name + "b", false, true},
		{strings.Repeat("*a", 50) + "*b", name + "/b", true, false},
		{"**/" + strings.Repeat("*a", 50) + "*b/c", strings.Repeat(name+"/", 20) + name + "b/c", true, true},
		{"**/" + strings.Repeat("*a", 20) + "*b", strings.Repeat(name+"/", 20) + "c", true, false},
		{strings.Repeat("**/*a/", 10) + "b", strings.Repeat("xa/", 40) + "c", true, false},
		{strings.Repeat("**/*a/", 10) + "b", strings.Repeat("xa/", 40) + "b", true, true},
	} {
		m := matcher{paths: test.paths, steps: matchSteps}
		if got := m.match(test.pattern, test.name, true); got != test.want {
			t.Errorf("%q on %d bytes: %t", test.pattern[:20], len(test.name), got)
		}
		if m.steps < matchSteps/2 {
			t.Errorf("%q on %d bytes: %d steps", test.pattern[:20], len(test.name), matchSteps-m.steps)
		}
	}
}
