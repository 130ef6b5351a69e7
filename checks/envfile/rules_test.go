package envfile_test

import (
	"testing"

	"deploylint/checks/envfile"
	"deploylint/internal/linttest"
)

func TestRules(t *testing.T) {
	linttest.Rules(t, envfile.Rules())
}
