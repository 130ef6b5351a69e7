package launch

import (
	"cmp"
	"slices"

	"deploylint/internal/deploy"
	"deploylint/internal/dockerfile"
	"deploylint/internal/env"
	"deploylint/internal/role"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// An Image is what a Dockerfile makes: what is given there is given to every process that runs in it, even where the file
// does not say which.
type Image struct {
	// File is the Dockerfile.
	File *source.File
	// Role is what its path says of it, as File.Role; "dev" too where a compose file for development alone builds it.
	Role role.Role
	// Environment is what ENV gives.
	Environment *env.Environment
	// SettingsModule is the settings module that ENV names: a str, or unknown, with cause Absent where it names none.
	SettingsModule value.Value
	// Directory is WORKDIR: a path in the image, None where nothing sets it.
	Directory value.Value
	// Placements are what the image has of the repository, and where, in the order of the instructions.
	Placements []Placement
	// Starts is set where the Dockerfile says what runs in the image.
	Starts bool
	// Model is the image as rules see it.
	Model *deploy.Image
	// Steps are the management commands that its build runs.
	Steps []*deploy.Process
}

// imagesOf returns the images of the Dockerfiles that launchers were asked to read.
func (r *reader) imagesOf(files []File, m *images) []Image {
	var all []Image
	for _, name := range m.named() {
		files = append(slices.Clip(files), File{File: m.files[name].Source})
	}
	for _, f := range files {
		tree := m.files[f.File.Path]
		stage := tree.Final()
		if stage == nil {
			continue
		}
		made := stage.Image(tree.Escape)
		c := &command{layers: layersOf(tree, made)}
		image := Image{
			File: f.File, Role: f.Role, Environment: c.environment(), SettingsModule: r.settingsModule(c),
			Directory: orNone(made.Directory), Starts: made.Command != nil || made.Entrypoint != nil,
		}
		if m.development[f.File.Path] && !m.used[f.File.Path] && image.Role == "" {
			image.Role = "dev"
		}
		dirs := contexts(f.File.Path)
		if dir, built := m.contexts[f.File.Path]; built {
			dirs = []string{dir}
		}
		// That a developer's compose file builds it says nothing of who else does.
		image.Placements = r.placements(made, dirs, cmp.Or(f.Role, "production"))
		image.Model = r.model(tree, m, image.Role)
		image.Steps = r.buildSteps(image, tree)
		all = append(all, image)
	}
	return all
}

// Has returns where the image has a file of the repository; the last place counts.
func (i Image) Has(file string) (server string, ok bool) {
	for _, p := range slices.Backward(i.Placements) {
		if server, ok := p.Target(file); ok {
			return server, true
		}
	}
	return "", false
}

// RepoOf returns the repository's path of what lies under a path of the image. What was put there last counts.
func (i Image) RepoOf(server string) (file string, ok bool) { return repoOf(i.Placements, server) }

// Replaced returns the files of the repository that the image has where another one would lie by the folders that are
// copied, or none: a settings module made of an example. The keys are the paths that the files take on.
func (i Image) Replaced() map[string]Placement {
	replaced := map[string]Placement{}
	var folders []Placement
	for _, p := range i.Placements {
		if p.Folder {
			folders = append(folders, p)
			continue
		}
		if name, ok := repoOf(folders, p.Server); ok && name != p.Repo {
			replaced[name] = p
		}
	}
	return replaced
}

// layersOf returns the environment that ENV gives.
func layersOf(tree *dockerfile.File, image *dockerfile.Image) []env.Layer {
	var vars []env.Var
	for _, v := range image.Environment {
		vars = append(vars, env.Var{Name: v.Name, Value: v.Value, Span: v.Span})
	}
	if len(vars) == 0 {
		return nil
	}
	return []env.Layer{{Origin: tree.Source.Path, Vars: vars}}
}
