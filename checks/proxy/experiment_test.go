package proxy_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "record the answers of the installed nginx") //nolint:gochecknoglobals // a flag of the test binary

// TestExperiments has a real nginx show what the rules claim: the configuration of a rule's loud case has the effect, that
// of its silent case has not. The questions and nginx's answers stand in testdata/experiments and on the rules' pages.
func TestExperiments(t *testing.T) {
	if testing.Short() {
		t.Skip("asks nginx")
	}
	binary, err := findNginx()
	files, _ := filepath.Glob("testdata/experiments/*.txt")
	if len(files) == 0 {
		t.Fatal("there are no experiments")
	}
	for _, file := range files {
		id := strings.TrimSuffix(filepath.Base(file), ".txt")
		t.Run(id, func(t *testing.T) {
			x := readExperiment(t, file)
			if x.loud.answer == x.silent.answer && !*update {
				t.Errorf("the loud case and the silent one are answered alike: %s", x.loud.answer)
			}
			if !*update {
				checkPage(t, id, x)
			}
			for _, side := range []*side{&x.loud, &x.silent} {
				side.text = configuration(t, id, side.dir, side.conf)
			}
			if err != nil {
				t.Skip(err)
			}
			for _, side := range []*side{&x.loud, &x.silent} {
				answer := x.run(t, binary, side)
				// Between the port's being free and nginx's taking it, another program may have it.
				for range 2 {
					if answer == side.answer || answer != "no answer" && !strings.Contains(answer, "connection reset") {
						break
					}
					answer = x.run(t, binary, side)
				}
				if *update {
					side.answer = answer
				} else if diff := cmp.Diff(side.answer, answer); diff != "" {
					t.Errorf("%s: the answer to %q (-recorded +now):\n%s", side.dir, x.request, diff)
				}
			}
			if *update {
				x.write(t, file)
			}
		})
	}
}

// An experiment is one question to nginx under two configurations.
type experiment struct {
	lines        []string // as in the file, without the answers
	loud, silent side
	request      string   // "GET /path", further header lines after " | "
	show         []string // what the answer consists of
	port         string   // the port that the configuration listens on: 443 unless said otherwise
	files        []string // "/srv/shop/settings.py content", files that are on the server
	replace      []string // "old => new" in the configuration
	backend      string   // what the application answers: header lines, " | " between them
	test         bool     // nginx -t in place of a request
}

// A side is one of the two configurations, the file conf of the case dir, and what nginx answers under it.
type side struct{ dir, conf, text, answer string }

func readExperiment(t *testing.T, file string) *experiment {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	x := &experiment{loud: side{dir: "loud", conf: "deploy/nginx.conf"}, silent: side{dir: "silent", conf: "deploy/nginx.conf"}, port: "443"}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSuffix(line, "\n")
		key, value, _ := strings.Cut(line, ": ")
		switch key {
		case "loud answer":
			x.loud.answer = value
			continue
		case "silent answer":
			x.silent.answer = value
			continue
		case "loud":
			x.loud.dir = value
		case "silent":
			x.silent.dir = value
		case "conf":
			x.loud.conf, x.silent.conf = value, value
		case "request":
			x.request = value
			x.test = value == "nginx -t"
		case "show":
			x.show = strings.Split(value, ", ")
		case "port":
			x.port = value
		case "file":
			x.files = append(x.files, value)
		case "replace":
			x.replace = append(x.replace, value)
		case "backend":
			x.backend = value
		default:
			if !strings.HasPrefix(line, "#") {
				t.Fatalf("%s: unknown key in %q", file, line)
			}
		}
		x.lines = append(x.lines, line)
	}
	return x
}

func (x *experiment) write(t *testing.T, file string) {
	t.Helper()
	lines := append(x.lines, "loud answer: "+x.loud.answer, "silent answer: "+x.silent.answer)
	if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}

// section is the experiment as it stands on the rule's page.
func (x *experiment) section() string {
	return fmt.Sprintf("## Shown on nginx\n\n```\nrequest:   %s\nanswer:    %s\nmended:    %s\n```\n", x.request, x.loud.answer, x.silent.answer)
}

// checkPage compares the experiment with the rule's page, so that the page claims what was seen.
func checkPage(t *testing.T, id string, x *experiment) {
	t.Helper()
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "rules", id+".md"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), x.section()) {
		t.Errorf("the page of %s lacks this section, which stands in the rule's doc comment:\n%s", id, x.section())
	}
}
