package repo

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/source"
)

// TestSweep reads files of many folders: each once, in order, and none through a link that leads out.
func TestSweep(t *testing.T) {
	root := t.TempDir()
	var want []string
	for i := range 100 {
		name := fmt.Sprintf("part%02d/inner/file%02d.txt", i/7, i)
		writeFile(t, root, name, fmt.Sprintf("text %d", i))
		want = append(want, name)
	}
	writeFile(t, root, "top.txt", "text at the top")
	want = append(want, "top.txt")
	r := open(t, root, Options{})
	entries := append(r.FilesIn(""), Entry{Path: "../outside.txt"}, Entry{Path: "part00/../../outside.txt"}, Entry{Path: "gone/file.txt"})
	var got []string
	for _, f := range r.Sweep(entries, func(f *source.File) bool { return f.Text != "text 3" }) {
		got = append(got, f.Path)
	}
	want = append(want[:3:3], want[4:]...)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
