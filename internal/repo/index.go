package repo

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
)

// An index is what git tracks, as https://git-scm.com/docs/index-format lays it down.
type index struct {
	// entries are the files, sorted by path and each once.
	entries    []Entry
	submodules []string
	// sparseDirs counts the folders that a sparse index holds instead of what is in them.
	sparseDirs int
}

const indexLimit = 512 << 20

// Why an index is not read.
var (
	errIndexShort     = errors.New("it is cut short")
	errIndexSignature = errors.New("it is not an index")
	errIndexPath      = errors.New("an entry has an impossible path")
	errIndexSplit     = errors.New("the index it is split from does not fit")
)

// readIndex reads the index of a repository. One that is not there tracks nothing.
func readIndex(git gitDir) (index, error) {
	data, err := readIndexFile(filepath.Join(git.dir, "index"))
	if errors.Is(err, fs.ErrNotExist) {
		return index{}, nil
	}
	if err != nil {
		return index{}, err
	}
	return parseIndex(data, git.hashSize, func(name string) (string, error) {
		return readIndexFile(filepath.Join(git.dir, name))
	})
}

func readIndexFile(name string) (string, error) {
	f, info, err := openRegular(name)
	if err != nil {
		return "", cause(err)
	}
	defer func() { _ = f.Close() }()
	return readUpTo(f, info.Size(), indexLimit)
}

// parseIndex reads an index. shared opens the file that a split index names.
func parseIndex(data string, hashSize int, shared func(name string) (string, error)) (index, error) {
	raw, link, err := parseRawIndex(data, hashSize)
	if err != nil {
		return index{}, err
	}
	if link != nil && !link.alone() {
		base, err := shared("sharedindex." + link.hash)
		if err != nil {
			return index{}, fmt.Errorf("%w: %w", errIndexSplit, cause(err))
		}
		baseRaw, baseLink, err := parseRawIndex(base, hashSize)
		if err != nil {
			return index{}, err
		}
		if baseLink != nil {
			return index{}, errIndexSplit
		}
		if raw, err = link.merge(baseRaw, raw); err != nil {
			return index{}, err
		}
	}
	return finishIndex(raw)
}

// A rawEntry is an entry as it stands in the index.
type rawEntry struct {
	path   string
	mode   uint32
	size   uint32
	sparse bool
}

// Bits of an entry's flags.
const (
	flagExtended     = 0x4000 // in flags: a second word follows
	flagNameMask     = 0x0fff // in flags: the path's length, if it fits
	flagSkipWorktree = 0x4000 // in the second word
)

// The types in an entry's mode.
const (
	modeType    = 0o170000
	modeRegular = 0o100000
	modeSymlink = 0o120000
	modeDir     = 0o040000
	modeGitlink = 0o160000
)

func parseRawIndex(data string, hashSize int) ([]rawEntry, *splitLink, error) {
	if len(data) < 12+hashSize {
		return nil, nil, errIndexShort
	}
	if data[:4] != "DIRC" {
		return nil, nil, errIndexSignature
	}
	version, count := be32(data[4:]), int(be32(data[8:]))
	if version < 2 || version > 4 {
		return nil, nil, fmt.Errorf("version %d is not known", version)
	}
	c := indexCursor{data: data[:len(data)-hashSize], at: 12, hashSize: hashSize, version: version}
	// An entry takes at least 42 + hashSize bytes, which bounds what a false count makes us allocate.
	if count < 0 || count > len(data)/(42+hashSize) {
		return nil, nil, errIndexShort
	}
	entries := make([]rawEntry, 0, count)
	previous := ""
	for range count {
		e, err := c.entry(previous)
		if err != nil {
			return nil, nil, err
		}
		entries = append(entries, e)
		previous = e.path
	}
	link, err := c.extensions()
	return entries, link, err
}

// An indexCursor walks through an index without its trailing checksum.
type indexCursor struct {
	data     string
	at       int
	hashSize int
	version  uint32
}

// entry reads the next entry. Ten 32-bit words come first (two times, device, inode, mode, user, group, size), then the
// object's name, the flags, the path.
func (c *indexCursor) entry(previous string) (rawEntry, error) {
	start := c.at
	fixed := 40 + c.hashSize + 2
	if len(c.data)-start < fixed {
		return rawEntry{}, errIndexShort
	}
	e := rawEntry{mode: be32(c.data[start+24:]), size: be32(c.data[start+36:])}
	flags := be16(c.data[start+fixed-2:])
	c.at += fixed
	if flags&flagExtended != 0 {
		if c.version < 3 || len(c.data)-c.at < 2 {
			return rawEntry{}, errIndexShort
		}
		e.sparse = be16(c.data[c.at:])&flagSkipWorktree != 0
		c.at += 2
	}
	if c.version == 4 {
		return e, c.compressedPath(&e, previous)
	}
	return e, c.paddedPath(&e, start, int(flags&flagNameMask))
}

// paddedPath reads a path that is followed by one to eight NULs, which fill the entry up to a multiple of eight bytes.
func (c *indexCursor) paddedPath(e *rawEntry, start, length int) error {
	rest := c.data[c.at:]
	if length == flagNameMask || length >= len(rest) || rest[length] != 0 {
		length = strings.IndexByte(rest, 0)
	}
	if length < 0 {
		return errIndexShort
	}
	e.path = rest[:length]
	c.at += length
	c.at += 8 - (c.at-start)%8
	if c.at > len(c.data) {
		return errIndexShort
	}
	return nil
}

// compressedPath reads a path of version 4: how many bytes to drop from the end of the previous one, and what to add.
func (c *indexCursor) compressedPath(e *rawEntry, previous string) error {
	drop, err := c.varint()
	if err != nil {
		return err
	}
	length := strings.IndexByte(c.data[c.at:], 0)
	if length < 0 || drop > len(previous) {
		return errIndexShort
	}
	e.path = previous[:len(previous)-drop] + c.data[c.at:c.at+length]
	c.at += length + 1
	return nil
}

// varint reads the offset encoding of git's pack format.
func (c *indexCursor) varint() (int, error) {
	n := 0
	for i := 0; ; i++ {
		if c.at >= len(c.data) || i > 8 {
			return 0, errIndexShort
		}
		b := c.data[c.at]
		c.at++
		n = n<<7 | int(b&0x7f)
		if b&0x80 == 0 {
			return n, nil
		}
		n++
	}
}

// extensions reads what follows the entries. An extension whose name begins with a capital may be skipped; one that does
// not changes the meaning of the entries.
func (c *indexCursor) extensions() (link *splitLink, err error) {
	for c.at < len(c.data) {
		if len(c.data)-c.at < 8 {
			return nil, errIndexShort
		}
		name, size := c.data[c.at:c.at+4], int(be32(c.data[c.at+4:]))
		c.at += 8
		if size < 0 || size > len(c.data)-c.at {
			return nil, errIndexShort
		}
		body := c.data[c.at : c.at+size]
		c.at += size
		switch {
		case name == "link":
			if link, err = parseSplitLink(body, c.hashSize); err != nil {
				return nil, err
			}
		case name == "sdir", name[0] >= 'A' && name[0] <= 'Z':
		default:
			return nil, fmt.Errorf("its extension %q is not known", name)
		}
	}
	return link, nil
}

// finishIndex turns entries into sorted files, each once: an unresolved merge has up to three of one path.
func finishIndex(raw []rawEntry) (index, error) {
	result := index{entries: make([]Entry, 0, len(raw))}
	sorted := true
	for i, e := range raw {
		kind := e.mode & modeType
		if !validPath(strings.TrimSuffix(e.path, "/")) || e.path == "." || kind != modeDir && strings.HasSuffix(e.path, "/") {
			return index{}, errIndexPath
		}
		sorted = sorted && (i == 0 || raw[i-1].path <= e.path)
		entry := Entry{Path: e.path, Size: int64(e.size), Tracked: true, Sparse: e.sparse}
		switch kind {
		case modeGitlink:
			result.submodules = append(result.submodules, e.path)
			continue
		case modeDir:
			result.sparseDirs++
			continue
		case modeSymlink:
			entry.Mode = fs.ModeSymlink | 0o777
		case modeRegular:
			entry.Mode = fs.FileMode(e.mode) & fs.ModePerm
		default:
			return index{}, errIndexPath
		}
		result.entries = append(result.entries, entry)
	}
	if !sorted {
		slices.SortStableFunc(result.entries, func(a, b Entry) int { return strings.Compare(a.Path, b.Path) })
		slices.Sort(result.submodules)
	}
	result.entries = slices.CompactFunc(result.entries, func(a, b Entry) bool { return a.Path == b.Path })
	result.submodules = slices.Compact(result.submodules)
	return result, nil
}

// A splitLink says how an index differs from the shared one that it is split from.
type splitLink struct {
	hash string
	// deleted and replaced are positions in the shared index.
	deleted, replaced []int
}

// alone reports whether there is no shared index after all, which git writes as an empty name.
func (l *splitLink) alone() bool { return strings.Trim(l.hash, "0") == "" }

func parseSplitLink(body string, hashSize int) (*splitLink, error) {
	if len(body) < hashSize {
		return nil, errIndexShort
	}
	link := &splitLink{hash: hex.EncodeToString([]byte(body[:hashSize]))}
	body = body[hashSize:]
	if body == "" {
		return link, nil
	}
	var err error
	if link.deleted, body, err = readBitmap(body); err != nil {
		return nil, err
	}
	link.replaced, _, err = readBitmap(body)
	return link, err
}

// merge applies the entries of the split index to those of the shared one. The first of them replace entries in the
// order of the bitmap and have no path of their own; the others are new.
func (l *splitLink) merge(base, own []rawEntry) ([]rawEntry, error) {
	merged := slices.Clone(base)
	gone := make([]bool, len(base))
	if len(l.replaced) > len(own) {
		return nil, errIndexSplit
	}
	for i, at := range l.replaced {
		if at >= len(base) {
			return nil, errIndexSplit
		}
		name := base[at].path
		merged[at] = own[i]
		merged[at].path = name
	}
	for _, at := range l.deleted {
		if at >= len(base) {
			return nil, errIndexSplit
		}
		gone[at] = true
	}
	kept := merged[:0]
	for i, e := range merged {
		if !gone[i] {
			kept = append(kept, e)
		}
	}
	kept = append(kept, own[len(l.replaced):]...)
	slices.SortStableFunc(kept, func(a, b rawEntry) int { return strings.Compare(a.path, b.path) })
	return kept, nil
}

// A shared index can hold more entries than anyone has; a bitmap beyond that is not real.
const bitmapLimit = 1 << 24

// readBitmap reads the positions of the ones of an EWAH bitmap, and returns what follows it. The bitmap is made of
// groups: a marker word, which says how many words of equal bits come and how many literal words follow it, and those.
func readBitmap(data string) (ones []int, rest string, err error) {
	if len(data) < 8 {
		return nil, "", errIndexShort
	}
	bits, words := int(be32(data)), int(be32(data[4:]))
	data = data[8:]
	if words > len(data)/8 || len(data)-words*8 < 4 || bits > bitmapLimit {
		return nil, "", errIndexShort
	}
	rest = data[words*8+4:] // behind the position of the last marker, which only a writer needs
	bit := 0
	for at := 0; at < words; {
		marker := be64(data[at*8:])
		at++
		run, literals := int(marker>>1&0xffffffff), int(marker>>33)
		if run > bitmapLimit/64 || literals > words-at {
			return nil, "", errIndexShort
		}
		if marker&1 != 0 {
			for i := bit; i < min(bits, bit+run*64); i++ {
				ones = append(ones, i)
			}
		}
		bit += run * 64
		for range literals {
			word := be64(data[at*8:])
			at++
			for i := range 64 {
				if word>>i&1 != 0 && bit+i < bits {
					ones = append(ones, bit+i)
				}
			}
			bit += 64
		}
		if bit > bitmapLimit+64 {
			return nil, "", errIndexShort
		}
	}
	return ones, rest, nil
}

func be16(s string) uint16 { return binary.BigEndian.Uint16([]byte(s[:2])) }
func be32(s string) uint32 { return binary.BigEndian.Uint32([]byte(s[:4])) }
func be64(s string) uint64 { return binary.BigEndian.Uint64([]byte(s[:8])) }
