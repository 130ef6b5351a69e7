package django

import "deploylint/internal/value"

// Default returns Django's own default of a setting in a version, from django/conf/global_settings.py, with a trail that
// says so; ok is false for names that Django of that version does not know.
func Default(name string, v Version) (value.Value, bool) {
	found, ok := changed(name, v)
	if !ok {
		found, ok = current(name)
		if !ok || !v.AtLeast(since(name).Major, since(name).Minor) {
			return value.Value{}, false
		}
	}
	return found.With(value.Step{How: value.Default, Text: "Django's default"}), true
}

// since returns the version that brought a setting; the zero Version for one that was always there.
func since(name string) Version {
	switch name {
	case "SESSION_COOKIE_SAMESITE", "CSRF_COOKIE_SAMESITE":
		return Version{2, 1}
	case "LANGUAGE_COOKIE_HTTPONLY", "LANGUAGE_COOKIE_SAMESITE", "LANGUAGE_COOKIE_SECURE", "SECURE_REFERRER_POLICY":
		return Version{3, 0}
	case "PASSWORD_RESET_TIMEOUT":
		return Version{3, 1}
	case "DEFAULT_AUTO_FIELD", "DATA_UPLOAD_MAX_NUMBER_FILES":
		return Version{3, 2}
	case "SECURE_CROSS_ORIGIN_OPENER_POLICY":
		return Version{4, 0}
	case "SECRET_KEY_FALLBACKS":
		return Version{4, 1}
	case "STORAGES":
		return Version{4, 2}
	case "FORMS_URLFIELD_ASSUME_HTTPS":
		return Version{5, 0}
	}
	return Version{}
}

// changed returns the defaults that other versions than the one of current have.
func changed(name string, v Version) (value.Value, bool) {
	before := func(major, minor int) bool { return !v.AtLeast(major, minor) }
	switch {
	case name == "X_FRAME_OPTIONS" && before(3, 0):
		return value.OfStr("SAMEORIGIN"), true
	case name == "SECURE_CONTENT_TYPE_NOSNIFF" && before(3, 0):
		return value.OfBool(false), true
	case name == "SECURE_BROWSER_XSS_FILTER" && before(4, 0):
		return value.OfBool(false), true
	case name == "FILE_UPLOAD_PERMISSIONS" && before(3, 0):
		return value.OfNone(), true
	case name == "SECURE_REFERRER_POLICY" && v == Version{3, 0}:
		return value.OfNone(), true
	case name == "USE_TZ" && before(5, 0):
		return value.OfBool(false), true
	case name == "USE_L10N" && before(5, 0):
		return value.OfBool(v.AtLeast(4, 0)), true
	case name == "MIDDLEWARE" && before(2, 0):
		return value.OfNone(), true
	case name == "MIDDLEWARE_CLASSES" && before(2, 0):
		return value.OfSequence(value.List,
			value.OfStr("django.middleware.common.CommonMiddleware"), value.OfStr("django.middleware.csrf.CsrfViewMiddleware")), true
	case name == "DEFAULT_FILE_STORAGE" && before(5, 1):
		return value.OfStr("django.core.files.storage.FileSystemStorage"), true
	case name == "STATICFILES_STORAGE" && before(5, 1):
		return value.OfStr("django.contrib.staticfiles.storage.StaticFilesStorage"), true
	case name == "DEFAULT_AUTO_FIELD" && v.AtLeast(6, 0):
		return value.OfStr("django.db.models.BigAutoField"), true
	case (name == "SECURE_CSP" || name == "SECURE_CSP_REPORT_ONLY") && v.AtLeast(6, 0):
		return value.OfDict(nil, nil), true
	}
	return value.Value{}, false
}

// current returns the defaults of Django 5.2.
func current(name string) (value.Value, bool) {
	switch name {
	case "ABSOLUTE_URL_OVERRIDES":
		return value.OfDict(nil, nil), true
	case "ADMINS":
		return value.OfSequence(value.List), true
	case "ALLOWED_HOSTS":
		return value.OfSequence(value.List), true
	case "APPEND_SLASH":
		return value.OfBool(true), true
	case "AUTHENTICATION_BACKENDS":
		return value.OfSequence(value.List, value.OfStr("django.contrib.auth.backends.ModelBackend")), true
	case "AUTH_PASSWORD_VALIDATORS":
		return value.OfSequence(value.List), true
	case "AUTH_USER_MODEL":
		return value.OfStr("auth.User"), true
	case "CACHES":
		return value.OfDict([]value.Value{value.OfStr("default")}, []value.Value{value.OfDict([]value.Value{value.OfStr("BACKEND")}, []value.Value{value.OfStr("django.core.cache.backends.locmem.LocMemCache")})}), true
	case "CACHE_MIDDLEWARE_ALIAS":
		return value.OfStr("default"), true
	case "CACHE_MIDDLEWARE_KEY_PREFIX":
		return value.OfStr(""), true
	case "CACHE_MIDDLEWARE_SECONDS":
		return value.OfInt(600), true
	case "CSRF_COOKIE_AGE":
		return value.OfInt(31449600), true
	case "CSRF_COOKIE_DOMAIN":
		return value.OfNone(), true
	case "CSRF_COOKIE_HTTPONLY":
		return value.OfBool(false), true
	case "CSRF_COOKIE_NAME":
		return value.OfStr("csrftoken"), true
	case "CSRF_COOKIE_PATH":
		return value.OfStr("/"), true
	case "CSRF_COOKIE_SAMESITE":
		return value.OfStr("Lax"), true
	case "CSRF_COOKIE_SECURE":
		return value.OfBool(false), true
	case "CSRF_FAILURE_VIEW":
		return value.OfStr("django.views.csrf.csrf_failure"), true
	case "CSRF_HEADER_NAME":
		return value.OfStr("HTTP_X_CSRFTOKEN"), true
	case "CSRF_TRUSTED_ORIGINS":
		return value.OfSequence(value.List), true
	case "CSRF_USE_SESSIONS":
		return value.OfBool(false), true
	case "DATABASES":
		return value.OfDict(nil, nil), true
	case "DATABASE_ROUTERS":
		return value.OfSequence(value.List), true
	case "DATA_UPLOAD_MAX_MEMORY_SIZE":
		return value.OfInt(2621440), true
	case "DATA_UPLOAD_MAX_NUMBER_FIELDS":
		return value.OfInt(1000), true
	case "DATA_UPLOAD_MAX_NUMBER_FILES":
		return value.OfInt(100), true
	case "DATETIME_FORMAT":
		return value.OfStr("N j, Y, P"), true
	case "DATETIME_INPUT_FORMATS":
		return value.OfSequence(value.List, value.OfStr("%Y-%m-%d %H:%M:%S"), value.OfStr("%Y-%m-%d %H:%M:%S.%f"), value.OfStr("%Y-%m-%d %H:%M"), value.OfStr("%m/%d/%Y %H:%M:%S"), value.OfStr("%m/%d/%Y %H:%M:%S.%f"), value.OfStr("%m/%d/%Y %H:%M"), value.OfStr("%m/%d/%y %H:%M:%S"), value.OfStr("%m/%d/%y %H:%M:%S.%f"), value.OfStr("%m/%d/%y %H:%M")), true
	case "DATE_FORMAT":
		return value.OfStr("N j, Y"), true
	case "DATE_INPUT_FORMATS":
		return value.OfSequence(value.List, value.OfStr("%Y-%m-%d"), value.OfStr("%m/%d/%Y"), value.OfStr("%m/%d/%y"), value.OfStr("%b %d %Y"), value.OfStr("%b %d, %Y"), value.OfStr("%d %b %Y"), value.OfStr("%d %b, %Y"), value.OfStr("%B %d %Y"), value.OfStr("%B %d, %Y"), value.OfStr("%d %B %Y"), value.OfStr("%d %B, %Y")), true
	case "DEBUG":
		return value.OfBool(false), true
	case "DEBUG_PROPAGATE_EXCEPTIONS":
		return value.OfBool(false), true
	case "DECIMAL_SEPARATOR":
		return value.OfStr("."), true
	case "DEFAULT_AUTO_FIELD":
		return value.OfStr("django.db.models.AutoField"), true
	case "DEFAULT_CHARSET":
		return value.OfStr("utf-8"), true
	case "DEFAULT_EXCEPTION_REPORTER":
		return value.OfStr("django.views.debug.ExceptionReporter"), true
	case "DEFAULT_EXCEPTION_REPORTER_FILTER":
		return value.OfStr("django.views.debug.SafeExceptionReporterFilter"), true
	case "DEFAULT_FROM_EMAIL":
		return value.OfStr("webmaster@localhost"), true
	case "DEFAULT_INDEX_TABLESPACE":
		return value.OfStr(""), true
	case "DEFAULT_TABLESPACE":
		return value.OfStr(""), true
	case "DISALLOWED_USER_AGENTS":
		return value.OfSequence(value.List), true
	case "EMAIL_BACKEND":
		return value.OfStr("django.core.mail.backends.smtp.EmailBackend"), true
	case "EMAIL_HOST":
		return value.OfStr("localhost"), true
	case "EMAIL_HOST_PASSWORD":
		return value.OfStr(""), true
	case "EMAIL_HOST_USER":
		return value.OfStr(""), true
	case "EMAIL_PORT":
		return value.OfInt(25), true
	case "EMAIL_SSL_CERTFILE":
		return value.OfNone(), true
	case "EMAIL_SSL_KEYFILE":
		return value.OfNone(), true
	case "EMAIL_SUBJECT_PREFIX":
		return value.OfStr("[Django] "), true
	case "EMAIL_TIMEOUT":
		return value.OfNone(), true
	case "EMAIL_USE_LOCALTIME":
		return value.OfBool(false), true
	case "EMAIL_USE_SSL":
		return value.OfBool(false), true
	case "EMAIL_USE_TLS":
		return value.OfBool(false), true
	case "FILE_UPLOAD_DIRECTORY_PERMISSIONS":
		return value.OfNone(), true
	case "FILE_UPLOAD_HANDLERS":
		return value.OfSequence(value.List, value.OfStr("django.core.files.uploadhandler.MemoryFileUploadHandler"), value.OfStr("django.core.files.uploadhandler.TemporaryFileUploadHandler")), true
	case "FILE_UPLOAD_MAX_MEMORY_SIZE":
		return value.OfInt(2621440), true
	case "FILE_UPLOAD_PERMISSIONS":
		return value.OfInt(420), true
	case "FILE_UPLOAD_TEMP_DIR":
		return value.OfNone(), true
	case "FIRST_DAY_OF_WEEK":
		return value.OfInt(0), true
	case "FIXTURE_DIRS":
		return value.OfSequence(value.List), true
	case "FORCE_SCRIPT_NAME":
		return value.OfNone(), true
	case "FORMAT_MODULE_PATH":
		return value.OfNone(), true
	case "FORMS_URLFIELD_ASSUME_HTTPS":
		return value.OfBool(false), true
	case "FORM_RENDERER":
		return value.OfStr("django.forms.renderers.DjangoTemplates"), true
	case "IGNORABLE_404_URLS":
		return value.OfSequence(value.List), true
	case "INSTALLED_APPS":
		return value.OfSequence(value.List), true
	case "INTERNAL_IPS":
		return value.OfSequence(value.List), true
	case "LANGUAGE_CODE":
		return value.OfStr("en-us"), true
	case "LANGUAGE_COOKIE_AGE":
		return value.OfNone(), true
	case "LANGUAGE_COOKIE_DOMAIN":
		return value.OfNone(), true
	case "LANGUAGE_COOKIE_HTTPONLY":
		return value.OfBool(false), true
	case "LANGUAGE_COOKIE_NAME":
		return value.OfStr("django_language"), true
	case "LANGUAGE_COOKIE_PATH":
		return value.OfStr("/"), true
	case "LANGUAGE_COOKIE_SAMESITE":
		return value.OfNone(), true
	case "LANGUAGE_COOKIE_SECURE":
		return value.OfBool(false), true
	case "LOCALE_PATHS":
		return value.OfSequence(value.List), true
	case "LOGGING":
		return value.OfDict(nil, nil), true
	case "LOGGING_CONFIG":
		return value.OfStr("logging.config.dictConfig"), true
	case "LOGIN_REDIRECT_URL":
		return value.OfStr("/accounts/profile/"), true
	case "LOGIN_URL":
		return value.OfStr("/accounts/login/"), true
	case "LOGOUT_REDIRECT_URL":
		return value.OfNone(), true
	case "MANAGERS":
		return value.OfSequence(value.List), true
	case "MEDIA_ROOT":
		return value.OfStr(""), true
	case "MEDIA_URL":
		return value.OfStr(""), true
	case "MESSAGE_STORAGE":
		return value.OfStr("django.contrib.messages.storage.fallback.FallbackStorage"), true
	case "MIDDLEWARE":
		return value.OfSequence(value.List), true
	case "MIGRATION_MODULES":
		return value.OfDict(nil, nil), true
	case "MONTH_DAY_FORMAT":
		return value.OfStr("F j"), true
	case "NUMBER_GROUPING":
		return value.OfInt(0), true
	case "PASSWORD_HASHERS":
		return value.OfSequence(value.List, value.OfStr("django.contrib.auth.hashers.PBKDF2PasswordHasher"), value.OfStr("django.contrib.auth.hashers.PBKDF2SHA1PasswordHasher"), value.OfStr("django.contrib.auth.hashers.Argon2PasswordHasher"), value.OfStr("django.contrib.auth.hashers.BCryptSHA256PasswordHasher"), value.OfStr("django.contrib.auth.hashers.ScryptPasswordHasher")), true
	case "PASSWORD_RESET_TIMEOUT":
		return value.OfInt(259200), true
	case "PREPEND_WWW":
		return value.OfBool(false), true
	case "SECRET_KEY":
		return value.OfStr(""), true
	case "SECRET_KEY_FALLBACKS":
		return value.OfSequence(value.List), true
	case "SECURE_CONTENT_TYPE_NOSNIFF":
		return value.OfBool(true), true
	case "SECURE_CROSS_ORIGIN_OPENER_POLICY":
		return value.OfStr("same-origin"), true
	case "SECURE_HSTS_INCLUDE_SUBDOMAINS":
		return value.OfBool(false), true
	case "SECURE_HSTS_PRELOAD":
		return value.OfBool(false), true
	case "SECURE_HSTS_SECONDS":
		return value.OfInt(0), true
	case "SECURE_PROXY_SSL_HEADER":
		return value.OfNone(), true
	case "SECURE_REDIRECT_EXEMPT":
		return value.OfSequence(value.List), true
	case "SECURE_REFERRER_POLICY":
		return value.OfStr("same-origin"), true
	case "SECURE_SSL_HOST":
		return value.OfNone(), true
	case "SECURE_SSL_REDIRECT":
		return value.OfBool(false), true
	case "SERVER_EMAIL":
		return value.OfStr("root@localhost"), true
	case "SESSION_CACHE_ALIAS":
		return value.OfStr("default"), true
	case "SESSION_COOKIE_AGE":
		return value.OfInt(1209600), true
	case "SESSION_COOKIE_DOMAIN":
		return value.OfNone(), true
	case "SESSION_COOKIE_HTTPONLY":
		return value.OfBool(true), true
	case "SESSION_COOKIE_NAME":
		return value.OfStr("sessionid"), true
	case "SESSION_COOKIE_PATH":
		return value.OfStr("/"), true
	case "SESSION_COOKIE_SAMESITE":
		return value.OfStr("Lax"), true
	case "SESSION_COOKIE_SECURE":
		return value.OfBool(false), true
	case "SESSION_ENGINE":
		return value.OfStr("django.contrib.sessions.backends.db"), true
	case "SESSION_EXPIRE_AT_BROWSER_CLOSE":
		return value.OfBool(false), true
	case "SESSION_FILE_PATH":
		return value.OfNone(), true
	case "SESSION_SAVE_EVERY_REQUEST":
		return value.OfBool(false), true
	case "SESSION_SERIALIZER":
		return value.OfStr("django.contrib.sessions.serializers.JSONSerializer"), true
	case "SHORT_DATETIME_FORMAT":
		return value.OfStr("m/d/Y P"), true
	case "SHORT_DATE_FORMAT":
		return value.OfStr("m/d/Y"), true
	case "SIGNED_COOKIE_LEGACY_SALT_FALLBACK":
		return value.OfBool(true), true
	case "SIGNING_BACKEND":
		return value.OfStr("django.core.signing.TimestampSigner"), true
	case "SILENCED_SYSTEM_CHECKS":
		return value.OfSequence(value.List), true
	case "STATICFILES_DIRS":
		return value.OfSequence(value.List), true
	case "STATICFILES_FINDERS":
		return value.OfSequence(value.List, value.OfStr("django.contrib.staticfiles.finders.FileSystemFinder"), value.OfStr("django.contrib.staticfiles.finders.AppDirectoriesFinder")), true
	case "STATIC_ROOT":
		return value.OfNone(), true
	case "STATIC_URL":
		return value.OfNone(), true
	case "STORAGES":
		return value.OfDict([]value.Value{value.OfStr("default"), value.OfStr("staticfiles")}, []value.Value{value.OfDict([]value.Value{value.OfStr("BACKEND")}, []value.Value{value.OfStr("django.core.files.storage.FileSystemStorage")}), value.OfDict([]value.Value{value.OfStr("BACKEND")}, []value.Value{value.OfStr("django.contrib.staticfiles.storage.StaticFilesStorage")})}), true
	case "TEMPLATES":
		return value.OfSequence(value.List), true
	case "TEST_NON_SERIALIZED_APPS":
		return value.OfSequence(value.List), true
	case "TEST_RUNNER":
		return value.OfStr("django.test.runner.DiscoverRunner"), true
	case "THOUSAND_SEPARATOR":
		return value.OfStr(","), true
	case "TIME_FORMAT":
		return value.OfStr("P"), true
	case "TIME_INPUT_FORMATS":
		return value.OfSequence(value.List, value.OfStr("%H:%M:%S"), value.OfStr("%H:%M:%S.%f"), value.OfStr("%H:%M")), true
	case "TIME_ZONE":
		return value.OfStr("America/Chicago"), true
	case "USE_I18N":
		return value.OfBool(true), true
	case "USE_THOUSAND_SEPARATOR":
		return value.OfBool(false), true
	case "USE_TZ":
		return value.OfBool(true), true
	case "USE_X_FORWARDED_HOST":
		return value.OfBool(false), true
	case "USE_X_FORWARDED_PORT":
		return value.OfBool(false), true
	case "WSGI_APPLICATION":
		return value.OfNone(), true
	case "X_FRAME_OPTIONS":
		return value.OfStr("DENY"), true
	case "YEAR_MONTH_FORMAT":
		return value.OfStr("F Y"), true
	}
	return value.Value{}, false
}
