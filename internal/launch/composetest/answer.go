package composetest

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/launch"
	"deploylint/internal/source"
)

// A Service is what somebody makes of one service, in one spelling.
type Service struct {
	// Environment are the variables as NAME=value, sorted; one that whoever starts the project may give is NAME alone.
	Environment []string `json:"environment,omitempty"`
	Image       string   `json:"image,omitempty"`
	Ports       []string `json:"ports,omitempty"`
	Mounts      []string `json:"mounts,omitempty"`
	// Networks are those that it is in, with its aliases there.
	Networks []string `json:"networks,omitempty"`
	Mode     string   `json:"mode,omitempty"`
	Name     string   `json:"name,omitempty"`
	Needs    []string `json:"needs,omitempty"`
	Replicas string   `json:"replicas,omitempty"`
}

// Ours returns what launch makes of a project's services, and of each variable whether it is unknown to us.
func Ours(p Project) map[string]Service {
	files := map[string]*source.File{}
	for name, text := range p.Files {
		files[name] = source.NewFile(name, text)
	}
	result := launch.Read(launch.Files{
		deploy.Compose:     composeFiles(p, files),
		deploy.ShellScript: scripts(p, files),
	}, launch.Options{
		Open: func(name string) (*source.File, error) {
			if f := files[path.Clean(name)]; f != nil {
				return f, nil
			}
			return nil, fmt.Errorf("open %s: %w", name, fs.ErrNotExist)
		},
		Glob: func(string) []string { return nil },
		Exists: func(name string) (file, dir bool) {
			for other := range files {
				dir = dir || strings.HasPrefix(other, name+"/")
			}
			return files[name] != nil, dir
		},
	})
	services := map[string]Service{}
	for _, place := range result.Places {
		if strings.HasPrefix(place.Key, "compose:") {
			services[place.Name] = serviceOf(place)
		}
	}
	return services
}

func composeFiles(p Project, files map[string]*source.File) []launch.File {
	list := []launch.File{{File: files["compose.yml"], Role: "base"}}
	if len(p.Main) > 1 {
		list = append(list, launch.File{File: files[p.Main[1]], Role: "production"})
	}
	return list
}

func scripts(p Project, files map[string]*source.File) []launch.File {
	if f := files["deploy.sh"]; f != nil && len(p.Main) > 1 {
		return []launch.File{{File: f, Role: "production", Executable: true}}
	}
	return nil
}

func serviceOf(p *deploy.Place) Service {
	s := Service{Image: p.Image}
	for _, name := range p.Environment.Names() {
		a := p.Environment.Lookup(name)
		text, known := a.Value.Text()
		switch {
		case a.State != env.Supplied:
		case known:
			s.Environment = append(s.Environment, name+"="+text)
		default:
			s.Environment = append(s.Environment, name)
		}
	}
	for _, port := range p.Ports {
		if port.Published {
			s.Ports = append(s.Ports, port.Host+"|"+port.Outside+"|"+port.Inside)
		}
	}
	for _, m := range p.Mounts {
		s.Mounts = append(s.Mounts, mountText(m))
	}
	n := p.Network
	switch n.Mode {
	case deploy.OfHost:
		s.Mode = "host"
	case deploy.Shared:
		s.Mode = "service:" + n.Of
	case deploy.NoNetwork:
		s.Mode = "none"
	case deploy.Own:
		for _, joined := range n.Joined {
			var aliases []string
			for _, alias := range n.Names {
				if alias.Network == joined {
					aliases = append(aliases, alias.Name)
				}
			}
			s.Networks = append(s.Networks, NetworkText(joined, aliases))
		}
	}
	for _, alias := range n.Names[1:] {
		if alias.Network == "" {
			s.Name = alias.Name
		}
	}
	for _, need := range p.Needs {
		s.Needs = append(s.Needs, need.Name+" "+need.Condition)
	}
	if count, ok := p.Replicas.Value.Int(); ok && count != 1 {
		s.Replicas = fmt.Sprint(count)
	}
	s.Sort()
	return s
}

// NetworkText spells a network that a service is in, with the names that it has there.
func NetworkText(name string, aliases []string) string {
	aliases = slices.Clone(aliases)
	slices.Sort(aliases)
	return strings.Join(append([]string{name}, slices.Compact(aliases)...), " ")
}

// mountText spells a mount as the recorded answers do.
func mountText(m deploy.Mount) string {
	kind, from := "volume", m.Source
	switch m.Kind {
	case deploy.BindMount:
		kind = "bind"
		if m.OfRepository {
			from = "./" + m.Repo
		}
	case deploy.TmpfsMount:
		kind = "tmpfs"
	case deploy.AnonymousMount, deploy.VolumeMount, deploy.ConfigMount, deploy.PodMount:
	}
	text := kind + " " + from + " " + m.Target
	if m.ReadOnly {
		text += " ro"
	}
	return text
}

// Sort puts what has no order into one.
func (s *Service) Sort() {
	for _, list := range [][]string{s.Environment, s.Ports, s.Mounts, s.Networks, s.Needs} {
		slices.Sort(list)
	}
}

// A Recorded is what the real parser makes of the project of a seed; Error is set where it refuses the project.
type Recorded struct {
	Seed     uint64             `json:"seed"`
	Error    string             `json:"error,omitempty"`
	Services map[string]Service `json:"services,omitempty"`
}

// Differences compares our answer with the real one. A variable that we do not know is not wrong, but for one that is not there.
func Differences(recorded Recorded, ours map[string]Service) []error {
	var all []error
	for name, want := range recorded.Services {
		got, found := ours[name]
		if !found {
			all = append(all, fmt.Errorf("seed %d: service %s is missing", recorded.Seed, name))
			continue
		}
		for _, one := range []struct {
			what      string
			want, got []string
		}{
			{"environment", want.Environment, got.Environment},
			{"image", []string{want.Image}, []string{got.Image}},
			{"ports", want.Ports, got.Ports},
			{"mounts", want.Mounts, got.Mounts},
			{"networks", want.Networks, got.Networks},
			{"mode", []string{want.Mode}, []string{got.Mode}},
			{"container_name", []string{want.Name}, []string{got.Name}},
			{"depends_on", want.Needs, got.Needs},
			{"replicas", []string{want.Replicas}, []string{got.Replicas}},
		} {
			if !agree(one.want, one.got) {
				all = append(all, fmt.Errorf("seed %d: %s: %s: real %q, ours %q", recorded.Seed, name, one.what, one.want, one.got))
			}
		}
	}
	slices.SortFunc(all, func(a, b error) int { return cmp.Compare(a.Error(), b.Error()) })
	return all
}

// agree compares two lists of which the second may leave values open.
func agree(want, got []string) bool {
	if len(want) != len(got) {
		return false
	}
	for i := range want {
		if want[i] == got[i] {
			continue
		}
		name, _, hasValue := strings.Cut(want[i], "=")
		if !hasValue || got[i] != name {
			return false
		}
	}
	return true
}
