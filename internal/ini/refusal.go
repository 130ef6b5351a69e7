package ini

import (
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"deploylint/internal/source"
)

// A Refusal is something in a configuration at which supervisord stops with an error instead of starting.
type Refusal struct {
	// Section is the name of the section that it is about, "" for the file as a whole.
	Section string
	// Option is the option, "" for the section as a whole.
	Option string
	// Message says in a clause what is wrong. It quotes nothing but names.
	Message string
	// Format is set where percent signs stand for no variable that supervisord fills in.
	Format bool
	// Span is the place.
	Span source.Span
}

// Source returns the place.
func (r Refusal) Source() source.Span { return r.Span }

// Refusals returns what supervisord would refuse in a whole configuration, main file and included ones merged, as
// ServerOptions.read_config in supervisor/options.py goes through it. It itself stops at the first. Environ answers for
// the variables of supervisord's own environment; what it does not know may be there. Whether users, folders and programs
// are there cannot be told from the text.
func (t *Tree) Refusals(environ func(name string) (string, bool)) []Refusal {
	r := &refuser{tree: t, environ: environ}
	for _, i := range t.Issues {
		if i.Kind != TooBig && i.Kind != NotText {
			r.list = append(r.list, Refusal{Message: i.Message, Span: i.Span})
		}
	}
	if _, ok := t.Section("supervisord"); !ok && t.File != nil {
		r.list = append(r.list, Refusal{Message: "there is no [supervisord] section", Span: t.File.Span(0, 0)})
	}
	r.fragment()
	return r.list
}

// FragmentRefusals is Refusals for a file that another one includes: what only a whole configuration must have is not
// asked for.
func (t *Tree) FragmentRefusals(environ func(name string) (string, bool)) []Refusal {
	r := &refuser{tree: t, environ: environ, partly: true}
	for _, i := range t.Issues {
		if i.Kind != TooBig && i.Kind != NotText {
			r.list = append(r.list, Refusal{Message: i.Message, Span: i.Span})
		}
	}
	r.fragment()
	return r.list
}

type refuser struct {
	tree    *Tree
	environ func(name string) (string, bool)
	partly  bool
	list    []Refusal
}

func (r *refuser) refuse(section, option string, at source.Span, message string) {
	r.list = append(r.list, Refusal{Section: section, Option: option, Message: message, Span: at})
}

func (r *refuser) fragment() {
	for _, name := range r.tree.Names() {
		section, _ := r.tree.Section(name)
		if len(section.Holes) > 0 {
			continue
		}
		kind, rest, named := strings.Cut(name, ":")
		switch {
		case name == "supervisord":
			r.options(section, nil)
			r.environment(section, nil)
		case name == "include":
			r.include(section)
		case kind == "group" && named:
			r.group(section, rest)
		case kind == "program" && named:
			r.program(section, rest)
		case kind == "fcgi-program" && named:
			r.program(section, rest)
			r.fcgi(section)
		case kind == "eventlistener" && named:
			r.listener(section)
			r.program(section, rest)
		case kind == "rpcinterface" && named:
			r.required(section, "supervisor.rpcinterface_factory")
		case strings.HasPrefix(name, "inet_http_server"):
			r.server(section, "port")
		case strings.HasPrefix(name, "unix_http_server"):
			r.server(section, "file")
		}
	}
}

// scope answers for the names of %(name)s, without those of the environment.
type scope map[string]string

// text returns an option after expansion. It is not ok where the option is not there, where a template or a variable that
// is not known decides, and where supervisord refuses the format, which is said here.
func (r *refuser) text(section *Section, option string, names scope) (string, bool) {
	o, ok := r.tree.Get(section.Name, option)
	if !ok || templated(o) {
		return "", false
	}
	return r.expand(section, o, o.Value.Text, names)
}

func (r *refuser) expand(section *Section, o *Option, text string, names scope) (string, bool) {
	expanded, unknown, err := Expand(text, func(name string) (string, bool) {
		if variable, ok := strings.CutPrefix(name, "ENV_"); ok {
			if own, ok := names[name]; ok {
				return own, true
			}
			return r.environ(variable)
		}
		if name == "here" || name == "host_node_name" {
			return name, true
		}
		v, ok := names[name]
		return v, ok
	})
	if err != nil {
		r.list = append(r.list, Refusal{
			Section: section.Name, Option: o.Name, Format: true, Span: place(o),
			Message: "the percent signs of " + o.Name + " are no format: one that stands for itself is written %%",
		})
		return "", false
	}
	for _, name := range unknown {
		if !strings.HasPrefix(name, "ENV_") {
			r.refuse(section.Name, o.Name, place(o), "nothing is called %("+name+")s in "+o.Name)
			return "", false
		}
	}
	return expanded, len(unknown) == 0
}

// templated reports whether a template fills in a part of an option. The names of one letter are those of access log
// formats: whoever writes %(h)s means them, and supervisor does not know them.
func templated(o *Option) bool {
	return slices.ContainsFunc(o.Value.Holes, func(h Hole) bool {
		return h.Kind == Template || h.Kind == Marker || h.Kind == Foreign && len(h.Name) > 1
	})
}

// place is where an option's value stands, or the option where it is empty.
func place(o *Option) source.Span {
	if o.Value.Text == "" {
		return o.Span
	}
	return o.Value.Span
}

// options checks the types of all options that are read as they stand.
func (r *refuser) options(section *Section, names scope) {
	for _, s := range Settings(section.Name) {
		if s.Type == Environment || s.Type == Command || s.Name == "process_name" || s.Name == "events" {
			continue
		}
		text, ok := r.text(section, s.Name, names)
		if !ok {
			continue
		}
		o, _ := r.tree.Get(section.Name, s.Name)
		if s.Type == LogFile && Kind(section.Name) != "supervisord" {
			// supervisor expands the names of log files twice.
			if _, ok = r.expand(section, o, text, names); !ok {
				continue
			}
		}
		if err := Check(s.Type, text); err != nil {
			r.refuse(section.Name, s.Name, place(o), s.Name+" is "+err.Error())
		}
	}
}

// environment checks the assignments of a section and returns them as names for %(ENV_X)s.
func (r *refuser) environment(section *Section, names scope) scope {
	o, ok := r.tree.Get(section.Name, "environment")
	if !ok || templated(o) {
		return nil
	}
	text, ok := r.expand(section, o, o.Value.Text, names)
	if !ok {
		return nil
	}
	assignments, _, err := SplitEnvironment(text)
	if err != nil {
		r.refuse(section.Name, o.Name, place(o), "environment is no list of NAME=\"value\" pairs with commas between them")
		return nil
	}
	own := scope{}
	for _, a := range assignments {
		own["ENV_"+a.Key] = a.Value
	}
	return own
}

func (r *refuser) required(section *Section, option string) bool {
	_, ok := r.tree.Get(section.Name, option)
	if !ok {
		r.refuse(section.Name, option, section.Source(), "the section has no "+option)
	}
	return ok
}

func (r *refuser) include(section *Section) {
	if !r.partly {
		r.required(section, "files")
	}
}

func (r *refuser) group(section *Section, name string) {
	if _, err := ParseName(name); err != nil {
		r.refuse(section.Name, "", section.Source(), "the group's name has "+err.Error())
	}
	r.options(section, nil)
	text, ok := r.text(section, "programs", nil)
	if !ok || r.partly {
		return
	}
	o, _ := r.tree.Get(section.Name, "programs")
	for _, program := range ParseList(text) {
		_, plain := r.tree.Section("program:" + program)
		_, fcgi := r.tree.Section("fcgi-program:" + program)
		switch {
		case plain && fcgi:
			r.refuse(section.Name, o.Name, place(o), program+" is a program and a fcgi-program as well")
		case !plain && !fcgi:
			r.refuse(section.Name, o.Name, place(o), "there is no program "+program)
		}
	}
}

func (r *refuser) program(section *Section, name string) {
	program, err := ParseName(name)
	if err != nil {
		r.refuse(section.Name, "", section.Source(), "the program's name has "+errBadName.Error())
		return
	}
	names := scope{"program_name": program, "group_name": program, "process_num": "0", "numprocs": "1"}
	r.options(section, names)
	count := r.count(section, names)
	r.killing(section, names)
	if count < 1 {
		return
	}
	if global, ok := r.tree.Section("supervisord"); ok {
		quiet := &refuser{tree: r.tree, environ: r.environ}
		maps.Copy(names, quiet.environment(global, nil))
	}
	maps.Copy(names, r.environment(section, names))
	if !r.required(section, "command") {
		return
	}
	r.text(section, "command", names) // how it is split is seen when the program starts
	r.text(section, "process_name", names)
}

// count returns how many processes a program has, and checks what must hold of their names.
func (r *refuser) count(section *Section, names scope) int64 {
	count := int64(1)
	if text, ok := r.text(section, "numprocs", names); ok {
		n, err := ParseInt(text)
		if err != nil {
			return 1
		}
		count = n
	}
	o, given := r.tree.Get(section.Name, "process_name")
	if given {
		if templated(o) {
			return count
		}
		if _, err := ParseName(o.Value.Text); err != nil {
			r.refuse(section.Name, o.Name, place(o), "process_name has "+errBadName.Error())
		}
	}
	if count > 1 && (!given || !strings.Contains(o.Value.Text, "%(process_num)")) {
		at := section.Source()
		if n, ok := r.tree.Get(section.Name, "numprocs"); ok {
			at = place(n)
		}
		r.refuse(section.Name, "process_name", at, "numprocs is "+strconv.FormatInt(count, 10)+
			", and process_name has no %(process_num)s to tell the processes apart")
	}
	return count
}

func (r *refuser) killing(section *Section, names scope) {
	stop, ok := r.text(section, "stopasgroup", names)
	if !ok {
		return
	}
	kill, ok := r.text(section, "killasgroup", names)
	if !ok {
		return
	}
	stops, errStop := ParseBool(stop)
	kills, errKill := ParseBool(kill)
	if errors.Join(errStop, errKill) == nil && stops && !kills {
		o, _ := r.tree.Get(section.Name, "killasgroup")
		r.refuse(section.Name, o.Name, place(o), "stopasgroup is true and killasgroup false")
	}
}

func (r *refuser) listener(section *Section) {
	o, ok := r.tree.Get(section.Name, "events")
	if !ok || o.Value.Text == "" {
		r.refuse(section.Name, "events", section.Source(), "the section has no events")
	} else if text, ok := r.text(section, "events", nil); ok {
		for _, event := range ParseList(text) {
			if !isEvent(strings.ToUpper(event)) {
				r.refuse(section.Name, o.Name, place(o), "events names something that is no event")
			}
		}
	}
	if text, ok := r.text(section, "buffer_size", nil); ok {
		if n, err := ParseInt(text); err == nil && n < 1 {
			o, _ := r.tree.Get(section.Name, "buffer_size")
			r.refuse(section.Name, o.Name, place(o), "buffer_size is less than 1")
		}
	}
	if text, ok := r.text(section, "redirect_stderr", nil); ok {
		if on, err := ParseBool(text); err == nil && on {
			o, _ := r.tree.Get(section.Name, "redirect_stderr")
			r.refuse(section.Name, o.Name, place(o), "redirect_stderr would mix errors into the events' protocol")
		}
	}
}

// isEvent reports whether supervisor/events.py registers an event of that name.
func isEvent(name string) bool {
	switch name {
	case "EVENT", "PROCESS_STATE", "PROCESS_STATE_STOPPED", "PROCESS_STATE_EXITED", "PROCESS_STATE_STARTING", "PROCESS_STATE_STOPPING",
		"PROCESS_STATE_BACKOFF", "PROCESS_STATE_FATAL", "PROCESS_STATE_RUNNING", "PROCESS_STATE_UNKNOWN", "PROCESS_COMMUNICATION",
		"PROCESS_COMMUNICATION_STDOUT", "PROCESS_COMMUNICATION_STDERR", "PROCESS_LOG", "PROCESS_LOG_STDOUT", "PROCESS_LOG_STDERR",
		"REMOTE_COMMUNICATION", "SUPERVISOR_STATE_CHANGE", "SUPERVISOR_STATE_CHANGE_RUNNING", "SUPERVISOR_STATE_CHANGE_STOPPING",
		"TICK", "TICK_5", "TICK_60", "TICK_3600", "PROCESS_GROUP", "PROCESS_GROUP_ADDED", "PROCESS_GROUP_REMOVED":
		return true
	}
	return false
}

func (r *refuser) fcgi(section *Section) {
	o, ok := r.tree.Get(section.Name, "socket")
	if !ok || o.Value.Text == "" {
		r.refuse(section.Name, "socket", section.Source(), "the section has no socket")
		return
	}
	_, program, _ := strings.Cut(section.Name, ":")
	text, ok := r.text(section, "socket", scope{"program_name": program})
	if !ok {
		return
	}
	if path, ok := strings.CutPrefix(text, "unix://"); ok {
		if !strings.HasPrefix(path, "/") {
			r.refuse(section.Name, o.Name, place(o), "the socket's path is not absolute")
		}
		return
	}
	host, port, ok := strings.Cut(strings.TrimPrefix(text, "tcp://"), ":")
	if _, err := strconv.Atoi(port); !strings.HasPrefix(text, "tcp://") || !ok || host == "" || err != nil {
		r.refuse(section.Name, o.Name, place(o), "socket is neither tcp://host:port nor unix:///path")
	}
	for _, option := range []string{"socket_owner", "socket_mode"} {
		if o, ok := r.tree.Get(section.Name, option); ok {
			r.refuse(section.Name, option, place(o), option+" is for unix sockets only")
		}
	}
}

// server checks one of supervisord's HTTP servers, which needs the option that says where it listens.
func (r *refuser) server(section *Section, needed string) {
	r.required(section, needed)
	r.options(section, nil)
	user, hasUser := r.tree.Get(section.Name, "username")
	password, hasPassword := r.tree.Get(section.Name, "password")
	switch {
	case hasUser && !hasPassword:
		r.refuse(section.Name, "password", user.Span, "there is a username and no password")
	case hasPassword && !hasUser:
		r.refuse(section.Name, "username", password.NameSpan, "there is a password and no username")
	}
}
