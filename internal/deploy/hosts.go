package deploy

import (
	"strings"

	"deploylint/internal/value"
)

// AllowsHost reports whether a value of ALLOWED_HOSTS accepts a Host header, with or without a port, as
// django.http.request.validate_host does.
func AllowsHost(allowed value.Value, header string) value.Tri {
	host := HostName(header)
	if host == "" {
		return value.False
	}
	return Holds(allowed, func(pattern string) bool {
		pattern = strings.ToLower(pattern)
		return pattern == "*" || pattern == host || strings.HasPrefix(pattern, ".") && (strings.HasSuffix(host, pattern) || host == pattern[1:])
	})
}

// Fallback returns the environment variable whose default in the code a value or one of its elements is: production may
// well set it.
func Fallback(v value.Value) (variable string, ok bool) {
	if name, ok := v.FromDefault(); ok {
		return name, true
	}
	for _, e := range v.Elems() {
		if name, ok := e.FromDefault(); ok {
			return name, true
		}
	}
	return "", false
}

// HostName returns the name in a Host header as Django compares it: in lower case, without the port and a dot at the end.
// It is "" for a header that Django refuses whatever ALLOWED_HOSTS says, such as one with an underscore.
//
// https://github.com/django/django/blob/main/django/http/request.py, host_validation_re
func HostName(header string) string {
	host := strings.ToLower(header)
	if strings.HasPrefix(host, "[") {
		end := strings.IndexByte(host, ']')
		if end < 0 || strings.Trim(host[1:end], "abcdef0123456789:.") != "" {
			return ""
		}
		return host[:end+1]
	}
	host, port, _ := strings.Cut(host, ":")
	if strings.Trim(host, hostCharacters) != "" || strings.Trim(port, "0123456789") != "" {
		return ""
	}
	return strings.TrimSuffix(host, ".")
}

// ProxySSLHeader returns the header by which Django tells that the client came over TLS, as the proxy has to set it:
// "X-Forwarded-Proto" for SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https"). set is False where Django asks
// none.
func (s *Settings) ProxySSLHeader() (name string, set value.Tri) {
	v := s.Get("SECURE_PROXY_SSL_HEADER")
	if v.Kind() == value.None {
		return "", value.False
	}
	if !v.IsSequence() || len(v.Elems()) != 2 {
		return "", value.Undecided
	}
	key, ok := v.Elems()[0].Text()
	key, isHeader := strings.CutPrefix(key, "HTTP_")
	if !ok || !isHeader {
		return "", value.Undecided
	}
	var words []string
	for word := range strings.SplitSeq(key, "_") {
		if word != "" {
			words = append(words, word[:1]+strings.ToLower(word[1:]))
		}
	}
	return strings.Join(words, "-"), value.True
}

// ExpectsTLS reports whether the settings say that clients come over TLS, so that something before Django ends it: a
// redirect to https, cookies that plain HTTP never carries, the header that tells.
func (s *Settings) ExpectsTLS() value.Tri {
	answer := value.False
	for _, name := range []string{"SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS"} {
		answer = answer.Or(s.Get(name).Truth())
	}
	_, header := s.ProxySSLHeader()
	return answer.Or(header)
}
