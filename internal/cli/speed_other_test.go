//go:build !unix

package cli_test

import "os"

// maxRSS is not known here.
func maxRSS(*os.ProcessState) int64 { return 0 }

// ownRSS is not known here.
func ownRSS() int64 { return 0 }
