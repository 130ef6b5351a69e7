package linttest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// gunicorn is the base that the archives below may name.
const gunicorn = `-- shop/wsgi.py --
application = 1
-- deploy/supervisor.conf --
[program:web]
`

// casesOf reads an archive as Cases does.
func casesOf(text string) ([]Case, error) {
	files, err := parseArchive("r.txtar", []byte(text))
	if err != nil {
		return nil, err
	}
	return layered("DPL101", files, func(base string) ([]File, error) {
		if base != "gunicorn" {
			return nil, os.ErrNotExist
		}
		return parseArchive("gunicorn.txtar", []byte(gunicorn))
	})
}

func TestLayers(t *testing.T) {
	cases, err := casesOf(`What the cases are about.

-- base/case.toml --
base = "gunicorn"
cores = 2
-- base/shop/settings.py --
DEBUG = False
-- loud/shop/settings.py --
DEBUG = True
-- silent/case.toml --
-- open/case.toml --
# Nobody says how it is started.
without = ["deploy/supervisor.conf"]
cores = 4
-- open/deploy/notes.txt --
text
-- alone/case.toml --
base = ""
-- alone/manage.py --
`)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]map[string]string{}
	var names []string
	for _, c := range cases {
		names = append(names, c.Name)
		got[c.Name] = map[string]string{}
		for _, f := range c.Files {
			got[c.Name][f.Path] = f.Text
		}
	}
	if diff := cmp.Diff([]string{"loud", "silent", "open", "alone"}, names); diff != "" {
		t.Errorf("the cases and their order (-want +got):\n%s", diff)
	}
	want := map[string]map[string]string{
		"loud":   {"shop/settings.py": "DEBUG = True\n", "shop/wsgi.py": "application = 1\n", "deploy/supervisor.conf": "[program:web]\n"},
		"silent": {"shop/settings.py": "DEBUG = False\n", "shop/wsgi.py": "application = 1\n", "deploy/supervisor.conf": "[program:web]\n"},
		"open":   {"shop/settings.py": "DEBUG = False\n", "shop/wsgi.py": "application = 1\n", "deploy/notes.txt": "text\n"},
		"alone":  {"shop/settings.py": "DEBUG = False\n", "manage.py": ""},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if cases[0].Config.Cores != 2 || cases[2].Config.Cores != 4 {
		t.Errorf("cores %d and %d, want 2 from base and 4 from the case", cases[0].Config.Cores, cases[2].Config.Cores)
	}
	for _, place := range []struct {
		path string
		line int
		want string
	}{
		{"shop/settings.py", 1, "r.txtar:9: loud/shop/settings.py:1"},
		{"deploy/supervisor.conf", 1, "gunicorn.txtar:4: deploy/supervisor.conf:1"},
		{"nowhere", 3, "nowhere:3"},
	} {
		if got := cases[0].place(place.path, place.line); got != place.want {
			t.Errorf("%s:%d is at %s, want %s", place.path, place.line, got, place.want)
		}
	}
}

func TestMalformed(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"no case", "-- settings.py --\n", "r.txtar:1: settings.py: a file has the name of its case in front: loud/settings.py"},
		{"outside", "-- loud/../x --\n", "r.txtar:1: loud/../x: not a relative path"},
		{"apart", "-- loud/a --\n1\n-- silent/a --\n2\n-- loud/b --\n", "r.txtar:5: loud/b: the files of loud do not stand together"},
		{"twice", "-- loud/a --\n-- loud/a --\n", "r.txtar:2: loud/a: it is there twice"},
		{"late base", "-- loud/a --\n-- base/a --\n", "r.txtar:2: base/a: what all cases share stands in front of them"},
		{"unknown base", "-- loud/case.toml --\nbase = \"x\"\n", "r.txtar:1: loud/case.toml: file does not exist"},
		{"unknown file", "\n-- loud/case.toml --\nwithout = [\"x\"]\n", "r.txtar:2: loud/case.toml: case.toml names x, which the case does not have"},
		{"no toml", "-- loud/case.toml --\nbase\n", "r.txtar:2: loud/case.toml:1: toml: "},
		{"unknown key", "-- loud/case.toml --\nbasis = 1\n", "r.txtar:2: loud/case.toml:1:\n1| basis = 1"},
		{"bad escape", "-- loud/case.toml --\nescaped = [\"x\"]\n-- loud/x --\na\\q\n", "r.txtar:3: loud/x: invalid syntax: an escaped file writes a backslash \\\\: \\q"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := casesOf(test.text)
			if err == nil || !strings.HasPrefix(err.Error(), test.want) {
				t.Errorf("error %v, want %s", err, test.want)
			}
		})
	}
}

// TestWrite holds what an archive cannot say of a file by itself.
func TestWrite(t *testing.T) {
	cases, err := casesOf(`-- loud/case.toml --
not-executable = ["forgotten.sh"]
escaped = ["odd", "empty"]
links = { "current/shop" = "../shop" }
-- loud/empty --
\
-- loud/forgotten.sh --
#!/bin/sh
-- loud/odd --
crlf\r
\x2d- loud/x --
\x00\xff\\é
no end\
-- loud/run.sh --
#!/bin/sh
-- loud/shop/settings.py --
`)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := cases[0].Write(dir); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"odd": "crlf\r\n-- loud/x --\n\x00\xff\\é\nno end", "empty": "", "current/shop/settings.py": ""} {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(got) != want {
			t.Errorf("%s is %q, %v; want %q", name, got, err, want)
		}
	}
	for name, want := range map[string]os.FileMode{"run.sh": 0o100, "forgotten.sh": 0, "shop/settings.py": 0} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Mode()&0o100 != want {
			t.Errorf("%s has mode %v, %v", name, info.Mode(), err)
		}
	}
}
