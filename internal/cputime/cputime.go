// Package cputime knows what processor time this process has taken, so that a test of an input that is made to take long
// says the same on a busy machine as on an idle one.
package cputime

import (
	"testing"
	"time"
)

// Within runs f and fails the test at once when it takes more processor time than the limit, whether f ends or not. All
// of the process counts: the test must not run in parallel with others.
func Within(tb testing.TB, limit time.Duration, f func()) {
	tb.Helper()
	began := Spent()
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-done:
			if took := Spent() - began; took > limit {
				tb.Errorf("it took %v of processor time, more than %v", took, limit)
			}
			return
		case <-tick.C:
			if Spent()-began > limit {
				tb.Fatalf("it is not done after %v of processor time", limit)
			}
		}
	}
}
