package django

import "deploylint/internal/value"

// coreSettings are those of the project as a whole.
func coreSettings() []setting {
	old := Oldest()
	return []setting{
		{name: "DEBUG", since: old, def: truth(false)},
		{name: "DEBUG_PROPAGATE_EXCEPTIONS", since: old, def: truth(false)},
		{name: "TEMPLATE_DEBUG", since: old, until: Of(1, 10), def: truth(false)},
		{name: "ADMINS", since: old, def: sequence()},
		{name: "MANAGERS", since: old, def: sequence()},
		{name: "INTERNAL_IPS", since: old, def: sequence()},
		{name: "ALLOWED_HOSTS", since: old, def: list()},
		{name: "INSTALLED_APPS", since: old, def: sequence()},
		{name: "TEMPLATES", since: old, def: list()},
		{name: "TEMPLATE_DIRS", since: old, until: Of(1, 10), def: sequence()},
		{name: "TEMPLATE_LOADERS", since: old, until: Of(1, 10), def: sequence(
			"django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader")},
		{name: "TEMPLATE_CONTEXT_PROCESSORS", since: old, until: Of(1, 10), def: object("tuple")},
		{name: "ALLOWED_INCLUDE_ROOTS", since: old, until: Of(1, 10), def: sequence()},
		{name: "FORM_RENDERER", since: Of(1, 11), def: str("django.forms.renderers.DjangoTemplates")},
		{name: "FORMS_URLFIELD_ASSUME_HTTPS", since: Of(5, 0), until: Of(6, 0), def: truth(false)},
		{name: "URLIZE_ASSUME_HTTPS", since: Of(6, 0), def: truth(false)},
		{name: "USE_BLANK_CHOICE_DASH", since: Of(6, 1), def: truth(false)},
		{name: "DATABASES", since: old, def: dict()},
		{name: "DATABASE_ROUTERS", since: old, def: list()},
		{name: "DEFAULT_AUTO_FIELD", since: Of(3, 2), def: from(6, 0,
			value.OfStr("django.db.models.AutoField"), value.OfStr("django.db.models.BigAutoField"))},
		{name: "DEFAULT_TABLESPACE", since: old, def: str("")},
		{name: "DEFAULT_INDEX_TABLESPACE", since: old, def: str("")},
		{name: "MIGRATION_MODULES", since: old, def: dict()},
		{name: "ROOT_URLCONF", since: old},
		{name: "WSGI_APPLICATION", since: old, def: none()},
		{name: "FORCE_SCRIPT_NAME", since: old, def: none()},
		{name: "ABSOLUTE_URL_OVERRIDES", since: old, def: dict()},
		{name: "FIXTURE_DIRS", since: old, def: sequence()},
		{name: "TEST_RUNNER", since: old, def: str("django.test.runner.DiscoverRunner")},
		{name: "TEST_NON_SERIALIZED_APPS", since: old, def: list()},
		{name: "SILENCED_SYSTEM_CHECKS", since: old, def: list()},
		{name: "LOGGING_CONFIG", since: old, def: str("logging.config.dictConfig")},
		{name: "LOGGING", since: old, def: dict()},
		{name: "DEFAULT_EXCEPTION_REPORTER", since: Of(3, 1), def: str("django.views.debug.ExceptionReporter")},
		{name: "DEFAULT_EXCEPTION_REPORTER_FILTER", since: old, def: str("django.views.debug.SafeExceptionReporterFilter")},
		{name: "DISALLOWED_USER_AGENTS", since: old, def: sequence()},
		{name: "IGNORABLE_404_URLS", since: old, def: sequence()},
		{name: "SITE_ID", since: old},
		{name: "TASKS", since: Of(6, 0), def: always(named(strDict("BACKEND", "django.tasks.backends.immediate.ImmediateBackend")))},
		{name: "AUTH_USER_MODEL", since: old, def: str("auth.User")},
		{name: "AUTHENTICATION_BACKENDS", since: old, def: sequence("django.contrib.auth.backends.ModelBackend")},
		{name: "LOGIN_URL", since: old, def: str("/accounts/login/")},
		{name: "LOGOUT_URL", since: old, until: Of(1, 10), def: str("/accounts/logout/")},
		{name: "LOGIN_REDIRECT_URL", since: old, def: str("/accounts/profile/")},
		{name: "LOGOUT_REDIRECT_URL", since: Of(1, 10), def: none()},
		{name: "PASSWORD_RESET_TIMEOUT_DAYS", since: old, until: Of(4, 0), def: num(3)},
		{name: "PASSWORD_RESET_TIMEOUT", since: Of(3, 1), def: num(259_200)},
		{name: "PASSWORD_HASHERS", since: old, def: passwordHashers},
		{name: "AUTH_PASSWORD_VALIDATORS", since: Of(1, 9), def: list()},
		{name: "DEFAULT_HASHING_ALGORITHM", since: Of(3, 1), until: Of(4, 0), def: str("sha256")},
		{name: "MESSAGE_STORAGE", since: old, def: str("django.contrib.messages.storage.fallback.FallbackStorage")},
	}
}

func passwordHashers(v Version) value.Value {
	const h = "django.contrib.auth.hashers."
	names := []string{h + "PBKDF2PasswordHasher", h + "PBKDF2SHA1PasswordHasher"}
	switch {
	case v.AtLeast(3, 2):
		names = append(names, h+"Argon2PasswordHasher", h+"BCryptSHA256PasswordHasher")
		if v.AtLeast(4, 0) {
			names = append(names, h+"ScryptPasswordHasher")
		}
	case v.AtLeast(1, 10):
		names = append(names, h+"Argon2PasswordHasher", h+"BCryptSHA256PasswordHasher")
		if !v.AtLeast(2, 1) {
			names = append(names, h+"BCryptPasswordHasher")
		}
	default:
		return value.OfObject("list")
	}
	return strs(value.List, names...)
}

// requestSettings are those of requests, middleware, caches and sessions.
func requestSettings() []setting {
	old := Oldest()
	return []setting{
		{name: "MIDDLEWARE", since: Of(1, 10), def: from(2, 0, value.OfNone(), strs(value.List))},
		{name: "MIDDLEWARE_CLASSES", since: old, until: Of(2, 0), def: func(v Version) value.Value {
			names := []string{"django.middleware.common.CommonMiddleware", "django.middleware.csrf.CsrfViewMiddleware"}
			if v.AtLeast(1, 9) {
				return strs(value.List, names...)
			}
			return strs(value.Tuple, names...)
		}},
		{name: "APPEND_SLASH", since: old, def: truth(true)},
		{name: "PREPEND_WWW", since: old, def: truth(false)},
		{name: "DEFAULT_CHARSET", since: old, def: str("utf-8")},
		{name: "DEFAULT_CONTENT_TYPE", since: old, until: Of(3, 0), def: str("text/html")},
		{name: "FILE_CHARSET", since: old, until: Of(3, 1), def: str("utf-8")},
		{name: "USE_ETAGS", since: old, until: Of(2, 1), def: truth(false)},
		{name: "USE_X_FORWARDED_HOST", since: old, def: truth(false)},
		{name: "USE_X_FORWARDED_PORT", since: Of(1, 9), def: truth(false)},
		{name: "CACHES", since: old, def: always(named(strDict("BACKEND", "django.core.cache.backends.locmem.LocMemCache")))},
		{name: "CACHE_MIDDLEWARE_KEY_PREFIX", since: old, def: str("")},
		{name: "CACHE_MIDDLEWARE_SECONDS", since: old, def: num(600)},
		{name: "CACHE_MIDDLEWARE_ALIAS", since: old, def: str("default")},
		{name: "SESSION_CACHE_ALIAS", since: old, def: str("default")},
		{name: "SESSION_COOKIE_NAME", since: old, def: str("sessionid")},
		{name: "SESSION_COOKIE_AGE", since: old, def: num(1_209_600)},
		{name: "SESSION_COOKIE_DOMAIN", since: old, def: none()},
		{name: "SESSION_COOKIE_SECURE", since: old, def: truth(false)},
		{name: "SESSION_COOKIE_PATH", since: old, def: str("/")},
		{name: "SESSION_COOKIE_HTTPONLY", since: old, def: truth(true)},
		{name: "SESSION_COOKIE_SAMESITE", since: Of(2, 1), def: str("Lax")},
		{name: "SESSION_SAVE_EVERY_REQUEST", since: old, def: truth(false)},
		{name: "SESSION_EXPIRE_AT_BROWSER_CLOSE", since: old, def: truth(false)},
		{name: "SESSION_ENGINE", since: old, def: str("django.contrib.sessions.backends.db")},
		{name: "SESSION_FILE_PATH", since: old, def: none()},
		{name: "SESSION_SERIALIZER", since: old, def: str("django.contrib.sessions.serializers.JSONSerializer")},
		{name: "SIGNED_COOKIE_LEGACY_SALT_FALLBACK", since: Of(5, 2), def: from(6, 1, value.OfBool(true), value.OfBool(false))},
		{name: "SIGNING_BACKEND", since: old, def: str("django.core.signing.TimestampSigner")},
	}
}

// storageSettings are those of files, uploads, media and static files.
func storageSettings() []setting {
	old := Oldest()
	const files, static = "django.core.files.storage.FileSystemStorage", "django.contrib.staticfiles.storage.StaticFilesStorage"
	storages := value.OfDict(
		[]value.Value{value.OfStr("default"), value.OfStr("staticfiles")},
		[]value.Value{strDict("BACKEND", files), strDict("BACKEND", static)})
	return []setting{
		{name: "STORAGES", since: Of(4, 2), def: always(storages)},
		{name: "DEFAULT_FILE_STORAGE", since: old, until: Of(5, 1), def: str(files)},
		{name: "STATICFILES_STORAGE", since: old, until: Of(5, 1), def: str(static)},
		{name: "MEDIA_ROOT", since: old, def: str("")},
		{name: "MEDIA_URL", since: old, def: str("")},
		{name: "STATIC_ROOT", since: old, def: none()},
		{name: "STATIC_URL", since: old, def: none()},
		{name: "STATICFILES_DIRS", since: old, def: sequence()},
		{name: "STATICFILES_FINDERS", since: old, def: sequence(
			"django.contrib.staticfiles.finders.FileSystemFinder", "django.contrib.staticfiles.finders.AppDirectoriesFinder")},
		{name: "FILE_UPLOAD_HANDLERS", since: old, def: sequence(
			"django.core.files.uploadhandler.MemoryFileUploadHandler",
			"django.core.files.uploadhandler.TemporaryFileUploadHandler")},
		{name: "FILE_UPLOAD_MAX_MEMORY_SIZE", since: old, def: num(2_621_440)},
		{name: "DATA_UPLOAD_MAX_MEMORY_SIZE", since: Of(1, 10), def: num(2_621_440)},
		{name: "DATA_UPLOAD_MAX_NUMBER_FIELDS", since: Of(1, 10), def: num(1000)},
		{name: "DATA_UPLOAD_MAX_NUMBER_FILES", since: Version{Major: 3, Minor: 2, Patch: 18}, def: num(100)},
		{name: "FILE_UPLOAD_TEMP_DIR", since: old, def: none()},
		{name: "FILE_UPLOAD_PERMISSIONS", since: old, def: from(3, 0, value.OfNone(), value.OfInt(0o644))},
		{name: "FILE_UPLOAD_DIRECTORY_PERMISSIONS", since: old, def: none()},
	}
}

// securitySettings are those of keys, cookies against forgery, and headers.
func securitySettings() []setting {
	old := Oldest()
	return []setting{
		{name: "SECRET_KEY", since: old, def: str("")},
		{name: "SECRET_KEY_FALLBACKS", since: Of(4, 1), def: list()},
		{name: "CSRF_FAILURE_VIEW", since: old, def: str("django.views.csrf.csrf_failure")},
		{name: "CSRF_COOKIE_NAME", since: old, def: str("csrftoken")},
		{name: "CSRF_COOKIE_AGE", since: old, def: num(31_449_600)},
		{name: "CSRF_COOKIE_DOMAIN", since: old, def: none()},
		{name: "CSRF_COOKIE_PATH", since: old, def: str("/")},
		{name: "CSRF_COOKIE_SECURE", since: old, def: truth(false)},
		{name: "CSRF_COOKIE_HTTPONLY", since: old, def: truth(false)},
		{name: "CSRF_COOKIE_SAMESITE", since: Of(2, 1), def: str("Lax")},
		{name: "CSRF_HEADER_NAME", since: Of(1, 9), def: str("HTTP_X_CSRFTOKEN")},
		{name: "CSRF_TRUSTED_ORIGINS", since: Of(1, 9), def: list()},
		{name: "CSRF_USE_SESSIONS", since: Of(1, 11), def: truth(false)},
		{name: "CSRF_COOKIE_MASKED", since: Of(4, 1), until: Of(5, 0), def: truth(false)},
		{name: "X_FRAME_OPTIONS", since: old, def: from(3, 0, value.OfStr("SAMEORIGIN"), value.OfStr("DENY"))},
		{name: "SECURE_BROWSER_XSS_FILTER", since: old, until: Of(4, 0), def: truth(false)},
		{name: "SECURE_CONTENT_TYPE_NOSNIFF", since: old, def: from(3, 0, value.OfBool(false), value.OfBool(true))},
		{name: "SECURE_CROSS_ORIGIN_OPENER_POLICY", since: Of(4, 0), def: str("same-origin")},
		{name: "SECURE_CSP", since: Of(6, 0), def: dict()},
		{name: "SECURE_CSP_REPORT_ONLY", since: Of(6, 0), def: dict()},
		{name: "SECURE_HSTS_INCLUDE_SUBDOMAINS", since: old, def: truth(false)},
		{name: "SECURE_HSTS_PRELOAD", since: Of(1, 11), def: truth(false)},
		{name: "SECURE_HSTS_SECONDS", since: old, def: num(0)},
		{name: "SECURE_PROXY_SSL_HEADER", since: old, def: none()},
		{name: "SECURE_REDIRECT_EXEMPT", since: old, def: list()},
		{name: "SECURE_REFERRER_POLICY", since: Of(3, 0), def: from(3, 1, value.OfNone(), value.OfStr("same-origin"))},
		{name: "SECURE_SSL_HOST", since: old, def: none()},
		{name: "SECURE_SSL_REDIRECT", since: old, def: truth(false)},
	}
}

// mailSettings are those of e-mail. 6.1 deprecates most of them for MAILERS, which has no default before 7.0.
func mailSettings() []setting {
	old := Oldest()
	return []setting{
		{name: "EMAIL_BACKEND", since: old, def: str("django.core.mail.backends.smtp.EmailBackend")},
		{name: "EMAIL_HOST", since: old, def: str("localhost")},
		{name: "EMAIL_PORT", since: old, def: num(25)},
		{name: "EMAIL_USE_LOCALTIME", since: Of(1, 11), def: truth(false)},
		{name: "EMAIL_HOST_USER", since: old, def: str("")},
		{name: "EMAIL_HOST_PASSWORD", since: old, def: str("")},
		{name: "EMAIL_USE_TLS", since: old, def: truth(false)},
		{name: "EMAIL_USE_SSL", since: old, def: truth(false)},
		{name: "EMAIL_SSL_CERTFILE", since: old, def: none()},
		{name: "EMAIL_SSL_KEYFILE", since: old, def: none()},
		{name: "EMAIL_TIMEOUT", since: old, def: none()},
		{name: "EMAIL_FILE_PATH", since: old},
		{name: "EMAIL_SUBJECT_PREFIX", since: old, def: str("[Django] ")},
		{name: "DEFAULT_FROM_EMAIL", since: old, def: str("webmaster@localhost")},
		{name: "SERVER_EMAIL", since: old, def: str("root@localhost")},
	}
}

// localeSettings are those of languages, formats and time.
func localeSettings() []setting {
	old := Oldest()
	return []setting{
		{name: "TIME_ZONE", since: old, def: str("America/Chicago")},
		{name: "USE_TZ", since: old, def: from(5, 0, value.OfBool(false), value.OfBool(true))},
		{name: "USE_DEPRECATED_PYTZ", since: Of(4, 0), until: Of(5, 0), def: truth(false)},
		{name: "LANGUAGE_CODE", since: old, def: str("en-us")},
		{name: "LANGUAGES", since: old, def: object("list of languages")},
		{name: "LANGUAGES_BIDI", since: old, def: object("list of languages")},
		{name: "USE_I18N", since: old, def: truth(true)},
		{name: "LOCALE_PATHS", since: old, def: sequence()},
		{name: "LANGUAGE_COOKIE_NAME", since: old, def: str("django_language")},
		{name: "LANGUAGE_COOKIE_AGE", since: old, def: none()},
		{name: "LANGUAGE_COOKIE_DOMAIN", since: old, def: none()},
		{name: "LANGUAGE_COOKIE_PATH", since: old, def: str("/")},
		{name: "LANGUAGE_COOKIE_SECURE", since: Of(3, 0), def: truth(false)},
		{name: "LANGUAGE_COOKIE_HTTPONLY", since: Of(3, 0), def: truth(false)},
		{name: "LANGUAGE_COOKIE_SAMESITE", since: Of(3, 0), def: none()},
		{name: "USE_L10N", since: old, until: Of(5, 0), def: from(4, 0, value.OfBool(false), value.OfBool(true))},
		{name: "FORMAT_MODULE_PATH", since: old, def: none()},
		{name: "DATE_FORMAT", since: old, def: str("N j, Y")},
		{name: "DATETIME_FORMAT", since: old, def: str("N j, Y, P")},
		{name: "TIME_FORMAT", since: old, def: str("P")},
		{name: "YEAR_MONTH_FORMAT", since: old, def: str("F Y")},
		{name: "MONTH_DAY_FORMAT", since: old, def: str("F j")},
		{name: "SHORT_DATE_FORMAT", since: old, def: str("m/d/Y")},
		{name: "SHORT_DATETIME_FORMAT", since: old, def: str("m/d/Y P")},
		{name: "DATE_INPUT_FORMATS", since: old, def: object("list of formats")},
		{name: "TIME_INPUT_FORMATS", since: old, def: object("list of formats")},
		{name: "DATETIME_INPUT_FORMATS", since: old, def: object("list of formats")},
		{name: "FIRST_DAY_OF_WEEK", since: old, def: num(0)},
		{name: "DECIMAL_SEPARATOR", since: old, def: str(".")},
		{name: "USE_THOUSAND_SEPARATOR", since: old, def: truth(false)},
		{name: "NUMBER_GROUPING", since: old, def: num(0)},
		{name: "THOUSAND_SEPARATOR", since: old, def: str(",")},
	}
}
