//go:build ignore

// This program writes the files of a new rule: its family and its name, then its level where it is no warning, and what it
// looks at where that is not what most of the family look at.
//
//	go run internal/rulelist/new.go proxy alias-without-slash error OfLocation
package main

import (
	"log"
	"os"

	"deploylint/internal/rulelist"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) < 3 {
		log.Fatal("usage: go run internal/rulelist/new.go FAMILY NAME [error|note] [OfWHAT]")
	}
	d, err := rulelist.NewDraft(".", os.Args[1], os.Args[2], os.Args[3:]...)
	if err != nil {
		log.Fatal(err)
	}
	written, err := d.Write(".")
	if err != nil {
		log.Fatal(err)
	}
	if err := rulelist.Write("checks", "deploylint/checks"); err != nil {
		log.Fatal(err)
	}
	for _, path := range written {
		log.Print(path)
	}
	log.Printf("\nFill in what says TODO, then: go generate ./... && go test ./checks/%s -run /%s", d.Family, d.ID)
}
