// Command deploylint is the deployment readiness linter for Django.
package main

import (
	"os"
	"runtime/debug"

	"deploylint/internal/cli"
)

func main() {
	debug.SetGCPercent(800)        // a run is short: most end before the first collection is due, at 32 MB,
	debug.SetMemoryLimit(56 << 20) // and a large one is collected more often rather than growing
	os.Exit(cli.Main(os.Args, os.Stdin, os.Stdout, os.Stderr))
}
