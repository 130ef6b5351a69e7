package deploy

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/dockerfile"
	"deploylint/internal/role"
	"deploylint/internal/source"
)

// An Image is what production makes of one Dockerfile.
type Image struct {
	// File is the Dockerfile, and Tree the same as read.
	File *source.File
	Tree *dockerfile.File
	// Final is the stage that is built, with those that it builds upon.
	Final *dockerfile.Image
	// Target is the stage's name where a launcher asks for one that is not the last.
	Target string
	// Context is the folder of the repository that COPY and ADD take files from, "" for the root.
	Context string
	// ContextKnown is set where a launcher names that folder; else it is the one that holds what is copied.
	ContextKnown bool
	// Role is what the Dockerfile is for, as Process.Role; "" where nothing tells.
	Role role.Role
	// Ignore is the .dockerignore that applies to the build, nil where there is none.
	Ignore *source.File
	// Copies are what COPY and ADD bring from the build's folder into the image, in order, those of the stages below first.
	Copies []ImageCopy
	// PlainBase is set where it builds upon an official image of Python or of a distribution, which has nothing of a project's own.
	PlainBase bool
	// Excludes reports whether Ignore keeps a path, relative to Context, out of the build; nil where there is no Ignore.
	Excludes func(name string) bool
}

// An ImageCopy is one source of a COPY or ADD instruction.
type ImageCopy struct {
	// Instruction is the COPY or ADD.
	Instruction *dockerfile.Instruction
	// From is the source as written, and Span its place.
	From string
	Span source.Span
	// Path is the source relative to the build's folder: "" for all of it. It may be a pattern.
	Path string
	// To is the absolute path in the image, where no variable stands in it.
	To string
}

// Source returns the place of the source.
func (c ImageCopy) Source() source.Span { return c.Span }

// All reports whether the whole folder of the build is copied.
func (c ImageCopy) All() bool { return c.Path == "" }

// Takes reports whether a path, relative to the build's folder, is among what is copied.
func (c ImageCopy) Takes(name string) bool {
	if c.Path == "" || name == c.Path || strings.HasPrefix(name, c.Path+"/") {
		return true
	}
	if !strings.ContainsAny(c.Path, "*?[") {
		return false
	}
	// A pattern may match the file or a folder around it.
	depth := strings.Count(c.Path, "/") + 1
	parts := strings.Split(name, "/")
	if len(parts) < depth {
		return false
	}
	ok, err := path.Match(c.Path, strings.Join(parts[:depth], "/"))
	return ok && err == nil
}

// Key begins the subjects of results about the image.
func (i *Image) Key() string { return "dockerfile:" + i.File.Path }

// Below returns a path of the repository as seen from the build's folder; it is not ok for one outside of it.
func (i *Image) Below(name string) (below string, ok bool) {
	if i.Context == "" {
		return name, true
	}
	return strings.CutPrefix(name, i.Context+"/")
}

// Ignored reports whether the .dockerignore keeps a file of the repository out of the build.
func (i *Image) Ignored(name string) bool {
	below, ok := i.Below(name)
	return ok && i.Excludes != nil && i.Excludes(below)
}

// Brings returns what brings a file of the repository, or one that lies there untracked, into the image: the last COPY or
// ADD that takes it, unless the .dockerignore keeps it out.
func (i *Image) Brings(name string) (ImageCopy, bool) {
	below, ok := i.Below(name)
	if !ok || i.Ignored(name) {
		return ImageCopy{}, false
	}
	for _, c := range slices.Backward(i.Copies) {
		if c.Takes(below) {
			return c, true
		}
	}
	return ImageCopy{}, false
}
