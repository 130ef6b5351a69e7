package deploy

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/python"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// TaskCode is what the project's own code says about the queues of celery's tasks.
type TaskCode struct {
	// Routes are the queues that tasks and calls name for themselves, and those of app.conf.task_routes.
	Routes []Route
	// DefaultQueue is that of app.conf.task_default_queue; its zero value where no code names one.
	DefaultQueue value.Value
	// Queues is set where code lists the queues that workers without -Q take tasks from.
	Queues bool
	// Routers is set where code routes tasks by more than literals.
	Routers bool
	// Plain are the tasks that name no queue for themselves.
	Plain []PlainTask
	// Delayed are the names of what delay() is called on: its task goes where the routes or the default say.
	Delayed []string
}

// A PlainTask is a task that names no queue for itself.
type PlainTask struct {
	// Name is the function's, Full the task's as routes match it, with the folders around the package in front where there are any.
	Name, Full string
	Span       source.Span
}

// Source returns the place of the function's name.
func (t PlainTask) Source() source.Span { return t.Span }

// Read adds what a module says. Only literals count.
//
// https://docs.celeryq.dev/en/stable/userguide/routing.html#routing-tasks
func (t *TaskCode) Read(f *source.File) {
	r := taskReader{module: python.Parse(f), code: t}
	configures := strings.Contains(path.Base(f.Path), "celery")
	for _, s := range r.module.Body {
		if assign, ok := s.(*python.Assign); ok && configures && len(assign.Targets) == 1 {
			if name, ok := assign.Targets[0].(*python.Name); ok {
				r.option(name.ID, assign.Value)
			}
		}
		python.Walk(s, r.visit)
	}
}

// A taskReader reads one module.
type taskReader struct {
	module *python.Module
	code   *TaskCode
}

func (r *taskReader) visit(n python.Node) bool {
	switch n := n.(type) {
	case *python.FunctionDef:
		for _, d := range n.Decorators {
			r.task(n, d)
		}
	case *python.Assign:
		if target, ok := n.Targets[0].(*python.Attribute); ok && isConf(target.Value) {
			r.option(target.Attr, n.Value)
		}
	case *python.Call:
		method, ok := n.Func.(*python.Attribute)
		if !ok {
			return true
		}
		switch method.Attr {
		case "delay":
			r.code.Delayed = append(r.code.Delayed, nameOf(method.Value))
		case "apply_async", "signature", "s", "set":
			r.route(nameOf(method.Value), argument(n, len(n.Args), "queue"))
		case "send_task":
			if name, ok := literal(argument(n, 0, "name")); ok {
				r.route(name, argument(n, len(n.Args), "queue"))
			}
		case "update":
			for _, k := range n.Keywords {
				if isConf(method.Value) {
					r.option(k.Name, k.Value)
				}
			}
		}
	}
	return true
}

// task takes what a decorator makes a task of: @shared_task, @app.task(queue="mails").
func (r *taskReader) task(def *python.FunctionDef, decorator python.Expr) {
	c, ok := decorator.(*python.Call)
	if !ok {
		c = &python.Call{Func: decorator}
	}
	if !isTaskDecorator(calledName(c)) {
		return
	}
	if queue := argument(c, len(c.Args), "queue"); queue != nil {
		r.route(def.Name, queue)
		return
	}
	if slices.ContainsFunc(c.Keywords, func(k *python.Keyword) bool { return k.Name == "" || k.Name == "base" || k.Name == "options" }) {
		return // they may name one
	}
	full := strings.ReplaceAll(strings.TrimSuffix(r.module.File.Path, ".py"), "/", ".") + "." + def.Name
	if name := argument(c, len(c.Args), "name"); name != nil {
		full, ok = literal(name)
		if !ok {
			return
		}
	}
	at := r.module.File.Span(int(def.NamePos.From), int(def.NamePos.To))
	r.code.Plain = append(r.code.Plain, PlainTask{Name: def.Name, Full: full, Span: at})
}

func isTaskDecorator(name string) bool {
	return name == "shared_task" || name == "task" || name == "periodic_task"
}

// isConf reports whether an expression is the configuration of a celery application: app.conf.
func isConf(e python.Expr) bool {
	a, ok := e.(*python.Attribute)
	return ok && a.Attr == "conf"
}

func nameOf(e python.Expr) string {
	switch e := e.(type) {
	case *python.Name:
		return e.ID
	case *python.Attribute:
		return e.Attr
	case *python.Call:
		return calledName(e)
	}
	return ""
}

// option takes one option of celery's.
func (r *taskReader) option(name string, v python.Expr) {
	switch name {
	case "task_routes":
		r.routes(v)
	case "task_queues":
		r.code.Queues = true
	case "task_default_queue":
		r.code.DefaultQueue = value.NotKnown(value.Unread, "it is no literal")
		if text, ok := literal(v); ok {
			r.code.DefaultQueue = value.OfStr(text)
		}
	}
}

func (r *taskReader) routes(v python.Expr) {
	switch v := v.(type) {
	case *python.DictExpr:
		for i, key := range v.Keys {
			tasks, ok := literal(key)
			if !ok {
				r.code.Routers = true
				continue
			}
			r.routed(tasks, v.Values[i])
		}
	case *python.ListExpr:
		r.each(v.Elts)
	case *python.TupleExpr:
		r.each(v.Elts)
	default:
		r.code.Routers = true
	}
}

// each takes routes in a list: dicts, and pairs of a name and a route.
func (r *taskReader) each(elts []python.Expr) {
	for _, e := range elts {
		pair, ok := e.(*python.TupleExpr)
		if ok && len(pair.Elts) == 2 {
			if tasks, isText := literal(pair.Elts[0]); isText {
				r.routed(tasks, pair.Elts[1])
				continue
			}
		}
		r.routes(e)
	}
}

// routed takes a route: the queue's name, or a dict with it.
func (r *taskReader) routed(tasks string, v python.Expr) {
	if dict, ok := v.(*python.DictExpr); ok {
		for i, key := range dict.Keys {
			if name, ok := literal(key); ok && name == "queue" {
				r.route(tasks, dict.Values[i])
			}
		}
		return
	}
	r.route(tasks, v)
}

// route adds a queue that is named in plain words.
func (r *taskReader) route(tasks string, queue python.Expr) {
	text, ok := literal(queue)
	if !ok || text == "" || tasks == "" {
		return
	}
	v := value.OfStr(text).With(value.Step{How: value.Assigned, Span: r.module.Span(queue), Text: "the queue is named here"})
	r.code.Routes = append(r.code.Routes, Route{Tasks: tasks, Queue: v})
}
