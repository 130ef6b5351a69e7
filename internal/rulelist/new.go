//go:build ignore

// This program writes the files of a new rule: its family, its name, and what it looks at where that is not what most of
// the family look at.
//
//	go run internal/rulelist/new.go proxy alias-without-slash OfLocation
package main

import (
	"log"
	"os"

	"deploylint/internal/rulelist"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 && len(os.Args) != 4 {
		log.Fatal("usage: go run internal/rulelist/new.go FAMILY NAME [OfWHAT]")
	}
	check := ""
	if len(os.Args) == 4 {
		check = os.Args[3]
	}
	d, err := rulelist.NewDraft(".", os.Args[1], os.Args[2], check)
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
