package pyeval

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/value"
)

// place writes a value with the file and line that it stands at.
func place(v value.Value) string {
	s := v.Span()
	if s.IsZero() {
		return show(v)
	}
	return fmt.Sprintf("%s @%s:%d", show(v), s.Path(), s.From().Line)
}

// TestUnreadStatements evaluates modules in which something does not parse or is missing. In want each line is a name with
// its value and place.
func TestUnreadStatements(t *testing.T) {
	tests := []struct {
		name  string
		files map[string]string
		names string
		want  string
	}{
		{
			name:  "a broken statement at the end",
			files: map[string]string{"settings.py": "A = 1\nB = 2\nB += foo(]\n"},
			names: "A B C",
			want:  "A = 1 @settings.py:1; B = ? @settings.py:3; C = ? @settings.py:3",
		},
		{
			name:  "what follows is known",
			files: map[string]string{"settings.py": "A = 1\nX = [1,, 2]\nA = 2\nB = 3\n"},
			names: "A B X Y",
			want:  "A = 2 @settings.py:3; B = 3 @settings.py:4; X = ? @settings.py:2; Y = ? @settings.py:2",
		},
		{
			name:  "in an imported module",
			files: map[string]string{"settings.py": "Z = 1\nA = 0\nfrom base import *\nC = 1\n", "base.py": "A = 1\nB = 1\nZ = B = (2\n"},
			names: "A B C D Z",
			want:  "A = 1 @base.py:1; B = ? @base.py:3; C = 1 @settings.py:4; D = ? @base.py:3; Z = ? @base.py:3",
		},
		{
			name:  "a print statement sets nothing",
			files: map[string]string{"settings.py": "A = 1\nprint 'A is', A\n"},
			names: "A B",
			want:  "A = 1 @settings.py:1; B absent",
		},
		{
			name:  "a broken statement that may set anything",
			files: map[string]string{"settings.py": "A = 1\nglobals().update(x y)\nB = 1\n"},
			names: "A B",
			want:  "A = ? @settings.py:2; B = 1 @settings.py:3",
		},
		{
			name:  "a module that is missing",
			files: map[string]string{"s/__init__.py": "", "settings.py": "A = 1\nfrom s.local import *\nB = 1\n"},
			names: "A B C",
			want:  "A = ? @settings.py:2; B = 1 @settings.py:3; C = ? @settings.py:2",
		},
		{
			name:  "a module of one machine",
			files: map[string]string{"settings.py": "A = 1\nfrom local_settings import *\n"},
			names: "A C",
			want:  "A = ? @settings.py:2; C = ? @settings.py:2",
		},
		{
			name:  "a file that may be included",
			files: map[string]string{"settings.py": "import os\nfrom split_settings.tools import include, optional\nA = 1\ninclude(optional(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'local.py')))\n"},
			names: "A",
			want:  "A = 1 @settings.py:3 unless local.py",
		},
		{
			name:  "a file that is missing",
			files: map[string]string{"settings.py": "from split_settings.tools import include\nA = 1\ninclude('more.py')\nB = 1\n"},
			names: "A B",
			want:  "A = ? @settings.py:3; B = 1 @settings.py:4",
		},
		{
			name:  "a package that is installed",
			files: map[string]string{"settings.py": "A = 1\nfrom pinned_defaults.settings import *\nB = 1\n"},
			names: "A B C",
			want:  "A = 1 @settings.py:1 unless pinned_defaults.settings; B = 1 @settings.py:3; C = ? @settings.py:2",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			opt := files(test.files, open())
			opt.Version = func(pkg string) (string, bool) { return "1.0", pkg == "pinned_defaults" }
			r := Settings("settings", opt)
			if diff := cmp.Diff(test.want, places(r, test.names)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// places writes the named settings of a result.
func places(r *Result, names string) string {
	var out []string
	for n := range strings.FieldsSeq(names) {
		v, ok := r.Get(n)
		if !ok {
			out = append(out, n+" absent")
			continue
		}
		text := n + " = " + place(v)
		if v.Overridable != nil {
			text += " unless " + v.Overridable.Name
		}
		out = append(out, text)
	}
	return strings.Join(out, "; ")
}

// TestReasons are the reasons of values that are unknown because something is missing.
func TestReasons(t *testing.T) {
	r := Settings("s.settings", files(map[string]string{"s/__init__.py": "", "s/settings.py": "from .local import *\n"}, open()))
	v, _ := r.Get("DEBUG")
	if want := "the module s.local, which may set it, is not in the repository"; v.Reason.String() != want {
		t.Errorf("got %q, want %q", v.Reason, want)
	}
	r = Settings("settings", files(map[string]string{"settings.py": "A = 1\nB = (\n"}, open()))
	v, _ = r.Get("DEBUG")
	if want := "a statement at line 2 of settings.py does not parse and may set it"; v.Reason.String() != want {
		t.Errorf("got %q, want %q", v.Reason, want)
	}
}

// TestClassSettings evaluates modules that a class fills.
func TestClassSettings(t *testing.T) {
	const loader = "import inspect\nimport sys\n\nclass Settings:\n    @classmethod\n    def load_settings(cls, module_name):\n        self = cls()\n        module = sys.modules[module_name]\n" +
		"        for member, value in inspect.getmembers(self):\n            if member.isupper() and not member.startswith('_'):\n                if isinstance(value, property):\n                    value = value.fget(self)\n                setattr(module, member, value)\n"
	tests := []struct {
		name, code, names, want string
	}{
		{
			"attributes, properties and super",
			"from base import Settings\n\nclass Base(Settings):\n    DEBUG = True\n    A = 'a'\n    @property\n    def APPS(self):\n        return ['x', self.A]\n\nclass Prod(Base):\n    DEBUG = False\n    @property\n    def APPS(self):\n        apps = super().APPS\n        apps.append('y')\n        return apps\n\nProd.load_settings(__name__)\n",
			"A APPS B DEBUG", `A = "a" @settings.py:5; APPS = ["x", "a", "y"] @settings.py:14; B absent; DEBUG = False @settings.py:11`,
		},
		{
			"a class that cannot be read",
			"from base import Settings\nfrom elsewhere import Mixin\n\nclass Prod(Mixin, Settings):\n    DEBUG = False\n\nProd.load_settings(__name__)\n",
			"DEBUG", `DEBUG = ?`,
		},
		{
			"globals handed to code that is not read",
			"import elsewhere\nDEBUG = False\nelsewhere.apply(globals())\n",
			"DEBUG A", "DEBUG = ?; A = ?",
		},
		{
			"globals handed to a function of the project",
			"def fill(names):\n    names['DEBUG'] = False\n    names.update({'A': 1})\n\nfill(globals())\n",
			"DEBUG A B", "DEBUG = False @settings.py:2; A = 1 @settings.py:3; B absent",
		},
		{
			"setattr on this module",
			"import sys\nsetattr(sys.modules[__name__], 'DEBUG', False)\nthis = sys.modules[__name__]\nthis.A = 1\n",
			"DEBUG A B", "DEBUG = False @settings.py:2; A = 1 @settings.py:4; B absent",
		},
		{
			"setattr of names that are not known",
			"import sys\nimport elsewhere\nDEBUG = True\nfor k, v in elsewhere.names():\n    setattr(sys.modules[__name__], k, v)\n",
			"DEBUG A", "DEBUG = ?; A = ?",
		},
		{
			"this module handed to code that is not read",
			"import sys\nimport elsewhere\nDEBUG = True\nelsewhere.fill(sys.modules[__name__])\n",
			"DEBUG A", "DEBUG = ?; A = ?",
		},
		{
			"a module that answers for its names",
			"from elsewhere import use\nDEBUG = False\n__getattr__, __dir__ = use()\n",
			"DEBUG A", "DEBUG = False @settings.py:2; A = ?",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := Settings("settings", files(map[string]string{"settings.py": test.code, "base.py": loader}, open()))
			if diff := cmp.Diff(test.want, places(r, test.names)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestConditions are the conditions that chose the alternatives of a setting.
func TestConditions(t *testing.T) {
	tests := []struct{ name, code, want string }{
		{"if and else", "if x.a:\n    A = 1\nelse:\n    A = 2\n", "1: x.a; 2: x.a"},
		{"elif", "if x.a:\n    A = 1\nelif x.b:\n    A = 2\nelse:\n    A = 3\n", "1: x.a; 2: x.b; 3: x.b"},
		{"set before", "A = 1\nif x.a:\n    A = 2\nif x.b:\n    A = 3\n", "3: x.b; 2: x.a; 1: x.a"},
		{"conditional expression", "A = 1 if x.a else 2\n", "1: x.a; 2: x.a"},
		{"a list that grows", "A = [1]\nif x.a:\n    A.append(2)\n", "[1, 2]: x.a; [1]: x.a"},
		{"computed from", "B = True if x.a else False\nA = not B\n", "False: x.a; True: x.a"},
		{"not set", "if x.a:\n    A = 1\n", "1: x.a; absent: x.a"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := Settings("settings", files(map[string]string{"settings.py": "import x\n" + test.code}, open()))
			v, _ := r.Get("A")
			var got []string
			for _, a := range v.Alternatives {
				condition := "none"
				for _, s := range a.Trail {
					if s.How == value.Joined {
						condition = s.Span.Text()
					}
				}
				got = append(got, show(a)+": "+condition)
			}
			if diff := cmp.Diff(test.want, strings.Join(got, "; ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}
