package launch

import (
	"path"
	"strings"

	"deploylint/internal/dockerfile"
	"deploylint/internal/role"
	"deploylint/internal/value"
	"deploylint/internal/yaml"
)

// ownImage returns the Dockerfile of the image that the project publishes: the one beside the compose file, or the only one
// that is not for development.
func (p *project) ownImage() (string, *dockerfile.File) {
	name := path.Join(p.dir, "Dockerfile")
	if p.images.files[name] == nil {
		name = ""
		for _, f := range p.images.list {
			if f.Role != "" && f.Role != "production" || p.images.development[f.File.Path] {
				continue
			}
			if name != "" {
				return "", nil
			}
			name = f.File.Path
		}
	}
	tree := p.images.files[name]
	if tree == nil || tree.Final() == nil {
		return "", nil
	}
	return name, tree
}

// markUsed notes that a Dockerfile is built by something else than a person.
func (p *project) markUsed(name string, role role.Role) {
	if role == "production" {
		p.images.used[name] = true
	} else {
		p.images.development[name] = true
	}
}

// build finds the Dockerfile of a service.
func (p *project) build(c *command, s *service) (tree *dockerfile.File, image *dockerfile.Image) {
	at := s.first("build")
	if at.node == nil {
		at = p.sameImage(s)
	}
	if at.node == nil {
		return nil, nil
	}
	folder, file, stage := at.node.Text(), "Dockerfile", ""
	if at.node.Kind == yaml.Mapping {
		folder, stage = at.node.Get("context").Text(), at.node.Get("target").Text()
		if name := at.node.Get("dockerfile").Text(); name != "" {
			file = name
		}
	}
	dir := path.Join(at.dir, folder)
	name := path.Join(dir, file)
	if tree = p.reader.dockerfile(p.images, name); tree == nil {
		return nil, nil
	}
	p.markUsed(name, c.role)
	p.images.contexts[name] = dir
	if stage != "" && c.role != "dev" && c.role != "test" {
		p.images.targets[name] = stage
	}
	tree.Give(p.buildArguments(c, placed{at.node.Get("args"), at.dir}))
	built := tree.Final()
	if named, ok := tree.Stage(stage); ok && stage != "" {
		built = named
	}
	if built == nil {
		return nil, nil
	}
	return tree, p.reader.image(c, tree, built, []string{dir})
}

// buildArguments reads build.args in both of its forms. What an absent .env fills is not known; an argument without a value is
// passed on from whoever builds.
func (p *project) buildArguments(c *command, at placed) []dockerfile.Variable {
	outside := *c
	var given []dockerfile.Variable
	for _, v := range p.variables(&outside, at) {
		one := dockerfile.Variable{Name: v.Name, Value: v.Value, Span: v.Span, Key: v.Span, Argument: true}
		if text, ok := v.Value.Text(); ok && text == "" && strings.Contains(v.Span.Text(), "$") {
			one.Value = value.NotKnown(value.External, "it is given when the image is built")
		}
		given = append(given, one)
	}
	for _, name := range outside.passedOn[len(c.passedOn):] {
		v := value.NotKnown(value.External, "it is given when the image is built")
		v.Waits = []string{name}
		given = append(given, dockerfile.Variable{Name: name, Value: v, Argument: true})
	}
	return given
}

// sameImage returns the build of another service whose image this one takes.
func (p *project) sameImage(s *service) placed {
	image := s.first("image").node.Text()
	if image == "" {
		return placed{}
	}
	for _, d := range p.documents {
		for _, one := range d.Get("services").Pairs() {
			if build := one.Value.Get("build"); build != nil && one.Value.Get("image").Text() == image {
				return placed{build, p.dir}
			}
		}
	}
	return placed{}
}
