package process_test

import (
	"testing"

	"deploylint/checks/process"
	"deploylint/internal/linttest"
)

func TestRules(t *testing.T) { linttest.Rules(t, process.Rules()) }
