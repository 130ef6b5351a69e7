package pyeval

import "testing"

// TestAliases evaluates modules in which a value that is no longer known may be a list or dict that is.
func TestAliases(t *testing.T) {
	const head = "import mystery\nA = ['a']\nD = {'k': 'v'}\n"
	tests := []struct{ name, code, want string }{
		{"bound in a loop of unknown turns", "b = []\nfor x in mystery.items:\n    b = A\nb += ['b']\nX = A\n", "several"},
		{"bound in a loop and appended to", "for x in mystery.items:\n    b = A\n    b.append('b')\nX = A\n", "several"},
		{"an element at an unknown index", "l = [D, {}]\nl[mystery.index]['k'] = 'w'\nX = D\n", "several"},
		{"an element of a list that was handed over", "l = [D]\nmystery.call(l)\nl[0]['k'] = 'w'\nX = D\n", "several"},
		{"a value of a dict with an unknown key", "d = {'a': A}\nd[mystery.key].append('b')\nX = A\n", "several"},
		{"kept under an unknown key", "d = {}\nd[mystery.key] = A\nd['x'].append('b')\nX = A\n", "several"},
		{"in a comprehension that is not followed", "l = [A for x in mystery.items]\nfor y in l:\n    y.append('b')\nX = A\n", "several"},
		{"given back by code that is not read", "b = mystery.call(A)\nA.append('c')\nb.append('b')\nX = A\n", "several"},
		{"something else", "for x in mystery.items:\n    b = [x]\nb.append('b')\nX = A\n", `["a"]`},
		{"unpacked in a loop", "for x in mystery.items:\n    b, c = A, D\nc['k'] = 'w'\nX = A\n", `["a"]`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := Settings("settings", files(map[string]string{"settings.py": head + test.code}, open()))
			v, _ := r.Get("X")
			switch {
			case test.want == "several" && v.Complete():
				t.Errorf("X is %s, though it may have changed", show(v))
			case test.want != "several" && show(v) != test.want:
				t.Errorf("X is %s; want %s", show(v), test.want)
			}
		})
	}
}
