package settings

import (
	"strings"

	"deploylint/internal/address"
	"deploylint/internal/deploy"
)

// isLocal reports whether a host is this machine, or a name that only a developer's machine has.
func isLocal(host string) bool {
	host = deploy.HostName(host)
	return host != "" && (address.Loopback(host) || address.Wildcard(host)) || strings.HasSuffix(host, ".localhost") ||
		strings.HasSuffix(host, ".local") || strings.HasSuffix(host, ".test")
}
