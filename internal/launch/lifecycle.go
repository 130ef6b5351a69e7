package launch

import (
	"strconv"
	"strings"
	"time"

	"deploylint/internal/deploy"
	"deploylint/internal/ini"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A lifecycle is what a launcher does with a process beside starting it.
type lifecycle struct {
	restart  deploy.Restart
	stop     deploy.Stop
	replicas deploy.LaunchOption
	ports    []deploy.Port
	logs     []deploy.Log
	health   deploy.LaunchOption
	ready    deploy.LaunchOption
	asked    []deploy.Probe
	https    source.Span
}

// give hands the lifecycle to the model.
func (l lifecycle) give(p *deploy.Process) {
	p.Restart, p.Stop, p.Replicas = l.restart, l.stop, l.replicas
	p.Ports, p.Logs, p.Health, p.Ready, p.ForcesHTTPS = l.ports, l.logs, l.health, l.ready, l.https
	p.Asked = l.asked
}

// elsewhere is what a platform or a person decides.
func elsewhere() value.Value {
	return value.NotKnown(value.External, "it is decided outside of the repository")
}

// leftOpen is the lifecycle of a process whose files say nothing of it.
func leftOpen() lifecycle {
	open := deploy.LaunchOption{Value: elsewhere()}
	return lifecycle{
		restart:  deploy.Restart{Option: open, Boot: open},
		stop:     deploy.Stop{Signal: open, Seconds: open},
		replicas: open, health: open, ready: open,
	}
}

// byDefault is what a launcher takes where nothing is said.
func byDefault(v value.Value, launcher string) value.Value {
	return v.With(value.Step{How: value.Default, Text: launcher + "'s default"})
}

// contained is how the processes of a container are stopped: the first one gets the signal, and all of them are killed.
func (l *lifecycle) contained(signal, seconds deploy.LaunchOption) {
	l.stop = deploy.Stop{Signal: signal, Seconds: seconds, Group: value.False, KillGroup: value.True}
}

// lifecycleOf reads what supervisor does with a program.
//
// https://supervisord.org/configuration.html#program-x-section-settings
func lifecycleOf(p *deploy.Program) lifecycle {
	o := p.Options
	option := func(name string) deploy.LaunchOption { return deploy.LaunchOption{Name: name, Value: o.Get(name)} }
	l := leftOpen()
	l.restart.Option, l.restart.Boot = option("autorestart"), option("autostart")
	l.restart.AtBoot = p.Flag("autostart")
	text, _ := l.restart.Option.Value.Text()
	switch {
	case strings.EqualFold(text, "unexpected"):
		l.restart.Policy = deploy.RestartOnFailure
	case p.Flag("autorestart") == value.True:
		l.restart.Policy = deploy.RestartAlways
	case p.Flag("autorestart") == value.False:
		l.restart.Policy = deploy.RestartNever
	}
	signal := option("stopsignal")
	if name, ok := p.StopSignal(); ok {
		signal.Value = signal.Value.Retold(value.OfStr(name))
	}
	seconds := option("stopwaitsecs")
	seconds.Value = seconds.Value.AsInt()
	l.stop = deploy.Stop{Signal: signal, Seconds: seconds, Group: p.Flag("stopasgroup"), KillGroup: p.Flag("killasgroup")}
	l.replicas = option("numprocs")
	l.replicas.Value = l.replicas.Value.AsInt()
	l.logs = []deploy.Log{{Stream: "stdout", Option: option("stdout_logfile")}}
	if p.Flag("redirect_stderr") != value.True {
		l.logs = append(l.logs, deploy.Log{Stream: "stderr", Option: option("stderr_logfile")})
	}
	l.health, l.ready = deploy.LaunchOption{Value: value.OfNone()}, deploy.LaunchOption{Value: value.OfNone()}
	return l
}

// signalName returns a signal without SIG, or the value as it is where it is not known.
func signalName(v value.Value) value.Value {
	text, ok := v.Text()
	if !ok {
		return v
	}
	if name, _, err := ini.ParseSignal(strings.TrimSpace(text)); err == nil {
		return v.Retold(value.OfStr(name))
	}
	return v.Retold(value.NotKnown(value.Unread, "it is no signal that is known"))
}

// seconds reads a time as compose and Kubernetes write it, "1m30s" or a number of seconds.
func seconds(v value.Value) value.Value {
	if _, ok := v.Int(); ok {
		return v
	}
	text, ok := v.Text()
	if !ok {
		return v
	}
	if n, err := strconv.ParseInt(strings.TrimSpace(text), 10, 64); err == nil {
		return v.Retold(value.OfInt(n))
	}
	if d, err := time.ParseDuration(strings.TrimSpace(text)); err == nil {
		return v.Retold(value.OfInt(int64(d / time.Second)))
	}
	return v.Retold(value.NotKnown(value.Unread, "it is no time that can be read"))
}

// parsePort reads a port as docker's command line takes it: [HOST:][OUTSIDE:]INSIDE[/PROTOCOL].
func parsePort(text string) (host, outside, inside string) {
	text, _, _ = strings.Cut(text, "/")
	if n := strings.LastIndexByte(text, ':'); n >= 0 {
		text, inside = text[:n], text[n+1:]
		if n := strings.LastIndexByte(text, ':'); n >= 0 {
			return strings.Trim(text[:n], "[]"), text[n+1:], inside
		}
		if strings.Contains(text, ".") { // 127.0.0.1::8000 leaves the port to docker
			return strings.TrimSuffix(text, ":"), "", inside
		}
		return "", text, inside
	}
	return "", "", text
}

// serverLogs are the files that a server writes by itself.
func serverLogs(s *deploy.Server) []deploy.Log {
	var logs []deploy.Log
	for _, one := range []struct{ stream, option string }{
		{"access", "accesslog"}, {"error", "errorlog"}, {"access", "access_log"}, {"error", "logto"}, {"error", "daemonize"},
	} {
		v, given := s.Options.Given(one.option)
		if _, isText := v.Text(); given && (isText || !v.Known()) {
			logs = append(logs, deploy.Log{Stream: one.stream, Option: deploy.LaunchOption{Name: one.option, Value: v}, ByServer: true})
		}
	}
	return logs
}
