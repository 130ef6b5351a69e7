// Package repo knows what is there: the files of a project, which of them git tracks or ignores, what each is for by
// its name and content, and the role (production, development, test, sample) that its place gives it. It hands out the
// files, and it is the only package that opens any.
//
// Git is never run. What git tracks is read from the index itself; what git would ignore is decided by a matcher of
// gitignore patterns. Where there is no index to read, the directory is walked.
//
// Everything that is read may be hostile. A path never leads out of the root, a FIFO is never waited for, and sizes and
// counts are limited; what was left out is said in an error or a [source.Notification].
package repo
