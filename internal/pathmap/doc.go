// Package pathmap knows which path of a server is which path of the repository, and from what that is known.
//
// A settings module names its folders from where it lies itself; nginx and supervisor name theirs as they are on the
// server. The two meet only through evidence: a working directory from which a module of the repository is imported, an
// instruction that copies a folder into an image, an absolute path whose end names a file of the repository.
package pathmap
