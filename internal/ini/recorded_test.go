package ini

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/source"
)

// A recording is what testdata/record.py wrote down of supervisor's answers.
type recording struct {
	Parse []struct {
		Text, Error string
		Sections    map[string]map[string]string
	}
	Environment []struct {
		Text  string
		OK    bool
		Pairs map[string]string
	}
	Words []struct {
		Text  string
		OK    bool
		Words []string
	}
	Expand []struct {
		Text, Error, Result string
	}
	Convert []struct {
		Kind, Text, Result string
		OK                 bool
	}
}

func recorded(t *testing.T) recording {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "recorded.json"))
	if err != nil {
		t.Fatal(err)
	}
	var r recording
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// TestRecordingIsCurrent asks the installed supervisor again.
func TestRecordingIsCurrent(t *testing.T) {
	const python = "/usr/bin/python3" // the one that a distribution's supervisor belongs to
	if _, err := os.Stat(python); err != nil {
		t.Skip("no system Python")
	}
	fresh, err := exec.Command(python, filepath.Join("testdata", "record.py")).Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 3 {
		t.Skip("no supervisor, or a Python whose configparser cuts comments otherwise")
	}
	if err != nil {
		t.Fatal(err)
	}
	kept, err := os.ReadFile(filepath.Join("testdata", "recorded.json"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(fresh, kept) {
		t.Error("supervisor answers otherwise than recorded; run testdata/record.py")
	}
}

func TestParseAsSupervisor(t *testing.T) {
	for _, c := range recorded(t).Parse {
		t.Run("", func(t *testing.T) {
			tree := Parse(source.NewFile("supervisord.conf", c.Text))
			checkTree(t, tree)
			if got := parserError(tree); got != c.Error {
				t.Errorf("%q: error %q, want %q (%v)", c.Text, got, c.Error, tree.Issues)
			}
			if c.Error == "MissingSectionHeaderError" {
				return
			}
			got := map[string]map[string]string{}
			for _, name := range tree.Names() {
				got[name] = map[string]string{}
				for _, o := range tree.Effective(name) {
					got[name][o.Name] = o.Value.Text
					if last, ok := tree.Get(name, o.Name); !ok || last != o {
						t.Errorf("%q: Get(%q, %q) is not the effective option", c.Text, name, o.Name)
					}
				}
			}
			if diff := cmp.Diff(c.Sections, got); diff != "" {
				t.Errorf("%q: (-supervisor +got)\n%s", c.Text, diff)
			}
		})
	}
}

// parserError names the exception that configparser would raise for a tree.
func parserError(tree *Tree) string {
	name := ""
	for _, i := range tree.Issues {
		switch i.Kind {
		case NoHeader, ByteOrderMark:
			return "MissingSectionHeaderError"
		case NoDelimiter, NoName:
			name = "ParsingError"
		default:
		}
	}
	return name
}

func TestSplitEnvironmentAsSupervisor(t *testing.T) {
	for _, c := range recorded(t).Environment {
		assignments, losses, err := SplitEnvironment(c.Text)
		if (err == nil) != c.OK {
			t.Errorf("%q: error %v, supervisor takes it: %v", c.Text, err, c.OK)
			continue
		}
		for _, l := range losses {
			if l.Start >= l.End || l.End > len(c.Text) {
				t.Errorf("%q: loss %v", c.Text, l)
			}
		}
		if !c.OK {
			continue
		}
		got := map[string]string{}
		for _, a := range assignments {
			got[a.Key] = a.Value
			if !strings.Contains(c.Text, "#") && (c.Text[a.KeyStart:a.KeyEnd] != a.Key || strings.Trim(c.Text[a.ValueStart:a.ValueEnd], `'"`) != a.Value) {
				t.Errorf("%q: %+v does not stand where it says", c.Text, a)
			}
		}
		if diff := cmp.Diff(c.Pairs, got); diff != "" {
			t.Errorf("%q: (-supervisor +got)\n%s", c.Text, diff)
		}
	}
}

func TestSplitCommandAsPython(t *testing.T) {
	for _, c := range recorded(t).Words {
		words, err := SplitCommand(c.Text)
		if (err == nil) != c.OK {
			t.Errorf("%q: error %v, shlex takes it: %v", c.Text, err, c.OK)
			continue
		}
		if !c.OK {
			continue
		}
		got := []string{}
		for _, w := range words {
			got = append(got, w.Text)
			again, err := SplitCommand(c.Text[w.Start:w.End])
			if err != nil || len(again) != 1 || again[0].Text != w.Text {
				t.Errorf("%q: %+v does not stand where it says", c.Text, w)
			}
		}
		if diff := cmp.Diff(c.Words, got); diff != "" {
			t.Errorf("%q: (-shlex +got)\n%s", c.Text, diff)
		}
	}
}

// table is the one of testdata/record.py.
func table(name string) (string, bool) {
	switch name {
	case "here":
		return "/etc/supervisor", true
	case "program_name":
		return "web", true
	case "group_name":
		return "shop's", true
	case "host_node_name":
		return "host-1", true
	case "process_num":
		return "7", true
	case "numprocs":
		return "12", true
	case "ENV_HOME":
		return "/home/é", true
	case "ENV_(x)":
		return "paren", true
	case "ENV_ONE":
		return "x", true
	}
	return "", false
}

func TestExpandAsPython(t *testing.T) {
	for _, c := range recorded(t).Expand {
		got, unknown, err := Expand(c.Text, table)
		bare := len(unknown) > 0 && strings.HasPrefix(unknown[0], "%")
		switch {
		case bare && err == nil:
			// Python writes the whole table here, and everything after it is an unknown name or an error.
			if c.Error == "format" {
				t.Errorf("%q: no error, and Python refuses it", c.Text)
			}
		case c.Error == "unknown":
			// Python stops at the first unknown name, and what follows may be broken too.
			if len(unknown) == 0 || unknown[0] != c.Result {
				t.Errorf("%q: unknown %q, want %q", c.Text, unknown, c.Result)
			}
		case c.Error == "format":
			if _, ok := errors.AsType[*FormatError](err); !ok {
				t.Errorf("%q: got %q, and Python refuses it", c.Text, got)
			}
		case err != nil || len(unknown) > 0 || got != c.Result:
			t.Errorf("%q: got %q, %q, %v, want %q", c.Text, got, unknown, err, c.Result)
		}
	}
}

func TestConvertAsSupervisor(t *testing.T) {
	for _, c := range recorded(t).Convert {
		got, err := convertAs(c.Kind, c.Text)
		if (err == nil) != c.OK || err == nil && got != c.Result {
			t.Errorf("%s %q: got %q, %v, want %q, ok %v", c.Kind, c.Text, got, err, c.Result, c.OK)
		}
	}
}

// convertAs writes the result of a conversion as testdata/record.py does.
func convertAs(kind, text string) (string, error) {
	var result any
	var err error
	switch kind {
	case "bool":
		var b bool
		if b, err = ParseBool(text); b {
			return "True", err
		}
		return "False", err
	case "int":
		result, err = ParseInt(text)
	case "bytes":
		result, err = ParseBytes(text)
	case "octal":
		result, err = ParseOctal(text)
	case "signal":
		_, result, err = ParseSignal(text)
	case "exitcodes":
		codes, fault := ParseExitCodes(text)
		items := make([]string, len(codes))
		for i, c := range codes {
			items[i] = strconv.Itoa(c)
		}
		return strings.Join(items, "|"), fault
	case "restart":
		var r Restarts
		r, err = ParseRestart(text)
		result = [...]string{Unexpected: "RestartWhenExitUnexpected", Always: "RestartUnconditionally", Never: "False"}[r]
	case "loglevel":
		if err = ParseLogLevel(text); err == nil {
			result = map[string]int{"critical": 50, "error": 40, "warn": 30, "info": 20, "debug": 10, "trace": 5, "blather": 3}[strings.ToLower(text)]
		}
	case "name":
		result, err = ParseName(text)
	case "address":
		host, port, fault := ParseAddress(text)
		return fmt.Sprintf("%s|%d", host, port), fault
	case "list":
		return strings.Join(ParseList(text), "|"), nil
	}
	return fmt.Sprint(result), err
}
