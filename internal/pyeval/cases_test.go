package pyeval

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/env"
	"deploylint/internal/value"
)

// open is an environment that supplies the given variables and may hold others.
func open(pairs ...string) *env.Environment { return environmentOf(false, pairs...) }

func environmentOf(closed bool, pairs ...string) *env.Environment {
	l := env.Layer{Origin: "test"}
	for i := 0; i < len(pairs); i += 2 {
		l.Vars = append(l.Vars, env.Var{Name: pairs[i], Value: value.OfStr(pairs[i+1])})
	}
	return env.New(closed, l)
}

// TestSettings evaluates small projects. In want each line is NAME = value, as show writes it.
func TestSettings(t *testing.T) {
	tests := []struct {
		name   string
		files  map[string]string
		module string // "settings" where empty
		env    *env.Environment
		want   string
	}{
		{
			name:   "paths hang on the root",
			files:  map[string]string{"shop/settings.py": "import os\nfrom pathlib import Path\nA = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))\nB = Path(__file__).resolve().parent.parent / 'static'\nC = os.path.join(A, '..', 'x')\nD = f'sqlite:///{B}'\nE = str(B).endswith('static')\nF = len(A)\nG = os.path.dirname(A)\nH = os.getcwd()\n", "shop/__init__.py": ""},
			module: "shop.settings",
			want:   `A = "ROOT"; B = Path(ROOT/static); C = "ROOT/../x"; D = "sqlite:///ROOT/static"; E = True; F = ?host; G = "ROOT/.."; H = ?host`,
		},
		{
			name:   "star import, __all__ and underscore",
			files:  map[string]string{"s/__init__.py": "", "s/base.py": "A = 1\n_B = 2\nC = [1]\n", "s/prod.py": "from .base import *\nC.append(A)\nD = 4\n__all__ = ['C']\n", "s/live.py": "from .prod import *\nX = C\n"},
			module: "s.live",
			want:   `C = [1, 1]; X = [1, 1]`,
		},
		{
			name:  "aliases share what they refer to",
			files: map[string]string{"settings.py": "A = B = []\nA.append('x')\nDATABASES = {'default': {}}\nd = DATABASES['default']\nd['NAME'] = 'n'\nC = list(A)\nA += ['y']\n"},
			want:  `A = ["x", "y"]; B = ["x", "y"]; C = ["x"]; DATABASES = {"default": {"NAME": "n"}}`,
		},
		{
			name:  "an undecided branch joins",
			files: map[string]string{"settings.py": "import x\nA = 1\nB = 1\nL = ['a']\nif x.y:\n    A = 2\n    L.append('b')\n    C = 3\nelse:\n    B = 1\n"},
			want:  `A = 2 | 1; B = 1; C = 3 | absent; L = ["a", "b"] | ["a"]`,
		},
		{
			name:  "a branch that raises is no branch",
			files: map[string]string{"settings.py": "import os\nA = 1\nif os.environ.get('X'):\n    A = 2\nelse:\n    raise ValueError('set X')\n"},
			want:  `A = 2`,
		},
		{
			name:  "code that insists on a variable waits for it",
			files: map[string]string{"settings.py": "import os\nKEY = os.environ.get('KEY', '')\nif not KEY:\n    raise ValueError('set KEY')\n"},
			want:  `KEY = ?KEY`,
		},
		{
			name:  "os.environ",
			files: map[string]string{"settings.py": "import os\nA = os.environ['A']\nB = os.environ.get('B', 'b')\nC = os.getenv('C')\nD = os.environ.get('D') or 'd'\nE = 'A' in os.environ\nF = os.environ.get('F') == 'x'\nos.environ['G'] = 'g'\nG = os.environ['G']\nos.environ.setdefault('A', 'z')\nH = os.environ['A']\nI = bool(os.environ.get('I', 'False'))\n"},
			env:   open("A", "a"),
			want:  `A = "a"; B = "b"; C = ?C; D = "d"; E = True; F = ?F; G = "g"; H = "a"; I = True`,
		},
		{
			name:  "a closed environment",
			files: map[string]string{"settings.py": "import os\nA = os.getenv('A')\nB = 'B' in os.environ\ntry:\n    C = os.environ['C']\nexcept KeyError:\n    C = 'c'\n"},
			env:   environmentOf(true),
			want:  `A = None; B = False; C = "c"`,
		},
		{
			name:  "a missing key that is caught",
			files: map[string]string{"settings.py": "import os\ntry:\n    C = os.environ['C']\nexcept KeyError:\n    C = 'c'\n"},
			want:  `C = "c"`,
		},
		{
			name:  "django-environ",
			files: map[string]string{"settings.py": "import environ\nenv = environ.Env(DEBUG=(bool, False), N=int)\nenvv = env\nenv.read_env('.env')\nDEBUG = env('DEBUG')\nT = env.bool('T')\nHOSTS = env.list('HOSTS')\nN = env('N')\nS = env('S', default=True)\nU = env.bool('U', default='False')\nDB = env.db()\nP = env('P')\nK = env('K', default=None)\n", ".env": "HOSTS=a, b\nN=5\nT=t\nS=no\nDATABASE_URL=postgres://u:p%40@h:5432/db?sslmode=require\nP=$Q\nQ=q\n"},
			want:  `DB = {"NAME": "db", "USER": "u", "PASSWORD": "p@", "HOST": "h", "PORT": 5432, "OPTIONS": {"sslmode": "require"}, "ENGINE": "django.db.backends.postgresql"}; DEBUG = False; HOSTS = ["a", " b"]; K = ?K; N = 5; P = "q"; S = False; T = False; U = "False"`,
		},
		{
			name:  "python-decouple",
			files: map[string]string{"settings.py": "from decouple import config, Csv\nDEBUG = config('DEBUG', default='no', cast=bool)\nHOSTS = config('HOSTS', cast=Csv())\nPORT = config('PORT', default=25, cast=int)\nKEY = config('KEY')\nimport os\nE = os.environ.get('HOSTS')\n", ".env": "HOSTS = a, b\n"},
			want:  `DEBUG = False; E = ?HOSTS; HOSTS = ["a", "b"]; KEY = ?KEY; PORT = 25`,
		},
		{
			name:   "python-dotenv and dj-database-url",
			files:  map[string]string{"p/settings.py": "import os\nfrom dotenv import load_dotenv\nimport dj_database_url\nload_dotenv()\nA = os.getenv('A')\nDATABASES = {'default': dj_database_url.config(conn_max_age=60)}\n", ".env": "A='x'\nDATABASE_URL=sqlite:///db.sqlite3\n"},
			module: "p/settings.py",
			want:   `A = "x"; DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "db.sqlite3", "USER": "", "PASSWORD": "", "HOST": "", "PORT": "", "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": False, "DISABLE_SERVER_SIDE_CURSORS": False}}`,
		},
		{
			name:  "the process's environment beats an env file",
			files: map[string]string{"settings.py": "import os\nfrom dotenv import load_dotenv\nload_dotenv()\nA = os.environ['A']\n", ".env": "A=file\n"},
			env:   open("A", "process"),
			want:  `A = "process"`,
		},
		{
			name:  "a helper of the project's own",
			files: map[string]string{"settings.py": "from util import flag\nA = flag('A')\nB = flag('B', True)\n", "util.py": "import os\ndef flag(name, default=False):\n    v = os.environ.get(name)\n    if v is None:\n        return default\n    return v.lower() in ('1', 'true')\n"},
			env:   environmentOf(true, "A", "True"),
			want:  `A = True; B = True`,
		},
		{
			name:  "loops",
			files: map[string]string{"settings.py": "import os\nL = []\nfor x in ['a', 'b', 'c']:\n    if x == 'b':\n        continue\n    L.append(x)\nelse:\n    E = 1\nM = ['x']\nN = 0\nfor y in os.environ.get('Y').split(','):\n    M.append(y)\n    N = N + 1\nwhile N:\n    N -= 1\n"},
			want:  `E = 1; L = ["a", "c"]; M = ["x", *?]; N = ?Y`,
		},
		{
			name:  "a list that the loop over it changes",
			files: map[string]string{"settings.py": "L = ['a', 'b', 'c']\nfor x in L:\n    L.remove(x)\n"},
			want:  `L = ["b"]`,
		},
		{
			name:  "what unknown code was handed is unknown",
			files: map[string]string{"settings.py": "import heroku\nA = ['a']\nB = 'b'\nheroku.change(A)\n"},
			want:  `A = [*?]; B = "b"`,
		},
		{
			name:  "unknown code that was handed all names",
			files: map[string]string{"settings.py": "import heroku\nB = 'b'\nheroku.settings(locals())\nC = 1\n"},
			want:  `B = ?; C = 1`,
		},
		{
			name:  "arguments of a server",
			files: map[string]string{"settings.py": "import sys\nA = 'test' in sys.argv\nB = sys.argv[1:2] == ['test']\nC = len(sys.argv) > 1 and sys.argv[1] == 'test'\nD = sys.argv[1]\n"},
			want:  `A = False; B = False; C = ? | False; D = ?host`,
		},
		{
			name:  "secrets made anew",
			files: map[string]string{"settings.py": "from django.core.management.utils import get_random_secret_key\nimport os\nSECRET_KEY = os.environ.get('K') or get_random_secret_key()\n"},
			want:  `SECRET_KEY = ?generated`,
		},
		{
			name:  "a file that is not there",
			files: map[string]string{"settings.py": "import os\nHERE = os.path.dirname(__file__)\ntry:\n    with open(os.path.join(HERE, 'key')) as f:\n        KEY = f.read().strip()\nexcept IOError:\n    KEY = 'dev'\nN = open(os.path.join(HERE, 'name')).read().strip()\n", "name": " shop\n"},
			want:  `HERE = "ROOT"; KEY = ?external | "dev"; N = "shop"`,
		},
		{
			name:  "json and configparser",
			files: map[string]string{"settings.py": "import json, configparser, os\nwith open(os.path.join(os.path.dirname(__file__), 'c.json')) as f:\n    C = json.load(f)\nA = C['a'][1]\np = configparser.ConfigParser()\np.read(os.path.join(os.path.dirname(__file__), 'c.ini'))\nB = p.get('web', 'name')\nD = p.getboolean('web', 'debug')\n", "c.json": `{"a": [1, 2.5, null]}`, "c.ini": "[web]\nname = shop\ndebug: on\n"},
			want:  `A = 2.5; B = "shop"; C = {"a": [1, 2.5, None]}; D = True`,
		},
		{
			name:  "exec of a file",
			files: map[string]string{"settings.py": "import os\nA = 1\nexec(open(os.path.join(os.path.dirname(__file__), 'more.py')).read(), globals())\nC = B + 1\n", "more.py": "B = A + 1\n"},
			want:  `A = 1; B = 2; C = 3`,
		},
		{
			name:  "split settings",
			files: map[string]string{"settings.py": "from split_settings.tools import include, optional\ninclude('a.py', optional('local.py'))\n", "a.py": "A = 1\n"},
			want:  `A = 1 (may be replaced by local.py)`,
		},
		{
			name:   "a tolerated local module",
			files:  map[string]string{"s/__init__.py": "", "s/base.py": "A = 1\ntry:\n    from .local_settings import *\nexcept ImportError:\n    pass\nB = 2\n"},
			module: "s.base",
			want:   `A = 1 (may be replaced by s.local_settings); B = 2`,
		},
		{
			name:  "a package that may not be installed",
			files: map[string]string{"settings.py": "APPS = ['a']\ntry:\n    import debug_toolbar\n    APPS.append('debug_toolbar')\nexcept ImportError:\n    pass\n"},
			want:  `APPS = ["a", "debug_toolbar"] | ["a"]`,
		},
		{
			name:  "classes",
			files: map[string]string{"settings.py": "class Base:\n    A = 1\n    B = ['x']\nclass Prod(Base):\n    A = 2\n    @property\n    def c(self):\n        return self.A + 1\nX = Prod.A\nY = Prod().c\nZ = Prod().B\n"},
			want:  `X = 2; Y = 3; Z = ["x"]`,
		},
		{
			name:  "limits",
			files: map[string]string{"settings.py": "A = 'x' * 10**9\nB = [0] * 10**9\nC = 10 ** 100\nD = 1 << 70\nE = '%1000000000d' % 1\nF = list(range(10**9))\n"},
			want:  `A = ?limit; B = ?limit; C = ?limit; D = ?limit; E = ?; F = ?limit`,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			module := tt.module
			if module == "" {
				module = "settings"
			}
			e := tt.env
			if e == nil {
				e = open()
			}
			r := Settings(module, files(tt.files, e))
			if r.Failure != nil {
				t.Fatalf("fails: %s %s at %v", r.Failure.Class, r.Failure.Message, r.Failure.Span.From())
			}
			var got []string
			for _, n := range r.Names() {
				v, _ := r.Get(n)
				line := n + " = " + show(v)
				if v.Overridable != nil {
					line += " (may be replaced by " + v.Overridable.Name + ")"
				}
				got = append(got, line)
			}
			if diff := cmp.Diff(strings.Split(tt.want, "; "), got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestFailure(t *testing.T) {
	tests := []struct {
		name, text, class, variable string
		line                        int
		closed                      bool
	}{
		{name: "a raise", text: "A = 1\nraise ValueError('no')\n", class: "ValueError", line: 2},
		{name: "a required variable", text: "import os\nK = os.environ['K']\n", class: "KeyError", variable: "K", line: 2, closed: true},
		{name: "environ", text: "import environ\nenv = environ.Env()\nK = env('K')\n", class: "ImproperlyConfigured", variable: "K", line: 3, closed: true},
		{name: "list plus tuple", text: "A = ['a'] + ('b',)\n", class: "TypeError", line: 1},
		{name: "a name that is not there", text: "A = NOPE\n", class: "NameError", line: 1},
		{name: "None has no split", text: "import os\nA = os.getenv('A').split(',')\n", class: "AttributeError", line: 2, closed: true},
		{name: "open world", text: "import os\nA = os.environ['A'].split(',')\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := Settings("settings", files(map[string]string{"settings.py": tt.text}, env.New(tt.closed)))
			if tt.class == "" {
				if r.Failure != nil {
					t.Errorf("fails with %s", r.Failure.Class)
				}
				return
			}
			if r.Failure == nil {
				t.Fatal("does not fail")
			}
			got := Failure{Class: r.Failure.Class, Variable: r.Failure.Variable}
			if want := (Failure{Class: tt.class, Variable: tt.variable}); got != want || r.Failure.Span.From().Line != tt.line {
				t.Errorf("got %v at line %d, want %v at line %d", got, r.Failure.Span.From().Line, want, tt.line)
			}
		})
	}
}

func TestDebugOff(t *testing.T) {
	repo := map[string]string{
		"base.py": "DEBUG = True\nA = 1 if DEBUG else 2\n",
		"settings.py": "from base import *\nimport base\nB = [] if DEBUG else ['x']\nC = base.DEBUG\n" +
			"def f():\n    return DEBUG\nD = f()\n",
	}
	for _, tt := range []struct {
		debug Debug
		want  string
	}{{AsWritten, "True 1 [] True True"}, {Off, `True 2 ["x"] False False`}} {
		opt := files(repo, open())
		opt.Debug = tt.debug
		r := Settings("settings", opt)
		var got []string
		for _, n := range []string{"DEBUG", "A", "B", "C", "D"} {
			v, _ := r.Get(n)
			got = append(got, show(v))
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("Debug %d (-want +got)\n%s", tt.debug, diff)
		}
	}
}

func TestTrail(t *testing.T) {
	r := Settings("settings", files(map[string]string{
		"base.py":     "import os\nHOSTS = []\nKEY = os.environ.get('KEY', 'abc')\n",
		"settings.py": "from base import *\nHOSTS = ['*', 'a']\nfrom dotenv import load_dotenv\nimport os\nload_dotenv()\nNAME = os.environ['NAME']\n",
		".env":        "\nNAME=shop\n",
	}, open()))
	describe := func(v value.Value) []string {
		var out []string
		for _, s := range v.Trail {
			out = append(out, s.How.String()+" "+s.Span.Path()+" "+s.Span.Text()+" "+s.Name)
		}
		return out
	}
	hosts, _ := r.Get("HOSTS")
	key, _ := r.Get("KEY")
	name, _ := r.Get("NAME")
	for _, tt := range []struct {
		what string
		got  value.Value
		want []string
	}{
		{"HOSTS", hosts, []string{"overridden base.py [] ", "assigned settings.py ['*', 'a'] "}},
		{"HOSTS[0]", hosts.Elems()[0], []string{"assigned settings.py '*' "}},
		{"KEY", key, []string{
			"assigned base.py 'abc' ", "assigned base.py os.environ.get('KEY', 'abc') ",
			"fallback base.py os.environ.get('KEY', 'abc') KEY",
		}},
		{"NAME", name, []string{"assigned settings.py os.environ['NAME'] ", "env .env NAME=shop NAME"}},
	} {
		if diff := cmp.Diff(tt.want, describe(tt.got)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.what, diff)
		}
	}
	if len(r.Reads) != 2 || !r.Reads[0].HasDefault || !r.Reads[1].Required {
		t.Errorf("reads: %+v", r.Reads)
	}
}

func TestMissingBaseIsANotification(t *testing.T) {
	r := Settings("s.prod", files(map[string]string{"s/__init__.py": "", "s/prod.py": "from .base import *\nA = 1\n"}, open()))
	if len(r.Notifications) != 1 || r.Notifications[0].Span.From().Line != 1 {
		t.Fatalf("notifications: %+v", r.Notifications)
	}
	if v, ok := r.Get("DEBUG"); !ok || v.Known() {
		t.Errorf("DEBUG is %v, %v; want unknown", show(v), ok)
	}
	if v, _ := r.Get("A"); show(v) != "1" {
		t.Errorf("A is %s", show(v))
	}
}

func TestGunicornConfig(t *testing.T) {
	r := Config("gunicorn.conf.py", files(map[string]string{
		"gunicorn.conf.py": "import multiprocessing\nbind = '127.0.0.1:8000'\nworkers = multiprocessing.cpu_count() * 2 + 1\n",
	}, open()))
	all := r.All()
	if show(all["bind"]) != `"127.0.0.1:8000"` || show(all["workers"]) != "?host" {
		t.Errorf("bind %s, workers %s", show(all["bind"]), show(all["workers"]))
	}
}

func TestSteps(t *testing.T) {
	text := "def f(x):\n    return [y for y in range(1000)]\n" + strings.Repeat("A = [f(x) for x in range(1000)]\n", 3)
	r := Settings("settings", files(map[string]string{"settings.py": text}, open()))
	if v, ok := r.Get("A"); !ok || v.Known() || len(r.Notifications) == 0 {
		t.Errorf("A is %s; notifications %v", show(v), r.Notifications)
	}
}

func FuzzSettings(f *testing.F) {
	f.Add("import os\nA = os.environ.get('A', 'b').split(',')\n")
	f.Add("A = []\nfor x in A:\n    A.append(x)\nelse:\n    del A\n")
	f.Add("class C(C): pass\nf = lambda: f()\nX = f()\n")
	f.Add("try:\n    from .x import *\nexcept: pass\nfinally:\n    A = 1\n")
	f.Add("A = {**A}\nA['x'] = A\nprint(A)\nB = str(A)\nC = A == A\n")
	f.Add("import os\nif os.environ['X']:\n    A = [1]\nelse:\n    A = [2]\nA.append(A)\nB = sorted(A)\n")
	f.Add("from settings import *\nexec(open(__file__).read())\nglobals().update(locals())\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			t.Skip("too long to be interesting")
		}
		r := Settings("settings", files(map[string]string{"settings.py": text}, open("X", "1")))
		for _, n := range r.Names() {
			if _, ok := r.Get(n); !ok {
				t.Errorf("%s is listed and not there", n)
			}
		}
	})
}

func BenchmarkSettings(b *testing.B) {
	var text strings.Builder
	text.WriteString("import os\nfrom pathlib import Path\nBASE = Path(__file__).parent\n")
	for range 100 {
		text.WriteString("APPS = ['a', 'b', *os.environ.get('APPS', '').split(',')]\nD = {'a': {'b': str(BASE / 'x')}}\nD['a']['c'] = 60 * 60\nif 'X' in os.environ:\n    APPS += ['y']\n")
	}
	opt := files(map[string]string{"settings.py": text.String()}, open())
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		Settings("settings", opt)
	}
}
