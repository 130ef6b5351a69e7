package repo

import (
	"errors"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// Found is a file of an Inventory.
type Found struct {
	// Path is relative to the root, as in Entry.
	Path string
	// Role is what the path below the inventory's folder says.
	Role Role
	// Doubtful is set where the role rests on what stands beside the file alone.
	Doubtful bool
	// Template is the ending of a file that is filled in before use, such as ".j2", or "".
	Template string
	// Fragment is set for nginx files without a server block, which others include.
	Fragment bool
	// Tracked reports whether git tracks the file.
	Tracked bool
	// Executable reports the file's mode bit.
	Executable bool
}

// An Inventory is the files of a folder by what they are for, each list sorted by path. Files of documentation and of
// tests are not in it, except as Settings, Env, Compose, Dockerfiles and Requirements, where their role says so.
type Inventory struct {
	// Manage holds manage.py.
	Manage []Found
	// Entry holds wsgi.py, asgi.py, celery.py and their like.
	Entry []Found
	// Settings holds the files that are named as settings modules are. Some are another application's own.
	Settings []Found
	// Nginx holds files with nginx blocks, whatever their names.
	Nginx []Found
	// Launchers holds the files of those launchers that nothing else is asked of, by the launcher's name: "supervisor", "systemd",
	// "circus", "Apache" (those that name a WSGI script), "Kubernetes" and "uWSGI" by their content, the rest by their names
	// (see launcherOf).
	Launchers map[string][]Found
	// Gunicorn holds gunicorn's configuration files in Python.
	Gunicorn []Found
	// Dockerfiles holds Dockerfile and its variants.
	Dockerfiles []Found
	// Compose holds compose files.
	Compose []Found
	// Env holds env files that are tracked, or part of the project where there is no git; see Repo.Untracked.
	Env []Found
	// Shell holds shell scripts, by name or mode; nothing is said of what they do.
	Shell []Found
	// Requirements holds everything that names Python packages: requirements files, pyproject.toml, lock files.
	Requirements []Found
	// Ignores holds .gitignore and .dockerignore.
	Ignores []Found
	// CI holds the configuration of continuous integration.
	CI []Found
	// Build holds Makefile, fabfile.py and their like, which tell how things are started.
	Build []Found
	// Installed holds folders of installed packages (node_modules, venv) that are tracked, each once.
	Installed []InstalledDir
	// Skipped holds files that are named as servers' configurations are, and could not be looked into to tell.
	Skipped []Skipped
}

// Skipped is a file that could not be looked into, with the error that Repo.Read would give.
type Skipped struct {
	Path string
	Err  error
}

// An InstalledDir is a folder of installed packages that is part of the repository.
type InstalledDir struct {
	Path string
	// Files counts the files in it.
	Files int
	// First is the path of the first one.
	First string
}

// Inventory lists the files of the directory that Open was given.
func (r *Repo) Inventory() *Inventory { return r.InventoryOf(r.scope) }

// InventoryOf lists the files below a folder; "" is the root. The answer is kept, and must not be changed.
func (r *Repo) InventoryOf(dir string) *Inventory {
	if dir == "." {
		dir = ""
	}
	return r.inventories.Get(dir, func() *Inventory { return r.takeInventory(dir) })
}

// A candidate is a file that its name put into a bucket.
type candidate struct {
	entry  Entry
	bucket bucket
	role   Role
	// content is what the file says of itself, where the bucket leaves it open.
	content serverKind
	agrees  bool
	// err is why it could not be looked into.
	err error
}

func (r *Repo) takeInventory(dir string) *Inventory {
	inv := &Inventory{Launchers: map[string][]Found{}}
	candidates := r.candidates(dir, inv)
	r.sniff(candidates)
	for _, c := range candidates {
		inv.add(c)
		if c.err != nil {
			inv.skip(c.entry.Path, c.err)
		}
	}
	inv.settleCompose()
	return inv
}

// candidates makes one pass over the names below dir.
func (r *Repo) candidates(dir string, inv *Inventory) []candidate {
	var list []candidate
	lastFolder, installed := "\x00", ""
	for _, e := range r.FilesIn(dir) {
		below := strings.TrimPrefix(e.Path[len(dir):], "/")
		folder := below[:max(0, strings.LastIndexByte(below, '/'))]
		if folder != lastFolder {
			lastFolder, installed = folder, installedDir(folder)
		}
		if installed != "" {
			inv.addInstalled(path.Join(dir, installed), e.Path)
			continue
		}
		b := bucketOf(below)
		if b == noBucket && e.Executable() && path.Ext(below) == "" {
			b = shellFile
		}
		if b == noBucket || e.Sparse {
			continue
		}
		role := RoleOf(below)
		if e.Symlink() && b != envFile {
			// A link's target is listed itself, unless it lies elsewhere.
			if _, err := r.head(e.Path, 1); errors.Is(err, ErrOutside) && role.Deployed() {
				inv.skip(e.Path, err)
			}
			continue
		}
		namedForTests := b == yamlFile && RoleOf(folder) < Test // only its own name says so: it may be a compose file
		if role >= Test && role != Sample && !keptForRole(b) && !namedForTests {
			continue
		}
		list = append(list, candidate{entry: e, bucket: b, role: role})
	}
	return list
}

// keptForRole reports whether files of tests and documentation are worth listing: their role then says why they do not
// count.
func keptForRole(b bucket) bool {
	switch b {
	case settingsFile, envFile, composeFile, dockerFile, requirementsFile, ignoreFile, ciFile, manageFile:
		return true
	default:
		return false
	}
}

// installedDir returns the outermost folder of installed packages that a folder lies in, or "".
func installedDir(folder string) string {
	end := 0
	for element := range strings.SplitSeq(folder, "/") {
		end += len(element)
		if isVendorDir(element) {
			return folder[:end]
		}
		end++
	}
	return ""
}

// skip lists a file that may be a server's configuration and cannot be looked into. One that is gone from the disk is not
// worth a word, and of files whose name says less than this anything may be binary.
func (inv *Inventory) skip(name string, err error) {
	base := strings.ToLower(path.Base(name))
	named := path.Ext(base) == ".conf" || strings.Contains(base, "nginx") || strings.Contains(base, "supervisor")
	if named && !errors.Is(err, fs.ErrNotExist) {
		inv.Skipped = append(inv.Skipped, Skipped{Path: name, Err: readError(name, err)})
	}
}

func (inv *Inventory) addInstalled(dir, first string) {
	for i := range inv.Installed {
		if inv.Installed[i].Path == dir {
			inv.Installed[i].Files++
			return
		}
	}
	inv.Installed = append(inv.Installed, InstalledDir{Path: dir, Files: 1, First: first})
}

// sniff looks into the candidates whose name does not decide, several at a time.
func (r *Repo) sniff(candidates []candidate) {
	var open []*candidate
	for i := range candidates {
		switch candidates[i].bucket {
		case serverFile, gunicornFile, yamlFile, systemdFile:
			open = append(open, &candidates[i])
		case shellFile:
			if path.Ext(candidates[i].entry.Path) == "" {
				open = append(open, &candidates[i])
			}
		default:
		}
	}
	workers := min(runtime.GOMAXPROCS(0)*2, 16, len(open)/8+1)
	var wait sync.WaitGroup
	for worker := range workers {
		wait.Go(func() {
			for i := worker; i < len(open); i += workers {
				r.sniffOne(open[i])
			}
		})
	}
	wait.Wait()
}

func (r *Repo) sniffOne(c *candidate) {
	if limit := limitOf(c.entry.Path); c.entry.Size > limit {
		c.err = tooBig(c.entry.Size, limit)
		return
	}
	var head string
	if head, c.err = r.head(c.entry.Path, sniffSize); c.err != nil {
		return
	}
	switch c.bucket {
	case serverFile:
		c.content = sniffServer(head)
		if c.content == noServer && path.Ext(c.entry.Path) == "" && sniffShell(head) {
			c.bucket, c.agrees = shellFile, true
		}
	case systemdFile:
		c.agrees = sniffServer(head) == systemdUnit
	case gunicornFile:
		c.agrees = sniffGunicorn(head)
	case yamlFile:
		c.agrees = sniffCompose(head)
		if !c.agrees && sniffManifest(head) {
			c.content = kubernetesManifest
		}
	case shellFile:
		c.agrees = sniffShell(head)
		if !c.agrees {
			c.bucket, c.content = serverFile, sniffServer(head)
		}
	default:
	}
}

// add puts a candidate into the list that it belongs to.
func (inv *Inventory) add(c candidate) {
	f := Found{
		Path: c.entry.Path, Role: c.role, Template: templateEnding(c.entry.Path),
		Tracked: c.entry.Tracked, Executable: c.entry.Executable(), Fragment: c.content == nginxFragment,
	}
	if list := inv.list(c); list != nil {
		*list = append(*list, f)
	} else if name := launcherName(c); name != "" {
		inv.Launchers[name] = append(inv.Launchers[name], f)
	}
}

func (inv *Inventory) list(c candidate) *[]Found {
	switch c.bucket {
	case manageFile:
		return &inv.Manage
	case entryFile:
		return &inv.Entry
	case settingsFile:
		return &inv.Settings
	case envFile:
		return &inv.Env
	case dockerFile:
		return &inv.Dockerfiles
	case composeFile:
		return &inv.Compose
	case requirementsFile:
		return &inv.Requirements
	case ignoreFile:
		return &inv.Ignores
	case ciFile:
		return &inv.CI
	case buildFile:
		return &inv.Build
	case shellFile:
		if c.agrees || path.Ext(c.entry.Path) != "" {
			return &inv.Shell
		}
	case yamlFile:
		if c.agrees {
			return &inv.Compose
		}
	case gunicornFile:
		if c.agrees {
			return &inv.Gunicorn
		}
	case serverFile:
		if c.content == nginxConfig || c.content == nginxFragment {
			return &inv.Nginx
		}
	case launcherFile, systemdFile, noBucket:
	}
	return nil
}

// launcherName returns the launcher that a candidate is a file of, "" for none.
func launcherName(c candidate) string {
	switch {
	case c.bucket == launcherFile:
		return launcherOf(c.entry.Path)
	case c.bucket == systemdFile && c.agrees:
		return "systemd"
	case c.bucket != serverFile && c.bucket != yamlFile:
		return ""
	}
	switch c.content {
	case supervisorConfig:
		return "supervisor"
	case uwsgiConfig:
		return "uWSGI"
	case systemdUnit:
		return "systemd"
	case circusConfig:
		return "circus"
	case apacheConfig:
		return "Apache"
	case kubernetesManifest:
		return "Kubernetes"
	default:
		return ""
	}
}

// settleCompose decides which of the compose files of a folder is for production. One that is named for it is. A bare
// docker-compose.yml is the base of such a one; where there is none it is what runs, which is doubtful when an override
// or a development file lies beside it.
func (inv *Inventory) settleCompose() {
	for i := range inv.Compose {
		f := &inv.Compose[i]
		if f.Role != UnknownRole && f.Role != Production || baseRole(path.Base(f.Path)) != UnknownRole || !isBareCompose(f.Path) {
			continue
		}
		f.Role = Production
		for j := range inv.Compose {
			sibling := inv.Compose[j]
			if i == j || path.Dir(sibling.Path) != path.Dir(f.Path) {
				continue
			}
			switch baseRole(path.Base(sibling.Path)) {
			case Production:
				f.Role = Base
			case Development, Local:
				f.Doubtful = true
			default:
			}
		}
		if f.Role == Base {
			f.Doubtful = false
		}
	}
}

func isBareCompose(name string) bool {
	return slices.Contains([]string{"compose.yml", "compose.yaml", "docker-compose.yml", "docker-compose.yaml"}, path.Base(name))
}
