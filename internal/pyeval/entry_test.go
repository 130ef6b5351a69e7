package pyeval

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/env"
)

// TestEntry evaluates settings after the entry file that a process imports before them.
func TestEntry(t *testing.T) {
	const settings = "import os\nNAME = os.environ.get('NAME', 'settings')\n"
	tests := []struct {
		name, file, entry, dotenv string
		env                       *env.Environment
		want                      string
	}{
		{"an env file", "shop/wsgi.py", "import dotenv\ndotenv.load_dotenv()\n", "NAME=file", open(), `NAME = "file" @.env:1`},
		{"an env file under the process's environment", "shop/wsgi.py", "import dotenv\ndotenv.load_dotenv()\n", "NAME=file", open("NAME", "launcher"), `NAME = "launcher" @shop/settings.py:2`},
		{"an env file that replaces", "shop/wsgi.py", "import dotenv\ndotenv.load_dotenv(override=True)\n", "NAME=file", open("NAME", "launcher"), `NAME = "file" @.env:1`},
		{"an assignment", "shop/wsgi.py", "import os\nos.environ['NAME'] = 'entry'\n", "", open("NAME", "launcher"), `NAME = "entry" @shop/settings.py:2`},
		{"a default", "shop/wsgi.py", "import os\nos.environ.setdefault('NAME', 'entry')\n", "", open("NAME", "launcher"), `NAME = "launcher" @shop/settings.py:2`},
		{
			"the main program", "manage.py",
			"import os\n\ndef main():\n    os.environ.setdefault('NAME', 'entry')\n\nif __name__ == '__main__':\n    main()\n", "", open(), `NAME = "entry" @shop/settings.py:2`,
		},
		{
			"around what is not followed", "shop/wsgi.py",
			"import os\nimport newrelic.agent\nnewrelic.agent.initialize('x.ini')\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault('NAME', 'entry')\napplication = newrelic.agent.WSGIApplicationWrapper(get_wsgi_application())\n",
			"", open(), `NAME = "entry" @shop/settings.py:2`,
		},
		{"one that stops", "shop/wsgi.py", "import os\nos.environ.setdefault('NAME', 'entry')\nraise SystemExit(1)\n", "", open(), `NAME = "settings" @shop/settings.py:2`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			opt := files(map[string]string{"shop/settings.py": settings, test.file: test.entry, ".env": test.dotenv}, test.env)
			opt.Entry = test.file
			if diff := cmp.Diff(test.want, places(Settings("shop.settings", opt), "NAME")); diff != "" {
				t.Error(diff)
			}
		})
	}
}
