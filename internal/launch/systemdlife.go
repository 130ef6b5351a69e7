package launch

import (
	"strconv"
	"strings"
	"time"

	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/value"
)

// lifecycle reads what systemd does with a service.
//
// https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html
func (u *unitFile) lifecycle() lifecycle {
	l := leftOpen()
	l.restart = u.restart()
	l.stop.Signal = u.launchOption("KillSignal", value.OfStr("TERM"))
	l.stop.Signal.Value = signalName(l.stop.Signal.Value)
	l.stop.Seconds = u.stopSeconds()
	switch mode, _ := u.launchOption("KillMode", value.OfStr("control-group")).Value.Text(); mode {
	case "control-group":
		l.stop.Group, l.stop.KillGroup = value.True, value.True
	case "mixed":
		l.stop.Group, l.stop.KillGroup = value.False, value.True
	case "process":
		l.stop.Group, l.stop.KillGroup = value.False, value.False
	}
	l.replicas = deploy.LaunchOption{Value: byDefault(value.OfInt(1), "systemd")}
	if strings.Contains(u.name, "@.") {
		l.replicas.Value = value.NotKnown(value.External, "it is a template, started once for each instance")
	}
	output := u.launchOption("StandardOutput", value.OfStr("journal"))
	errors := u.launchOption("StandardError", value.OfStr("inherit"))
	l.logs = []deploy.Log{{Stream: "stdout", Option: output}, {Stream: "stderr", Option: errors}}
	l.health, l.ready = deploy.LaunchOption{Value: value.OfNone()}, deploy.LaunchOption{Value: value.OfNone()}
	if o, ok := u.option("WatchdogSec"); ok && o.Value.Text != "" && o.Value.Text != "0" {
		l.health = deploy.LaunchOption{Name: o.Name, Value: u.value(o)}
	}
	return l
}

// launchOption returns an option of [Service], or systemd's default.
func (u *unitFile) launchOption(name string, fallback value.Value) deploy.LaunchOption {
	if o, ok := u.option(name); ok && o.Value.Text != "" {
		return deploy.LaunchOption{Name: name, Value: u.value(o)}
	}
	return deploy.LaunchOption{Name: name, Value: byDefault(fallback, "systemd")}
}

func (u *unitFile) restart() deploy.Restart {
	made := deploy.Restart{Option: u.launchOption("Restart", value.OfStr("no"))}
	switch text, _ := made.Option.Value.Text(); text {
	case "no":
		made.Policy = deploy.RestartNever
	case "always":
		made.Policy = deploy.RestartAlways
	case "on-failure", "on-abnormal", "on-abort", "on-watchdog":
		made.Policy = deploy.RestartOnFailure
	}
	made.Boot = deploy.LaunchOption{Name: "WantedBy", Value: byDefault(value.OfNone(), "systemd")}
	for _, name := range []string{"RequiredBy", "WantedBy"} {
		if o, ok := u.tree.Get("Install", name); ok && o.Value.Text != "" {
			made.Boot = deploy.LaunchOption{Name: name, Value: u.value(o)}
		}
	}
	made.AtBoot = value.TriOf(made.Boot.Value.Kind() != value.None)
	return made
}

// stopSeconds reads TimeoutStopSec, or TimeoutSec, which sets it too. Where both are given, the later one counts.
func (u *unitFile) stopSeconds() deploy.LaunchOption {
	found := deploy.LaunchOption{Name: "TimeoutStopSec", Value: byDefault(value.OfInt(90), "systemd")}
	service, _ := u.tree.Section("Service")
	for _, o := range service.Options {
		if o.Name != "TimeoutStopSec" && o.Name != "TimeoutSec" || o.Value.Text == "" {
			continue
		}
		v := u.value(o)
		if text, ok := v.Text(); ok {
			v = v.Retold(timeSpan(text))
		}
		found = deploy.LaunchOption{Name: o.Name, Value: v}
	}
	return found
}

// timeSpan reads a span of time: "90", "5min 20s", "infinity". None stands for one that never ends.
//
// https://www.freedesktop.org/software/systemd/man/latest/systemd.time.html
func timeSpan(text string) value.Value {
	if text = strings.TrimSpace(text); text == "infinity" || text == "0" {
		return value.OfNone()
	}
	var total time.Duration
	for rest := text; rest != ""; {
		digits := len(rest) - len(strings.TrimLeft(rest, "0123456789."))
		n, err := strconv.ParseFloat(rest[:digits], 64)
		if err != nil {
			return value.NotKnown(value.Unread, "it is no time that can be read")
		}
		rest = strings.TrimLeft(rest[digits:], " ")
		letters := len(rest) - len(strings.TrimLeft(rest, "abcdefghijklmnopqrstuvwxyzM"))
		unit, ok := timeUnit(rest[:letters])
		if !ok {
			return value.NotKnown(value.Unread, "it is no time that can be read")
		}
		total += time.Duration(n * float64(unit))
		rest = strings.TrimLeft(rest[letters:], " ")
	}
	return value.OfInt(int64(total / time.Second))
}

func timeUnit(name string) (time.Duration, bool) {
	switch name {
	case "", "s", "sec", "second", "seconds":
		return time.Second, true
	case "ms", "msec":
		return time.Millisecond, true
	case "us", "usec":
		return time.Microsecond, true
	case "m", "min", "minute", "minutes":
		return time.Minute, true
	case "h", "hr", "hour", "hours":
		return time.Hour, true
	case "d", "day", "days":
		return 24 * time.Hour, true
	}
	return 0, false
}

// unitBool reads a boolean as systemd does.
func unitBool(text string) value.Tri {
	on, err := ini.ParseBool(text)
	if err != nil {
		return value.Undecided
	}
	return value.TriOf(on)
}
