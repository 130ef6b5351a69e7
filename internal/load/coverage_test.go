package load_test

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"deploylint/internal/load"
	"deploylint/internal/value"
)

// A reading says how far the value of one setting was followed.
type reading string

// The readings, the one that counts first where parts of a value differ.
const (
	unread    reading = "unread"    // the code is not followed
	host      reading = "host"      // it depends on the machine
	several   reading = "several"   // it is one of several values, and no variable decides which
	open      reading = "open"      // the environment, or a file on the server, supplies it or decides
	generated reading = "generated" // it is made anew at each start
	known     reading = "known"
)

// read classifies a value by its parts, and says why it is not known.
func read(v value.Value) (reading, string) {
	order := []reading{unread, host, several, open, generated, known}
	worst, why := known, ""
	note := func(r reading, reason string) {
		if slices.Index(order, r) < slices.Index(order, worst) {
			worst, why = r, reason
		}
	}
	v.Walk("", func(_ string, part value.Value) {
		switch {
		case part.Known() || part.Cause == value.Absent:
		case part.Cause == value.External, part.Cause == value.Several && len(part.Waits) > 0:
			note(open, part.Reason.String())
		case part.Cause == value.Several:
			note(several, part.Reason.String())
		case part.Cause == value.Generated:
			note(generated, part.Reason.String())
		case part.Cause == value.Host:
			note(host, part.Reason.String())
		default:
			note(unread, part.Reason.String())
		}
	})
	return worst, why
}

// TestCoverage counts, over the checkouts in the folder $DEPLOYLINT_CORPUS, how many of the settings that rules look at are
// followed. It measures and never fails.
func TestCoverage(t *testing.T) {
	folder := os.Getenv("DEPLOYLINT_CORPUS")
	if folder == "" {
		t.Skip("DEPLOYLINT_CORPUS names no folder of checkouts")
	}
	trees, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil {
		t.Fatal(err)
	}
	total, reasons, settings := map[reading]int{}, map[string]int{}, 0
	for _, tree := range trees {
		d, err := load.Load(load.Options{Path: tree})
		if err != nil {
			t.Logf("%s: %v", filepath.Base(tree), err)
			continue
		}
		for _, s := range d.Sites {
			if s.Settings == nil {
				continue
			}
			count := map[reading]int{}
			for name := range strings.FieldsSeq(lookedAt) {
				v := s.Settings.Get(name)
				if v.Cause == value.Absent && !v.Known() {
					continue
				}
				r, why := read(v)
				count[r]++
				total[r]++
				settings++
				if r != known {
					reasons[string(r)+": "+why]++
				}
			}
			t.Logf("%s %s: %v", filepath.Base(tree), s.Name, count)
		}
	}
	t.Logf("%d settings: %v", settings, total)
	rows := make([]string, 0, len(reasons))
	for why := range reasons { // sorted below
		rows = append(rows, why)
	}
	slices.SortFunc(rows, func(a, b string) int { return cmp.Or(reasons[b]-reasons[a], strings.Compare(a, b)) })
	for _, why := range rows {
		t.Logf("%5d %s", reasons[why], why)
	}
}

// lookedAt are the settings that decide whether a deployment is ready.
const lookedAt = `
	DEBUG SECRET_KEY SECRET_KEY_FALLBACKS ALLOWED_HOSTS CSRF_TRUSTED_ORIGINS SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE
	CSRF_USE_SESSIONS SESSION_COOKIE_HTTPONLY SESSION_COOKIE_SAMESITE SESSION_COOKIE_DOMAIN SESSION_ENGINE SESSION_COOKIE_AGE
	SESSION_SERIALIZER CSRF_COOKIE_SAMESITE CSRF_COOKIE_HTTPONLY SECURE_SSL_REDIRECT SECURE_HSTS_SECONDS SECURE_HSTS_PRELOAD
	SECURE_HSTS_INCLUDE_SUBDOMAINS SECURE_CONTENT_TYPE_NOSNIFF SECURE_REFERRER_POLICY SECURE_CROSS_ORIGIN_OPENER_POLICY
	SECURE_PROXY_SSL_HEADER USE_X_FORWARDED_HOST USE_X_FORWARDED_PORT X_FRAME_OPTIONS STATIC_URL STATIC_ROOT STATICFILES_DIRS
	STATICFILES_STORAGE STORAGES MEDIA_URL MEDIA_ROOT DATABASES CACHES INSTALLED_APPS MIDDLEWARE MIDDLEWARE_CLASSES TEMPLATES
	LOGGING EMAIL_BACKEND EMAIL_HOST EMAIL_HOST_PASSWORD EMAIL_HOST_USER EMAIL_PORT EMAIL_USE_TLS EMAIL_USE_SSL ADMINS MANAGERS
	SERVER_EMAIL DEFAULT_FROM_EMAIL ROOT_URLCONF WSGI_APPLICATION ASGI_APPLICATION AUTH_PASSWORD_VALIDATORS PASSWORD_HASHERS
	AUTHENTICATION_BACKENDS INTERNAL_IPS TIME_ZONE USE_TZ LANGUAGE_CODE DATA_UPLOAD_MAX_MEMORY_SIZE FILE_UPLOAD_MAX_MEMORY_SIZE
	FILE_UPLOAD_PERMISSIONS FORCE_SCRIPT_NAME APPEND_SLASH PREPEND_WWW SILENCED_SYSTEM_CHECKS DEFAULT_AUTO_FIELD
	CORS_ALLOW_ALL_ORIGINS CORS_ORIGIN_ALLOW_ALL CORS_ALLOW_CREDENTIALS CELERY_BROKER_URL BROKER_URL CELERY_TASK_ALWAYS_EAGER
	CELERY_ALWAYS_EAGER CHANNEL_LAYERS REST_FRAMEWORK LOGGING_CONFIG DEFAULT_FILE_STORAGE`
