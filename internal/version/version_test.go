package version

import (
	"cmp"
	"encoding/json"
	"os"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

// A recording is what testdata/pep440.py wrote: the packaging library's answers.
type recording struct {
	Order             [][]string          // from the lowest version; equal ones together
	Versions, Invalid []string            //
	Specifiers        map[string][]string // the versions that each lets in
	InvalidSpecifiers []string            `json:"invalid_specifiers"`
}

func readRecording(t *testing.T) recording {
	t.Helper()
	data, err := os.ReadFile("testdata/pep440.json")
	if err != nil {
		t.Fatal(err)
	}
	var r recording
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

func mustVersion(t *testing.T, text string) Version {
	t.Helper()
	v, ok := Parse(text)
	if !ok {
		t.Fatalf("%q is no version", text)
	}
	return v
}

func TestCompareAsPackaging(t *testing.T) {
	r := readRecording(t)
	for i, group := range r.Order {
		for j, other := range r.Order {
			for _, a := range group {
				for _, b := range other {
					if got := mustVersion(t, a).Compare(mustVersion(t, b)); got != cmp.Compare(i, j) {
						t.Errorf("Compare(%s, %s) = %d, want %d", a, b, got, cmp.Compare(i, j))
					}
				}
			}
		}
	}
	for _, text := range r.Invalid {
		if _, ok := Parse(text); ok {
			t.Errorf("%q is taken for a version", text)
		}
	}
}

func TestSpecifiersAsPackaging(t *testing.T) {
	r := readRecording(t)
	for text, want := range r.Specifiers {
		list, ok := ParseSpecifiers(text)
		if !ok {
			t.Errorf("%q is not taken", text)
			continue
		}
		var got []string
		for _, v := range r.Versions {
			if list.Allow(mustVersion(t, v)) {
				got = append(got, v)
			}
		}
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-packaging +ours):\n%s", text, diff)
		}
	}
	for _, text := range r.InvalidSpecifiers {
		if _, ok := ParseSpecifiers(text); ok {
			t.Errorf("%q is taken for a specifier", text)
		}
	}
}

func TestBounds(t *testing.T) {
	for _, test := range []struct{ text, lowest, below string }{
		{">=4.2,<5.0", "4.2", "5.0 excluded"},
		{"~=4.2.1", "4.2.1", "4.3 excluded"},
		{"~=4.2", "4.2", "5 excluded"},
		{"==4.2.*", "4.2", "4.3 excluded"},
		{"==4.2.17", "4.2.17", "4.2.17 included"},
		{">=3,>=4", "4", ""},
		{"<=5,<4", "", "4 excluded"},
		{"!=4", "", ""},
	} {
		list, ok := ParseSpecifiers(test.text)
		if !ok {
			t.Fatalf("%q is not taken", test.text)
		}
		lowest, below := "", ""
		if v, ok := list.Lowest(); ok {
			lowest = v.String()
		}
		if v, inclusive, ok := list.Below(); ok {
			below = v.String() + map[bool]string{true: " included", false: " excluded"}[inclusive]
		}
		if lowest != test.lowest || below != test.below {
			t.Errorf("%s: from %q below %q, want %q and %q", test.text, lowest, below, test.lowest, test.below)
		}
	}
}

func TestFromPoetry(t *testing.T) {
	for _, test := range []struct {
		text, want string
		ok         bool
	}{
		{"^4.2", ">=4.2,<5", true},
		{"^4.2.1", ">=4.2.1,<5", true},
		{"^0.2.3", ">=0.2.3,<0.3", true},
		{"^0.0.3", ">=0.0.3,<0.0.4", true},
		{"^0", ">=0,<1", true},
		{"~4.2", ">=4.2,<4.3", true},
		{"~4.2.1", ">=4.2.1,<4.3", true},
		{"~4", ">=4,<5", true},
		{"~=4.2", "~=4.2", true},
		{"*", "", true},
		{"4.2", "==4.2", true},
		{"4.2.*", "==4.2.*", true},
		{"=4.2", "==4.2", true},
		{">=4.2,<5", ">=4.2,<5", true},
		{">=4 || <3", "", false},
		{"latest", "", false},
	} {
		if got, ok := FromPoetry(test.text); got != test.want || ok != test.ok {
			t.Errorf("FromPoetry(%q) = %q, %v; want %q, %v", test.text, got, ok, test.want, test.ok)
		}
	}
}

func FuzzVersion(f *testing.F) {
	for _, s := range []string{"1!4.2rc1.post2.dev3+x.1", ">=4.2,<5", "~=4.2", "^0.0.3", "==4.*"} {
		f.Add(s, "4.2")
	}
	f.Fuzz(func(t *testing.T, text, other string) {
		FromPoetry(text)
		v, ok := Parse(other)
		if !ok {
			return
		}
		if v.Compare(v) != 0 {
			t.Errorf("%q is not equal to itself", other)
		}
		if w, ok := Parse(text); ok && v.Compare(w) != -w.Compare(v) {
			t.Errorf("%q and %q compare differently both ways", other, text)
		}
		if list, ok := ParseSpecifiers(text); ok {
			list.Allow(v)
			list.Lowest()
			list.Below()
		}
	})
}
