package proxy

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/nginx/syntax"
	"deploylint/internal/value"
)

// rootDoubled reports a root that ends in the path of its location.
//
// # Why it matters
//
// root and the whole path of the request make the file's name: /assets/app.css is looked for in
// /srv/shop/assets/assets/app.css. Every file is answered 404. alias is the directive that replaces the location's
// path.
//
// # Example
//
//	location /assets/ {
//	    root /srv/shop/assets;
//	}
//
// # Use instead
//
//	location /assets/ {
//	    root /srv/shop;
//	}
//
// # Shown on nginx
//
//	request:   GET /assets/app.css
//	answer:    404
//	mended:    200
//
// # When it stays silent
//
// When the repository holds such a folder in itself, and for STATIC_URL and MEDIA_URL, for which static-path-mismatch
// compares the folder with the settings. Nor is it reported where try_files ends with a file that lies in the root itself:
// the page of an application that runs in the browser is answered from there.
func rootDoubled() lint.Rule {
	return lint.Rule{
		ID:      "DPL323",
		Name:    "root-doubled",
		Summary: "root repeats the location's path, so no file is found",
		Help:    "Name the folder around it in root, or use alias",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#root",
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#alias",
		},
		Since: "0.1.0",
		Check: lint.OfLocation(checkRootDoubled),
	}
}

func checkRootDoubled(l *nginx.Location, site *deploy.Site) lint.Answer {
	e, own := l.First("root")
	handler, _ := l.Handler()
	dir, literal := literalRoot(e)
	part := path.Clean(l.Path)
	if !own || !literal || !l.IsPrefix() || handler != nginx.ServesFiles || part == "/" || part == "." || !strings.HasSuffix(path.Clean(dir), part) {
		return nil
	}
	if comparedWithSettings(site, l.Path) || l.PathWord.Hole || fallsBackInto(l, part) {
		return nil
	}
	if repo, in := site.InCheckout(value.Value{}, path.Clean(dir)+part); in && site.Repository != nil && site.Repository.IsDir != nil && site.Repository.IsDir(repo) {
		return nil
	}
	return lint.Fail(e.ArgsSpan(), "every file under %s is answered 404: it is looked for in %s", l.Path, path.Clean(dir)+part).
		About(e.Key()).
		Fix("root %s;", max("/", strings.TrimSuffix(path.Clean(dir), part))).Among(l.Server.Block, "here too")
}

// fallsBackInto reports whether try_files ends with a file that lies in the root itself, as the page of an application in
// the browser does: then that is what the root is for.
func fallsBackInto(l *nginx.Location, part string) bool {
	files, ok := l.First("try_files")
	return ok && slices.ContainsFunc(files.Args, func(w syntax.Word) bool {
		return strings.HasPrefix(w.Text, "/") && !strings.Contains(w.Text, "$") && !strings.HasPrefix(w.Text, part+"/")
	})
}

// literalRoot returns the folder that a root directive names; an entry that is not there has none.
func literalRoot(e nginx.Entry) (dir string, ok bool) {
	if e.Directive == nil {
		return "", false
	}
	return e.Value()
}

// comparedWithSettings reports whether a rule about the settings judges what is served under the path.
func comparedWithSettings(site *deploy.Site, at string) bool {
	if site.Settings == nil {
		return false
	}
	for _, name := range []string{"STATIC_URL", "MEDIA_URL"} {
		if url, ok := deploy.LocalURL(site.Settings.Get(name)); ok && strings.HasPrefix(url, strings.TrimSuffix(at, "/")+"/") {
			return true
		}
	}
	return false
}
