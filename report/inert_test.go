package report_test

import (
	"testing"

	"deploylint/report"
)

func TestInert(t *testing.T) {
	for text, want := range map[string]string{
		"plain\n":                                      "plain\n",
		"listen [::]:80; # a::b\n":                     "listen [::]:80; # a::b\n",
		"::error::x/settings.py:1:1: warning\n":        "\\x3a:error::x/settings.py:1:1: warning\n",
		"one\n \t::set-output::x\n\u00a0::add-mask::e": "one\n \t\\x3a:set-output::x\n\u00a0\\x3a:add-mask::e",
		"    3 | # ##[error]x ##vso[task.x]":           "    3 | # \\x23#[error]x \\x23#vso[task.x]",
		"###[error]":                                   "#\\x23#[error]",
		"## heading [link]":                            "## heading [link]",
	} {
		if got := report.Inert(text); got != want {
			t.Errorf("Inert(%q) = %q, want %q", text, got, want)
		}
	}
}
