package python

import (
	"bytes"
	"crypto/sha1"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"deploylint/internal/source"
)

// An oracle is a CPython on this machine.
type oracle struct {
	program string
	version string // such as 3.11
	minor   int    // such as 11
	library string // the directory of its standard library
}

// findProgram returns the python that DEPLOYLINT_PYTHON names, or the python3 on the PATH.
func findProgram() (string, error) {
	if program := os.Getenv("DEPLOYLINT_PYTHON"); program != "" {
		return program, nil
	}
	return exec.LookPath("python3")
}

// findOracle returns the CPython to ask, or skips the test.
func findOracle(tb testing.TB) oracle {
	tb.Helper()
	program, err := findProgram()
	if err != nil {
		tb.Skip("no python3 on the PATH: CPython is not asked, its recorded answers are tested all the same")
	}
	return askOracle(tb, program)
}

// askOracle returns what program is.
func askOracle(tb testing.TB, program string) oracle {
	tb.Helper()
	out, err := exec.Command(program, "-c",
		"import sys, sysconfig; print('%d.%d' % sys.version_info[:2]); print(sysconfig.get_path('stdlib'))").Output()
	if err != nil {
		tb.Skipf("python3 does not run: %v", err)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	_, minor, _ := strings.Cut(lines[0], ".")
	n, err := strconv.Atoi(minor)
	if err != nil {
		tb.Fatalf("python3 has version %q", lines[0])
	}
	return oracle{program: program, version: lines[0], minor: n, library: lines[1]}
}

// older reports whether o is older than Python 3.minor.
func (o oracle) older(minor int) bool { return o.minor < minor }

// files returns the standard library's files, without what is installed into it.
func (o oracle) files(tb testing.TB) []string {
	tb.Helper()
	var paths []string
	err := filepath.WalkDir(o.library, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && d.Name() == "site-packages" {
			return fs.SkipDir
		}
		if strings.HasSuffix(path, ".py") && d.Type().IsRegular() {
			paths = append(paths, path)
		}
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return paths
}

// run runs dump.py and returns what it prints.
func (o oracle) run(tb testing.TB, input string, args ...string) string {
	tb.Helper()
	cmd := exec.Command(o.program, append([]string{"testdata/dump.py"}, args...)...)
	cmd.Stdin = strings.NewReader(input)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		tb.Fatalf("dump.py %s: %v\n%s", args[0], err, stderr.String())
	}
	return string(out)
}

// readModule parses the file at path.
func readModule(tb testing.TB, path string) *Module {
	tb.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	return Parse(source.NewFile(filepath.Base(path), string(text)))
}

// places returns a Printer's Place that prints lines and columns as CPython counts them: lines from 1, which a lone
// carriage return ends too, and bytes of UTF-8 from 0. For a CPython before 3.12, what is inside an f-string has no
// place.
func places(m *Module, minor int) func(Pos) string {
	text := m.File.Text
	starts := []int{0}
	for i := range len(text) {
		if text[i] == '\n' || text[i] == '\r' && !strings.HasPrefix(text[i:], "\r\n") {
			starts = append(starts, i+1)
		}
	}
	bom := 0
	if strings.HasPrefix(text, "\uFEFF") {
		bom = 3
	}
	at := func(offset uint32) string {
		line := sort.SearchInts(starts, int(offset)+1)
		col := int(offset) - starts[line-1]
		if line == 1 {
			col -= bom
		}
		return fmt.Sprintf("%d:%d", line, col)
	}
	inside := func(Pos) bool { return false }
	if minor < 12 {
		inside = insideJoined(m)
	}
	return func(p Pos) string {
		if inside(p) {
			return ""
		}
		return "@" + at(p.From) + "-" + at(p.To)
	}
}

// insideJoined returns a function that tells whether a place lies in an outermost f-string, but is not all of it.
func insideJoined(m *Module) func(Pos) bool {
	var joined []Pos
	for _, s := range m.Body {
		Walk(s, func(n Node) bool {
			if j, ok := n.(*JoinedStr); ok {
				joined = append(joined, j.Pos)
				return false
			}
			return true
		})
	}
	sort.Slice(joined, func(i, j int) bool { return joined[i].From < joined[j].From })
	return func(p Pos) bool {
		i := sort.Search(len(joined), func(i int) bool { return joined[i].To >= p.To })
		return i < len(joined) && joined[i].From <= p.From && p.To <= joined[i].To && joined[i] != p
	}
}

// exception returns why the trees of a file of the standard library may differ, or "".
func exception(name string) string {
	switch filepath.ToSlash(name) {
	case "test/encoded_modules/module_koi8_r.py", "test/test_source_encoding.py", "turtledemo/clock.py":
		return "its encoding is one that is not read: KOI8-R, or Windows-1252"
	case "test/encoded_modules/module_iso_8859_1.py":
		return "CPython counts columns in UTF-8 after recoding; ours are offsets in the file, which is Latin-1"
	default:
		return ""
	}
}

// TestStandardLibrary compares the tree of each file of CPython's standard library with CPython's own, with the place of
// every node. It takes one file of ten, and all of them where DEPLOYLINT_LIBRARY is "whole".
func TestStandardLibrary(t *testing.T) {
	if testing.Short() {
		t.Skip("asks CPython about a library")
	}
	o := findOracle(t)
	paths := o.files(t)
	if os.Getenv("DEPLOYLINT_LIBRARY") != "whole" {
		sample := paths[:0]
		for i := 0; i < len(paths); i += 10 {
			sample = append(sample, paths[i])
		}
		paths = sample
	}
	for part := range slices.Chunk(paths, len(paths)/runtime.GOMAXPROCS(0)+1) {
		t.Run("from "+filepath.Base(part[0]), func(t *testing.T) {
			t.Parallel()
			answers := strings.Split(o.run(t, strings.Join(part, "\n")+"\n", "hashes", "--places"), "\n")[1:]
			same := 0
			for i, path := range part {
				name, _ := filepath.Rel(o.library, path)
				if exception(name) != "" {
					continue
				}
				if diff := o.compare(t, path, answers[i]); diff != "" {
					t.Errorf("%s: %s", name, diff)
					continue
				}
				same++
			}
			t.Logf("CPython %s: %d of %d files are the same", o.version, same, len(part))
		})
	}
}

// compare returns in what our tree of a file differs from CPython's, of which want is the hash, or "!" and why CPython
// refuses the file.
func (o oracle) compare(t *testing.T, path, want string) string {
	t.Helper()
	m := readModule(t, path)
	switch {
	case strings.HasPrefix(want, "!") && len(m.Errors) == 0:
		return fmt.Sprintf("accepted, but CPython %s says: %s", o.version, want[1:])
	case strings.HasPrefix(want, "!"):
		return ""
	case len(m.Errors) > 0:
		return fmt.Sprintf("line %d is refused: %s", m.Span(m.Errors[0].Pos).From().Line, m.Errors[0].Message)
	}
	p := Printer{Place: places(m, o.minor)}
	got := p.Module(m)
	if sum := sha1.Sum([]byte(got)); hex.EncodeToString(sum[:]) == want {
		return ""
	}
	return firstDifference(got, o.run(t, "", "tree", "--places", path))
}

// firstDifference returns where two trees differ, or "". An opaque string equals any.
func firstDifference(got, want string) string {
	i, j := 0, 0
	for i < len(got) && j < len(want) {
		switch {
		case got[i] == want[j]:
			i++
			j++
		case strings.HasPrefix(got[i:], "opaque") && want[j] == '"':
			i += len("opaque")
			for j++; j < len(want) && want[j] != '"'; j++ {
				if want[j] == '\\' {
					j++
				}
			}
			j++
		default:
			return fmt.Sprintf("got  …%.300s\n\twant …%.300s", got[max(0, i-120):], want[max(0, j-120):])
		}
	}
	if i < len(got) || j < len(want) {
		return "one tree is longer"
	}
	return ""
}
