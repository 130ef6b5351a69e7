package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/django"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// settingRefused reports a setting whose value Django refuses at the first use.
//
// # Why it matters
//
// Most are refused when Django starts, so that no process comes up: a text in place of a list, a time zone that there
// is none of, an app that is listed twice, an old setting beside the one that replaced it. Others wait for the first
// request.
//
// # Example
//
//	TIME_ZONE = "Berlin"
//
// # Use instead
//
//	TIME_ZONE = "Europe/Berlin"
//
// # When it stays silent
//
// Where the value cannot be read, may be another one, or is a hole in a template. ALLOWED_HOSTS is allowed-hosts-empty's.
func settingRefused() lint.Rule {
	return lint.Rule{
		ID:      "DPL146",
		Name:    "setting-refused",
		Summary: "A setting has a value that Django refuses",
		Help:    "Give the setting a value that Django takes",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkSettingRefused),
	}
}

func checkSettingRefused(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if s.Failure != nil || s.Django.Before(1, 8) {
		return nil
	}
	return lint.Answers{notLists(s), unknownZone(s), installedTwice(s), clashes(s), unfitProxyHeader(s), withoutURLs(s)}
}

// notLists finds the settings that must be lists or tuples; see django.conf.Settings.
func notLists(s *deploy.Settings) lint.Answer {
	var answers lint.Answers
	for _, name := range []string{"INSTALLED_APPS", "LOCALE_PATHS", "SECRET_KEY_FALLBACKS", "TEMPLATE_DIRS"} {
		if !s.Sets(name) || name == "SECRET_KEY_FALLBACKS" && s.Django.Before(4, 1) {
			continue
		}
		answers = append(answers, lint.Ask(s, name, notAList, func(v value.Value, at lint.Placed) lint.Result {
			r := lint.Fail(at, "%s is a %s, not a list, so no process starts: ImproperlyConfigured: The %s setting must be a list or a tuple", name, v.Kind(), name).
				Fix("%s = […]", name)
			if name == "SECRET_KEY_FALLBACKS" {
				return r.Hiding(at)
			}
			return r
		}))
	}
	return answers
}

func unknownZone(s *deploy.Settings) lint.Answer {
	const name = "TIME_ZONE"
	return lint.Ask(s, name, func(v value.Value) value.Tri {
		zone, ok := v.Text()
		return value.TriOf(ok && zone != "" && !isTemplate(zone) && !django.IsTimeZone(zone))
	}, func(v value.Value, at lint.Placed) lint.Result {
		return lint.Fail(at, "%s is %s, which is no time zone, so no process starts: ValueError: Incorrect timezone setting", name, text(v)).
			Fix(`%s = "Europe/Berlin", or another of https://en.wikipedia.org/wiki/List_of_tz_database_time_zones`, name)
	})
}

// installedTwice finds an app that is listed twice, by its name or by an AppConfig in its apps module.
func installedTwice(s *deploy.Settings) lint.Answer {
	var answers lint.Answers
	seen := map[string]value.Value{}
	apps := s.Get("INSTALLED_APPS")
	if notAList(apps) != value.False {
		return nil
	}
	report := func(app string, again, first value.Value) {
		answers = append(answers, lint.Fail(again, "INSTALLED_APPS lists %s twice, so no process starts: ImproperlyConfigured: Application labels aren't unique", app).
			About("settings.INSTALLED_APPS/"+app).With(first, "it is listed here as well").Fix("leave one of the two out"))
	}
	for _, e := range apps.Elems() {
		name, ok := e.Text()
		if !ok {
			continue
		}
		app := configured(name)
		config := "config of " + app
		for _, other := range []string{name, app, config} {
			if first, twice := seen[other]; twice && (other != config || app == name) {
				report(app, e, first)
				break
			}
		}
		seen[name] = e
		if app != name {
			seen[config] = e
		}
	}
	return answers
}

// configured returns the app of an AppConfig: shop for shop.apps.ShopConfig. Any other name is returned as it is.
func configured(name string) string {
	module, _ := cutLast(name)
	if app, ok := strings.CutSuffix(module, ".apps"); ok && isClass(name) {
		return app
	}
	return name
}

// clashes finds a setting beside the one that replaced it, in the versions that know both.
func clashes(s *deploy.Settings) lint.Answer {
	var answers lint.Answers
	for _, pair := range []struct {
		new         string
		old         []string
		since, till [2]int
		text        string
	}{
		{"STORAGES", []string{"DEFAULT_FILE_STORAGE", "STATICFILES_STORAGE"}, [2]int{4, 2}, [2]int{5, 1}, "are mutually exclusive"},
		{"PASSWORD_RESET_TIMEOUT", []string{"PASSWORD_RESET_TIMEOUT_DAYS"}, [2]int{3, 1}, [2]int{4, 0}, "are mutually exclusive"},
		{"MAILERS", []string{
			"EMAIL_BACKEND", "EMAIL_FILE_PATH", "EMAIL_HOST", "EMAIL_HOST_PASSWORD", "EMAIL_HOST_USER", "EMAIL_PORT",
			"EMAIL_SSL_CERTFILE", "EMAIL_SSL_KEYFILE", "EMAIL_TIMEOUT", "EMAIL_USE_SSL", "EMAIL_USE_TLS",
		}, [2]int{6, 1}, [2]int{7, 0}, "cannot be set together"},
	} {
		if s.Django.Before(pair.since[0], pair.since[1]) || s.Django.AtLeast(pair.till[0], pair.till[1]) {
			continue
		}
		if !certain(s, pair.new) {
			continue
		}
		for _, name := range pair.old {
			if !certain(s, name) {
				continue
			}
			answers = append(answers, lint.Fail(s.Place(name), "%s is set beside %s, which replaced it, so no process starts: ImproperlyConfigured: they %s", name, pair.new, pair.text).
				About("settings."+name).With(s.Place(pair.new), "%s is set here", pair.new).Fix("move what %s says into %s, and leave it out", name, pair.new))
			break
		}
	}
	return answers
}

func unfitProxyHeader(s *deploy.Settings) lint.Answer {
	const name = "SECURE_PROXY_SSL_HEADER"
	return lint.Ask(s, name, func(v value.Value) value.Tri {
		switch v.Kind() {
		case value.List, value.Tuple, value.Set:
			return value.TriOf(len(v.Elems()) != 2 && v.Truth() == value.True)
		case value.Str:
			return value.TriOf(len(v.Payload()) > 0 && len(v.Payload()) != 2)
		case value.Bool, value.Int, value.Float:
			return v.Truth()
		default:
			return value.False
		}
	}, func(_ value.Value, at lint.Placed) lint.Result {
		return lint.Fail(at, "%s is not a pair, so every request fails: ImproperlyConfigured: it must be a tuple containing two values", name).
			Fix(`%s = ("HTTP_X_FORWARDED_PROTO", "https")`, name)
	})
}

func withoutURLs(s *deploy.Settings) lint.Answer {
	v := s.Get("ROOT_URLCONF")
	if v.Known() || v.Cause != value.Absent || len(v.Alternatives) > 0 || v.Overridable != nil || len(s.Names()) == 0 {
		return nil
	}
	return lint.Fail(s.First, "ROOT_URLCONF is not set, so every request fails: AttributeError: 'Settings' object has no attribute 'ROOT_URLCONF'").
		About("settings.ROOT_URLCONF").Fix(`ROOT_URLCONF = "shop.urls"`)
}
