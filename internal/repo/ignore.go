package repo

import (
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"deploylint/internal/source"
)

// An ignoreList is the patterns of one .gitignore, as https://git-scm.com/docs/gitignore describes them.
type ignoreList struct {
	// dir is the folder that the patterns are relative to; "" is the root.
	dir      string
	patterns []ignorePattern
}

type ignorePattern struct {
	glob string
	// include is set for a pattern with "!".
	include bool
	// dirOnly is set for a pattern that ended in a slash.
	dirOnly bool
	// anchored is set for a pattern with a slash in it, which is matched against the whole path below dir.
	anchored bool
	span     source.Span
}

// mostPatterns is how many patterns of one file count. All of them are asked about each file.
const mostPatterns = 10_000

// newIgnoreList reads the patterns of a file.
func newIgnoreList(dir string, f *source.File) *ignoreList {
	list := &ignoreList{dir: dir}
	for at := 0; at < len(f.Text) && len(list.patterns) < mostPatterns; {
		line, _, _ := strings.Cut(f.Text[at:], "\n")
		start := at
		at += len(line) + 1
		if start == 0 {
			trimmed := strings.TrimPrefix(line, "\ufeff")
			start += len(line) - len(trimmed)
			line = trimmed
		}
		line = strings.TrimSuffix(line, "\r")
		if strings.HasPrefix(line, "#") {
			continue
		}
		line = trimTrailingBlanks(line)
		p := ignorePattern{glob: line, span: f.Span(start, start+len(line))}
		p.glob, p.include = strings.CutPrefix(p.glob, "!")
		p.glob, p.dirOnly = strings.CutSuffix(p.glob, "/")
		p.anchored = strings.Contains(p.glob, "/")
		p.glob = strings.TrimPrefix(p.glob, "/")
		if p.glob != "" {
			list.patterns = append(list.patterns, p)
		}
	}
	return list
}

// trimTrailingBlanks removes the blanks at the end of a pattern, save those behind a backslash.
func trimTrailingBlanks(line string) string {
	end := 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case ' ':
			continue
		case '\\':
			i++ // the next byte belongs to it
		}
		end = min(i+1, len(line))
	}
	return line[:end]
}

// last returns the last pattern that matches a path, which is the one that decides.
func (l *ignoreList) last(name string, isDir bool) (ignorePattern, bool) {
	if !within(l.dir, name) {
		return ignorePattern{}, false
	}
	below := name
	if l.dir != "" {
		below = strings.TrimPrefix(name[len(l.dir):], "/")
	}
	base := path.Base(name)
	for _, p := range slices.Backward(l.patterns) {
		if p.dirOnly && !isDir {
			continue
		}
		if p.anchored && wildmatch(p.glob, below, true) || !p.anchored && wildmatch(p.glob, base, false) {
			return p, true
		}
	}
	return ignorePattern{}, false
}

// decidePath reports whether the patterns leave a path out, or a folder on the way to it. A trailing slash says that the
// path is a folder itself.
func (l *ignoreList) decidePath(name string) bool {
	name, isDir := strings.CutSuffix(name, "/")
	for i := range len(name) {
		if name[i] == '/' {
			if p, ok := l.last(name[:i], true); ok && !p.include {
				return true
			}
		}
	}
	p, ok := l.last(name, isDir)
	return ok && !p.include
}

// Ignored reports whether git would leave a file alone that it does not track yet: because of a .gitignore or of
// .git/info/exclude, on the file or on a folder around it. It does not ask whether git tracks the file in spite of that.
// A user's own core.excludesFile does not count, for it is another one on each machine.
func (r *Repo) Ignored(name string) bool {
	_, ignored := r.IgnoredBy(name)
	return ignored
}

// IgnoredBy is Ignored and returns the pattern that decides. The span is zero where Options.Assume says so.
func (r *Repo) IgnoredBy(name string) (source.Span, bool) {
	name = clean(name)
	if r.assume != nil {
		for _, ignored := range r.assume.Ignored {
			if clean(ignored) == name {
				return source.Span{}, true
			}
		}
	}
	// A folder that is left out decides for all that is in it: git does not look into it.
	for i := range len(name) {
		if name[i] == '/' {
			if p, ok := r.lastPattern(name[:i], true); ok && !p.include {
				return p.span, true
			}
		}
	}
	p, ok := r.lastPattern(name, false)
	return p.span, ok && !p.include
}

// ignored is Ignored for a path whose folders are known not to be.
func (r *Repo) ignored(name string, isDir bool) bool {
	p, ok := r.lastPattern(name, isDir)
	return ok && !p.include
}

// lastPattern asks the .gitignore files from the innermost folder outward, and .git/info/exclude last.
func (r *Repo) lastPattern(name string, isDir bool) (ignorePattern, bool) {
	for dir := name; dir != ""; {
		if dir = path.Dir(dir); dir == "." {
			dir = ""
		}
		if p, ok := r.gitignore(dir).last(name, isDir); ok {
			return p, true
		}
	}
	return r.infoExclude().last(name, isDir)
}

// gitignore returns the patterns of the .gitignore in a folder. Git does not follow a symbolic link there, nor do we.
func (r *Repo) gitignore(dir string) *ignoreList {
	return r.ignores.Get(dir, func() *ignoreList {
		name := path.Join(dir, ".gitignore")
		if info, err := r.dir.Lstat(filepath.FromSlash(name)); err == nil && info.Mode()&fs.ModeSymlink == 0 {
			if f, err := r.Read(name); err == nil {
				return newIgnoreList(dir, f)
			}
		}
		return &ignoreList{dir: dir}
	})
}

func (r *Repo) readInfoExclude() *ignoreList {
	if r.git.common == "" {
		return &ignoreList{}
	}
	text, err := readGitFile(filepath.Join(r.git.common, "info", "exclude"))
	if err != nil {
		return &ignoreList{}
	}
	return newIgnoreList("", source.NewFile(".git/info/exclude", text))
}
