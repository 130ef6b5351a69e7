package checks_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/checks/settings"
	"deploylint/internal/lint"
	"deploylint/internal/linttest"
)

// cookie is enough of a project for the rules about the session cookie to apply.
const cookie = `
ALLOWED_HOSTS = ["shop.example"]
INSTALLED_APPS = ["django.contrib.sessions"]
MIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware"]
SECRET_KEY = open("/etc/shop/key").read()
`

// TestVerdicts holds what several rules together make of one settings module: which finding follows from which, what the
// project silences, and what depends on something that is not known.
func TestVerdicts(t *testing.T) {
	for _, test := range []struct {
		name, settings string
		want           []string
	}{
		{
			name:     "a finding that vanishes with DEBUG off follows from it",
			settings: "DEBUG = True\nSESSION_COOKIE_SECURE = not DEBUG" + cookie,
			want: []string{
				"DPL101 error settings.DEBUG", "DPL102 pass settings.ALLOWED_HOSTS", "DPL103 pass settings.ALLOWED_HOSTS", "DPL106 open settings.SECRET_KEY",
				"DPL110 warning settings.SESSION_COOKIE_SECURE follows DPL101",
			},
		},
		{
			name:     "one that stays stands on its own",
			settings: "DEBUG = True\nSESSION_COOKIE_SECURE = False" + cookie,
			want: []string{
				"DPL101 error settings.DEBUG", "DPL102 pass settings.ALLOWED_HOSTS", "DPL103 pass settings.ALLOWED_HOSTS", "DPL106 open settings.SECRET_KEY",
				"DPL110 warning settings.SESSION_COOKIE_SECURE",
			},
		},
		{
			name:     "everything else is judged with an undecided DEBUG off",
			settings: "import os\nDEBUG = os.environ[\"DEBUG\"] == \"1\"\nSESSION_COOKIE_SECURE = not DEBUG" + cookie,
			want: []string{
				"DPL101 open settings.DEBUG", "DPL102 pass settings.ALLOWED_HOSTS", "DPL103 pass settings.ALLOWED_HOSTS", "DPL106 open settings.SECRET_KEY",
				"DPL110 pass settings.SESSION_COOKIE_SECURE",
			},
		},
		{
			name:     "a silenced DEBUG silences nothing that follows from it",
			settings: "DEBUG = True\nSESSION_COOKIE_SECURE = not DEBUG\nSILENCED_SYSTEM_CHECKS = [\"security.W018\"]" + cookie,
			want: []string{
				"DPL101 error settings.DEBUG suppressed: SILENCED_SYSTEM_CHECKS holds security.W018", "DPL102 pass settings.ALLOWED_HOSTS", "DPL103 pass settings.ALLOWED_HOSTS",
				"DPL106 open settings.SECRET_KEY", "DPL110 warning settings.SESSION_COOKIE_SECURE",
			},
		},
		{
			name:     "what is bad in one branch and fine in the other is one level lower",
			settings: "import socket\nDEBUG = False\nif socket.gethostname() == \"old\":\n    SESSION_COOKIE_SECURE = False\nelse:\n    SESSION_COOKIE_SECURE = True" + cookie,
			want: []string{
				"DPL101 pass settings.DEBUG", "DPL102 pass settings.ALLOWED_HOSTS", "DPL103 pass settings.ALLOWED_HOSTS", "DPL106 open settings.SECRET_KEY",
				"DPL110 note settings.SESSION_COOKIE_SECURE",
			},
		},
		{
			name: "a first settings module",
			settings: `
DEBUG = True
ALLOWED_HOSTS = []
DATABASES = {
    'default': {
        'ENGINE': 'django.db.backends.sqlite3',
        'NAME': 'db.sqlite3',
    }
}
`,
			want: []string{
				"DPL101 error settings.DEBUG", "DPL102 error settings.ALLOWED_HOSTS", "DPL103 pass settings.ALLOWED_HOSTS",
				"DPL106 error settings.SECRET_KEY", "DPL109 warning settings.DATABASES.default.ENGINE",
			},
		},
		{
			name: "the same one, better",
			settings: `
DEBUG = False
ALLOWED_HOSTS = ['yourdomain.com']
DATABASES = {
    'default': {
        'ENGINE': 'django.db.backends.postgresql',
        'NAME': 'name',
        'USER': 'user',
        'PASSWORD': 'pass',
    }
}
`,
			want: []string{
				"DPL101 pass settings.DEBUG", "DPL102 pass settings.ALLOWED_HOSTS", "DPL103 pass settings.ALLOWED_HOSTS",
				"DPL106 error settings.SECRET_KEY", "DPL108 error settings.DATABASES.default.PASSWORD",
				"DPL109 pass settings.DATABASES.default.ENGINE",
			},
		},
		{
			name: "settings from the environment, with safe defaults",
			settings: `
import environ

env = environ.Env(DEBUG=(bool, False))
DEBUG = env('DEBUG')
ALLOWED_HOSTS = ['shop.example']
SECRET_KEY = env('SECRET_KEY')
DATABASES = {'default': env.db()}
AWS_ACCESS_KEY_ID = env('AWS_ACCESS_KEY_ID')
AWS_SECRET_ACCESS_KEY = env('AWS_SECRET_ACCESS_KEY')
`,
			want: []string{
				"DPL101 pass settings.DEBUG", "DPL102 pass settings.ALLOWED_HOSTS", "DPL103 pass settings.ALLOWED_HOSTS",
				"DPL106 open settings.SECRET_KEY",
			},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, "shop/__init__.py", "")
			write(t, dir, "shop/wsgi.py", "import os\nos.environ.setdefault(\"DJANGO_SETTINGS_MODULE\", \"shop.settings\")\n")
			write(t, dir, "shop/settings.py", test.settings)
			d, err := linttest.Load(dir, linttest.Config{})
			if err != nil {
				t.Fatal(err)
			}
			asked := []string{"debug-enabled", "allowed-hosts-empty", "allowed-hosts-wildcard", "secret-key-missing", "hardcoded-secret", "sqlite-database", "session-cookie-insecure"}
			rep := lint.Run(settings.Rules(), d.Sites, lint.Options{Strict: true, Select: asked})
			var got []string
			for i := range rep.Results {
				got = append(got, verdict(&rep.Results[i]))
			}
			if diff := cmp.Diff(sorted(test.want), sorted(got)); diff != "" {
				t.Errorf("verdicts (-want +got):\n%s", diff)
			}
		})
	}
}

// verdict is a result on one line.
func verdict(r *lint.Reported) string {
	what := r.Kind.String()
	if r.Kind == lint.KindFail {
		what = r.Level.String()
	}
	text := r.Rule.ID + " " + what + " " + r.Subject
	if r.Follows != "" {
		text += " follows " + r.Follows
	}
	if r.Suppressed != nil {
		text += " suppressed: " + r.Suppressed.Reason
	}
	return text
}

func sorted(lines []string) []string {
	lines = slices.Clone(lines)
	slices.Sort(lines)
	return lines
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
