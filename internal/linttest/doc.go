// Package linttest is the harness behind every rule's test. A case is a folder fixtures/rules/<ID>/<case>/ with one small
// deployment; what the rule must say stands in comments on the lines that it is about:
//
//	alias /srv/shop/static/;  # want DPL501 "served from .* but STATIC_ROOT"
//	DEBUG = env("DEBUG")      # want DPL101 open "DJANGO_DEBUG" DPL102 pass "fine"
//	command=gunicorn shop     ; want DPL403 note "workers"
//	# want +1 DPL201 "SECRET_KEY"
//	SECRET_KEY=…
//
// A want is a rule's id, a word where it is not a finding of the rule's own level (open, pass, error, warning, note), and
// a regular expression for the message, in Go's quotes. A number behind want moves it to another line, for files that
// cannot carry a comment there. A finding or an open result that nothing wants fails the test, and so does a want that
// nothing meets; a pass may go unwanted. An optional case.toml beside the files tells what files cannot; see Config.
package linttest
