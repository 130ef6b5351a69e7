package envfile

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
)

// dataServiceOpen reports a configuration of PostgreSQL, Redis or Elasticsearch that lets in whoever reaches its port.
//
// # Why it matters
//
// Such a service has one port between its data and everybody who shares a network with it: another container, another
// customer's machine in the same data centre, the internet once a port is published or a firewall is off for a day. As its
// administrator they read and change everything, and PostgreSQL and Redis run programs for them.
//
// # Example
//
//	host  all  all  0.0.0.0/0  trust
//
// # Use instead
//
//	host  all  all  10.0.0.0/8  scram-sha-256
//
// # When it stays silent
//
// For trust from one network, for Redis with a password, users or an address of the host's own, for Elasticsearch that
// listens to its host only, and for files of development, tests, examples and documentation.
func dataServiceOpen() lint.Rule {
	return lint.Rule{
		ID:      "DPL214",
		Name:    "data-service-open",
		Summary: "A data service lets in whoever reaches its port",
		Help:    "Ask for a password, and listen only where the site connects",
		Level:   lint.Warning,
		Tags:    []string{"security", "database", "cwe-306"},
		Links: []string{
			"https://www.postgresql.org/docs/current/auth-pg-hba-conf.html",
			"https://redis.io/docs/latest/operate/oss_and_stack/management/security/",
			"https://www.elastic.co/docs/deploy-manage/deploy/self-managed/networking-settings",
		},
		Since: "0.1.0",
		Check: lint.OfRepository(checkDataServiceOpen),
	}
}

func checkDataServiceOpen(r *deploy.Repository, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, f := range r.DataServices {
		switch name := f.Path[strings.LastIndexByte(f.Path, '/')+1:]; name {
		case "pg_hba.conf":
			answers = append(answers, trusting(f))
		case "redis.conf":
			answers = append(answers, unprotected(f))
		case "elasticsearch.yml":
			answers = append(answers, unsecured(f))
		}
	}
	return answers
}

// trusting looks for the lines that believe everybody. An address has a mask of no bits, or is "all".
func trusting(f *source.File) lint.Answer {
	var answers lint.Answers
	for span, words := range directives(f) {
		if !strings.HasPrefix(words[0], "host") || len(words) < 5 {
			continue
		}
		method := words[len(words)-1]
		if everywhere := words[3] == "all" || strings.HasSuffix(words[3], "/0") || len(words) == 6 && words[4] == "0.0.0.0"; everywhere && method == "trust" {
			answers = append(answers, lint.Fail(span, "PostgreSQL lets in everybody who reaches it, as any user, and asks for no password").
				About("file:"+f.Path).Fix("write scram-sha-256 for trust, and the network of the site for %s", words[3]))
		}
	}
	return answers
}

// unprotected looks for Redis without its protection against the missing password
// (https://github.com/redis/redis/blob/unstable/redis.conf, protected-mode).
func unprotected(f *source.File) lint.Answer {
	var open source.Span
	for span, words := range directives(f) {
		switch strings.ToLower(words[0]) {
		case "requirepass", "user", "aclfile":
			return nil
		case "bind":
			if !slices.ContainsFunc(words[1:], isWide) {
				return nil
			}
		case "port":
			if len(words) > 1 && words[1] == "0" {
				return nil
			}
		case "protected-mode":
			if len(words) > 1 && words[1] == "no" {
				open = span
			}
		}
	}
	if open.IsZero() {
		return nil
	}
	return lint.Fail(open, "Redis lets in everybody who reaches it, and asks for no password").
		About("file:" + f.Path).Fix("protected-mode yes, with requirepass or an aclfile that stands outside the repository")
}

// isWide reports whether an address to listen on is more than the host's own loopback.
func isWide(address string) bool {
	address = strings.TrimPrefix(address, "-")
	return !strings.HasPrefix(address, "127.") && address != "::1" && address != "localhost"
}

// unsecured looks for Elasticsearch that listens to a network with its security off.
func unsecured(f *source.File) lint.Answer {
	var off source.Span
	wide := false
	for span, words := range directives(f) {
		if len(words) < 2 {
			continue
		}
		switch text := strings.Trim(words[1], `"'[]`); words[0] {
		case "network.host:", "http.host:":
			wide = wide || text != "_local_" && isWide(text) && !strings.HasPrefix(text, "$")
		case "xpack.security.enabled:":
			if text == "false" {
				off = span
			}
		}
	}
	if !wide || off.IsZero() {
		return nil
	}
	return lint.Fail(off, "Elasticsearch listens to the network and lets in everybody who reaches it: its security is off").
		About("file:" + f.Path).Fix("xpack.security.enabled: true")
}

// directives yields the lines of a configuration that are no comments, with their words.
func directives(f *source.File) func(yield func(source.Span, []string) bool) {
	return func(yield func(source.Span, []string) bool) {
		at := 0
		for line := range strings.SplitAfterSeq(f.Text, "\n") {
			text, _, _ := strings.Cut(line, "#")
			if words := strings.Fields(text); len(words) > 0 {
				from := at + strings.Index(text, words[0])
				if !yield(f.Span(from, at+len(strings.TrimRight(text, " \t\r\n"))), words) {
					return
				}
			}
			at += len(line)
		}
	}
}
