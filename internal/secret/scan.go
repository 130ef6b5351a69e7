package secret

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/source"
)

// A Hit is a secret that stands in a text.
type Hit struct {
	// Name is the name that holds the secret, "" where its form alone gives it away.
	Name string
	// Provider names whose form the secret has, "" for one of no known form.
	Provider string
	// Default is set for what a variable falls back to: ${SECRET_KEY:-this}.
	Default bool
	// Comment is set for what stands in a line that is a comment.
	Comment bool
	// Guessable is set for a password that everybody guesses, where it is all that guards something.
	Guessable bool
	// Span is the secret's place.
	Span source.Span
}

// A Kind says how much of a text is names and values.
type Kind uint8

// The kinds of texts.
const (
	// Config is a file of names and values: YAML, ini, an env file, a Dockerfile, a shell script.
	Config Kind = iota
	// Code is a program, where a name is followed by an expression. Only literals count there.
	Code
	// Prose is documentation, where only what has the form of a provider's secret counts.
	Prose
)

// A Scanner finds secrets in texts of any language. It looks at the lines that hold one of a few words and at nothing
// else, which is what makes it fast. It may be used by several goroutines.
type Scanner struct {
	// all are the words of names, addresses and keys, keys those of providers only.
	all, keys *words
}

// NewScanner returns a Scanner.
func NewScanner() *Scanner {
	names := []string{
		"secret", "passw", "passp", "_pass", "-pass", "pass=", "pass:", "_pwd", "pwd=", "pwd:", "pwd\"", "pwd'", "token", "_key", "-key", "ikey", "ekey", "skey",
		"ykey", "tkey", "'key", "\"key", "credential", "_dsn", "dsn=", "dsn:", "salt", "pepper", "basic_auth", "basic-auth", "sshpass", "requirepass", "curl ",
		"mysql", "redis-cli", "\"kty", "\"d\":",
	}
	urls := []string{"p://", "s://", "l://", "b://", "v://", "t://", "c://", "n://"}
	return &Scanner{all: newWords(slices.Concat(keyWords(), names, urls)), keys: newWords(keyWords())}
}

// of returns the words to look for in a text of a kind.
func (s *Scanner) of(kind Kind) *words {
	if kind == Prose {
		return s.keys
	}
	return s.all
}

// window is how many of a word's first letters are looked for; no word is shorter.
const window = 4

// words is a set of words to be found in a text, whatever their case. It goes through a text as Wu and Manber do: the
// last two letters of a window say how far the next window is that may be the beginning of a word ("A fast algorithm for
// multi-pattern searching", 1994).
type words struct {
	// symbols are the bytes, six bits each: capitals and small letters are one, and so is all that stands in no word.
	symbols [1 << 8]uint8
	// shifts tells by two symbols how far to go on.
	shifts [1 << 12]uint8
	// groups are the words by the last two symbols of their window.
	groups map[int][]string
}

func newWords(list []string) *words {
	w := &words{groups: map[int][]string{}}
	for i := range w.shifts {
		w.shifts[i] = window - 1
	}
	next := uint8(1)
	for _, word := range list {
		for i := range len(word) {
			if b := word[i]; w.symbols[b] == 0 {
				w.symbols[b] = next
				if b >= 'a' && b <= 'z' {
					w.symbols[b-'a'+'A'] = next
				}
				next++
			}
		}
	}
	for _, word := range list {
		for at := range window - 1 {
			pair := w.pair(word[at], word[at+1])
			w.shifts[pair] = min(w.shifts[pair], uint8(window-2-at))
		}
		last := w.pair(word[window-2], word[window-1])
		w.groups[last] = append(w.groups[last], word)
	}
	return w
}

// pair makes twelve bits of two bytes.
func (w *words) pair(a, b byte) int { return int(w.symbols[a]&63)<<6 | int(w.symbols[b]&63) }

// next returns the place of the first word at or after a place of a text, or -1.
func (w *words) next(text string, from int) int {
	for at := from + window - 1; at < len(text); {
		pair := w.pair(text[at-1], text[at])
		if shift := int(w.shifts[pair]); shift > 0 {
			at += shift
			continue
		}
		start := at - (window - 1)
		first, second := w.symbols[text[start]], w.symbols[text[start+1]]
		for _, word := range w.groups[pair] {
			if first == w.symbols[word[0]] && second == w.symbols[word[1]] && len(text)-start >= len(word) && strings.EqualFold(text[start:start+len(word)], word) {
				return start
			}
		}
		at++
	}
	return -1
}

// Scan returns the secrets in a file, in order.
func (s *Scanner) Scan(f *source.File, kind Kind) []Hit {
	t := &scan{file: f, kind: kind, docker: isDockerfile(f.Path), yaml: isYAML(f.Path), quoted: kind == Code || quotes(f.Path)}
	text := f.Text
	words := s.of(kind)
	for at := words.next(text, 0); at >= 0; {
		start := strings.LastIndexByte(text[:at], '\n') + 1
		end := len(text)
		if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
			end = at + n
		}
		t.line(start, end)
		at = words.next(text, end)
	}
	t.accounts()
	slices.SortStableFunc(t.hits, func(a, b Hit) int { return a.Span.Start - b.Span.Start })
	t.withoutStandIns()
	return t.hits
}

// Suspicious reports whether a file holds any secret.
func (s *Scanner) Suspicious(f *source.File, kind Kind) bool {
	return len(s.Scan(f, kind)) > 0
}

type scan struct {
	file         *source.File
	kind         Kind
	docker, yaml bool
	// quoted is set for languages that write every text in quotes.
	quoted bool
	hits   []Hit
	// jwk is set where the text seems to hold a JSON Web Key.
	jwk bool
	// docstrings are the texts in triple quotes of a Python file, once they have been looked for.
	docstrings []source.Span
	read       bool
}

// maxLine is the longest line that is looked at, in bytes: longer ones are written by programs.
const maxLine = 4096

func (t *scan) line(start, end int) {
	line := strings.TrimSuffix(t.file.Text[start:end], "\r")
	if len(line) > maxLine {
		return
	}
	t.jwk = t.jwk || strings.Contains(line, `"kty"`)
	if at := strings.Index(line, "-----BEGIN "); at >= 0 && t.privateKey(start+at) {
		return
	}
	before := len(t.hits)
	if t.kind != Prose && !t.builds(start) {
		t.names(line, start)
		t.commands(line, start)
		if len(t.hits) > before && t.inDocstring(start) {
			t.hits = t.hits[:before]
		}
	}
	if len(t.hits) == before {
		t.words(line, start)
	}
	if isComment(line) {
		for i := range t.hits[before:] {
			t.hits[before+i].Comment = true
		}
	}
}

// privateKey reports a key in PEM's form (RFC 7468) that has a body: a line of documentation only names the form.
func (t *scan) privateKey(at int) bool {
	text := t.file.Text[at:]
	head, rest, ok := strings.Cut(text[len("-----BEGIN "):], "-----")
	if !ok || len(head) > 40 || !strings.HasSuffix(head, "PRIVATE KEY") {
		return false
	}
	rest = strings.TrimLeft(strings.ReplaceAll(rest[:min(len(rest), 300)], `\n`, "\n"), "\r\n \t\"'+\\,")
	n := len(rest) - len(strings.TrimLeft(rest, base64Letters))
	if n < 40 || !varied(rest[:n]) {
		return false
	}
	t.hits = append(t.hits, Hit{Provider: "private key", Span: t.file.Span(at, at+len("-----BEGIN ")+len(head)+len("-----"))})
	return true
}

const base64Letters = letters + "0123456789+/="

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// varied reports whether a text has the variety of a key: what was blotted out has not.
func varied(s string) bool { return entropy(s) >= 3 }

// isComment reports whether a line is a comment. Who comments a secret out has published it all the same.
func isComment(line string) bool {
	line = strings.TrimLeft(line, " \t")
	return strings.HasPrefix(line, "#") || strings.HasPrefix(line, ";") || strings.HasPrefix(line, "//")
}

// builds reports whether a place of a Dockerfile belongs to a RUN instruction: what is set there is gone after the build.
func (t *scan) builds(start int) bool {
	if !t.docker {
		return false
	}
	text := t.file.Text
	for start > 0 {
		before := strings.TrimRight(text[:start-1], " \t\r")
		if !strings.HasSuffix(before, `\`) {
			break
		}
		start = strings.LastIndexByte(text[:start-1], '\n') + 1
	}
	return len(text) >= start+4 && strings.EqualFold(text[start:start+4], "RUN ")
}

// names finds the names of a line that sound secret, and judges what they are set to.
func (t *scan) names(line string, start int) {
	for at := 0; at < len(line); {
		if !isNameByte(line[at]) {
			at++
			continue
		}
		end := at
		for end < len(line) && isNameByte(line[end]) {
			end++
		}
		name := strings.TrimLeft(line[at:end], "-")
		if last := name[strings.LastIndexByte(name, '.')+1:]; !IsName(last) && !t.isKeyOf(line, at, end, start) {
			at = end
			continue
		}
		from, to, ok := t.assigned(line, end)
		if !ok {
			at = end
			continue
		}
		if t.declared(line, at, end, name) || minted(line[from:to]) || random(line[from:to]) {
			t.judge(name, line, start, from, to)
		}
		at = max(to, end)
	}
}

// declared reports whether a name is one that secrets are kept under. In code those are constants, quoted keys and a URL's
// parameters: what else has such a name there mostly holds a word or what some expression gives.
func (t *scan) declared(line string, at, end int, name string) bool {
	if t.kind != Code || strings.ToUpper(name) == name || isParameter(line, at) {
		return true
	}
	return isQuoted(line, at, end) || t.isArgument(line, at, end)
}

// isQuoted reports whether a part of a line stands in quotes.
func isQuoted(line string, at, end int) bool {
	return at > 0 && end < len(line) && (line[at-1] == '"' || line[at-1] == '\'') && line[end] == line[at-1]
}

// isArgument reports whether a name of a program is that of an argument, login(password="x"), or of an object's property as
// JavaScript writes it, {password: "x"}.
func (t *scan) isArgument(line string, at, end int) bool {
	before, after := strings.TrimRight(line[:at], " \t"), strings.TrimLeft(line[end:], " \t")
	switch {
	case strings.HasPrefix(after, ":"):
		return path.Ext(t.file.Path) != ".py"
	case strings.HasPrefix(after, "="):
		return strings.HasSuffix(before, "(") || strings.HasSuffix(before, ",") || before == "" && strings.HasSuffix(strings.TrimRight(line, " \t"), ",")
	}
	return false
}

// isKeyOf reports whether the bytes [at, end) of a line are a key called "key" of a dictionary in which its neighbours say
// that it is the one of a merchant, a shop or a client.
func (t *scan) isKeyOf(line string, at, end, start int) bool {
	if !isQuoted(line, at, end) {
		return false
	}
	switch line[at:end] {
	case "PWD":
		return true // no shell's working directory
	case "KEY", "key", "Key":
	default:
		return false
	}
	around := strings.ToUpper(t.around(start, start+len(line), 3))
	return slices.ContainsFunc([]string{"MERCHANT", "TERMINAL", "SHOP", "CLIENT_", "CLIENTID", "SECRET", "HMAC", "API_", "SIGN"}, func(w string) bool { return strings.Contains(around, w) })
}

// isParameter reports whether a name that begins at a place of a line is that of a URL's parameter.
func isParameter(line string, at int) bool {
	return at > 0 && strings.IndexByte("?&", line[at-1]) >= 0
}

func isNameByte(b byte) bool {
	return b == '_' || b == '-' || b == '.' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9'
}

// assigned returns the value that follows a name which ends at end, as a range of the line.
func (t *scan) assigned(line string, end int) (from, to int, ok bool) {
	at := end
	for at < len(line) && strings.IndexByte(`"')]`, line[at]) >= 0 {
		at++
	}
	blank := at
	for at < len(line) && (line[at] == ' ' || line[at] == '\t') {
		at++
	}
	switch rest := line[at:]; {
	case strings.HasPrefix(rest, "=="), rest == "":
		return 0, 0, false
	case at == end && (strings.HasPrefix(rest, ":-") || strings.HasPrefix(rest, ":=")) && strings.HasSuffix(line[:end-nameLength(line[:end])], "${"):
		n := strings.IndexByte(rest, '}')
		return at + 2, at + n, n >= 2
	case strings.HasPrefix(rest, ":="), strings.HasPrefix(rest, "=>"), strings.HasPrefix(rest, "?="):
		at += 2
	case rest[0] == '=', rest[0] == ':' && !strings.HasPrefix(rest, "::"):
		at++
	case t.docker && at > blank && strings.HasPrefix(strings.ToUpper(strings.TrimLeft(line, " \t")), "ENV "):
	default:
		return 0, 0, false
	}
	for at < len(line) && (line[at] == ' ' || line[at] == '\t') {
		at++
	}
	if at == len(line) {
		return 0, 0, false
	}
	if quote := line[at]; quote == '"' || quote == '\'' {
		for i := at + 1; i < len(line); i++ {
			switch line[i] {
			case '\\':
				i++
			case quote:
				return at + 1, i, true
			}
		}
		return 0, 0, false
	}
	if t.quoted && !isParameter(line, end-nameLength(line[:end])) {
		return 0, 0, false
	}
	return at, at + t.bare(line[at:], line, end), true
}

// bare returns the length of a value without quotes: up to a comment in YAML, else up to the next blank.
func (t *scan) bare(rest, line string, end int) int {
	n := len(rest)
	if isParameter(line, end-nameLength(line[:end])) {
		return n - len(strings.TrimLeft(rest, letters+"0123456789-._~%+")) // one parameter of a URL
	}
	if t.yaml && !strings.HasPrefix(strings.TrimLeft(line[:end], " \t-"), "{") {
		if at := strings.Index(rest, " #"); at >= 0 {
			n = at
		}
		n = len(strings.TrimRight(rest[:n], " \t"))
		// "- NAME=value" in quotes ends with the quote of the whole entry.
		if n > 0 && (rest[n-1] == '"' || rest[n-1] == '\'') && strings.IndexByte(line[:end], rest[n-1]) >= 0 {
			n--
		}
		return n
	}
	if at := strings.IndexAny(rest, " \t\"'`;"); at >= 0 {
		n = at
	}
	return len(strings.TrimRight(rest[:n], ",\\"))
}

// nameLength returns the length of the name that a line ends with.
func nameLength(line string) int {
	n := 0
	for n < len(line) && isNameByte(line[len(line)-1-n]) {
		n++
	}
	return n
}

// judge judges the value of a name, the bytes [from, to) of a line.
func (t *scan) judge(name, line string, start, from, to int) {
	text := line[from:to]
	hit := Hit{Name: name, Default: from >= 2 && line[from-2] == ':' && strings.IndexByte("-=", line[from-1]) >= 0}
	if inner, at, ok := fallback(text); ok {
		hit.Default = true
		text, from, to = inner, from+at, from+at+len(inner)
	}
	if _, password, ok := URLPassword(text); ok {
		if at := strings.Index(text, password); at >= 0 {
			from, to, text = from+at, from+at+len(password), password
		}
		if !strongPassword(text) {
			return
		}
	} else if !strong(name, text) {
		return
	}
	if hit.Provider = ProviderOf(text); t.isBrowserKey(hit.Provider) {
		return
	}
	hit.Span = t.file.Span(start+from, start+to)
	t.hits = append(t.hits, hit)
}

// fallback returns what a shell's ${NAME:-text} falls back to, and where it stands in s.
func fallback(s string) (text string, at int, ok bool) {
	inner, found := strings.CutPrefix(s, "${")
	if !found || !strings.HasSuffix(inner, "}") {
		return "", 0, false
	}
	inner = strings.TrimSuffix(inner, "}")
	for _, operator := range []string{":-", ":=", "-", "="} {
		name, rest, ok := strings.Cut(inner, operator)
		if ok && isWord(name) {
			return rest, len("${") + len(name) + len(operator), true
		}
	}
	return "", 0, false
}

// words finds what is a secret by its form alone: the keys of providers, and passwords in URLs.
func (t *scan) words(line string, start int) {
	for at := 0; at < len(line); {
		if !isWordByte(line[at]) {
			at++
			continue
		}
		end := at
		for end < len(line) && isWordByte(line[end]) {
			end++
		}
		t.word(strings.TrimRight(line[at:end], ".,:;"), start+at)
		at = end
	}
}

// isWordByte reports whether a byte may stand in a URL or a key.
func isWordByte(b byte) bool {
	return isNameByte(b) || strings.IndexByte("/:@+~%$!&*=?#", b) >= 0
}

func (t *scan) word(word string, at int) {
	if i := strings.Index(word, "://"); i >= 0 {
		for i > 0 && word[i-1] != '=' && word[i-1] != ':' {
			i--
		}
		word, at = word[i:], at+i
		if provider := ProviderOf(word); provider != "" {
			t.hits = append(t.hits, Hit{Provider: provider, Span: t.file.Span(at, at+len(word))})
			return
		}
		_, password, ok := URLPassword(word)
		if i := strings.Index(word, password); ok && i >= 0 && t.kind != Prose && strongPassword(password) {
			t.hits = append(t.hits, Hit{Span: t.file.Span(at+i, at+i+len(password))})
			return
		}
		t.whole(word, at)
		return
	}
	if t.whole(word, at) {
		return
	}
	for part := range strings.FieldsFuncSeq(word, func(r rune) bool { return strings.ContainsRune("/:@+~%$!&*=?#", r) }) {
		if provider := ProviderOf(part); provider != "" && varied(part) && !t.isBrowserKey(provider) {
			i := strings.Index(word, part)
			t.hits = append(t.hits, Hit{Provider: provider, Span: t.file.Span(at+i, at+i+len(part))})
		}
	}
}

// whole finds a key whose form holds what else parts words: Telegram's and Braintree's.
func (t *scan) whole(word string, at int) bool {
	if !strings.Contains(word, ":AA") && !strings.Contains(word, "$production$") {
		return false
	}
	for from := 0; from < len(word); {
		n := wholeLength(word[from:])
		part := strings.TrimPrefix(word[from:from+n], "bot")
		if provider := ProviderOf(part); provider != "" && varied(part) {
			end := at + from + n
			t.hits = append(t.hits, Hit{Provider: provider, Span: t.file.Span(end-len(part), end)})
			return true
		}
		from += n + 1
	}
	return false
}

// wholeLength returns how long the first part of a path or of a list of parameters is.
func wholeLength(word string) int {
	if n := strings.IndexAny(word, "/=&?"); n >= 0 {
		return n
	}
	return len(word)
}

func isDockerfile(name string) bool {
	base := strings.ToLower(name[strings.LastIndexByte(name, '/')+1:])
	return strings.Contains(base, "dockerfile") || strings.Contains(base, "containerfile")
}

// quotes reports whether a file is in a language that writes every text in quotes.
func quotes(name string) bool {
	switch name[strings.LastIndexByte(name, '.')+1:] {
	case "json", "toml", "tf", "tfvars", "hcl":
		return true
	}
	return false
}

func isYAML(name string) bool {
	return strings.HasSuffix(name, ".yml") || strings.HasSuffix(name, ".yaml")
}
