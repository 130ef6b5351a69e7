#!/usr/bin/env bash
# compose rewrites plain numbers and dates under `environment:` before the container sees them.
#
# Expected:  a value under environment reaches the container as it is written; the documentation warns of booleans alone.
# Happens:   in the mapping form a plain scalar is read as the type that YAML gives it and printed again by Go: a date gets a time and
#            a zone behind it, 1.10 loses its zero, an old octal and a hexadecimal number become decimal ones. A release date or a
#            version in the settings of a service is another text in the container. Quotes, or the list form, keep it.
# Versions:  github.com/compose-spec/compose-go/v2 v2.16.2
# Source:    types/mapping.go, MappingWithEquals.DecodeMapstructure: mappingValue formats each value with fmt.Sprint
# Exit:      0 while it is so, 1 when the output differs.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat >go.mod <<'GO'
module finding

go 1.25

require github.com/compose-spec/compose-go/v2 v2.16.2
GO
cat >main.go <<'GO'
package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/compose-spec/compose-go/v2/cli"
)

func main() {
	options, err := cli.NewProjectOptions([]string{"compose.yml"}, cli.WithName("finding"))
	if err != nil {
		panic(err)
	}
	project, err := options.LoadProject(context.Background())
	if err != nil {
		panic(err)
	}
	var lines []string
	for name, v := range project.Services["web"].Environment {
		lines = append(lines, name+"="+*v)
	}
	slices.Sort(lines)
	for _, line := range lines {
		fmt.Println(line)
	}
}
GO
cat >compose.yml <<'YAML'
services:
  web:
    image: example
    environment:
      HEX: 0x1F
      OCTAL: 0123
      QUOTED: "1.10"
      RELEASED: 2026-01-02
      VERSION: 1.10
YAML
cat >expected <<'TEXT'
HEX=31
OCTAL=83
QUOTED=1.10
RELEASED=2026-01-02 00:00:00 +0000 UTC
VERSION=1.1
TEXT
go mod tidy >/dev/null 2>&1
go run . >seen
diff expected seen
