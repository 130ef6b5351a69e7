package deploy

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/value"
)

// A Difference is something that a process has otherwise than the processes that answer requests, and that hurts.
type Difference struct {
	// Part is what differs, and Setting the setting that says it: "CELERY_BROKER_URL".
	Part    DifferentPart
	Setting string
	// Here is the process's own value, There that of the web process.
	Here, There value.Value
	// Lacks is the variable whose default is what the process runs with, "" for none. Certain is set where nothing outside may
	// supply it.
	Lacks   string
	Certain bool
}

// DifferentPart is what two processes have of their own that they should share.
type DifferentPart uint8

// The parts, the worst first.
const (
	AnotherDatabase DifferentPart = iota
	AnotherBroker
	AnotherKey
	AnotherStorage
	AnotherCache
	AnotherDebug
	AnotherMail
)

// sharedParts are the settings that processes of one site have to share, with the keys of each that count. SECRET_KEY signs
// what one hands out and the other checks; the others say where things are.
func sharedParts() []sharedPart {
	return []sharedPart{
		{AnotherDatabase, "DATABASES", []string{"ENGINE", "NAME", "HOST", "PORT"}},
		{AnotherBroker, "CELERY_BROKER_URL", nil},
		{AnotherBroker, "BROKER_URL", nil},
		{AnotherKey, "SECRET_KEY", nil},
		{AnotherStorage, "STORAGES", []string{"BACKEND"}},
		{AnotherStorage, "DEFAULT_FILE_STORAGE", nil},
		{AnotherCache, "CACHES", []string{"BACKEND", "LOCATION"}},
		{AnotherDebug, "DEBUG", nil},
		{AnotherMail, "EMAIL_BACKEND", nil},
	}
}

// A sharedPart is one setting that counts.
type sharedPart struct {
	part    DifferentPart
	setting string
	keys    []string
}

// Counterpart returns the web process that a worker or beat works for: one that the same file starts.
func (s *Site) Counterpart(p *Process) *Process {
	for _, web := range s.Web() {
		development := web.Server != nil && web.Server.Traits.Development
		if web.Settings != nil && !development && web.Launcher == p.Launcher && sameDeclaration(web, p) {
			return web
		}
	}
	return nil
}

// sameDeclaration reports whether two processes are declared by one file, or by units that lie side by side.
func sameDeclaration(a, b *Process) bool {
	x, y := a.Declared.Path(), b.Declared.Path()
	return x == y || a.Launcher == Systemd && path.Dir(x) == path.Dir(y)
}

// Unlike are the processes that work for the site under other settings than its web processes: workers and beats. Those of the repository's other sites are among them where no web process runs these settings too.
func (s *Site) Unlike() []*Process {
	var found []*Process
	for _, p := range s.Processes {
		if p.Settings != nil && (p.Kind == Worker || p.Kind == Beat) {
			found = append(found, p)
		}
	}
	for _, p := range s.Neighbours {
		served := slices.ContainsFunc(s.Neighbours, func(web *Process) bool {
			return web.Kind == Web && web.Settings != nil && p.Settings != nil && web.Settings.Module == p.Settings.Module && sameDeclaration(web, p)
		})
		if p.Settings != nil && !served && (p.Kind == Worker || p.Kind == Beat) {
			found = append(found, p)
		}
	}
	return found
}

// Differences returns what a process has otherwise than a web process of its site and should share with it, the worst first.
func Differences(p, web *Process) []Difference {
	var found []Difference
	here, there := p.Settings, web.Settings
	if here == nil || there == nil || here == there {
		return nil
	}
	for _, shared := range sharedParts() {
		one, other := here.Get(shared.setting), there.Get(shared.setting)
		asked := []Difference{{Here: one, There: other}}
		holders := []value.Value{one}
		if shared.keys != nil {
			one, other = one.At("default"), other.At("default")
			holders, asked = append(holders, one), nil
			for _, key := range shared.keys {
				asked = append(asked, Difference{Here: one.At(key), There: other.At(key)})
			}
		}
		for _, d := range asked {
			d.Part, d.Setting = shared.part, shared.setting
			if d.decide(holders) && !d.left(p, web) {
				found = append(found, d)
				break
			}
		}
	}
	return found
}

// decide reports whether the two values certainly differ as far as the process itself is concerned: of a web process the default of
// a variable may count. A text that nobody knows, since it is supplied from outside, is not what stands in the code. The holders are
// what the first value was taken out of.
func (d *Difference) decide(holders []value.Value) bool {
	if !d.Here.Known() {
		return false
	}
	d.Certain = true
	supplied := false
	for _, v := range append([]value.Value{d.Here}, holders...) {
		if variable, certain, ok := lacking(v); ok {
			d.Lacks, d.Certain = variable, certain
			break
		}
		_, given := v.FromEnv()
		supplied = supplied || given
	}
	switch {
	case d.Lacks != "" && d.Certain && isOpenDefault(d.There, d.Lacks):
		d.Certain = false
		return true
	case d.There.Known():
		return !value.Equal(d.Here, d.There) && !sameHost(d.Here, d.There)
	default:
		return d.There.Cause == value.External && !supplied
	}
}

// left reports whether the difference may come from files that are not in the repository: nobody knows what they give. Where the
// web process is given one and the process is not, the difference stays, for what no production leaves to a default.
func (d *Difference) left(p, web *Process) bool {
	variable, open := d.There.FromDefault()
	if open {
		return variable != d.Lacks || d.Part != AnotherDatabase && d.Part != AnotherKey || len(web.AbsentEnvFiles) == 0 || len(p.AbsentEnvFiles) > 0
	}
	return !d.Certain && len(p.AbsentEnvFiles) > 0
}

// isOpenDefault reports whether a value is the default of a variable that something may supply.
func isOpenDefault(v value.Value, variable string) bool {
	name, ok := v.FromDefault()
	return ok && name == variable
}

// lacking returns the variable whose default a value is; certain is set where nothing can supply the variable.
func lacking(v value.Value) (variable string, certain, ok bool) {
	for _, step := range slices.Backward(v.Trail) {
		switch step.How {
		case value.Fallback, value.Settled:
			return step.Name, step.How == value.Settled, true
		case value.Env, value.Default:
			return "", false, false
		default:
		}
	}
	return "", false, false
}

// sameHost reports whether two texts may name one server, seen from two places: one of them is on the loopback.
func sameHost(a, b value.Value) bool {
	x, _ := a.Text()
	y, _ := b.Text()
	local := func(text string) bool {
		return strings.Contains(text, "localhost") || strings.Contains(text, "127.0.0.1")
	}
	return local(x) != local(y)
}
