package pyeval

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"deploylint/internal/cputime"
)

// TestBounded evaluates modules that do as much as they can in a few lines. Each takes well under a second; the limit
// leaves room for a busy machine, and what is not bounded takes minutes.
func TestBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	const limit = 5 * time.Second
	const loop = "for i in range(900):\n    "
	large := func(statement string) string {
		return "import x\nD = {i: i for i in range(9999)}\nL = list(range(9999))\nS = set(L)\n" + statement
	}
	doubled := func(start, again, use string) string {
		return "import os\nimport x\nT = " + start + "\nU = " + start + "\nfor i in range(30):\n    T = " + again + "\n    U = " +
			strings.ReplaceAll(again, "T", "U") + "\n" + use
	}
	numbered := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.ReplaceAll(format, "#", strconv.Itoa(i)))
		}
		return b.String()
	}
	var tries strings.Builder
	const deep = 14
	for i := range deep {
		tries.WriteString(strings.Repeat(" ", i) + "try:\n")
	}
	tries.WriteString(strings.Repeat(" ", deep) + "Z = 1\n")
	for i := deep - 1; i >= 0; i-- {
		in := strings.Repeat(" ", i)
		fmt.Fprintf(&tries, "%s A = os.environ['A%d']\n%sexcept KeyError:\n%s raise ValueError()\n", in, i, in, in)
	}
	tests := []struct{ name, code string }{
		{"a large dict in branches", large(strings.Repeat("if x.a: D[1] = 2\n", 150))},
		{"unknown keys of a large dict", large(strings.Repeat("if x.a: D[x.b] = 2\n", 150))},
		{"a large dict in a loop", large(loop + "if x.a: D[i] = 3\n")},
		{"copies of a dict", large(loop + "E = dict(D)\n")},
		{"a dict in dicts", large(loop + "E = {**D, 'a': 1}\n")},
		{"a large list in branches", large(strings.Repeat("if x.a: L.append(2)\n", 150))},
		{"sets", large(loop + "U = S | set(range(5000, 14000))\n")},
		{"membership", large("R = [y for y in L if y in L]\n")},
		{"equality", large("M = list(range(9999))\n" + loop + "R = L == M\n")},
		{"sorting", large(loop + "R = sorted(L)\n")},
		{"text of a list", large(loop + "R = str(L)\n")},
		{"long texts", "L = 'a' * 60000\n" + loop + "R = L.replace('a', 'b').split('b')\n"},
		{"tuples in tuples as keys", doubled("(1,)", "(T, T)", "D = {T: 1}\n")},
		{"tuples in tuples compared", doubled("(1,)", "(T, T)", "R = T == U\n")},
		{"tuples in tuples joined", doubled("(1,)", "(T, T)", "if x.a: A = T\nelse: A = U\n")},
		{"tuples in tuples handed on", doubled("(1,)", "(T, T)", "x.f(T)\n")},
		{"tuples in tuples with a variable", doubled("(os.environ.get('A', 'a'),)", "(T, T)", "R = sorted(T)\n")},
		{"lists in lists", doubled("[1]", "[T, T]", "R = T == U\nS = str(T)\n")},
		{"dicts in dicts", doubled("{}", "{'a': T, 'b': T}", "R = T == U\nS = str(T)\n")},
		{"many names in branches", numbered(150, "A# = 1\n") + strings.Repeat("if x.a: pass\nelse: A1 = 2\n", 80)},
		{"functions that call functions", "def f(a):\n    return [g(i) for i in range(100)]\ndef g(a):\n    return [h(i) for i in range(100)]\ndef h(a):\n    return [a for i in range(100)]\nX = f(1)\n"},
		{"sums of alternatives", "import x\nA = 1 if x.a else 2\nB = 1 if x.b else 3\n" + strings.Repeat("A = A + B\nB = B + A\n", 60)},
		{"lists that grow in branches", "import x\nL = []\n" + numbered(30, "if x.a#: L += [#] * 300\n")},
		{"loops in loops", "import x\nL = []\nwhile x.a:\n while x.b:\n  while x.c:\n   while x.d:\n    L.append(1)\n    if x.e: L = [L]\n"},
		{"variables in nested try statements", "import os\n" + tries.String()},
		{"a loop without end", "A = []\nwhile True:\n    A.append(1)\n"},
		{"a generator without end", "def g():\n    n = 0\n    while True:\n        n += 1\n        yield n\nA = next(g())\nfor x in g(): pass\n"},
		{"a generator asked again and again", "def g():\n    for i in range(900): yield i\nA = []\nfor x in g(): A.append(x)\n"},
		{"recursion without end", "def f(n):\n    return f(n + 1) + f(n + 2)\nA = f(1)\n"},
		{"lazy iterators in each other", "A = iter('abc')\nfor i in range(900):\n    A = map(str, A)\nB = list(A)\n"},
		{"large numbers", "A = 10 ** 10 ** 10\nB = 'a' * 10 ** 9\nC = range(10 ** 18)\nD = list(C)\nE = (1,) * 10 ** 9\nF = 1 << 10 ** 9\n"},
		{"wide formats", "x = 1\nA = f'{x:>1000000000}'\nB = '%1000000000d' % 1\nC = '{:999999999}'.format(1)\nD = '%.999999999f' % 1.5\n"},
		{"deep expressions", "A = " + strings.Repeat("(", 3000) + "1" + strings.Repeat(")", 3000) + "\nB = " + strings.Repeat("-", 3000) + "1\n"},
		{"finally clauses in loops", "import x\nA = []\nfor i in range(500):\n    try:\n        if x.y: continue\n        if x.z: break\n    finally:\n        A.append(i)\n"},
		{"statements that do not parse", numbered(300, "A# = 1\n") + strings.Repeat("A = x y\n", 120)},
	}
	t.Run("modules that import each other", func(t *testing.T) {
		r := Settings("a", files(map[string]string{"a.py": "from b import *\nA = 1\n", "b.py": "import a\nfrom a import *\nexec(open('b.py').read())\nB = 2\n"}, open()))
		if v, _ := r.Get("A"); show(v) != "1" {
			t.Errorf("A is %s", show(v))
		}
	})
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			cputime.Within(t, limit, func() {
				Settings("settings", files(map[string]string{"settings.py": test.code}, open()))
			})
		})
	}
}
