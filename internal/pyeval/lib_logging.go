package pyeval

func loggingLibrary() library {
	return library{
		modules: "logging logging.config logging.handlers",
		ignored: "logging.config.dictConfig logging.config.fileConfig logging.basicConfig logging.captureWarnings " +
			"logging.disable logging.addLevelName logging.debug logging.info logging.warning logging.error " +
			"logging.exception logging.critical",
		member: func(_ *evaluator, module, name string) (val, bool) {
			if module != "logging" {
				return val{}, false
			}
			if name == "getLogger" {
				return native("logging.getLogger", func(*evaluator, *call) val { return silent("Logger") }), true
			}
			return logLevel(name)
		},
	}
}

func logLevel(name string) (val, bool) {
	switch name {
	case "NOTSET":
		return ofInt(0), true
	case "DEBUG":
		return ofInt(10), true
	case "INFO":
		return ofInt(20), true
	case "WARNING", "WARN":
		return ofInt(30), true
	case "ERROR":
		return ofInt(40), true
	case "CRITICAL", "FATAL":
		return ofInt(50), true
	}
	return val{}, false
}
