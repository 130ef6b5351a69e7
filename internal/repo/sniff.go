package repo

import "strings"

// A file's first bytes tell what it is.
const sniffSize = 8 << 10

// serverKind is what a configuration file's content says it is for.
type serverKind uint8

const (
	noServer serverKind = iota
	nginxConfig
	// nginxFragment has no server block of its own: locations or proxy headers for others to include.
	nginxFragment
	supervisorConfig
	uwsgiConfig
	systemdUnit
	circusConfig
	// apacheConfig is one that names a WSGI script; Apache's other files are of no interest.
	apacheConfig
	kubernetesManifest
)

// sniffServer tells configuration files apart by their content, never by their name: gunicorn.conf is a file of
// supervisor's as often as not. Template holes do not matter, for it looks for the first word of lines only.
func sniffServer(head string) serverKind {
	found := noServer
	pending := "" // the nginx block whose brace may stand on the next line
	for line := range strings.Lines(head) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' || line[0] == ';' {
			continue
		}
		if section, ok := strings.CutPrefix(line, "["); ok {
			if kind := sectionKind(section); kind != noServer && found == noServer {
				return kind
			}
			continue
		}
		if strings.HasPrefix(line, "<") {
			if isApache(line) {
				return sniffApache(head)
			}
			continue // a hole such as <%= … %>
		}
		if pending != "" && line[0] == '{' {
			if pending != "location" {
				return nginxConfig
			}
			found = nginxFragment
		}
		pending = ""
		word, rest := firstWord(line)
		if strings.HasPrefix(word, "WSGI") {
			return sniffApache(head)
		}
		if !isNginxBlock(word, rest) {
			continue
		}
		switch {
		case !strings.Contains(rest, "{"):
			pending = word
		case word == "location" || word == "upstream" || word == "map" || word == "geo":
			found = nginxFragment
		default:
			return nginxConfig
		}
	}
	return found
}

// sectionKind tells the program from the header of an ini section, without its bracket.
func sectionKind(section string) serverKind {
	name, _, ok := strings.Cut(section, "]")
	if !ok {
		return noServer
	}
	name = strings.TrimSpace(name)
	kind, _, _ := strings.Cut(name, ":")
	switch kind {
	case "program", "supervisord", "group", "eventlistener", "fcgi-program", "unix_http_server", "inet_http_server",
		"supervisorctl", "rpcinterface":
		return supervisorConfig
	case "watcher":
		return circusConfig
	}
	switch name {
	case "uwsgi":
		return uwsgiConfig
	case "circus":
		return circusConfig
	case "Unit", "Service", "Socket", "Timer":
		return systemdUnit
	}
	return noServer
}

// isNginxBlock reports whether a line opens a block of nginx's. Terraform has "server {" too, but other endings.
func isNginxBlock(word, rest string) bool {
	opens := strings.HasPrefix(rest, "{")
	switch word {
	case "server", "http", "events", "stream":
		return opens || rest == ""
	case "upstream", "map", "geo":
		return rest != "" && !opens && !strings.HasSuffix(rest, ";")
	case "location":
		return rest != "" && !opens && !strings.Contains(rest, "=>")
	}
	return false
}

func firstWord(line string) (word, rest string) {
	end := strings.IndexFunc(line, func(c rune) bool { return c == ' ' || c == '\t' || c == '{' })
	if end < 0 {
		return line, ""
	}
	return line[:end], strings.TrimSpace(line[end:])
}

func isApache(line string) bool {
	for _, tag := range []string{"<VirtualHost", "<Directory", "<Location", "<IfModule", "<Files", "<!DOCTYPE", "<html", "<?xml"} {
		if len(line) >= len(tag) && strings.EqualFold(line[:len(tag)], tag) {
			return true
		}
	}
	return false
}

// sniffApache tells the files of Apache that run a WSGI script from others.
func sniffApache(head string) serverKind {
	for line := range strings.Lines(head) {
		if strings.HasPrefix(strings.TrimSpace(line), "WSGIScriptAlias") {
			return apacheConfig
		}
	}
	return noServer
}

// sniffManifest reports whether a YAML file is an object of Kubernetes.
func sniffManifest(head string) bool {
	version, kind := false, false
	for line := range strings.Lines(head) {
		version = version || strings.HasPrefix(line, "apiVersion:")
		kind = kind || strings.HasPrefix(line, "kind:")
	}
	return version && kind
}

// sniffGunicorn reports whether a Python file assigns what gunicorn reads.
func sniffGunicorn(head string) bool {
	for line := range strings.Lines(head) {
		name, _, ok := strings.Cut(line, "=")
		if !ok {
			continue
		}
		name, _, _ = strings.Cut(name, ":") // an annotation
		switch strings.TrimRight(name, " \t") {
		case "bind", "workers", "worker_class", "timeout", "threads", "max_requests", "accesslog", "errorlog", "wsgi_app", "loglevel",
			"preload_app", "chdir", "raw_env", "forwarded_allow_ips", "keepalive", "graceful_timeout", "worker_tmp_dir", "pidfile":
			return true
		}
	}
	return false
}

// sniffCompose reports whether a YAML file has compose's services at its top.
func sniffCompose(head string) bool {
	for line := range strings.Lines(head) {
		if strings.HasPrefix(line, "services:") {
			return true
		}
	}
	return false
}

// sniffShell reports whether a file begins with a shell's name.
func sniffShell(head string) bool {
	line, _, _ := strings.Cut(head, "\n")
	return strings.HasPrefix(line, "#!") && strings.Contains(line, "sh")
}
