package secret

import "strings"

// IsName reports whether a setting, variable or key of this name holds a secret: SECRET_KEY, DB_PASSWORD, STRIPE_API_KEY.
func IsName(name string) bool {
	upper := strings.ToUpper(strings.NewReplacer("-", "_", ".", "_").Replace(name))
	if harmless(upper) {
		return false
	}
	words := strings.Split(upper, "_")
	for i, w := range words {
		switch w {
		case "SECRET", "SECRETS", "PASSWORD", "PASSWD", "PASSPHRASE", "PWD", "PASS", "TOKEN", "CREDENTIAL", "CREDENTIALS", "APIKEY", "DSN", "SECRETKEY":
			return true
		case "KEY":
			if i > 0 && keyed(words[i-1]) {
				return true
			}
		}
	}
	return false
}

// keyed reports whether a KEY of this kind is secret: API_KEY, PRIVATE_KEY.
func keyed(kind string) bool {
	switch kind {
	case "API", "ACCESS", "PRIVATE", "SECRET", "SIGNING", "ENCRYPTION", "CLIENT", "AUTH", "WRITE", "ACCOUNT", "SERVICE", "FERNET", "LICENSE":
		return true
	}
	return false
}

// harmless lists names that sound secret and are not: Django's and common packages' own settings about secrets.
func harmless(upper string) bool {
	switch upper {
	case "AUTH_USER_MODEL", "PASSWORD_HASHERS", "AUTH_PASSWORD_VALIDATORS", "PASSWORD_RESET_TIMEOUT", "PASSWORD_RESET_TIMEOUT_DAYS",
		"AWS_ACCESS_KEY_ID", "SESSION_COOKIE_NAME", "PWD", "OLDPWD":
		return true
	}
	for _, part := range []string{"CSRF_TOKEN", "TOKEN_URL", "PUBLIC_KEY", "PUBLISHABLE", "TOKEN_MODEL", "TOKEN_CREATOR", "SITE_KEY"} {
		if strings.Contains(upper, part) {
			return true
		}
	}
	for _, end := range []string{
		"_LIFETIME", "_EXPIRE", "_EXPIRES", "_EXPIRY", "_EXPIRATION", "_TIMEOUT", "_TTL", "_AGE", "_FILE", "_PATH", "_DIR", "_URL", "_URI",
		"_NAME", "_HEADER", "_PREFIX", "_LENGTH", "_MIN_LENGTH", "_MAX_LENGTH", "_ENABLED", "_REQUIRED", "_STRATEGY", "_RATE", "_BACKEND", "_BACKENDS",
		"_CLASS", "_CLASSES", "_SERIALIZER", "_VALIDATORS", "_FIELD", "_FIELDS", "_TYPE", "_ALGORITHM", "_MODEL", "_VIEW", "_TEMPLATE", "_FORM",
		"_FORMS", "_LIMIT", "_COUNT", "_HASHERS", "_ID",
	} {
		if strings.HasSuffix(upper, end) {
			return true
		}
	}
	return false
}
