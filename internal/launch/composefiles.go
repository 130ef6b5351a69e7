package launch

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/dotenv"
	"deploylint/internal/env"
	"deploylint/internal/role"
	"deploylint/internal/source"
)

// composeRE finds the command line of compose up to the end of its own options, and composeFileRE the files among them.
var (
	composeRE     = regexp.MustCompile(`docker(?:-compose|[ \t]+compose|[ \t]+stack[ \t]+deploy)((?:[ \t]+(?:\\\r?\n[ \t]*)?-{1,2}[A-Za-z][A-Za-z-]*(?:[= \t]+[^\s-][^\s]*)?)+)`)
	composeFileRE = regexp.MustCompile(`(?:-f|--file|-c|--compose-file)[= \t]+["']?([^\s"']+)`)
)

// A stack is a list of compose files that are used together, the weakest first, as something starts them.
type stack struct {
	files []string
}

// composeStacks returns the lists of several compose files that scripts and units name, each once.
func (r *reader) composeStacks() []stack {
	files := r.files
	var found []stack
	for _, f := range slices.Concat(files[deploy.ShellScript], files[deploy.Systemd]) {
		for _, line := range composeRE.FindAllStringSubmatch(f.File.Text, -1) {
			one := stack{}
			for _, m := range composeFileRE.FindAllStringSubmatch(line[1], -1) {
				if name := r.composeFile(f.File.Path, m[1], files[deploy.Compose]); name != "" {
					one.files = append(one.files, name)
				} else {
					one.files = nil // a file that is not there, or that a variable names
					break
				}
			}
			if len(one.files) > 1 && len(found) < maxPrograms && !slices.ContainsFunc(found, func(s stack) bool { return slices.Equal(s.files, one.files) }) {
				found = append(found, one)
			}
		}
	}
	return append(found, r.variableStacks(files[deploy.Compose])...)
}

// variableStacks returns the lists that COMPOSE_FILE names in an .env that everybody has.
//
// https://docs.docker.com/compose/how-tos/environment-variables/envvars/#compose_file
func (r *reader) variableStacks(compose []File) []stack {
	var found []stack
	seen := map[string]bool{}
	for _, f := range compose {
		name := cleanPath(path.Join(path.Dir(f.File.Path), ".env"))
		if seen[name] || r.options.Exists == nil {
			continue
		}
		seen[name] = true
		if isFile, _ := r.options.Exists(name); !isFile {
			continue
		}
		dotEnv := r.open(name)
		if dotEnv == nil {
			continue
		}
		for _, v := range env.FromFile(dotEnv, dotenv.Compose, dotEnv.Path).Vars {
			list, _ := v.Value.Text()
			one := stack{}
			for part := range strings.SplitSeq(list, ":") {
				if file := r.composeFile(name, part, compose); file != "" {
					one.files = append(one.files, file)
				}
			}
			if v.Name == "COMPOSE_FILE" && len(one.files) > 1 {
				found = append(found, one)
			}
		}
	}
	return found
}

// composeFile returns the path of a compose file as a script names it: below its own folder, or a folder around that.
func (r *reader) composeFile(script, name string, compose []File) string {
	if path.IsAbs(name) || strings.HasPrefix(name, "$") {
		_, name, _ = strings.Cut(strings.TrimPrefix(name, "/"), "/") // $HERE/compose.yml
	}
	if strings.Contains(name, "$") || name == "" {
		return ""
	}
	for _, dir := range contexts(script) {
		full := path.Join(dir, name)
		if slices.ContainsFunc(compose, func(f File) bool { return f.File.Path == full }) {
			return full
		}
	}
	return ""
}

// stackOf returns what lies below a production file: the files that a list names before it, else the shared ones of its
// folder.
func stackOf(f File, stacks []stack, docs map[string]*document, shared []*document) []*document {
	for _, s := range stacks {
		if s.files[len(s.files)-1] != f.File.Path {
			continue
		}
		var below []*document
		for _, name := range slices.Backward(s.files[:len(s.files)-1]) {
			if d := docs[name]; d != nil {
				below = append(below, d)
			}
		}
		return below
	}
	if f.Role == "production" {
		return shared
	}
	return nil
}

// isBelow reports whether a compose file is only ever used below a production one.
func isBelow(name string, stacks []stack, roles map[string]role.Role) bool {
	return slices.ContainsFunc(stacks, func(s stack) bool {
		last := s.files[len(s.files)-1]
		role := roles[last]
		return last != name && slices.Contains(s.files, name) && role == "production"
	})
}

// included returns the documents that a compose file includes, which are weaker than its own services.
//
// https://docs.docker.com/reference/compose-file/include/
func (r *reader) included(d *document, depth int) []*document {
	var all []*document
	for _, one := range d.Get("include").Items() {
		names := []string{one.Text()}
		if found := one.Get("path"); found != nil {
			names = nil
			for _, n := range found.Items() {
				names = append(names, n.Text())
			}
		}
		for _, name := range slices.Backward(names) {
			if name == "" || strings.ContainsAny(name, "$:") || depth > maxWrappers || len(all) > maxIncludes {
				continue
			}
			f := r.open(path.Join(d.dir, name))
			if f == nil {
				r.notify(source.Note, one.Span(), "the compose file that is included is not in the repository")
				continue
			}
			if n := r.readYAML(f); n != nil {
				part := &document{n, path.Dir(f.Path)}
				all = append(all, part)
				all = append(all, r.included(part, depth+1)...)
			}
		}
	}
	return all
}

// parts returns the files that others include, so that they do not stand for themselves.
func parts(docs map[string]*document) map[string]bool {
	isPart := map[string]bool{}
	for name, d := range docs { // in any order: the answer is a set
		for _, one := range d.Get("include").Items() {
			for _, n := range append(one.Get("path").Items(), one) {
				if other := n.Text(); other != "" && path.Join(d.dir, other) != name {
					isPart[path.Join(d.dir, other)] = true
				}
			}
		}
	}
	return isPart
}

// interpolation reads the .env beside the compose file, which fills ${NAME} in and is given to no container. One that git
// does not track belongs to whoever starts it.
//
// https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/
func (p *project) interpolation() {
	name := cleanPath(path.Join(p.dir, ".env"))
	if p.reader.options.Exists == nil {
		return
	}
	if isFile, _ := p.reader.options.Exists(name); !isFile {
		return
	}
	if f := p.reader.open(name); f != nil {
		p.variablesOfFile = env.FromFile(f, dotenv.Compose, f.Path).Vars
	}
}
