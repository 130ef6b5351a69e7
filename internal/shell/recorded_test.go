package shell

import (
	"encoding/json"
	"os"
	"path"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A run is what bash did with a script; testdata/record.py records it.
type run struct {
	Name   string            `json:"name"`
	Script string            `json:"script"`
	Args   []string          `json:"args"`
	Argv   []string          `json:"argv"`
	Env    map[string]string `json:"env"`
	Cwd    string            `json:"cwd"`
	Exec   bool              `json:"exec"`
}

// TestBash compares the walk with what bash really did.
func TestBash(t *testing.T) {
	data, err := os.ReadFile("testdata/bash.json")
	if err != nil {
		t.Fatal(err)
	}
	var recorded struct {
		Files map[string]string `json:"files"`
		Cases []run             `json:"cases"`
	}
	if err := json.Unmarshal(data, &recorded); err != nil {
		t.Fatal(err)
	}
	absent := func(string) value.Value { return value.NotKnown(value.Absent, "it is not set") }
	for _, want := range recorded.Cases {
		t.Run(want.Name, func(t *testing.T) {
			r := Evaluate(FromFile(source.NewFile("run.sh", want.Script)), Options{
				Name: Word{Text: "/srv/shop/run.sh", Known: true}, Arguments: given(want.Args...),
				Directory: value.OfStr("/srv/shop"), Lookup: absent, Open: repository(recorded.Files),
			})
			final, ok := finalOf(r)
			if !ok {
				t.Fatal("no final command")
			}
			dir, _ := final.Directory.Text()
			got := run{Name: want.Name, Script: want.Script, Args: want.Args, Exec: final.Exec, Env: map[string]string{}, Cwd: "."}
			if dir != "/srv/shop" {
				got.Cwd = path.Base(dir)
			}
			for _, w := range final.Words {
				got.Argv = append(got.Argv, w.Text)
				if !w.Known {
					t.Errorf("the word %q is not known: %s", w.Text, w.Why.Reason)
				}
			}
			for _, x := range final.Exports {
				if text, known := x.Value.Text(); known {
					got.Env[x.Name] = text
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("bash does otherwise (-bash +walk):\n%s", diff)
			}
		})
	}
}
