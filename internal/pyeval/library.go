package pyeval

import (
	"strings"

	"deploylint/internal/value"
)

// libraryAttr returns a member of a module outside the repository that is written out here.
func (ev *evaluator) libraryAttr(module, name string) (val, bool) {
	switch module {
	case "os":
		return ev.osMember(name)
	case "os.path", "posixpath", "path":
		return ev.osPathMember(name)
	case "pathlib":
		return pathlibMember(name)
	case "sys":
		return ev.sysMember(name)
	case "environ", "environ.environ":
		return ev.environMember(name)
	case "decouple":
		return ev.decoupleMember(name)
	case "environs":
		return ev.environsMember(name)
	case "dotenv", "dotenv.main":
		return ev.dotenvMember(name)
	case "dj_database_url", "dj_email_url", "django_cache_url", "dj_cache_url":
		return ev.urlLibraryMember(module, name)
	case "unipath", "path.py":
		if name == "Path" || name == "FSPath" {
			return pathClass(pathUnipath), true
		}
	case "configurations", "configurations.base", "configurations.values":
		return ev.configurationsMember(module, name)
	case "json", "simplejson", "ast":
		return ev.dataMember(module, name)
	case "configparser", "ConfigParser", "six.moves.configparser":
		return ev.configparserMember(name)
	case "urllib.parse", "urlparse", "urllib":
		return urllibMember(module, name)
	case "pydantic_settings", "pydantic":
		if v, ok := ev.pydanticMember(module, name); ok {
			return v, true
		}
	case "split_settings.tools":
		return ev.splitSettingsMember(name)
	case "importlib":
		if name == "import_module" {
			return native("importlib.import_module", (*evaluator).importCall), true
		}
	case "copy":
		return ev.copyMember(name)
	case "builtins", "__builtin__":
		return ev.builtin(name)
	}
	if v, ok := unreadMember(module, name); ok {
		return v, true
	}
	return ev.miscMember(module, name)
}

// foreign is a member of a module that is not read. It keeps its dotted name, so that what is made of it can be named.
func (ev *evaluator) foreign(module, name string) val {
	full := module + "." + name
	if isModule(full) {
		return of(&libObj{name: full})
	}
	top, _, _ := strings.Cut(module, ".")
	if len(full) > 100 {
		full = top
	}
	return of(&unknownObj{
		cause: value.Unread, lib: full, reason: value.Why(value.LibraryGives, full),
	})
}

// isModule reports whether a dotted name is a module whose members are written out here.
func isModule(full string) bool {
	switch full {
	case "os.path", "urllib.parse", "split_settings.tools", "environ.environ", "dotenv.main", "logging.config",
		"logging.handlers", "django.conf", "django.conf.global_settings", "django.core", "django.core.exceptions",
		"django.utils", "django.utils.translation", "django.core.management", "django.core.management.utils", "django.urls",
		"django.contrib", "django.contrib.messages", "distutils.util", "importlib.metadata", "collections.abc",
		"django.core.urlresolvers", "configurations.values", "django.contrib.messages.constants", "django.utils.crypto", "six.moves",
		"six.moves.configparser", "six.moves.urllib", "six.moves.urllib.parse", "django.utils.log", "django.urls.base":
		return true
	}
	return false
}

// libraryNames are the names that a star import of a known module gives.
func libraryNames(module string) []string {
	switch module {
	case "os":
		return []string{"environ", "getenv", "path", "sep", "name", "getcwd", "getpid", "listdir", "makedirs", "mkdir", "linesep"}
	case "os.path":
		return []string{
			"join", "dirname", "abspath", "realpath", "normpath", "basename", "split", "splitext", "exists", "isfile",
			"isdir", "expanduser", "isabs", "relpath", "sep",
		}
	case "pathlib":
		return []string{"Path", "PurePath", "PosixPath"}
	case "datetime":
		return []string{"timedelta", "datetime", "date", "time"}
	default:
		return nil
	}
}

// isLibrary reports whether a top-level module's members are written out here.
func (ev *evaluator) isLibrary(top string) bool {
	switch top {
	case "environ", "decouple", "environs", "dotenv", "dj_database_url", "dj_email_url", "django_cache_url", "unipath",
		"django", "split_settings", "six":
		return true
	}
	return false
}

// distributions returns the names under which a package index knows an importable package.
func distributions(top string) []string {
	switch top {
	case "environ":
		return []string{"django-environ"}
	case "decouple":
		return []string{"python-decouple"}
	case "dotenv":
		return []string{"python-dotenv", "django-dotenv"}
	case "dj_database_url":
		return []string{"dj-database-url"}
	case "sentry_sdk":
		return []string{"sentry-sdk"}
	case "debug_toolbar":
		return []string{"django-debug-toolbar"}
	case "split_settings":
		return []string{"django-split-settings"}
	case "yaml":
		return []string{"pyyaml"}
	case "MySQLdb":
		return []string{"mysqlclient"}
	case "psycopg2":
		return []string{"psycopg2", "psycopg2-binary"}
	case "rest_framework":
		return []string{"djangorestframework"}
	case "corsheaders":
		return []string{"django-cors-headers"}
	case "PIL":
		return []string{"pillow"}
	default:
		return []string{top, strings.ReplaceAll(top, "_", "-"), "django-" + strings.ReplaceAll(top, "_", "-")}
	}
}

// isStdlib reports whether a top-level module is part of every Python.
func isStdlib(name string) bool {
	top, _, _ := strings.Cut(name, ".")
	switch top {
	case "__future__", "abc", "argparse", "ast", "asyncio", "base64", "binascii", "bisect", "builtins", "calendar",
		"collections", "concurrent", "configparser", "contextlib", "copy", "csv", "ctypes", "dataclasses", "datetime",
		"decimal", "difflib", "email", "enum", "errno", "fcntl", "fnmatch", "fractions", "functools", "gc", "getpass",
		"gettext", "glob", "grp", "gzip", "hashlib", "hmac", "html", "http", "importlib", "inspect", "io", "ipaddress",
		"itertools", "json", "keyword", "linecache", "locale", "logging", "math", "mimetypes", "multiprocessing", "numbers",
		"operator", "os", "pathlib", "pickle", "pkgutil", "platform", "posixpath", "pprint", "pwd", "queue", "random", "re",
		"resource", "secrets", "select", "shlex", "shutil", "signal", "site", "smtplib", "socket", "socketserver", "sqlite3",
		"ssl", "stat", "statistics", "string", "struct", "subprocess", "sys", "syslog", "tempfile", "textwrap", "threading",
		"time", "timeit", "token", "tokenize", "traceback", "types", "typing", "unicodedata", "unittest", "urllib", "uuid",
		"venv", "warnings", "weakref", "wsgiref", "xml", "zipfile", "zlib", "zoneinfo", "sysconfig", "runpy", "heapq",
		"array", "atexit", "cgi", "codecs", "fileinput", "filecmp", "ftplib", "imaplib", "marshal", "mmap", "netrc", "poplib":
		return true
	}
	return false
}

// miscMember returns members of modules that need a line each.
func (ev *evaluator) miscMember(module, name string) (val, bool) {
	full := module + "." + name
	switch full {
	case "socket.gethostname", "socket.getfqdn", "platform.node", "socket.gethostbyname", "socket.gethostbyname_ex",
		"getpass.getuser", "tempfile.gettempdir", "tempfile.mkdtemp", "platform.platform", "platform.machine",
		"multiprocessing.cpu_count", "platform.python_version", "platform.release", "tempfile.mkstemp", "os.uname":
		return native(full, func(*evaluator, *call) val { return notKnown(value.Host, value.Why(value.DependsOnMachine, full)) }), true
	case "platform.system":
		return native(full, func(*evaluator, *call) val { return ofStr("Linux") }), true
	case "secrets.token_urlsafe", "secrets.token_hex", "secrets.token_bytes", "secrets.choice", "random.choice",
		"random.randrange", "random.randint", "random.random", "random.choices", "random.sample", "uuid.uuid4", "uuid.uuid1",
		"django.core.management.utils.get_random_secret_key", "django.utils.crypto.get_random_string", "time.time",
		"os.urandom", "secrets.randbelow":
		return native(full, func(*evaluator, *call) val { return notKnown(value.Generated, value.Why(value.MadeEachStart, full)) }), true
	case "distutils.util.strtobool", "setuptools._distutils.util.strtobool":
		return strict(full, (*evaluator).strtobool), true
	case "datetime.timedelta":
		return strict(full, func(*evaluator, *call) val { return of(&opaqueObj{typ: "timedelta"}) }), true
	case "inspect.getmembers":
		return native(full, (*evaluator).getMembers), true
	case "re.compile":
		return strict(full, func(*evaluator, *call) val { return of(&opaqueObj{typ: "re.Pattern"}) }), true
	case "logging.getLogger":
		return native(full, func(*evaluator, *call) val { return silent("Logger") }), true
	case "logging.DEBUG", "logging.INFO", "logging.WARNING", "logging.WARN", "logging.ERROR", "logging.CRITICAL",
		"logging.FATAL", "logging.NOTSET":
		return ofInt(logLevel(name)), true
	case "logging.config.dictConfig", "logging.basicConfig", "logging.captureWarnings", "logging.disable",
		"warnings.filterwarnings", "warnings.warn", "warnings.simplefilter", "sentry_sdk.init", "mimetypes.add_type",
		"logging.addLevelName", "sentry_sdk.set_tag", "logging.info", "logging.warning", "logging.debug", "logging.error",
		"pymysql.install_as_MySQLdb", "locale.setlocale", "sentry_sdk.integrations.logging.ignore_logger", "mimetypes.init",
		"django_stubs_ext.monkeypatch", "os.makedirs", "os.mkdir", "os.chmod", "os.umask", "faulthandler.enable",
		"ssl._create_default_https_context", "urllib3.disable_warnings", "pprint.pprint", "atexit.register",
		"signal.signal", "django.setup", "logging.config.fileConfig", "logging.exception", "logging.critical":
		return ignored(full), true
	case "django.utils.translation.gettext_lazy", "django.utils.translation.ugettext_lazy",
		"django.utils.translation.gettext", "django.utils.translation.ugettext", "django.utils.translation.gettext_noop",
		"django.utils.translation.ngettext_lazy", "django.utils.translation.pgettext_lazy":
		if strings.HasSuffix(name, "_noop") {
			return native(full, func(_ *evaluator, c *call) val { return c.args0() }), true
		}
		return native(full, func(*evaluator, *call) val { return of(&opaqueObj{typ: "translated text"}) }), true
	case "django.urls.reverse_lazy", "django.core.urlresolvers.reverse_lazy", "celery.schedules.crontab",
		"django.utils.functional.SimpleLazyObject", "django.utils.functional.lazy", "django.utils.log.RequireDebugTrue":
		return native(full, func(*evaluator, *call) val { return of(&opaqueObj{typ: name}) }), true
	case "contextlib.suppress", "functools.lru_cache", "functools.wraps", "functools.cache", "functools.cached_property":
		return ev.decoratorMember(full), true
	case "collections.OrderedDict":
		return ev.containerBuiltin("dict"), true
	case "collections.defaultdict":
		return native(full, func(ev *evaluator, c *call) val {
			d := &dictObj{birth: ev.now(), alts: []*table{newTable()}, typ: "defaultdict"}
			for _, a := range c.args[min(1, len(c.args)):] {
				ev.updateDict(d, a)
			}
			return of(d)
		}), true
	case "django.core.exceptions.ImproperlyConfigured", "decouple.UndefinedValueError", "json.JSONDecodeError",
		"json.decoder.JSONDecodeError", "environs.EnvError", "environ.ImproperlyConfigured":
		return ev.exceptionClass(name), true
	case "typing.TYPE_CHECKING":
		return ofBool(false), true
	case "typing.cast":
		return native(full, func(_ *evaluator, c *call) val {
			if len(c.args) == 2 {
				return c.args[1]
			}
			return unread("the call of cast is not followed")
		}), true
	case "django.conf.settings":
		return of(&unknownObj{cause: value.Unread, reason: value.Because("it reads the settings that are being made")}), true
	}
	return ev.constantMember(full, name)
}

func (ev *evaluator) constantMember(full, name string) (val, bool) {
	if strings.HasPrefix(full, "django.contrib.messages.") && strings.Count(full, ".") <= 4 {
		switch name {
		case "DEBUG", "INFO", "SUCCESS", "WARNING", "ERROR":
			return ofInt(messageLevel(name)), true
		case "constants":
			return of(&libObj{name: "django.contrib.messages.constants"}), true
		}
	}
	switch full {
	case "string.ascii_letters":
		return ofStr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"), true
	case "string.ascii_lowercase":
		return ofStr("abcdefghijklmnopqrstuvwxyz"), true
	case "string.digits":
		return ofStr("0123456789"), true
	}
	return val{}, false
}

func messageLevel(name string) int {
	switch name {
	case "DEBUG":
		return 10
	case "INFO":
		return 20
	case "SUCCESS":
		return 25
	case "WARNING":
		return 30
	default:
		return 40
	}
}

func logLevel(name string) int {
	switch name {
	case "NOTSET":
		return 0
	case "DEBUG":
		return 10
	case "INFO":
		return 20
	case "WARNING", "WARN":
		return 30
	case "ERROR":
		return 40
	default:
		return 50
	}
}

// silent is an object whose methods change nothing that matters here, such as a logger.
func silent(typ string) val {
	return of(&nativeObj{name: typ, attrs: func(*evaluator, string) (val, bool) { return ignored(typ), true }})
}

func (ev *evaluator) decoratorMember(full string) val {
	return native(full, func(_ *evaluator, c *call) val {
		if full == "functools.lru_cache" && len(c.args) == 1 {
			if f, ok := c.args[0].o.(*funcObj); ok {
				return of(f)
			}
		}
		return native(full+"()", func(_ *evaluator, c *call) val { return c.args0() })
	})
}

// strtobool is distutils.util.strtobool, which gives 1 or 0.
func (ev *evaluator) strtobool(c *call) val {
	s, ok := c.text(0, "val")
	if !ok {
		return ev.raiseAt("AttributeError", "strtobool takes a str", c.span)
	}
	switch strings.ToLower(s) {
	case "y", "yes", "t", "true", "on", "1":
		return ofInt(1)
	case "n", "no", "f", "false", "off", "0":
		return ofInt(0)
	}
	return ev.raiseAt("ValueError", "the text is no truth value", c.span)
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
