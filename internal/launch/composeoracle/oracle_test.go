package composeoracle

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/compose-spec/compose-go/v2/cli"
	"github.com/compose-spec/compose-go/v2/types"
	"github.com/sirupsen/logrus"

	"deploylint/internal/launch/composetest"
)

var (
	update = flag.Bool("update", false, "record the real parser's answers")
	seeds  = flag.Int("seeds", 150, "how many projects are drawn")
)

// recorded is where the answers are kept for those who lack the real parser.
const recorded = "../testdata/compose_real.json"

func TestReal(t *testing.T) {
	logrus.SetLevel(logrus.ErrorLevel)
	var answers []composetest.Recorded
	refused := 0
	for seed := range uint64(*seeds) {
		project := composetest.Draw(seed)
		answer := ask(t, project)
		answer.Seed = seed
		if answer.Error != "" {
			refused++
		}
		answers = append(answers, answer)
		for _, err := range composetest.Differences(answer, composetest.Ours(project)) {
			t.Error(err)
		}
	}
	t.Logf("%d projects, %d of them refused", len(answers), refused)
	if refused > len(answers)/5 {
		t.Errorf("%d of %d projects are refused: they say too little", refused, len(answers))
	}
	if *update {
		text, err := json.MarshalIndent(answers, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(recorded, append(text, '\n'), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// ask returns what the real parser makes of a project.
func ask(t *testing.T, p composetest.Project) composetest.Recorded {
	t.Helper()
	dir := t.TempDir()
	for name, text := range p.Files {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var configs []string
	for _, name := range p.Main {
		configs = append(configs, filepath.Join(dir, name))
	}
	options, err := cli.NewProjectOptions(configs, cli.WithWorkingDirectory(dir), cli.WithName("shop"), cli.WithEnvFiles(), cli.WithDotEnv, cli.WithProfiles([]string{"*"}))
	if err != nil {
		t.Fatal(err)
	}
	project, err := options.LoadProject(context.Background())
	if err != nil {
		return composetest.Recorded{Error: strings.ReplaceAll(err.Error(), dir, "")}
	}
	services := map[string]composetest.Service{}
	for name, s := range project.Services {
		services[name] = serviceOf(project, s, dir)
	}
	return composetest.Recorded{Services: services}
}

func serviceOf(project *types.Project, s types.ServiceConfig, dir string) composetest.Service {
	made := composetest.Service{Image: s.Image, Name: s.ContainerName}
	for name, v := range s.Environment {
		if v != nil {
			made.Environment = append(made.Environment, name+"="+*v)
		}
	}
	for _, p := range s.Ports {
		made.Ports = append(made.Ports, fmt.Sprintf("%s|%s|%d", p.HostIP, p.Published, p.Target))
	}
	for _, v := range s.Volumes {
		from := v.Source
		if v.Type == "volume" {
			if declared, ok := project.Volumes[from]; ok && declared.Name != "" && declared.Name != "shop_"+from {
				from = declared.Name
			}
		}
		if v.Type == "bind" {
			if below, err := filepath.Rel(dir, from); err == nil && strings.HasPrefix(from, filepath.Dir(dir)) {
				from = below
				if !strings.HasPrefix(below, "..") {
					from = "./" + below
				}
			}
		}
		text := v.Type + " " + from + " " + v.Target
		if v.ReadOnly {
			text += " ro"
		}
		made.Mounts = append(made.Mounts, text)
	}
	for _, one := range s.Tmpfs {
		target, _, _ := strings.Cut(one, ":")
		made.Mounts = append(made.Mounts, "tmpfs  "+target)
	}
	if made.Mode = s.NetworkMode; made.Mode == "" {
		for name, n := range s.Networks {
			var aliases []string
			if n != nil {
				aliases = n.Aliases
			}
			made.Networks = append(made.Networks, composetest.NetworkText(name, aliases))
		}
	}
	for name, need := range s.DependsOn {
		if need.Required {
			made.Needs = append(made.Needs, name+" "+need.Condition)
		}
	}
	if n := s.GetScale(); n != 1 {
		made.Replicas = strconv.Itoa(n)
	}
	made.Sort()
	return made
}
