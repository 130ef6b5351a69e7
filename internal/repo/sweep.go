package repo

import (
	"errors"
	"io"
	"path"
	"runtime"
	"strings"
	"sync"
	"unsafe"

	"deploylint/internal/source"
)

// Sweep reads many files, several at a time, and returns those that keep accepts, in the order of the entries. Unlike Read
// it keeps nothing of the others, so that a whole repository passes through little memory. A file that is not text, or too
// big, is left out: what is looked for in so many files is not expected there. Keep is called by several goroutines at once.
func (r *Repo) Sweep(entries []Entry, keep func(*source.File) bool) []*source.File {
	found := make([]*source.File, len(entries))
	workers := min(runtime.GOMAXPROCS(0)*2, 16, len(entries)/8+1)
	var wait sync.WaitGroup
	for worker := range workers {
		wait.Go(func() {
			var buffer []byte
			for i := worker; i < len(entries); i += workers {
				text, err := r.pass(entries[i].Path, &buffer)
				if err != nil || !keep(source.NewFile(entries[i].Path, text)) {
					continue
				}
				found[i] = source.NewFile(entries[i].Path, strings.Clone(text))
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

// pass reads a file into a buffer that is used again for the next one, without counting it against the budget of one run.
// The text is good until then.
func (r *Repo) pass(name string, buffer *[]byte) (string, error) {
	f, size, err := r.open(name)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	if size > sourceLimit {
		return "", tooBig(size, sourceLimit)
	}
	if int64(cap(*buffer)) < size {
		*buffer = make([]byte, size+size/2)
	}
	read := (*buffer)[:size]
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
