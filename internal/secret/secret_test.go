package secret_test

import (
	"strings"
	"testing"

	"deploylint/internal/secret"
)

func TestIsName(t *testing.T) {
	for name, want := range map[string]bool{
		"SECRET_KEY": true, "EMAIL_HOST_PASSWORD": true, "AWS_SECRET_ACCESS_KEY": true, "STRIPE_API_KEY": true, "PASSWORD": true,
		"SENTRY_DSN": true, "SOCIAL_AUTH_GITHUB_SECRET": true, "db-password": true, "SECRET_KEY_FALLBACKS": true, "API_KEYS": true,
		"HASHIDS_SALT": true, "JWT_KEY": true, "EMAIL_PASS": true, "FIELD_ENCRYPTION_KEY": true,
		"clientSecret": true, "apiKey": true, "secret": true,

		"AUTH_USER_MODEL": false, "PASSWORD_RESET_TIMEOUT": false, "CSRF_TOKEN_NAME": false, "SIMPLE_TOKEN_LIFETIME": false,
		"PASSWORD_HASHERS": false, "CACHE_KEY": false, "STRIPE_PUBLIC_KEY": false, "HEADLESS_TOKEN_STRATEGY": false, "LOGIN_TOKEN_THROTTLE_RATE": false,
		"DATABASE_PASSWORD_FILE": false, "AWS_ACCESS_KEY_ID": false, "GITHUB_CLIENT_ID": false, "PASSWORD_CHANGE_URL": false,
		"RECAPTCHA_SITE_KEY": false, "SEGMENT_WRITE_KEY": false, "KEY": false, "KEY_PREFIX": false, "BYPASS_CACHE": false, "COMPASS": false, "tokenizer": false, "Password Validation": false, "TOKENIZER": false,
	} {
		if got := secret.IsName(name); got != want {
			t.Errorf("IsName(%q) = %v, want %v", name, got, want)
		}
	}
}

func TestIsPlural(t *testing.T) {
	for name, want := range map[string]bool{
		"API_KEYS": true, "SECRET_KEY_FALLBACKS": true, "authTokens": true,
		"SECRET_KEY": false, "CACHE_KEYS": false, "PASSWORD_RULES_TO_PASS": false, "EMAIL_PASS": false,
	} {
		if got := secret.IsPlural(name); got != want {
			t.Errorf("IsPlural(%q) = %v, want %v", name, got, want)
		}
	}
}

func TestClassify(t *testing.T) {
	for _, c := range []struct {
		name, value string
		want        secret.Class
	}{
		{"SECRET_KEY", "", secret.Empty},
		{"SECRET_KEY", "  ", secret.Empty},

		{"SECRET_KEY", "${SECRET_KEY}", secret.Reference},
		{"SECRET_KEY", "${SECRET_KEY:-fallback}", secret.Reference},
		{"SECRET_KEY", "$SECRET_KEY", secret.Reference},
		{"SECRET_KEY", "%(ENV_KEY)s", secret.Reference},
		{"SECRET_KEY", "{{ vault_secret_key }}", secret.Reference},
		{"SECRET_KEY", "<your key here>", secret.Reference},
		{"SECRET_KEY", "__KEY__", secret.Reference},
		{"SECRET_KEY", "op://prod/shop/key", secret.Reference},
		{"SECRET_KEY", "ENC[AES256_GCM,data:Tr7o=]", secret.Reference},
		{"DB_PASSWORD", "/run/secrets/db_password", secret.Reference},

		{"SECRET_KEY", "CHANGEME", secret.Placeholder},
		{"SECRET_KEY", "please-change-me", secret.Placeholder},
		{"SECRET_KEY", "your-secret-key", secret.Placeholder},
		{"SECRET_KEY", "just_for_ci", secret.Placeholder},
		{"SECRET_KEY", "foo", secret.Placeholder},
		{"SECRET_KEY", "foobar123", secret.Placeholder},
		{"SECRET_KEY", "abcdefghijklmnopqrstuvwxyz0123456789", secret.Placeholder},
		{"SECRET_KEY", "---", secret.Placeholder},
		{"MAIL_GUN_API_KEY", "mail-gun-api-key", secret.Placeholder},
		{"AWS_KEY", "xxxx", secret.Placeholder},
		{"AWS_ACCESS_KEY", "AKIAIOSFODNN7EXAMPLE", secret.Placeholder},
		{"STRIPE_SECRET_KEY", "sk_test_4eC39HqLyjWDarjtT1zdp7dc", secret.Placeholder},
		{"API_TOKEN", "token", secret.Placeholder},
		{"EMAIL_USE_PASSWORD", "True", secret.Placeholder},

		{"PASSWORD", "postgres", secret.Weak},
		{"PASSWORD", "pass", secret.Weak},
		{"PASSWORD", "Admin", secret.Weak},
		{"PASSWORD", "12345", secret.Weak},
		{"PASSWORD", "somepassword", secret.Weak},
		{"PASSWORD", "rootpwd", secret.Weak},
		{"PASSWORD", "minioadmin123", secret.Weak},
		{"PASSWORD", "Secret123", secret.Weak},
		{"PASSWORD", "admin@2031", secret.Weak},
		{"PASSWORD", "admin83749283", secret.Likely},
		{"AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", secret.Placeholder},
		{"GITHUB_TOKEN", "ghs_16C7e42F292c6912E7710c838347Ae178B4a", secret.Placeholder},
		{"PASSWORD", "correct-password-of-the-shop-9", secret.Likely},

		{"PASSWORD", "hunter2", secret.Likely},
		{"PASSWORD", "83749283", secret.Likely},
		{"PASSWORD", "barTender#2019", secret.Likely},
		{"PASSWORD", "foxtrot", secret.Likely},
		{"SECRET_KEY", "$1x!k)9w#m2@e7q^r(z4&u8=c", secret.Likely},
		{"SECRET_KEY", "w3n+z!0k@q7r$1vd&8xj5tfa%6ch2yb^4mgu9es(ol)i_p-w3n", secret.Likely},
		{"SECRET_KEY", "django-insecure-w3n+z!0k@q7r$1vd&8xj5tfa%6ch2yb^4mgu9es(ol)", secret.Likely},
		{"DATABASE_DSN", "host=db user=shop password=h0rseBattery9", secret.Plain},

		{"AWS_ACCESS_KEY", "AKIAJ4Q7Z2M5X8N1B6C3", secret.Provider},
		{"ANYTHING", "sk_live_4eC39HqLyjWDarjtT1zdp7dc", secret.Provider},
		{"HOOK", "https://hooks.slack.com/services/T01ABCDEF/B01ABCDEF/a1B2c3D4e5F6g7H8", secret.Provider},

		{"HEADLESS_TOKEN", "allauth.headless.tokens.SessionTokenStrategy", secret.Plain},
		{"LOGIN_TOKEN", "5/min", secret.Plain},
		{"REBUILD_TOKEN", "shop:search:rebuild", secret.Plain},
		{"SENTRY_DSN", "https://0123456789abcdef@sentry.example/1", secret.Plain},
		{"API_TOKEN", "bearer", secret.Plain},
		{"TOKEN", "some words about it", secret.Plain},
	} {
		if got := secret.Classify(c.name, c.value); got != c.want {
			t.Errorf("Classify(%q, %q) = %v, want %v", c.name, c.value, got, c.want)
		}
	}
}

func TestProviderOf(t *testing.T) {
	for value, want := range map[string]string{
		"AKIAJ4Q7Z2M5X8N1B6C3":                                                 "AWS access key",
		"AKIAJ4Q7Z2M5X8N1B6C":                                                  "", // a character short
		"AKIAJ4Q7Z2M5X8N1B6C34":                                                "",
		"AKIAIOSFODNN7EXAMPLE":                                                 "",
		"ghs_16C7e42F292c6912E7710c838347Ae178B4a":                             "", // GitHub's documentation
		"akiaj4q7z2m5x8n1b6c3":                                                 "",
		"sk_live_4eC39HqLyjWDarjtT1zdp7dc":                                     "Stripe live key",
		"sk_test_4eC39HqLyjWDarjtT1zdp7dc":                                     "",
		"ghp_" + strings.Repeat("aB3", 12):                                     "GitHub token",
		"glpat-" + strings.Repeat("aB3-", 5):                                   "GitLab token",
		"xoxb-123456789012-abcdefABCDEF":                                       "Slack token",
		"SG." + strings.Repeat("aB3_", 5) + ".x9-zY" + strings.Repeat("q", 10): "SendGrid key",
		"AIza" + strings.Repeat("aB3_x", 7):                                    "Google API key",
		"key-" + strings.Repeat("0a1b", 8):                                     "Mailgun key",
		"key-to-the-door":                                                      "",
		"-----BEGIN RSA PRIVATE KEY-----\nMIIE":                                "private key",
		"-----BEGIN PUBLIC KEY-----\nMIIE":                                     "",
		"-----BEGIN CERTIFICATE-----\nMIIE":                                    "",
	} {
		if got := secret.ProviderOf(value); got != want {
			t.Errorf("ProviderOf(%q) = %q, want %q", value, got, want)
		}
	}
}

func TestURLPassword(t *testing.T) {
	for value, want := range map[string]string{
		"postgres://shop:s3kr1t@db/shop":           "s3kr1t",
		"postgres://shop:s3%23kr1t@db/shop":        "s3#kr1t",
		"postgres://shop:s3#kr1t@db/shop":          "s3#kr1t",
		"postgres://shop:p@ss@db/shop":             "p@ss",
		"postgres://shop:100%@db/shop":             "100%",
		"mysql://shop@db/shop":                     "",
		"mysql://shop:@db/shop":                    "",
		"redis://:pw@cache:6379/0":                 "pw",
		"redis://cache:6379/0":                     "",
		"redis+sentinel://:pw@one:26379,two:26379": "pw",
		"https://0123abc@sentry.example/1":         "",
		"https://0123abc:45def@sentry.example/1":   "45def",
		"https://shop.example/a:b@c":               "",
		"mailto:someone@example.org":               "",
		"sqlite:////\x00/db.sqlite3":               "",
		"see https://user:pass@host for the words": "",
		"://": "",
	} {
		if _, got, ok := secret.URLPassword(value); got != want || ok != (want != "") {
			t.Errorf("URLPassword(%q) = %q, %v, want %q", value, got, ok, want)
		}
	}
}

func FuzzClassify(f *testing.F) {
	f.Add("SECRET_KEY", "w3n+z!0k@q7r$1vd&8xj5tfa%6ch2yb^4mgu9es(ol)i_p-w3n")
	f.Add("DATABASE_URL", "postgres://shop:s3%23kr1t@db/shop")
	f.Add("db.Password", "\x00/x")
	f.Fuzz(func(t *testing.T, name, value string) {
		secret.IsName(name)
		class := secret.Classify(name, value)
		if provider := secret.ProviderOf(strings.TrimSpace(value)); class == secret.Provider && provider == "" {
			t.Errorf("Classify(%q, %q) is a provider's, and ProviderOf names none", name, value)
		}
		if user, password, ok := secret.URLPassword(value); ok && (password == "" || !strings.Contains(value, user+":")) {
			t.Errorf("URLPassword(%q) = %q, %q, which does not stand there", value, user, password)
		}
	})
}
