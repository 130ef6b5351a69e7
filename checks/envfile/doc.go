// Package envfile holds the rules about env files, secrets and what git tracks (DPL2xx).
package envfile
