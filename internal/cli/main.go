package cli

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/urfave/cli/v2"

	"deploylint/checks"
	"deploylint/internal/lint"
	"deploylint/report"
)

// name is what the program is called in its own messages.
const name = "deploylint"

// Main runs the program with the given arguments, the first of which is its own name, and returns the exit status.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{
		stdin: stdin, stdout: stdout, stderr: stderr,
		lookup: os.LookupEnv, load: read, rules: checks.All, version: ownVersion,
	}
	return p.main(args)
}

// A program is one run. Tests set the parts that reach outside.
type program struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	// lookup returns a variable of the environment. It is asked for DEPLOYLINT_… and for colours only: the environment
	// of the linter says nothing about production.
	lookup  func(string) (string, bool)
	load    func(inputs) (*loaded, error)
	rules   func() []lint.Rule
	version func() string

	status int
}

// main returns the exit status. Whatever goes wrong is one line on the error stream: standard output is for reports,
// which somebody may be writing into a file.
func (p *program) main(args []string) (status int) {
	defer func() {
		if fault := recover(); fault != nil {
			p.crash(fault)
			status = lint.StatusNoVerdict
		}
	}()
	app := p.app()
	argv, err := p.arrange(app.Commands, args)
	if err == nil {
		err = app.Run(argv)
	}
	if err != nil {
		p.sayf("%s", report.Inert(name+": "+lint.Visible(err.Error())))
		return lint.StatusNoVerdict
	}
	return p.status
}

// crash says where the program broke. The fault's own text is left out unless it is Go's: it may quote the project.
func (p *program) crash(fault any) {
	what := "internal error, please report"
	if err, ok := fault.(runtime.Error); ok {
		what += ": " + lint.Visible(err.Error())
	}
	p.sayf("%s: %s\n%s", name, what, debug.Stack())
}

// sayf prints a line on the error stream. Where that is closed, there is nobody left to tell.
func (p *program) sayf(format string, args ...any) {
	_, _ = fmt.Fprintf(p.stderr, format+"\n", args...)
}

func (p *program) app() *cli.App {
	app := &cli.App{
		Name:  name,
		Usage: "the deployment readiness linter for Django",
		Description: strings.Join([]string{
			"It reads settings, env files, nginx and supervisor configs and every other launcher, works out what will",
			"run in production, and says what would break or leak there. It runs nothing of the project, and nothing",
			"leaves the machine.",
			"",
			"Without a command it checks. Every flag is also a variable: --fail-on is DEPLOYLINT_FAIL_ON.",
			"Exit status: 0 ready, 1 findings at or above --fail-on, 2 no verdict.",
		}, "\n"),
		Commands: []*cli.Command{p.checkCommand(), p.settingsCommand(), p.envCommand(), p.topologyCommand(), p.rulesCommand(), p.explainCommand(), p.versionCommand()},
		Reader:   p.stdin, Writer: p.stdout, ErrWriter: p.stderr,
		HideVersion: true, HideHelpCommand: true,
		// The library would split --set KEY=a,b at the comma.
		DisableSliceFlagSeparator: true,
		// The library would end the process, and print the whole help to standard output on a slip.
		ExitErrHandler: func(*cli.Context, error) {},
		OnUsageError:   usageError,
	}
	for _, c := range app.Commands {
		c.OnUsageError = usageError
		c.HideHelpCommand = true
	}
	return app
}

func usageError(_ *cli.Context, err error, _ bool) error { return err }

// ownVersion returns the version that Go stamped into the program.
func ownVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "dev"
	}
	return strings.TrimPrefix(info.Main.Version, "v")
}

func (p *program) versionCommand() *cli.Command {
	return &cli.Command{
		Name: "version", Usage: "print the version",
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return fmt.Errorf("version takes no arguments, got %q", c.Args().First())
			}
			_, err := fmt.Fprintf(p.stdout, "%s %s\n", name, p.version())
			return err
		},
	}
}
