package secret

import (
	"math"
	"net/url"
	"slices"
	"strings"
)

// Class says what the value of something secret is.
type Class uint8

// The classes of a value.
const (
	// Plain is an ordinary text: a dotted path, a rate, a word.
	Plain Class = iota
	// Empty is no value at all.
	Empty
	// Reference points to where the secret lives: ${X}, %(ENV_X)s, {{ x }}, <secret>, vault:….
	Reference
	// Placeholder waits to be replaced: changeme, your-secret-key, xxx.
	Placeholder
	// Weak is a password that anybody guesses: postgres, admin, 12345.
	Weak
	// Likely looks like a real secret.
	Likely
	// Provider has the form that one provider gives its secrets.
	Provider
)

// Classify says what value is, given the name that holds it.
func Classify(name, value string) Class {
	trimmed := strings.TrimSpace(value)
	switch {
	case trimmed == "":
		return Empty
	case isReference(trimmed):
		return Reference
	case ProviderOf(trimmed) != "":
		return Provider
	case isURL(trimmed):
		return Plain // its password, if it has one, is classified on its own; see URLPassword
	case isWeak(strings.ToLower(trimmed)):
		return Weak
	case isPlaceholder(strings.ToLower(name), strings.ToLower(trimmed)):
		return Placeholder
	case saysPassword(strings.ToLower(trimmed)):
		return Weak
	case looksPlain(name, trimmed):
		return Plain
	}
	return Likely
}

// Of says what a text under a name is, and which part of it is secret: the password where it is a URL, else all of it. The
// name may be that of an element of a list: API_KEYS[0] holds a secret, PASSWORD_RULES[0] does not.
func Of(name, text string) (class Class, part string) {
	if user, password, ok := URLPassword(text); ok {
		class = Classify("password", password)
		if user == password {
			class = Weak
		}
		if !strings.Contains(text, password) {
			return class, text // it is escaped in the URL
		}
		return class, password
	}
	name, _, listed := strings.Cut(name, "[")
	switch {
	case IsName(name) && (!listed || IsPlural(name)):
		return Classify(name, text), text
	case ProviderOf(text) != "":
		return Provider, text
	}
	return Plain, text
}

func isReference(value string) bool {
	for _, start := range []string{
		"${", "`", "{{", "{%", "<", "op://", "vault:", "ssm:", "arn:", "ENC[", "!vault", "os.environ", "env(", "file:", "/run/secrets/",
	} {
		if strings.HasPrefix(value, start) {
			return true
		}
	}
	if name, ok := strings.CutPrefix(value, "$"); ok && (isWord(name) || isCommand(name)) {
		return true
	}
	for _, mark := range []string{"__", "@@"} {
		if inner, ok := strings.CutPrefix(value, mark); ok && strings.HasSuffix(inner, mark) {
			return true
		}
	}
	if strings.HasPrefix(value, "%(") && strings.Contains(value, ")s") || strings.Trim(value, "*") == "" {
		return true
	}
	return isVariable(value)
}

// isCommand reports whether s is, behind the dollar, a shell's command substitution: $(openssl rand -hex 32).
func isCommand(s string) bool {
	inner, ok := strings.CutPrefix(s, "(")
	rest := strings.TrimLeft(inner, letters+"0123456789_=./-")
	return ok && (rest == "" || strings.IndexByte(" )|", rest[0]) >= 0)
}

// isVariable reports whether s is the name of an environment variable.
func isVariable(s string) bool {
	return strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_") == "" && strings.Contains(strings.Trim(s, "_"), "_")
}

// isWord reports whether s is one identifier.
func isWord(s string) bool {
	for i, r := range s {
		if r != '_' && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return s != ""
}

// isWeak reports whether a password is one that every scanner tries first, with the digits behind it that people add where
// they must.
func isWeak(lower string) bool {
	const mostAdded = 6
	word := strings.TrimRight(lower, "0123456789!@#$_-.")
	return isCommon(lower) || len(lower)-len(word) <= mostAdded && isCommon(word)
}

// isCommon lists the passwords that every scanner tries first.
func isCommon(lower string) bool {
	switch lower {
	case "password", "passwd", "pass", "passw0rd", "admin", "root", "toor", "postgres", "mysql", "django", "guest", "user", "test", "secret",
		"s3cr3t", "letmein", "qwerty", "123", "1234", "12345", "123456", "12345678", "123456789", "1234567890", "rootroot", "rabbitmq", "redis",
		"minio", "minioadmin", "default", "changeit", "password123", "admin123", "root123", "debug", "dev", "local", "demo",
		"python", "python3", "ubuntu", "linux", "docker", "nginx", "celery", "gunicorn", "database", "db", "mypass", "welcome", "monkey", "dragon",
		"abc123", "hello", "world", "example", "sample":
		return true
	}
	return false
}

// saysPassword reports whether a short password is made from the word itself: rootpwd, devpass, thepassword.
func saysPassword(lower string) bool {
	return len(lower) <= 20 && (strings.Contains(lower, "password") || strings.HasSuffix(lower, "pass") || strings.HasSuffix(lower, "pwd"))
}

func isPlaceholder(name, value string) bool {
	flat := strings.NewReplacer("-", "_", " ", "_", ".", "_").Replace(value)
	if flat == name || slices.ContainsFunc(pleas(), func(p string) bool { return strings.Contains(flat, p) }) {
		return true
	}
	if strings.Contains(value, "eby8vdm02xnocqflquwjpllmetlcdxj1ouzft50usrz6ifsufq2uvercz4i6tq/k1szfptotr/kbhbeksogmgw==") {
		return true // the key of Azure's storage emulator: https://learn.microsoft.com/azure/storage/common/storage-use-azurite
	}
	if isDocumented(value) {
		return true
	}
	if isGenerated(value) {
		return false
	}
	for _, part := range []string{
		"your_", "example", "dummy", "fake", "sample", "replace", "insert", "todo", "fixme", "xxx", "not_set", "build_key", "build_only", "for_test",
		"for_ci", "for_dev", "for_build", "just_for", "only_for", "my_secret", "mysecret", "some_secret", "secret_key", "secretkey", "unsafe", "your-",
	} {
		if strings.Contains(flat, part) {
			return true
		}
	}
	for _, start := range []string{"abcdef", "asdfgh", "qwerty", "123456", "012345", "test_", "local_", "sk_test_", "rk_test_", "pk_test_"} {
		if strings.HasPrefix(flat, start) {
			return true
		}
	}
	rest := strings.NewReplacer("foo", "", "bar", "", "baz", "", "abc", "", "asdf", "").Replace(flat)
	if rest != flat && strings.Trim(rest, "_0123456789") == "" {
		return true
	}
	switch flat {
	case "none", "null", "false", "true", "yes", "no", "on", "off", "empty", "undefined", "unset", "n/a", "tbd", "key", "token", "secret", "string":
		return true
	}
	distinct := map[rune]bool{}
	for _, r := range value {
		distinct[r] = true
	}
	return len(distinct) <= 2 || strings.HasPrefix("0123456789012345678901234567890123456789", value)
}

// pleas are the phrases of a placeholder that no generated text holds by chance.
func pleas() []string {
	return []string{
		"changeme", "change_me", "change_this", "changethis", "change_it", "placeholder", "not_a_secret", "notasecret", "not_secret", "notsecret",
		"not_so_secret", "insecure_key", "insecure_secret", "build_time", "super_secret", "supersecret", "yoursecret", "your_secret", "yourpassword",
		"replace_me", "replace_this",
	}
}

// isGenerated reports whether a text is as long and as varied as what programs make: short words in it mean nothing.
func isGenerated(value string) bool {
	return len(value) >= 40 && entropy(value) >= 4.2 && strings.Trim(value, "abcdefghijklmnopqrstuvwxyz_-. ") != "" && !strings.ContainsAny(value, " ") && !counts(value)
}

// counts reports whether a text runs through the alphabet or the digits.
func counts(value string) bool {
	run := 0
	for i := 1; i < len(value); i++ {
		if run++; value[i] != value[i-1]+1 {
			run = 0
		}
		if run == 5 {
			return true
		}
	}
	return false
}

// looksPlain reports whether value is an ordinary text although its name sounds secret.
func looksPlain(name, value string) bool {
	if isDotted(value) || isRate(value) || isSlug(value) {
		return true
	}
	lower := strings.ToLower(name)
	if strings.Contains(lower, "pass") || strings.Contains(lower, "pwd") {
		return false // people do choose short words
	}
	return isShortWord(value) || len(value) < 8 || strings.Contains(value, " ") || strings.HasPrefix(value, "/") || entropy(value) < 2.5
}

// isDotted reports whether s is a dotted Python name.
func isDotted(s string) bool {
	head, tail, ok := strings.Cut(s, ".")
	for ok && isWord(head) {
		head, tail, ok = strings.Cut(tail, ".")
	}
	return strings.Contains(s, ".") && !ok && isWord(head)
}

// isRate reports whether s is a throttle rate such as 5/min, or some of them as allauth writes them: 5/m/ip,10/300s/key.
func isRate(s string) bool {
	for one := range strings.SplitSeq(s, ",") {
		parts := strings.Split(strings.TrimSpace(one), "/")
		if len(parts) < 2 || len(parts) > 3 || parts[0] == "" || strings.Trim(parts[0], "0123456789") != "" {
			return false
		}
		parts[1] = strings.TrimLeft(parts[1], "0123456789")
		if slices.ContainsFunc(parts[1:], func(p string) bool { return !isWord(p) }) {
			return false
		}
	}
	return true
}

// isSlug reports whether s is lower-case words with hyphens, colons, blanks or the like between them.
func isSlug(s string) bool {
	words := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("-_:./ ", r) })
	for _, w := range words {
		if strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") != "" {
			return false
		}
	}
	return len(words) > 1
}

func isShortWord(s string) bool {
	return len(s) <= 12 && strings.Trim(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz") == ""
}

// entropy is Shannon's, in bits for each byte.
func entropy(s string) float64 {
	var counts [256]int
	for i := range len(s) {
		counts[s[i]]++
	}
	bits := 0.0
	for _, n := range counts {
		if n > 0 {
			p := float64(n) / float64(len(s))
			bits -= p * math.Log2(p)
		}
	}
	return bits
}

// URLPassword returns the user and password that a URL such as postgres://user:password@host/db carries. A password may
// hold what should have been escaped in it, such as "#": urllib and psycopg take it all the same.
func URLPassword(value string) (user, password string, ok bool) {
	if !isURL(value) {
		return "", "", false
	}
	_, rest, _ := strings.Cut(value, "://")
	authority, _, _ := strings.Cut(rest, "/")
	at := strings.LastIndexByte(authority, '@')
	if at < 0 {
		return "", "", false
	}
	user, password, ok = strings.Cut(authority[:at], ":")
	if plain, err := url.PathUnescape(password); err == nil {
		password = plain
	}
	return user, password, ok && password != ""
}

// isURL reports whether s begins as a URL does, and is one word.
func isURL(s string) bool {
	scheme, _, ok := strings.Cut(s, "://")
	return ok && scheme != "" && strings.Trim(strings.ToLower(scheme), "abcdefghijklmnopqrstuvwxyz0123456789+-.") == "" && !strings.ContainsAny(s, " \t\r\n\x00")
}
