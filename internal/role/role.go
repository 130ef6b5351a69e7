// Package role names what a file, an image or a process is for.
package role

// A Role is what something is for, as far as rules tell it apart. The zero Role is not known.
type Role string

// The roles.
const (
	Unknown Role = ""
	// Production is what serves users; staging, which is built alike, is too.
	Production Role = "production"
	// Base is shared by the others: the compose file that another one is laid over.
	Base Role = "base"
	// Development is for developers.
	Development Role = "dev"
	// Test is for tests and CI.
	Test Role = "test"
	// Sample is there to be copied and filled in, or to be read.
	Sample Role = "sample"
)
