package process

import (
	"path"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// appModuleMissing reports a server that is told to serve a module which is not there.
//
// # Why it matters
//
// The server imports the module when it starts. Where the project was renamed or the name is misspelt, it ends with a
// ModuleNotFoundError, its launcher starts it a few times more, and the site stays down.
//
// # Example
//
//	gunicorn --workers 3 shop.core.wsgi
//
// # Use instead
//
//	gunicorn --workers 3 shop.wsgi
//
// # When it stays silent
//
// For a module outside of the project's packages, for a file that git ignores and something may write, and where the package
// of the same name may be another one.
func appModuleMissing() lint.Rule {
	return lint.Rule{
		ID:      "DPL450",
		Name:    "app-module-missing",
		Summary: "The module that the server is told to serve does not exist",
		Help:    "Name the module that holds the application",
		Level:   lint.Error,
		Tags:    []string{"availability", "gunicorn", "uvicorn"},
		Links:   []string{"https://docs.djangoproject.com/en/stable/howto/deployment/wsgi/"},
		Since:   "0.1.0",
		Check:   lint.OfProcess(checkAppModuleMissing),
	}
}

func checkAppModuleMissing(p *deploy.Process, site *deploy.Site) lint.Answer {
	root, ok := site.Settings.ImportRoot()
	if !ok || p.Server == nil || !p.Server.App.Known || site.Repository == nil || site.Repository.Tracked == nil || site.Repository.IsDir == nil {
		return nil
	}
	exists := func(module string) bool {
		name := path.Join(root, strings.ReplaceAll(module, ".", "/"))
		return site.Repository.Tracked(name+".py") || site.Repository.Tracked(name+"/__init__.py") || site.Ignored(name+".py")
	}
	module, _, _ := strings.Cut(p.Server.App.Text, ":")
	first, _, dotted := strings.Cut(module, ".")
	if !dotted || !isModule(module) || !exists(first) || exists(module) {
		return nil
	}
	r := lint.Fail(p.Server.App, "there is no module %s in the project: %s does not start", module, p.Server.Program).About(about(p, "app"))
	for _, other := range []string{first + ".wsgi", first + ".asgi", firstPart(site.Settings.Module) + ".wsgi"} {
		if exists(other) && (deploy.InterfaceOf(module) == "" || deploy.InterfaceOf(module) == deploy.InterfaceOf(other)) {
			return r.Fix("serve %s", other)
		}
	}
	return r
}

// isModule reports whether a text is the dotted name of a module, and not a path or a call.
func isModule(text string) bool {
	for part := range strings.SplitSeq(text, ".") {
		if part == "" || strings.Trim(part, "_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
			return false
		}
	}
	return true
}
