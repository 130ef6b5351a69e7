package launch

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/dockerfile"
	"deploylint/internal/env"
	"deploylint/internal/shell"
	"deploylint/internal/source"
)

// maxSteps is how many commands of one image's build are followed.
const maxSteps = 200

// buildSteps returns the management commands that the RUN instructions of an image start, and those of the stages that it copies
// from. Each is given what ENV, ARG and the command itself give it at that line, and nothing else where the base is known.
//
// https://docs.docker.com/reference/dockerfile/#run
func (r *reader) buildSteps(image Image, tree *dockerfile.File) []*deploy.Process {
	model := image.Model
	place := &deploy.Place{
		Kind: deploy.Build, Name: tree.Source.Path, Key: "dockerfile:" + tree.Source.Path, Declared: tree.Source.Span(0, 0), Role: image.Role, Built: model,
	}
	if final := tree.Final(); final != nil {
		place.Declared = final.From.Span
	}
	var all []*deploy.Process
	for _, stage := range builtStages(tree, model.Final) {
		for _, i := range stage.Instructions {
			if i.Name != "RUN" || len(all) > maxSteps || !mentionsDjango(i) {
				continue
			}
			before := stage.Before(i, tree.Escape)
			c := r.buildCommand(tree, before, i)
			c.role, c.place = image.Role, place
			c.locate = func(serverPath, cwd string) *source.File {
				return r.copied(readCopies(before), []string{model.Context}, serverPath, cwd)
			}
			budget := maxSteps
			for _, p := range r.steps(c, &budget) {
				p.Phase, p.OneShot, p.Fails = deploy.BuildPhase, true, p.Fails || i.Exec
				all = append(all, p)
			}
		}
	}
	return all
}

// mentionsDjango reports whether an instruction may start a management command: most do not, and are not followed.
func mentionsDjango(i *dockerfile.Instruction) bool {
	text := i.Script()
	return strings.Contains(text, "manage") || strings.Contains(text, "django") || strings.Contains(text, ".sh") || strings.Contains(text, "/bin/")
}

// builtStages returns the stages that a build goes through: those of the image, and those that they copy from.
func builtStages(tree *dockerfile.File, image *dockerfile.Image) []*dockerfile.Stage {
	all := slices.Clone(image.Stages)
	for n := 0; n < len(all); n++ {
		var needed []*dockerfile.Stage
		if p := all[n].Parent; p != nil {
			needed = append(needed, p)
		}
		for _, i := range all[n].Instructions {
			for _, f := range i.Flags {
				if from, ok := tree.Stage(f.Value); ok && f.Name == "from" {
					needed = append(needed, from)
				}
			}
		}
		for _, s := range needed {
			if !slices.Contains(all, s) {
				all = append(all, s)
			}
		}
	}
	return all
}

// buildCommand is what a RUN starts.
func (r *reader) buildCommand(tree *dockerfile.File, before *dockerfile.Image, i *dockerfile.Instruction) *command {
	c := &command{
		name: "RUN of " + tree.Source.Path, key: "dockerfile:" + tree.Source.Path + "#run", launcher: deploy.Dockerfile, declared: i.Span.FirstLine(),
		container: true, dockerfile: tree.Source.Path, directory: before.Directory, user: before.User, shell: before.Shell,
		givesAll: setsNothing(before), life: leftOpen(),
	}
	var arguments []env.Var
	for _, v := range before.Arguments {
		arguments = append(arguments, env.Var{Name: v.Name, Value: v.Value, Span: v.Span})
	}
	c.layers = layersOf(tree, before)
	if len(arguments) > 0 { // ENV wins over ARG
		c.layers = append(c.layers, env.Layer{Origin: tree.Source.Path, Vars: arguments})
	}
	for _, f := range i.Flags {
		if f.Name != "mount" || !strings.Contains(f.Value, "type=secret") {
			continue
		}
		for part := range strings.SplitSeq(f.Value, ",") {
			if name, ok := strings.CutPrefix(part, "env="); ok {
				c.passedOn = append(c.passedOn, name)
			}
		}
	}
	switch {
	case i.Exec:
		c.argv = execForm(i)
	case len(i.Heredocs) > 0 && strings.HasPrefix(strings.TrimSpace(i.Text), "<<"):
		body := i.Heredocs[0]
		text := shell.Inline(body.Text(), body)
		c.code, c.inline, c.shellWord = &text, true, shell.Known("/bin/sh", body)
	default:
		c.shellForm(tree, i)
	}
	return c
}

// steps returns the management commands among all that a command starts, its scripts followed to their ends.
func (r *reader) steps(c *command, budget *int) []*deploy.Process {
	for range maxWrappers {
		if *budget--; *budget < 0 {
			return nil
		}
		if c.code != nil {
			return r.stepsOfScript(c, budget)
		}
		if len(c.argv) == 0 || (!r.unwrap(c) && !r.unwrapShell(c) && !unwrapPython(c)) {
			break
		}
	}
	if len(c.argv) == 0 {
		return nil
	}
	if p := r.process(c); p.Manage != nil {
		if at := c.argv[0].Span; at.File == c.declared.File && !at.IsZero() { // and not in a script
			p.Declared = at
		}
		return []*deploy.Process{p}
	}
	return nil
}

func (r *reader) stepsOfScript(c *command, budget *int) []*deploy.Process {
	o := r.shellOptions(c)
	o.Steps = true
	result := shell.Evaluate(*c.code, o)
	c.code = nil
	if c.inline {
		c.wrappers = append(c.wrappers, &deploy.Wrapper{
			Name: deploy.WordOf(c.shellWord), Script: &deploy.Script{File: c.shellWord.Span.File, Inline: true},
		})
	}
	script := *c.wrappers[len(c.wrappers)-1].Script
	fill(&script, result)
	c.wrappers[len(c.wrappers)-1].Script = &script
	var all []*deploy.Process
	for _, s := range result.Starts {
		d := c.fork()
		d.start(s)
		if s.Conditional {
			d.givesAll = false
		}
		for _, p := range r.steps(d, budget) {
			p.Fails = s.Fails && len(c.wrappers) == 1 && !s.Conditional
			all = append(all, p)
		}
	}
	return all
}
