package settings_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestAgreesWithInstalledDjango draws settings modules at random and asks the Django of the interpreter that the variable
// DEPLOYLINT_DJANGO names about them. DEPLOYLINT_DJANGO_SEED draws others.
func TestAgreesWithInstalledDjango(t *testing.T) {
	python := os.Getenv("DEPLOYLINT_DJANGO")
	if python == "" {
		t.Skip("DEPLOYLINT_DJANGO names no Python interpreter that has Django")
	}
	seed := uint64(1)
	if text := os.Getenv("DEPLOYLINT_DJANGO_SEED"); text != "" {
		var err error
		if seed, err = strconv.ParseUint(text, 10, 64); err != nil {
			t.Fatal(err)
		}
	}
	var data struct {
		Files    map[string]string `json:"files"`
		Variants []variant         `json:"variants"`
	}
	readJSON(t, "testdata/oracle/variants.json", &data)
	at := slices.IndexFunc(data.Variants, func(v variant) bool { return v.Name == "02 hardened" })
	base := data.Variants[at].Settings
	d := drawer{rand.New(rand.NewPCG(seed, 0))}
	data.Variants = nil
	for i := range 500 {
		data.Variants = append(data.Variants, d.module(fmt.Sprintf("seed %d module %d", seed, i), base))
	}
	recorded := askDjango(t, python, data)
	version := strings.Join(strings.Split(recorded.Django, ".")[:2], ".")
	project := writeProject(t, data.Files)
	agreed := 0
	for _, v := range data.Variants {
		if strings.Contains(v.Settings, "'LOCATION': ''") {
			v.Host = append(v.Host, "caches.W002") // a relative folder lies where the process is started
		}
		want := recorded.Answers[v.Name]
		got := judge(t, project, v, version)
		if diff := cmp.Diff(want.expected(v), got.expected(v)); diff != "" {
			_, drawn, _ := strings.Cut(v.Settings, base)
			t.Errorf("%s (-Django +here):\n%s%s\nenvironment %v, %s", v.Name, diff, deref(want.Error), v.Env, drawn)
			continue
		}
		agreed++
	}
	t.Logf("agreed with Django %s on %d of %d", recorded.Django, agreed, len(data.Variants))
}

// A recording is what record.py prints.
type recording struct {
	Django  string            `json:"django"`
	Answers map[string]answer `json:"answers"`
}

func askDjango(t *testing.T, python string, data any) recording {
	t.Helper()
	text, err := json.Marshal(data)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "variants.json")
	if err := os.WriteFile(file, text, 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), python, "testdata/oracle/record.py", file)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v", python, err)
	}
	var r recording
	if err := json.NewDecoder(bytes.NewReader(out)).Decode(&r); err != nil {
		t.Fatal(err)
	}
	return r
}

// A drawer makes settings modules up.
type drawer struct{ *rand.Rand }

// module draws a few settings and puts them behind the base.
func (d drawer) module(name, base string) variant {
	v := variant{Name: name, Env: map[string]string{}}
	lines := []string{base + "import os"}
	all := choices()
	names := slices.Sorted(maps.Keys(all))
	for range 1 + d.IntN(6) {
		setting := names[d.IntN(len(names))]
		expression := all[setting][d.IntN(len(all[setting]))]
		if strings.HasPrefix(setting, "!") { // statements
			lines = append(lines, expression)
			continue
		}
		lines = append(lines, setting+" = "+d.throughEnvironment(setting, expression, v.Env))
	}
	v.Settings = strings.Join(lines, "\n") + "\n"
	return v
}

// throughEnvironment reads some of the values from the environment, which has them or leaves them to the default.
func (d drawer) throughEnvironment(setting, expression string, env map[string]string) string {
	switch setting {
	case "INSTALLED_APPS", "AUTHENTICATION_BACKENDS", "ROOT_URLCONF", "CSRF_FAILURE_VIEW", "FILE_UPLOAD_TEMP_DIR":
		return expression // names of modules that may be installed, and of folders of the machine
	}
	variable := "SHOP_" + setting
	switch literal := strings.HasPrefix(expression, "'"); {
	case literal && d.IntN(3) == 0:
		if d.IntN(2) == 0 {
			env[variable] = []string{"", "x", "False", "a,b", "0"}[d.IntN(5)]
		}
		return fmt.Sprintf("os.environ.get('%s', %s)", variable, expression)
	case (expression == "True" || expression == "False") && d.IntN(2) == 0:
		if d.IntN(2) == 0 {
			env[variable] = []string{"True", "true", "1", ""}[d.IntN(4)]
		}
		return fmt.Sprintf("os.environ.get('%s', '%s') == 'True'", variable, expression)
	case strings.HasPrefix(expression, "['") && d.IntN(3) == 0:
		if d.IntN(2) == 0 {
			env[variable] = []string{"", "a.example", "a.example,https://b.example"}[d.IntN(3)]
		}
		return fmt.Sprintf("os.environ.get('%s', 'shop.example').split(',')", variable)
	}
	return expression
}

// choices are expressions by setting. Those under a name with a mark in front are statements.
func choices() map[string][]string {
	flags := []string{"True", "False", "1", "0", "None", "'True'", "'False'", "''", "'1'", "[]"}
	const fileCache = "{'BACKEND': 'django.core.cache.backends.filebased.FileBasedCache', 'LOCATION': %s}"
	file := func(location string) string { return fmt.Sprintf(fileCache, location) }
	all := map[string][]string{
		"SECURE_HSTS_SECONDS":               {"0", "1", "31536000", "'0'", "''", "None", "True", "3.5"},
		"SECURE_REFERRER_POLICY":            {"None", "''", "'origin'", "'origin, bogus'", "['origin']", "('origin', 'x')", "{'origin'}", "[]", "'Origin'", "5", "False", "['origin', None]"},
		"SECURE_CROSS_ORIGIN_OPENER_POLICY": {"None", "''", "'same-origin'", "'unsafe-none'", "'x'", "False", "0", "['same-origin']"},
		"X_FRAME_OPTIONS":                   {"'DENY'", "'deny'", "'SAMEORIGIN'", "None", "''", "b'DENY'"},
		"SECRET_KEY":                        {"'short'", "'a' * 50", "'abcde' * 10", "'django-insecure-' + 'abcdefgh' * 8", "''", "None", "'äöüßé' * 10"},
		"SECRET_KEY_FALLBACKS":              {"[]", "['short']", "('abcde' * 10,)", "'x'", "None", "{'x'}", "['abcde' * 10, 'abcd' * 13]"},
		"DEBUG":                             {"True", "False", "1", "0", "''", "'False'", "None"},
		"ALLOWED_HOSTS":                     {"[]", "()", "['shop.example']", "['*']", "['']", "'shop.example'", "''", "None", "{'shop.example'}", "set()", "[None]", "('a.example', 'b.example')"},
		"CSRF_USE_SESSIONS":                 flags,
		"CSRF_TRUSTED_ORIGINS":              {"[]", "['https://shop.example']", "['shop.example']", "['*.shop.example', 'https://x']", "('http://a',)", "'https://x'", "''", "{'a'}", "['']"},
		"CACHES":                            {"{}", "{'default': {'BACKEND': 'django.core.cache.backends.locmem.LocMemCache'}}", "{'x': {'BACKEND': 'django.core.cache.backends.dummy.DummyCache'}}", "{'default': " + file("'/srv/a/cache'") + "}", "{'default': " + file("'/srv/b'") + ", 'x': " + file("'rel'") + "}", "{'default': " + file("BASE_DIR / 'assets'") + "}", "{'default': " + file("''") + "}"},
		"MEDIA_ROOT":                        {"''", "'/srv/a'", "'/srv'", "BASE_DIR / 'assets'", "str(BASE_DIR / 'assets')", "'/srv/b/'", "'/srv/a/cache/x'"},
		"STATIC_ROOT":                       {"None", "''", "'/srv/b'", "BASE_DIR / 'assets'", "str(BASE_DIR / 'assets') + '/'", "BASE_DIR / 'static'"},
		"STATICFILES_DIRS":                  {"[]", "()", "[BASE_DIR / 'assets']", "(('a', BASE_DIR / 'assets'),)", "[('a/', BASE_DIR / 'assets')]", "[BASE_DIR / 'none']", "{str(BASE_DIR / 'assets')}", "[['b', BASE_DIR / 'none']]", "''"},
		"STATIC_URL":                        {"'/static/'", "'static/'", "'static'", "None", "''", "'https://cdn.example/s'"},
		"MEDIA_URL":                         {"''", "'/media/'", "'media'", "'/static/'", "'https://cdn.example/m/'"},
		"FILE_UPLOAD_TEMP_DIR":              {"None", "''", "BASE_DIR / 'assets'", "BASE_DIR / 'none'", "str(BASE_DIR / 'none')"},
		"STORAGES":                          {"{}", "{'default': {'BACKEND': 'django.core.files.storage.FileSystemStorage'}}", "{'default': {'BACKEND': 'django.core.files.storage.FileSystemStorage'}, 'staticfiles': {'BACKEND': 'django.contrib.staticfiles.storage.StaticFilesStorage'}}"},
		"STATICFILES_STORAGE":               {"'django.contrib.staticfiles.storage.StaticFilesStorage'"},
		"SITE_ID":                           {"1", "'1'", "None", "True", "1.0", "1.5", "[]"},
		"LANGUAGE_CODE":                     {"'en-us'", "'en_US'", "'de'", "'de-at'", "'xx'", "'xx_YY'", "'zh-cn'", "'EN'", "'pt-br'", "'es-mx'"},
		"LANGUAGES":                         {"[('en', 'English')]", "[('de', 'German'), ('en', 'English')]", "(('pt_BR', 'Brazil'), ('en', 'English'))", "[('fr', 'French')]", "[('en-us', 'English')]"},
		"LANGUAGES_BIDI":                    {"[]", "['he']", "['he_IL']", "('ar', 'x-')"},
		"USE_I18N":                          {"True", "False", "0", "'False'"},
		"TIME_ZONE":                         {"'UTC'", "'Europe/Berlin'", "'Europe/Nowhere'", "'europe/berlin'", "None", "'Europe'", "''"},
		"LOCALE_PATHS":                      {"[]", "()", "[BASE_DIR / 'assets']", "'assets'", "None"},
		"INSTALLED_APPS":                    {"[]", "INSTALLED_APPS + ['blog']", "INSTALLED_APPS + ['django.contrib.sites']", "INSTALLED_APPS + ['django.contrib.sites', 'pages']", "tuple(INSTALLED_APPS)", "set(INSTALLED_APPS)", "INSTALLED_APPS + ['django.contrib.auth']", "INSTALLED_APPS + ['proj.none']", "['django.contrib.auth', 'django.contrib.contenttypes', 'django.contrib.sessions']", "['django.contrib.sessions']", "['django.contrib.admin'] + INSTALLED_APPS", "['django.contrib.auth']", "[a for a in INSTALLED_APPS if 'messages' not in a]", "[a for a in INSTALLED_APPS if 'admin' not in a]", "[a for a in INSTALLED_APPS if 'contenttypes' not in a]", "[a.replace('django.contrib.sessions', 'django.contrib.sessions.apps.SessionsConfig') for a in INSTALLED_APPS]", "[a for a in INSTALLED_APPS if 'staticfiles' not in a]"},
		"ROOT_URLCONF":                      {"'proj.urls'", "'proj.none'", "None"},
		"AUTHENTICATION_BACKENDS":           {"['django.contrib.auth.backends.ModelBackend']", "['django.contrib.auth.backends.AllowAllUsersModelBackend']", "['django.contrib.auth.backends.BaseBackend']", "()"},
		"CSRF_FAILURE_VIEW":                 {"'proj.views.refused'", "'proj.none.refused'", "'refused'", "'django.views.csrf.csrf_failure'"},
		"SILENCED_SYSTEM_CHECKS":            {"['security.W004', 'security.W008']", "['security.W009']", "('security.W012', 'security.W010')", "[]", "['caches.E001', 'urls.E006', 'admin.E404']", "{'security.W016'}"},
		"DATABASES":                         {"{}", "{'other': DATABASES['default']}", "{'default': {}}"},
		"PASSWORD_RESET_TIMEOUT":            {"60"},
		"PASSWORD_RESET_TIMEOUT_DAYS":       {"1"},
		"DEFAULT_HASHING_ALGORITHM":         {"'sha1'", "'sha256'", "'md5'", "''"},
		"MAILERS":                           {"{}", "{'default': {}}", "{'default': {'BACKEND': 'django.core.mail.backends.console.EmailBackend'}}", "{'x': {'BACKEND': 'django.core.mail.backends.dummy.EmailBackend'}}", "{'default': {'BACKEND': 'django.core.mail.backends.smtp.EmailBackend'}}"},
		"EMAIL_HOST":                        {"'mail.example'"},
		"EMAIL_USE_TLS":                     flags,
		"SECURE_CSP":                        {"None", "{}", "''", "{'default-src': [\"'self'\"]}", "'x'", "['x']"},
		"SECURE_CSP_REPORT_ONLY":            {"None", "{}", "{'script-src': ['<CSP_NONCE_SENTINEL>']}", "5"},
		"!drop middleware":                  {},
		"!reorder":                          {"MIDDLEWARE = ['django.contrib.auth.middleware.LoginRequiredMiddleware'] + MIDDLEWARE", "MIDDLEWARE += ['django.contrib.auth.middleware.LoginRequiredMiddleware']", "MIDDLEWARE = []", "MIDDLEWARE = tuple(MIDDLEWARE)", "MIDDLEWARE += ['django.middleware.csp.ContentSecurityPolicyMiddleware']"},
		"!templates":                        {"TEMPLATES = []", "TEMPLATES[0]['APP_DIRS'] = False", "TEMPLATES[0]['OPTIONS']['loaders'] = ['django.template.loaders.filesystem.Loader']", "TEMPLATES[0]['OPTIONS']['string_if_invalid'] = None", "TEMPLATES[0]['OPTIONS']['context_processors'] = []", "TEMPLATES[0]['OPTIONS'] = {}", "TEMPLATES[0]['OPTIONS']['context_processors'].pop()", "TEMPLATES = TEMPLATES + [dict(TEMPLATES[0], NAME='b')]", "TEMPLATES[0]['OPTIONS']['loaders'] = None", "TEMPLATES[0]['OPTIONS']['context_processors'].append('django.template.context_processors.csp')"},
		"!delete":                           {"del DEFAULT_AUTO_FIELD", "del STATIC_URL", "if not DEBUG:\n    SECURE_SSL_REDIRECT = False", "if os.environ.get('SHOP_OFF'):\n    CSRF_COOKIE_SECURE = False", "try:\n    from .local import *\nexcept ImportError:\n    SESSION_COOKIE_SECURE = False", "globals().update(SECURE_HSTS_PRELOAD=False)"},
	}
	for _, name := range []string{
		"SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_HSTS_PRELOAD", "SECURE_CONTENT_TYPE_NOSNIFF", "SECURE_SSL_REDIRECT",
		"SESSION_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY", "CSRF_COOKIE_SECURE", "SECURE_BROWSER_XSS_FILTER",
	} {
		all[name] = flags
	}
	for _, part := range []string{"SecurityMiddleware", "SessionMiddleware", "CsrfView", "AuthenticationMiddleware", "MessageMiddleware", "XFrame"} {
		all["!drop middleware"] = append(all["!drop middleware"], fmt.Sprintf("MIDDLEWARE = [m for m in MIDDLEWARE if '%s' not in m]", part))
	}
	return all
}
