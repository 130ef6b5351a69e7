package process

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// celeryNodeNameShared reports a celery worker that supervisor starts several times under one name.
//
// # Why it matters
//
// A worker calls itself celery@HOST unless -n says otherwise. Two of that name on one machine answer the same questions: celery
// inspect and flower show one of them or the other, "celery control shutdown" stops both, and each warns of a duplicate
// node name.
//
// # Example
//
//	command=/srv/shop/venv/bin/celery -A shop worker
//	numprocs=2
//	process_name=%(program_name)s_%(process_num)d
//
// # Use instead
//
//	command=/srv/shop/venv/bin/celery -A shop worker -n worker%(process_num)d@%%h
//
// # When it stays silent
//
// Where the number of the process is in the command.
func celeryNodeNameShared() lint.Rule {
	return lint.Rule{
		ID:      "DPL441",
		Name:    "celery-node-name-shared",
		Summary: "Several celery workers have one name",
		Help:    "Give each worker a name with -n, such as worker%(process_num)d@%%h",
		Level:   lint.Note,
		Tags:    []string{"operations", "celery", "supervisor"},
		Links:   []string{"https://docs.celeryq.dev/en/stable/userguide/workers.html#starting-the-worker"},
		Since:   "0.1.0",
		Check:   lint.OfProcess(checkCeleryNodeNameShared),
	}
}

func checkCeleryNodeNameShared(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if p.Program == nil || p.Celery == nil || p.Kind != deploy.Worker || p.MayHideOptions() {
		return nil
	}
	n, ok := p.Program.Number("numprocs")
	command, has := p.Program.Config.Merged().Get(p.Program.Section.Name, "command")
	if !ok || n < 2 || !has || strings.Contains(command.Value.Text, "process_num") {
		return nil
	}
	return lint.Fail(p.Program.Place("numprocs"), "supervisor starts %d workers, and all have the same node name: inspect and control take them for one", n).
		About(about(p, "celery.hostname")).Fix("add -n worker%%(process_num)d@%%%%h to the command")
}
