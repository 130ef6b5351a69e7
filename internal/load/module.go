package load

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/repo"
)

// A pythonPath is the folders that a process imports modules from, in order, relative to the repository root.
type pythonPath []string

// file returns the file of a dotted module, a package's __init__.py included.
func (p pythonPath) file(exists func(string) bool, module string) (string, bool) {
	if module == "" || strings.HasPrefix(module, ".") {
		return "", false
	}
	below := strings.ReplaceAll(module, ".", "/")
	for _, dir := range p {
		base := path.Join(dir, below)
		for _, name := range []string{base + "/__init__.py", base + ".py"} {
			if exists(name) {
				return name, true
			}
		}
	}
	return "", false
}

// module returns the dotted name under which a file is imported.
func (p pythonPath) module(file string) (string, bool) {
	best := ""
	for _, dir := range p {
		below := file
		if dir != "." && dir != "" {
			var ok bool
			if below, ok = strings.CutPrefix(file, dir+"/"); !ok {
				continue
			}
		}
		name := strings.TrimSuffix(strings.TrimSuffix(below, ".py"), "/__init__")
		if name = strings.ReplaceAll(name, "/", "."); isDotted(name) && (best == "" || len(name) < len(best)) {
			best = name
		}
	}
	return best, best != ""
}

func isDotted(name string) bool {
	for part := range strings.SplitSeq(name, ".") {
		if part == "" || strings.Trim(part, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") != "" || part[0] >= '0' && part[0] <= '9' {
			return false
		}
	}
	return true
}

// roleOfModule is the role that a settings module's name and folders give it, below the project's folder.
func roleOfModule(project, file string) repo.Role {
	below := file
	if project != "" && project != "." {
		below = strings.TrimPrefix(file, project+"/")
	}
	return repo.RoleOf(strings.TrimSuffix(below, "/__init__.py"))
}

// productionSibling returns the settings module beside file that is named for production.
func productionSibling(r *repo.Repo, project, file string) (string, bool) {
	dir := path.Dir(file)
	var siblings []string
	for _, e := range r.Dir(dir) {
		name := path.Join(dir, e.Name)
		if e.IsDir {
			name = path.Join(name, "__init__.py") // a package is a module as well
			if !r.Exists(name) {
				continue
			}
		}
		if strings.HasSuffix(name, ".py") && name != file && productionRank(e.Name) > 0 && settingsLike(dir, e.Name) &&
			roleOfModule(project, name).Deployed() {
			siblings = append(siblings, name)
		}
	}
	slices.SortStableFunc(siblings, func(a, b string) int { return siblingRank(b) - siblingRank(a) })
	if len(siblings) == 0 {
		return "", false
	}
	return siblings[0], true
}

// siblingRank is the productionRank of a module's file, or of the package whose file it is.
func siblingRank(file string) int {
	return productionRank(path.Base(strings.TrimSuffix(file, "/__init__.py")))
}

// settingsLike reports whether a file can be a settings module: any in a folder named for settings, else one whose own
// name says so.
func settingsLike(dir, name string) bool {
	folder := path.Base(dir)
	return strings.Contains(folder, "settings") || strings.Contains(folder, "config") || strings.Contains(name, "settings")
}

// productionRank orders names for production, the plainest first; 0 is none.
func productionRank(base string) int {
	name := strings.TrimSuffix(strings.ToLower(base), ".py")
	words := strings.FieldsFunc(name, func(r rune) bool { return r == '_' || r == '-' || r == '.' })
	for i, w := range productionNames() {
		if slices.Contains(words, w) {
			return 100 - i
		}
	}
	return 0
}

// productionNames are words of names that stand for production, the plainest first; then platforms that do nothing but run
// applications. A company that sells much else besides is none: its name may stand for its storage or its mail.
func productionNames() []string {
	return []string{
		"production", "prod", "live", "deploy", "deployed", "deployment", "heroku", "server", "pro", "aws", "do", "prd", "cabotage", "dokku",
		"flyio", "appengine", "gae", "gke", "kubernetes", "k8s", "openshift", "scalingo", "platformsh", "ec2", "beanstalk", "pythonanywhere",
	}
}
