// Package stack holds the rules about parts of a deployment that must agree (DPL5xx): nginx with the settings, nginx with
// the application server, the settings with what starts them.
package stack
