// Package dockerfile reads Dockerfiles and knows what the image of a stage starts with: its command, environment, user
// and working directory.
//
// The reader follows BuildKit's (frontend/dockerfile/parser): parser directives, comments and empty lines between
// continued lines, here-documents, exec and shell form. Every byte of an instruction's text knows its place in the file.
// An instruction that cannot be read is an [Issue], and reading goes on behind it.
package dockerfile
