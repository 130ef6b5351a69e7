package django

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed zones.txt
var zones string

// IsTimeZone reports whether TIME_ZONE may be name: a zone of the IANA database, or one of its folders, since Django asks
// no more than whether /usr/share/zoneinfo has something of that name.
func IsTimeZone(name string) bool {
	for _, copied := range []string{"posix/", "right/"} {
		name = strings.TrimPrefix(name, copied) // Debian has all zones twice more
	}
	return slices.ContainsFunc(strings.Fields(zones), func(zone string) bool {
		return zone == name || strings.HasPrefix(zone, name+"/")
	})
}
