//go:build unix

package repo

import (
	"os"
	"syscall"
)

// nonBlock keeps open from waiting for the other end of a FIFO.
const nonBlock = syscall.O_NONBLOCK

// deviceOf returns the device that a directory lies on.
func deviceOf(dir string) (uint64, bool) {
	info, err := os.Stat(dir)
	if err != nil {
		return 0, false
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, false
	}
	return uint64(stat.Dev), true //nolint:unconvert // Dev has another type on other systems
}
