package proxy

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// tlsCiphersBroken reports ssl_ciphers that add ciphers without encryption, without a certificate, or with RC4, DES or
// export keys.
//
// # Why it matters
//
// Who is on the way can have client and server agree on the weakest cipher that both accept, and then read or change
// the traffic.
//
// # Example
//
//	ssl_ciphers ALL:!ADH:+RC4:+EXP;
//
// # Use instead
//
//	ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-CHACHA20-POLY1305;
//
// # When it stays silent
//
// For words that remove ciphers (! and -) or only order them (+), and when TLS 1.3 alone is accepted. Which of the
// sound ciphers to prefer is not judged.
func tlsCiphersBroken() lint.Rule {
	return lint.Rule{
		ID:      "DPL354",
		Name:    "tls-ciphers-broken",
		Summary: "nginx accepts ciphers that are broken",
		Help:    "Use Mozilla's intermediate list, or leave ssl_ciphers out",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-327"},
		Links: []string{
			"https://ssl-config.mozilla.org/",
			"https://datatracker.ietf.org/doc/html/rfc7465",
			"https://nginx.org/en/docs/http/ngx_http_ssl_module.html#ssl_ciphers",
		},
		Since: "0.1.0",
		Check: lint.OfServer(checkTLSCiphersBroken),
	}
}

func checkTLSCiphersBroken(s *nginx.Server, _ *deploy.Site) lint.Answer {
	e, is := s.InEffect("ssl_ciphers")
	protocols, only := s.InEffect("ssl_protocols")
	if is != value.True || e.Builtin || e.Arg(0).Hole || s.TLS() != value.True || only == value.True && len(protocols.Args) == 1 && protocols.Arg(0).Text == "TLSv1.3" {
		return nil
	}
	broken := brokenCiphers(e.Arg(0).Text)
	if len(broken) == 0 {
		return nil
	}
	return lint.Fail(e.Arg(0), "nginx accepts broken ciphers: %s", strings.Join(broken, ", ")).
		About(e.Key()).
		Fix("ssl_ciphers HIGH:!aNULL:!MD5; or without this line").Among(s.Parent, "here too")
}

// brokenCiphers returns the words of a list of OpenSSL's that add broken ciphers and that no other word removes for good.
func brokenCiphers(list string) []string {
	words := strings.FieldsFunc(list, func(r rune) bool { return r == ':' || r == ' ' || r == ',' })
	removed := map[string]bool{}
	for _, w := range words {
		if name, ok := strings.CutPrefix(w, "!"); ok {
			removed[name] = true
		}
	}
	var broken []string
	for _, w := range words {
		if strings.ContainsAny(w[:1], "!-+@") {
			continue
		}
		for part := range strings.SplitSeq(w, "+") {
			family := cipherFamily(part)
			if family != "" && !removed[family] && !removed[w] && !slices.Contains(broken, w) {
				broken = append(broken, w)
			}
		}
	}
	return broken
}

// cipherFamily returns the broken family that a cipher or word belongs to, "" for a sound one.
func cipherFamily(word string) string {
	switch word {
	case "NULL", "eNULL", "aNULL", "ADH", "AECDH", "RC4", "DES", "EXP", "EXPORT", "LOW", "MD5":
		return word
	}
	switch {
	case strings.HasPrefix(word, "EXP-"):
		return "EXP"
	case strings.Contains(word, "RC4-"):
		return "RC4"
	case strings.Contains(word, "DES-CBC-"):
		return "DES"
	case strings.HasPrefix(word, "ADH-"):
		return "aNULL"
	case strings.HasPrefix(word, "NULL-"):
		return "eNULL"
	}
	return ""
}
