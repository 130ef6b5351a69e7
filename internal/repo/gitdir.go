package repo

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"deploylint/internal/source"
)

// A gitDir says where git keeps what it knows of a work tree.
type gitDir struct {
	workTree string
	// dir holds the index; in a linked work tree it is .git/worktrees/NAME of the main one.
	dir string
	// common holds the configuration and info/exclude.
	common string
	// hashSize is the length of object names in bytes: 20 for SHA-1, 32 for SHA-256.
	hashSize int
}

// Git's own small files are read up to this size.
const gitFileLimit = 1 << 20

// findGit looks for a repository from start upward, as far as the directory around the user's home and not beyond the
// device. What stands in $GIT_DIR does not count: a laptop and CI shall agree.
func findGit(start string) (git gitDir, found bool, note *source.Notification) {
	ceiling := ""
	if home, err := os.UserHomeDir(); err == nil {
		ceiling = filepath.Dir(home)
	}
	device, known := deviceOf(start)
	for dir := start; ; dir = filepath.Dir(dir) {
		if d, ok := deviceOf(dir); known && ok && d != device {
			return gitDir{}, false, nil
		}
		git, err := gitDirOf(dir)
		switch {
		case err == nil:
			return git, true, nil
		case !errors.Is(err, errNoGit):
			return gitDir{}, false, &source.Notification{
				Level:   source.Warning,
				Message: "the git repository around the project cannot be read: " + err.Error(),
			}
		}
		parent := filepath.Dir(dir)
		if parent == dir || parent == ceiling {
			return gitDir{}, false, nil
		}
	}
}

var errNoGit = errors.New("no git repository")

// gitDirOf returns the repository whose work tree's top is dir.
func gitDirOf(dir string) (gitDir, error) {
	at := filepath.Join(dir, ".git")
	info, err := os.Stat(at)
	if err != nil {
		return gitDir{}, errNoGit
	}
	if info.Mode().IsRegular() {
		text, err := readGitFile(at)
		if err != nil {
			return gitDir{}, fmt.Errorf(".git: %w", cause(err))
		}
		target, ok := strings.CutPrefix(text, "gitdir:")
		if !ok {
			return gitDir{}, errors.New(".git is a file that does not name a git directory")
		}
		target = strings.TrimSpace(target)
		if !filepath.IsAbs(target) {
			target = filepath.Join(dir, target)
		}
		if at = target; !isGitDir(at) {
			return gitDir{}, errors.New(".git names a git directory that is not there")
		}
	} else if !info.IsDir() || !isGitDir(at) {
		return gitDir{}, errNoGit
	}

	git := gitDir{workTree: dir, dir: at, common: at, hashSize: 20}
	if text, err := readGitFile(filepath.Join(at, "commondir")); err == nil {
		common := strings.TrimSpace(text)
		if !filepath.IsAbs(common) {
			common = filepath.Join(at, common)
		}
		git.common = common
	}
	if config, err := readGitFile(filepath.Join(git.common, "config")); err == nil && objectFormat(config) == "sha256" {
		git.hashSize = 32
	}
	return git, nil
}

// isGitDir reports whether dir looks like a git directory: git itself asks for HEAD, objects and refs, of which a linked
// work tree has the first only.
func isGitDir(dir string) bool {
	info, err := os.Stat(filepath.Join(dir, "HEAD"))
	return err == nil && !info.IsDir()
}

func readGitFile(name string) (string, error) {
	f, info, err := openRegular(name)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	return readUpTo(f, info.Size(), gitFileLimit)
}

// objectFormat returns extensions.objectFormat of a git configuration, in lower case.
func objectFormat(config string) string {
	section, format := "", ""
	for line := range strings.Lines(config) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			name, _, _ := strings.Cut(line[1:], "]")
			section = strings.ToLower(strings.TrimSpace(name))
			continue
		}
		key, text, ok := strings.Cut(line, "=")
		if ok && section == "extensions" && strings.EqualFold(strings.TrimSpace(key), "objectformat") {
			format = strings.ToLower(strings.Trim(strings.TrimSpace(text), `"`))
		}
	}
	return format
}
