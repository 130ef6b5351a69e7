package repo

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"deploylint/internal/source"
)

// An indexBuilder writes index files byte by byte, the broken ones too.
type indexBuilder struct {
	version  uint32
	hashSize int
	count    uint32
	body     []byte
	previous string
}

func (b *indexBuilder) entry(name string, mode uint32, extended uint16) {
	start := len(b.body)
	words := make([]uint32, 10)
	words[6], words[9] = mode, 7
	for _, w := range words {
		b.body = binary.BigEndian.AppendUint32(b.body, w)
	}
	b.body = append(b.body, make([]byte, b.hashSize)...)
	flags := uint16(min(len(name), flagNameMask))
	if extended != 0 {
		flags |= flagExtended
	}
	b.body = binary.BigEndian.AppendUint16(b.body, flags)
	if extended != 0 {
		b.body = binary.BigEndian.AppendUint16(b.body, extended)
	}
	b.count++
	if b.version == 4 {
		common := 0
		for common < min(len(name), len(b.previous)) && name[common] == b.previous[common] {
			common++
		}
		b.body = append(b.body, byte(len(b.previous)-common)) // short names: one byte is enough
		b.body = append(append(b.body, name[common:]...), 0)
		b.previous = name
		return
	}
	b.body = append(b.body, name...)
	for n := 8 - (len(b.body)-start)%8; n > 0; n-- {
		b.body = append(b.body, 0)
	}
}

func (b *indexBuilder) extension(name, body string) {
	b.body = append(b.body, name...)
	b.body = binary.BigEndian.AppendUint32(b.body, uint32(len(body)))
	b.body = append(b.body, body...)
}

func (b *indexBuilder) String() string {
	head := append([]byte("DIRC"), 0, 0, 0, 0, 0, 0, 0, 0)
	binary.BigEndian.PutUint32(head[4:], b.version)
	binary.BigEndian.PutUint32(head[8:], b.count)
	return string(head) + string(b.body) + strings.Repeat("\x00", b.hashSize)
}

func noShared(string) (string, error) { return "", fs.ErrNotExist }

func TestParseIndex(t *testing.T) {
	long := strings.Repeat("d/", 2500) + "long.py"
	for _, version := range []uint32{2, 3, 4} {
		for _, hashSize := range []int{20, 32} {
			t.Run(fmt.Sprintf("version %d, hash of %d", version, hashSize), func(t *testing.T) {
				b := indexBuilder{version: version, hashSize: hashSize}
				b.entry(".env", 0o100644, 0)
				b.entry("a/run.sh", 0o100755, 0)
				b.entry("a/run.sh", 0o100755, 0) // an unresolved merge
				b.entry("a/sub", 0o160000, 0)
				if version > 2 {
					b.entry("b/absent.py", 0o100644, flagSkipWorktree)
				}
				b.entry("b/link", 0o120000, 0)
				if version != 4 {
					b.entry(long, 0o100644, 0)
				}
				b.extension("TREE", "anything")
				b.extension("sdir", "")
				got, err := parseIndex(b.String(), hashSize, noShared)
				if err != nil {
					t.Fatal(err)
				}
				want := []Entry{
					{Path: ".env", Size: 7, Mode: 0o644, Tracked: true},
					{Path: "a/run.sh", Size: 7, Mode: 0o755, Tracked: true},
				}
				if version > 2 {
					want = append(want, Entry{Path: "b/absent.py", Size: 7, Mode: 0o644, Tracked: true, Sparse: true})
				}
				want = append(want, Entry{Path: "b/link", Size: 7, Mode: 0o777 | fs.ModeSymlink, Tracked: true})
				if version != 4 {
					want = append(want, Entry{Path: long, Size: 7, Mode: 0o644, Tracked: true})
				}
				if diff := cmp.Diff(want, got.entries); diff != "" {
					t.Error(diff)
				}
				if diff := cmp.Diff([]string{"a/sub"}, got.submodules); diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}

func TestParseIndexErrors(t *testing.T) {
	good := indexBuilder{version: 2, hashSize: 20}
	good.entry("a.py", 0o100644, 0)
	good.entry("b.py", 0o100644, 0)
	for n := range len(good.String()) {
		if _, err := parseIndex(good.String()[:n], 20, noShared); err == nil {
			t.Errorf("an index cut after %d bytes is taken", n)
		}
	}
	build := func(name string, mode uint32) string {
		b := indexBuilder{version: 2, hashSize: 20}
		b.entry(name, mode, 0)
		return b.String()
	}
	extension := func(name, body string) string {
		b := indexBuilder{version: 2, hashSize: 20}
		b.extension(name, body)
		return b.String()
	}
	counted := good
	counted.count = 1 << 31
	for _, test := range []struct {
		name, data string
		want       error
	}{
		{"empty", "", errIndexShort},
		{"not an index", strings.Repeat("garbage ", 20), errIndexSignature},
		{"a count that is a lie", counted.String(), errIndexShort},
		{"SHA-256 read as SHA-1", (&indexBuilder{version: 9, hashSize: 20}).String(), nil},
		{"a path out of the tree", build("../x", 0o100644), errIndexPath},
		{"an absolute path", build("/etc/passwd", 0o100644), errIndexPath},
		{"a path with a dot", build("a/./b", 0o100644), errIndexPath},
		{"an empty path", build("", 0o100644), errIndexPath},
		{"a mode that is none", build("a", 0o060000), errIndexPath},
		{"an unknown extension that must be known", extension("evil", ""), nil},
		{"an extension that is cut", extension("link", "x"), errIndexShort},
		{"a split index without its base", extension("link", strings.Repeat("x", 20)), errIndexSplit},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := parseIndex(test.data, 20, noShared)
			if err == nil || test.want != nil && !errors.Is(err, test.want) {
				t.Errorf("error %v, want %v", err, test.want)
			}
		})
	}
	if _, err := parseIndex(extension("FSMN", "xx"), 20, noShared); err != nil {
		t.Errorf("an extension that may be skipped: %v", err)
	}
}

// TestIndexAsGit compares with git ls-files, for each kind of index that git writes.
func TestIndexAsGit(t *testing.T) {
	if testing.Short() {
		t.Skip("asks git")
	}
	names := []string{
		".env", "a-b/c.py", "a.py", "a/b/c.py", "a/b/d.py", "a/run.sh", "ab.py", "dir/deep/deeper/x.conf", "é.py", "x y.txt", "z",
		"file_with_a_rather_long_name_that_goes_on_and_on.py",
	}
	setup := func(t *testing.T, args ...string) string {
		t.Helper()
		root := t.TempDir()
		git(t, root, append([]string{"init", "-q"}, args...)...)
		for i, name := range names {
			writeFile(t, root, name, strings.Repeat("x", i))
		}
		if err := os.Symlink("a.py", filepath.Join(root, "link.py")); err != nil {
			t.Fatal(err)
		}
		git(t, root, "add", ".")
		return root
	}
	for _, test := range []struct {
		name string
		make func(t *testing.T) string
	}{
		{"version 2", func(t *testing.T) string { t.Helper(); return setup(t) }},
		{"version 4", func(t *testing.T) string {
			t.Helper()
			root := setup(t)
			git(t, root, "update-index", "--index-version", "4")
			return root
		}},
		{"SHA-256", func(t *testing.T) string { t.Helper(); return setup(t, "--object-format=sha256") }},
		{"intent to add", func(t *testing.T) string {
			t.Helper()
			root := setup(t)
			writeFile(t, root, "new.py", "x")
			git(t, root, "add", "-N", "new.py")
			return root
		}},
		{"split", func(t *testing.T) string { t.Helper(); return splitIndex(t, setup(t)) }},
		{"split, SHA-256", func(t *testing.T) string { t.Helper(); return splitIndex(t, setup(t, "--object-format=sha256")) }},
		{"split, version 4", func(t *testing.T) string {
			t.Helper()
			root := setup(t)
			git(t, root, "update-index", "--index-version", "4")
			return splitIndex(t, root)
		}},
		{"linked work tree", func(t *testing.T) string {
			t.Helper()
			root := setup(t)
			git(t, root, "commit", "-qm", "x")
			tree := filepath.Join(t.TempDir(), "tree")
			git(t, root, "worktree", "add", "-q", tree)
			return tree
		}},
		{"untracked cache", func(t *testing.T) string {
			t.Helper()
			root := setup(t)
			git(t, root, "update-index", "--force-untracked-cache")
			return root
		}},
		{"a merge with conflicts", func(t *testing.T) string {
			t.Helper()
			root := setup(t)
			git(t, root, "commit", "-qm", "x")
			hash := strings.TrimSpace(git(t, root, "rev-parse", "HEAD:a/b/c.py"))
			git(t, root, "update-index", "--force-remove", "a.py")
			for stage := 1; stage <= 3; stage++ {
				info := filepath.Join(root, "..", "info")
				line := fmt.Sprintf("100644 %s %d\ta.py\n", hash, stage)
				if err := os.WriteFile(info, []byte(line), 0o644); err != nil {
					t.Fatal(err)
				}
				git(t, root, "-c", "alias.feed=!git update-index --index-info < "+info, "feed")
			}
			return root
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			root := test.make(t)
			r, notes, err := Open(root, Options{})
			if err != nil || r.State() != Tracked {
				t.Fatalf("state %v, error %v, notes %v", r.State(), err, notes)
			}
			want := strings.FieldsFunc(git(t, root, "ls-files", "-z", "--deduplicate"), func(c rune) bool { return c == 0 })
			if diff := cmp.Diff(want, paths(r.FilesIn(""))); diff != "" {
				t.Errorf("-git +ours:\n%s", diff)
			}
			if e, _ := r.Find("link.py"); !e.Symlink() {
				t.Error("link.py is no link")
			}
		})
	}
}

// splitIndex splits the index of a repository and then replaces, removes and adds entries, so that both bitmaps are used.
func splitIndex(t *testing.T, root string) string {
	t.Helper()
	git(t, root, "commit", "-qm", "x")
	git(t, root, "config", "splitIndex.maxPercentChange", "100")
	git(t, root, "update-index", "--split-index")
	writeFile(t, root, "a/b/d.py", "changed and longer")
	writeFile(t, root, "added.py", "x")
	git(t, root, "add", "a/b/d.py", "added.py")
	git(t, root, "rm", "-q", "--cached", "a.py", "x y.txt")
	if shared, _ := filepath.Glob(filepath.Join(root, ".git", "sharedindex.*")); len(shared) == 0 {
		t.Fatal("git did not split the index")
	}
	return root
}

func TestSparseIndex(t *testing.T) {
	root := t.TempDir()
	git(t, root, "init", "-q")
	for _, name := range []string{"manage.py", "in/a.py", "out/b.py", "out/deep/c.py"} {
		writeFile(t, root, name, "x")
	}
	git(t, root, "add", ".")
	git(t, root, "commit", "-qm", "x")
	git(t, root, "sparse-checkout", "init", "--cone", "--sparse-index")
	git(t, root, "sparse-checkout", "set", "in")
	r, notes, err := Open(root, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"in/a.py", "manage.py"}, paths(r.FilesIn(""))); diff != "" {
		t.Error(diff)
	}
	want := []source.Notification{{Message: "a sparse checkout leaves out 1 folders; what is in them is not judged"}}
	if diff := cmp.Diff(want, notes, cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
}

func TestSubmodule(t *testing.T) {
	inner, root := t.TempDir(), t.TempDir()
	for _, dir := range []string{inner, root} {
		git(t, dir, "init", "-q")
		writeFile(t, dir, "manage.py", "x")
		git(t, dir, "add", ".")
		git(t, dir, "commit", "-qm", "x")
	}
	git(t, root, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner, "lib/inner")
	r := open(t, root, Options{})
	if diff := cmp.Diff([]string{"lib/inner"}, r.submodules); diff != "" {
		t.Error(diff)
	}
	sub := open(t, filepath.Join(root, "lib/inner"), Options{})
	if diff := cmp.Diff([]string{"manage.py"}, paths(sub.FilesIn(""))); diff != "" || sub.Scope() != "" {
		t.Errorf("scope %q: %s", sub.Scope(), diff)
	}
}

func TestReadBitmap(t *testing.T) {
	word := func(n uint64) string { return string(binary.BigEndian.AppendUint64(nil, n)) }
	header := func(bits, words uint32) string {
		return string(binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, bits), words))
	}
	for _, test := range []struct {
		name, data string
		want       []int
		fails      bool
	}{
		{"one literal", header(8, 2) + word(1<<33) + word(0b101) + "pos.", []int{0, 2}, false},
		{"a run of ones, cut at the size", header(66, 1) + word(2<<1|1) + "pos.", upTo(66), false},
		{"zeros, then a literal", header(130, 2) + word(2<<1|1<<33) + word(1) + "pos.", []int{128}, false},
		{"empty", header(0, 1) + word(0) + "pos.", nil, false},
		{"more words than there are", header(8, 9) + word(0), nil, true},
		{"more literals than there are", header(8, 1) + word(5<<33) + "pos.", nil, true},
		{"a run without end", header(8, 1) + word(0xffffffff<<1|1) + "pos.", nil, true},
		{"too short", "x", nil, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, rest, err := readBitmap(test.data)
			if (err != nil) != test.fails || rest != "" {
				t.Fatalf("rest %q, error %v", rest, err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func upTo(n int) []int {
	var list []int
	for i := range n {
		list = append(list, i)
	}
	return list
}

func FuzzIndex(f *testing.F) {
	for _, version := range []uint32{2, 3, 4} {
		b := indexBuilder{version: version, hashSize: 20}
		b.entry("a.py", 0o100644, 0)
		b.entry("a/b.py", 0o100755, 0)
		b.extension("link", strings.Repeat("x", 20)+"\x00\x00\x00\x08\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x03posi")
		f.Add(b.String(), "")
		f.Add(b.String(), b.String())
	}
	f.Add("DIRC", "")
	f.Fuzz(func(t *testing.T, data, shared string) {
		for _, hashSize := range []int{20, 32} {
			index, err := parseIndex(data, hashSize, func(string) (string, error) { return shared, nil })
			if err != nil {
				continue
			}
			for i, e := range index.entries {
				if !validPath(e.Path) || i > 0 && index.entries[i-1].Path >= e.Path {
					t.Errorf("entry %d, %q, is invalid or out of order", i, e.Path)
				}
			}
		}
	})
}

func BenchmarkParseIndex(b *testing.B) {
	x := indexBuilder{version: 2, hashSize: 20}
	for i := range 5000 {
		x.entry(fmt.Sprintf("app%03d/module_%04d.py", i/50, i), 0o100644, 0)
	}
	data := x.String()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := parseIndex(data, 20, noShared); err != nil {
			b.Fatal(err)
		}
	}
}
