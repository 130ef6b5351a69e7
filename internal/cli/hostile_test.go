//go:build unix

package cli_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// victim is a small project with one sure finding in each of its files, so that a test sees which of them were judged
// although another one is broken.
func victim() map[string]string {
	return map[string]string{
		"manage.py":        "import os\nos.environ.setdefault(\"DJANGO_SETTINGS_MODULE\", \"shop.settings\")\n",
		"shop/__init__.py": "",
		"shop/wsgi.py":     "import os\nos.environ.setdefault(\"DJANGO_SETTINGS_MODULE\", \"shop.settings\")\n",
		settingsFile: `import os
SECRET_KEY = "` + longSecret + `"
DEBUG = False
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = ["django.contrib.contenttypes", "shop"]
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "PASSWORD": "` + shortSecret + `"}}
`,
		nginxFile: `upstream app { server 127.0.0.1:8000; }
server {
    listen 80;
    server_name shop.example;
    error_log /var/log/nginx/error.log debug;
    location / { proxy_pass http://app; }
}
`,
		supervisorFile: `[program:web]
command=/srv/venv/bin/gunicorn shop.wsgi:application --bind 127.0.0.1:8000 --workers 3
directory=/srv/shop
stopsignal=QUIT
`,
		".env":             "SECRET_KEY=" + longSecret + "\nDB_PASSWORD=" + shortSecret + "\n",
		"requirements.txt": "Django==5.2.8\n",
	}
}

const (
	settingsFile   = "shop/settings.py"
	nginxFile      = "deploy/nginx/shop.conf"
	supervisorFile = "deploy/supervisor/shop.conf"
)

// anchors are the victim's sure findings.
func anchors() map[string]string {
	return map[string]string{settingsFile: "DPL103", nginxFile: "DPL305", supervisorFile: "DPL407"}
}

// An attack is something that a project should not hold.
type attack struct {
	name string
	// files lie over the victim's; a file with the content removed is taken away from it.
	files map[string]string
	// prepare does what files cannot tell.
	prepare func(t *testing.T, dir string)
	args    []string
	status  int
	// notes must each match a notification, written as "level path:line: message". None else may be there.
	notes []string
	// lost are files of the victim whose finding may be missing, beside those that files replaces.
	lost []string
	// still are findings, as "DPL103 path", that must be there all the same.
	still []string
}

const removed = "\x00removed"

func (a *attack) mount(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	files := victim()
	maps.Copy(files, a.files)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if files[name] == removed {
			continue
		}
		write(t, filepath.Join(dir, filepath.FromSlash(name)), files[name])
		if strings.HasSuffix(name, ".sh") {
			if err := os.Chmod(filepath.Join(dir, name), 0o755); err != nil {
				t.Fatal(err)
			}
		}
	}
	if a.prepare != nil {
		a.prepare(t, dir)
	}
	return dir
}

func (a *attack) run(t *testing.T, binary string) {
	t.Helper()
	dir := a.mount(t)
	o := run(t, binary, dir, a.args...)
	o.list(t, process(binary), dir)
	o.nevers(t, dir)
	if o.status != a.status {
		t.Errorf("exit status %d, want %d\n%s", o.status, a.status, o.outputs["stderr"])
	}
	var notes []string
	for _, n := range o.json.Notifications {
		if !strings.HasPrefix(n.Message, "not a git checkout") {
			notes = append(notes, fmt.Sprintf("%s %s:%d: %s", n.Level, n.Path, n.Line, n.Message))
		}
	}
	for _, want := range a.notes {
		pattern := regexp.MustCompile(want)
		at := slices.IndexFunc(notes, pattern.MatchString)
		if at < 0 {
			t.Errorf("no notification matches %q:\n%s", want, strings.Join(notes, "\n"))
			continue
		}
		notes = slices.DeleteFunc(notes, pattern.MatchString)
	}
	if len(notes) > 0 {
		t.Errorf("unexpected notifications:\n%s", strings.Join(notes, "\n"))
	}
	for path, rule := range anchors() {
		if _, replaced := a.files[path]; !replaced && !slices.Contains(a.lost, path) && o.outputs["json"] != "" && !o.found(rule, path) {
			t.Errorf("%s was not judged", path)
		}
	}
	for _, want := range a.still {
		if rule, path, _ := strings.Cut(want, " "); !o.found(rule, path) {
			t.Errorf("no %s", want)
		}
	}
	if len(o.outputs["text"]) > 1<<20 {
		t.Errorf("%d bytes of text", len(o.outputs["text"]))
	}
}

// TestHostile runs the program on projects that break it if they can. Whatever one file holds, the run ends, says at its
// place what it could not read, and judges all others.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("runs many processes")
	}
	binary := deploylint(t)
	for _, a := range slices.Concat(
		brokenSettings(), greedySettings(), importsOfSettings(), hostileNginx(), hostileSupervisor(), hostileScripts(), hostileContainers(),
		hostilePackages(), hostileEnvFiles(), hostileText(),
	) {
		t.Run(a.name, func(t *testing.T) {
			t.Parallel()
			a.run(t, binary)
		})
	}
}

// settings is an attack on the settings module: the text, and the victim's settings behind it.
func settings(name, text string, notes ...string) attack {
	return attack{
		name: name, files: map[string]string{settingsFile: text + victim()[settingsFile]}, status: 1, notes: notes,
		still: []string{"DPL103 " + settingsFile},
	}
}

// only is an attack of one file in the place of the victim's.
func only(name, path, text string, notes ...string) attack {
	return attack{name: name, files: map[string]string{path: text}, status: 1, notes: notes}
}

func brokenSettings() []attack {
	python := victim()[settingsFile]
	unread := "^error shop/settings.py:0: cannot read shop/settings.py: the file is "
	return []attack{
		settings("settings with a statement that does not parse", "DEBUG = True..\n", "^error shop/settings.py:1: it does not parse"),
		settings("settings for Python 2", "print \"x\"\ntry:\n    import x\nexcept ImportError, e:\n    print e\nX = 0777\n", "^error shop/settings.py:1: it is Python 2"),
		only("settings with a hole of a template", settingsFile, "DEBUG = {{ debug }}\n{% if x %}\n"+python, "^error shop/settings.py:[12]: it is a template"),
		only("settings of something else", settingsFile, "]] this is no Python [[\n<html>\n", "^error shop/settings.py:1: it does not parse"),
		only("settings of 2 MB", settingsFile, python+strings.Repeat("# x\n", 500_000), unread+"too big: 2000"),
		only("settings of one line of 10 MB", settingsFile, python+"X = '"+strings.Repeat("x", 10_000_000)+"'\n", unread+"too big: 10000"),
		only("binary settings", settingsFile, "\x7fELF\x00\x00\x01"+python, unread+"not text"),
		only("settings with a late NUL byte", settingsFile, python+strings.Repeat("#", 9000)+"\nX = '\x00'\n", "^error shop/settings.py:8: .*null bytes"),
		only("settings in UTF-16", settingsFile, utf16(python)),
		settings("settings in Latin-1", "NAME = 'caf\xe9'\n", "^error shop/settings.py:1: .*Non-UTF-8"),
		settings("settings in Latin-1 that say so", "# -*- coding: latin-1 -*-\nNAME = 'caf\xe9'\n"),
		settings("settings in an unknown encoding", "# -*- coding: utf-7 -*-\n", "^error shop/settings.py:1: it does not parse: unknown encoding"),
		settings("settings with old line ends", strings.ReplaceAll(python, "\n", "\r")),
		{
			name: "nothing but settings that cannot be read", args: []string{"--ignore", "DPL"}, status: 2,
			files: map[string]string{settingsFile: "(\n"}, lost: []string{nginxFile, supervisorFile},
			notes: []string{"^error shop/settings.py:1: it does not parse"},
		},
	}
}

func greedySettings() []attack {
	var attacks []attack
	// The parser's limits.
	for name, text := range map[string]string{
		"100k brackets":   "X = " + strings.Repeat("(", 100_000),
		"1M brackets":     "X = " + strings.Repeat("[", 1_000_000),
		"closed brackets": "X = " + strings.Repeat("[", 50_000) + strings.Repeat("]", 50_000),
		"signs":           "X = " + strings.Repeat("-", 900_000) + "1",
		"nots":            "X = " + strings.Repeat("not ", 200_000) + "1",
		"lambdas":         "X = " + strings.Repeat("lambda: ", 100_000) + "1",
		"conditions":      "X = " + strings.Repeat("1 if a else ", 60_000) + "1",
		"sums":            "X = " + strings.Repeat("1 + ", 200_000) + "1",
		"attributes":      "X = a" + strings.Repeat(".b", 400_000),
		"calls":           "X = a" + strings.Repeat("()", 400_000),
		"f-strings":       "X = " + strings.Repeat(`f"{`, 50_000),
	} {
		a := settings("settings of "+name, "", "^error shop/settings.py:7: it does not parse")
		a.files[settingsFile] += text + "\n"
		attacks = append(attacks, a)
	}
	var elifs strings.Builder
	elifs.WriteString("import sys\nx = len(sys.argv)\nif x == 0:\n pass\n")
	for i := range 30_000 {
		fmt.Fprintf(&elifs, "elif x == %d:\n pass\n", i)
	}
	attacks = append(attacks, settings("settings of 30k elifs", elifs.String(), "^error shop/settings.py:4[0-9]+: it does not parse: too many elif"))
	for i := range 70_000 {
		fmt.Fprintf(&elifs, "elif x == %d:\n pass\n", i)
	}
	attacks = append(attacks, only("settings of 100k elifs", settingsFile, elifs.String(), "^error shop/settings.py:0: cannot read"))
	// The evaluator's.
	for name, text := range map[string]string{
		"a string multiplied":      "X = 'a' * 10 ** 9",
		"a list multiplied":        "X = [0] * 10 ** 9",
		"a power of a power":       "X = 10 ** 10 ** 10",
		"a shift":                  "X = 1 << 10 ** 9",
		"a width":                  "X = '%1000000000d' % 1 + '{:1000000000}'.format(1) + f'{1:1000000000}' + 'a'.zfill(10 ** 9)",
		"a range":                  "X = list(range(10 ** 9))",
		"a loop without an end":    "while True:\n    X = 1",
		"a recursive function":     "def f(): return f()\nX = f()",
		"lists of themselves":      "X = [1]\n" + strings.Repeat("X = [X, X]\n", 60),
		"dicts of themselves":      "X = {}\n" + strings.Repeat("X = {1: X, 2: X}\n", 60),
		"strings twice themselves": "X = 'ab'\n" + strings.Repeat("X = X + X\n", 60) + strings.Repeat("X = f'{X}{X}'\n", 60),
		"a list in itself":         "L = []\nL.append(L)\nLOGGING = {}\nLOGGING['x'] = LOGGING",
		"300 forks":                forks(300),
		"code of code":             "s = 's = s + s; exec(s)'\nexec(s)",
		"a file of the machine":    "X = open('/etc/passwd').read()\nfrom dotenv import load_dotenv\nload_dotenv('../../../../etc/passwd')",
	} {
		attacks = append(attacks, settings("settings with "+name, text+"\n"))
	}
	slices.SortFunc(attacks, func(a, b attack) int { return strings.Compare(a.name, b.name) })
	return attacks
}

func forks(n int) string {
	var b strings.Builder
	b.WriteString("import sys\nX = []\n")
	for i := range n {
		fmt.Fprintf(&b, "if sys.argv[%d]:\n    X.append(%d)\nelse:\n    Y = %d\n", i, i, i)
	}
	return b.String()
}

func importsOfSettings() []attack {
	python := victim()[settingsFile]
	// in makes a settings package out of its modules, with production.py as the one that runs.
	in := func(modules map[string]string) map[string]string {
		files := map[string]string{settingsFile: removed, "shop/settings/__init__.py": ""}
		for _, entry := range []string{"manage.py", "shop/wsgi.py"} {
			files[entry] = strings.Replace(victim()[entry], "shop.settings", "shop.settings.production", 1)
		}
		for name, text := range modules {
			files["shop/settings/"+name] = text
		}
		return files
	}
	chain := map[string]string{"production.py": "from .m0 import *\n", "m25.py": python}
	long := map[string]string{"production.py": "from .m0 import *\n", "m50.py": python}
	for i := range 50 {
		text := fmt.Sprintf("from .m%d import *\n", i+1)
		long[fmt.Sprintf("m%d.py", i)] = text
		if i < 25 {
			chain[fmt.Sprintf("m%d.py", i)] = text
		}
	}
	verdict := "SECRET_KEY = __import__('os').environ['SECRET_KEY']\nALLOWED_HOSTS = ['shop.example']\n"
	return []attack{
		{
			name: "settings that import each other", status: 1, still: []string{"DPL103 shop/settings/base.py", "DPL101 shop/settings/production.py"},
			files: in(map[string]string{"base.py": "from .production import *\n" + python, "production.py": "from .base import *\nDEBUG = True\n"}),
		},
		{
			name: "a settings package that imports itself", status: 1, still: []string{"DPL103 shop/settings/__init__.py"},
			files: map[string]string{
				settingsFile: removed, "shop/settings/__init__.py": "from shop.settings import *\nimport shop.settings\nfrom . import *\nfrom .. import settings\n" + python,
			},
		},
		{name: "a chain of 25 modules", status: 1, files: in(chain), still: []string{"DPL103 shop/settings/m25.py"}},
		{
			name: "a chain of 50 modules", status: 1, files: in(long),
			notes: []string{"^warning shop/settings/m[0-9]+.py:1: too many modules", "^error shop/settings/m[0-9]+.py:1: "},
		},
		{
			name: "settings without their base", status: 1, files: in(map[string]string{"production.py": "from .base import *\n" + verdict}),
			notes: []string{"^error shop/settings/production.py:1: the module shop.settings.base is not in the repository"},
		},
		{
			name: "settings without their base and no finding", status: 2, args: []string{"--ignore", "DPL3,DPL4,DPL5"},
			lost: []string{nginxFile, supervisorFile}, files: in(map[string]string{"production.py": "from .base import *\n" + verdict}),
			notes: []string{"^error shop/settings/production.py:1: the module shop.settings.base is not in the repository"},
		},
		{
			name: "settings with a base that cannot be read", status: 2, args: []string{"--ignore", "DPL3,DPL4,DPL5"},
			lost:  []string{nginxFile, supervisorFile},
			files: in(map[string]string{"base.py": python + strings.Repeat("# x\n", 500_000), "production.py": "from .base import *\n" + verdict}),
			notes: []string{"^error shop/settings/base.py:0: cannot read shop/settings/base.py: the file is too big"},
		},
		{
			name: "settings with a base that does not parse", status: 1, still: []string{"DPL104 shop/settings/base.py"},
			files: in(map[string]string{"base.py": python + "X = [\n", "production.py": "from .base import *\nALLOWED_HOSTS = ['shop.example']\n"}),
			notes: []string{"^error shop/settings/base.py:7: it does not parse"},
		},
		{
			name: "entry files that name no settings of the repository", status: 1, files: map[string]string{settingsFile: removed},
			notes: []string{"^error shop/wsgi.py:2: the settings module shop.settings is not in the repository"},
		},
	}
}

// utf16 writes a text as Windows does.
func utf16(text string) string {
	var b strings.Builder
	b.WriteString("\xff\xfe")
	for _, c := range []byte(text) {
		b.Write([]byte{c, 0})
	}
	return b.String()
}
