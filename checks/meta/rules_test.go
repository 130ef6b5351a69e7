package meta_test

import (
	"testing"

	"deploylint/checks"
	"deploylint/checks/meta"
	"deploylint/internal/linttest"
)

func TestRules(t *testing.T) {
	linttest.Rules(t, meta.Rules(), checks.All()...)
}
