package deploy

import (
	"regexp"
	"slices"
	"strings"

	"deploylint/internal/value"
)

// A Route is one entry of celery's routes: the tasks that it is about go to one queue.
type Route struct {
	// Tasks is the name or pattern of the tasks.
	Tasks string
	// Queue is the queue's name: a str.
	Queue value.Value
}

// CeleryRoutes returns where the settings and the project's code send tasks, as far as they say it in plain words: a router that is
// a function is none of them.
//
// https://docs.celeryq.dev/en/stable/userguide/routing.html#automatic-routing
func (s *Settings) CeleryRoutes() []Route {
	routes := slices.Clone(s.Tasks.Routes)
	for _, name := range []string{"CELERY_TASK_ROUTES", "CELERY_ROUTES"} {
		if v, given := s.Given(name); given {
			routes = append(routes, routesIn(v)...)
			break
		}
	}
	for _, name := range []string{"CELERY_BEAT_SCHEDULE", "CELERYBEAT_SCHEDULE"} {
		for _, scheduled := range Entries(s.Get(name)) {
			queue := scheduled.At("options").At("queue")
			if text, ok := queue.Text(); ok && text != "" {
				tasks, _ := scheduled.At("task").Text()
				routes = append(routes, Route{Tasks: tasks, Queue: queue})
			}
		}
	}
	return routes
}

func routesIn(v value.Value) []Route {
	var routes []Route
	add := func(tasks string, route value.Value) {
		queue := route
		if route.Kind() == value.Dict {
			queue = route.At("queue")
		}
		if text, ok := queue.Text(); ok && text != "" {
			routes = append(routes, Route{Tasks: tasks, Queue: queue})
		}
	}
	for tasks, route := range Entries(v) {
		add(tasks, route)
	}
	if !v.IsSequence() {
		return routes
	}
	for _, e := range v.Elems() {
		pair := e.Elems()
		if name, ok := firstText(pair); e.IsSequence() && ok && len(pair) == 2 {
			add(name, pair[1])
			continue
		}
		for tasks, route := range Entries(e) {
			add(tasks, route)
		}
	}
	return routes
}

func firstText(all []value.Value) (string, bool) {
	if len(all) == 0 {
		return "", false
	}
	return all[0].Text()
}

// CeleryDefaultQueue returns the queue of tasks that no route is about; ok is false where it is not known.
func (s *Settings) CeleryDefaultQueue() (name string, ok bool) {
	if v := s.Tasks.DefaultQueue; v.Known() || !v.Reason.IsZero() {
		return v.Text()
	}
	for _, name := range []string{"CELERY_TASK_DEFAULT_QUEUE", "CELERY_DEFAULT_QUEUE"} {
		if v, given := s.Given(name); given {
			return v.Text()
		}
	}
	return "celery", true
}

// Consumes returns the queues that a celery worker takes tasks from; ok is false where that cannot be told. Without -Q it
// takes from all of CELERY_TASK_QUEUES, or from the default queue alone.
func (p *Process) Consumes(s *Settings) (queues []string, ok bool) {
	if p.Celery == nil || p.Kind != Worker || p.MayHideOptions() {
		return nil, false
	}
	if named, given := p.Celery.Options.Given("queues"); given {
		text, known := named.Text()
		for name := range strings.SplitSeq(text, ",") {
			queues = append(queues, strings.TrimSpace(name))
		}
		return queues, known && !strings.ContainsAny(text, "${}%")
	}
	for _, name := range []string{"CELERY_TASK_QUEUES", "CELERY_QUEUES"} {
		if _, given := s.Given(name); given {
			return nil, false
		}
	}
	if s.Tasks.Queues {
		return nil, false
	}
	name, known := s.CeleryDefaultQueue()
	return []string{name}, known
}

// Unconsumed returns the routes into queues that no celery worker of the deployment takes tasks from, and the workers. There are
// none where a worker may take from queues that are not known, or no worker is.
func (s *Site) Unconsumed() ([]Route, []*Process) {
	var workers []*Process
	var consumed []string
	for _, w := range s.WorkerPrograms() {
		if w.Queue != "celery" || !w.Works {
			continue
		}
		queues, ok := w.Process.Consumes(s.Settings)
		if !ok {
			return nil, nil
		}
		consumed = append(consumed, queues...)
		workers = append(workers, w.Process)
	}
	if len(workers) == 0 {
		return nil, nil
	}
	for _, p := range slices.Concat(s.Processes, s.Neighbours) {
		if !slices.Contains(workers, p) && p.mayBeWorker("celery") && p.Kind != Beat {
			return nil, nil
		}
	}
	routes := slices.DeleteFunc(slices.Concat(s.Settings.CeleryRoutes(), s.Settings.unrouted()), func(r Route) bool {
		name, _ := r.Queue.Text()
		return slices.Contains(consumed, name)
	})
	return routes, workers
}

// unrouted returns the tasks of the code that go into the default queue: they name none, no route is about them, and something calls
// delay() on them. There are none where it is not known what the routes are about.
func (s *Settings) unrouted() []Route {
	name, known := s.CeleryDefaultQueue()
	if !known || s.Tasks.Routers {
		return nil
	}
	for _, setting := range []string{"CELERY_TASK_ROUTES", "CELERY_ROUTES"} {
		if v, given := s.Given(setting); given && (!v.Complete() || hasRouter(v)) {
			return nil
		}
	}
	routes := s.CeleryRoutes()
	var found []Route
	for _, task := range s.Tasks.Plain {
		routed := slices.ContainsFunc(routes, func(r Route) bool { return r.isAbout(task) })
		if !routed && slices.Contains(s.Tasks.Delayed, task.Name) {
			queue := value.OfStr(name).With(value.Step{How: value.Assigned, Span: task.Span, Text: "the task names no queue"})
			found = append(found, Route{Tasks: task.Name, Queue: queue})
		}
	}
	return found
}

// isAbout reports whether a route may be about a task. Celery matches * against any part of a name.
func (r Route) isAbout(task PlainTask) bool {
	if r.Tasks == "" || r.Tasks == task.Name {
		return true
	}
	pattern := regexp.QuoteMeta(r.Tasks)
	pattern = strings.NewReplacer(`\*`, ".*", `\?`, ".", `\[`, "[", `\]`, "]").Replace(pattern)
	matches, err := regexp.MatchString(`(^|\.)`+pattern+"$", task.Full)
	return err != nil || matches
}

// hasRouter reports whether routes name a function or a class that decides, rather than patterns.
func hasRouter(v value.Value) bool {
	if !v.IsSequence() {
		return v.Kind() != value.Dict
	}
	return slices.ContainsFunc(v.Elems(), func(e value.Value) bool { return !e.IsSequence() && e.Kind() != value.Dict })
}
