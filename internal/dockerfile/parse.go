package dockerfile

import (
	"regexp"
	"slices"
	"strings"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// The limits that keep hostile files cheap.
const (
	maxSize         = 512 << 10
	maxInstructions = 5000
	maxText         = 64 << 10
	maxVariables    = 2000
)

var (
	directiveRE = regexp.MustCompile(`^#\s*([A-Za-z][A-Za-z0-9]*)\s*=\s*(\S.*?)\s*$`)
	heredocRE   = regexp.MustCompile(`<<(-?)(["']?)([A-Za-z_][A-Za-z0-9_]*)(["']?)`)
)

// A File is a Dockerfile as read.
type File struct {
	Source *source.File
	// Escape is the character that continues a line, a backslash unless a directive says otherwise.
	Escape byte
	// Instructions are all instructions in order.
	Instructions []*Instruction
	// Stages are the build's stages in order.
	Stages []*Stage
	// Issues are what could not be read, in order.
	Issues []Issue
}

// An Issue is something that the builder refuses.
type Issue struct {
	Span    source.Span
	Message string
}

// An Instruction is one instruction with its arguments:
//
//	CMD ["gunicorn", "shop.wsgi"]
type Instruction struct {
	// Name is the instruction in capitals.
	Name string
	// NameSpan is the name as written.
	NameSpan source.Span
	// Span covers the instruction up to its last line, without here-documents.
	Span source.Span
	// Text is what stands behind the name and the flags, on one line.
	Text string
	// Flags are the words that begin with "--".
	Flags []Flag
	// Words are the elements of the exec form; nil for the shell form.
	Words []Word
	// Exec is set for the exec form, ["a", "b"].
	Exec bool
	// Heredocs are the bodies of here-documents.
	Heredocs []source.Span

	file    *source.File
	offsets []int // the place of each byte of Text
}

// Source returns Span, so that an Instruction is a place wherever one is asked for.
func (i *Instruction) Source() source.Span { return i.Span }

// A Flag is a flag of an instruction: --from=build.
type Flag struct {
	Name, Value string
	Span        source.Span
}

// A Word is one word of an instruction.
type Word struct {
	Text string
	Span source.Span
}

// Offsets returns the place in the file of each byte of Text. The caller must not change them.
func (i *Instruction) Offsets() []int { return i.offsets }

// Script returns what a RUN gives to its shell: its text, with its heredocs behind it.
func (i *Instruction) Script() string {
	var b strings.Builder
	b.WriteString(i.Text)
	for _, h := range i.Heredocs {
		b.WriteString("\n" + h.Text())
	}
	return b.String()
}

// SpanOf returns the bytes of the file that Text[start:end] comes from.
func (i *Instruction) SpanOf(start, end int) source.Span {
	start = max(0, min(start, len(i.offsets)))
	end = max(start, min(end, len(i.offsets)))
	if start == end {
		if start < len(i.offsets) {
			return i.file.Span(i.offsets[start], i.offsets[start])
		}
		return i.file.Span(i.Span.End, i.Span.End)
	}
	return i.file.Span(i.offsets[start], i.offsets[end-1]+1)
}

// A Stage is what begins with FROM and ends before the next one.
type Stage struct {
	// From is its FROM instruction.
	From *Instruction
	// Name is the name behind AS, in lower case, or "".
	Name string
	// Base is the image or stage it builds upon, with the build arguments' defaults filled in.
	Base value.Value
	// BaseSpan is its place.
	BaseSpan source.Span
	// Parent is the stage it builds upon, nil for an image from elsewhere.
	Parent *Stage
	// Instructions are the stage's own, without FROM.
	Instructions []*Instruction
	// Globals are the build arguments that stand before the first FROM.
	globals []Variable
	// given are the build arguments that whoever builds the file gives.
	given []Variable
}

// Source returns the place of FROM.
func (s *Stage) Source() source.Span { return s.From.Span }

// Final returns the last stage, which is what a build makes by default; nil where there is none.
func (f *File) Final() *Stage {
	if len(f.Stages) == 0 {
		return nil
	}
	return f.Stages[len(f.Stages)-1]
}

// Stage returns the stage of that name, as docker build --target finds it: names do not mind case.
func (f *File) Stage(name string) (*Stage, bool) {
	for _, s := range slices.Backward(f.Stages) {
		if s.Name != "" && s.Name == strings.ToLower(name) {
			return s, true
		}
	}
	return nil, false
}

// Give notes the build arguments that whoever builds the file gives: they win over the defaults of ARG. Where two builds give one
// differently, it is not known.
func (f *File) Give(arguments []Variable) {
	for _, s := range f.Stages {
		for _, v := range arguments {
			if at := slices.IndexFunc(s.given, func(g Variable) bool { return g.Name == v.Name }); at < 0 {
				s.given = append(s.given, v)
			} else if !value.Equal(s.given[at].Value, v.Value) {
				s.given[at].Value = value.NotKnown(value.External, "it differs from build to build")
			}
		}
	}
}

// Parse reads a Dockerfile.
func Parse(f *source.File) *File {
	r := &reader{file: f, tree: &File{Source: f, Escape: '\\'}}
	if len(f.Text) > maxSize {
		r.issue(f.Span(0, 0), "the file is too big and was not read")
		return r.tree
	}
	r.directives()
	for r.at < len(f.Text) && len(r.tree.Instructions) < maxInstructions {
		r.instruction()
	}
	r.stages()
	return r.tree
}

type reader struct {
	file *source.File
	tree *File
	at   int
}

func (r *reader) issue(at source.Span, message string) {
	r.tree.Issues = append(r.tree.Issues, Issue{Span: at, Message: message})
}

// line returns the bounds of the next line without its line end, and moves on.
func (r *reader) line() (start, end int) {
	text := r.file.Text
	start, end = r.at, len(text)
	r.at = len(text)
	if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
		end = start + n
		r.at = end + 1
	}
	if end > start && text[end-1] == '\r' {
		end--
	}
	return start, end
}

// directives reads "# escape=`" and its kin; the first line that is none ends them.
func (r *reader) directives() {
	r.at = len(r.file.Text) - len(strings.TrimPrefix(r.file.Text, "\ufeff"))
	for r.at < len(r.file.Text) {
		before := r.at
		start, end := r.line()
		m := directiveRE.FindStringSubmatch(r.file.Text[start:end])
		if m == nil {
			r.at = before
			return
		}
		if strings.EqualFold(m[1], "escape") {
			if m[2] == "`" || m[2] == `\` {
				r.tree.Escape = m[2][0]
			} else {
				r.issue(r.file.Span(start, end), "the escape character is neither a backslash nor a backtick")
			}
		}
	}
}

// instruction reads one logical line: continued lines are joined, comments and empty lines between them left out.
func (r *reader) instruction() {
	text := r.file.Text
	var joined []byte
	var offsets []int
	last := r.at
	for r.at < len(text) {
		start, end := r.line()
		trimmed := strings.TrimLeft(text[start:end], " \t")
		if strings.HasPrefix(trimmed, "#") || strings.TrimSpace(trimmed) == "" {
			if len(joined) == 0 {
				return
			}
			continue
		}
		content := strings.TrimRight(text[start:end], " \t")
		continued := strings.HasSuffix(content, string(r.tree.Escape))
		stop := end
		if continued {
			stop = start + len(content) - 1
		}
		for i := start; i < stop; i++ {
			joined = append(joined, text[i])
			offsets = append(offsets, i)
		}
		last = stop
		if !continued {
			break
		}
	}
	if strings.TrimSpace(string(joined)) != "" {
		r.add(string(joined), offsets, last)
	}
}

// add makes an instruction of a logical line.
func (r *reader) add(line string, offsets []int, end int) {
	start := len(line) - len(strings.TrimLeft(line, " \t"))
	n := strings.IndexAny(line[start:], " \t")
	if n < 0 {
		n = len(line) - start
	}
	i := &Instruction{
		Name:     strings.ToUpper(line[start : start+n]),
		NameSpan: r.file.Span(offsets[start], offsets[start+n-1]+1),
		file:     r.file,
	}
	i.Span = r.file.Span(offsets[start], end)
	rest := start + n
	trim := func() {
		rest += len(line[rest:]) - len(strings.TrimLeft(line[rest:], " \t"))
	}
	for trim(); strings.HasPrefix(line[rest:], "--"); trim() {
		m := strings.IndexAny(line[rest:], " \t")
		if m < 0 {
			m = len(line) - rest
		}
		name, val, _ := strings.Cut(line[rest+2:rest+m], "=")
		i.Flags = append(i.Flags, Flag{Name: name, Value: val, Span: r.file.Span(offsets[rest], offsets[rest+m-1]+1)})
		rest += m
	}
	stop := len(strings.TrimRight(line, " \t"))
	stop = max(stop, rest)
	i.Text, i.offsets = line[rest:stop], offsets[rest:stop]
	if !isInstruction(i.Name) {
		r.issue(i.NameSpan, "this is not an instruction")
		return
	}
	r.heredocs(i)
	i.Words, i.Exec = i.execForm()
	r.tree.Instructions = append(r.tree.Instructions, i)
}

func isInstruction(name string) bool {
	switch name {
	case "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER",
		"ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR":
		return true
	}
	return false
}

// heredocs reads the bodies that follow RUN <<EOF and COPY <<EOF /path.
func (r *reader) heredocs(i *Instruction) {
	if i.Name != "RUN" && i.Name != "COPY" && i.Name != "ADD" {
		return
	}
	for _, m := range heredocRE.FindAllStringSubmatch(i.Text, 8) {
		if m[2] != m[4] {
			continue
		}
		begin := r.at
		for {
			if r.at >= len(r.file.Text) {
				r.issue(i.Span, "the here-document is not closed")
				i.Heredocs = append(i.Heredocs, r.file.Span(begin, len(r.file.Text)))
				return
			}
			start, end := r.line()
			body := r.file.Text[start:end]
			if m[1] == "-" {
				body = strings.TrimLeft(body, "\t")
			}
			if body == m[3] {
				i.Heredocs = append(i.Heredocs, r.file.Span(begin, start))
				break
			}
		}
	}
}

// execForm reads a JSON array of strings; anything else is the shell form.
func (i *Instruction) execForm() ([]Word, bool) {
	switch i.Name {
	case "CMD", "ENTRYPOINT", "RUN", "SHELL", "VOLUME", "COPY", "ADD":
	case "HEALTHCHECK":
		return nil, false
	default:
		return nil, false
	}
	at := 0
	skip := func() {
		at += len(i.Text[at:]) - len(strings.TrimLeft(i.Text[at:], " \t\r\n"))
	}
	if !strings.HasPrefix(i.Text, "[") {
		return nil, false
	}
	words := []Word{}
	at++
	for skip(); at < len(i.Text); skip() {
		switch {
		case i.Text[at] == ']' && len(words) == 0:
			return words, strings.TrimSpace(i.Text[at+1:]) == ""
		case i.Text[at] != '"':
			return nil, false
		}
		text, end, ok := jsonString(i.Text, at)
		if !ok {
			return nil, false
		}
		words = append(words, Word{Text: text, Span: i.SpanOf(at, end)})
		at = end
		skip()
		switch {
		case at >= len(i.Text):
			return nil, false
		case i.Text[at] == ',':
			at++
		case i.Text[at] == ']':
			if strings.TrimSpace(i.Text[at+1:]) != "" {
				return nil, false
			}
			return words, true
		default:
			return nil, false
		}
	}
	return nil, false
}
