//go:build !unix

package repo

// nonBlock is not needed where a directory holds no FIFOs.
const nonBlock = 0

// deviceOf is not known here.
func deviceOf(string) (uint64, bool) { return 0, false }
