// Package settings holds the rules about Django settings on their own (DPL1xx).
package settings
