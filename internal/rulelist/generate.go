//go:build ignore

// This program writes the lists of rules. It must not import the rules, which may not compile as long as the lists
// are stale.
package main

import (
	"log"

	"deploylint/internal/rulelist"
)

func main() {
	if err := rulelist.Write(".", "deploylint/checks"); err != nil {
		log.Fatal(err)
	}
}
