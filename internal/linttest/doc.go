// Package linttest is the harness behind every rule's test. All cases of a rule stand in one archive, fixtures/rules/<ID>.txtar,
// whose files are named case/path; each case is one small deployment. What stands in the archive under base/ lies under
// all its cases, and the deployment of fixtures/bases that base/case.toml names under that, so that a case writes only
// what it is about:
//
//	-- base/case.toml --
//	base = "gunicorn"
//	-- loud/deploy/nginx.conf --
//	server {
//	…
//
// A case that has no file of its own to write has an empty case.toml. The archive's comment, and the comments of a
// case.toml, may tell what the cases are about. See [Config] for what else a case.toml tells.
//
// What the rule must say stands in comments on the lines that it is about:
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
// nothing meets; a pass may go unwanted.
package linttest
