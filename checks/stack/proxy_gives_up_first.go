package stack

import (
	"strconv"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/value"
)

// proxyGivesUpFirst reports a gunicorn timeout that is longer than nginx waits.
//
// # Why it matters
//
// nginx gives up after proxy_read_timeout, 60 seconds unless it says otherwise, and the user sees 504 Gateway Time-out.
// The worker goes on and does its work for nobody, and then again when the user tries once more: orders are placed
// twice.
//
// # Example
//
//	gunicorn --timeout 120
//	proxy_read_timeout 60s;
//
// # Use instead
//
//	gunicorn --timeout 120
//	proxy_read_timeout 120s;
//
// # When it stays silent
//
// For workers other than sync, whose timeout is not about one request, and where either of the two is not known.
func proxyGivesUpFirst() lint.Rule {
	return lint.Rule{
		ID:      "DPL545",
		Name:    "proxy-gives-up-first",
		Summary: "nginx answers 504 while gunicorn still works on the request",
		Help:    "Set proxy_read_timeout to what gunicorn's workers may take",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_read_timeout",
			"https://docs.gunicorn.org/en/stable/settings.html#timeout",
		},
		Since: "0.1.0",
		Check: lint.OfSite(checkProxyGivesUpFirst),
	}
}

func checkProxyGivesUpFirst(site *deploy.Site) lint.Answer {
	var answers lint.Answers
	seen := map[*nginx.Block]bool{}
	for _, t := range site.AppTargets() {
		if t.Process == nil || !t.Process.Server.IsGunicorn() || !t.HTTP() || seen[t.Server.Block] {
			continue
		}
		class, known := t.Process.Server.Options.Get("worker_class").Text()
		timeout := t.Process.Server.Options.Get("timeout")
		limit, ok := timeout.Number()
		threads, single := t.Process.Server.Options.Get("threads").Int()
		if !ok || !known || class != "sync" || !single || threads > 1 {
			continue
		}
		e, found := t.Outer.InEffect("proxy_read_timeout")
		wait, place := 60.0, t.Entry
		if found == value.True {
			text, literal := e.Value()
			if wait, ok = nginx.ParseTime(text); !ok || !literal {
				continue
			}
			place = e
		}
		if found == value.Undecided || limit <= wait {
			continue
		}
		seen[t.Server.Block] = true
		answers = append(answers, lint.Fail(place, "nginx answers 504 after %s seconds, while gunicorn works on the request for up to %s", seconds(wait), seconds(limit)).
			About(t.Outer.Key()+"#proxy_read_timeout").
			With(timeout, "gunicorn's timeout").
			Fix("proxy_read_timeout %ss;", seconds(limit)))
	}
	return answers
}

func seconds(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
