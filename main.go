// Deploylint is the deployment readiness linter for Django.
package main

import (
	"os"

	"deploylint/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args, os.Stdin, os.Stdout, os.Stderr))
}
