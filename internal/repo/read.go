package repo

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"unicode/utf16"
	"unicode/utf8"
	"unsafe"

	"deploylint/internal/source"
)

// Why a file was not read, beside the errors of io/fs.
var (
	// ErrTooBig: the file is larger than files of its kind reasonably are.
	ErrTooBig = errors.New("the file is too big")
	// ErrBinary: the file is not text.
	ErrBinary = errors.New("the file is not text")
	// ErrNotRegular: it is a directory, a FIFO, a socket or a device.
	ErrNotRegular = errors.New("it is not a regular file")
	// ErrOutside: the path, or a symbolic link on it, leads out of the project.
	ErrOutside = errors.New("it lies outside the project")
	// ErrBudget: all files together have reached the limit of one run.
	ErrBudget = errors.New("too much was read already")
)

// How much is read: of all files together, and how far a file is searched for the NUL that makes it binary, which is
// git's own measure.
const (
	readBudget  = 64 << 20
	binarySniff = 8000
)

// Limits by kind of file.
const (
	smallLimit  = 64 << 10
	configLimit = 256 << 10
	sourceLimit = 1 << 20
	lockLimit   = 8 << 20
)

// limitOf returns the largest size of a file that is read.
func limitOf(name string) int64 {
	base := path.Base(name)
	switch base {
	// A lock file names every package with all its hashes.
	case "poetry.lock", "uv.lock", "pdm.lock", "Pipfile.lock", "pyproject.toml":
		return lockLimit
	}
	if isEnvName(base) {
		return configLimit
	}
	switch strings.ToLower(path.Ext(base)) {
	case ".json":
		return smallLimit
	case ".yml", ".yaml", ".ini", ".cfg", ".toml", ".service", ".socket", ".env":
		return configLimit
	}
	return sourceLimit
}

// A reading is the one time that a file is read.
type reading struct {
	file *source.File
	err  error
}

// Read returns a file of the project, tracked or not, by its path relative to the root. It is read once; all callers
// get the same File, so that spans compare. The error holds no path of the machine.
func (r *Repo) Read(name string) (*source.File, error) {
	name = clean(name)
	once := r.reads.Get(name, func() reading {
		text, err := r.read(name)
		if err != nil {
			return reading{err: readError(name, err)}
		}
		return reading{file: source.NewFile(name, text)}
	})
	return once.file, once.err
}

func (r *Repo) read(name string) (string, error) {
	f, size, err := r.open(name)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	limit := limitOf(name)
	if size > limit {
		return "", tooBig(size, limit)
	}
	if r.spent.Add(size) > readBudget {
		return "", ErrBudget
	}
	text, err := readUpTo(f, size, limit)
	if err != nil {
		return "", cause(err)
	}
	return decode(text)
}

// open opens a regular file below the root. Symbolic links are followed as long as they stay inside.
func (r *Repo) open(name string) (*os.File, int64, error) {
	if !validPath(name) {
		return nil, 0, ErrOutside
	}
	return openIn(r.dir, filepath.FromSlash(name))
}

// openIn opens a regular file below a folder.
func openIn(dir *os.Root, name string) (*os.File, int64, error) {
	f, err := dir.OpenFile(name, os.O_RDONLY|nonBlock, 0)
	if err != nil {
		return nil, 0, outside(err)
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = ErrNotRegular
	}
	if err != nil {
		_ = f.Close()
		return nil, 0, cause(err)
	}
	return f, info.Size(), nil
}

// outside turns the error that os.Root gives for a path that leaves it into ErrOutside. That error has no name, but
// unlike all others it is none of the system's.
func outside(err error) error {
	var errno syscall.Errno
	if errors.As(err, &errno) || errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		return cause(err)
	}
	return ErrOutside
}

// openRegular opens one of git's own files, which may lie outside the root.
func openRegular(name string) (*os.File, fs.FileInfo, error) {
	f, err := os.OpenFile(name, os.O_RDONLY|nonBlock, 0)
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = ErrNotRegular
	}
	if err != nil {
		_ = f.Close()
		return nil, nil, err
	}
	return f, info, nil
}

// readUpTo reads a file that said it has size bytes, and no more than limit if it has grown since.
func readUpTo(f io.Reader, size, limit int64) (string, error) {
	if size > limit {
		return "", ErrTooBig
	}
	buf := make([]byte, 0, size+1) // one more, so that the end is seen without growing
	for {
		n, err := f.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		switch {
		case errors.Is(err, io.EOF):
			// The buffer is not written again, so the string need not copy it.
			return unsafe.String(unsafe.SliceData(buf), len(buf)), nil
		case err != nil:
			return "", err
		case int64(len(buf)) > limit:
			return "", ErrTooBig
		case len(buf) == cap(buf):
			buf = append(buf, 0)[:len(buf)]
		}
	}
}

// decode returns the text of a file, or ErrBinary. UTF-16, which editors on Windows write, is turned into UTF-8; a UTF-8
// byte order mark stays, because some of the real readers stumble over it.
func decode(text string) (string, error) {
	switch {
	case strings.HasPrefix(text, "\xff\xfe"):
		return decodeUTF16(text[2:], 0, 1), nil
	case strings.HasPrefix(text, "\xfe\xff"):
		return decodeUTF16(text[2:], 1, 0), nil
	case strings.IndexByte(text[:min(len(text), binarySniff)], 0) >= 0:
		return "", ErrBinary
	}
	return text, nil
}

func decodeUTF16(text string, low, high int) string {
	units := make([]uint16, 0, len(text)/2)
	for i := 0; i+1 < len(text); i += 2 {
		units = append(units, uint16(text[i+low])|uint16(text[i+high])<<8)
	}
	return string(utf16.Decode(units))
}

// head returns the first bytes of a file for a look at what it is.
func (r *Repo) head(name string, n int) (string, error) {
	f, size, err := r.open(name)
	if err != nil || size == 0 {
		return "", err
	}
	defer func() { _ = f.Close() }()
	buf := make([]byte, min(int64(n), size))
	got, err := io.ReadFull(f, buf)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return "", cause(err)
	}
	return decode(string(buf[:got]))
}

func tooBig(size, limit int64) error {
	return fmt.Errorf("%w: %d bytes, where %d are read", ErrTooBig, size, limit)
}

func readError(name string, err error) error {
	return fmt.Errorf("%s: %w", printable(name), err)
}

// Unread is the notification for a file that Read gave an error for.
func Unread(name string, err error) source.Notification {
	level := source.Warning
	if errors.Is(err, ErrBinary) || errors.Is(err, fs.ErrNotExist) {
		level = source.Note
	}
	return source.Notification{Level: level, Message: "cannot read " + err.Error(), Path: name}
}

// printable quotes a name that would disturb a terminal.
func printable(name string) string {
	if utf8.ValidString(name) && !strings.ContainsFunc(name, func(c rune) bool { return !strconv.IsPrint(c) }) {
		return name
	}
	return strconv.Quote(name)
}
