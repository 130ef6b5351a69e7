package repo

import (
	"errors"
	"io"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"unsafe"

	"deploylint/internal/source"
)

// Sweep reads many files, several at a time, and returns those that keep accepts, in the order of the entries. Unlike Read
// it keeps nothing of the others, so that a whole repository passes through little memory. A file that is not text, or too
// big, is left out: what is looked for in so many files is not expected there. Keep is called by several goroutines at once.
func (r *Repo) Sweep(entries []Entry, keep func(*source.File) bool) []*source.File {
	found := make([]*source.File, len(entries))
	const run = 32 // files that one worker takes in a row: neighbours mostly share a folder
	workers := min(runtime.GOMAXPROCS(0)*2, 16, len(entries)/8+1)
	var next atomic.Int64
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
			p := passage{repo: r}
			defer p.leave()
			for {
				from := int(next.Add(run)) - run
				if from >= len(entries) {
					return
				}
				for i := from; i < min(from+run, len(entries)); i++ {
					text, err := p.read(entries[i].Path)
					if err != nil || !keep(source.NewFile(entries[i].Path, text)) {
						continue
					}
					found[i] = source.NewFile(entries[i].Path, strings.Clone(text))
				}
			}
		})
	}
	wait.Wait()
	kept := found[:0]
	for _, f := range found {
		if f != nil {
			kept = append(kept, f)
		}
	}
	return kept
}

// A passage reads files one after the other.
type passage struct {
	repo   *Repo
	buffer []byte
	// folder is the last file's folder, and root the same, opened: from the top the system is asked for each folder on the
	// way to each file.
	folder string
	root   *os.Root
}

// leave closes the folder.
func (p *passage) leave() {
	if p.root != nil {
		_ = p.root.Close()
		p.root = nil
	}
}

// open opens a file, from its folder where that can be.
func (p *passage) open(name string) (*os.File, int64, error) {
	folder, base := path.Split(name)
	if folder == "" || !validPath(name) {
		return p.repo.open(name)
	}
	if p.root == nil || p.folder != folder {
		p.leave()
		root, err := p.repo.dir.OpenRoot(filepath.FromSlash(folder))
		if err != nil {
			return nil, 0, outside(err)
		}
		p.folder, p.root = folder, root
	}
	return openIn(p.root, base)
}

// read reads a file into a buffer that is used again for the next one, without counting it against the budget of one run.
// The text is good until then.
func (p *passage) read(name string) (string, error) {
	f, size, err := p.open(name)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	if size > sourceLimit {
		return "", tooBig(size, sourceLimit)
	}
	if int64(cap(p.buffer)) < size {
		p.buffer = make([]byte, size+size/2)
	}
	read := p.buffer[:size]
	got, err := io.ReadFull(f, read)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return "", cause(err)
	}
	return decode(unsafe.String(unsafe.SliceData(read), got))
}

// Head returns the first n bytes of a file of any kind, fewer where it is shorter, or "" where it cannot be read.
func (r *Repo) Head(name string, n int) string {
	f, size, err := r.open(name)
	if err != nil {
		return ""
	}
	defer func() { _ = f.Close() }()
	head := make([]byte, min(int64(n), size))
	got, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return ""
	}
	return string(head[:got])
}

// IsInstalled reports whether a file lies in a folder of installed packages, such as node_modules.
func IsInstalled(name string) bool {
	return installedDir(strings.Trim(path.Dir(name), "/")) != ""
}
