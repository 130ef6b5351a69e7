package cli

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
)

// A run is one run of the program with a project of one file and one rule in place of the real ones.
type run struct {
	args        []string
	environment map[string]string
	// level is that of the project's only finding.
	level  lint.Level
	notes  []source.Notification
	failed error

	status         int
	stdout, stderr string
	inputs         inputs
	asked          bool
}

func (r *run) do(t *testing.T) *run {
	t.Helper()
	if r.level == lint.RuleLevel {
		r.level = lint.Error
	}
	f := source.NewFile("shop/settings.py", "DEBUG = True\nX = 1\n")
	rules := func() []lint.Rule {
		return []lint.Rule{
			{ID: "DPL101", Name: "debug-enabled", Summary: "DEBUG is on", Help: "turn it off", Level: r.level, Check: lint.OfSite(func(*deploy.Site) lint.Answer {
				return lint.Results{lint.Fail(f.Span(0, 5), "DEBUG is on").About("settings.DEBUG")}
			})},
			{ID: "DPL201", Name: "open-one", Summary: "open", Help: "look", Level: lint.Warning, Check: lint.OfSite(func(*deploy.Site) lint.Answer {
				return lint.Results{lint.Open(f.Span(13, 14), "X is not known").About("settings.X")}
			})},
		}
	}
	var stdout, stderr bytes.Buffer
	p := &program{
		stdin: strings.NewReader(""), stdout: &stdout, stderr: &stderr, rules: rules, version: func() string { return "1.2.3" },
		lookup: func(name string) (string, bool) { v, ok := r.environment[name]; return v, ok },
		load: func(in inputs) (*loaded, error) {
			r.inputs, r.asked = in, true
			return &loaded{Sites: []*deploy.Site{{Name: "shop"}}, Files: []*source.File{f}, Notifications: r.notes}, r.failed
		},
	}
	r.status = p.main(append([]string{"deploylint"}, r.args...))
	r.stdout, r.stderr = stdout.String(), stderr.String()
	return r
}

func words(s string) []string { return strings.Fields(s) }

// TestExitStatus is product behaviour, and each trap of the command line library that would switch a gate off.
func TestExitStatus(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, test := range []struct {
		name string
		run  run
		want int
	}{
		{"an error", run{args: words("check .")}, 1},
		{"the default command", run{args: words(".")}, 1},
		{"no arguments at all", run{}, 1},
		{"a warning fails by default", run{args: words("check ."), level: lint.Warning}, 1},
		{"a note does not", run{args: words("check ."), level: lint.Note}, 0},

		{"a flag behind the path counts", run{args: words("check . --fail-on error"), level: lint.Warning}, 0},
		{"a flag behind the path of the default command counts", run{args: words(". --fail-on note"), level: lint.Note}, 1},
		{"a flag between paths counts", run{args: words("check . --fail-on error ."), level: lint.Warning}, 0},
		{"a flag before the command counts", run{args: words("--fail-on error check ."), level: lint.Warning}, 0},
		{"a flag with an equals sign counts", run{args: words("check . --fail-on=error"), level: lint.Warning}, 0},
		{"a switch behind the path does not eat the path", run{args: words("check --exit-zero .")}, 0},
		{"a variable of the default command counts", run{environment: map[string]string{"DEPLOYLINT_FAIL_ON": "error"}, level: lint.Warning}, 0},
		{"a variable of a named command counts", run{args: words("check ."), environment: map[string]string{"DEPLOYLINT_FAIL_ON": "note"}, level: lint.Note}, 1},
		{"a flag beats its variable", run{args: words("check --fail-on error"), environment: map[string]string{"DEPLOYLINT_FAIL_ON": "note"}, level: lint.Note}, 0},
		{"a switch as a variable", run{environment: map[string]string{"DEPLOYLINT_EXIT_ZERO": "true"}}, 0},
		{"a switch turned off beats its variable", run{args: words("--exit-zero=false"), environment: map[string]string{"DEPLOYLINT_EXIT_ZERO": "1"}}, 1},

		{"never", run{args: words("--fail-on never")}, 0},
		{"exit zero", run{args: words("--exit-zero")}, 0},
		{"verification required", run{args: words("--require-verified --ignore DPL101")}, 1},
		{"open alone", run{args: words("--ignore DPL101")}, 0},
		{"something was not read", run{args: words("--ignore DPL101"), notes: []source.Notification{{Level: source.Error, Message: "m"}}}, 2},
		{"findings beat what was not read", run{notes: []source.Notification{{Level: source.Error, Message: "m"}}}, 1},
		{"nothing to judge", run{failed: errors.New("there is no Django project")}, 2},

		{"unknown command", run{args: words("chek .")}, 2},
		{"unknown flag", run{args: words("check . --fail-onn error")}, 2},
		{"one dash", run{args: words("check -fail-on error .")}, 2},
		{"a flag of another command", run{args: words("version --fail-on error")}, 2},
		{"a flag without its value", run{args: words("check . --fail-on")}, 2},
		{"a flag in place of a value", run{args: words("check --settings --exit-zero .")}, 2},
		{"a bad value", run{args: words("check --fail-on eror .")}, 2},
		{"a bad variable", run{environment: map[string]string{"DEPLOYLINT_EXIT_ZERO": "maybe"}}, 2},
		{"an unknown format", run{args: words("--format sarf")}, 2},
		{"two formats for one place", run{args: words("--format json --format sarif")}, 2},
		{"a format without its file", run{args: words("--format json=")}, 2},
		{"a rule that is not there", run{args: words("--select DPL999")}, 2},
		{"no number", run{args: words("--cores many")}, 2},
		{"no version", run{args: words("--django-version five")}, 2},
		{"no colour", run{args: words("--color yes")}, 2},
		{"no variable", run{args: words("--set SECRETVALUE")}, 2},
		{"arguments of version", run{args: words("version 1")}, 2},
		{"a flag of check for settings", run{args: words("settings --fail-on error")}, 2},
		{"a flag of settings for check", run{args: words("check --show-secrets")}, 2},
		{"a site without settings", run{args: words("settings DEBUG")}, 2},
		{"a site without an environment", run{args: words("env DEBUG")}, 2},
		{"explain without a rule", run{args: words("explain")}, 2},
		{"explain something unknown", run{args: words("explain DPL999")}, 2},
		{"help about something unknown", run{args: words("help nope")}, 2},

		{"help", run{args: words("help")}, 0},
		{"help flag", run{args: words("--help")}, 0},
		{"help about a command", run{args: words("help check")}, 0},
		{"help behind a path", run{args: words("check . -h")}, 0},
		{"version", run{args: words("version")}, 0},
		{"version flag", run{args: words("--version")}, 0},
		{"rules", run{args: words("rules")}, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := test.run.do(t)
			if r.status != test.want {
				t.Errorf("status %d, want %d\nstdout: %s\nstderr: %s", r.status, test.want, r.stdout, r.stderr)
			}
			// Without a verdict, standard output may be a SARIF file: nothing belongs in there.
			if r.status == 2 && (!r.asked || r.failed != nil) && r.stdout != "" {
				t.Errorf("standard output has %q", r.stdout)
			}
			if r.status == 2 && len(r.notes) == 0 && strings.Count(r.stderr, "\n") != 1 {
				t.Errorf("the error is not one line: %q", r.stderr)
			}
			if strings.Contains(r.stderr, "SECRETVALUE") {
				t.Errorf("the error shows a value: %q", r.stderr)
			}
		})
	}
}

func TestErrors(t *testing.T) {
	t.Chdir(t.TempDir())
	for args, want := range map[string]string{
		"chek .":                  `deploylint: there is no command and no file "chek", did you mean check?`,
		"check --fail-onn error":  "deploylint: there is no flag --fail-onn, did you mean --fail-on?",
		"check -fail-on error":    "deploylint: there is no flag -fail-on, did you mean --fail-on?",
		"rules --fail-on error":   "deploylint: rules has no flag --fail-on",
		"check --fail-on":         "deploylint: flag --fail-on needs a value",
		"check --fail-on high":    `deploylint: --fail-on is error, warning, note or never, not "high"`,
		"check --format sarf":     `deploylint: there is no format "sarf", did you mean sarif? the formats are text, json, sarif, concise, github, gitlab, junit, markdown, html`,
		"check --format pdf":      `deploylint: there is no format "pdf"; the formats are text, json, sarif, concise, github, gitlab, junit, markdown, html`,
		"settings --format sarif": `deploylint: there is no format "sarif"; the formats are text, json`,
		"check --select debug-on": `deploylint: no rule matches "debug-on"`,
		"explain debug-enable":    `deploylint: there is no rule "debug-enable", did you mean debug-enabled?`,
		"check --cores many":      `deploylint: invalid value "many" for flag -cores: parse error`,
		"no/such/file.conf":       `deploylint: there is no command and no file "no/such/file.conf"`,
		"check -- chek":           "",
		"\x1b[31m\u202eevil":      `deploylint: there is no command and no file "\x1b[31m\u202eevil"`,
	} {
		r := (&run{args: strings.Split(args, " ")}).do(t)
		if got := strings.TrimSpace(r.stderr); got != want {
			t.Errorf("%s:\n got %s\nwant %s", args, got, want)
		}
	}
}

func TestInputs(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	if err := os.WriteFile("-odd", nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name string
		run  run
		want inputs
	}{
		{"defaults", run{}, inputs{}},
		{
			"everything",
			run{args: []string{
				"check", "--settings", "shop.prod", "a", "--env-file", "1.env", "--env-file=2.env", "--set", "HOSTS=a,b", "--set", "X=1", "b",
				"--env-complete", "--exclude", "{a,b}/**", "--django-version", "4.2", "--nginx-version", "1.18.0", "--cores", "4",
			}},
			inputs{
				Paths: []string{"a", "b"}, Settings: "shop.prod", EnvFiles: []string{"1.env", "2.env"}, Set: []string{"HOSTS=a,b", "X=1"}, EnvComplete: true,
				Exclude: []string{"{a,b}/**"}, DjangoVersion: "4.2", NginxVersion: "1.18.0", Cores: 4,
			},
		},
		{
			"variables, lists by line",
			run{environment: map[string]string{"DEPLOYLINT_SET": "HOSTS=a,b\nX=1\n", "DEPLOYLINT_ENV_FILE": "a,b.env", "DEPLOYLINT_CORES": "2"}},
			inputs{Set: []string{"HOSTS=a,b", "X=1"}, EnvFiles: []string{"a,b.env"}, Cores: 2},
		},
		{
			"a flag replaces the whole list of its variable",
			run{args: words("--set X=2"), environment: map[string]string{"DEPLOYLINT_SET": "X=1\nY=1"}},
			inputs{Set: []string{"X=2"}},
		},
		{
			"names are no paths",
			run{args: words("settings DEBUG --path shop SECRET_KEY --set X=1")},
			inputs{Paths: []string{"shop"}, Set: []string{"X=1"}},
		},
		{"the working directory", run{args: words("env DEBUG")}, inputs{Paths: []string{"."}}},
		{"two dashes end the flags", run{args: words("check -- -odd --settings")}, inputs{Paths: []string{"-odd", "--settings"}}},
		{"a value that begins with a dash", run{args: words("check --settings -x")}, inputs{Settings: "-x"}},
		{"a folder named like a command", run{args: words("check rules")}, inputs{Paths: []string{"rules"}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := test.run.do(t)
			if !r.asked {
				t.Fatalf("nothing was loaded: %s", r.stderr)
			}
			got := r.inputs
			for _, list := range []*[]string{&got.Paths, &got.EnvFiles, &got.Set, &got.Exclude} {
				if len(*list) == 0 {
					*list = nil
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("inputs (-want +got):\n%s", diff)
			}
		})
	}
}

func TestFormats(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	if err := os.WriteFile("linked.json", []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("linked.json", "link.json"); err != nil {
		t.Fatal(err)
	}
	r := (&run{args: words("--format sarif=out.sarif . --format concise --format json=link.json")}).do(t)
	if want := "shop/settings.py:1:1: error: DEBUG is on [DPL101 debug-enabled]\nshop/settings.py:2:1: unverified: X is not known [DPL201 open-one]\n"; r.stdout != want || r.status != 1 {
		t.Errorf("status %d, stdout %q", r.status, r.stdout)
	}
	for file, want := range map[string]string{"out.sarif": `"version": "2.1.0"`, "linked.json": `"exit_status": 1`} {
		text, err := os.ReadFile(file)
		if err != nil || !strings.Contains(string(text), want) {
			t.Errorf("%s: %v, %.60q", file, err, text)
		}
	}
	if info, err := os.Lstat("link.json"); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link was replaced: %v", err)
	}
	if left, _ := filepath.Glob(".deploylint-*"); left != nil {
		t.Errorf("left behind: %v", left)
	}
	if r := (&run{args: words("--format json=no/such/folder/out.json")}).do(t); r.status != 2 || !strings.Contains(r.stderr, "writing the json report") {
		t.Errorf("status %d, stderr %q", r.status, r.stderr)
	}
}

func TestNotificationsOnTheErrorStream(t *testing.T) {
	notes := []source.Notification{{Level: source.Error, Message: "it does not parse", Path: "shop/x.py"}, {Level: source.Warning, Message: "too large", Path: "y"}}
	for args, want := range map[string]string{
		"--format json":    "deploylint: shop/x.py: incomplete: it does not parse\ndeploylint: y: skipped: too large\n",
		"--format json -q": "deploylint: shop/x.py: incomplete: it does not parse\n",
		"--format text":    "",
	} {
		if r := (&run{args: words(args), notes: notes}).do(t); r.stderr != want {
			t.Errorf("%s: stderr %q, want %q", args, r.stderr, want)
		}
	}
}

func TestColor(t *testing.T) {
	for _, test := range []struct {
		name        string
		args        string
		environment map[string]string
		want        bool
	}{
		{name: "no terminal"},
		{name: "always", args: "--color always", want: true},
		{name: "always beats NO_COLOR", args: "--color always", environment: map[string]string{"NO_COLOR": "1"}, want: true},
		{name: "forced", environment: map[string]string{"FORCE_COLOR": "1"}, want: true},
		{name: "forced off", environment: map[string]string{"FORCE_COLOR": "0"}},
		{name: "NO_COLOR beats FORCE_COLOR", environment: map[string]string{"NO_COLOR": "1", "FORCE_COLOR": "1"}},
		{name: "never beats FORCE_COLOR", args: "--color never", environment: map[string]string{"FORCE_COLOR": "1"}},
		{name: "an empty NO_COLOR is none", environment: map[string]string{"NO_COLOR": "", "FORCE_COLOR": "1"}, want: true},
		{name: "dumb terminal", environment: map[string]string{"TERM": "dumb"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := (&run{args: words(test.args), environment: test.environment}).do(t)
			if got := strings.Contains(r.stdout, "\x1b["); got != test.want {
				t.Errorf("colours: %t, want %t", got, test.want)
			}
		})
	}
}

func TestVerboseKeepsTheReport(t *testing.T) {
	plain, verbose := (&run{}).do(t), (&run{args: words("-v")}).do(t)
	if plain.stdout != verbose.stdout {
		t.Error("-v changes the report")
	}
	if !strings.Contains(verbose.stderr, "read shop/settings.py\n") || plain.stderr != "" {
		t.Errorf("stderr is %q with -v and %q without", verbose.stderr, plain.stderr)
	}
}

func TestRulesAndExplain(t *testing.T) {
	r := (&run{args: words("rules --select DPL1")}).do(t)
	if want := "DPL101  error    debug-enabled  DEBUG is on\n"; r.stdout != want {
		t.Errorf("rules prints %q, want %q", r.stdout, want)
	}
	r = (&run{args: words("rules --format json")}).do(t)
	if !strings.Contains(r.stdout, `"id": "DPL201"`) || !strings.Contains(r.stdout, `"django": []`) {
		t.Errorf("rules prints %s", r.stdout)
	}
	byID, byName := (&run{args: words("explain dpl101")}).do(t), (&run{args: words("explain debug-enabled")}).do(t)
	if byID.stdout != byName.stdout || !strings.HasPrefix(byID.stdout, "# DPL101 debug-enabled\n") {
		t.Errorf("explain prints %q and %q", byID.stdout, byName.stdout)
	}
}

func TestCrash(t *testing.T) {
	var stdout, stderr bytes.Buffer
	p := &program{
		stdout: &stdout, stderr: &stderr, rules: func() []lint.Rule { return nil }, version: ownVersion,
		lookup: func(string) (string, bool) { return "", false },
		load:   func(inputs) (*loaded, error) { panic("password hunter2") },
	}
	if status := p.main([]string{"deploylint"}); status != 2 || stdout.Len() > 0 {
		t.Errorf("status %d, stdout %q", status, stdout.String())
	}
	if text := stderr.String(); !strings.HasPrefix(text, "deploylint: internal error, please report\n") || strings.Contains(text, "hunter2") {
		t.Errorf("stderr %q", text)
	}
}

func TestFromWorkingDirectory(t *testing.T) {
	root := t.TempDir()
	if err := os.MkdirAll(filepath.Join(root, "sub"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Chdir(filepath.Join(root, "sub"))
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	place := fromWorkingDirectory(filepath.Dir(dir))
	for path, want := range map[string]string{"sub/a.py": "a.py", "b.py": "../b.py"} {
		if got := place(path); got != want {
			t.Errorf("%s is %s from the folder sub, want %s", path, got, want)
		}
	}
}
