package load

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/deps"
	"deploylint/internal/launch"
	"deploylint/internal/memo"
	"deploylint/internal/python"
	"deploylint/internal/repo"
	"deploylint/internal/source"
	"deploylint/internal/support"
	"deploylint/internal/version"
)

// ErrNoProject says that neither the path nor a folder around it, up to the repository's root, holds a Django project.
var ErrNoProject = errors.New("no Django project found: no manage.py, wsgi.py or settings module")

// Options are what the user told, beside the path.
type Options struct {
	// Path is where discovery starts: a project folder, or a single file that is judged on its own facts.
	Path string
	// Settings is the settings module or its file; "" to find it.
	Settings string
	// EnvFiles are env files that production reads, relative to the working directory; later ones win.
	EnvFiles []string
	// Set are variables as KEY=VALUE. They beat everything else.
	Set []string
	// EnvComplete says that nothing else is in the environment.
	EnvComplete bool
	// Exclude are patterns, as in .gitignore, of files to leave out.
	Exclude []string
	// DjangoVersion and NginxVersion are versions such as "5.2"; "" to find or assume them.
	DjangoVersion string
	NginxVersion  string
	// AsOf is the day by which ends of support are judged; "" for that of the built-in tables.
	AsOf string
	// Cores is the number of processor cores; 0 when it is not known.
	Cores int
	// OnlyConfig makes secrets be looked for in no other files than those that configure something.
	OnlyConfig bool
	// Assume stands in for git; see repo.Options.
	Assume *repo.Assumption
}

// A Deployment is everything that was found.
type Deployment struct {
	// Sites are the production sites: those with web processes first, else in the order of their launchers.
	Sites []*deploy.Site
	// Root is the repository's root, which paths are relative to: an absolute path, never to be printed as it is.
	Root string
	// Files are all files that were read.
	Files []*source.File
	// Notifications are what could not be read.
	Notifications []source.Notification
}

// Load finds and reads the deployment at a path. An error means that there is no verdict at all: the path cannot be read,
// an option is wrong, or there is no project.
func Load(opt Options) (*Deployment, error) {
	r, notes, err := repo.Open(opt.Path, repo.Options{Exclude: opt.Exclude, Assume: opt.Assume})
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", opt.Path, err)
	}
	l := &loader{options: opt, repo: r}
	l.notify(notes...)
	if err := l.given(); err != nil {
		return nil, err
	}
	var sites []*deploy.Site
	if single := r.Single(); single != "" {
		sites, err = l.single(single)
	} else {
		sites, err = l.project()
	}
	if err != nil {
		return nil, err
	}
	return &Deployment{Sites: sites, Root: r.Root(), Files: l.files, Notifications: l.notices.list}, nil
}

// A loader is one run of Load.
type loader struct {
	options Options
	repo    *repo.Repo
	facts   deploy.SiteOptions
	layers  givenLayers

	// dir is the folder of the deployment: the path, or the nearest folder around it that holds a project.
	dir       string
	inventory *repo.Inventory
	packages  *deps.Set
	// placed are the files of the repository that images have in the place of others, by the path that they take on.
	placed map[string]string
	// onlyTests says that a project has no settings but those of its tests; nil where none is like that.
	onlyTests error
	// moves are what scripts and images copy or link, once that has been asked for.
	moves []launch.Move
	// asked is what --settings means, by project; nil without it.
	asked map[*project]choice

	djangoNames memo.Value[map[string]bool]
	urlconfs    memo.Map[string, *deploy.URLConf] // by import paths and module

	files   []*source.File
	opened  map[*source.File]bool
	parsed  memo.Map[*source.File, *python.Module] // which evaluations share
	notices notices
}

// given reads the options that are facts of production.
func (l *loader) given() error {
	l.facts = deploy.SiteOptions{Cores: l.options.Cores, EnvComplete: l.options.EnvComplete, NginxMajor: 1, NginxMinor: 22, AsOf: cmp.Or(l.options.AsOf, support.TableDate())}
	if text := l.options.NginxVersion; text != "" {
		v, ok := version.Parse(text)
		if !ok {
			return fmt.Errorf("--nginx-version %q is not a version such as 1.22", text)
		}
		l.facts.NginxMajor, l.facts.NginxMinor, l.facts.NginxGiven = v.Major(), v.Minor(), true
	}
	layers, err := readGiven(l.options.Set, l.options.EnvFiles, l.repo)
	if err != nil {
		return err
	}
	l.layers = layers
	return nil
}

// open returns a file, and remembers it.
func (l *loader) open(name string) (*source.File, error) {
	f, err := l.repo.Read(name)
	if err != nil {
		return nil, err
	}
	l.remember(f)
	return f, nil
}

// openShared is open for files that code reads by itself. What git does not track is not there: a laptop and CI must give
// the same verdict on one commit.
func (l *loader) openShared(name string) (*source.File, error) {
	f, err := l.readShared(name)
	if err == nil {
		l.remember(f)
	}
	return f, err
}

// readShared is openShared without the memory.
func (l *loader) readShared(name string) (*source.File, error) {
	if other, ok := l.placed[name]; ok {
		return l.repo.Read(other)
	}
	if !l.isShared(name) {
		return nil, fmt.Errorf("%s: %w", name, errNotShared)
	}
	return l.repo.Read(name)
}

// isShared reports whether everybody who has the repository has a file. Without git nobody can tell: there an env file
// counts although a .gitignore names it.
func (l *loader) isShared(name string) bool {
	return l.isThere(name) || l.repo.State() == repo.NoGit && isEnvFile(name) && l.repo.OnDisk(name)
}

// isThere reports whether the repository has a file, or an image puts another one in its place.
func (l *loader) isThere(name string) bool {
	_, placed := l.placed[name]
	return placed || l.repo.Exists(name)
}

// exists answers the evaluator for files and folders that the repository shares.
func (l *loader) exists(name string) (file, dir bool) {
	return l.isShared(name), l.repo.HasDir(name)
}

var errNotShared = errors.New("it is not part of the repository")

func (l *loader) remember(f *source.File) {
	if l.opened == nil {
		l.opened = map[*source.File]bool{}
	}
	if !l.opened[f] {
		l.opened[f] = true
		l.files = append(l.files, f)
	}
}

// read opens a list of files; what cannot be read is a notification.
func (l *loader) read(found []repo.Found) []*source.File {
	var files []*source.File
	for _, f := range found {
		file, err := l.open(f.Path)
		if err != nil {
			l.notify(repo.Unread(f.Path, err))
			continue
		}
		files = append(files, file)
	}
	return files
}

// near returns a path as seen from the deployment's folder.
func (l *loader) near(name string) string {
	if l.dir == "" {
		return name
	}
	return strings.TrimPrefix(name, l.dir+"/")
}

// within reports whether a path is in a folder; "" is the root.
func within(dir, name string) bool {
	return dir == "" || dir == "." || name == dir || strings.HasPrefix(name, dir+"/")
}

// parent returns the folder around a folder; the root's is the root.
func parent(dir string) string {
	if up := path.Dir(dir); up != "." {
		return up
	}
	return ""
}
