package secret

import (
	"path"
	"regexp"
	"strings"
)

// The places of a password in a command line, each behind what the command calls it. The group is the password. The word is
// one that the line holds: looking for it costs less than the expression does.
var (
	basicAuth   = regexp.MustCompile(`--basic[_-]auth[= ]\s*["']?[^:\s"'$]+:([^\s"',;]+)`)
	sshpass     = regexp.MustCompile(`\bsshpass\s+-p\s*["']?([^\s"']+)`)
	curlUser    = regexp.MustCompile(`\bcurl\b.*?\s(?:-u|--user)[= ]?\s*["']?[^:\s"'$/]+:([^\s"']+)`)
	mysqlLogin  = regexp.MustCompile(`\bmysql(?:dump|admin|import)?\s(?:.*\s)?-p["']?([^\s"'$]+)`)
	requirePass = regexp.MustCompile(`\brequirepass\s+["']?([^\s"']+)`)
	redisLogin  = regexp.MustCompile(`\bredis-cli\b.*?\s-a\s+["']?([^\s"']+)`)
	// callWithKey is the call of a service's client: its address, then the key.
	callWithKey = regexp.MustCompile(`\(\s*["']https?://[^"'\s]+["']\s*,\s*["']([A-Za-z0-9_-]{24,80})["']`)
)

// A passwordPlace is one of these places.
type passwordPlace struct {
	word    string
	pattern *regexp.Regexp
}

func passwordPlaces() []passwordPlace {
	return []passwordPlace{
		{"sshpass", sshpass}, {"curl ", curlUser}, {"mysql", mysqlLogin}, {"requirepass", requirePass}, {"redis-cli", redisLogin},
	}
}

// commands finds the passwords that a line hands to a command or a client. They stand in the list of processes too.
func (t *scan) commands(line string, start int) {
	if strings.Contains(line, "--basic") {
		t.basicAuth(line, start)
	}
	for _, p := range passwordPlaces() {
		if !strings.Contains(line, p.word) {
			continue
		}
		for _, at := range p.pattern.FindAllStringSubmatchIndex(line, -1) {
			if strongPassword(line[at[2]:at[3]]) {
				t.add(Hit{Name: "the password of a command", Span: t.file.Span(start+at[2], start+at[3])})
			}
		}
	}
	if t.kind != Code || !strings.Contains(line, "://") {
		return
	}
	if at := callWithKey.FindStringSubmatchIndex(line); at != nil && random(line[at[2]:at[3]]) {
		t.add(Hit{Name: "the key of a client", Span: t.file.Span(start+at[2], start+at[3])})
	}
}

// basicAuth judges what a console is told to ask for. There a password that everybody guesses is a secret told as well: it
// is all that guards the console.
func (t *scan) basicAuth(line string, start int) {
	for _, at := range basicAuth.FindAllStringSubmatchIndex(line, -1) {
		switch class := Classify("password", line[at[2]:at[3]]); class {
		case Weak, Likely, Provider:
			t.add(Hit{Name: "basic_auth", Guessable: class == Weak, Span: t.file.Span(start+at[2], start+at[3])})
		default:
		}
	}
}

// add notes a hit, once a place.
func (t *scan) add(h Hit) {
	for _, known := range t.hits {
		if known.Span.Start < h.Span.End && h.Span.Start < known.Span.End {
			return
		}
	}
	t.hits = append(t.hits, h)
}

// The lines of files that list accounts.
var (
	// sftpUser is user:password:uid, as the image atmoz/sftp reads them.
	sftpUser = regexp.MustCompile(`(?m)^[A-Za-z_][\w.-]*:([^:\s]+)(?::\d|\s*$)`)
	// pgpass is host:port:database:user:password (https://www.postgresql.org/docs/current/libpq-pgpass.html).
	pgpass = regexp.MustCompile(`(?m)^[^#:\s]+:[^:\s]+:[^:\s]+:[^:\s]+:(\S+)\s*$`)
	// netrc is what curl and git read for a machine.
	netrc = regexp.MustCompile(`(?m)\b(?:login|machine)\s+\S+\s+password\s+(\S+)`)
	// privateExponent is the part of a JSON Web Key that only its owner knows (RFC 7518, section 6.2.2 and 6.3.2).
	privateExponent = regexp.MustCompile(`"d"\s*:\s*"([A-Za-z0-9_-]{40,})"`)
)

// accounts finds the passwords in files that hold nothing else, and the private part of a JSON Web Key.
func (t *scan) accounts() {
	base := strings.ToLower(path.Base(t.file.Path))
	pattern, name := sftpUser, "the password of an account"
	switch {
	case strings.Contains(base, "sftp") && strings.Contains(base, "user") && t.kind == Config:
	case base == ".pgpass" || base == "pgpass" || base == "pgpass.conf":
		pattern = pgpass
	case base == ".netrc" || base == "_netrc" || base == "netrc":
		pattern = netrc
	case t.jwk:
		pattern, name = privateExponent, "the private part of a JSON Web Key"
	default:
		return
	}
	for _, at := range pattern.FindAllStringSubmatchIndex(t.file.Text, -1) {
		password := t.file.Text[at[2]:at[3]]
		if class := Classify("password", password); class == Likely && !isHash(password) && !strings.HasPrefix(password, "$") {
			t.add(Hit{Name: name, Span: t.file.Span(at[2], at[3])})
		}
	}
}
