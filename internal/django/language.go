package django

import (
	"slices"
	"strings"
)

// Languages returns the codes of the default of LANGUAGES in a version.
func Languages(v Version) []string {
	v = orLTS(v)
	codes := strings.Fields(`af ar ar-dz ast az bg be bn br bs ca cs cy da de dsb el en en-au en-gb eo es es-ar es-co es-mx
		es-ni es-ve et eu fa fi fr fy ga gd gl he hi hr hsb hu hy ia id io is it ja ka kab kk km kn ko ky lb lt lv mk ml mn mr
		my nb ne nl nn os pa pl pt pt-br ro ru sk sl sq sr sr-latn sv sw ta te tg th tk tr tt udm uk ur uz vi zh-hans zh-hant`)
	for _, added := range []struct {
		code  string
		since Version
	}{
		{"ig", Of(3, 2)}, {"ms", Of(4, 0)}, {"ckb", Of(4, 2)}, {"ug", Of(5, 0)}, {"ht", Of(6, 0)},
	} {
		if v.AtLeast(added.since.Major, added.since.Minor) {
			codes = append(codes, added.code)
		}
	}
	slices.Sort(codes)
	return codes
}

// Fallbacks returns the languages that stand in for one that Django knows by another name, as
// django.conf.locale.LANG_INFO has them.
func Fallbacks(code string) []string {
	switch code {
	case "no":
		return []string{"nb"}
	case "zh-cn", "zh-my", "zh-sg":
		return []string{"zh-hans"}
	case "zh-hk", "zh-mo", "zh-tw":
		return []string{"zh-hant"}
	default:
		return nil
	}
}

// IsAlias reports whether Python's locale module takes a name for a language that Django has under another name: gettext
// then finds translations all the same. See locale.locale_alias.
func IsAlias(name string) bool {
	return slices.Contains(strings.Fields(`a3 american arabic bokmal bokmål bulgarian c catalan cextend croatian cz czech danish
		dansk deutsch dutch eesti eng english estonian finnish français fre french galego galician ger german greek hebrew
		hrvatski hungarian icelandic in iso iso8859 italian iw japan japanese jp korean lithuanian nynorsk polish portuguese
		romanian rumanian russian serbocroatian sh slovak slovene slovenian sp spanish swedish thai turkish univ
		universal`), strings.ToLower(name))
}

// Translates reports whether Django has translations into a language, or into a more general one that gettext takes in
// its place.
func Translates(code string, v Version) bool {
	code = strings.ToLower(code)
	base, _, _ := strings.Cut(strings.ReplaceAll(code, "_", "-"), "-")
	return slices.ContainsFunc(Languages(v), func(known string) bool { return known == code || known == base })
}
