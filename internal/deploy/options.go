package deploy

import (
	"maps"
	"slices"
)

// Names returns the names of the options that have a value, defaults included, sorted.
func (o Options) Names() []string { return slices.Sorted(maps.Keys(o.values)) }
