package settings_test

import (
	"testing"

	"deploylint/checks/settings"
	"deploylint/internal/linttest"
)

func TestRules(t *testing.T) {
	linttest.Rules(t, settings.Rules())
}
