package secret

import (
	"slices"
	"strings"
	"unicode"
)

// IsName reports whether a setting, variable or key of this name holds a secret: SECRET_KEY, db-password, clientSecret.
func IsName(name string) bool {
	upper := upperWords(name)
	return sounds(upper) && !harmless(upper)
}

// sounds reports whether one of the words of a name is what secrets are called.
func sounds(upper string) bool {
	before := ""
	for w := range strings.SplitSeq(upper, "_") {
		w = strings.TrimRight(w, "0123456789") // API_KEY2
		if strings.HasSuffix(w, "PASSWORD") || strings.HasSuffix(w, "PASSWD") {
			return true // PGPASSWORD
		}
		switch w {
		case "SECRET", "SECRETS", "PASSWORD", "PASSWORDS", "PASSWD", "PASSPHRASE", "PWD", "PASS", "TOKEN", "TOKENS", "CREDENTIAL", "CREDENTIALS",
			"APIKEY", "APIKEYS", "DSN", "SECRETKEY", "SALT", "PEPPER":
			return true
		case "KEY", "KEYS":
			if keyed(before) {
				return true
			}
		}
		before = w
	}
	return false
}

// IsPlural reports whether the elements of a list of this name are secrets: API_KEYS, not PASSWORD_RULES.
func IsPlural(name string) bool {
	upper := upperWords(name)
	switch upper[strings.LastIndexByte(upper, '_')+1:] {
	case "SECRETS", "PASSWORDS", "TOKENS", "CREDENTIALS", "KEYS", "APIKEYS", "FALLBACKS":
		return IsName(name)
	}
	return false
}

// upperWords writes a name the way settings are written: db-password and dbPassword are DB_PASSWORD.
func upperWords(name string) string {
	if strings.IndexFunc(name, func(r rune) bool { return r >= 'a' || r == '-' || r == '.' }) < 0 {
		return name // most are written so
	}
	var b strings.Builder
	before := rune('_')
	for _, r := range name {
		switch {
		case r == '-', r == '.':
			r = '_'
		case unicode.IsUpper(r) && unicode.IsLower(before):
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToUpper(r))
		before = r
	}
	return b.String()
}

// keyed reports whether a KEY of this kind is secret: API_KEY, PRIVATE_KEY.
func keyed(kind string) bool {
	switch kind {
	case "API", "ACCESS", "PRIVATE", "SECRET", "SIGNING", "ENCRYPTION", "CRYPTO", "CLIENT", "AUTH", "WRITE", "ACCOUNT", "SERVICE", "FERNET",
		"LICENSE", "JWT", "HMAC", "MASTER", "DEPLOY", "SERVER", "ADMIN":
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
	for _, part := range []string{
		"CSRF_TOKEN", "TOKEN_URL", "PUBLIC_KEY", "PUBLISHABLE", "TOKEN_MODEL", "TOKEN_CREATOR", "SITE_KEY", "PUBLIC_TOKEN", "PASSWORD_RESET",
		"RUDDER_WRITE_KEY", "SEGMENT_WRITE_KEY", // browsers are given them
	} {
		if strings.Contains(upper, part) {
			return true
		}
	}
	return slices.Contains(harmlessEnds(), upper[strings.LastIndexByte(upper, '_')+1:])
}

// harmlessEnds are the last words of names that say something about a secret: how long it lives, where it lies.
func harmlessEnds() []string {
	return []string{
		"LIFETIME", "EXPIRE", "EXPIRES", "EXPIRY", "EXPIRATION", "TIMEOUT", "TTL", "AGE", "FILE", "PATH", "DIR", "URL", "URI",
		"NAME", "HEADER", "PREFIX", "LENGTH", "ENABLED", "REQUIRED", "STRATEGY", "RATE", "BACKEND", "BACKENDS",
		"CLASS", "CLASSES", "SERIALIZER", "VALIDATORS", "FIELD", "FIELDS", "TYPE", "TYPES", "ALGORITHM", "MODEL", "VIEW", "TEMPLATE", "FORM",
		"FORMS", "LIMIT", "COUNT", "HASHERS", "ID", "LABEL", "GENERATOR", "POLICY", "SCOPE", "SCOPES", "TICKET", "HASH", "SHA", "SHA2", "SHA256",
	}
}
