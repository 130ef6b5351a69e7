package deps

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/source"
)

// show renders what is known of all packages, one per line: place, name, what is asked for, and how.
func show(s *Set) string {
	var b strings.Builder
	for _, name := range s.names {
		for _, q := range s.All(name) {
			fmt.Fprintf(&b, "%s:%d %s", q.Span.Path(), q.Span.From().Line, q.Name)
			if len(q.Extras) > 0 {
				fmt.Fprintf(&b, "[%s]", strings.Join(q.Extras, ","))
			}
			fmt.Fprintf(&b, " %q pinned=%q", q.Specifier, q.Pinned)
			for _, flag := range []struct {
				set  bool
				name string
			}{{q.Locked, "locked"}, {q.Dev, "dev"}, {q.Hashed, "hashed"}, {q.constraint, "constraint"}} {
				if flag.set {
					b.WriteString(" " + flag.name)
				}
			}
			if q.Marker != "" {
				b.WriteString(" ; " + q.Marker)
			}
			if q.URL != "" {
				b.WriteString(" @ " + q.URL)
			}
			fmt.Fprintf(&b, " <%s>\n", strings.ReplaceAll(q.Span.Text(), "\n", "\\n"))
		}
	}
	return b.String()
}

func files(t *testing.T, text string) []*source.File {
	t.Helper()
	var list []*source.File
	for part := range strings.SplitSeq(strings.TrimPrefix(text, "-- "), "\n-- ") {
		name, body, _ := strings.Cut(part, " --\n")
		list = append(list, source.NewFile(name, body))
	}
	return list
}

func TestRead(t *testing.T) {
	for _, test := range []struct{ name, files, want string }{
		{"requirements", `-- requirements.txt --
# comment
Django==4.2.17  # LTS
psycopg2_binary>=2.9 ; python_version < "3.13"
uvicorn[standard,X] ~= 0.30
celery == 5.4.0 \
    --hash=sha256:aaaa \
    --hash=sha256:bbbb
-e git+https://example.org/x.git#egg=my-package
pkg @ https://example.org/pkg.zip
--index-url https://example.org
./local/folder
gunicorn
broken ===== x
`, `requirements.txt:13 broken "=====x" pinned="" <broken ===== x>
requirements.txt:5 celery "==5.4.0" pinned="5.4.0" hashed <celery == 5.4.0>
requirements.txt:2 django "==4.2.17" pinned="4.2.17" <Django==4.2.17>
requirements.txt:12 gunicorn "" pinned="" <gunicorn>
requirements.txt:8 my-package "" pinned="" @ git+https://example.org/x.git#egg=my-package <-e git+https://example.org/x.git#egg=my-package>
requirements.txt:9 pkg "" pinned="" @ https://example.org/pkg.zip <pkg @ https://example.org/pkg.zip>
requirements.txt:3 psycopg2-binary ">=2.9" pinned="" ; python_version < "3.13" <psycopg2_binary>=2.9 ; python_version < "3.13">
requirements.txt:4 uvicorn[standard,x] "~=0.30" pinned="" <uvicorn[standard,X] ~= 0.30>
`},
		{"includes and constraints", `-- requirements/production.txt --
-r base.txt
-c ../constraints.txt
-r missing.txt
-rdev.txt
gunicorn
-- requirements/base.txt --
django>=4.2
-r production.txt
-- requirements/dev.txt --
django-debug-toolbar
-- constraints.txt --
django==4.2.3
unused==1
`, `constraints.txt:1 django "==4.2.3" pinned="4.2.3" constraint <django==4.2.3>
requirements/base.txt:1 django ">=4.2" pinned="" <django>=4.2>
requirements/dev.txt:1 django-debug-toolbar "" pinned="" <django-debug-toolbar>
requirements/production.txt:5 gunicorn "" pinned="" <gunicorn>
`},
		{"CRLF and no newline at the end", "-- requirements.txt --\ndjango==4.2\r\ngunicorn>=20 # x\r\ncelery", `requirements.txt:3 celery "" pinned="" <celery>
requirements.txt:1 django "==4.2" pinned="4.2" <django==4.2>
requirements.txt:2 gunicorn ">=20" pinned="" <gunicorn>=20>
`},
		{"development files come last", `-- requirements-dev.txt --
django==5.0
-- requirements.txt --
django>=4.2
`, `requirements.txt:1 django ">=4.2" pinned="" <django>=4.2>
requirements-dev.txt:1 django "==5.0" pinned="5.0" dev <django==5.0>
`},
		{"documentation has requirements of its own", `-- docs/requirements.txt --
django==5.0
-- requirements.txt --
django>=4.2
`, `requirements.txt:1 django ">=4.2" pinned="" <django>=4.2>
docs/requirements.txt:1 django "==5.0" pinned="5.0" dev <django==5.0>
`},
		{"pyproject: PEP 621, groups, poetry", `-- pyproject.toml --
[project]
requires-python = ">=3.10, <4"
dependencies = [
  "Django>=4.2,<5",  # LTS
  'gunicorn[gevent]==22.0.0; sys_platform != "win32"',
]
[project.optional-dependencies]
test = ["pytest"]
s3 = ["boto3"]
[dependency-groups]
dev = ["ruff", {include-group = "x"}]
[tool.poetry.dependencies]
python = "^3.11"
celery = {version = "~5.4", extras = ["redis"], markers = "os_name == 'posix'"}
own = {git = "https://example.org/own.git"}
multi = [{version = "1.0", markers = "a"}, {version = "^2"}]
[tool.poetry.group.dev.dependencies]
black = "*"
[tool.poetry.group.web.dependencies]
daphne = "4.1.0"
`, `pyproject.toml:18 black "" pinned="" dev <black = "*">
pyproject.toml:9 boto3 "" pinned="" <"boto3">
pyproject.toml:14 celery[redis] ">=5.4,<5.5" pinned="" ; os_name == 'posix' <celery = {version = "~5.4", extras = ["redis"], markers = "os_name == 'posix'">
pyproject.toml:20 daphne "==4.1.0" pinned="4.1.0" <daphne = "4.1.0">
pyproject.toml:4 django ">=4.2,<5" pinned="" <"Django>=4.2,<5">
pyproject.toml:5 gunicorn[gevent] "==22.0.0" pinned="22.0.0" ; sys_platform != "win32" <'gunicorn[gevent]==22.0.0; sys_platform != "win32"'>
pyproject.toml:16 multi "==1.0" pinned="1.0" ; a <multi>
pyproject.toml:16 multi ">=2,<3" pinned="" <multi>
pyproject.toml:15 own "" pinned="" @ https://example.org/own.git <own = {git = "https://example.org/own.git">
pyproject.toml:8 pytest "" pinned="" dev <"pytest">
pyproject.toml:2 python ">=3.10,<4" pinned="" <">=3.10, <4">
pyproject.toml:13 python ">=3.11,<4" pinned="" <python = "^3.11">
pyproject.toml:11 ruff "" pinned="" dev <"ruff">
`},
		{"a broken pyproject is read up to the error", `-- pyproject.toml --
[project]
dependencies = ["django==4.2"]
x = = 1
[tool.poetry.dependencies]
celery = "1"
`, `pyproject.toml:2 django "==4.2" pinned="4.2" <"django==4.2">
`},
		{"lock files win", `-- pyproject.toml --
[project]
dependencies = ["django>=4.2"]
-- uv.lock --
version = 1
[[package]]
name = "asgiref"
version = "3.8.1"
source = { registry = "https://pypi.org/simple" }
dependencies = [{ name = "typing-extensions" }]
wheels = [{ url = "https://x/asgiref-3.8.1.whl", hash = "sha256:x" }]
[[package]]
name = "Django"
version = "5.2.1"
[package.metadata]
name = "not this"
[[package]]
name = "shop"
version = "0.1.0"
source = { virtual = "." }
`, `uv.lock:4 asgiref "==3.8.1" pinned="3.8.1" locked hashed <version = "3.8.1">
uv.lock:10 django "==5.2.1" pinned="5.2.1" locked hashed <version = "5.2.1">
pyproject.toml:2 django ">=4.2" pinned="" <"django>=4.2">
uv.lock:15 shop "==0.1.0" pinned="0.1.0" locked hashed @ . <version = "0.1.0">
`},
		{"poetry.lock", `-- poetry.lock --
[[package]]
name = "django"
version = "4.2.11"
category = "main"
[package.dependencies]
asgiref = ">=3.6"
[[package]]
name = "pytest"
version = "8.0"
groups = ["dev"]
[metadata]
lock-version = "2.0"
`, `poetry.lock:3 django "==4.2.11" pinned="4.2.11" locked hashed <version = "4.2.11">
poetry.lock:9 pytest "==8.0" pinned="8.0" locked dev hashed <version = "8.0">
`},
		{"Pipfile and its lock", `-- Pipfile --
[packages]
django = "~=4.2"
[dev-packages]
pytest = "*"
[requires]
python_version = "3.12"
-- Pipfile.lock --
{"_meta": {"hash": {"sha256": "x"}, "list": [1, {"a": []}]},
 "default": {
  "django": {"hashes": ["x"], "index": "pypi", "version": "==4.2.9"},
  "own": {"git": "https://x", "ref": "y"}
 },
 "develop": {"pytest": {"version": "==8.0.0"}}}
`, `Pipfile.lock:3 django "==4.2.9" pinned="4.2.9" locked hashed <"==4.2.9">
Pipfile:2 django "~=4.2" pinned="" <django = "~=4.2">
Pipfile.lock:6 pytest "==8.0.0" pinned="8.0.0" locked dev hashed <"==8.0.0">
Pipfile:4 pytest "" pinned="" dev <pytest = "*">
Pipfile:6 python "==3.12.*" pinned="" <"3.12">
`},
		{"setup.cfg and setup.py", `-- setup.cfg --
[metadata]
name = x
[options]
python_requires = >=3.9
install_requires =
    django>=4.2  # LTS
    # none
    celery
[options.extras_require]
test = pytest
-- setup.py --
setup(name="x", install_requires=[
    "gunicorn>=20",  # "not this"
    'boto3',
], extras_require={"a": ["b"]})
`, `setup.py:3 boto3 "" pinned="" <boto3>
setup.cfg:8 celery "" pinned="" <celery>
setup.cfg:6 django ">=4.2" pinned="" <django>=4.2>
setup.py:2 gunicorn ">=20" pinned="" <gunicorn>=20>
setup.cfg:10 pytest "" pinned="" dev <pytest>
setup.cfg:4 python ">=3.9" pinned="" <>=3.9>
`},
		{"interpreter", `-- runtime.txt --
python-3.11.4
-- .python-version --
# comment
3.12
`, `runtime.txt:1 python "==3.11.4.*" pinned="" <python-3.11.4>
.python-version:2 python "==3.12.*" pinned="" <3.12>
`},
	} {
		t.Run(test.name, func(t *testing.T) {
			set := Read(files(t, test.files), nil)
			if diff := cmp.Diff(test.want, show(set)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestGet(t *testing.T) {
	set := Read(files(t, "-- requirements.txt --\nDjango-Environ==0.11.2\n-- dev.txt --\npytest\n-- constraints.txt --\nonly==1\n"), nil)
	q, ok := set.Get("django_environ")
	if !ok || q.Pinned != "0.11.2" || set.Empty() {
		t.Errorf("%+v, %v", q, ok)
	}
	if _, ok := set.Get("only"); ok {
		t.Error("a constraint alone counts as a requirement")
	}
	if list, ok := q.Specifiers(); !ok || !list.Allow(parsed(t, "0.11.2")) || list.Allow(parsed(t, "0.12")) {
		t.Errorf("specifiers %v, %v", list, ok)
	}
}

func TestOpenIncludes(t *testing.T) {
	opened := 0
	set := Read(files(t, "-- requirements/prod.txt --\n-r ../base.txt\n-r ../base.txt\n-r nowhere.txt\n-r https://example.org/x.txt\n"),
		func(path string) (*source.File, error) {
			opened++
			if path == "base.txt" {
				return source.NewFile(path, "django==4.2\n"), nil
			}
			return nil, fs.ErrNotExist
		})
	if q, ok := set.Get("django"); !ok || q.Span.Path() != "base.txt" || len(set.All("django")) != 1 {
		t.Errorf("%+v, %v", q, ok)
	}
	missing := set.Missing()
	if len(missing) != 1 || missing[0].Path != "requirements/nowhere.txt" || missing[0].Span.Text() != "-r nowhere.txt" {
		t.Errorf("missing %v", missing)
	}
}

func TestIncludeChain(t *testing.T) {
	set := Read(files(t, "-- 0.txt --\n-r 1.txt\n"), func(path string) (*source.File, error) {
		var n int
		if _, err := fmt.Sscanf(path, "%d.txt", &n); err != nil {
			return nil, err
		}
		return source.NewFile(path, fmt.Sprintf("p%d\n-r %d.txt\n", n, n+1)), nil
	})
	if len(set.Notifications()) != 1 || len(set.names) != includeDepth {
		t.Errorf("%d packages, notes %v", len(set.names), set.Notifications())
	}
}

func TestDeepBrackets(t *testing.T) {
	for _, name := range []string{"pyproject.toml", "Pipfile.lock"} {
		text := "x = " + strings.Repeat("[", 1_000_000)
		if name == "Pipfile.lock" {
			text = strings.Repeat(`{"default":`, 100_000)
		}
		if set := Read([]*source.File{source.NewFile(name, text)}, nil); len(set.Notifications()) != 1 {
			t.Errorf("%s: notes %v", name, set.Notifications())
		}
	}
}

func TestNormalize(t *testing.T) {
	for in, want := range map[string]string{"Django": "django", "a.B-_c": "a-b-c", "": "", "x_": "x-"} {
		if got := Normalize(in); got != want {
			t.Errorf("Normalize(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	names := []string{"requirements.txt", "pyproject.toml", "Pipfile", "Pipfile.lock", "uv.lock", "setup.cfg", "setup.py", "runtime.txt"}
	for i, text := range []string{
		"django==4.2 \\\n --hash=x\n-r x\n-e git+x#egg=y\n", "[project]\ndependencies=['a>1', {a='b'}]\n[tool.poetry.dependencies]\nx={version='^1'}",
		"[packages]\nx='*'\n", `{"default":{"x":{"version":"==1"}}}`, "[[package]]\nname='x'\nversion='1'\n",
		"[options]\ninstall_requires =\n  x\n", "install_requires=['x', \"y\"]", "python-3\n",
	} {
		f.Add(uint8(i), text)
	}
	f.Fuzz(func(t *testing.T, kind uint8, text string) {
		set := Read([]*source.File{source.NewFile(names[int(kind)%len(names)], text)}, nil)
		for _, name := range set.names {
			for _, q := range set.All(name) {
				if q.Span.IsZero() || q.Span.Start > q.Span.End || q.Span.End > len(text) {
					t.Errorf("%s: span %d:%d of %d", name, q.Span.Start, q.Span.End, len(text))
				}
				q.Specifiers()
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	var lock, requirements strings.Builder
	for i := range 200 {
		fmt.Fprintf(&lock, "[[package]]\nname = \"p%d\"\nversion = \"1.%d\"\nwheels = [{ url = \"https://x/%d.whl\", hash = \"sha256:x\" }]\n", i, i, i)
		fmt.Fprintf(&requirements, "p%d==1.%d  # via x\n", i, i)
	}
	list := []*source.File{source.NewFile("uv.lock", lock.String()), source.NewFile("requirements.txt", requirements.String())}
	b.SetBytes(int64(lock.Len() + requirements.Len()))
	for b.Loop() {
		Read(list, nil)
	}
}
