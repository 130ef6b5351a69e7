package pyeval

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/env"
)

// TestLibraryReads checks what is recorded of a read, which `deploylint env` prints.
func TestLibraryReads(t *testing.T) {
	tests := []struct {
		name, code string
		want       []string // name, library, cast, default, required
	}{
		{"os", "import os\nX = os.environ['A']\nY = os.getenv('B', 'b')\n", []string{"A os  - required", `B os  "b"`}},
		{"django-environ", "import environ\nenv = environ.Env(A=(bool, False))\nX = env('A')\nY = env.list('B')\nZ = env.db()\n", []string{
			"A django-environ bool False", "B django-environ list - required", "DATABASE_URL django-environ db_url - required",
		}},
		{"a prefix of django-environ", "import environ\nenv = environ.Env()\nenv.prefix = 'P_'\nX = env.int('A', default=1)\n", []string{"P_A django-environ int 1"}},
		{"python-decouple", "from decouple import config, Csv\nX = config('A', default='', cast=Csv())\nY = config('B')\n", []string{
			`A python-decouple Csv ""`, "B python-decouple  - required",
		}},
		{"environs", "from environs import Env\nenv = Env()\nwith env.prefixed('P_'):\n    X = env.bool('A', False)\nY = env('B')\n", []string{
			"P_A environs bool False", "B environs  - required",
		}},
		{"dj-database-url", "import dj_database_url\nX = dj_database_url.config(default='sqlite:///x')\n", []string{`DATABASE_URL dj-database-url db_url "sqlite:///x"`}},
		{"django-cache-url", "import django_cache_url\nX = django_cache_url.config()\n", []string{`CACHE_URL django-cache-url cache_url "locmem://"`}},
		{"pydantic-settings", "from pydantic_settings import BaseSettings\nclass S(BaseSettings):\n    debug: bool = False\n    key: str\ns = S()\n", []string{
			"DEBUG pydantic-settings bool False", "KEY pydantic-settings str - required",
		}},
		{"a library that is not followed", "from envparse import env\nX = env.bool('A', default=True)\nY = env('B')\n", []string{
			"A envparse  True", "B envparse  - required",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			res := Settings("settings.py", files(map[string]string{"settings.py": tt.code}, open()))
			var got []string
			for _, r := range res.Reads {
				def := "-"
				if r.HasDefault {
					why := ""
					def = showAnswer(r.Default, &why)
				}
				line := fmt.Sprintf("%s %s %s %s", r.Name, r.Library, r.Cast, def)
				if r.Required {
					line += " required"
				}
				got = append(got, line)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestDynaconfFillsModule checks that nothing is taken for known in a module that is handed to dynaconf by its name.
func TestDynaconfFillsModule(t *testing.T) {
	code := "import dynaconf\nDEBUG = True\nsettings = dynaconf.DjangoDynaconf(__name__)\n"
	res := Settings("settings.py", files(map[string]string{"settings.py": code}, env.New(true)))
	if v, ok := res.Get("DEBUG"); !ok || v.Known() {
		t.Errorf("DEBUG is %v, %v", v, ok)
	}
}
