package ini

import "strings"

// A Setting is an option that supervisor knows.
type Setting struct {
	// Name is the option's name.
	Name string
	// Type is how supervisor converts its text.
	Type Type
	// Default is the text that stands for it when it is not set; "" where there is none.
	Default string
	// Required says that supervisord does not start without it.
	Required bool
}

// Type is how supervisor converts an option's text.
type Type uint8

// The types.
const (
	// Text is taken as it is.
	Text Type = iota
	// Bool is yes, true, on, 1 or their opposites; see [ParseBool].
	Bool
	// Int is a whole number; see [ParseInt].
	Int
	// Bytes is a number of bytes with KB, MB or GB; see [ParseBytes].
	Bytes
	// Octal is a file mode; see [ParseOctal].
	Octal
	// Signal is a signal's name or number; see [ParseSignal].
	Signal
	// Path is a file or folder, where "~" is expanded.
	Path
	// LogFile is a path, NONE, AUTO or syslog; see [ParseLogFile].
	LogFile
	// LogLevel is one of [ParseLogLevel]'s names.
	LogLevel
	// Restart is a bool or "unexpected"; see [ParseRestart].
	Restart
	// ExitCodes is a list of numbers from 0 to 255; see [ParseExitCodes].
	ExitCodes
	// List is a list with commas.
	List
	// Globs is a list of patterns with blanks.
	Globs
	// Environment is a list of assignments; see [SplitEnvironment].
	Environment
	// Command is an argument list; see [SplitCommand].
	Command
	// User is a user's name or number.
	User
	// Owner is a user, or user and group with a colon.
	Owner
	// Address is a port, with or without a host; see [ParseAddress].
	Address
)

// Kind returns the part of a section's name that decides which options it has: "program" for "program:web", and the whole
// name for a section without a colon. Names are case-sensitive.
func Kind(section string) string {
	kind, _, _ := strings.Cut(section, ":")
	return kind
}

// KnownSection reports whether supervisord or supervisorctl reads a section of that name. All others are ignored without
// a word.
func KnownSection(section string) bool {
	kind, name, suffixed := strings.Cut(section, ":")
	switch kind {
	case "supervisord", "supervisorctl", "include", DefaultSection:
		return !suffixed
	case "unix_http_server", "inet_http_server":
		return true
	case "program", "fcgi-program", "eventlistener", "group", "rpcinterface", "ctlplugin":
		return suffixed && name != ""
	}
	return false
}

// SectionKinds returns the kinds of section that supervisor knows, sorted.
func SectionKinds() []string {
	return []string{
		"ctlplugin", "eventlistener", "fcgi-program", "group", "include", "inet_http_server", "program", "rpcinterface",
		"supervisorctl", "supervisord", "unix_http_server",
	}
}

// Known returns what supervisor knows of an option of a section; the option's name is in lower case. The sections of
// plugins ([rpcinterface:x], [ctlplugin:x]) take any option, and [DefaultSection] every option of any section.
func Known(section, option string) (Setting, bool) {
	for _, s := range Settings(section) {
		if s.Name == option {
			return s, true
		}
	}
	switch Kind(section) {
	case "rpcinterface", "ctlplugin":
		return Setting{Name: option}, true
	case DefaultSection:
		for _, kind := range SectionKinds() {
			if s, ok := Known(kind, option); ok && kind != "rpcinterface" && kind != "ctlplugin" {
				return s, true
			}
		}
	}
	return Setting{}, false
}

// Settings returns the options that a section of that name or kind has, in the order of supervisor's documentation.
func Settings(section string) []Setting {
	switch Kind(section) {
	case "supervisord":
		return supervisordSettings()
	case "unix_http_server":
		return []Setting{
			{Name: "file", Type: Path, Required: true},
			{Name: "chmod", Type: Octal, Default: "0700"},
			{Name: "chown", Type: Owner},
			{Name: "username"},
			{Name: "password"},
		}
	case "inet_http_server":
		return []Setting{
			{Name: "port", Type: Address, Required: true},
			{Name: "username"},
			{Name: "password"},
		}
	case "supervisorctl":
		return []Setting{
			{Name: "serverurl", Default: "http://localhost:9001"},
			{Name: "username"},
			{Name: "password"},
			{Name: "prompt", Default: "supervisor"},
			{Name: "history_file", Type: Path},
		}
	case "include":
		return []Setting{{Name: "files", Type: Globs, Required: true}}
	case "rpcinterface":
		return []Setting{{Name: "supervisor.rpcinterface_factory", Required: true}}
	case "ctlplugin":
		return []Setting{{Name: "supervisor.ctl_factory", Required: true}}
	case "group":
		return []Setting{
			{Name: "programs", Type: List, Required: true},
			{Name: "priority", Type: Int, Default: "999"},
		}
	case "program":
		return programSettings("999")
	case "fcgi-program":
		return append(programSettings("999"),
			Setting{Name: "socket", Required: true},
			Setting{Name: "socket_backlog", Type: Int},
			Setting{Name: "socket_owner", Type: Owner},
			Setting{Name: "socket_mode", Type: Octal, Default: "0700"})
	case "eventlistener":
		return append(programSettings("-1"),
			Setting{Name: "buffer_size", Type: Int, Default: "10"},
			Setting{Name: "events", Type: List, Required: true},
			Setting{Name: "result_handler", Default: "supervisor.dispatchers:default_handler"})
	}
	return nil
}

func supervisordSettings() []Setting {
	return []Setting{
		{Name: "logfile", Type: LogFile, Default: "supervisord.log"},
		{Name: "logfile_maxbytes", Type: Bytes, Default: "50MB"},
		{Name: "logfile_backups", Type: Int, Default: "10"},
		{Name: "loglevel", Type: LogLevel, Default: "info"},
		{Name: "pidfile", Type: Path, Default: "supervisord.pid"},
		{Name: "umask", Type: Octal, Default: "022"},
		{Name: "nodaemon", Type: Bool, Default: "false"},
		{Name: "silent", Type: Bool, Default: "false"},
		{Name: "minfds", Type: Int, Default: "1024"},
		{Name: "minprocs", Type: Int, Default: "200"},
		{Name: "nocleanup", Type: Bool, Default: "false"},
		{Name: "childlogdir", Type: Path},
		{Name: "user", Type: User},
		{Name: "directory", Type: Path},
		{Name: "strip_ansi", Type: Bool, Default: "false"},
		{Name: "environment", Type: Environment},
		{Name: "identifier", Default: "supervisor"},
	}
}

func programSettings(priority string) []Setting {
	settings := []Setting{
		{Name: "command", Type: Command, Required: true},
		{Name: "process_name", Default: "%(program_name)s"},
		{Name: "numprocs", Type: Int, Default: "1"},
		{Name: "numprocs_start", Type: Int, Default: "0"},
		{Name: "priority", Type: Int, Default: priority},
		{Name: "autostart", Type: Bool, Default: "true"},
		{Name: "startsecs", Type: Int, Default: "1"},
		{Name: "startretries", Type: Int, Default: "3"},
		{Name: "autorestart", Type: Restart, Default: "unexpected"},
		{Name: "exitcodes", Type: ExitCodes, Default: "0"},
		{Name: "stopsignal", Type: Signal, Default: "TERM"},
		{Name: "stopwaitsecs", Type: Int, Default: "10"},
		{Name: "stopasgroup", Type: Bool, Default: "false"},
		{Name: "killasgroup", Type: Bool}, // what stopasgroup is
		{Name: "user", Type: User},
		{Name: "redirect_stderr", Type: Bool, Default: "false"},
	}
	for _, stream := range []string{"stdout", "stderr"} {
		settings = append(settings,
			Setting{Name: stream + "_logfile", Type: LogFile, Default: "AUTO"},
			Setting{Name: stream + "_logfile_maxbytes", Type: Bytes, Default: "50MB"},
			Setting{Name: stream + "_logfile_backups", Type: Int, Default: "10"},
			Setting{Name: stream + "_capture_maxbytes", Type: Bytes, Default: "0"},
			Setting{Name: stream + "_events_enabled", Type: Bool, Default: "false"},
			Setting{Name: stream + "_syslog", Type: Bool, Default: "false"})
	}
	return append(settings,
		Setting{Name: "environment", Type: Environment},
		Setting{Name: "directory", Type: Path},
		Setting{Name: "umask", Type: Octal},
		Setting{Name: "serverurl", Default: "AUTO"})
}
