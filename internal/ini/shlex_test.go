package ini

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os/exec"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSplitCommandAsInstalledPython asks the installed Python's shlex about ten thousand random commands.
func TestSplitCommandAsInstalledPython(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no Python to compare with")
	}
	const script = `
import json, shlex, sys
def words(text):
    try:
        return shlex.split(text)
    except ValueError:
        return None
json.dump([words(text) for text in json.load(sys.stdin)], sys.stdout)`
	pieces := []string{
		"gunicorn", "-w", "3", "a=b", "é", "日本", "#", ";", "&&", "$X", "*", "~", "\\", "\\\\", "\\\"", "'", "\"", "''", "\"\"", "\n", "\t", "\r", "\v", "\u00a0",
		" ", " ", " ", "\x00", "`", "(", "%", "\\\n", "\\'", "x",
	}
	random := rand.New(rand.NewPCG(7, 11))
	texts := make([]string, 10_000)
	for i := range texts {
		var b strings.Builder
		for range random.IntN(12) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		texts[i] = b.String()
	}
	asked, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(python, "-c", script)
	command.Stdin = bytes.NewReader(asked)
	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	var answers [][]string
	if err := json.Unmarshal(out, &answers); err != nil {
		t.Fatal(err)
	}
	if len(answers) != len(texts) {
		t.Fatalf("%d answers to %d questions", len(answers), len(texts))
	}
	for i, want := range answers {
		words, err := SplitCommand(texts[i])
		if err != nil {
			if want != nil {
				t.Errorf("%q: %v, but shlex gives %q", texts[i], err, want)
			}
			continue
		}
		got := []string{}
		for _, w := range words {
			got = append(got, w.Text)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: (-shlex +got)\n%s", texts[i], diff)
		}
	}
}
