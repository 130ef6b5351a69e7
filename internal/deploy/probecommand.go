package deploy

import (
	"encoding/json"
	"path"
	"regexp"
	"slices"
	"strings"
)

// maxProbe is how many bytes of a health check's command are read.
const maxProbe = 4000

// probeOf reads the command of a health check as far as it is one request: curl, wget, or Python's clients in python -c.
func probeOf(text string) (Probe, bool) {
	if len(text) > maxProbe {
		return Probe{}, false
	}
	var list []string
	if strings.HasPrefix(text, "[") && json.Unmarshal([]byte(text), &list) == nil {
		text = strings.Join(list, " ")
	}
	words := probeWords(text)
	for i, w := range words {
		switch name := path.Base(strings.TrimLeft(w, "$(`!")); {
		case name == "curl":
			return curlProbe(words[i+1:], text)
		case name == "wget":
			return wgetProbe(words[i+1:], text)
		case strings.HasPrefix(name, "python"):
			return pythonProbe(text)
		case i > 0 && strings.HasPrefix(words[i-1], "-") && strings.HasSuffix(words[i-1], "c") && strings.Contains(w, " "):
			return probeOf(w) // sh -c "…"
		}
	}
	return Probe{}, false
}

// probeWords splits a command as a shell does; operators are words of their own.
func probeWords(text string) []string {
	var words []string
	var word strings.Builder
	inside := false
	end := func() {
		if inside {
			words = append(words, word.String())
		}
		word.Reset()
		inside = false
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case ' ', '\t', '\n', '\r':
			end()
		case '\\':
			if i++; i < len(text) && text[i] != '\n' {
				word.WriteByte(text[i])
				inside = true
			}
		case '\'', '"':
			inside = true
			for i++; i < len(text) && text[i] != c; i++ {
				if text[i] == '\\' && c == '"' && i+1 < len(text) {
					i++
				}
				word.WriteByte(text[i])
			}
		case '|', '&', ';', '<', '>', ')':
			end()
			operator := string(c)
			if i+1 < len(text) && text[i+1] == c {
				i++
				operator += operator
			}
			words = append(words, operator)
		default:
			word.WriteByte(c)
			inside = true
		}
	}
	end()
	return words
}

// argumentsOf returns a command's own words, and those from the first operator on that decides over its end. Where output goes to
// is left out.
func argumentsOf(words []string) (own, rest []string) {
	for i := 0; i < len(words); i++ {
		switch words[i] {
		case ">", ">>", "<":
			i++
			for i < len(words) && (words[i] == "&" || words[i] == ">") {
				i++ // 2>&1
			}
			if n := len(own); n > 0 && (own[n-1] == "1" || own[n-1] == "2") {
				own = own[:n-1]
			}
		case "|", "||", "&&", ";", "&", ")":
			return own, words[i:]
		default:
			own = append(own, words[i])
		}
	}
	return own, nil
}

// judged returns from which status on a shell's command line fails, where the client alone fails from one on.
func judged(from int, follows bool, rest []string, text string) (failsFrom int, stillFollows bool) {
	if strings.Contains(text, "http_code") || strings.Contains(text, "response_code") {
		if strings.Contains(text, "200") {
			return 201, follows
		}
		return 0, false
	}
	if len(rest) == 0 || rest[0] == "&&" || rest[0] == "||" && len(rest) > 1 && (rest[1] == "exit" && (len(rest) < 3 || rest[2] != "0") || rest[1] == "false" || rest[1] == "kill") {
		return from, follows
	}
	if rest[0] == "|" && len(rest) > 1 && path.Base(rest[1]) == "grep" && !slices.ContainsFunc(rest[2:], func(w string) bool {
		return strings.HasPrefix(w, "-") && strings.Contains(w, "v")
	}) && !slices.Contains(rest, "||") {
		return 300, follows // a redirect has no text, and an error page another one
	}
	return 0, false
}

// curlProbe reads curl's command line.
//
// https://curl.se/docs/manpage.html
func curlProbe(words []string, text string) (Probe, bool) {
	own, rest := argumentsOf(words)
	p := Probe{Client: "curl", Headers: map[string]string{}}
	from, follows, known := 0, false, false
	option := func(name, operand string) {
		if name == "H" || name == "header" {
			p.header(operand)
		}
		if name == "url" {
			known = p.at(operand)
		}
	}
	for i := 0; i < len(own); i++ {
		w := own[i]
		next := func() string {
			if i++; i < len(own) {
				return own[i]
			}
			return ""
		}
		if name, ok := strings.CutPrefix(w, "--"); ok {
			switch name {
			case "fail", "fail-with-body":
				from = 400
			case "location", "location-trusted":
				follows = true
			case "header", "request", "user-agent", "output", "max-time", "connect-timeout", "write-out", "user", "retry", "retry-delay", "retry-max-time",
				"url", "data", "cacert", "cert", "key", "unix-socket", "resolve", "referer", "proxy", "max-redirs", "interface":
				if name == "unix-socket" || name == "resolve" || name == "proxy" {
					return Probe{}, false
				}
				option(name, next())
			}
			continue
		}
		if !strings.HasPrefix(w, "-") || w == "-" {
			known = p.at(w)
			continue
		}
		for j := 1; j < len(w); j++ {
			switch c := w[j]; {
			case c == 'f':
				from = 400
			case c == 'L':
				follows = true
			case strings.IndexByte("HXAomwuedbcxTEKYyzrDPCFQtU", c) >= 0:
				operand := w[j+1:]
				if operand == "" {
					operand = next()
				}
				if c == 'x' {
					return Probe{}, false
				}
				option(string(c), operand)
				j = len(w)
			}
		}
	}
	p.FailsFrom, p.Follows = judged(from, follows, rest, text)
	return p, known
}

// wgetProbe reads wget's command line: GNU's and busybox's.
//
// https://www.gnu.org/software/wget/manual/wget.html
func wgetProbe(words []string, text string) (Probe, bool) {
	own, rest := argumentsOf(words)
	p := Probe{Client: "wget", Headers: map[string]string{}}
	from, follows, known := 400, true, false
	for i := 0; i < len(own); i++ {
		w := own[i]
		name, operand, joined := strings.Cut(w, "=")
		switch {
		case name == "--header":
			if !joined && i+1 < len(own) {
				i++
				operand = own[i]
			}
			p.header(operand)
		case name == "--max-redirect" && (operand == "0" || !joined && i+1 < len(own) && own[i+1] == "0"):
			from, follows = 300, false
		case strings.HasPrefix(w, "--"):
			if !joined && slices.Contains([]string{"--tries", "--timeout", "--output-document", "--user-agent", "--max-redirect", "--method", "--user", "--password"}, name) {
				i++
			}
		case strings.HasPrefix(w, "-") && w != "-":
			if at := strings.IndexAny(w, "OTtUoePY"); at == len(w)-1 {
				i++
			}
		default:
			known = p.at(w)
		}
	}
	p.FailsFrom, p.Follows = judged(from, follows, rest, text)
	return p, known
}

var (
	probeURL    = regexp.MustCompile(`https?://[^\s'"\\)]+`)
	probeHeader = regexp.MustCompile(`['"]([A-Za-z][A-Za-z0-9-]*)\\?['"]\s*[:,]\s*\\?['"]([^'"\\]*)`)
	probeHTTP   = regexp.MustCompile(`HTTPConnection\(\s*\\?['"]([^'"\\:]+)(?::(\d+))?\\?['"](?:\s*,\s*(?:port\s*=\s*)?(\d+))?`)
	probeGet    = regexp.MustCompile(`request\(\s*\\?['"](?:GET|HEAD)\\?['"]\s*,\s*\\?['"]([^'"\\]+)`)
	only200     = regexp.MustCompile(`(?:status|status_code|code|getcode\(\))\s*(?:==|!=|is|is not)\s*200|assert\b.*200`)
	below       = regexp.MustCompile(`(?:status|status_code|code|getcode\(\))\s*(<|>=)\s*(300|400|500)`)
)

// pythonProbe reads a request of python -c "…".
//
// httpx: https://www.python-httpx.org/compatibility/#redirects, and raise_for_status() raises for a redirect too.
func pythonProbe(text string) (Probe, bool) {
	p := Probe{Headers: map[string]string{}}
	from, known := 0, false
	if found := probeURL.FindString(text); found != "" {
		known = p.at(strings.TrimRight(found, ",;"))
	}
	has := func(part string) bool { return strings.Contains(text, part) }
	switch {
	case has("urlopen("):
		p.Client, p.Follows, from = "urllib", true, 400
	case has("requests.get(") || has("requests.head("):
		p.Client, p.Follows = "requests", has("requests.get(") && !has("allow_redirects=False")
		if has("raise_for_status") || has(".ok") {
			from = 400
		}
	case has("httpx.get(") || has("httpx.head("):
		p.Client, p.Follows = "httpx", has("follow_redirects=True")
		if has("raise_for_status") || has("is_success") {
			from = 300
		}
	case has("HTTPConnection("):
		p.Client = "http.client"
		if at, asked := probeHTTP.FindStringSubmatch(text), probeGet.FindStringSubmatch(text); at != nil && asked != nil {
			port := at[2] + at[3]
			if port == "" {
				port = "80"
			}
			known = p.at("http://" + at[1] + ":" + port + asked[1])
		}
	default:
		return Probe{}, false
	}
	if at := below.FindStringSubmatch(text); at != nil {
		from = map[string]int{"300": 300, "400": 400, "500": 500}[at[2]]
	}
	if only200.MatchString(text) {
		from = 201
	}
	if has("except") && !has("exit(1") && !has("exit(-1") || has("|| true") || has("|| exit 0") {
		from, p.Follows = 0, false
	}
	for _, h := range probeHeader.FindAllStringSubmatch(text, 20) {
		p.Headers[strings.ToLower(h[1])] = h[2]
	}
	p.FailsFrom = from
	return p, known
}

// header adds a header as curl and wget write it.
func (p *Probe) header(text string) {
	if name, content, ok := strings.Cut(text, ":"); ok {
		p.Headers[strings.ToLower(strings.TrimSpace(name))] = strings.TrimSpace(content)
	}
}
