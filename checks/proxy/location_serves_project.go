package proxy

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// locationServesProject reports a location whose folder holds the project itself.
//
// # Why it matters
//
// nginx sends any file below the folder to whoever asks: the settings with their secrets, .env, .git with the whole
// history, the SQLite database.
//
// # Example
//
//	root /srv/shop;
//	location / { try_files $uri @django; }
//
// where /srv/shop is the checkout.
//
// # Use instead
//
//	location /static/ { alias /srv/shop/staticfiles/; }
//	location / { proxy_pass http://127.0.0.1:8000; }
//
// # Shown on nginx
//
//	request:   GET /shop/settings.py
//	answer:    SECRET_KEY in the body
//	mended:    no SECRET_KEY in the body
//
// # When it stays silent
//
// When it is not known where on the server the repository lies, when nginx runs in another container or on another machine
// than the application, and when the files cannot be asked for: the location is internal or another one refuses them.
func locationServesProject() lint.Rule {
	return lint.Rule{
		ID:      "DPL310",
		Name:    "location-serves-project",
		Summary: "Anybody can download the project's source and settings",
		Help:    "Let root and alias name folders that hold nothing but static files or uploads",
		Level:   lint.Error,
		Tags:    []string{"security", "cwe-538"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_core_module.html#root",
			"https://cwe.mitre.org/data/definitions/538.html",
		},
		Since: "0.1.0",
		Check: lint.OfAppServer(checkLocationServesProject),
	}
}

func checkLocationServesProject(server deploy.AppServer, site *deploy.Site) lint.Answer {
	if site.Settings == nil || site.Settings.File == nil || site.Paths == nil {
		return nil
	}
	if slices.ContainsFunc(site.Web(), func(p *deploy.Process) bool { return p.Container }) {
		return nil
	}
	if !server.Targets[0].Near() {
		return nil
	}
	var answers lint.Answers
	reported := map[nginx.Entry]bool{}
	if url, answer, found := exposingServer(site, server.Server); found {
		reported[answer.Root] = true
		answers = append(answers, lint.Fail(answer.Root.ArgsSpan(), "anybody can read %s at %s, and everything else of the project", site.Settings.File.Path, url).
			About(server.Key()+"#"+answer.Root.Name.Text).
			With(server, "no location answers, so the server does").
			Fix("serve a folder that holds static files only"))
	}
	for _, l := range server.AllLocations() {
		url, answer, found := exposing(site, server.Server, l)
		if !found || reported[answer.Root] {
			continue
		}
		reported[answer.Root] = true
		answers = append(answers, lint.Fail(answer.Root.ArgsSpan(), "anybody can read %s at %s, and everything else of the project", site.Settings.File.Path, url).
			About(l.Key()+"#"+answer.Root.Name.Text).
			With(l, "the location that answers").
			Fix("serve a folder that holds static files only"))
	}
	return answers
}

// exposingServer returns the URL under which the server itself gives away the settings module, where no location takes it.
func exposingServer(site *deploy.Site, s *nginx.Server) (url string, answer nginx.Answer, found bool) {
	root, is := s.InEffect("root")
	if is != value.True {
		return "", nginx.Answer{}, false
	}
	folder, literal := root.Value()
	repo, in := site.InCheckout(value.Value{}, path.Clean(folder))
	if !literal || !in {
		return "", nginx.Answer{}, false
	}
	below, inside := strings.CutPrefix("/"+site.Settings.File.Path, strings.TrimSuffix("/"+strings.TrimPrefix(repo, "."), "/"))
	if !inside || !strings.HasPrefix(below, "/") {
		return "", nginx.Answer{}, false
	}
	answer = s.Answer(below)
	sent := answer.Location == nil && answer.Handler == nginx.ServesFiles && answer.FileKnown && answer.Sure && answer.Root.Directive != nil
	return below, answer, sent && s.Refuses(below) == value.False
}

// exposing returns the URL under which a location gives away the settings module.
func exposing(site *deploy.Site, s *nginx.Server, l *nginx.Location) (url string, answer nginx.Answer, found bool) {
	folder, _, known := l.Folder()
	if !known || !l.IsPrefix() {
		return "", nginx.Answer{}, false
	}
	repo, ok := site.InCheckout(value.Value{}, path.Clean(folder))
	if !ok {
		return "", nginx.Answer{}, false
	}
	settings := site.Settings.File.Path
	below, inside := strings.CutPrefix(settings, strings.TrimSuffix(repo, "/")+"/")
	if repo == "" || repo == "." {
		below, inside = settings, true
	}
	if !inside {
		return "", nginx.Answer{}, false
	}
	url = strings.TrimSuffix(l.Path, "/") + "/" + below
	answer = s.Answer(url)
	sent := answer.Handler == nginx.ServesFiles && answer.FileKnown && answer.Sure && answer.Root.Directive != nil &&
		strings.HasSuffix(path.Clean(answer.File), "/"+below)
	return url, answer, sent && s.Refuses(url) == value.False
}
