//go:build unix

package cputime

import (
	"syscall"
	"time"
)

// Spent returns the processor time that this process has taken so far, in its own code and in the kernel.
func Spent() time.Duration {
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
