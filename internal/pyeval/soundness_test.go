package pyeval

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"deploylint/internal/env"
	"deploylint/internal/value"
)

// A truth is what CPython made of a module.
type truth struct {
	Raises string
	Names  map[string][2]string // type and repr
}

// pythonRepr writes a known value as Python's repr does; false where something in it is not known.
func pythonRepr(v value.Value) (typ, repr string, ok bool) {
	if !v.Complete() {
		return "", "", false
	}
	o, ok := objectOf(v)
	if !ok {
		return "", "", false
	}
	repr, ok = reprOf(o, 0)
	if s, isStr := o.(strObj); isStr && !ok {
		return "str", fmt.Sprintf("text %q", string(s)), true
	}
	return o.typeName(), repr, ok
}

// objectOf turns a value back into an object, so that the reprs of both can be compared.
func objectOf(v value.Value) (object, bool) {
	all := func(vs []value.Value) ([]val, bool) {
		var out []val
		for _, e := range vs {
			o, ok := objectOf(e)
			if !ok {
				return nil, false
			}
			out = append(out, of(o))
		}
		return out, true
	}
	switch v.Kind() {
	case value.None:
		return noneObj{}, true
	case value.Bool:
		b, _ := v.Bool()
		return boolObj(b), true
	case value.Int:
		i, _ := v.Int()
		return intObj(i), true
	case value.Float:
		f, _ := v.Float()
		return floatObj(f), true
	case value.Str:
		return strObj(v.Payload()), true
	case value.List:
		elems, ok := all(v.Elems())
		return &listObj{alts: [][]val{elems}}, ok
	case value.Tuple:
		elems, ok := all(v.Elems())
		return tupleOf(elems...).o, ok
	case value.Dict:
		keys, ok := all(v.Keys())
		vals, ok2 := all(v.Elems())
		t := newTable()
		for i := range keys {
			h, _ := hashOf(keys[i].o)
			t.set(h, keys[i], vals[i])
		}
		return &dictObj{alts: []*table{t}}, ok && ok2
	default:
		return nil, false
	}
}

// checkSound compares what is called known with what CPython has, and returns how many names were known.
func checkSound(t *testing.T, name, text string, want truth) (known, total int) {
	t.Helper()
	r := Settings("settings.py", files(map[string]string{"settings.py": text}, env.New(true)))
	if r.Failure != nil && want.Raises == "" {
		t.Errorf("%s: fails with %s (%s) at line %d; CPython does not", name, r.Failure.Class, r.Failure.Message,
			r.Failure.Span.From().Line)
		return 0, 0
	}
	if want.Raises != "" {
		// Where CPython raises first, the evaluator may have gone on with an unknown value and failed later.
		return 0, 0
	}
	for n, is := range want.Names {
		total++
		v, ok := r.Get(n)
		if !ok {
			t.Errorf("%s: %s is not set; CPython has %s", name, n, is[1])
			continue
		}
		typ, repr, ok := pythonRepr(v)
		if !ok {
			continue
		}
		known++
		if text, isText := strings.CutPrefix(repr, "text "); isText {
			if decoded, ok := decodeRepr(is[1]); ok && fmt.Sprintf("%q", decoded) != text {
				t.Errorf("%s: %s is %s; CPython has %s", name, n, text, is[1])
			}
			continue
		}
		if typ != is[0] || repr != is[1] {
			t.Errorf("%s: %s is %s %s; CPython has %s %s", name, n, typ, repr, is[0], is[1])
		}
	}
	for _, n := range r.Names() {
		if _, ok := want.Names[n]; !ok {
			if v, _ := r.Get(n); v.Known() {
				t.Errorf("%s: %s is set; in CPython it is not", name, n)
			}
		}
	}
	return known, total
}

// decodeRepr reads the repr of a str that has characters beyond ASCII, if it needs no escapes.
func decodeRepr(s string) (string, bool) {
	if len(s) < 2 || strings.Contains(s, `\`) {
		return "", false
	}
	return s[1 : len(s)-1], true
}

func soundnessOf(t *testing.T, folder string) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no modules in %s: %v", folder, err)
	}
	slices.Sort(paths)
	known, total := 0, 0
	for _, p := range paths {
		text, err := os.ReadFile(strings.TrimSuffix(p, ".json") + ".py")
		if err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		var want truth
		if err := json.Unmarshal(data, &want); err != nil {
			t.Fatal(err)
		}
		k, n := checkSound(t, filepath.Base(p), string(text), want)
		known, total = known+k, total+n
	}
	if known*10 < total*8 {
		t.Errorf("only %d of %d names are known", known, total)
	}
	t.Logf("%d of %d names are known", known, total)
}

func TestSoundAgainstRecording(t *testing.T) {
	soundnessOf(t, "testdata/soundness")
}

func TestSoundAgainstCPython(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed: only the recording was compared")
	}
	folder := t.TempDir()
	out, err := exec.CommandContext(t.Context(), python, "-W", "ignore", "testdata/soundness.py", "300", "1000", folder).CombinedOutput()
	if err != nil {
		t.Fatalf("soundness.py: %v\n%s", err, out)
	}
	soundnessOf(t, folder)
}
