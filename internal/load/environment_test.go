package load_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/load"
	"deploylint/internal/repo"
	"deploylint/internal/value"
)

// TestEnvironment is about who supplies a variable, the strongest first.
func TestEnvironment(t *testing.T) {
	layers := []string{"NOWHERE", "DEFAULT", "LOADED", "LAUNCHED", "WRAPPED", "FILED", "FILED_LATER", "SET"}
	oneFile := []string{"PLAIN", "JOINED", "OUTSIDE", "LOWER", "QUOTED"}
	untracked := &repo.Assumption{Untracked: []string{".env", "deploy/shop.env"}}
	runCases(t, []projectCase{
		{name: "what the repository says", project: "environment", show: layers, want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by default in shop/wsgi.py
  NOWHERE = waits for NOWHERE
  DEFAULT = code (fallback)
  LOADED = loaded (env)
  LAUNCHED = launcher (env)
  WRAPPED = wrapper (env)
  FILED = wrapper (env)
  FILED_LATER = wrapper (env)
  SET = wrapper (env)
  loads ".env" found read
  process supervisor program web
`},
		{name: "the user's word is stronger, and the later file's", project: "environment", show: layers, opt: load.Options{
			EnvFiles: []string{"first.env", "later.env"}, Set: []string{"SET=set"},
		}, want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by default in shop/wsgi.py
  NOWHERE = waits for NOWHERE
  DEFAULT = code (fallback)
  LOADED = loaded (env)
  LAUNCHED = launcher (env)
  WRAPPED = wrapper (env)
  FILED = first (env)
  FILED_LATER = later (env)
  SET = set (env)
  loads ".env" found read
  process supervisor program web
`},
		{name: "of two --set of one name the later wins", project: "environment", show: []string{"SET"}, opt: load.Options{
			Set: []string{"SET=one", "SET=two,three"},
		}, want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by default in shop/wsgi.py
  SET = two,three (env)
  loads ".env" found read
  process supervisor program web
`},
		{name: "what nothing supplies is not known, and a default is judged", project: "required", show: []string{"NAME", "HOSTS", "SECRET_KEY"}, want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by the only settings module there is
  NAME = waits for NAME
  HOSTS = [localhost]
  SECRET_KEY = waits for SECRET_KEY
`},
		{name: "a closed world has nothing else", project: "required", show: []string{"NAME", "HOSTS", "SECRET_KEY"}, opt: load.Options{
			EnvComplete: true, Set: []string{"SECRET_KEY=k"},
		}, want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by the only settings module there is
  NAME = None
  HOSTS = [localhost]
  SECRET_KEY = k (env)
`},
		{name: "one env file says the same through compose", project: "onefile", show: oneFile, want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by default in shop/wsgi.py
  PLAIN = one (env)
  JOINED = onetwo (env)
  OUTSIDE = waits for ELSEWHERE
  LOWER = waits for elsewhere
  QUOTED = a$ELSEWHERE (env)
  process compose service web
`},
		{name: "and by hand", project: "onefile", show: oneFile, opt: load.Options{EnvFiles: []string{"prod.env"}}, want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by default in shop/wsgi.py
  PLAIN = one (env)
  JOINED = onetwo (env)
  OUTSIDE = waits for ELSEWHERE
  LOWER = waits for elsewhere
  QUOTED = a$ELSEWHERE (env)
  process compose service web
`},
		{name: "an untracked file is read for a launcher, not for the code", project: "untracked", show: []string{"LOADED", "LAUNCHED"}, opt: load.Options{
			Assume: untracked,
		}, want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by default in shop/wsgi.py
  LOADED = waits for LOADED
  LAUNCHED = yes (env)
  loads ".env"
  loads ""
  process compose service web
`},
		{name: "an untracked file is read for --env-file", project: "untracked", show: []string{"LOADED"}, opt: load.Options{
			Assume: untracked, EnvFiles: []string{".env"},
		}, want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by default in shop/wsgi.py
  LOADED = yes (env)
  loads ".env"
  loads ""
  process compose service web
`},
		{name: "without git the code's file is read, ignored or not", project: "untracked", show: []string{"LOADED", "LAUNCHED"}, opt: load.Options{
			Assume: &repo.Assumption{NoGit: true},
		}, want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by default in shop/wsgi.py
  LOADED = yes (env)
  LAUNCHED = yes (env)
  loads ".env" found read
  loads ""
  process compose service web
`},
		{name: "the launcher's dialect", project: "dialect", show: []string{"NAME"}, want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by default in shop/wsgi.py
  NAME = "shop" (env)
  process compose service web
`},
		{name: "godotenv's dialect where no reader is known", project: "dialect", show: []string{"NAME"}, opt: load.Options{
			EnvFiles: []string{"shop.env"},
		}, want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by default in shop/wsgi.py
  NAME = shop (env)
  process compose service web
`},
	})
}

// TestEnvironmentOfLinter sets a variable where the linter runs: it must not matter.
func TestEnvironmentOfLinter(t *testing.T) {
	t.Setenv("NOWHERE", "here")
	t.Setenv("SECRET_KEY", "here")
	projectCase{project: "required", show: []string{"NAME", "SECRET_KEY"}, want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by the only settings module there is
  NAME = waits for NAME
  SECRET_KEY = waits for SECRET_KEY
`}.run(t)
}

// TestWithoutGit loads a folder that is no checkout at all: what code and launchers load is read, although .gitignore names
// it.
func TestWithoutGit(t *testing.T) {
	compare(t, load.Options{Path: unpack(t, "untracked")}, []string{"LOADED", "LAUNCHED"}, `
site shop.settings
  runs shop.settings in shop/settings.py
  by default in shop/wsgi.py
  LOADED = yes (env)
  LAUNCHED = yes (env)
  loads ".env" found read
  loads ""
  process compose service web
`)
}

// TestLaptopAgreesWithCI loads one commit twice with a real git: with and without a file that git ignores.
func TestLaptopAgreesWithCI(t *testing.T) {
	dir := unpack(t, "untracked")
	git(t, dir, "add .")
	show := []string{"LOADED", "LAUNCHED"}
	d, err := load.Load(load.Options{Path: dir})
	if err != nil {
		t.Fatal(err)
	}
	laptop := describe(d, show)
	if diff := cmp.Diff("waits for LOADED", describeValue(d.Sites[0].Settings.Get("LOADED"))); diff != "" {
		t.Errorf("an ignored file was read: %s", diff)
	}
	if err := os.Remove(filepath.Join(dir, ".env")); err != nil {
		t.Fatal(err)
	}
	compare(t, load.Options{Path: dir}, show, laptop)
}

// TestDebug is about what else is judged where DEBUG is on, off or undecided.
func TestDebug(t *testing.T) {
	show := []string{"DEBUG", "HOSTS"}
	runCases(t, []projectCase{
		{name: "undecided: everything else with DEBUG off", project: "debug", show: show, want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by the only settings module there is
  DEBUG = waits for DEBUG
  HOSTS = [shop.example]
`},
		{name: "on: what would be with DEBUG off is known too", project: "debug", show: show, opt: load.Options{Set: []string{"DEBUG=1"}}, want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by the only settings module there is
  DEBUG = true
  DEBUG with DEBUG off = true
  HOSTS = [*]
  HOSTS with DEBUG off = [shop.example]
`},
		{name: "off", project: "debug", show: show, opt: load.Options{Set: []string{"DEBUG=0"}}, want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by the only settings module there is
  DEBUG = false
  HOSTS = [shop.example]
`},
		{name: "certainly unset", project: "debug", show: show, opt: load.Options{EnvComplete: true}, want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by the only settings module there is
  DEBUG = false
  HOSTS = [shop.example]
`},
	})
}

// TestDebugOff is about the twin of a site whose DEBUG is on: the same but for its settings.
func TestDebugOff(t *testing.T) {
	dir := unpack(t, "debug")
	d, err := load.Load(load.Options{Path: dir, Set: []string{"DEBUG=1"}, Assume: &repo.Assumption{}})
	if err != nil {
		t.Fatal(err)
	}
	site := d.Sites[0]
	twin := site.DebugOff
	if twin == nil || twin.DebugOff != nil || twin.Settings == site.Settings {
		t.Fatal("the twin has no settings of its own")
	}
	if twin.Name != site.Name || twin.Repository != site.Repository || twin.Paths != site.Paths {
		t.Error("the twin is another deployment")
	}
}

// TestSeveral is about values that are not decided, and those that may be replaced.
func TestSeveral(t *testing.T) {
	show := []string{"STORE", "SOMETIMES", "LEVEL", "FIXED"}
	runCases(t, []projectCase{
		{name: "the branch that is taken where nothing supplies the variable", project: "values", show: show, want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by the only settings module there is
  STORE = disk (fallback) unless shop.local_settings
  SOMETIMES = not set
  LEVEL = info (assigned) unless shop.local_settings
  FIXED = after (assigned)
`},
		{name: "one branch of a decided one", project: "values", show: show, opt: load.Options{Set: []string{"CLOUD=1"}}, want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by the only settings module there is
  STORE = cloud (assigned) unless shop.local_settings
  SOMETIMES = set (assigned) unless shop.local_settings
  LEVEL = info (assigned) unless shop.local_settings
  FIXED = after (assigned)
`},
		{name: "in a closed world nothing is undecided", project: "values", show: show, opt: load.Options{EnvComplete: true}, want: `
site shop.settings
  runs shop.settings in shop/settings.py
  by the only settings module there is
  STORE = disk (assigned) unless shop.local_settings
  SOMETIMES = not set
  LEVEL = info (assigned) unless shop.local_settings
  FIXED = after (assigned)
`},
	})
}

// TestTrail follows one value through all of its layers.
func TestTrail(t *testing.T) {
	dir := unpack(t, "environment")
	d, err := load.Load(load.Options{Path: dir, Assume: &repo.Assumption{}, EnvFiles: []string{filepath.Join(dir, "first.env")}})
	if err != nil {
		t.Fatal(err)
	}
	v := d.Sites[0].Settings.Get("FILED")
	var got []string
	for _, step := range v.Trail {
		got = append(got, step.How.String()+" "+step.Span.Path())
	}
	if diff := cmp.Diff([]string{"assigned shop/settings.py", "env first.env"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if v.Kind() != value.Str || v.Span().Text() != "first" {
		t.Errorf("the value stands at %q", v.Span().Text())
	}
}
