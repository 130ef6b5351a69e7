//go:build ignore

// This program writes the rules' pages.
package main

import (
	"log"

	"deploylint/internal/rulepage"
)

func main() {
	if err := rulepage.Write(".."); err != nil {
		log.Fatal(err)
	}
}
