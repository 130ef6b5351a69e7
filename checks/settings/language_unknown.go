package settings

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/django"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// languageUnknown reports language settings that Django refuses.
//
// # Why it matters
//
// LANGUAGE_CODE in a language that nothing is translated into ends in an OSError at the first text that Django
// translates. A code that is none, or one that is not among LANGUAGES, fails Django's system checks, so that migrate
// and other commands stop.
//
// # Example
//
//	LANGUAGE_CODE = "pt_BR"
//
// # Use instead
//
//	LANGUAGE_CODE = "pt-br"
//
// # When it stays silent
//
// Where LOCALE_PATHS or an app that is not in the repository may hold translations into the language, as far as those
// matter.
func languageUnknown() lint.Rule {
	return lint.Rule{
		ID:      "DPL136",
		Name:    "language-unknown",
		Summary: "A language setting is one that Django refuses",
		Help:    "Write language codes as pt-br, and list LANGUAGE_CODE in LANGUAGES",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Django:  []string{"translation.E001", "translation.E002", "translation.E003", "translation.E004"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/settings/#language-code",
			"https://docs.djangoproject.com/en/stable/ref/settings/#languages",
			"https://docs.djangoproject.com/en/stable/ref/checks/#translation",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkLanguageUnknown),
	}
}

func checkLanguageUnknown(s *deploy.Settings, site *deploy.Site) lint.Answer {
	code := s.Get("LANGUAGE_CODE")
	if stops := stopsAtLanguage(s, site, code); stops != nil {
		return stops
	}
	var answers lint.Answers
	if s.Django.AtLeast(2, 2) {
		none := func(v value.Value) bool { return !isLanguage(v) }
		answers = append(answers, lint.Ask(s, "LANGUAGE_CODE", none, func(v value.Value, at lint.Placed) lint.Result {
			return lint.Fail(at, "LANGUAGE_CODE is %s, which is no language code: migrate fails at Django's checks", text(v)).
				Fix("LANGUAGE_CODE = %q", strings.ToLower(strings.ReplaceAll(v.Payload(), "_", "-"))).As("translation.E001")
		}))
	}
	if s.Django.Before(3, 0) {
		return answers
	}
	if languages := s.Get("LANGUAGES"); languages.IsSequence() {
		for i, pair := range languages.Elems() {
			if two := pair.Elems(); len(two) == 2 && two[0].Known() && !isLanguage(two[0]) {
				answers = append(answers, badCode(s, "LANGUAGES", i, two[0]).As("translation.E002"))
			}
		}
	}
	if bidi := s.Get("LANGUAGES_BIDI"); bidi.IsSequence() {
		for i, e := range bidi.Elems() {
			if e.Known() && !isLanguage(e) {
				answers = append(answers, badCode(s, "LANGUAGES_BIDI", i, e).As("translation.E003"))
			}
		}
	}
	if s.On("USE_I18N") && supportsLanguage(s, code) == value.False {
		answers = append(answers, lint.Fail(s.Place("LANGUAGE_CODE"), "LANGUAGE_CODE is %s, which is not in LANGUAGES: migrate fails at Django's checks", text(code)).
			About("settings.LANGUAGE_CODE/LANGUAGES").
			With(s.Get("LANGUAGES"), "LANGUAGES is set here").
			Fix("add it to LANGUAGES, or take a language that is there").As("translation.E004"))
	}
	return answers
}

func badCode(s *deploy.Settings, name string, index int, code value.Value) lint.Result {
	return lint.Fail(lint.Nearest(code, s.Place(name)), "%s has %s, which is no language code: migrate fails at Django's checks", name, text(code)).
		About(fmt.Sprintf("settings.%s[%d]", name, index)).
		Fix("a code such as \"pt-br\"")
}

// stopsAtLanguage finds the LANGUAGE_CODE with which Django translates nothing at all.
func stopsAtLanguage(s *deploy.Settings, site *deploy.Site, code value.Value) lint.Answer {
	fail := func(format string, args ...any) lint.Result {
		return lint.Fail(s.Place("LANGUAGE_CODE"), format, args...).About("settings.LANGUAGE_CODE").As()
	}
	name, ok := code.Text()
	switch {
	case code.Kind() == value.Unknown || code.Kind() == value.Object:
		return nil
	case code.Kind() != value.Str && s.Django.Before(4, 1) && s.Off("USE_I18N"):
		return nil
	case !ok && code.Kind() != value.Str:
		return fail("LANGUAGE_CODE is %s, not a text, so commands stop and no page is rendered: AttributeError", text(code)).Fix("LANGUAGE_CODE = \"en-us\"")
	}
	base, _, _ := strings.Cut(strings.ReplaceAll(name, "_", "-"), "-")
	version := django.Of(s.Django.Major, s.Django.Minor)
	if !s.On("USE_I18N") || django.Translates(name, version) || django.IsAlias(base) || !untranslated(s, site, name) {
		return nil
	}
	if translatesNames := s.App("django.contrib.auth").Or(s.App("django.contrib.contenttypes")); translatesNames != value.True {
		return nil
	}
	return fail("Django has no translations into %s, so commands stop and no page is rendered: OSError: No translation files found for default language %s", text(code), name).
		Fix("LANGUAGE_CODE = \"en-us\", or translations in LOCALE_PATHS")
}

// untranslated reports whether neither the project's own translations nor those of its apps can be into a language. An app
// that is not in the repository may have some.
func untranslated(s *deploy.Settings, site *deploy.Site, code string) bool {
	paths, apps := s.Get("LOCALE_PATHS"), s.Get("INSTALLED_APPS")
	root, ok := s.ImportRoot()
	if !ok || !paths.IsSequence() || !apps.IsSequence() || site.Repository == nil || site.Repository.IsDir == nil {
		return false
	}
	var folders []string
	for _, e := range paths.Elems() {
		below, found := strings.CutPrefix(path.Clean(e.Payload()), value.RootMark+"/")
		if !found {
			return false
		}
		folders = append(folders, below)
	}
	for _, e := range apps.Elems() {
		app, known := e.Text()
		app = configured(app)
		switch {
		case strings.HasPrefix(app, "django.contrib."):
			continue
		case !known || isClass(app) || !site.Repository.IsDir(path.Join(root, strings.ReplaceAll(app, ".", "/"))):
			return false
		}
		folders = append(folders, path.Join(root, strings.ReplaceAll(app, ".", "/"), "locale"))
	}
	language, country, _ := strings.Cut(strings.ReplaceAll(code, "_", "-"), "-")
	return !slices.ContainsFunc(folders, func(folder string) bool {
		return site.Repository.IsDir(path.Join(folder, language)) || site.Repository.IsDir(path.Join(folder, language+"_"+strings.ToUpper(country)))
	})
}

// isLanguage reports whether a value is a code as django.utils.translation.trans_real.language_code_re has it.
func isLanguage(v value.Value) bool {
	code, ok := v.Text()
	return ok && languageCode.MatchString(code)
}

var languageCode = regexp.MustCompile(`(?i)^[a-z]{1,8}(?:-[a-z0-9]{1,8})*(?:@[a-z0-9]{1,20})?\n?$`)

// supportsLanguage reports whether Django finds a language, or one that may stand for it, among LANGUAGES.
func supportsLanguage(s *deploy.Settings, v value.Value) value.Tri {
	code, ok := v.Text()
	version := django.Of(s.Django.Major, s.Django.Minor)
	listed, known := languageCodes(s, version)
	if !ok || !known {
		return value.Undecided
	}
	candidates := append([]string{code}, django.Fallbacks(code)...)
	generic, _, _ := strings.Cut(code, "-")
	for rest := code; strings.Contains(rest, "-") && s.Django.AtLeast(4, 2); {
		rest = rest[:strings.LastIndexByte(rest, '-')]
		candidates = append(candidates, rest)
	}
	candidates = append(candidates, generic)
	for _, c := range candidates {
		if s.Django.AtLeast(4, 1) {
			c = strings.ToLower(c)
		}
		if slices.Contains(listed, c) {
			return value.TriOf(django.Translates(c, version)).Or(value.Undecided)
		}
	}
	if code != "" && slices.ContainsFunc(listed, func(l string) bool { return strings.HasPrefix(l, generic+"-") }) {
		return value.True
	}
	return value.False
}

// languageCodes returns the codes in LANGUAGES.
func languageCodes(s *deploy.Settings, version django.Version) ([]string, bool) {
	languages := s.Get("LANGUAGES")
	if !s.Sets("LANGUAGES") {
		return django.Languages(version), true
	}
	if !languages.IsSequence() {
		return nil, false
	}
	var codes []string
	for _, pair := range languages.Elems() {
		if len(pair.Elems()) != 2 {
			return nil, false
		}
		code, ok := pair.Elems()[0].Text()
		if !ok {
			return nil, false
		}
		codes = append(codes, code)
	}
	return codes, true
}
