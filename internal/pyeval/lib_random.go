package pyeval

// Members that give something else at each start, or on each machine.

func randomLibrary() library {
	return library{
		modules: "secrets random uuid time",
		generated: "secrets.token_urlsafe secrets.token_hex secrets.token_bytes secrets.choice secrets.randbelow " +
			"random.choice random.randrange random.randint random.random random.choices random.sample uuid.uuid4 " +
			"uuid.uuid1 time.time",
	}
}

func machineLibrary() library {
	return library{
		modules: "socket platform getpass tempfile multiprocessing",
		host: "socket.gethostname socket.getfqdn socket.gethostbyname socket.gethostbyname_ex platform.node " +
			"platform.platform platform.machine platform.python_version platform.release getpass.getuser " +
			"tempfile.gettempdir tempfile.mkdtemp tempfile.mkstemp multiprocessing.cpu_count",
		member: func(_ *evaluator, module, name string) (val, bool) {
			full := module + "." + name
			if full != "platform.system" {
				return val{}, false
			}
			return native(full, func(*evaluator, *call) val { return ofStr("Linux") }), true
		},
	}
}
