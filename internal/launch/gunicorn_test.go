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
	"deploylint/internal/program"
	"deploylint/internal/shell"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A gunicornCase is what gunicorn made of a command; testdata/gunicorn.py records it.
type gunicornCase struct {
	Args   []string          `json:"args"`
	Env    map[string]string `json:"env"`
	Config map[string]any    `json:"config"`
	Want   map[string]any    `json:"want"`
}

func recordedGunicorn(t *testing.T, name string) []gunicornCase {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var cases []gunicornCase
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

// TestGunicorn compares the settings with those that gunicorn itself made of the same command.
func TestGunicorn(t *testing.T) {
	for _, c := range recordedGunicorn(t, "testdata/gunicorn.json") {
		t.Run(strings.Join(c.Args, " ")+fmt.Sprint(c.Env, c.Config), func(t *testing.T) {
			s := readGunicorn(c)
			for name, want := range c.Want {
				var got any
				switch name {
				case "app":
					got = s.App.Text
				case "bind":
					got = bindsOf(s)
				default:
					v, given := s.Options.Given(name)
					if !given && name == "forwarded_allow_ips" {
						continue // newer versions trust ::1 too
					}
					if v.Cause == value.Absent && !v.Known() {
						v = value.OfNone()
					}
					got = plain(v, want)
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s (-gunicorn +read):\n%s", name, diff)
				}
			}
		})
	}
}

func readGunicorn(c gunicornCase) *deploy.Server {
	var args []shell.Word
	for i, a := range c.Args {
		f := source.NewFile(fmt.Sprintf("arg%d", i), a)
		args = append(args, shell.Known(a, f.Span(0, len(a))))
	}
	var vars []env.Var
	for _, name := range slices.Sorted(maps.Keys(c.Env)) {
		f := source.NewFile(name, c.Env[name])
		vars = append(vars, env.Given(name, c.Env[name], f.Span(0, len(f.Text)), "the test"))
	}
	r := &reader{result: &Result{}, seen: map[*source.File]bool{}, options: Options{
		Closed: true,
		Find: func(name, _ string) (*source.File, bool, bool) {
			return source.NewFile(name, "config"), false, c.Config != nil
		},
		EvalConfig: func(f *source.File, _ *env.Environment) map[string]value.Value {
			values := map[string]value.Value{}
			for name, v := range c.Config {
				values[name] = ofJSON(v).With(value.Step{How: value.Assigned, Span: f.Span(0, 6)})
			}
			return values
		},
	}}
	com := &command{layers: []env.Layer{{Origin: "test", Vars: vars}}}
	p := &deploy.Process{}
	program.Read(r.world(com), append([]shell.Word{{Text: "gunicorn", Known: true}}, args...), p)
	return p.Server
}

func ofJSON(v any) value.Value {
	switch v := v.(type) {
	case string:
		return value.OfStr(v)
	case float64:
		return value.OfInt(int64(v))
	case bool:
		return value.OfBool(v)
	case []any:
		var elems []value.Value
		for _, e := range v {
			elems = append(elems, ofJSON(e))
		}
		return value.OfSequence(value.List, elems...)
	}
	return value.OfNone()
}

// plain turns a value into what JSON has for it. What gunicorn says decides where there are two ways to say one thing.
func plain(v value.Value, want any) any {
	if text, ok := v.Text(); ok {
		if _, list := want.([]any); list {
			parts := []any{}
			for part := range strings.SplitSeq(text, ",") {
				parts = append(parts, strings.TrimSpace(part))
			}
			return parts
		}
		return text
	}
	if n, ok := v.Int(); ok {
		return float64(n)
	}
	if b, ok := v.Bool(); ok {
		return b
	}
	if v.Kind() == value.List {
		all := []any{}
		for _, e := range v.Elems() {
			all = append(all, plain(e, nil))
		}
		return all
	}
	if list, ok := want.([]any); ok && len(list) == 0 {
		return want
	}
	if want == false {
		return false
	}
	if n, ok := want.(float64); ok && n == 0 {
		return want
	}
	return nil
}

func bindsOf(s *deploy.Server) any {
	all := []any{}
	for _, b := range s.Binds {
		all = append(all, b.String())
	}
	return all
}

// TestGunicornInstalled records again where gunicorn is installed.
func TestGunicornInstalled(t *testing.T) {
	python := "/usr/bin/python3"
	if err := exec.Command(python, "-c", "import gunicorn").Run(); err != nil {
		t.Skip("gunicorn is not installed")
	}
	if testing.Short() {
		t.Skip("recording takes seconds")
	}
	dir := t.TempDir()
	script, err := os.ReadFile("testdata/gunicorn.py")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "gunicorn_record.py"), script, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(python, filepath.Join(dir, "gunicorn_record.py")).CombinedOutput(); err != nil {
		t.Fatalf("recording: %v\n%s", err, out)
	}
	if diff := cmp.Diff(recordedGunicorn(t, "testdata/gunicorn.json"), recordedGunicorn(t, filepath.Join(dir, "gunicorn.json"))); diff != "" {
		t.Errorf("the recording is stale (-recorded +now):\n%s", diff)
	}
}

// TestGunicornConfigMissing is about a configuration file that is named and not in the repository: it may set anything.
func TestGunicornConfigMissing(t *testing.T) {
	for _, c := range []struct {
		name, command string
		workers, bind string
	}{
		{"none is named", "gunicorn shop.wsgi", "1", "127.0.0.1:8000 true"},
		{"an absent one", "gunicorn -c /etc/shop/gunicorn.py shop.wsgi", "unknown", " false"},
		{"an absent module", "gunicorn -c python:shop.serving shop.wsgi", "unknown", " false"},
		{"an absent one, and the command line says more", "gunicorn -c live.py -w 3 -b :9000 shop.wsgi", "3", ":9000 true"},
		{"one whose name is not known", "gunicorn -c %(ENV_CONFIG)s shop.wsgi", "unknown", " false"},
		{"one that is there", "gunicorn -c there.py shop.wsgi", "1", "127.0.0.1:8000 true"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := read(map[string]string{"s.conf": "[program:web]\ncommand=" + c.command + "\n", "there.py": "timeout = 60\n"})
			server := r.Processes[0].Server
			workers, bind := server.Options.Get("workers"), server.Binds[0]
			got := "unknown"
			if n, ok := workers.Int(); ok {
				got = fmt.Sprint(n)
			} else if workers.Reason.IsZero() {
				t.Error("nothing says why the number of workers is not known")
			}
			if got != c.workers {
				t.Errorf("workers are %s, want %s", got, c.workers)
			}
			text := ""
			if bind.Known {
				text = bind.Host + ":" + bind.Port
			}
			if got := fmt.Sprintf("%s %t", text, bind.Known); got != c.bind {
				t.Errorf("it listens on %q, want %q", got, c.bind)
			}
		})
	}
}
