package repo

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"deploylint/internal/memo"
	"deploylint/internal/source"
)

// Options changes what Open takes for the project. The zero Options is right for a checkout.
type Options struct {
	// Exclude holds patterns, in gitignore's syntax and relative to the root, of files that are left out.
	Exclude []string
	// Assume, when set, stands in for git: PATH is the root, nothing above it is looked at, and every file counts as
	// tracked unless Assume says otherwise.
	Assume *Assumption
}

// An Assumption says what git would say of the files of a directory that has no repository of its own, such as a test's
// fixture.
type Assumption struct {
	// Untracked holds paths, relative to PATH, that git does not track.
	Untracked []string
	// Ignored holds paths that git neither tracks nor would add. What a .gitignore says counts as well.
	Ignored []string
	// NoGit is set when there is no repository at all.
	NoGit bool
}

// State says how much is known of what git tracks.
type State uint8

// The states.
const (
	// NoGit: there is no repository around the project.
	NoGit State = iota
	// Unreadable: there is a repository, but its index could not be read.
	Unreadable
	// Empty: the repository's index tracks no file of the project yet.
	Empty
	// Tracked: Entry.Tracked tells for each file whether git tracks it.
	Tracked
)

// An Entry is one file of the project.
type Entry struct {
	// Path is slash-separated and relative to the root.
	Path string
	// Size is the file's size in bytes when git last looked at it, or when the directory was walked.
	Size int64
	// Mode holds the type bits, and the permission bits as far as they are known.
	Mode fs.FileMode
	// Tracked reports whether the file is in git's index.
	Tracked bool
	// Sparse is set for a tracked file that a sparse checkout leaves out, so that it is not on the disk.
	Sparse bool
}

// Symlink reports whether the entry is a symbolic link.
func (e Entry) Symlink() bool { return e.Mode&fs.ModeSymlink != 0 }

// Executable reports whether the file may be executed by its owner.
func (e Entry) Executable() bool { return e.Mode.IsRegular() && e.Mode&0o100 != 0 }

// A Repo is the files of one project. It is safe for concurrent use.
type Repo struct {
	root   string   // absolute; for opening, never for a message
	dir    *os.Root // the same directory, which no path leads out of
	scope  string
	single string
	state  State
	assume *Assumption
	// files is what is judged, sorted by path: the index, or what the walk found.
	files []Entry
	// present holds files that a walk found but that git would ignore.
	present    []Entry
	submodules []string
	git        gitDir
	exclude    *ignoreList

	reads       memo.Map[string, reading]
	ignores     memo.Map[string, *ignoreList]
	inventories memo.Map[string, *Inventory]
	spent       atomic.Int64

	infoExclude   func() *ignoreList
	probeNotTrack func() []Entry
}

// Open finds the project around PATH, which may be a directory or a single file, and lists its files. The error says
// that PATH itself cannot be read; everything less is a notification.
func Open(name string, opt Options) (*Repo, []source.Notification, error) {
	abs, err := filepath.Abs(name)
	if err == nil {
		abs, err = filepath.EvalSymlinks(abs)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("cannot read %s: %w", printable(name), cause(err))
	}
	info, err := os.Stat(abs)
	if err != nil {
		return nil, nil, fmt.Errorf("cannot read %s: %w", printable(name), cause(err))
	}
	start := abs
	if !info.IsDir() {
		if !info.Mode().IsRegular() {
			return nil, nil, fmt.Errorf("cannot read %s: %w", printable(name), ErrNotRegular)
		}
		start = filepath.Dir(abs)
	}

	r := &Repo{root: start, assume: opt.Assume}
	r.infoExclude = sync.OnceValue(r.readInfoExclude)
	r.probeNotTrack = sync.OnceValue(r.probeUntracked)
	r.exclude = newIgnoreList("", source.NewFile("--exclude", strings.Join(opt.Exclude, "\n")))

	notes, err := r.locate(start)
	if err != nil {
		return nil, nil, fmt.Errorf("cannot read %s: %w", printable(name), cause(err))
	}
	r.scope = relative(r.root, start)
	if !info.IsDir() {
		r.single = relative(r.root, abs)
	}
	notes = append(notes, r.list()...)
	return r, notes, nil
}

// locate finds the repository around start and opens the root.
func (r *Repo) locate(start string) ([]source.Notification, error) {
	var notes []source.Notification
	if r.assume == nil {
		git, found, note := findGit(start)
		if note != nil {
			notes = append(notes, *note)
		}
		if found {
			r.git, r.root = git, git.workTree
			r.state = Unreadable
		}
	}
	dir, err := os.OpenRoot(r.root)
	r.dir = dir
	return notes, err
}

// list fills files from the index, or else from a walk.
func (r *Repo) list() []source.Notification {
	if r.assume != nil {
		if !r.assume.NoGit {
			r.state = Tracked
		}
		return r.walkAssumed()
	}
	if r.state == NoGit {
		notes := r.walk("")
		return append(notes, source.Notification{
			Level:   source.Note,
			Message: "not a git checkout: every file counts, and nothing can be said of what is committed",
		})
	}
	index, err := readIndex(r.git)
	if err != nil {
		notes := r.walk("")
		return append(notes, source.Notification{
			Level:   source.Warning,
			Message: "git's index cannot be read (" + err.Error() + "): every file that is there counts",
		})
	}
	r.files = slices.DeleteFunc(index.entries, func(e Entry) bool { return r.excluded(e.Path) })
	r.submodules = index.submodules
	r.state = Tracked

	var notes []source.Notification
	if index.sparseDirs > 0 {
		notes = append(notes, source.Notification{
			Level:   source.Note,
			Message: fmt.Sprintf("a sparse checkout leaves out %d folders; what is in them is not judged", index.sparseDirs),
		})
	}
	if !r.HasDir(r.scope) {
		r.state = Empty
		notes = append(notes, r.walk(r.scope)...)
		notes = append(notes, source.Notification{
			Level:   source.Note,
			Message: "git tracks no file here yet: every file that is there and not ignored counts",
		})
	}
	return notes
}

// Root returns the absolute path of the root, for the edge of the program alone: no report may hold it.
func (r *Repo) Root() string { return r.root }

// Scope returns the directory that Open was given, relative to the root; "" is the root itself.
func (r *Repo) Scope() string { return r.scope }

// Single returns the file that Open was given, relative to the root, or "" when it was given a directory.
func (r *Repo) Single() string { return r.single }

// State says how much is known of what git tracks.
func (r *Repo) State() State { return r.state }

// FilesIn returns the files at any depth below dir, sorted by path; "" is the root.
func (r *Repo) FilesIn(dir string) []Entry {
	if dir == "" || dir == "." {
		return r.files
	}
	return under(r.files, dir)
}

// under cuts the entries below dir out of a sorted list.
func under(entries []Entry, dir string) []Entry {
	prefix := strings.TrimSuffix(dir, "/") + "/"
	from, _ := slices.BinarySearchFunc(entries, prefix, comparePath)
	// No path begins with prefix and sorts behind prefix with its slash turned into the byte that follows a slash.
	to, _ := slices.BinarySearchFunc(entries, prefix[:len(prefix)-1]+"0", comparePath)
	return entries[from:max(from, to)]
}

// within reports whether name is dir or below it; "" contains everything.
func within(dir, name string) bool {
	return dir == "" || name == dir || strings.HasPrefix(name, dir) && name[len(dir)] == '/'
}

// Find returns the entry of a file that is there.
func (r *Repo) Find(name string) (Entry, bool) {
	i, found := slices.BinarySearchFunc(r.files, clean(name), comparePath)
	if !found {
		return Entry{}, false
	}
	return r.files[i], true
}

// Exists reports whether a path is one of Files.
func (r *Repo) Exists(name string) bool {
	_, found := r.Find(name)
	return found
}

// HasDir reports whether one of Files lies below dir.
func (r *Repo) HasDir(dir string) bool {
	return len(r.FilesIn(clean(dir))) > 0
}

// IsTracked reports whether git tracks the file. Without a readable index it is never true; see State.
func (r *Repo) IsTracked(name string) bool {
	e, found := r.Find(name)
	return found && e.Tracked
}

// Stat looks at the disk, so that it also finds files that git does not track. A symbolic link is described itself.
func (r *Repo) Stat(name string) (Entry, error) {
	name = clean(name)
	if !validPath(name) {
		return Entry{}, readError(name, ErrOutside)
	}
	info, err := r.dir.Lstat(filepath.FromSlash(name))
	if err != nil {
		return Entry{}, readError(name, outside(err))
	}
	return Entry{Path: name, Size: info.Size(), Mode: info.Mode(), Tracked: r.IsTracked(name)}, nil
}

// OnDisk reports whether a regular file or a symbolic link is there, tracked or not.
func (r *Repo) OnDisk(name string) bool {
	e, err := r.Stat(name)
	return err == nil && (e.Mode.IsRegular() || e.Symlink())
}

// A DirEntry is a file or folder directly in a directory.
type DirEntry struct {
	Name  string
	IsDir bool
}

// Dir lists the files and folders directly in dir that Files holds, sorted by name.
func (r *Repo) Dir(dir string) []DirEntry {
	dir = clean(dir)
	skip := len(dir) + 1
	if dir == "." {
		skip = 0
	}
	var list []DirEntry
	for files := r.FilesIn(dir); len(files) > 0; {
		name, rest, isDir := strings.Cut(files[0].Path[skip:], "/")
		list = append(list, DirEntry{Name: name, IsDir: isDir})
		if !isDir {
			files = files[1:]
			continue
		}
		below := under(files, files[0].Path[:len(files[0].Path)-len(rest)-1])
		files = files[len(below):]
	}
	slices.SortFunc(list, func(a, b DirEntry) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// Glob returns those of Files that match a pattern, sorted. Stars stay within a path's element, as a shell's do, and do
// not match a leading dot; ** as a whole element stands for any number of folders.
func (r *Repo) Glob(pattern string) []string {
	pattern = clean(pattern)
	files := r.files
	if meta := strings.IndexAny(pattern, `*?[\`); meta < 0 {
		if r.Exists(pattern) {
			return []string{pattern}
		}
		return nil
	} else if slash := strings.LastIndexByte(pattern[:meta], '/'); slash >= 0 {
		files = r.FilesIn(pattern[:slash])
	}
	var list []string
	for _, e := range files {
		if globMatch(pattern, e.Path) {
			list = append(list, e.Path)
		}
	}
	return list
}

func (r *Repo) excluded(name string) bool {
	return len(r.exclude.patterns) > 0 && r.exclude.decidePath(name)
}

func comparePath(e Entry, name string) int { return strings.Compare(e.Path, name) }

// clean makes a path comparable with the paths of entries; the root is ".".
func clean(name string) string { return path.Clean(name) }

// validPath reports whether a path stays below the root without a detour. It is fs.ValidPath for names in any encoding.
func validPath(name string) bool {
	for element := range strings.SplitSeq(name, "/") {
		if element == "" || element == ".." || element == "." && name != "." || strings.IndexByte(element, 0) >= 0 {
			return false
		}
	}
	return true
}

// relative returns name relative to root with slashes; "" is the root itself.
func relative(root, name string) string {
	rel, err := filepath.Rel(root, name)
	if err != nil || rel == "." {
		return ""
	}
	return filepath.ToSlash(rel)
}

// cause strips what would put a path of the machine into a message.
func cause(err error) error {
	if pathError, ok := errors.AsType[*fs.PathError](err); ok {
		return pathError.Err
	}
	return err
}
