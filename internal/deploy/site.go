package deploy

import (
	"slices"

	"deploylint/internal/dotenv"
	"deploylint/internal/env"
	"deploylint/internal/pathmap"
	"deploylint/internal/role"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A Site is the set of processes, proxies and files that serve one settings module in one environment.
type Site struct {
	// Name tells the sites of a report apart: usually the settings module.
	Name string
	// Settings are nil when files were given alone, without a project.
	Settings *Settings
	// Processes are the production processes of the site, in the order of their files.
	Processes []*Process
	// Steps are the management commands that run while its images are built. They serve nobody, so they are not among Processes.
	Steps []*Process
	// Neighbours are the processes of the repository's other sites: what a proxy sends to them is not for this one.
	Neighbours []*Process
	// Supervisors are the supervisor configurations of the deployment.
	Supervisors []*SupervisorConfig
	// Proxies are the nginx configurations of the deployment.
	Proxies []*Proxy
	// Images are what production makes of the Dockerfiles.
	Images []*Image
	// Places are the worlds that processes run in: the host, containers, images while they are built. Services of compose files
	// are among them whatever runs in them, databases and caches too; see LiveServices.
	Places []*Place
	// Repository is what the repository holds.
	Repository *Repository
	// Paths maps the server's paths to the repository's.
	Paths *pathmap.Map
	// Packages answers with the version of a Python package as far as the project's requirements fix it; see Version.
	Packages func(name string) (version string, ok bool)
	// Requirements are the packages that the project asks for; see Requirement and Requires.
	Requirements Requirements
	// Given are the variables that the user gave on the command line, the strongest layer first: all processes have them.
	Given []env.Layer
	// Options are what the user told about production.
	Options SiteOptions
	// DebugOff is the same site with DEBUG off, where DEBUG is on; else nil.
	DebugOff *Site

	// appTargets is what AppTargets found out; rules are asked one after the other.
	appTargets *known
}

// SiteOptions are facts about production that only the user can tell.
type SiteOptions struct {
	// Cores is the number of processor cores, 0 when it is not known.
	Cores int
	// NginxMajor and NginxMinor are the version of nginx: 1 and 22.
	NginxMajor, NginxMinor int
	// NginxGiven is set where the user gave that version; else it is assumed. Rules ask Site.NginxVersion.
	NginxGiven bool
	// EnvComplete is set when nothing but what was given is in the environment.
	EnvComplete bool
	// AsOf is the day by which ends of support are judged: "2026-11-20".
	AsOf string
}

// A Repository is what the repository holds, as far as rules ask.
type Repository struct {
	// Git is set when there is a git checkout, so that Tracked and Ignored mean something.
	Git bool
	// EnvFiles are all env files that were found, tracked or not, production or not.
	EnvFiles []RepoEnvFile
	// Leaky are the other files that hold a secret by its looks: launchers, configuration, keys.
	Leaky []LeakyFile
	// Databases are the databases and dumps that git tracks, those of tests and samples left out.
	Databases []DatabaseFile
	// DataServices are the configurations of PostgreSQL's access, Redis and Elasticsearch that git tracks, those of
	// development, tests and samples left out.
	DataServices []*source.File
	// Tracked reports whether git tracks a path (any file is, without git).
	Tracked func(path string) bool
	// Ignored reports whether git ignores a path.
	Ignored func(path string) bool
	// IsDir reports whether the repository holds a tracked folder of that path.
	IsDir func(path string) bool
}

// A RepoEnvFile is an env file that lies in the repository's folder.
type RepoEnvFile struct {
	Path    string
	Tracked bool
	Ignored bool
	// Role is "production", "dev", "test", "sample" or "".
	Role role.Role
	// File is its content; nil where it was not read (an untracked file that nothing names).
	File *source.File
	// Entries are the assignments in File.
	Entries []EnvEntry
	// Tree is File as parsed, for rules that ask what a certain reader makes of it; nil where File is.
	Tree *dotenv.File
}

// A LeakyFile is a file in which secret.Scanner found something.
type LeakyFile struct {
	File *source.File
	// Role is "production", "dev", "test", "sample" or "".
	Role role.Role
	// Evaluated is set for a module whose values are known: only what stands in its comments is left to find.
	Evaluated bool
}

// A DatabaseFile is a database, or a dump of one, among the files of the repository.
type DatabaseFile struct {
	// File is the file without its content.
	File *source.File
	// Format is "SQLite database" or "database dump".
	Format string
	// Size is in bytes.
	Size int64
}

// An EnvEntry is one assignment in an env file.
type EnvEntry struct {
	Key   string
	Value value.Value
	// Span is the value's place, KeySpan the key's.
	Span, KeySpan source.Span
}

// Web returns the processes that answer requests.
func (s *Site) Web() []*Process { return s.kind(Web) }

// AnswersRequests reports whether a client's request may reach the settings. It is false where processes are known, none of
// them can answer one, and the repository's other sites have those that do: such settings are for background tasks alone.
func (s *Site) AnswersRequests() bool {
	if len(s.Processes) == 0 || !slices.ContainsFunc(s.Neighbours, func(p *Process) bool { return p.Kind == Web }) {
		return true
	}
	return slices.ContainsFunc(s.Processes, func(p *Process) bool { return p.Kind == Web || p.Kind == OtherProcess })
}

// Workers returns the processes that run background tasks.
func (s *Site) Workers() []*Process { return s.kind(Worker) }

// Version returns the version of a Python package that the project pins, or the lowest that it allows; ok is false when
// nothing in the project names the package.
func (s *Site) Version(name string) (text string, ok bool) {
	if s.Packages == nil {
		return "", false
	}
	return s.Packages(name)
}

func (s *Site) kind(k ProcessKind) []*Process {
	var found []*Process
	for _, p := range s.Processes {
		if p.Kind == k {
			found = append(found, p)
		}
	}
	return found
}

// Committed reports whether a place stands in a file that git tracks. Without git, every file counts as committed.
func (s *Site) Committed(place source.Span) bool {
	return !place.IsZero() && (s.Repository == nil || s.Repository.Tracked == nil || s.Repository.Tracked(place.Path()))
}

// Anchor is where a result about the whole site stands: the settings module's first statement, else the first process.
func (s *Site) Anchor() source.Span {
	if s.Settings != nil && !s.Settings.First.IsZero() {
		return s.Settings.First
	}
	for _, p := range s.Processes {
		if !p.Declared.IsZero() {
			return p.Declared
		}
	}
	return source.Span{}
}
