package launch

import (
	"path"

	"deploylint/internal/deploy"
)

// placeOf makes the place of a command whose launcher described none: a container of its own, as platforms start processes too, or the
// host, which all share.
func (r *reader) placeOf(c *command) *deploy.Place {
	switch {
	case c.container && c.program != nil:
		return r.placeOfDaemon(c)
	case c.container:
		made := &deploy.Place{
			Kind: deploy.Container, Name: c.name, Key: c.key, Declared: c.declared, Role: c.role, Environment: c.environment(),
			Mounts: c.mounts, HasVolumes: len(c.mounts) > 0, Ports: c.life.ports, Replicas: c.life.replicas,
			Network: deploy.Network{Stack: path.Dir(c.declared.Path()), Joined: []string{"default"}},
		}
		r.addPlace(made, c)
		return made
	}
	if r.host == nil {
		r.host = &deploy.Place{Kind: deploy.Host, Name: "the host", Key: "host"}
		r.result.Places = append(r.result.Places, r.host)
	}
	return r.host
}

// placeOfDaemon makes the container that one supervisord and all its programs run in, where nothing says which image that is.
func (r *reader) placeOfDaemon(c *command) *deploy.Place {
	config := c.program.Config
	if made := r.daemonPlaces[config]; made != nil {
		return made
	}
	file := config.Tree.File.Path
	made := &deploy.Place{
		Kind: deploy.Container, Name: "the container of " + file, Key: "supervisor:" + file, Declared: config.Tree.File.LineSpan(1), Role: c.role,
		Network: deploy.Network{Stack: path.Dir(file), Joined: []string{"default"}},
	}
	r.daemonPlaces[config] = made
	r.result.Places = append(r.result.Places, made)
	return made
}

// addPlace lists a place, and notes the Dockerfile that makes it.
func (r *reader) addPlace(p *deploy.Place, c *command) {
	r.result.Places = append(r.result.Places, p)
	if c.dockerfile != "" {
		r.builtBy[p] = c.dockerfile
	}
}

// linkImages gives the places that Dockerfiles make their images.
func (r *reader) linkImages() {
	made := map[string]*deploy.Image{}
	for _, i := range r.result.Images {
		if i.Model != nil {
			made[i.File.Path] = i.Model
		}
	}
	for p, name := range r.builtBy { // in any order: each is on its own
		p.Built = made[name]
	}
}
