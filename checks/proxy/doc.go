// Package proxy holds the rules about nginx on its own (DPL3xx).
package proxy
