package pyeval

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/env"
)

// TestConfigurations evaluates modules of django-configurations.
func TestConfigurations(t *testing.T) {
	const code = "from configurations import Configuration, values\n\nclass Base(Configuration):\n    DEBUG = False\n    ALLOWED_HOSTS = values.ListValue([])\n" +
		"    SECRET_KEY = values.SecretValue()\n    NAME = values.Value('shop', environ_name='DB_NAME', environ_prefix=None)\n    AGE = values.IntegerValue(60)\n    SECURE = values.BooleanValue(True)\n" +
		"    DATABASES = {'default': {'NAME': values.Value('x', environ_name='DB', environ_prefix=None)}}\n    DATABASE = values.DatabaseURLValue('sqlite:///x')\n" +
		"    @property\n    def APPS(self):\n        return ['a', self.NAME]\n    @classmethod\n    def post_setup(cls):\n        super().post_setup()\n        cls.DATABASES['default']['X'] = 1\n\n" +
		"class Mixin:\n    DEBUG = True\n\nclass Development(Mixin, Base):\n    AGE = 5\n\nclass Production(Base):\n    ALLOWED_HOSTS = values.ListValue(['a'])\n\n"
	const names = "AGE ALLOWED_HOSTS APPS DATABASES DEBUG NAME SECRET_KEY SECURE X_FRAME_OPTIONS"
	tests := []struct {
		name, code, configuration string
		env                       *env.Environment
		want                      string
	}{
		{
			"not known which", code, "", open(),
			"AGE = ?DJANGO_CONFIGURATION; ALLOWED_HOSTS = ?DJANGO_CONFIGURATION; APPS = ?DJANGO_CONFIGURATION; DATABASES = ?DJANGO_CONFIGURATION; DEBUG = ?DJANGO_CONFIGURATION; NAME = ?DJANGO_CONFIGURATION; SECRET_KEY = ?DJANGO_CONFIGURATION; SECURE = ?DJANGO_CONFIGURATION; X_FRAME_OPTIONS = ?DJANGO_CONFIGURATION",
		},
		{
			"from the environment", code, "Development", open("DJANGO_CONFIGURATION", "Production", "DJANGO_ALLOWED_HOSTS", "b, c", "DB_NAME", "n", "DJANGO_SECURE", "no"),
			`AGE = 60 @settings.py:8; ALLOWED_HOSTS = ["b", "c"] @settings.py:27; APPS = ["a", "n"] @settings.py:13; DATABASES = {"default": {"NAME": "x", "X": 1}} @settings.py:10; DEBUG = False @settings.py:4; NAME = "n" @settings.py:7; SECRET_KEY = ?DJANGO_SECRET_KEY @settings.py:6; SECURE = False @settings.py:9; X_FRAME_OPTIONS absent`,
		},
		{
			"by default", code, "Development", open(),
			`AGE = 5 @settings.py:24; ALLOWED_HOSTS = [] @settings.py:5; APPS = ["a", "shop"] @settings.py:13; DATABASES = {"default": {"NAME": "x", "X": 1}} @settings.py:10; DEBUG = True @settings.py:21; NAME = "shop" @settings.py:7; SECRET_KEY = ?DJANGO_SECRET_KEY @settings.py:6; SECURE = True @settings.py:9; X_FRAME_OPTIONS absent`,
		},
		{
			"a mixin that is not read", "from elsewhere import Other\n" + code + "class Live(Other, Production):\n    pass\n", "Live", open(),
			"AGE = ?; ALLOWED_HOSTS = ?; APPS = ?; DATABASES = ?; DEBUG = ?; NAME = ?; SECRET_KEY = ?; SECURE = ?; X_FRAME_OPTIONS = ?",
		},
		{
			"no configuration", "from configurations import Configuration\nDEBUG = True\n", "", open(),
			"AGE absent; ALLOWED_HOSTS absent; APPS absent; DATABASES absent; DEBUG = True @settings.py:2; NAME absent; SECRET_KEY absent; SECURE absent; X_FRAME_OPTIONS absent",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			opt := files(map[string]string{"settings.py": test.code}, test.env)
			opt.Configuration = test.configuration
			r := Settings("settings", opt)
			if r.Failure != nil {
				t.Fatalf("it raises %+v", *r.Failure)
			}
			if diff := cmp.Diff(test.want, places(r, names)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
