package pyeval

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"deploylint/internal/value"
)

// A recorded is a small project, and what CPython makes of it in some runs.
type recorded struct {
	Files   map[string]string
	Environ map[string]string
	Runs    []recordedRun
}

// A recordedRun holds the upper-case names that the settings module leaves, or the exception that it ends with.
type recordedRun struct {
	Raises string
	Names  map[string]tree
}

// A tree is a value with its type, as testdata/soundness.py writes it.
type tree struct {
	kind, text string
	elems      []tree
	keys       []tree
}

func (t *tree) UnmarshalJSON(data []byte) error {
	var parts []json.RawMessage
	if err := json.Unmarshal(data, &parts); err != nil {
		return err
	}
	if err := json.Unmarshal(parts[0], &t.kind); err != nil || len(parts) == 1 {
		return err
	}
	switch t.kind {
	case "list", "tuple", "set":
		return json.Unmarshal(parts[1], &t.elems)
	case "dict":
		var pairs [][2]tree
		err := json.Unmarshal(parts[1], &pairs)
		for _, p := range pairs {
			t.keys, t.elems = append(t.keys, p[0]), append(t.elems, p[1])
		}
		return err
	default:
		return json.Unmarshal(parts[1], &t.text)
	}
}

func (t tree) String() string {
	switch t.kind {
	case "list", "tuple", "set":
		return fmt.Sprint(t.kind, t.elems)
	case "dict":
		return fmt.Sprint("dict", t.keys, t.elems)
	case "str":
		return strconv.Quote(t.text)
	default:
		return strings.TrimSpace(t.kind + " " + t.text)
	}
}

// fits reports whether what is known of v agrees with what CPython has.
func fits(v value.Value, t tree) bool {
	switch v.Kind() {
	case value.Unknown:
		if v.Cause == value.Several {
			return slices.ContainsFunc(v.Alternatives, func(a value.Value) bool { return fits(a, t) })
		}
		return v.Cause != value.Absent
	case value.None:
		return t.kind == "none"
	case value.Bool, value.Int, value.Float:
		o, _ := objectOf(v)
		text, _ := reprOf(o)
		return t.kind == v.Kind().String() && t.text == text
	case value.Str:
		return t.kind == "str" && t.text == v.Payload()
	case value.Path:
		return t.kind == "path" && t.text == v.Payload()
	case value.Bytes:
		return t.kind == "bytes" && t.text == hex.EncodeToString([]byte(v.Payload()))
	case value.List:
		return t.kind == "list" && fitSequence(v.Elems(), t.elems)
	case value.Tuple:
		return t.kind == "tuple" && fitSequence(v.Elems(), t.elems)
	case value.Set:
		return t.kind == "set" && fitSet(v.Elems(), t.elems)
	case value.Dict:
		return t.kind == "dict" && fitDict(v, t)
	default:
		return t.kind == "object"
	}
}

// fitSequence goes through the elements with all positions that are possible so far, since trying each in turn takes
// exponential time where many elements are unknown.
func fitSequence(vs []value.Value, ts []tree) bool {
	at := map[int]bool{0: true}
	for _, v := range vs {
		next := map[int]bool{}
		for i := range at { // each position on its own
			if v.Many {
				for j := i; j <= len(ts); j++ {
					next[j] = true
				}
			} else if i < len(ts) && fits(v, ts[i]) {
				next[i+1] = true
			}
		}
		at = next
	}
	return at[len(ts)]
}

func fitSet(vs []value.Value, ts []tree) bool {
	many := false
	for _, v := range vs {
		many = many || v.Many || !v.Known()
		if v.Known() && !slices.ContainsFunc(ts, func(t tree) bool { return fits(v, t) }) {
			return false
		}
	}
	return many || len(vs) == len(ts)
}

func fitDict(v value.Value, t tree) bool {
	many := false
	var order []int
	for i, k := range v.Keys() {
		if k.Many || !k.Known() {
			many = true
			continue
		}
		at := slices.IndexFunc(t.keys, func(x tree) bool { return fits(k, x) })
		if at < 0 || !fits(v.Elems()[i], t.elems[at]) {
			return false
		}
		order = append(order, at)
	}
	return many || len(order) == len(t.keys) && slices.IsSorted(order)
}

// objectOf turns a scalar back into an object, for its text.
func objectOf(v value.Value) (object, bool) {
	switch v.Kind() {
	case value.Bool:
		b, _ := v.Bool()
		return boolObj(b), true
	case value.Int:
		i, _ := v.Int()
		return intObj(i), true
	case value.Float:
		f, _ := v.Float()
		return floatObj(f), true
	default:
		return nil, false
	}
}

// A tally counts what was compared.
type tally struct{ known, names, raised, failed int }

// checkSound compares what is called known with what CPython has in each run.
func checkSound(t *testing.T, name string, rec recorded, sum *tally) {
	t.Helper()
	var pairs []string
	for k, v := range rec.Environ {
		pairs = append(pairs, k, v)
	}
	r := Settings("settings", files(rec.Files, environmentOf(true, pairs...)))
	for i, run := range rec.Runs {
		if run.Raises != "" {
			sum.raised++
			switch {
			case r.Failure != nil && r.Failure.Class != run.Raises && len(rec.Runs) == 1 && complete(r):
				t.Errorf("%s: fails with %s at line %d; CPython fails with %s", name, r.Failure.Class, r.Failure.Span.From().Line, run.Raises)
			case r.Failure != nil:
				sum.failed++
			case len(rec.Runs) == 1 && complete(r) && r.open == nil && !r.vague:
				t.Errorf("%s: everything is known; CPython fails with %s", name, run.Raises)
			}
			continue
		}
		if r.Failure != nil {
			t.Errorf("%s run %d: fails with %s (%s) at %s:%d; CPython does not", name, i, r.Failure.Class, r.Failure.Message,
				r.Failure.Span.Path(), r.Failure.Span.From().Line)
			return
		}
		for _, n := range r.Names() {
			v, _ := r.Get(n)
			if len(rec.Runs) == 1 { // else most things hang on what is not known
				sum.names++
				if v.Complete() {
					sum.known++
				}
			}
			is, set := run.Names[n]
			switch {
			case set && !fits(v, is):
				t.Errorf("%s run %d: %s is %s; CPython has %s", name, i, n, show(v), is)
			case !set && v.Known(), !set && v.Cause == value.Several && !slices.ContainsFunc(v.Alternatives, func(a value.Value) bool { return !a.Known() }):
				t.Errorf("%s run %d: %s is %s; CPython does not set it", name, i, n, show(v))
			}
		}
		for n, is := range run.Names {
			if _, ok := r.Get(n); !ok {
				t.Errorf("%s run %d: %s is not set; CPython has %s", name, i, n, is)
			}
		}
	}
}

// complete reports whether every name that a module sets is known.
func complete(r *Result) bool {
	return !slices.ContainsFunc(r.Names(), func(n string) bool { v, _ := r.Get(n); return !v.Complete() })
}

// soundnessOf compares every project in a folder; least is the percentage of names that must be known.
func soundnessOf(t *testing.T, folder string, least int) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no projects in %s: %v", folder, err)
	}
	slices.Sort(paths)
	var sum tally
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		var rec recorded
		if err := json.Unmarshal(data, &rec); err != nil {
			t.Fatalf("%s: %v", p, err)
		}
		checkSound(t, filepath.Base(p), rec, &sum)
	}
	if sum.known*100 < sum.names*least {
		t.Errorf("only %d of %d names are known", sum.known, sum.names)
	}
	t.Logf("%d of %d names are known; %d of %d runs that raise are found to", sum.known, sum.names, sum.failed, sum.raised)
}

func TestSoundAgainstRecording(t *testing.T) {
	soundnessOf(t, "testdata/soundness", 70)
}

// TestSoundAgainstCPython compares fresh modules. $DEPLOYLINT_SOUNDNESS is how many, with the first seed behind a colon:
// 20000:1000.
func TestSoundAgainstCPython(t *testing.T) {
	if testing.Short() {
		t.Skip("asks CPython")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed: only the recording was compared")
	}
	count, seed := "150", "1000"
	if asked := os.Getenv("DEPLOYLINT_SOUNDNESS"); asked != "" {
		count, seed, _ = strings.Cut(asked+":1000", ":")
		seed, _, _ = strings.Cut(seed, ":")
	}
	folder := t.TempDir()
	out, err := exec.CommandContext(t.Context(), python, "-W", "ignore", "testdata/soundness.py", count, seed, folder).CombinedOutput()
	if err != nil {
		t.Fatalf("soundness.py: %v\n%s", err, out)
	}
	soundnessOf(t, folder, 70)
}
