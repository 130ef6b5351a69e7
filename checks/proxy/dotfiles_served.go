package proxy

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/dockerfile"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// dotfilesServed reports a server that sends the hidden files of its root to whoever asks.
//
// # Why it matters
//
// A folder that came by git clone holds .git: with it anybody rebuilds the whole history, passwords that were deleted
// long ago included. A .env file may lie there as well.
//
// # Example
//
//	root /srv/homepage;
//	location / { try_files $uri @django; }
//
// # Use instead
//
//	root /srv/homepage;
//	location ~ /\.(?!well-known/) { deny all; }
//	location / { try_files $uri @django; }
//
// # Shown on nginx
//
//	request:   GET /.git/config
//	answer:    200, [remote] in the body
//	mended:    403, no [remote] in the body
//
// # When it stays silent
//
// When a location refuses /.git/config, when nginx serves no files outside of /static/ and the like, and for folders
// that a build step fills: by their name (dist, public, frontend-out), or because a Dockerfile copies them out of another
// stage.
func dotfilesServed() lint.Rule {
	return lint.Rule{
		ID:      "DPL321",
		Name:    "dotfiles-served",
		Summary: "Hidden files of a folder are served, .git and .env among them",
		Help:    "Deny what begins with a dot, except for /.well-known/",
		Level:   lint.Note,
		Tags:    []string{"security", "cwe-538"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#location",
			"https://www.rfc-editor.org/rfc/rfc8615",
		},
		Since: "0.1.0",
		Check: lint.OfServer(checkDotfilesServed),
	}
}

func checkDotfilesServed(s *nginx.Server, site *deploy.Site) lint.Answer {
	const probe = "/.git/config"
	a := s.Answer(probe)
	if s.Inferred || a.Handler != nginx.ServesFiles || !a.FileKnown || !a.Sure || a.Root.Directive == nil || s.Refuses(probe) != value.False {
		return nil
	}
	if access, _ := s.Access(); access != nginx.AccessOpen || isBuilt(site, strings.TrimSuffix(a.File, probe)) {
		return nil
	}
	return lint.Fail(a.Root.ArgsSpan(), "hidden files are served too: if the folder came by git clone, %s gives away its whole history", probe).
		About(s.Key()+"#dotfiles").
		Fix(`location ~ /\.(?!well-known/) { deny all; }`).Among(s.Block, "")
}

// isBuilt reports whether a folder is one that something fills with what is meant for everybody: by its name, or because a
// Dockerfile copies it out of the stage that built it.
func isBuilt(site *deploy.Site, folder string) bool {
	words := strings.FieldsFunc(path.Base(folder), func(r rune) bool { return r == '-' || r == '.' || r == '_' })
	if slices.ContainsFunc(words, isBuildFolder) || isBuildFolder(path.Base(folder)) {
		return true
	}
	return slices.ContainsFunc(site.Images, func(i *deploy.Image) bool { return takesFromStage(i, folder) })
}

// takesFromStage reports whether an image's folder is a copy out of another stage, where a build left what is to be served.
func takesFromStage(image *deploy.Image, folder string) bool {
	for _, stage := range image.Final.Stages {
		for _, i := range stage.Instructions {
			words := strings.Fields(i.Text)
			if i.Name == "COPY" && len(words) > 1 && path.Clean(words[len(words)-1]) == path.Clean(folder) &&
				slices.ContainsFunc(i.Flags, func(f dockerfile.Flag) bool { return f.Name == "from" }) {
				return true
			}
		}
	}
	return false
}

func isBuildFolder(name string) bool {
	switch name {
	case "static", "staticfiles", "static_root", "assets", "media", "html", "public", "dist", "build", "out", "www", "htdocs", "certbot", "letsencrypt", "acme":
		return true
	}
	return false
}
