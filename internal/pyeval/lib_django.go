package pyeval

import "deploylint/internal/value"

func djangoLibrary() library {
	return library{
		modules: "django django.conf django.conf.global_settings django.core django.core.exceptions " +
			"django.core.management django.core.management.utils django.core.urlresolvers django.urls " +
			"django.urls.base django.utils django.utils.crypto django.utils.functional django.utils.log " +
			"django.utils.translation django.contrib django.contrib.messages django.contrib.messages.constants",
		ignored:    "django.setup",
		generated:  "django.core.management.utils.get_random_secret_key django.utils.crypto.get_random_string",
		exceptions: "django.core.exceptions.ImproperlyConfigured",
		opaque: "django.urls.reverse_lazy django.core.urlresolvers.reverse_lazy " +
			"django.utils.functional.SimpleLazyObject django.utils.functional.lazy " +
			"django.utils.log.RequireDebugTrue",
		member: djangoMember,
	}
}

func djangoMember(_ *evaluator, module, name string) (val, bool) {
	full := module + "." + name
	switch full {
	case "django.utils.translation.gettext_noop":
		return native(full, func(_ *evaluator, c *call) val { return c.args0() }), true
	case "django.utils.translation.gettext_lazy", "django.utils.translation.ugettext_lazy",
		"django.utils.translation.gettext", "django.utils.translation.ugettext",
		"django.utils.translation.ngettext_lazy", "django.utils.translation.pgettext_lazy":
		return native(full, func(*evaluator, *call) val { return of(&opaqueObj{typ: "translated text"}) }), true
	case "django.conf.settings":
		return of(&unknownObj{cause: value.Unread, reason: value.Because("it reads the settings that are being made")}), true
	}
	if module == "django.contrib.messages" || module == "django.contrib.messages.constants" {
		return messageLevel(name)
	}
	return val{}, false
}

func messageLevel(name string) (val, bool) {
	switch name {
	case "DEBUG":
		return ofInt(10), true
	case "INFO":
		return ofInt(20), true
	case "SUCCESS":
		return ofInt(25), true
	case "WARNING":
		return ofInt(30), true
	case "ERROR":
		return ofInt(40), true
	}
	return val{}, false
}
