package process

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// settingsUnlikeWeb reports a worker or beat that runs with another database, broker or key than the web process.
//
// # Why it matters
//
// The processes of one site share a database, a broker and a key. A worker that was added later and is not given the same variables,
// or whose celery.py names the settings of developers, starts without an error: it waits at a broker that nobody sends tasks to, or
// writes into a database of its own, or signs links that the site refuses.
//
// # Example
//
//	services:
//	  web:
//	    environment:
//	      DATABASE_URL: postgres://shop@db/shop
//	  worker:
//	    command: celery -A shop worker   # DATABASE_URL has a default in the settings: a SQLite file
//
// # Use instead
//
//	x-environment: &environment
//	  DATABASE_URL: postgres://shop@db/shop
//	services:
//	  web:
//	    environment: *environment
//	  worker:
//	    environment: *environment
//
// # When it stays silent
//
// For settings that may differ, such as ALLOWED_HOSTS, for processes of different files, where one of the two values is not known, and
// where one names a host and the other the loopback, which may be that host. A warning where only DEBUG, the cache or the mail backend
// differ, where
// something outside may give the variable, and where a settings module is known by its name alone.
func settingsUnlikeWeb() lint.Rule {
	return lint.Rule{
		ID:      "DPL471",
		Name:    "settings-unlike-web",
		Summary: "A worker or beat runs with another database, broker or key than the web process",
		Help:    "Give all processes of the site the same settings module and the same variables",
		Level:   lint.Error,
		Tags:    []string{"availability", "correctness"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/topics/settings/#designating-the-settings",
			"https://docs.celeryq.dev/en/stable/django/first-steps-with-django.html",
		},
		Since: "0.2.0",
		Check: lint.OfSite(checkSettingsUnlikeWeb),
	}
}

func checkSettingsUnlikeWeb(site *deploy.Site) lint.Answer {
	var answers lint.Answers
	for _, p := range site.Unlike() {
		if web := site.Counterpart(p); web != nil {
			answers = append(answers, unlike(p, web))
		}
	}
	return answers
}

func unlike(p, web *deploy.Process) lint.Answer {
	differences := deploy.Differences(p, web)
	if len(differences) == 0 {
		return nil
	}
	first := differences[0]
	var variables, others []string
	for _, d := range differences {
		if d.Lacks != "" && !slices.Contains(variables, d.Lacks) {
			variables = append(variables, d.Lacks)
		}
		if d.Setting != first.Setting && !slices.Contains(others, d.Setting) {
			others = append(others, d.Setting)
		}
	}
	also := ""
	if len(others) > 0 {
		also = "; also different: " + strings.Join(others, ", ")
	}
	how := ": "
	if here, there := p.Settings.Module, web.Settings.Module; here != there {
		how = " runs with " + here + ", the site with " + there + ": "
	} else if len(variables) > 0 {
		how = " is not given " + strings.Join(variables, ", ") + " as the web process is: "
	}
	r := lint.Fail(p, "%s%s%s%s", p.Name, how, consequence(p, first), also).About(about(p, "settings")).With(web, "the web process")
	for _, d := range differences {
		r = r.With(d.Here, "%s of this process", d.Setting)
		if d.There.Source() != d.Here.Source() {
			r = r.With(d.There, "%s of the web process", d.Setting)
		}
	}
	switch {
	case p.Settings.Module != web.Settings.Module:
		r = r.Fix("give it DJANGO_SETTINGS_MODULE=%s", web.Settings.Module)
	case len(variables) > 0:
		r = r.Fix("give it %s, as %s is given", strings.Join(variables, " and "), web.Name)
	}
	if _, open := first.Here.FromDefault(); open {
		r = r.UnlessSet(first.Lacks)
	}
	if !first.Certain || p.Settings.Assumed || web.Settings.Assumed || first.Part >= deploy.AnotherCache {
		r = r.At(lint.Warning)
	}
	return r
}

// consequence says what comes of the worst difference.
func consequence(p *deploy.Process, d deploy.Difference) string {
	switch d.Part {
	case deploy.AnotherDatabase:
		return "it works on another database than the site"
	case deploy.AnotherBroker:
		if p.Kind == deploy.Beat {
			return "it sends tasks to another broker than the site"
		}
		return "it waits at another broker than the one that the site sends tasks to, so they are never run"
	case deploy.AnotherKey:
		return "it signs with another SECRET_KEY, so that the site refuses its links and tokens"
	case deploy.AnotherStorage:
		return "it keeps files in another place than the site"
	case deploy.AnotherDebug:
		return "DEBUG is not what it is for the site: where it is on, each query stays in memory until the process ends"
	case deploy.AnotherMail:
		return "its mails go another way than the site's"
	default:
		return "it has another cache, so that neither sees what the other stores or deletes"
	}
}
