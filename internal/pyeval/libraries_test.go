package pyeval

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"deploylint/internal/env"
	"deploylint/internal/value"
)

// A libraryRecording is what testdata/libraries/record.py writes: what a library of environment variables answered.
type libraryRecording struct {
	Library  string            `json:"library"`
	Versions map[string]string `json:"versions"`
	Python   string            `json:"python"`
	Cases    []libraryCase     `json:"cases"`
}

// A libraryCase is one project and the reads in it. Each read is a statement that sets X, and X or the exception.
type libraryCase struct {
	Files map[string]string `json:"files"`
	Env   map[string]string `json:"env"`
	Path  string            `json:"path"`
	Setup string            `json:"setup"`
	Reads [][2]string       `json:"reads"`
}

// TestLibrariesAgainstRecording compares each library with what its versions answered.
func TestLibrariesAgainstRecording(t *testing.T) {
	paths, err := filepath.Glob("testdata/libraries/*.json")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no recordings: %v", err)
	}
	for _, p := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(p), ".json"), func(t *testing.T) {
			data, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			total, unknown := checkLibrary(t, data)
			if unknown*100 > total*maxUnknown {
				t.Errorf("%d of %d reads are unknown", unknown, total)
			}
		})
	}
}

// TestLibrariesAgainstInstalled asks the libraries that are installed where the Python that DEPLOYLINT_ENVLIBS names runs.
// DEPLOYLINT_SEED draws other reads.
func TestLibrariesAgainstInstalled(t *testing.T) {
	python := os.Getenv("DEPLOYLINT_ENVLIBS")
	if python == "" {
		t.Skip("DEPLOYLINT_ENVLIBS names no Python: only the recordings were compared")
	}
	for _, library := range []string{
		"django-environ", "python-decouple", "environs", "python-dotenv", "dj-database-url", "dj-email-url", "django-cache-url",
		"django-configurations", "pydantic-settings",
	} {
		t.Run(library, func(t *testing.T) {
			find := exec.CommandContext(t.Context(), python, "-c", "import importlib.metadata, sys; importlib.metadata.version(sys.argv[1])", library)
			if find.Run() != nil {
				t.Skipf("%s is not installed there", library)
			}
			seed := cmp.Or(os.Getenv("DEPLOYLINT_SEED"), "7")
			out, err := exec.CommandContext(t.Context(), python, "testdata/libraries/record.py", library, seed, "60").Output()
			if err != nil {
				t.Fatalf("record.py %s %s: %v", library, seed, err)
			}
			t.Logf("seed %s", seed)
			checkLibrary(t, out)
		})
	}
}

// maxUnknown is the share of reads, in percent, that may stay unknown although the library answers.
const maxUnknown = 3

// checkLibrary compares the reads of a recording, and returns how many there are and how many are not known.
func checkLibrary(t *testing.T, data []byte) (total, unknown int) {
	t.Helper()
	var rec libraryRecording
	if err := json.Unmarshal(data, &rec); err != nil {
		t.Fatal(err)
	}
	wrong := 0
	reasons := map[string]int{}
	for _, c := range rec.Cases {
		for _, read := range c.Reads {
			total++
			got, reason := libraryAnswer(c, read[0], rec.Versions)
			if reason != "" {
				unknown++
				reasons[reason]++
			}
			if !matchesAnswer(got, read[1]) {
				if wrong++; wrong <= 20 {
					t.Errorf("files %q\nenv %q\n%s%s\n got %s\nwant %s", c.Files, c.Env, c.Setup, read[0], strings.ReplaceAll(got, unknownMark, "?"), read[1])
				}
			}
		}
	}
	lines := make([]string, 0, len(reasons))
	for r, n := range reasons { // sorted below
		lines = append(lines, fmt.Sprintf("%4d %s", n, r))
	}
	slices.Sort(lines)
	slices.Reverse(lines)
	t.Logf("%d reads, %d unknown, %d wrong\n%s", total, unknown, wrong, strings.Join(lines, "\n"))
	return total, unknown
}

// unknownMark stands for whatever is not known; it may be any text of the recorded answer.
const unknownMark = "\uffff"

// libraryAnswer evaluates one read, and says why, if something in its answer is unknown.
func libraryAnswer(c libraryCase, read string, versions map[string]string) (answer, reason string) {
	p := c.Path
	if p == "" {
		p = "settings.py"
	}
	texts := map[string]string{p: c.Setup + read + "\n"}
	maps.Copy(texts, c.Files)
	l := env.Layer{Origin: "test"}
	for name, text := range c.Env { // names are unique
		l.Vars = append(l.Vars, env.Var{Name: name, Value: value.OfStr(text)})
	}
	opt := files(texts, env.New(true, l))
	opt.Version = func(pkg string) (string, bool) {
		v, ok := versions[pkg]
		return v, ok
	}
	res := Settings(p, opt)
	if res.Failure != nil {
		return "!" + res.Failure.Class, ""
	}
	x, ok := res.Get("X")
	if !ok {
		return "!unset", ""
	}
	why := ""
	return showAnswer(x, &why), why
}

// matchesAnswer compares an answer with the recorded one; what is unknown in it matches anything.
func matchesAnswer(got, want string) bool {
	parts := strings.Split(got, unknownMark)
	if len(parts) == 1 {
		return got == want
	}
	if strings.HasPrefix(want, "!") {
		return true
	}
	if !strings.HasPrefix(want, parts[0]) || !strings.HasSuffix(want, parts[len(parts)-1]) {
		return false
	}
	for _, p := range parts {
		i := strings.Index(want, p)
		if i < 0 {
			return strings.Contains(got, "{") // the order of a dict's entries may differ around what is unknown
		}
		want = want[i+len(p):]
	}
	return true
}

// showAnswer writes a value as record.py does.
func showAnswer(v value.Value, why *string) string {
	all := func(vs []value.Value) []string {
		var out []string
		for _, e := range vs {
			out = append(out, showAnswer(e, why))
		}
		return out
	}
	switch v.Kind() {
	case value.Unknown:
		*why = v.Reason.String()
		return unknownMark
	case value.None:
		return "None"
	case value.Bool:
		if v.Truth() == value.True {
			return "True"
		}
		return "False"
	case value.Int:
		n, _ := v.Int()
		return strconv.FormatInt(n, 10)
	case value.Float:
		f, _ := v.Number()
		return floatAnswer(f)
	case value.Str:
		return quoteAnswer(strings.ReplaceAll(v.Payload(), value.RootMark, "ROOT"))
	case value.Bytes:
		var b strings.Builder
		for _, c := range []byte(v.Payload()) {
			b.WriteRune(rune(c))
		}
		return "b" + quoteAnswer(b.String())
	case value.Path:
		return "Path(" + strings.ReplaceAll(v.Payload(), value.RootMark, "ROOT") + ")"
	case value.List:
		return "[" + strings.Join(all(v.Elems()), ", ") + "]"
	case value.Tuple:
		return "(" + strings.Join(all(v.Elems()), ", ") + ")"
	case value.Set:
		elems := all(v.Elems())
		slices.Sort(elems)
		return "set{" + strings.Join(elems, ", ") + "}"
	case value.Dict:
		var parts []string
		keys, vals := v.Keys(), v.Elems()
		for i := range keys {
			parts = append(parts, showAnswer(keys[i], why)+": "+showAnswer(vals[i], why))
		}
		slices.Sort(parts)
		return "{" + strings.Join(parts, ", ") + "}"
	default:
		return "<" + v.Payload() + ">"
	}
}

// floatAnswer is repr of a float.
func floatAnswer(f float64) string {
	if a := math.Abs(f); a != 0 && (a < 1e-4 || a >= 1e16) {
		return strings.ToLower(strconv.FormatFloat(f, 'e', -1, 64))
	}
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(s, ".") && !math.IsInf(f, 0) && !math.IsNaN(f) {
		s += ".0"
	}
	return strings.ToLower(strings.TrimPrefix(s, "+"))
}

func quoteAnswer(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if e.Encode(s) != nil {
		return "unquotable"
	}
	return strings.TrimSuffix(b.String(), "\n")
}
