package launch

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/dotenv"
	"deploylint/internal/env"
	"deploylint/internal/shell"
	"deploylint/internal/value"
)

// A prefix says how a tool that starts another program reads its own words.
type prefix struct {
	// values are the options that take a word of their own.
	values []string
	// operands is how many words stand between the options and the program.
	operands int
	// dashes is set where the program stands behind "--" only, if there is one.
	dashes bool
	// variables is set where NAME=value may stand before the program.
	variables bool
	// verb is a word that must follow the tool's name.
	verb string
}

// prefixOf returns how a tool is taken off.
func prefixOf(name string) (prefix, bool) {
	switch name {
	case "env":
		return prefix{values: []string{"-u", "--unset", "-C", "--chdir", "-S"}, variables: true}, true
	case "nice", "ionice", "chrt":
		return prefix{values: []string{"-n", "-c", "-p", "--adjustment", "--class", "--classdata"}}, true
	case "nohup", "time", "setsid", "catchsegv", "unbuffer", "with-contenv", "ddtrace-run", "opentelemetry-instrument",
		"exec", "command", "multirun", "pidproxy", "my_init", "busybox", "splunk-py-trace":
		return prefix{}, true
	case "flock":
		return prefix{values: []string{"-w", "--timeout", "--wait", "-E", "--conflict-exit-code"}, operands: 1}, true
	case "systemd-cat":
		return prefix{values: []string{"-t", "-p", "--identifier", "--priority", "--stderr-priority", "--level-prefix"}}, true
	case "systemd-run":
		return prefix{values: []string{"-p", "-u", "-E", "--property", "--unit", "--uid", "--gid", "--setenv", "--slice", "--description"}}, true
	case "godotenv":
		return prefix{values: []string{"-f"}}, true
	case "xvfb-run":
		return prefix{values: []string{"-e", "-f", "-n", "-p", "-s", "--server-num", "--server-args", "--error-file"}}, true
	case "stdbuf":
		return prefix{values: []string{"-i", "-o", "-e"}}, true
	case "timeout":
		return prefix{values: []string{"-k", "-s"}, operands: 1}, true
	case "taskset":
		return prefix{operands: 1}, true
	case "sudo", "doas":
		return prefix{values: []string{"-u", "-g", "-U", "-C", "-D", "--user", "--group"}, variables: true}, true
	case "runuser":
		return prefix{values: []string{"-u", "-g", "-G", "--user", "--group"}}, true
	case "su-exec", "gosu", "s6-setuidgid", "setuser":
		return prefix{operands: 1}, true
	case "setpriv":
		return prefix{values: []string{"--reuid", "--regid", "--groups"}}, true
	case "chpst":
		return prefix{values: []string{"-u", "-U", "-b", "-e", "-/", "-C", "-n", "-l", "-L", "-m", "-d", "-o", "-p", "-f", "-c"}}, true
	case "dumb-init", "catatonit":
		return prefix{values: []string{"-r", "--rewrite"}}, true
	case "tini", "tini-static":
		return prefix{values: []string{"-p", "-e"}}, true
	case "envdir":
		return prefix{operands: 1}, true
	case "wait-for-it.sh", "wait-for-it", "wait-for.sh", "wait-for", "doppler", "chamber", "aws-vault", "op", "infisical",
		"watchmedo", "vault-env", "teller", "berglas":
		return prefix{dashes: true}, true
	case "dockerize":
		return prefix{values: []string{
			"-wait", "-timeout", "-template", "-stdout", "-stderr", "-wait-retry-interval", "-env", "-wait-http-header",
		}}, true
	}
	return runnerOf(name)
}

// runnerOf returns how the tools are taken off whose "run" starts a program in a virtualenv or with an env file.
func runnerOf(name string) (prefix, bool) {
	switch name {
	case "poetry", "pipenv", "pdm", "hatch", "rye":
		return prefix{values: []string{"-p", "-C", "--project", "-P", "--directory"}, verb: "run"}, true
	case "uv":
		return prefix{values: []string{
			"--env-file", "--with", "--extra", "--group", "--project", "--directory", "-p", "--python", "--package",
			"--only-group", "--no-group", "--index-url",
		}, verb: "run"}, true
	case "conda", "mamba", "micromamba":
		return prefix{values: []string{"-n", "--name", "-p", "--prefix", "--cwd"}, verb: "run"}, true
	case "dotenv":
		return prefix{values: []string{"-f", "--file", "-q", "--quote"}, verb: "run"}, true
	case "dotenvx":
		return prefix{values: []string{"-f", "--env-file", "-fv", "-fk", "-e", "--env"}, verb: "run"}, true
	case "pixi":
		return prefix{values: []string{"-e", "--environment", "--manifest-path"}, verb: "run"}, true
	case "pyenv", "asdf", "mise":
		return prefix{verb: "exec"}, true
	case "honcho", "foreman":
		return prefix{values: []string{"-e", "--env", "-f", "--procfile", "-d"}, verb: "run"}, true
	case "newrelic-admin":
		return prefix{verb: "run-program"}, true
	case "direnv":
		return prefix{verb: "exec", operands: 1}, true
	}
	return prefix{}, false
}

// unwrap takes a tool off that starts another program.
func (r *reader) unwrap(c *command) bool {
	name := c.argv[0].Base()
	if name == "su" {
		return r.unwrapSu(c)
	}
	p, ok := prefixOf(name)
	if !ok {
		return false
	}
	tool := c.argv[0]
	args := c.argv[1:]
	if p.dashes {
		for i, w := range args {
			if w.Text == "--" && i+1 < len(args) {
				c.wrap(tool, args[i+1:])
				return true
			}
		}
		return false
	}
	effects := &toolEffects{command: c, reader: r, tool: name}
	args, ok = p.options(args, effects.option)
	if !ok || len(args) < p.operands {
		return false
	}
	for _, operand := range args[:p.operands] {
		effects.operand(operand)
	}
	args = args[p.operands:]
	for len(args) > 0 && args[0].Text == "--" {
		args = args[1:]
	}
	for p.variables && len(args) > 0 && c.giveWord(args[0], name) {
		args = args[1:]
	}
	if len(args) == 0 {
		return false
	}
	c.wrap(tool, args)
	return true
}

// wrap notes the tool and goes on with what it starts.
func (c *command) wrap(tool shell.Word, rest []shell.Word) {
	c.wrappers = append(c.wrappers, &deploy.Wrapper{Name: deploy.WordOf(tool)})
	c.argv = rest
}

// options reads a tool's options, on both sides of its verb, and returns the words behind them.
func (p prefix) options(args []shell.Word, option func(name string, operand shell.Word)) ([]shell.Word, bool) {
	verb := p.verb == ""
	for len(args) > 0 {
		text := args[0].Text
		switch {
		case !verb && text == p.verb:
			verb = true
			args = args[1:]
		case text == "--":
			return args, verb
		case !strings.HasPrefix(text, "-") || text == "-" && !verb:
			return args, verb
		default:
			name, inline, joined := strings.Cut(text, "=")
			takes := false
			for _, v := range p.values {
				takes = takes || v == name
			}
			switch {
			case joined:
				operand := args[0]
				operand.Text = inline
				operand.Span = operand.Span.After(name + "=")
				option(name, operand)
			case takes && len(args) > 1:
				option(name, args[1])
				args = args[1:]
			default:
				option(name, shell.Word{})
			}
			args = args[1:]
		}
	}
	return nil, false
}

// toolEffects carries out what a tool's options change for the program.
type toolEffects struct {
	command *command
	reader  *reader
	tool    string
}

func (t *toolEffects) option(name string, operand shell.Word) {
	c := t.command
	switch t.tool {
	case "sudo", "doas", "runuser", "chpst":
		if name == "-u" || name == "--user" || name == "-U" {
			c.setUser(operand)
		}
	case "setpriv":
		if name == "--reuid" {
			c.setUser(operand)
		}
	case "env":
		switch name {
		case "-i", "--ignore-environment", "-":
			c.layers = nil
		case "-u", "--unset":
			c.give("env -u", env.Var{Name: operand.Text, Value: value.OfNone(), Span: operand.Span})
		case "-C", "--chdir":
			c.directory = operand.Given()
		}
	case "uv":
		if name == "--env-file" {
			t.envFile(operand, dotenv.Godotenv)
		}
	case "dotenv":
		if name == "-f" || name == "--file" {
			t.envFile(operand, dotenv.PythonDotenv)
		}
	case "godotenv", "dotenvx":
		if name == "-f" || name == "--env-file" {
			t.envFile(operand, dotenv.Godotenv)
		}
	case "systemd-run":
		if name == "--uid" {
			c.setUser(operand)
		}
	case "honcho", "foreman":
		if name == "-e" || name == "--env" {
			t.envFile(operand, dotenv.Foreman)
		}
	}
}

func (t *toolEffects) operand(w shell.Word) {
	switch t.tool {
	case "su-exec", "gosu", "s6-setuidgid", "setuser":
		t.command.setUser(w)
	}
}

// envFile adds the variables of an env file that a tool reads.
func (t *toolEffects) envFile(name shell.Word, d dotenv.Dialect) {
	f, _ := t.reader.file(t.command, name.Text)
	if f == nil {
		return
	}
	t.command.giveFile(f, d, name.Span, false)
}

func (c *command) setUser(w shell.Word) {
	name, _, _ := strings.Cut(w.Text, ":")
	user := w
	user.Text = name
	c.user = user.Given()
}

// unwrapSu takes off su [-] USER -c CODE.
func (r *reader) unwrapSu(c *command) bool {
	var code *shell.Word
	args := c.argv[1:]
	for i := 0; i < len(args); i++ {
		switch w := args[i]; {
		case (w.Text == "-c" || w.Text == "--command") && i+1 < len(args):
			i++
			code = &args[i]
		case (w.Text == "-s" || w.Text == "--shell" || w.Text == "-g") && i+1 < len(args):
			i++
		case strings.HasPrefix(w.Text, "-"):
		default:
			c.setUser(w)
		}
	}
	if code == nil || !code.Known {
		return false
	}
	text := shell.Inline(code.Text, code.Span)
	c.code, c.codeFlags, c.inline = &text, "", true
	c.shellWord = c.argv[0]
	c.argv = nil
	return true
}
