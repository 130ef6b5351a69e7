package ini

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The errors of the conversions. They never quote the text.
var (
	errNotBool      = errors.New("not one of yes, true, on, 1, no, false, off and 0")
	errNotInt       = errors.New("not a whole number")
	errNotBytes     = errors.New("not a number of bytes: only the suffixes KB, MB and GB are known")
	errNotOctal     = errors.New("not an octal number")
	errNotSignal    = errors.New("not a signal")
	errNotExitCode  = errors.New("not a list of exit codes from 0 to 255")
	errNotRestart   = errors.New("not a boolean and not unexpected")
	errNotLogLevel  = errors.New("not a log level")
	errNotAddress   = errors.New("not a port from 1 to 65535")
	errBadName      = errors.New("a blank, a colon or a slash in the name")
	errUnknownValue = errors.New("no rule for this type")
)

// Check reports why supervisord would refuse text for an option of type t, or nil. Whether a user, a folder or a command
// is there cannot be told from the text, and an environment is checked after its expansion with [SplitEnvironment].
func Check(t Type, text string) error {
	var err error
	switch t {
	case Bool:
		_, err = ParseBool(text)
	case Int:
		_, err = ParseInt(text)
	case Bytes:
		_, err = ParseBytes(text)
	case Octal:
		_, err = ParseOctal(text)
	case Signal:
		_, _, err = ParseSignal(text)
	case LogLevel:
		err = ParseLogLevel(text)
	case Restart:
		_, err = ParseRestart(text)
	case ExitCodes:
		_, err = ParseExitCodes(text)
	case Address:
		_, _, err = ParseAddress(text)
	case Environment:
		_, _, err = SplitEnvironment(text)
	case Command:
		_, err = SplitCommand(text)
	case Text, Path, LogFile, List, Globs, User, Owner:
	default:
		err = errUnknownValue
	}
	return err
}

// ParseBool is supervisor's boolean: in any case, but without blanks around it.
func ParseBool(text string) (bool, error) {
	switch strings.ToLower(text) {
	case "yes", "true", "on", "1":
		return true, nil
	case "no", "false", "off", "0":
		return false, nil
	}
	return false, errNotBool
}

// ParseInt is Python's int of a text: blanks around it, a sign, and single underscores between digits are fine.
func ParseInt(text string) (int64, error) { return parsePython(text, 10, errNotInt) }

// ParseOctal is Python's int(text, 8), which takes a leading 0o.
func ParseOctal(text string) (int64, error) { return parsePython(text, 8, errNotOctal) }

func parsePython(text string, base int, fault error) (int64, error) {
	text = strings.TrimFunc(text, isSpace)
	digits := strings.TrimLeft(text, "+-")
	if len(text)-len(digits) > 1 {
		return 0, fault
	}
	sign := text[:len(text)-len(digits)]
	if base == 8 && len(digits) > 2 && (strings.HasPrefix(digits, "0o") || strings.HasPrefix(digits, "0O")) {
		digits = strings.TrimPrefix(digits[2:], "_")
	}
	if digits == "" || digits[0] == '_' || digits[len(digits)-1] == '_' || strings.Contains(digits, "__") || strings.ContainsAny(digits, "+-") {
		return 0, fault
	}
	n, err := strconv.ParseInt(sign+strings.ReplaceAll(digits, "_", ""), base, 64)
	if err != nil {
		// Python's integers have no end, and no setting has a use for one beyond 64 bits.
		return 0, fault
	}
	return n, nil
}

// ParseBytes is supervisor's byte_size: a whole number, or one with KB, MB or GB in any case.
func ParseBytes(text string) (int64, error) {
	lower := strings.ToLower(text)
	factor := int64(1)
	for _, suffix := range []struct {
		name   string
		factor int64
	}{{"kb", 1 << 10}, {"mb", 1 << 20}, {"gb", 1 << 30}} {
		if rest, ok := strings.CutSuffix(lower, suffix.name); ok {
			lower, factor = rest, suffix.factor
			break
		}
	}
	n, err := parsePython(lower, 10, errNotBytes)
	if err != nil || n > 1<<32 || n < -1<<32 {
		return 0, errNotBytes
	}
	return n * factor, nil
}

// ParseSignal is supervisor's signal_number with Linux's numbers. The name comes without SIG.
func ParseSignal(text string) (name string, number int, err error) {
	if n, numeric := ParseInt(text); numeric == nil {
		if n < 0 || n > 64 || signalName(int(n)) == "" {
			return "", 0, errNotSignal
		}
		return signalName(int(n)), int(n), nil
	}
	name = strings.TrimPrefix(strings.ToUpper(strings.TrimFunc(text, isSpace)), "SIG")
	switch name {
	case "CLD":
		name = "CHLD"
	case "POLL":
		name = "IO"
	case "IOT":
		name = "ABRT"
	}
	if name != "" && name != "0" {
		for n := 1; n <= 64; n++ {
			if signalName(n) == name {
				return name, n, nil
			}
		}
	}
	return "", 0, errNotSignal
}

// signalName returns Linux's name of a signal that Python knows, "0" for the null signal, and "" for no signal.
func signalName(n int) string {
	names := strings.Fields("0 HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP " +
		"TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS")
	switch {
	case n < len(names):
		return names[n]
	case n == 34:
		return "RTMIN"
	case n == 64:
		return "RTMAX"
	}
	return ""
}

// Restarts says when supervisor starts an ended process again.
type Restarts uint8

// When a process is started again.
const (
	// Unexpected: when its exit status is none of the expected ones. It is supervisor's default.
	Unexpected Restarts = iota
	// Always: whatever its exit status is.
	Always
	// Never: it stays down.
	Never
)

// ParseRestart is supervisor's auto_restart.
func ParseRestart(text string) (Restarts, error) {
	if strings.ToLower(text) == "unexpected" {
		return Unexpected, nil
	}
	on, err := ParseBool(text)
	switch {
	case err != nil:
		return Unexpected, errNotRestart
	case on:
		return Always, nil
	default:
		return Never, nil
	}
}

// ParseExitCodes is supervisor's list_of_exitcodes.
func ParseExitCodes(text string) ([]int, error) {
	if text == "" {
		return nil, nil
	}
	var codes []int
	for item := range strings.SplitSeq(text, ",") {
		n, err := ParseInt(item)
		if err != nil || n < 0 || n > 255 {
			return nil, errNotExitCode
		}
		codes = append(codes, int(n))
	}
	return codes, nil
}

// ParseList is supervisor's list_of_strings: split at commas, blanks cut off, empty items kept.
func ParseList(text string) []string {
	if text == "" {
		return nil
	}
	items := strings.Split(text, ",")
	for i, item := range items {
		items[i] = strings.TrimFunc(item, isSpace)
	}
	return items
}

// A LogTarget is where supervisor writes a log.
type LogTarget uint8

// The targets of a log.
const (
	// ToFile: the path that the text is.
	ToFile LogTarget = iota
	// ToNothing: NONE or OFF.
	ToNothing
	// ToAutomatic: AUTO, a file in childlogdir that is deleted at each start.
	ToAutomatic
	// ToSyslog: the deprecated name syslog.
	ToSyslog
)

// ParseLogFile is supervisor's logfile_name, without a look at the folder.
func ParseLogFile(text string) LogTarget {
	switch strings.ToLower(text) {
	case "none", "off":
		return ToNothing
	case "auto":
		return ToAutomatic
	case "syslog":
		return ToSyslog
	}
	return ToFile
}

// ParseLogLevel reports whether text is one of supervisor's log levels, in any case.
func ParseLogLevel(text string) error {
	switch strings.ToLower(text) {
	case "blather", "trace", "debug", "info", "warn", "error", "critical":
		return nil
	}
	return errNotLogLevel
}

// ParseName is supervisor's process_or_group_name: blanks around the name are cut off, and it may hold no blank, colon or
// slash, which would break the protocol of event listeners.
func ParseName(text string) (string, error) {
	name := strings.TrimFunc(text, isSpace)
	if strings.ContainsAny(name, " :/") {
		return name, errBadName
	}
	return name, nil
}

// ParseAddress is supervisor's inet_address: a port, or a host and a port with a colon. The host is "" where it listens
// on all of them ("9001", ":9001", "*:9001").
func ParseAddress(text string) (host string, port int, err error) {
	digits := text
	if i := strings.LastIndexByte(text, ':'); i >= 0 {
		host, digits = strings.ToLower(text[:i]), text[i+1:]
	}
	n, err := ParseInt(digits)
	if err != nil || n < 1 || n > 0xffff {
		return "", 0, errNotAddress
	}
	if host == "*" {
		host = ""
	}
	if !utf8.ValidString(host) {
		return "", 0, errNotAddress
	}
	return host, int(n), nil
}
