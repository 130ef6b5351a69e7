package deploy

import (
	"strings"

	"deploylint/internal/nginx"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A StaticServing says how one server answers for the files under a URL of the settings.
type StaticServing struct {
	Server AppServer
	// Probe is the path that was asked for, and Below its part behind the URL: "/app/site.css".
	Probe, Below string
	// Answer is what the server does with it.
	Answer nginx.Answer
	// ToApp is set where the request is handed on to the application, and not to something else that nginx proxies to.
	ToApp bool
	// Own is set where a location is there for the URL, or everything that is no file goes to the application. Else the
	// request ends among the files of something else, such as a frontend with a /static/ of its own.
	Own bool
}

// Source returns the place of the location that answers, or the server's.
func (v StaticServing) Source() source.Span {
	if v.Answer.Location != nil {
		return v.Answer.Location.Source()
	}
	return v.Server.Source()
}

// Serving asks every server that leads to the application how it answers for a file under a URL path such as "/static/".
func (s *Site) Serving(url string) []StaticServing {
	var answers []StaticServing
	for _, server := range s.AppServers() {
		v := StaticServing{Server: server, Below: "/app/site.css"}
		v.Probe = strings.TrimSuffix(url, "/") + v.Below
		v.Answer = server.Answer(v.Probe)
		for _, t := range server.Targets {
			v.ToApp = v.ToApp || v.Answer.By.Directive != nil && t.Directive == v.Answer.By.Directive
			v.Own = v.Own || v.Answer.Fallback != nil && t.Location == v.Answer.Fallback
		}
		if l := v.Answer.Location; l != nil {
			v.Own = v.Own || l.IsRegex() || strings.HasPrefix(l.Path+"/", url[:strings.IndexByte(url[1:], '/')+2])
		}
		answers = append(answers, v)
	}
	return answers
}

// Served returns the folder from which the files under the URL come; ok is false where they come from none, or nobody
// can tell from which.
func (v StaticServing) Served() (folder string, ok bool) {
	a := v.Answer
	if a.Handler != nginx.ServesFiles || !a.FileKnown || !a.Sure || a.Root.Directive == nil || a.Location == nil || !v.Own {
		return "", false
	}
	return strings.CutSuffix(a.File, v.Below)
}

// HandsOut reports whether nginx sends files of a folder of the settings when the application tells it to
// (X-Accel-Redirect): a location that clients cannot ask for serves from it, or from somewhere that is not known.
func (s *Site) HandsOut(folder value.Value) bool {
	for _, server := range s.AppServers() {
		for _, l := range server.AllLocations() {
			if !l.IsInternal() {
				continue
			}
			served, _, known := l.Folder()
			if !known || s.Paths == nil || s.Paths.Compare(served, folder.Payload()).Same != value.False {
				return true
			}
		}
	}
	return false
}

// LocalURL returns the path of a URL of the settings that lies on the site itself, with slashes around it as Django makes
// it; ok is false for a URL of another host and for one that is not known.
func LocalURL(v value.Value) (url string, ok bool) {
	text, ok := v.Text()
	if !ok || text == "" || strings.Contains(text, "//") {
		return "", false
	}
	return "/" + strings.TrimPrefix(strings.TrimSuffix(text, "/")+"/", "/"), true
}

// IsPlace reports whether a setting is a known folder: an absolute path, or one below the repository's root.
func IsPlace(v value.Value) bool {
	if v.Kind() != value.Str && v.Kind() != value.Path {
		return false
	}
	return strings.HasPrefix(v.Payload(), "/") || strings.HasPrefix(v.Payload(), value.RootMark)
}

// Display returns a folder of the settings as people read it: relative to the repository's root where it lies there.
func (s *Site) Display(v value.Value) string {
	text := v.Payload()
	if below, ok := strings.CutPrefix(text, value.RootMark); ok {
		if below = strings.Trim(below, "/"); below == "" {
			return "the repository's root"
		}
		return below
	}
	return text
}

// OnServer returns a folder of the settings as nginx has to name it, with a slash at the end. Where the repository lies
// is a guess unless something says so.
func (s *Site) OnServer(v value.Value) string {
	text := v.Payload()
	below, ok := strings.CutPrefix(text, value.RootMark)
	if !ok {
		if text == "" {
			return "/path/to/STATIC_ROOT/"
		}
		return strings.TrimSuffix(text, "/") + "/"
	}
	below = strings.Trim(below, "/")
	if s.Paths != nil {
		for _, p := range s.Paths.ToServer(below) {
			return strings.TrimSuffix(p.Path, "/") + "/"
		}
	}
	return "/path/to/" + below + "/"
}

// KeepsUploads reports whether Django puts uploaded files into MEDIA_ROOT: False where a storage of another package keeps
// them, such as S3.
func (s *Settings) KeepsUploads() value.Tri {
	storage := s.Get("STORAGES").At("default").At("BACKEND")
	if _, given := s.Given("DEFAULT_FILE_STORAGE"); given && s.Django.Before(5, 1) || s.Django.Before(4, 2) {
		storage = s.Get("DEFAULT_FILE_STORAGE")
	}
	text, ok := storage.Text()
	if !ok {
		return value.Undecided
	}
	return value.TriOf(strings.HasPrefix(text, "django.core.files.storage."))
}
