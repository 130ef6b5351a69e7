// Package checks holds all rules: one package per family, one file per rule, named for what it finds.
package checks

//go:generate go run ../internal/rulelist/generate.go
