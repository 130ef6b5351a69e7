package shell

import (
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A Word is one word of a command.
type Word struct {
	// Text is the word as the program gets it.
	Text string
	// Known is false where something in the word is not known; Text is then the word as written.
	Known bool
	// Span is the word's place, quotes included.
	Span source.Span
	// Trail says where the variables in the word got their values.
	Trail []value.Step
	// Why is the reason and the machine's form of it, where the word is not known.
	Why value.Value
}

// Value returns the word as a value.
func (w Word) Value() value.Value {
	v := w.Why
	if w.Known {
		v = value.OfStr(w.Text)
	}
	v.Trail = w.Trail
	return v
}

// An Export is a variable of the environment that a program is given.
type Export struct {
	Name string
	// Value is a Str, or unknown; with cause Absent when the variable is removed.
	Value value.Value
	// Span is the assignment.
	Span source.Span
}

// A Start is a program that a script starts.
type Start struct {
	Words []Word
	Span  source.Span
	// Exec is set when the program takes the shell's place, so that signals reach it.
	Exec bool
	// Final is set when the script may end with it.
	Final bool
	// Conditional is set when a condition that is not decided stands before it.
	Conditional bool
	// Background is set for a command that "&" starts.
	Background bool
	// Redirected is set for a command with redirections of its own.
	Redirected bool
	// Purpose is what the conditions before it that are not decided say of it.
	Purpose Purpose
	// Fails is set where a failure of the command is the script's: nothing catches it, and what stands behind does not run.
	Fails bool
	// Exports are what the script adds to the environment; they are kept for final commands and those in the background, and for
	// all with Options.Steps.
	Exports []Export
	// Directory is the working directory.
	Directory value.Value
	// Virtualenv is the folder of the virtualenv that was activated; its zero value stands for none.
	Virtualenv Word
}

// A Command is one simple command of a script that may run, in the order of a run.
type Command struct {
	Words []Word
	Span  source.Span
	// Conditional is set when a condition that is not decided stands before it.
	Conditional bool
}

// A Sourced is a file that a script reads with source or ".".
type Sourced struct {
	Name Word
	// File is the file, nil when it is not in the repository.
	File *source.File
	// Server is the file's path on the server, "" when that is not known.
	Server string
	// Exports is set when set -a is on, so that plain assignments reach the program.
	Exports bool
	// Virtualenv is set for a virtualenv's activate script, which is not read.
	Virtualenv bool
	// Unexported are the variables that the file assigns and that do not reach the program.
	Unexported []Export
	Span       source.Span
}

// A Result is what is known of a script.
type Result struct {
	// Starts are the programs that it starts, in order.
	Starts []Start
	// Commands are all simple commands that may run, builtins too.
	Commands []Command
	// Exports are the variables that are exported when the script ends, as for a file that is sourced.
	Exports []Export
	// StopsOnError is set when a failing step before the last command ends the script.
	StopsOnError bool
	// Unguarded is the first cd or source whose failure goes unnoticed; zero where there is none.
	Unguarded source.Span
	// UnquotedArgs are $@ and $* outside double quotes.
	UnquotedArgs []source.Span
	// Sources are the files that it reads with source or ".".
	Sources []Sourced
	// Err says why the script was not read to its end. It never quotes the script.
	Err error
}

// Options say what a script is given.
type Options struct {
	// Name is $0.
	Name Word
	// Arguments are $1 and so on.
	Arguments []Word
	// Directory is the working directory when the script starts.
	Directory value.Value
	// Lookup answers for a variable of the environment: a Str, or unknown; with cause Absent when it is certainly not set.
	// Nil stands for an environment of which nothing is known.
	Lookup func(name string) value.Value
	// Open returns the file that a script would source, named as written or as joined with the directory, or nil when the
	// repository does not hold it. Nil stands for a repository without such files.
	Open func(name, directory string) *source.File
	// Errexit is set for sh -e.
	Errexit bool
	// Allexport is set for sh -a.
	Allexport bool
	// Steps asks for the exports of every start.
	Steps bool
}
