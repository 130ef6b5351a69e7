package pyeval

import "deploylint/internal/value"

func sysLibrary() library {
	return library{
		modules: "sys",
		member:  func(ev *evaluator, _, name string) (val, bool) { return ev.sysMember(name) },
	}
}

// sysMember is a member of sys.
//
// What is evaluated is the process of a server: its sys.argv holds the server's own arguments, which are not known, but
// never a management command such as test or runserver.
func (ev *evaluator) sysMember(name string) (val, bool) {
	switch name {
	case "argv":
		return of(&argvObj{}), true
	case "path":
		return of(ev.sysPath), true
	case "platform":
		return ofStr("linux"), true
	case "maxsize":
		return of(intObj(1<<63 - 1)), true
	case "exit":
		return native("sys.exit", func(ev *evaluator, c *call) val {
			return ev.raiseAt("SystemExit", "the module ends the process", c.span)
		}), true
	case "version_info", "version", "hexversion":
		return notKnown(value.Host, value.DependsOn("the version of Python")), true
	case "prefix", "base_prefix", "executable", "exec_prefix":
		return notKnown(value.Host, value.DependsOn("where Python is installed")), true
	case "modules":
		return of(modulesObj{}), true
	case "stdout", "stderr", "stdin":
		return silent("sys." + name), true
	case "getdefaultencoding":
		return native("sys.getdefaultencoding", func(*evaluator, *call) val { return ofStr("utf-8") }), true
	case "setrecursionlimit":
		return ignored("sys." + name), true
	}
	return val{}, false
}

// argvObj is sys.argv of a server's process.
type argvObj struct{}

func (*argvObj) typeName() string { return "list" }

// argObj is one of the arguments.
type argObj struct{}

func (*argObj) typeName() string { return "str" }

// isArgument answers whether something is among a server's arguments: false for what only manage.py takes.
func isArgument(v val) value.Tri {
	switch o := v.o.(type) {
	case strObj:
		if isCommand(string(o)) {
			return value.False
		}
	case *listObj, *tupleObj:
		for _, e := range elemsOf(v) {
			if s, ok := e.o.(strObj); ok && isCommand(string(s)) {
				return value.False
			}
		}
	}
	return value.Undecided
}

// isCommand reports whether a word is a management command or a test runner, which no server's arguments hold.
func isCommand(s string) bool {
	switch s {
	case "test", "jenkins", "runserver", "migrate", "makemigrations", "collectstatic", "shell", "pytest", "harvest",
		"compress", "runserver_plus", "shell_plus", "check", "behave", "makemessages", "compilemessages", "loaddata",
		"test_coverage", "testserver", "createsuperuser", "jenkins_test", "py.test", "syncdb", "schemamigration",
		"dumpdata", "manage.py", "setup", "build", "spectacular", "reset_db", "flush", "rebuild_index", "lettuce", "showmigrations",
		"livetests", "integration_test", "unit_test", "--test", "lint", "graph_models", "generateschema", "tests":
		return true
	}
	return false
}

// silent is an object whose methods change nothing that matters here, such as a logger.
func silent(typ string) val {
	return of(&nativeObj{name: typ, attrs: func(*evaluator, string) (val, bool) { return ignored(typ), true }})
}
