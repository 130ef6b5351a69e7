package deps

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"deploylint/internal/version"
)

// A recorded requirement is what the packaging library makes of a text; testdata/pep440.py of internal/version wrote it.
type recorded struct {
	Text, Name, URL    string
	Valid, Marker      bool
	Extras, Specifiers []string
}

func requirements(t *testing.T) []recorded {
	t.Helper()
	data, err := os.ReadFile("../version/testdata/pep440.json")
	if err != nil {
		t.Fatal(err)
	}
	var r struct{ Requirements []recorded }
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	return r.Requirements
}

func TestRequirementsAsPackaging(t *testing.T) {
	for _, want := range requirements(t) {
		q, ok := parseRequirement(want.Text)
		if ok {
			_, ok = version.ParseSpecifiers(q.Specifier)
		}
		if ok != want.Valid {
			// What pip refuses is read as far as it goes: a linter that knows the name knows more than one that does not.
			if want.Valid {
				t.Errorf("%q is not taken", want.Text)
			}
			continue
		}
		if !ok {
			continue
		}
		var specifiers []string
		if list, _ := version.ParseSpecifiers(q.Specifier); list != nil {
			for _, s := range list {
				text := s.Op + s.Version.String()
				if s.Prefix {
					text += ".*"
				}
				specifiers = append(specifiers, text)
			}
		}
		slices.Sort(specifiers)
		if Normalize(q.Name) != want.Name || q.URL != want.URL || (q.Marker != "") != want.Marker ||
			!slices.Equal(q.Extras, want.Extras) || !slices.Equal(specifiers, want.Specifiers) {
			t.Errorf("%q: %+v, want %+v", want.Text, q, want)
		}
	}
}

func parsed(t *testing.T, text string) version.Version {
	t.Helper()
	v, ok := version.Parse(text)
	if !ok {
		t.Fatalf("%q is no version", text)
	}
	return v
}
