// Package django knows what Django is, version by version: the defaults of its settings, which names are settings at all,
// and how long each version is supported.
//
// The facts are those of django/conf/global_settings.py and of the release notes
// (https://docs.djangoproject.com/en/stable/releases/) of Django 1.8 to 6.1. A setting that came with a security release
// counts from the first release of its series that has it.
package django
