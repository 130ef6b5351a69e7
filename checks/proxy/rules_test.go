package proxy_test

import (
	"testing"

	"deploylint/checks/proxy"
	"deploylint/internal/linttest"
)

func TestRules(t *testing.T) { linttest.Rules(t, proxy.Rules()) }
