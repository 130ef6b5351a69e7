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
