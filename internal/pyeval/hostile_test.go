package pyeval

import (
	"runtime"
	"strings"
	"testing"
)

// TestHostile evaluates modules whose containers hold themselves, or share their parts so that going through them part by
// part would never end. What is measured is what the evaluation allocates, which is the same on a busy machine.
func TestHostile(t *testing.T) {
	const limit = 1 << 30
	// Each holds far more parts than a program could go through, or has no end.
	containers := []struct{ name, code string }{
		{"a list in itself", "X = []\nX.extend([X, X, X, X])\n"},
		{"a dict in itself", "X = {}\nX['a'] = X\nX['b'] = X\nX['c'] = [X, X]\n"},
		{"a tuple around a list with it", "L = []\nX = (L, L, L)\nL.append(X)\nL.append(X)\n"},
		{"shared lists", "X = [1]\nfor i in range(40):\n    X = [X] * 10\n"},
		{"shared dicts", "X = {}\nfor i in range(40):\n    X = {'a': X, 'b': X, 'c': X}\n"},
		{"shared lists and tuples", "X = [1]\nfor i in range(40):\n    X = [(X, X), (X, X)]\n"},
		{"alternatives of tuples", "X = (1,)\nfor i in range(40):\n    X = (X if x.a else 1, X if x.b else 2, X if x.c else 3)\n"},
		{"a deep tuple", "X = (1,)\nfor i in range(9):\n    for j in range(900):\n        X = (X,)\n"},
		{"a wide list", "X = list(range(9999))\n"},
		{"nested JSON", "X = '[' + '[],' * 20000 + '[]]'\n"},
		{"a generator without end", "def g():\n    while True: yield X\nX = g()\n"},
	}
	uses := []string{
		"copy.deepcopy(X)", "copy.copy(X)", "str(X)", "repr(X)", "'%s %r' % (X, X)", "f'{X}'", "'{}'.format(X)", "X == copy.copy(X)",
		"X in sys.argv", "sys.argv == X", "X in [X]", "x.f(X)", "json.dumps(X)", "json.loads(X)", "list(X)", "tuple(X)", "set(X)", "frozenset(X)",
		"dict(X)", "{**X}", "sorted(X)", "sum(X, [])", "max(X)", "min(X, key=str)", "any(X)", "all(X)", "len(X)", "hash(X)", "{X: 1}",
		"isinstance(X, X)", "X + X", "X * 3", "[*X, *X]", "list(map(copy.deepcopy, X))", "list(zip(X, X))", "list(enumerate(X))",
		"list(filter(None, X))", "list(reversed(X))", "functools.reduce(lambda a, b: [a, b], X)", "list(itertools.chain(X, X))",
		"list(itertools.chain.from_iterable(X))", "collections.Counter(X)", "collections.OrderedDict(X)", "','.join(X)", "os.path.join(*X)",
		"os.environ.get('A', X)", "os.environ.update(X)", "dataclasses.asdict(D(X))", "D(X) == D(X)", "str(D(X))", "[y for y in X if y in X]",
		"X if x.a else copy.copy(X)", "globals().update(X)", "next(iter(X))", "X.copy()", "X.count(X)", "X.index(X)", "X.update(X)", "X.extend(X)",
		"[os.environ.get('A', 'a')] + list(X)", "environ.Env(A=X)('A')", "decouple.config('A', default=X, cast=list)",
		"functools.reduce(lambda a, b: X, ['', os.environ.get('A', 'a')])",
	}
	const head = "import collections, copy, dataclasses, decouple, environ, functools, itertools, json, os, sys, x\n" +
		"@dataclasses.dataclass\nclass D:\n    X: object\n"
	for _, c := range containers {
		t.Run(c.name, func(t *testing.T) {
			for _, use := range uses {
				code := head + c.code + "R = " + use + "\nif x.a: X = 2\nS = [X, R]\nfor i in range(3):\n    S = [" + use + ", S]\n"
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				r := Settings("settings", files(map[string]string{"settings.py": code}, open()))
				for _, n := range r.Names() {
					r.Get(n)
				}
				runtime.ReadMemStats(&after)
				if n := after.TotalAlloc - before.TotalAlloc; n > limit {
					t.Errorf("%s allocates %d MB", use, n>>20)
				}
			}
		})
	}
}

// TestCopies evaluates copies that CPython makes with the same aliasing.
func TestCopies(t *testing.T) {
	tests := []struct{ name, code, want string }{
		{"a deep copy shares nothing with its original", "A = [[1], {'a': [2]}]\nB = copy.deepcopy(A)\nA[0].append(9)\nA[1]['a'].append(9)\nR = B\n", "[[1], {\"a\": [2]}]"},
		{"a shallow copy shares its parts", "A = [[1]]\nB = copy.copy(A)\nA[0].append(2)\nA.append(3)\nR = B\n", "[[1, 2]]"},
		{"parts that are one object stay one", "I = [1]\nA = [I, I]\nB = copy.deepcopy(A)\nB[0].append(2)\nR = (A, B)\n", "([[1], [1]], [[1, 2], [1, 2]])"},
		{"through a dict and a tuple", "I = [1]\nA = {'a': (I,), 'b': I}\nB = copy.deepcopy(A)\nB['b'].append(2)\nR = B\n", "{\"a\": ([1, 2]), \"b\": [1, 2]}"},
		{"a list in itself holds its copy", "A = [1]\nA.append(A)\nB = copy.deepcopy(A)\nB[1].append(2)\nR = (len(A), len(B), B[1] is B, B is A)\n", "(2, 3, True, False)"},
		{"a dict in itself holds its copy", "A = {}\nA['a'] = A\nB = copy.deepcopy(A)\nR = (B['a'] is B, B is A)\n", "(True, False)"},
		{"a tuple around a list with it", "L = []\nA = (L,)\nL.append(A)\nB = copy.deepcopy(A)\nB[0].append(1)\nR = (len(L), len(B[0]), len(B[0][0][0]))\n", "(1, 2, 2)"},
		{"deeper than the interpreter would go part by part", "A = [1]\nfor i in range(100):\n    A = [A, A]\nB = copy.deepcopy(A)\nR = B[0] is B[1]\n", "True"},
		{"asdict copies each mention on its own", "@dataclasses.dataclass\nclass D:\n    a: list\n    b: list\nI = [1]\nB = dataclasses.asdict(D(I, [I, I]))\nB['a'].append(2)\nB['b'][0].append(3)\nR = (I, B)\n", "([1], {\"a\": [1, 2], \"b\": [[1, 3], [1]]})"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			code := "import copy, dataclasses\n" + test.code
			r := Settings("settings", files(map[string]string{"settings.py": code}, open()))
			if v, _ := r.Get("R"); show(v) != test.want {
				t.Errorf("%s\n got %s\nwant %s", strings.TrimSpace(test.code), show(v), test.want)
			}
		})
	}
}
