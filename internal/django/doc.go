// Package django knows what Django is, version by version: the defaults of its settings, the names of its releases and
// until when each is supported.
package django
