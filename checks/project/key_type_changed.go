package project

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// keyTypeChanged reports a project that leaves the type of its primary keys to Django, with migrations that were made when Django's
// default was another one.
//
// # Why it matters
//
// From Django 6.0 on DEFAULT_AUTO_FIELD is BigAutoField. A project that never set it had AutoField: makemigrations now wants to
// rewrite the key of every table, with every foreign key that points to it, and a release that runs makemigrations --check stops. On
// large tables the rewriting locks the site for a long time.
//
// # Example
//
//	Django==6.0.2
//
//	("id", models.AutoField(auto_created=True, primary_key=True, …)),
//
// # Use instead
//
//	DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
//
// # When it stays silent
//
// When Django is older or not pinned, when the apps name their own default_auto_field, and when no first migration of an installed app
// has such a key.
func keyTypeChanged() lint.Rule {
	return lint.Rule{
		ID:      "DPL610",
		Name:    "key-type-changed",
		Summary: "Django's new default would rewrite the keys of all tables",
		Help:    "Set DEFAULT_AUTO_FIELD to what the migrations say",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/6.0/releases/6.0/#default-auto-field-setting-now-defaults-to-bigautofield",
			"https://docs.djangoproject.com/en/stable/ref/settings/#default-auto-field",
		},
		Since: "0.2.0",
		Check: lint.OfSettings(checkKeyTypeChanged),
	}
}

func checkKeyTypeChanged(s *deploy.Settings, site *deploy.Site) lint.Answer {
	keys := slices.DeleteFunc(slices.Clone(s.OldKeys), func(k deploy.OldKey) bool {
		return deploy.Holds(s.Get("INSTALLED_APPS"), func(app string) bool {
			return slices.Contains(strings.Split(app, "."), path.Base(k.App))
		}) == value.False
	})
	if len(keys) == 0 || !s.Django.Exact {
		return nil
	}
	r := lint.Fail(s.First, "DEFAULT_AUTO_FIELD is not set, and Django %s takes BigAutoField where the migrations say AutoField: makemigrations wants to rewrite the key of every table", s.Django.Text).
		About("settings.DEFAULT_AUTO_FIELD").
		With(s.Django.Span, "this Django has the new default").
		With(keys[0], "the keys were made with this type").
		Fix(`DEFAULT_AUTO_FIELD = "django.db.models.AutoField"`)
	for _, use := range site.Scripts() {
		for _, c := range use.Script.Commands {
			if c.Has("makemigrations") && c.Has("--check") {
				r = r.With(c.Span, "the start stops here")
			}
		}
	}
	return r
}
