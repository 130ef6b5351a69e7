package pyeval

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/env"
	"deploylint/internal/value"
)

// origin writes a value with the variable behind it: "x" <X for a default in the code, "x" >X for a supplied variable and
// "x" = for what stands in the code; the elements of a container follow in brackets.
func origin(v value.Value) string {
	out := show(v)
	if name, ok := v.FromDefault(); ok {
		out += " <" + name
	}
	if name, ok := v.FromEnv(); ok {
		out += " >" + name
	}
	if v.Literal() && !v.IsSequence() {
		out += " ="
	}
	if v.IsSequence() {
		var elems []string
		for _, e := range v.Elems() {
			elems = append(elems, origin(e))
		}
		out += " [" + strings.Join(elems, ", ") + "]"
	}
	return out
}

// TestCarry evaluates X in modules that compute it from variables.
func TestCarry(t *testing.T) {
	const helper = "import os\n\ndef get_env(name, default=None):\n    try:\n        return os.environ[name]\n    except KeyError:\n        return default\n\n" +
		"def envbool(name, default):\n    text = os.environ.get(name, default)\n    if text.lower() in ('true', '1'):\n        return True\n    return False\n\n" +
		"def must(name, default=None):\n    try:\n        return os.environ[name]\n    except KeyError:\n        if default is None:\n            raise ValueError(name)\n        return default\n"
	tests := []struct {
		name, code string
		env        *env.Environment
		want       string
	}{
		{"split", "X = os.environ.get('H', 'a,b').split(',')", nil, `["a", "b"] <H ["a" <H, "b" <H]`},
		{"split of a supplied one", "X = os.environ.get('H', 'a,b').split(',')", open("H", "c"), `["c"] >H ["c" >H]`},
		{"comprehension", "X = [x.strip() for x in os.environ.get('H', '*').split(',')]", nil, `["*"] <H ["*" <H]`},
		{"generator in a call", "X = list(x for x in os.getenv('H', 'a b').split() if x)", nil, `["a", "b"] <H ["a" <H, "b" <H]`},
		{"strtobool of or", "from distutils.util import strtobool\nX = bool(strtobool(os.environ.get('D') or 'False'))", nil, `False <D`},
		{"int", "X = int(os.getenv('N', '0'))", nil, `0 <N`},
		{"comparison", "X = os.getenv('D', 'True') == 'True'", nil, `True <D`},
		{"not", "flag = os.environ.get('D', '')\nX = not flag", nil, `True <D`},
		{"membership", "X = os.environ.get('D', 'YES').lower() in ('yes', 'true')", nil, `True <D`},
		{"f-string", "X = f\"redis://{os.environ.get('H', 'localhost')}:6379\"", nil, `"redis://localhost:6379" <H`},
		{"concatenation", "X = 'a' + os.environ.get('H', 'b')", nil, `"ab" <H`},
		{"percent", "X = 'a%s' % os.environ.get('H', 'b')", nil, `"ab" <H`},
		{"format", "X = 'a{}{}'.format('x', os.environ.get('H', 'b'))", nil, `"axb" <H`},
		{"condition on a default", "stage = os.environ.get('S', 'production')\nif stage == 'production':\n    X = 1\nelse:\n    X = 2", nil, `1 <S`},
		{"second condition on a default", "stage = os.environ.get('S', 'production')\nif stage == 'local':\n    X = 1\nelif stage == 'production':\n    X = 2", nil, `2 <S`},
		{"condition on a supplied variable", "if os.environ.get('S', 'local') == 'production':\n    X = 1", open("S", "production"), `1 =`},
		{"condition on DEBUG", "DEBUG = os.environ.get('D', '') == 'on'\nif not DEBUG:\n    X = 1", nil, `1 =`},
		{"dict of the environment", "X = {**{'A': '1'}, **os.environ}['A']", open("A", "2"), `"2" >A`},
		{"default in a dict below the environment", "X = {**{'A': '1'}, **os.environ}['A']", nil, `"1" <A`},
		{"variable in a dict of the environment", "X = dict(os.environ).get('A', 'a')", nil, `"a" <A`},
		{"two variables", "X = os.environ.get('A', 'a') + os.environ.get('B', 'b')", nil, `"ab" <A`},
		{"conditional expression", "X = ['*'] if os.environ.get('E', 'dev') == 'dev' else []", nil, `["*"] <E ["*" =]`},
		{"boolean operators", "X = os.environ.get('A', '') or 'b'", nil, `"b" <A`},
		{"lookup by a variable", "X = {'dev': 1, 'prod': 2}[os.environ.get('E', 'prod')]", nil, `2 <E`},
		{"get by a variable", "X = {'dev': 1, 'prod': 2}.get(os.environ.get('E', 'prod'))", nil, `2 <E`},
		{"literal elements", "X = ['a'] + os.environ.get('H', 'b').split()", nil, `["a", "b"] <H ["a" =, "b" <H]`},
		{"starred", "X = ['a', *os.environ.get('H', 'b').split()]", nil, `["a", "b"] ["a" =, "b" <H]`},
		{"extended", "X = ['a']\nX += os.environ.get('H', 'b').split()", nil, `["a", "b"] <H ["a" =, "b" <H]`},
		{"appended in a loop", "X = []\nfor h in os.environ.get('H', 'a').split():\n    X.append(h)", nil, `["a"] ["a" <H]`},
		{"join and slice", "X = '.'.join([os.environ.get('H', 'a'), 'b'])[1:]", nil, `".b" <H`},
		{"json", "import json\nX = json.loads(os.environ.get('H', '[\"a\"]'))", nil, `["a"] <H ["a" <H]`},
		{"copied name", "a = os.environ.get('H', 'a')\nX = a", nil, `"a" <H`},
		{"helper with a test", "from lib import envbool\nX = envbool('D', 'True')", nil, `True <D`},
		{"helper with try", "from lib import get_env\nX = get_env('D', 'a')", nil, `"a" <D`},
		{"helper with try, supplied", "from lib import get_env\nX = get_env('D', 'a')", open("D", "b"), `"b" >D`},
		{"helper with try and no default", "from lib import get_env\nX = get_env('D')", nil, `None = | ?D`},
		{"helper that insists", "from lib import must\nX = must('D')", nil, `?D`},
		{"helper that may insist", "from lib import must\nX = must('D', 'a')", nil, `"a" <D`},
		{"try at module level", "try:\n    X = os.environ['D']\nexcept KeyError:\n    X = 'd'", nil, `"d" <D`},
		{"try that gives less", "try:\n    X = os.environ['D']\n    Y = 1\nexcept KeyError:\n    X = 'd'", nil, `?D | "d" =`},
		{"try that passes", "X = 1\ntry:\n    X = os.environ['D']\nexcept KeyError:\n    pass", nil, `?D | 1 =`},
		{"try in an undecided branch", "import lib2\nif lib2.x:\n    try:\n        X = os.environ['D']\n    except KeyError:\n        X = 'd'\nelse:\n    X = 'e'", nil, `"d" <D | "e" =`},
		{"try around an undecided branch", "import lib2\ntry:\n    if lib2.x:\n        X = os.environ['D']\n    else:\n        X = 'e'\nexcept KeyError:\n    X = 'd'", nil, `?D | "e" = | "d" =`},
		{"literal", "X = 'a'", nil, `"a" =`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e := test.env
			if e == nil {
				e = open()
			}
			r := Settings("settings", files(map[string]string{"settings.py": "import os\n" + test.code + "\n", "lib.py": helper}, e))
			v, _ := r.Get("X")
			got := origin(v)
			if len(v.Alternatives) > 0 {
				var parts []string
				for _, a := range v.Alternatives {
					parts = append(parts, origin(a))
				}
				got = strings.Join(parts, " | ")
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
