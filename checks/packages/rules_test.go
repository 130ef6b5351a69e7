package packages_test

import (
	"testing"

	"deploylint/checks/packages"
	"deploylint/internal/linttest"
)

func TestRules(t *testing.T) { linttest.Rules(t, packages.Rules()) }
