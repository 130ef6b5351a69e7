package program

import (
	"maps"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/shell"
	"deploylint/internal/value"
)

// celery is a program for several: its worker, its scheduler, and commands that ask or mend something.
//
// https://docs.celeryq.dev/en/stable/reference/cli.html
func celery() Program {
	return Program{
		Name: "celery", Commands: []string{"celeryd", "celerybeat"}, Modules: []string{"celery.bin.celery", "celery.__main__"},
		KindOf:    func(argv []shell.Word) (deploy.ProcessKind, bool) { return celeryKind(argv), false },
		Variables: []string{"APP"},
		Read: func(w *World, argv []shell.Word, p *deploy.Process) {
			p.Celery = readCelery(argv[0], argv[1:])
			w.celeryApp(argv[0], p.Celery)
		},
	}
}

// celeryFlags are the options of celery itself, of its worker and of its beat, under their long names.
func celeryFlags(command string) []flag {
	flags := []flag{
		{"-A --app", "app", takesText},
		{"-b --broker", "broker", takesText},
		{"--result-backend", "result-backend", takesText},
		{"--loader", "loader", takesText},
		{"--config", "config", takesText},
		{"--workdir", "workdir", takesText},
		{"-C --no-color", "no-color", isOn},
		{"-q --quiet", "quiet", isOn},
		{"-l --loglevel", "loglevel", takesText},
		{"-f --logfile", "logfile", takesText},
		{"--pidfile", "pidfile", takesText},
		{"--detach", "detach", isOn},
		{"--uid", "uid", takesText},
		{"--gid", "gid", takesText},
		{"--umask", "umask", takesText},
		{"-s --schedule --schedule-filename", "schedule", takesText},
		{"--settings", "settings", takesText},
	}
	if command == "beat" || command == "celerybeat" {
		return append(flags,
			flag{"-S --scheduler", "scheduler", takesText},
			flag{"--max-interval", "max-interval", takesText})
	}
	return append(flags,
		flag{"-c --concurrency", "concurrency", takesNumber},
		flag{"-P --pool", "pool", takesText},
		flag{"-B --beat", "beat", isOn},
		flag{"--scheduler", "scheduler", takesText},
		flag{"-S --statedb", "statedb", takesText},
		flag{"-D", "detach", isOn},
		flag{"-Q --queues", "queues", takesText},
		flag{"-X --exclude-queues", "exclude-queues", takesText},
		flag{"-n --hostname", "hostname", takesText},
		flag{"-I --include", "include", takesText},
		flag{"-O", "optimization", takesText},
		flag{"-E --events --task-events", "task-events", isOn},
		flag{"--prefetch-multiplier", "prefetch-multiplier", takesNumber},
		flag{"--time-limit", "time-limit", takesText},
		flag{"--soft-time-limit", "soft-time-limit", takesText},
		flag{"--max-tasks-per-child --maxtasksperchild", "max-tasks-per-child", takesNumber},
		flag{"--max-memory-per-child", "max-memory-per-child", takesNumber},
		flag{"--autoscale", "autoscale", takesText},
		flag{"--without-gossip", "without-gossip", isOn},
		flag{"--without-mingle", "without-mingle", isOn},
		flag{"--without-heartbeat", "without-heartbeat", isOn},
		flag{"--heartbeat-interval", "heartbeat-interval", takesText},
		flag{"--purge --discard", "purge", isOn},
		flag{"--executable", "executable", takesText})
}

// celeryCommand returns the index of the sub-command, or -1.
func celeryCommand(args []shell.Word) int {
	for i := 0; i < len(args); i++ {
		text := args[i].Text
		if !strings.HasPrefix(text, "-") {
			return i
		}
		if strings.Contains(text, "=") {
			continue
		}
		if f, ok := findFlag(celeryFlags(""), text, false); ok && f.kind != isOn {
			i++
		}
	}
	return -1
}

// celeryKind tells worker and beat from celery's other commands; argv begins with celery.
func celeryKind(argv []shell.Word) deploy.ProcessKind {
	command := argv[0].Base()
	if command == "celery" {
		at := celeryCommand(argv[1:])
		if at < 0 {
			return deploy.OtherProcess
		}
		command = argv[1+at].Text
	}
	switch command {
	case "worker", "celeryd", "multi":
		return deploy.Worker
	case "beat", "celerybeat":
		return deploy.Beat
	}
	return deploy.OtherProcess
}

// readCelery reads a celery command; name is celery, or one of the commands that were programs of their own.
func readCelery(name shell.Word, args []shell.Word) *deploy.Celery {
	c := &deploy.Celery{Command: deploy.WordOf(name)}
	var before []shell.Word
	behind := args
	if name.Base() == "celery" {
		at := celeryCommand(args)
		if at < 0 {
			return c
		}
		c.Command = deploy.WordOf(args[at])
		before, behind = args[:at], args[at+1:]
	}
	global := parseFlags(before, celeryFlags(c.Command.Text), style{})
	own := parseFlags(behind, celeryFlags(c.Command.Text), style{})
	values := global.values
	if own.opaque != nil {
		for _, dest := range []string{"concurrency", "pool", "loglevel"} {
			own.fallback(dest, value.Value{})
		}
	}
	maps.Copy(values, own.values)
	c.App = global.word("app")
	if _, ok := own.values["app"]; ok {
		c.App = own.word("app")
		c.AppAfterCommand = name.Base() == "celery"
	}
	c.Schedule, c.Scheduler = own.word("schedule"), own.word("scheduler")
	if beat, ok := own.written["beat"]; ok {
		c.Beat = beat
	}
	c.Options = deploy.NewOptions(values)
	return c
}

// celeryApp fills in the application that celery takes from the variable APP where no option names one.
//
// https://docs.celeryq.dev/en/stable/reference/cli.html#cmdoption-celery-A
func (w *World) celeryApp(name shell.Word, read *deploy.Celery) {
	if !read.App.Span.IsZero() || read.App.Text != "" || name.Base() != "celery" {
		return
	}
	v := w.Lookup("APP")
	if text, ok := v.Text(); ok && text != "" {
		read.App = deploy.Word{Text: text, Known: true, Span: v.Span()}
	}
}
