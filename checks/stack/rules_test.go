package stack_test

import (
	"testing"

	"deploylint/checks/stack"
	"deploylint/internal/linttest"
)

func TestRules(t *testing.T) { linttest.Rules(t, stack.Rules()) }
