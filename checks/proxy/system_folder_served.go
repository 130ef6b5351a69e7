package proxy

import (
	"path"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
)

// systemFolderServed reports a location that serves a folder of the system: /, /etc, /root, /home and the like.
//
// # Why it matters
//
// nginx sends any file below the folder that its user may read to whoever asks: passwd, certificates' settings, other
// people's projects with their secrets.
//
// # Example
//
//	location /files/ {
//	    alias /home/;
//	}
//
// # Use instead
//
//	location /files/ {
//	    alias /srv/shop/files/;
//	}
//
// # Shown on nginx
//
//	request:   GET /files/passwd
//	answer:    200, root:x:0:0 in the body
//	mended:    404, no root:x:0:0 in the body
//
// # When it stays silent
//
// When the location is internal, hands requests on, or asks for an address or password. It is a warning for folders
// such as /home and /srv, which hold several people's or programs' files.
func systemFolderServed() lint.Rule {
	return lint.Rule{
		ID:      "DPL320",
		Name:    "system-folder-served",
		Summary: "Anybody can download files of the system",
		Help:    "Let root and alias name the folder of the files that are meant",
		Level:   lint.Error,
		Tags:    []string{"security", "cwe-552"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#root",
			"https://cwe.mitre.org/data/definitions/552.html",
		},
		Since: "0.1.0",
		Check: lint.OfLocation(checkSystemFolderServed),
	}
}

func checkSystemFolderServed(l *nginx.Location, _ *deploy.Site) lint.Answer {
	folder, e, known := l.Folder()
	handler, _ := l.Handler()
	access, _ := l.Access()
	if !known || handler != nginx.ServesFiles || access != nginx.AccessOpen || !l.IsPrefix() {
		return nil
	}
	level := systemFolder(path.Clean(folder))
	if level == lint.RuleLevel {
		return nil
	}
	return lint.Fail(e.ArgsSpan(), "anybody can download files below %s from %s", path.Clean(folder), nameOf(l)).
		About(e.Key()).
		At(level).
		Fix("name the folder of the files that are meant").Among(l.Server.Block, "and this")
}

// systemFolder returns how bad it is to serve a folder; the zero level stands for not bad.
func systemFolder(folder string) lint.Level {
	switch folder {
	case "/", "/etc", "/root", "/proc", "/boot", "/dev", "/sys", "/etc/nginx", "/etc/ssl", "/var/lib", "/var/log":
		return lint.Error
	case "/home", "/var", "/srv", "/opt", "/usr", "/mnt", "/tmp", "/var/tmp":
		return lint.Warning
	}
	return lint.RuleLevel
}
