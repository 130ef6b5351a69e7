package secret_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/secret"
	"deploylint/internal/source"
)

func TestScan(t *testing.T) {
	const key = "w3n+z!0k@q7r$1vd&8xj5tfa%6ch2yb^4mgu9es(ol)i_p-w3n"
	for _, c := range []struct {
		name, path, text string
		want             []string
	}{
		{"env file", "a.env", "SECRET_KEY=" + key, []string{"SECRET_KEY " + key}},
		{"quoted", "a.env", `SECRET_KEY="` + key + `"`, []string{"SECRET_KEY " + key}},
		{"YAML", "a.yml", "x:\n  SECRET_KEY: " + key + "  # the key\r\n", []string{"SECRET_KEY " + key}},
		{"YAML, ending as its name does", "a.yml", "SECRET_KEY: " + key + "Y", []string{"SECRET_KEY " + key + "Y"}},
		{"YAML list", "a.yml", "  - SECRET_KEY=" + key, []string{"SECRET_KEY " + key}},
		{"YAML list in quotes", "a.yml", `  - "SECRET_KEY=` + key + `"`, []string{"SECRET_KEY " + key}},
		{"JSON", "a.json", `{"secret-key": "` + key + `", "debug": false}`, []string{"secret-key " + key}},
		{"supervisor", "a.conf", `environment=A="1",SECRET_KEY="` + key + `",B="2"`, []string{"SECRET_KEY " + key}},
		{"systemd", "a.service", `Environment="SECRET_KEY=` + key + `" "DEBUG=0"`, []string{"SECRET_KEY " + key}},
		{"shell", "a.sh", `export SECRET_KEY='` + key + `'; run`, []string{"SECRET_KEY " + key}},
		{"Dockerfile", "Dockerfile", "ENV SECRET_KEY " + key + "\nENV B=1", []string{"SECRET_KEY " + key}},
		{"Dockerfile, one step of the build", "Dockerfile", "RUN a && \\\n  SECRET_KEY=" + key + " b\nCMD x", nil},
		{"fallback", "a.yml", "K: ${SECRET_KEY:-0123abcDEF456ghiJKL}", []string{"SECRET_KEY 0123abcDEF456ghiJKL default"}},
		{"fallback of the same name", "a.sh", "SECRET_KEY=${SECRET_KEY:-0x9abcDEF456ghiJKL}", []string{"SECRET_KEY 0x9abcDEF456ghiJKL default"}},
		{"URL", "a.yml", "url: postgres://shop:Zk3-vRt8qL@db/shop", []string{" Zk3-vRt8qL"}},
		{"URL under a name", "a.env", "SENTRY_DSN=https://ab12cd34ef56:9f8e7d6c5b@sentry.io/1", []string{"SENTRY_DSN 9f8e7d6c5b"}},
		{"provider", "a.yml", "id: AKIAQ3EGRLMT5ZPWXJ7B", []string{"=AWS access key AKIAQ3EGRLMT5ZPWXJ7B"}},
		{"provider in a comment", "a.yml", "# AKIAQ3EGRLMT5ZPWXJ7B", []string{"=AWS access key AKIAQ3EGRLMT5ZPWXJ7B"}},
		{"provider in prose", "a.md", "use AKIAQ3EGRLMT5ZPWXJ7B.", []string{"=AWS access key AKIAQ3EGRLMT5ZPWXJ7B"}},
		{"code", "a.py", `SECRET_KEY = "` + key + `"`, []string{"SECRET_KEY " + key}},
		{"dict in code", "a.py", `x = {"password": "Zk3-vRt8qL"}`, []string{"password Zk3-vRt8qL"}},
		{"private key", "a.pem", "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIBq1zT0X9Zs5j3Vb7yWn2Lk8Hc4Rf6Mp1Gd0Sx9Ta3Ue\n", []string{"=private key -----BEGIN EC PRIVATE KEY-----"}},
		{"URL's parameter", "a.yml", "u: https://x.org/?api_key=XCpEBAoqPDfVdYRoUahb3F2n&status=1", []string{"api_key XCpEBAoqPDfVdYRoUahb3F2n"}},

		{"URL's parameter in code", "a.py", `ping("https://x.org/push?site=shop&token=NpQ01TxKEtTRAlBW")`, []string{"token NpQ01TxKEtTRAlBW"}},
		{"minted key in a local variable", "a.py", `token = "61071cae20dd2984c9d70899b17182ab102996a7"`, []string{"token 61071cae20dd2984c9d70899b17182ab102996a7"}},

		{"commented in code", "a.py", "# CLIENT_SECRET = 'EBzA0zDHrJV7JimH6uzFX7PfPi5Te2q46dH6d2'", []string{"CLIENT_SECRET EBzA0zDHrJV7JimH6uzFX7PfPi5Te2q46dH6d2"}},
		{"object of JavaScript", "a.js", "createConnection({user: 'root', password : 'vib4ngda-x@X'})", []string{"password vib4ngda-x@X"}},
		{"argument of a call", "a.py", `connect("host", password="vib4ngda-x@X")`, []string{"password vib4ngda-x@X"}},
		{"name with a digit", "a.env", "API_KEY2=Zk3vRt8qLw1Xc5Vb7Nm9Q", []string{"API_KEY2 Zk3vRt8qLw1Xc5Vb7Nm9Q"}},
		{"name without a line", "a.sh", "PGPASSWORD=vib4ngda-xX psql", []string{"PGPASSWORD vib4ngda-xX"}},
		{"key of a merchant", "a.py", "{\n'MERCHANT': 79,\n'KEY': 'C50E41160302E0F5D6D59F1AA3925C45'}", []string{"KEY C50E41160302E0F5D6D59F1AA3925C45"}},
		{"basic auth of a console", "a.conf", "command=celery flower --basic_auth=boss:admin123457", []string{"basic_auth admin123457 guessable"}},
		{"curl", "a.sh", "curl -s -u bot:vib4ngda-xX https://x.org", []string{"the password of a command vib4ngda-xX"}},
		{"sshpass in a comment", "a.sh", `#  sshpass -p "OvqE!tciq21iPG" ssh root@x`, []string{"the password of a command OvqE!tciq21iPG"}},
		{"mysql", "a.sh", "mysqldump -u root -pvib4ngda-xX shop", []string{"the password of a command vib4ngda-xX"}},
		{"redis", "redis.conf", "requirepass vib4ngda-xX", []string{"the password of a command vib4ngda-xX"}},
		{"client with its key", "a.py", "crm.v5('https://shop.example', 'WauoN85ORs7QLJe0SFvjC4GzZpYXoIu1')", []string{"the key of a client WauoN85ORs7QLJe0SFvjC4GzZpYXoIu1"}},
		{"sftp users", "conf/sftp-users.conf", "shop:WmR6L4dm:1001\n", []string{"the password of an account WmR6L4dm"}},
		{".pgpass", ".pgpass", "db:5432:shop:shop:WmR6L4dm\n", []string{"the password of an account WmR6L4dm"}},
		{".netrc", ".netrc", "machine x.org login bot password WmR6L4dm\n", []string{"the password of an account WmR6L4dm"}},
		{"JSON Web Key", "a.json", `{"kty": "EC", "d": "870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE"}`, []string{"the private part of a JSON Web Key 870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE"}},
		{"URL in code", "a.py", `app = Celery(broker="amqp://shop:vib4ngda-xX@mq/shop")`, []string{" vib4ngda-xX"}},
		{"Telegram", "a.py", `x = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsawX"`, []string{"=Telegram bot token 110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsawX"}},
		{"Telegram in a URL", "a.sh", `curl https://api.telegram.org/bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsawX/sendMessage`, []string{"=Telegram bot token 110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsawX"}},
		{"Mailchimp", "a.py", `x = "3ad1c8e07b5f42690c7d1e8b4f6a2937-us12"`, []string{"=Mailchimp key 3ad1c8e07b5f42690c7d1e8b4f6a2937-us12"}},
		{"Google client secret", "a.py", `x = "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"`, []string{"=Google client secret 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"}},

		{"share of an article", "a.py", `u = "https://x.org/s?a=1&pass_ticket=Zk3vRt8qLw1Xc5Vb7Nm9Qa2Sd4Fg"`, nil},
		{"reCAPTCHA's key for tests", "a.py", `CAPTCHA_PRIVATE_KEY = "6LeIxAcTAAAAAGG-vFI1TnRWxMZNFuojJ4WifJWe"`, nil},
		{"hash by its name", "a.yml", "PASSWORD_SHA2: 41e5653fc7aeb894026d6bb7b2db7f65902b454945fa8fd65a6327047b5277fb", nil},
		{"key of a row", "a.py", "{\n'id': 79,\n'key': 'C50E41160302E0F5D6D59F1AA3925C45'}", nil},
		{"command with a variable", "a.sh", "sshpass -p \"$PASS\" ssh x; curl -u $U:$P x; curl -u bot:${TOKEN} x; mysql -p$P; flower --basic_auth=${U}:${P}", nil},
		{"port of another command", "a.sh", "mysql --host x && docker run -p8000:8000 shop", nil},
		{"sftp user with a hash", "conf/sftp-users.conf", "shop:$1$WmR6L4dm$1001:e:1001\n", nil},
		{"argument that is a name", "a.py", `check(token="reset-password-token", password=password)`, nil},
		{"type of an object", "a.ts", "password: string; label: 'x', passwordLabel: 'Enter your password',", nil},
		{"nothing in YAML", "a.yml", "x:\n  SECRET_KEY:  # none\n  PASSWORD: #\n  - PASSWORD= # none\n  - PASSWORD=\n", nil},
		{"comparison in a URL of code", "a.js", "if (a&&token=b) {", nil},
		{"parameter that an expression gives", "a.py", `f"https://x.org/?token={token}&a=1"`, nil},
		{"local variable in code", "a.py", `token = "0123abcDEF456ghiJKL"`, nil},
		{"call in code", "a.ts", "SECRET_KEY: z.string(),", nil},
		{"call in terraform", "a.tf", "secret_key = var.keys[0].value", nil},
		{"comparison", "a.sh", `if [ "$SECRET_KEY" == "0123abcDEF456ghiJKL" ]`, nil},
		{"comment", "a.yml", "# SECRET_KEY: " + key, []string{"SECRET_KEY " + key}},
		{"reference", "a.yml", "SECRET_KEY: ${SECRET_KEY}", nil},
		{"command", "a.sh", "SECRET_KEY=$(openssl rand -base64 32)", nil},
		{"template", "a.yml", "SECRET_KEY: {{ vault_secret_key }}", nil},
		{"another variable's name", "a.yml", "token_env: SHOP_PERSONAL_TOKEN", nil},
		{"another script", "a.json", `{"password": "Contraseña"}`, nil},
		{"hash", "a.json", `{"password": "pbkdf2_sha256$600000$gi5HaLnQQSKvAQqu$VpSL2cKTOTwlLeVTv6cll1ixTD="}`, nil},
		{"pattern", "a.sh", `grep -E "DJANGO_SECRET=[a-z0-9]{50,}$" .env`, nil},
		{"prose", "a.md", "SECRET_KEY=" + key, nil},
		{"guessable", "a.yml", "POSTGRES_PASSWORD: postgres", nil},
		{"private key's form", "a.md", "-----BEGIN PRIVATE KEY-----\n...\n-----END", nil},
		{"word of a language", "a.yml", "password: Wachtwoord", nil},
		{"password of tests", "a.py", `DEFAULT_USER_PASSWORD = "ShopTest2031"`, nil},
		{"translations", "web/locales/nl/common.json", `{"password": "zk3-vRt8qL"}`, nil},
		{"description of an API", "static/openapi/schema.yaml", "session_token: q7wcig0zen9skyd545jc0fkq813ghar2", nil},
		{"description of an API by its name", "api/openapi-v2.json", `{"session_token": "q7wcig0zen9skyd545jc0fkq813ghar2"}`, nil},
		{"docstring", "a.py", "def f():\n    \"\"\"Log in.\n\n    {\"password\": \"Zk3-vRt8qL\"}\n    \"\"\"\n", nil},
		{"docstring in raw single quotes", "a.py", "def f():\n    r'''\n    {\"password\": \"Zk3-vRt8qL\"}'''\n", nil},
		{"behind a docstring", "a.py", "'''it\\'s'''  # '''\nQUOTES = \"'''\"\nAPI_PASSWORD = \"Zk3-vRt8qL\"\n", []string{"API_PASSWORD Zk3-vRt8qL"}},
		{"before a docstring", "a.py", "API_PASSWORD = \"Zk3-vRt8qL\"\n'''text'''", []string{"API_PASSWORD Zk3-vRt8qL"}},
		{"provider in a docstring", "a.py", "'''\nAKIAQ3EGRLMT5ZPWXJ7B\n'''", []string{"=AWS access key AKIAQ3EGRLMT5ZPWXJ7B"}},
		{"key that browsers get", "web/maps.ts", `apiKey: "AIza` + strings.Repeat("aB3_x", 7) + `"`, nil},
		{"key that browsers get, in a URL", "a.html", "https://maps.example/js?key=AIza" + strings.Repeat("aB3_x", 7), nil},
		{"the same key on a server", "a.yml", "MAPS_API_KEY: AIza" + strings.Repeat("aB3_x", 7), []string{"MAPS_API_KEY=Google API key AIza" + strings.Repeat("aB3_x", 7)}},
		{"MinIO by its address", "a.yml", "access_key: AKIAQ3EGRLMT5ZPWXJ7B\nendpoint: http://minio:9000\nsecret_key: Zk3vRt8qLw1Xc5Vb7Nm9Q", nil},
		{"MinIO by its name", "a.sh", "MINIO_ACCESS_KEY=AKIAQ3EGRLMT5ZPWXJ7B\nMINIO_SECRET_KEY=Zk3vRt8qLw1Xc5Vb7Nm9Q", nil},
		{
			"MinIO elsewhere in the file", "a.yml", "endpoint: http://minio:9000\n" + strings.Repeat("x: 1\n", 9) + "id: AKIAQ3EGRLMT5ZPWXJ7B",
			[]string{"=AWS access key AKIAQ3EGRLMT5ZPWXJ7B"},
		},
		{"MinIO's own secret", "a.yml", "MINIO_ENDPOINT: http://minio:9000\nMINIO_SECRET_KEY: Zk3vRt8qLw1Xc5Vb7Nm9Q", []string{"MINIO_SECRET_KEY Zk3vRt8qLw1Xc5Vb7Nm9Q"}},
		{"long line", "a.json", `{"a":"` + strings.Repeat("x", 5000) + `","password":"Zk3-vRt8qL"}`, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, h := range secret.NewScanner().Scan(source.NewFile(c.path, c.text), secret.KindOf(c.path)) {
				text := h.Name + " " + h.Span.Text()
				if h.Provider != "" {
					text = h.Name + "=" + h.Provider + " " + h.Span.Text()
				}
				if h.Guessable {
					text += " guessable"
				}
				if h.Default {
					text += " default"
				}
				got = append(got, text)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestIsConfig(t *testing.T) {
	for name, want := range map[string]bool{
		"deploy/shop.yml": true, "mysql.cnf": true, "deploy/certs/shop": true, ".ssh/config": true, "id_rsa": true, "web.Dockerfile": true,
		"shop/views.py": false, "shop/certs": false, "certs/README.md": false, "package.json": false, "web/locales/de.json": false,
	} {
		if got := secret.IsConfig(name); got != want {
			t.Errorf("IsConfig(%q) = %v, want %v", name, got, want)
		}
	}
}

func TestDevelops(t *testing.T) {
	for text, want := range map[string]bool{
		"DJANGO_SETTINGS_MODULE: shop.settings.development":                                          true,
		"- DJANGO_SETTINGS_MODULE=shop.settings.dev\n- DJANGO_SETTINGS_MODULE='shop.settings.local'": true,
		"export DJANGO_SETTINGS_MODULE=\"shop.settings.test\"; echo $DJANGO_SETTINGS_MODULE":         true,
		"DJANGO_SETTINGS_MODULE: shop.settings.dev\nDJANGO_SETTINGS_MODULE: shop.settings.live":      false,
		"DJANGO_SETTINGS_MODULE: shop.development.settings":                                          false,
		"DJANGO_SETTINGS_MODULE: ${DJANGO_SETTINGS_MODULE}":                                          false,
		"DEBUG=1": false,
	} {
		if got := secret.Develops(text); got != want {
			t.Errorf("Develops(%q) = %v, want %v", text, got, want)
		}
	}
}

// TestScanDjangoKeys looks for keys as Django makes them: 50 of its own characters, half of them with the prefix that
// startproject gives (django.core.management.utils.get_random_secret_key).
func TestScanDjangoKeys(t *testing.T) {
	const chars = "abcdefghijklmnopqrstuvwxyz0123456789!@#$%^&*(-_=+)"
	random := rand.New(rand.NewPCG(1, 2))
	scanner := secret.NewScanner()
	for i := range 500 {
		key := make([]byte, 50)
		for j := range key {
			key[j] = chars[random.IntN(len(chars))]
		}
		text := string(key)
		if i%2 == 1 {
			text = "django-insecure-" + text
		}
		for _, form := range []struct{ path, format, text string }{
			{"prod.env", "SECRET_KEY='%s'\n", text},
			{"docker-compose.yml", "    environment:\n      SECRET_KEY: '%s'\n", strings.ReplaceAll(text, "$", "$$")},
			{"supervisord.conf", "environment=SECRET_KEY=\"%s\",A=\"1\"\n", strings.ReplaceAll(text, "%", "%%")},
			{"settings.py", "SECRET_KEY = '%s'\n", text},
		} {
			f := source.NewFile(form.path, fmt.Sprintf(form.format, form.text))
			hits := scanner.Scan(f, secret.KindOf(form.path))
			if len(hits) != 1 || hits[0].Span.Text() != form.text {
				t.Errorf("%s: %q gives %d hits", form.path, f.Text, len(hits))
			}
		}
	}
}

func FuzzScan(f *testing.F) {
	f.Add("a.yml", "SECRET_KEY: ${SECRET_KEY:-0123abcDEF456ghiJKL}")
	f.Add("Dockerfile", "ENV SECRET_KEY 0123abcDEF456ghiJKL\nRUN x")
	f.Add("a.py", `PASSWORDS = {"password": "Zk3-vRt8qL"}`)
	f.Add("a.pem", "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIBq1zT0X9Zs5j3Vb7yWn2Lk8Hc4Rf6Mp1Gd0Sx9Ta3Ue\n")
	scanner := secret.NewScanner()
	f.Fuzz(func(t *testing.T, path, text string) {
		file := source.NewFile(path, text)
		for _, h := range scanner.Scan(file, secret.KindOf(path)) {
			if h.Span.File != file || h.Span.Start >= h.Span.End {
				t.Errorf("%+v", h)
			}
		}
	})
}

func BenchmarkScan(b *testing.B) {
	text := strings.Repeat("def view(request):\n    return render(request, 'shop/index.html', {'items': items})\n", 2000)
	f := source.NewFile("views.py", text)
	scanner := secret.NewScanner()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		scanner.Scan(f, secret.Code)
	}
}
