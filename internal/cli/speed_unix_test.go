//go:build unix

package cli_test

import (
	"os"
	"syscall"
)

// maxRSS returns the largest resident memory of a finished process in KB.
func maxRSS(p *os.ProcessState) int64 {
	usage, ok := p.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	return usage.Maxrss
}

// ownRSS returns the largest resident memory of this process so far in KB. A child begins as a copy of its parent, so that
// its figure is never below that, whatever it needs itself: under the race detector that is much.
func ownRSS() int64 {
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) != nil {
		return 0
	}
	return usage.Maxrss
}
