package dotenv

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/joho/godotenv"

	"deploylint/internal/source"
)

// A record is what testdata/record.py wrote down of the real readers' answers to one text.
type record struct {
	Text    string
	Answers map[string]answer
}

type answer struct {
	OK     bool
	Values map[string]*string
}

func recorded(t *testing.T) []record {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "recorded.json"))
	if err != nil {
		t.Fatal(err)
	}
	var records []record
	if err := json.Unmarshal(data, &records); err != nil {
		t.Fatal(err)
	}
	return records
}

// TestRecordingIsCurrent asks the real readers again, where the folder that record.py wants is named.
func TestRecordingIsCurrent(t *testing.T) {
	libs := os.Getenv("DOTENV_READERS")
	if libs == "" {
		t.Skip("DOTENV_READERS does not name a folder with the real readers; testdata/record.py says how to make one")
	}
	fresh, err := exec.Command(filepath.Join(libs, "bin", "python"), filepath.Join("testdata", "record.py"), libs).Output()
	if err != nil {
		t.Fatal(err)
	}
	kept, err := os.ReadFile(filepath.Join("testdata", "recorded.json"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(fresh, kept) {
		t.Error("the real readers answer otherwise than recorded; run testdata/record.py")
	}
}

// outer is the environment that record.py asks the readers in.
func outer(name string) (string, Supply) {
	if name == "OUTER" {
		return "outer value", Set
	}
	return "", Unset
}

func TestReadersAgree(t *testing.T) {
	tests := map[string]struct {
		dialect   Dialect
		overwrite bool
	}{
		"python-dotenv":          {PythonDotenv, false},
		"python-dotenv override": {PythonDotenv, true},
		"environ current":        {DjangoEnviron, false},
		"environ 0.11.2":         {DjangoEnviron011, false},
		"environ 0.10.0":         {DjangoEnviron010, false},
		"environ 0.7.0":          {DjangoEnviron07, false},
		"decouple":               {Decouple, false},
		"docker":                 {Docker, false},
		"compose":                {Compose, false},
	}
	records := recorded(t)
	for name, c := range tests {
		t.Run(name, func(t *testing.T) {
			for _, record := range records {
				want := record.Answers[name]
				if name == "compose" {
					if _, lost := want.Values[""]; lost {
						continue // a name is missing; see composeReader.statement
					}
				}
				reading := Parse(source.NewFile(".env", record.Text)).Read(c.dialect, outer, c.overwrite)
				if (reading.Refusal == nil) != want.OK {
					t.Errorf("%q: refusal %+v, the reader takes it: %v", record.Text, reading.Refusal, want.OK)
					continue
				}
				if !want.OK {
					continue
				}
				if diff := cmp.Diff(values(want), effective(reading, c.dialect)); diff != "" {
					t.Errorf("%q: (-%s +got)\n%s", record.Text, name, diff)
				}
			}
		})
	}
}

// values writes an answer as text, with "None" for a name without a value.
func values(a answer) map[string]string {
	m := map[string]string{}
	for k, v := range a.Values {
		if v == nil {
			m[k] = "None"
		} else {
			m[k] = "=" + *v
		}
	}
	return m
}

// effective returns what a reader ends up with.
func effective(r Reading, d Dialect) map[string]string {
	m := map[string]string{}
	for _, e := range r.Entries {
		switch {
		case e.Dropped != "":
		case e.Null && d != PythonDotenv:
		case e.Null:
			m[e.Key] = "None"
		case !e.Known:
			m[e.Key] = "unknown: " + e.Reason.String()
		default:
			m[e.Key] = "=" + e.Text
		}
	}
	return m
}

func TestGodotenvAgrees(t *testing.T) {
	for _, record := range recorded(t) {
		want, err := godotenv.Unmarshal(record.Text)
		if _, lost := want[""]; lost {
			continue // godotenv took a line without a value for a value without a name
		}
		reading := Parse(source.NewFile(".env", record.Text)).Read(Godotenv, outer, false)
		if (reading.Refusal == nil) != (err == nil) {
			t.Errorf("%q: refusal %+v, godotenv takes it: %v", record.Text, reading.Refusal, err == nil)
			continue
		}
		if err != nil {
			continue
		}
		got := map[string]string{}
		for _, e := range reading.Entries {
			got[e.Key] = e.Text
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: (-godotenv +got)\n%s", record.Text, diff)
		}
	}
}

// TestBashAgrees compares what is known with what bash exported under "set -a".
func TestBashAgrees(t *testing.T) {
	known := 0
	for _, record := range recorded(t) {
		want := record.Answers["bash"].Values
		reading := Parse(source.NewFile(".envrc", "set -a\n"+record.Text)).Read(Bash, outer, false)
		got := map[string]Entry{}
		for _, e := range reading.Entries {
			if e.Dropped == "" && e.Exported && e.Key != "OUTER" {
				got[e.Key] = e
			}
		}
		for key, e := range got {
			value, found := want[key]
			switch {
			case !e.Known:
			case !found:
				t.Errorf("%q: bash does not export %s", record.Text, key)
			case *value != e.Text:
				t.Errorf("%q: %s is %q, bash says %q", record.Text, key, e.Text, *value)
			default:
				known++
			}
		}
		for key := range want {
			if _, found := got[key]; !found && reading.Refusal == nil {
				t.Errorf("%q: bash exports %s", record.Text, key)
			}
		}
	}
	if known < 500 {
		t.Errorf("only %d values are known", known)
	}
}

func TestRecordingIsBigEnough(t *testing.T) {
	lines := 0
	for _, r := range recorded(t) {
		lines += strings.Count(r.Text, "\n")
	}
	if lines < 500 {
		t.Errorf("%d lines", lines)
	}
}
