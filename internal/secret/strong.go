package secret

import "strings"

// strong reports whether a text under a name that sounds secret is a secret by its own looks: in files that are not
// evaluated, nothing else tells it from a word.
func strong(name, text string) bool {
	if !printable(text) || isHash(text) || isPattern(text) {
		return false
	}
	switch Classify(name, text) {
	case Provider:
		return true
	case Likely:
	default:
		return false
	}
	upper := upperWords(name)
	switch {
	case strings.HasSuffix(upper, "SECRET_KEY"):
		return len(text) >= 8
	case strings.Contains(upper, "PASS") || strings.Contains(upper, "PWD"):
		return strongPassword(text)
	}
	return len(text) >= 16 && classes(text) >= 2 && (entropy(text) >= 3.5 || strings.Trim(text, "0123456789abcdefABCDEF") == "" && varied(text))
}

// strongPassword reports whether a text is a password that somebody chose with care. An address, a path, a word of some
// language or what says that it is for tests is none.
func strongPassword(text string) bool {
	lower := strings.ToLower(text)
	word := strings.Trim(lower, letters) == "" && strings.HasSuffix(lower, text[min(1, len(text)):]) // but for its first letter
	if word || strings.Contains(lower, "test") {
		return false
	}
	return Classify("password", text) == Likely && len(text) >= 8 && classes(text) >= 2 && entropy(text) >= 2.5 && !strings.ContainsAny(text, "(){}<> ")
}

// printable reports whether a text is of the characters that keys and most passwords are made of: what people read in
// other scripts beside such a name is about a secret.
func printable(text string) bool {
	for i := range len(text) {
		if text[i] <= ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

// isPattern reports whether a text is a regular expression for keys rather than one of them.
func isPattern(text string) bool {
	for _, class := range []string{"[a-z", "[A-Z", "[0-9", `[\w`} {
		if strings.Contains(text, class) {
			return true
		}
	}
	return false
}

// isHash reports whether a text is the hash of a password as Django or crypt(3) keep it. It is no way in by itself.
func isHash(text string) bool {
	if strings.HasPrefix(text, "!") && len(text) == len("!")+40 {
		return true // what Django writes where there is no password
	}
	for _, algorithm := range []string{"pbkdf2_", "argon2", "bcrypt", "scrypt$", "md5$", "sha1$", "$2", "$1$", "$5$", "$6$", "$apr1$", "{SHA"} {
		if strings.HasPrefix(text, algorithm) && strings.Count(text, "$")+strings.Count(text, "}") >= 1 {
			return true
		}
	}
	return false
}

// classes counts the kinds of characters in a text: small letters, capitals, digits, others.
func classes(text string) int {
	n := 0
	for _, set := range []string{"abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"} {
		if strings.ContainsAny(text, set) {
			n++
		}
	}
	if strings.Trim(text, letters+"0123456789") != "" {
		n++
	}
	return n
}

// minted reports whether a text can only have been made by a program that makes keys.
func minted(text string) bool {
	return len(text) >= 32 && (strings.Trim(text, "0123456789abcdef") == "" || strings.Trim(text, "0123456789ABCDEF") == "") && varied(text)
}

// random reports whether a text is so mixed that nobody would have named anything so.
func random(text string) bool {
	const enough = 24
	if len(text) < enough || strings.Trim(text, word) != "" || classes(text) < 3 || entropy(text) < 3.7 || counts(text) {
		return false
	}
	return countAny(text, digits) >= 3 && countAny(text, letters[:26]) >= 3
}

// countAny counts the bytes of a text that are of a set.
func countAny(text, set string) int {
	n := 0
	for i := range len(text) {
		if strings.IndexByte(set, text[i]) >= 0 {
			n++
		}
	}
	return n
}
