package pyeval

import "strings"

// stdlibLibrary holds the modules of Python's library that need a line or two each.
func stdlibLibrary() library {
	return library{
		modules: "distutils.util setuptools._distutils.util inspect re contextlib functools collections " +
			"collections.abc itertools dataclasses enum typing string importlib importlib.metadata builtins " +
			"__builtin__ warnings mimetypes locale faulthandler ssl pprint atexit signal six six.moves " +
			"six.moves.urllib json.decoder",
		ignored: "warnings.filterwarnings warnings.warn warnings.simplefilter mimetypes.add_type mimetypes.init " +
			"locale.setlocale faulthandler.enable ssl._create_default_https_context pprint.pprint atexit.register " +
			"signal.signal",
		exceptions: "json.decoder.JSONDecodeError",
		all:        []exports{{"typing", ""}},
		member:     (*evaluator).stdlibMember,
	}
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

// decoratorMember is a function whose call gives a decorator that is not followed.
func decoratorMember(full string) val {
	return native(full, func(*evaluator, *call) val {
		return native(full+"()", func(_ *evaluator, c *call) val { return c.args0() })
	})
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
