package cli

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"deploylint/internal/spell"
)

// defaultCommand is what the program does when no command is named.
const defaultCommand = "check"

// arrange brings the arguments into the one order that the library reads completely: the command, its flags, those
// that the environment gives, two dashes, and the rest.
func (p *program) arrange(commands []*cli.Command, args []string) ([]string, error) {
	s := &splitter{commands: commands}
	if err := s.split(args[1:]); err != nil {
		return nil, err
	}
	command, err := s.choose()
	if err != nil {
		return nil, err
	}
	if s.help {
		if command == nil {
			return []string{args[0], "--help"}, nil
		}
		return []string{args[0], command.Name, "--help"}, nil
	}
	argv := []string{args[0], command.Name}
	for _, f := range s.flags {
		if !hasName(command.Flags, f.name) {
			return nil, fmt.Errorf("%s has no flag %s%s", command.Name, dashed(f.name), didYouMeanFlag(f.name, command.Flags))
		}
		argv = append(argv, f.words...)
	}
	given, err := p.fromEnvironment(command.Flags, s.flags)
	if err != nil {
		return nil, err
	}
	argv = append(argv, given...)
	return append(append(argv, "--"), s.rest...), nil
}

// A splitter sorts arguments into flags and the rest.
type splitter struct {
	commands []*cli.Command
	flags    []givenFlag
	rest     []string
	// words are how many of rest stand before "--", where a command may be among them.
	words int
	help  bool
	ended bool
}

// A givenFlag is one flag as it was given.
type givenFlag struct {
	name  string
	words []string
}

func (s *splitter) split(args []string) error {
	for len(args) > 0 {
		arg := args[0]
		args = args[1:]
		switch {
		case s.ended || arg == "-" || !strings.HasPrefix(arg, "-"):
			s.rest = append(s.rest, arg)
			if !s.ended {
				s.words++
			}
			continue
		case arg == "--":
			s.ended = true
			continue
		case arg == "-h" || arg == "--help":
			s.help = true
			continue
		case arg == "--version":
			s.rest, s.words = slices.Insert(s.rest, 0, "version"), s.words+1
			continue
		}
		f, known := s.find(arg)
		if !known {
			return fmt.Errorf("there is no flag %s%s", strings.SplitN(arg, "=", 2)[0], s.didYouMean(f.name))
		}
		if takesValue(s.flag(f.name)) && !strings.Contains(arg, "=") {
			if len(args) == 0 || args[0] == "--" || strings.HasPrefix(args[0], "--") && s.isFlag(args[0]) {
				return fmt.Errorf("flag %s needs a value", arg)
			}
			f.words = append(f.words, args[0])
			args = args[1:]
		}
		s.flags = append(s.flags, f)
	}
	return nil
}

// find reads "--name", "--name=value" or "-n". Long names need two dashes, so that a slip is not taken for a flag.
func (s *splitter) find(arg string) (f givenFlag, known bool) {
	word, _, _ := strings.Cut(arg, "=")
	f = givenFlag{name: strings.TrimLeft(word, "-"), words: []string{arg}}
	long := strings.HasPrefix(word, "--")
	return f, (long == (len(f.name) > 1)) && s.flag(f.name) != nil
}

func (s *splitter) isFlag(arg string) bool {
	_, known := s.find(arg)
	return known
}

// flag returns the flag of that name of any command: which command is meant is not known before all flags are.
func (s *splitter) flag(name string) cli.Flag {
	for _, c := range s.commands {
		for _, f := range c.Flags {
			if slices.Contains(f.Names(), name) {
				return f
			}
		}
	}
	return nil
}

func (s *splitter) didYouMean(name string) string {
	var flags []cli.Flag
	for _, c := range s.commands {
		flags = append(flags, c.Flags...)
	}
	return didYouMeanFlag(name, flags)
}

// choose takes the command from the rest: the first word, if it names one, or else the default one. It is nil for help
// about the whole program.
func (s *splitter) choose() (*cli.Command, error) {
	first := ""
	if s.words > 0 {
		first = s.rest[0]
	}
	if first == "help" {
		s.help = true
		s.rest = s.rest[1:]
		if len(s.rest) == 0 {
			return nil, nil
		}
		if c := s.command(s.rest[0]); c != nil {
			return c, nil
		}
		return nil, fmt.Errorf("there is no command %q%s", s.rest[0], s.didYouMeanCommand(s.rest[0]))
	}
	if c := s.command(first); c != nil {
		s.rest = s.rest[1:]
		return c, nil
	}
	if first == "" && s.help {
		return nil, nil
	}
	if first != "" {
		if _, err := os.Stat(first); err != nil {
			return nil, fmt.Errorf("there is no command and no file %q%s", first, s.didYouMeanCommand(first))
		}
	}
	return s.command(defaultCommand), nil
}

func (s *splitter) command(name string) *cli.Command {
	for _, c := range s.commands {
		if c.Name == name {
			return c
		}
	}
	return nil
}

func (s *splitter) didYouMeanCommand(word string) string {
	names := []string{"help"}
	for _, c := range s.commands {
		names = append(names, c.Name)
	}
	return spell.DidYouMean(word, names)
}

// fromEnvironment returns flags for the DEPLOYLINT_… variables of flags that were not given. The environment is asked
// here and not by the library, which splits lists at commas. A list has one value per line.
func (p *program) fromEnvironment(flags []cli.Flag, given []givenFlag) ([]string, error) {
	var argv []string
	for _, f := range flags {
		name := f.Names()[0]
		if slices.ContainsFunc(given, func(g givenFlag) bool { return slices.Contains(f.Names(), g.name) }) {
			continue
		}
		variable := "DEPLOYLINT_" + strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
		value, _ := p.lookup(variable)
		if value == "" {
			continue
		}
		values := []string{value}
		switch f.(type) {
		case *cli.BoolFlag:
			if _, err := strconv.ParseBool(value); err != nil {
				return nil, fmt.Errorf("%s is %q, which is neither true nor false", variable, value)
			}
		case *cli.StringSliceFlag:
			values = strings.FieldsFunc(value, func(r rune) bool { return r == '\n' || r == '\r' })
		}
		for _, v := range values {
			argv = append(argv, "--"+name+"="+v)
		}
	}
	return argv, nil
}

func takesValue(f cli.Flag) bool {
	_, isBool := f.(*cli.BoolFlag)
	return !isBool
}

func hasName(flags []cli.Flag, name string) bool {
	return slices.ContainsFunc(flags, func(f cli.Flag) bool { return slices.Contains(f.Names(), name) })
}

func didYouMeanFlag(name string, flags []cli.Flag) string {
	var names []string
	for _, f := range flags {
		names = append(names, dashed(f.Names()[0]))
	}
	return spell.DidYouMean(dashed(name), names)
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}
