//go:build unix

package cputime

import (
	"fmt"
	"testing"
	"time"
)

// A recorder takes what a test says.
type recorder struct {
	testing.TB
	said string
}

func (r *recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) { r.said = fmt.Sprintf(format, args...) }

func (r *recorder) Fatalf(format string, args ...any) { r.said = fmt.Sprintf(format, args...) }

func TestWithin(t *testing.T) {
	busy := func() {
		for began := Spent(); Spent()-began < 20*time.Millisecond; {
			continue
		}
	}
	r := &recorder{TB: t}
	Within(r, time.Millisecond, busy)
	if r.said == "" {
		t.Error("20 ms pass for less than one")
	}
	r.said = ""
	Within(r, time.Minute, func() { time.Sleep(120 * time.Millisecond) })
	Within(r, 10*time.Second, busy)
	if r.said != "" {
		t.Error(r.said)
	}
}
