package pyeval

import (
	"slices"
	"strings"
	"sync"

	"deploylint/internal/dotenv"
	"deploylint/internal/env"
	"deploylint/internal/python"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// Debug says how reads of the setting DEBUG are taken.
type Debug uint8

// The ways.
const (
	// AsWritten: DEBUG is what the module makes it.
	AsWritten Debug = iota
	// Off: whoever reads the name DEBUG sees False. What the module assigns is still what Get answers.
	Off
)

// Options are what an evaluation may look at.
type Options struct {
	// Open returns a file of the repository, by its path relative to the root.
	Open func(path string) (*source.File, error)
	// Exists reports whether a path relative to the root is a file or a folder of the repository.
	Exists func(path string) (file, dir bool)
	// Path are the folders that modules are looked up in, relative to the root, in order; "." is the root.
	Path []string
	// Env is the environment of the process.
	Env *env.Environment
	// Debug says how reads of DEBUG are taken.
	Debug Debug
	// Version returns the version that the project pins a package to; "" where none is known.
	Version func(pkg string) (version string, ok bool)
	// Parse parses a file; python.Parse where it is nil. The tree is not changed, so evaluations may share it.
	Parse func(*source.File) *python.Module
	// Configuration is the class of django-configurations whose attributes are the settings where nothing supplies
	// DJANGO_CONFIGURATION: what the entry file sets it to by default.
	Configuration string
	// Entry is the file that the process imports before the settings, such as wsgi.py, where what it does to the environment
	// counts; "" for none.
	Entry string
	// Untracked reports whether a path is known to be kept out of the repository, for instance by .gitignore.
	Untracked func(path string) bool
	// Rank decides between modules that give a setting the same value under a condition: the trail of the one of the highest
	// rank is kept, and its alternative comes first.
	Rank Ranking
}

// A Result is what an evaluation found out.
type Result struct {
	// Module is the dotted name of the module, "" for a file that is none.
	Module string
	// File is the module's file; nil when it could not be opened.
	File *source.File
	// First is the module's first statement, the place for what is absent.
	First source.Span
	// Reads are the reads of environment variables, in order.
	Reads []EnvRead
	// EnvFiles are the env files that the code loads, in order.
	EnvFiles []EnvFileLoad
	// Effects are the folders and files that the code makes, on any way that it may take.
	Effects []Effect
	// Files are the files that were read, in order, the module's own first.
	Files []*source.File
	// Notifications are what could not be read.
	Notifications []source.Notification
	// Failure is set when the module certainly raises, so that the process does not start.
	Failure *Failure

	// DebugRead is set when something reads the name DEBUG. Where nothing does, DEBUG makes no difference to the rest.
	DebugRead bool
	// Tolerated is the import of an untracked module that may replace every setting, where there is one.
	Tolerated *value.Step

	bindings map[string]binding
	names    []string
	open     *value.Value
	vague    bool // something that was evaluated is not known

	asked    sync.Mutex // of what follows, since rules may ask at the same time
	values   map[string]value.Value
	exporter *exporter
}

// A Failure is an exception that leaves the module.
type Failure struct {
	// Class is the exception's class, such as "KeyError".
	Class string
	// Message says what happened, without a value in it.
	Message string
	// Variable is the environment variable whose absence is the cause, if one is.
	Variable string
	// Span is where it is raised.
	Span source.Span
}

// An EnvRead is one place that reads an environment variable.
type EnvRead struct {
	// Name is the variable's full name, prefix included.
	Name string
	// Span is the expression that reads it.
	Span source.Span
	// Library is the package that reads it, "os" for os.environ and os.getenv.
	Library string
	// Cast is what the text is turned into: "bool", "int", "list", …; "" for none.
	Cast string
	// Default is the default in the code, if HasDefault.
	Default    value.Value
	HasDefault bool
	// Required is set when an unset variable raises.
	Required bool
}

// An EnvFileLoad is one place that loads an env file.
type EnvFileLoad struct {
	// Path is relative to the root; "" where it is not known.
	Path string
	// Dialect is that of the library that reads it.
	Dialect dotenv.Dialect
	// Span is the call.
	Span source.Span
	// Found is set when the file was read.
	Found bool
	// Override is set when the file's values replace those of the process's environment.
	Override bool
}

// Names returns the upper-case names of the module, sorted. Some of them may be bound on some paths only: see Get.
func (r *Result) Names() []string { return r.names }

// All returns every public name of the module with its value, which is what a gunicorn.conf.py is read for.
func (r *Result) All() map[string]value.Value {
	out := make(map[string]value.Value, len(r.bindings))
	for name := range r.bindings { // each name on its own
		if v, ok := r.bound(name); ok {
			out[name] = v
		}
	}
	return out
}

// Get returns the value of a name. It returns false where the module certainly does not bind it. A name that is bound on
// some paths only has an alternative whose Cause is value.Absent.
func (r *Result) Get(name string) (value.Value, bool) {
	if v, ok := r.bound(name); ok {
		return v, true
	}
	if r.open != nil {
		return *r.open, true
	}
	return value.Value{}, false
}

// bound turns the object that a name is bound to into a value, when it is asked for.
func (r *Result) bound(name string) (value.Value, bool) {
	b, ok := r.bindings[name]
	if _, gone := b.v.o.(absentObj); !ok || gone || strings.HasPrefix(name, "__") {
		return value.Value{}, false
	}
	r.asked.Lock()
	defer r.asked.Unlock()
	if r.values == nil {
		r.values = map[string]value.Value{}
	}
	v, ok := r.values[name]
	if !ok {
		v = r.exporter.binding(b)
		r.values[name] = v
	}
	return v, true
}

// Settings evaluates a settings module, given as a dotted name or as the path of a file.
func Settings(module string, opt Options) *Result {
	ev := newEvaluator(opt)
	res := &Result{Module: module}
	ev.runEntry()
	var m *moduleObj
	if strings.HasSuffix(module, ".py") || strings.Contains(module, "/") {
		m = ev.fileModule(module, ev.moduleName(module))
		res.Module = m.name
	} else {
		m = ev.entryModule(module)
	}
	if m == nil {
		ev.note(source.Error, source.Span{}, "", "the settings module "+module+" is not in the repository")
		res.open = &value.Value{Reason: value.Why(value.SettingsMissing, module)}
		res.Notifications = ev.notes
		return res
	}
	ev.configure(m)
	ev.finish(res, m)
	return res
}

// Config evaluates a Python file that is configuration of its own, such as gunicorn.conf.py.
func Config(path string, opt Options) *Result {
	ev := newEvaluator(opt)
	res := &Result{}
	ev.finish(res, ev.fileModule(path, "__config__"))
	return res
}

// An evaluator is one run.
type evaluator struct {
	opt    Options
	serial int
	steps  int
	effort int // what is left of steps that operations on containers took
	bytes  int
	dead   bool // a limit of the whole run was reached

	frames  []*frame
	pending []*pending
	exc     *exception
	sc      *scope
	calls   []activation
	depth   int

	libraries libraryTable

	modules map[string]*moduleObj
	opened  map[string]*source.File
	sources map[string]*source.File // by content, for exec
	read    []*source.File
	// beforeSettings are the files that the entry file led to.
	beforeSettings []*source.File
	importAt       int
	environ        *environment
	sysPath        *listObj
	tries          []*tryBlock
	handled        []*exception
	insisted       []string      // variables without a default in the code, although a try statement is around their read
	lifted         int           // operations under way on one of several alternatives
	guards         []*unknownObj // the undecided conditions around this place
	// configuration is configurations.Configuration, once the code has asked for it.
	configuration *classObj
	missing       *unknownObj // the variable without which the function being called goes on
	generating    *generating // the generator whose body is being executed
	writes        int         // how many changes there have been
	looping       int         // the serial number of the loop whose turns are being joined
	tests         []val       // the tests of the function being called that a variable decided

	debugRead bool // something has read DEBUG
	vague     bool // something that was evaluated is not known

	reads    []EnvRead
	envFiles []EnvFileLoad
	effects  []Effect
	notes    []source.Notification
	at       source.Span
}

// Limits of a run.
const (
	maxSteps     = 100_000
	maxBytes     = 16 << 20
	maxString    = 64 << 10
	maxItems     = 10_000
	maxLoop      = 1_000
	maxCalls     = 40
	maxImports   = 32
	maxModules   = 256
	maxDepth     = 400
	maxHistory   = 10
	maxLoopTurns = 6
)

func newEvaluator(opt Options) *evaluator {
	ev := &evaluator{
		opt: opt, modules: map[string]*moduleObj{}, opened: map[string]*source.File{}, sources: map[string]*source.File{},
	}
	ev.environ = newEnvironment(ev)
	ev.sysPath = &listObj{birth: ev.now(), alts: [][]val{{asMany(&unknownObj{reason: value.Because("sys.path depends on the installation")})}}}
	return ev
}

// step counts one step of work; false means that the run's limits are reached.
func (ev *evaluator) step() bool {
	ev.steps++
	if ev.steps > maxSteps {
		ev.dead = true
	}
	return !ev.dead
}

// spend counts bytes that the program under evaluation allocates.
func (ev *evaluator) spend(n int) bool {
	ev.bytes += n
	return ev.bytes <= maxBytes
}

func (ev *evaluator) note(l source.NotificationLevel, s source.Span, path, message string) {
	n := source.Notification{Level: l, Message: message, Span: s, Path: path}
	if s.IsZero() && path == "" && len(ev.read) > 0 {
		n.Path = ev.read[0].Path
	}
	if !slices.Contains(ev.notes, n) {
		ev.notes = append(ev.notes, n)
	}
}

// entryModule imports the settings module by its dotted name, as Django does.
func (ev *evaluator) entryModule(name string) *moduleObj {
	m, state := ev.importDotted(name, source.Span{})
	if state == importFound || state == importFailed {
		return m // one that raised, or whose package did, is a failure and not a module that is missing
	}
	return nil
}

// finish runs what is left and turns m's namespace into r.
func (ev *evaluator) finish(r *Result, m *moduleObj) {
	if m == nil {
		return
	}
	if m.tree == nil && m.path != "" {
		ev.note(source.Error, source.Span{}, m.path, "it cannot be opened")
	}
	if m.tree != nil {
		r.File = m.tree.File
		r.First = ev.firstSpan(m.tree)
	}
	if ev.exc != nil {
		r.Failure = ev.failure(ev.exc)
		why := &unknownObj{cause: value.Unread, reason: value.Why(value.ModuleRaises, ev.exc.class)}
		m.ns.open = why
	}
	if ev.dead {
		why := &unknownObj{cause: value.Limit, reason: value.Because("the module takes more steps than are followed")}
		m.ns.havoc(ev, why)
		ev.note(source.Error, source.Span{}, m.path, "it takes more steps to evaluate than are followed")
	}
	if _, answers := m.ns.get("__dir__"); answers {
		ev.openUp(m.ns, &unknownObj{reason: value.Because("the module answers for its names in a way that is not followed")})
	}
	ev.exc = nil
	r.bindings, r.exporter = m.ns.all(), newExporter(ev)
	for name, b := range r.bindings { // sorted below
		if _, gone := b.v.o.(absentObj); gone || strings.HasPrefix(name, "__") {
			continue
		}
		if name == strings.ToUpper(name) && strings.ToLower(name) != name && !strings.HasPrefix(name, "_") {
			r.names = append(r.names, name)
			if r.Tolerated == nil {
				r.Tolerated = b.v.over
			}
		}
	}
	slices.Sort(r.names)
	if m.ns.open != nil {
		v := newExporter(ev).value(derive(m.ns.open))
		r.open = &v
	}
	r.DebugRead, r.vague = ev.debugRead, ev.vague
	r.Reads, r.EnvFiles, r.Effects, r.Notifications = ev.reads, ev.envFiles, ev.effects, ev.notes
	r.Files = append(ev.read, ev.beforeSettings...)
}

func (ev *evaluator) failure(e *exception) *Failure {
	return &Failure{Class: e.class, Message: e.message, Variable: e.variable, Span: e.span}
}

// firstSpan is the first statement that is not the docstring or an import from the future.
func (ev *evaluator) firstSpan(m *python.Module) source.Span {
	for _, s := range m.Body {
		if e, ok := s.(*python.ExprStmt); ok && m.Doc != nil && e.Value == python.Expr(m.Doc) {
			continue
		}
		if i, ok := s.(*python.ImportFrom); ok && i.Module == "__future__" {
			continue
		}
		return m.Span(s).FirstLine()
	}
	return m.File.LineSpan(1)
}
