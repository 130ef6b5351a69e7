package launch

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/ini"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A supervisorCase is what supervisor made of a configuration; testdata/supervisor.py records it.
type supervisorCase struct {
	Text     string `json:"text"`
	OK       bool   `json:"ok"`
	Programs []struct {
		Group, Name, Command     string
		Directory                *string
		Autostart, Stopasgroup   bool
		Killasgroup              bool
		Redirect                 bool `json:"redirect_stderr"`
		Startsecs, Startretries  int64
		Stopsignal, Stopwaitsecs int64
		Priority                 int64
		Exitcodes                []int
		Environment              map[string]string
		Autorestart              any
		Umask                    *int64
	} `json:"programs"`
}

// supervisorEnvironment is the environment of testdata/supervisor.py.
func supervisorEnvironment(name string) (string, bool) {
	text, ok := map[string]string{"HOME": "/root", "STAGE": "live", "PERCENT": "50%%"}[name]
	return text, ok
}

func recordedSupervisor(t *testing.T, name string) []supervisorCase {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var cases []supervisorCase
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

// TestSupervisorRefuses compares which configurations supervisord would not start with. A variable that nothing gives is
// one that may be there, and a name that supervisor does not know one that a template fills in, so the configurations that
// only miss one of those are left out.
func TestSupervisorRefuses(t *testing.T) {
	refused, skipped := 0, 0
	for i, c := range recordedSupervisor(t, "testdata/supervisor.json") {
		f := source.NewFile("supervisord.conf", c.Text)
		refusals := ini.Parse(f).Refusals(supervisorEnvironment)
		if c.OK != (len(refusals) == 0) {
			if !c.OK && (strings.Contains(c.Text, "%(ENV_GONE)s") || strings.Contains(c.Text, "%(ENV_OWN)s") || strings.Contains(c.Text, "%(nothing)s") || strings.Contains(c.Text, "%(nope)s")) {
				skipped++
				continue
			}
			t.Errorf("%d: supervisor starts: %v, refusals: %+v\n%s", i, c.OK, refusals, c.Text)
		}
		if !c.OK {
			refused++
		}
		for _, r := range refusals {
			if r.Span.File != f || r.Message == "" {
				t.Errorf("%d: %+v", i, r)
			}
		}
	}
	if refused < 100 || skipped > 40 {
		t.Errorf("%d of the recorded configurations are refused, %d left out", refused, skipped)
	}
}

// TestSupervisorPrograms compares the programs of the configurations that supervisord starts with.
func TestSupervisorPrograms(t *testing.T) {
	compared := 0
	for i, c := range recordedSupervisor(t, "testdata/supervisor.json") {
		if !c.OK {
			continue
		}
		f := source.NewFile("supervisord.conf", c.Text)
		var vars []env.Var
		for _, name := range []string{"HOME", "PERCENT", "STAGE"} {
			text, _ := supervisorEnvironment(name)
			vars = append(vars, env.Var{Name: name, Value: value.OfStr(text)})
		}
		result := Read(Files{deploy.Supervisor: []File{{File: f}}}, Options{Given: []env.Layer{{Origin: "the test", Vars: vars}}})
		got := map[string]*deploy.Process{}
		for _, s := range result.Supervisors {
			for _, p := range s.Programs {
				got[p.Program.Name] = p
			}
		}
		for _, want := range c.Programs {
			p := got[want.Name]
			if p == nil {
				continue // one of several of a program, or one that another name was given
			}
			compared++
			where := fmt.Sprintf("%d: %s\n%s", i, want.Name, c.Text)
			options := p.Program.Options
			text := func(name string) string { s, _ := options.Get(name).Text(); return s }
			if text("command") != strings.ReplaceAll(want.Command, "HERE", "%(here)s") {
				t.Errorf("command %q, want %q in %s", text("command"), want.Command, where)
			}
			if want.Directory != nil && !strings.Contains(*want.Directory, "HERE") && text("directory") != *want.Directory {
				t.Errorf("directory %q, want %q in %s", text("directory"), *want.Directory, where)
			}
			for name, n := range map[string]int64{
				"startsecs": want.Startsecs, "startretries": want.Startretries, "stopwaitsecs": want.Stopwaitsecs, "priority": want.Priority,
			} {
				if name == "priority" && p.Program.Kind == "eventlistener" {
					continue // supervisor has one for the pool and another one for its processes
				}
				if number, ok := p.Program.Number(name); !ok || number != n {
					t.Errorf("%s is %d, want %d in %s", name, number, n, where)
				}
			}
			for name, on := range map[string]bool{
				"autostart": want.Autostart, "stopasgroup": want.Stopasgroup, "killasgroup": want.Killasgroup, "redirect_stderr": want.Redirect,
			} {
				if p.Program.Flag(name) != value.TriOf(on) {
					t.Errorf("%s is %v, want %v in %s", name, p.Program.Flag(name), on, where)
				}
			}
			if _, number, err := ini.ParseSignal(text("stopsignal")); err != nil || int64(number) != want.Stopsignal {
				t.Errorf("stopsignal is %d, want %d in %s", number, want.Stopsignal, where)
			}
			if codes, _ := ini.ParseExitCodes(text("exitcodes")); !slices.Equal(codes, want.Exitcodes) {
				t.Errorf("exitcodes are %v, want %v in %s", codes, want.Exitcodes, where)
			}
			own := map[string]string{}
			for _, layer := range slices.Backward(p.Environment.Layers()) {
				for _, v := range layer.Vars {
					if s, ok := v.Value.Text(); ok && layer.Origin != "the test" {
						own[v.Name] = s
					}
				}
			}
			maps.DeleteFunc(own, func(name, _ string) bool { return strings.HasPrefix(name, "SUPERVISOR_") })
			if diff := cmp.Diff(want.Environment, own); diff != "" {
				t.Errorf("environment (-supervisor +read):\n%s in %s", diff, where)
			}
		}
	}
	if compared < 150 {
		t.Errorf("only %d programs were compared", compared)
	}
}

// TestSupervisorInstalled records again where supervisor is installed.
func TestSupervisorInstalled(t *testing.T) {
	python := "/usr/bin/python3"
	if err := exec.Command(python, "-c", "import supervisor, sys; sys.exit(sys.version_info >= (3, 13))").Run(); err != nil {
		t.Skip("supervisor is not installed, or runs on a Python whose configparser cuts comments otherwise")
	}
	dir := t.TempDir()
	script, err := os.ReadFile("testdata/supervisor.py")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "supervisor_record.py"), script, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(python, filepath.Join(dir, "supervisor_record.py")).CombinedOutput(); err != nil {
		t.Fatalf("recording: %v\n%s", err, out)
	}
	if diff := cmp.Diff(recordedSupervisor(t, "testdata/supervisor.json"), recordedSupervisor(t, filepath.Join(dir, "supervisor.json"))); diff != "" {
		t.Errorf("the recording is stale (-recorded +now):\n%s", diff)
	}
}
