package project_test

import (
	"testing"

	"deploylint/checks/project"
	"deploylint/internal/linttest"
)

func TestRules(t *testing.T) {
	linttest.Rules(t, project.Rules())
}
