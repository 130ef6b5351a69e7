package deploy

import (
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A LaunchOption is one of a launcher's own settings, under the name that its files use: stopwaitsecs, KillSignal,
// stop_grace_period. A rule that names it in a message need not know which launcher it is.
type LaunchOption struct {
	// Name is what the launcher's files call it, "" where the launcher has no such setting.
	Name string
	// Value is what it is, the launcher's default included; unknown where something outside decides.
	Value value.Value
}

// Given reports whether a file says it, rather than the launcher's default.
func (o LaunchOption) Given() bool { return !o.Value.Source().IsZero() }

// Source returns where it is said, nowhere for a default.
func (o LaunchOption) Source() source.Span { return o.Value.Source() }

// RestartPolicy says when a process that has ended is started again.
type RestartPolicy uint8

// The policies.
const (
	// RestartUnknown: a variable, a platform or a person decides.
	RestartUnknown RestartPolicy = iota
	// RestartNever: it stays down.
	RestartNever
	// RestartOnFailure: it is started again when it fails, and stays down when it ends by itself.
	RestartOnFailure
	// RestartAlways: it is started again whatever happened.
	RestartAlways
)

// String returns the policy in words.
func (p RestartPolicy) String() string {
	switch p {
	case RestartNever:
		return "never"
	case RestartOnFailure:
		return "on failure"
	case RestartAlways:
		return "always"
	default:
		return "unknown"
	}
}

// A Restart says what starts a process again.
type Restart struct {
	// Policy is what happens when the process ends.
	Policy RestartPolicy
	// Option is the setting that decides it: autorestart, Restart, restart.
	Option LaunchOption
	// AtBoot is True where the launcher starts the process by itself, and False where somebody must do it each time.
	AtBoot value.Tri
	// Boot is the setting that decides that: autostart, WantedBy.
	Boot LaunchOption
}

// A Stop says how a process is stopped.
type Stop struct {
	// Signal is the signal that asks it to end: a str without SIG, such as "TERM".
	Signal LaunchOption
	// Seconds is how long it has before it is killed: an int, or None where it never is.
	Seconds LaunchOption
	// Group is True where the signal goes to all processes that belong to it, and False where only the first one gets it.
	Group value.Tri
	// KillGroup is True where being killed ends all of them, and False where those that it started are left behind.
	KillGroup value.Tri
}

// A Port is a port of a container.
type Port struct {
	// Inside is the port in the container.
	Inside string
	// Published is set where the host passes connections on to it. One that is only declared is for other containers.
	Published bool
	// Host is the address of the host that is listened on, "" for all; Outside is the port there, "" where the launcher
	// picks one.
	Host, Outside string
	// Known is false where a variable decides.
	Known bool
	// Span is where it is written.
	Span source.Span
}

// Source returns where the port is written.
func (p Port) Source() source.Span { return p.Span }

// Public reports whether other machines reach the port through the host.
func (p Port) Public() bool {
	return p.Published && p.Known && (Bind{Host: p.Host, Known: true}).Public()
}

// String returns the port as docker writes it.
func (p Port) String() string {
	switch {
	case !p.Published:
		return p.Inside
	case p.Host == "":
		return p.Outside + ":" + p.Inside
	}
	return p.Host + ":" + p.Outside + ":" + p.Inside
}

// A Log is where output of a process goes.
type Log struct {
	// Stream is what is written there: "stdout", "stderr", "access" or "error".
	Stream string
	// Option is the setting that says so. Its value is a path or what the launcher has instead of one, such as AUTO, journal
	// or "-".
	Option LaunchOption
	// ByServer is set where the program itself writes it, and not its launcher.
	ByServer bool
}
