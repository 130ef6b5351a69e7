package pyeval

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/env"
)

// TestConstructs evaluates what settings modules do beyond plain assignments. In want each name stands as show writes it.
func TestConstructs(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a generator function", "def hosts(text):\n    for h in text.split(','):\n        if h:\n            yield h.strip()\n    yield 'last'\nA = list(hosts('a, b,'))\nB = ','.join(hosts('x'))\nC = next(hosts(''))\n", `A = ["a", "b", "last"]; B = "x,last"; C = "last"`},
		{"a generator expression sees later changes", "L = ['a']\ng = (x + S for x in L)\nL.append('b')\nS = '!'\nA = list(g)\nB = list(g)\n", `A = ["a!", "b!"]; B = []; L = ["a", "b"]; S = "!"`},
		{"any stops", "A = any(int(x) > 1 for x in ['5', 'no'])\n", `A = True`},
		{"a generator with effects, taken in part", "L = []\ndef g():\n    L.append('x')\n    yield 1\n    L.append('y')\ni = g()\nA = next(i)\n", `A = ?; L = [*?]`},
		{"views show later entries", "D = {'a': 1}\nV = D.keys()\nD['b'] = 2\nA = list(V)\n", `A = ["a", "b"]; D = {"a": 1, "b": 2}; V = <dict_keys>`},
		{"while", "n = 3\nA = []\nwhile n:\n    n -= 1\n    if n == 1: continue\n    A.append(n)\nelse:\n    B = 'done'\n", `A = [2, 0]; B = "done"`},
		{"continue in an else clause", "A = []\nfor x in 'ab':\n    for y in 'c':\n        A.append(x + y)\n    else:\n        continue\n    break\n", `A = ["ac", "bc"]`},
		{"recursion", "def f(n):\n    return 1 if n < 2 else n * f(n - 1)\nA = f(5)\n", `A = 120`},
		{"match on shapes", "match {'a': 1, 'b': 2}:\n    case [x]: A = 1\n    case {'a': v, **rest}: A = (v, rest)\nmatch ['p', 'q', 'r']:\n    case [first, *more]: B = more\nmatch 'text':\n    case int(): C = 1\n    case str() as s: C = s\n", `A = (1, {"b": 2}); B = ["q", "r"]; C = "text"`},
		{"a dataclass", "from dataclasses import dataclass, field\n@dataclass\nclass Conf:\n    name: str\n    hosts: list = field(default_factory=list)\nc = Conf('n')\nc.hosts.append('h')\nA = c.hosts\nB = Conf('n').hosts\nD = Conf('x') == Conf('x')\n", `A = ["h"]; B = []; D = True`},
		{"an enumeration", "from enum import Enum\nclass Env(str, Enum):\n    PROD = 'prod'\n    DEV = 'dev'\nA = Env('prod') is Env.PROD\nB = [e.value for e in Env]\nD = Env.PROD == 'prod'\n", `A = True; B = ["prod", "dev"]; D = True`},
		{"a named tuple", "from typing import NamedTuple\nclass Row(NamedTuple):\n    a: str\n    b: int = 2\nA = Row('x').b + Row('x')[1]\nB = Row('x')._replace(a='y').a\n", `A = 4; B = "y"`},
		{"the order of bases", "class Top: X = 'a'\nclass Left(Top): pass\nclass Right(Top): X = 'c'\nclass Both(Left, Right): pass\nA = Both.X\n", `A = "c"`},
		{"class settings copied by name", "class Prod:\n    DEBUG = False\n    HOSTS = ['a']\nfor n in dir(Prod):\n    if n.isupper():\n        globals()[n] = getattr(Prod, n)\n", `DEBUG = False; HOSTS = ["a"]`},
		{"a cached function gives the same list", "from functools import lru_cache\n@lru_cache\ndef f(): return []\nf().append('x')\nA = f()\n", `A = ["x"]`},
		{"a defaultdict", "from collections import defaultdict\nd = defaultdict(list)\nd['a'].append(1)\nA = dict(d)\n", `A = {"a": [1]}`},
		{"finally runs for every way out", "import x\nA = []\nfor i in [1, 2]:\n    try:\n        if x.y: break\n    finally:\n        A.append(i)\n", `A = [1, 2] | [1]`},
		{"an alias that may be meant", "import x\nL = ['l']\nM = ['m']\nA = L if x.y else M\nA += ['z']\n", `A = ["l", "z"] | ["l"] | ["m", "z"] | ["m"]; L = ["l", "z"] | ["l"]; M = ["m", "z"] | ["m"]`},
		{"three-valued containers", "import x\nA = bool([x.a])\nB = len([x.a, 'b'])\nC = 'b' in [x.a, 'b']\nD = 'c' in [x.a, 'b']\nE = [x.a, 'b'][1:]\nF = [*x.more, 'z'][-1]\nG = any([x.a, True])\n", `A = True; B = 2; C = True; D = ?; E = ["b"]; F = "z"; G = True`},
		{"what follows unknown elements", "import x\nA = ['s']\nfor h in [*x.more, 'z']:\n    A.append(h)\nB = [h for h in [*x.more, 'z']]\n", `A = ["s", *?, "z"]; B = [*?, "z"]`},
		{"formats", "A = f'{255:#06x}|{1234567:,}|{0.5:.0%}|{\"a\":^5}|{-1.5:+08.2f}'\nB = '%05.1f|%-4s|%+d|%x' % (2.25, 'a', 3, 255)\n", `A = "0x00ff|1,234,567|50%|  a  |-0001.50"; B = "002.2|a   |+3|ff"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := Settings("settings", files(map[string]string{"settings.py": tt.text}, env.New(true)))
			if r.Failure != nil {
				t.Fatalf("fails: %s %s at %v", r.Failure.Class, r.Failure.Message, r.Failure.Span.From())
			}
			if diff := cmp.Diff(strings.Split(tt.want, "; "), shown(r)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestUnset evaluates tests of whether a variable is there, which nothing supplies.
func TestUnset(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"in os.environ", "import os\nif 'X' in os.environ:\n    A = os.environ['X']\nelse:\n    A = 'a'\n", `A = "a" by X`},
		{"not in os.environ", "import os\nA = 'a' if 'X' not in os.environ else os.environ['X']\n", `A = "a" by X`},
		{"a value that may be None", "import os\nv = os.environ.get('X')\nif v:\n    A = v\nelse:\n    A = 'a'\n", `A = "a" by X`},
		{"is None", "import os\nA = os.getenv('X')\nif A is None:\n    A = 'a'\n", `A = "a" by X`},
		{"an overriding variable", "import os\nA = ['a']\nif os.environ.get('X'):\n    A = os.environ['X'].split(',')\n", `A = ["a"] by X`},
		{"a helper", "import os\ndef get(name, default=None):\n    v = os.environ.get(name)\n    if v is not None:\n        return v\n    return default\nA = get('X', 'a')\nB = get('Y')\n", `A = "a" by X; B = ?Y`},
		{"several tests", "import os\nif 'X' in os.environ and not os.environ.get('Y'):\n    A = 1\nelse:\n    A = 2\n", `A = 2 by X`},
		{"code that insists", "import os\nA = os.environ.get('X')\nif not A:\n    raise ValueError('set X')\n", `A = ?X`},
		{"a comparison is no test", "import os\nif os.environ.get('X') == 'prod':\n    A = 1\nelse:\n    A = 2\n", `A = 1 | 2`},
		{"None is no default", "import os\nA = os.environ['X'] if 'X' in os.environ else None\n", `A = ?X`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := Settings("settings", files(map[string]string{"settings.py": tt.text}, open()))
			var got []string
			for _, n := range r.Names() {
				v, _ := r.Get(n)
				line := n + " = " + show(v)
				if variable, ok := v.FromDefault(); ok {
					line += " by " + variable
				}
				got = append(got, line)
			}
			if diff := cmp.Diff(strings.Split(tt.want, "; "), got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// shown writes every setting of a result.
func shown(r *Result) []string {
	var out []string
	for _, n := range r.Names() {
		v, _ := r.Get(n)
		out = append(out, n+" = "+show(v))
	}
	return out
}
