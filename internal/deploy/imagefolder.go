package deploy

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"deploylint/internal/dockerfile"
	"deploylint/internal/value"
)

// HasFolder reports whether the image has a folder: an instruction makes it, or COPY brings it from the repository, of which tracked
// says whether it holds a folder. It is undecided where a command may make it that is not understood, where it comes from another
// stage or an archive, and where the base image may have it.
func (i *Image) HasFolder(name string, tracked func(repo string) bool) value.Tri {
	name = path.Clean("/" + name)
	if !i.PlainBase || i.Final == nil {
		return value.Undecided
	}
	if i.brings(name, tracked) {
		return value.True
	}
	for _, stage := range i.Final.Stages {
		for _, in := range stage.Instructions {
			if answer := i.makes(stage, in, name); answer != value.False {
				return answer
			}
		}
	}
	if strings.Count(name, "/") < 2 {
		return value.Undecided // /srv, /tmp: every base has such folders
	}
	return value.False
}

// brings reports whether a COPY or ADD makes a folder, as the place that it copies to, or with what it copies.
func (i *Image) brings(name string, tracked func(repo string) bool) bool {
	return slices.ContainsFunc(i.Copies, func(c ImageCopy) bool {
		if c.To == "" {
			return true // where that is, nobody knows
		}
		to := path.Clean(c.To)
		if _, below := under(name, to); below && (to != name || strings.HasSuffix(c.To, "/") || c.All()) {
			return true
		}
		rest, inside := under(to, name)
		if !inside || rest == "" {
			return inside
		}
		if strings.ContainsAny(c.Path, "*?[") {
			return true
		}
		repo := path.Join(i.Context, c.Path, rest)
		return tracked(repo) && !i.Ignored(repo)
	})
}

// makes reports whether an instruction other than a COPY from the repository makes a folder.
func (i *Image) makes(stage *dockerfile.Stage, in *dockerfile.Instruction, name string) value.Tri {
	switch in.Name {
	case "WORKDIR":
		if strings.Contains(in.Text, "$") {
			return value.Undecided
		}
		to := in.Text
		if !path.IsAbs(to) {
			from, _ := stage.Before(in, i.Tree.Escape).Directory.Text()
			to = path.Join("/", from, to)
		}
		if _, below := under(name, path.Clean(to)); below {
			return value.True
		}
	case "VOLUME":
		if strings.Contains(in.Text, name) || strings.Contains(in.Text, "$") {
			return value.True
		}
	case "COPY", "ADD":
		if slices.ContainsFunc(in.Flags, func(f dockerfile.Flag) bool { return f.Name == "from" }) || isArchive(in.Text) {
			return mayHold(in.Text, name)
		}
	case "RUN":
		text := in.Script()
		if strings.Contains(text, path.Base(name)) || runsOther.MatchString(text) {
			return value.Undecided
		}
	}
	return value.False
}

// mayHold reports whether what is copied to the last word of a text may hold a folder: it is undecided for all but libraries.
func mayHold(text, name string) value.Tri {
	fields := strings.Fields(text)
	if len(fields) == 0 {
		return value.Undecided
	}
	to := strings.Trim(fields[len(fields)-1], `"]`)
	if !path.IsAbs(to) {
		return value.Undecided
	}
	if _, inside := under(path.Clean(to), name); inside {
		return value.Undecided
	}
	_, below := under(name, path.Clean(to))
	return value.TriOf(below)
}

func isArchive(text string) bool {
	return strings.Contains(text, ".tar") || strings.Contains(text, ".tgz") || strings.Contains(text, "://")
}

// runsOther finds commands that do more than their words say: scripts, make, git, archives, Python code.
var runsOther = regexp.MustCompile(`\.sh\b|\bmake\b|\bgit\b|\btar\b|\bunzip\b|\bansible|\bpython[0-9.]*\s+(-c|[^-\s]*setup)|\$\{?[A-Z_]*(LOG|DIR|HOME|PATH|ROOT)|mkdir[^;&|]*\$`)
