package secret_test

import (
	"testing"

	"deploylint/internal/secret"
)

func TestIsName(t *testing.T) {
	for name, want := range map[string]bool{
		"SECRET_KEY": true, "EMAIL_HOST_PASSWORD": true, "AWS_SECRET_ACCESS_KEY": true, "STRIPE_API_KEY": true, "PASSWORD": true,
		"SENTRY_DSN": true, "SOCIAL_AUTH_GITHUB_SECRET": true, "db-password": true,
		"AUTH_USER_MODEL": false, "PASSWORD_RESET_TIMEOUT": false, "CSRF_TOKEN_NAME": false, "SIMPLE_TOKEN_LIFETIME": false,
		"PASSWORD_HASHERS": false, "CACHE_KEY": false, "STRIPE_PUBLIC_KEY": false, "HEADLESS_TOKEN_STRATEGY": false, "LOGIN_TOKEN_THROTTLE_RATE": false,
	} {
		if got := secret.IsName(name); got != want {
			t.Errorf("IsName(%q) = %v, want %v", name, got, want)
		}
	}
}

func TestClassify(t *testing.T) {
	for _, c := range []struct {
		name, value string
		want        secret.Class
	}{
		{"SECRET_KEY", "", secret.Empty},
		{"SECRET_KEY", "${SECRET_KEY}", secret.Reference},
		{"SECRET_KEY", "$SECRET_KEY", secret.Reference},
		{"SECRET_KEY", "%(ENV_KEY)s", secret.Reference},
		{"SECRET_KEY", "<your key here>", secret.Reference},
		{"SECRET_KEY", "__KEY__", secret.Reference},
		{"SECRET_KEY", "CHANGEME", secret.Placeholder},
		{"SECRET_KEY", "your-secret-key", secret.Placeholder},
		{"MAIL_GUN_API_KEY", "mail-gun-api-key", secret.Placeholder},
		{"AWS_KEY", "xxxx", secret.Placeholder},
		{"PASSWORD", "postgres", secret.Weak},
		{"PASSWORD", "hunter2", secret.Likely},
		{"SECRET_KEY", "$1x!k)9w#m2@e7q^r(z4&u8=c", secret.Likely},
		{"SECRET_KEY", "w3n+z!0k@q7r$1vd&8xj5tfa%6ch2yb^4mgu9es(ol)i_p-w3n", secret.Likely},
		{"AWS_ACCESS_KEY", "AKIAJ4Q7Z2M5X8N1B6C3", secret.Provider},
		{"WIKI_REBUILD_TOKEN", "kitsune:wiki:rebuild", secret.Likely},
		{"HEADLESS_TOKEN", "allauth.headless.tokens.SessionTokenStrategy", secret.Plain},
		{"LOGIN_TOKEN", "5/min", secret.Plain},
		{"API_TOKEN", "token", secret.Placeholder},
	} {
		if got := secret.Classify(c.name, c.value); got != c.want {
			t.Errorf("Classify(%q, %q) = %v, want %v", c.name, c.value, got, c.want)
		}
	}
}

func TestURLPassword(t *testing.T) {
	for value, want := range map[string]string{
		"postgres://shop:s3kr1t@db/shop":           "s3kr1t",
		"redis://:pw@cache:6379/0":                 "pw",
		"redis://cache:6379/0":                     "",
		"https://0123abc@sentry.example/1":         "",
		"https://0123abc:45def@sentry.example/1":   "45def",
		"mailto:someone@example.org":               "",
		"sqlite:////\x00/db.sqlite3":               "",
		"see https://user:pass@host for the words": "",
	} {
		if _, got, _ := secret.URLPassword(value); got != want {
			t.Errorf("URLPassword(%q) = %q, want %q", value, got, want)
		}
	}
}
