// Package report knows how a finished report reads: for people, for programs, for code scanning. One writer per format;
// each is handed a lint.Report and a writer and makes the same bytes of it on every run.
package report
