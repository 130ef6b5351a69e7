// Package project holds the rules about dependencies and housekeeping (DPL6xx).
package project
