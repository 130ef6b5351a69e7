// Command containers records how Docker's and Compose's own libraries read env files. It reads a JSON list of texts from
// standard input and writes their answers as JSON; ../record.py starts it.
package main

import (
	"encoding/json"
	"log"
	"os"
	"strings"

	"github.com/compose-spec/compose-go/v2/dotenv"
	"github.com/docker/cli/pkg/kvfile"
	"github.com/sirupsen/logrus"
)

type answer struct {
	OK     bool              `json:"ok"`
	Values map[string]string `json:"values"`
}

func main() {
	logrus.SetLevel(logrus.PanicLevel)
	var texts []string
	if err := json.NewDecoder(os.Stdin).Decode(&texts); err != nil {
		log.Fatal(err)
	}
	outer := func(name string) (string, bool) { return "outer value", name == "OUTER" }
	answers := map[string][]answer{}
	for _, text := range texts {
		values, err := dotenv.ParseWithLookup(strings.NewReader(text), outer)
		answers["compose"] = append(answers["compose"], answer{OK: err == nil, Values: values})
		lines, err := kvfile.ParseFromReader(strings.NewReader(text), outer)
		raw := map[string]string{}
		for _, line := range lines {
			name, value, _ := strings.Cut(line, "=")
			raw[name] = value
		}
		answers["docker"] = append(answers["docker"], answer{OK: err == nil, Values: raw})
	}
	if err := json.NewEncoder(os.Stdout).Encode(answers); err != nil {
		log.Fatal(err)
	}
}
