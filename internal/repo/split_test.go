package repo

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestMergeSplitIndex replaces, adds and removes entries of a shared index.
func TestMergeSplitIndex(t *testing.T) {
	base := []rawEntry{{path: "a", size: 1}, {path: "b", size: 1}, {path: "c", size: 1}}
	for _, c := range []struct {
		name string
		link splitLink
		own  []rawEntry
		want []string
	}{
		{"nothing", splitLink{}, nil, []string{"a", "b", "c"}},
		{"replaced", splitLink{replaced: []int{2}}, []rawEntry{{size: 2}}, []string{"a", "b", "c2"}},
		{"deleted", splitLink{deleted: []int{0}}, nil, []string{"b", "c"}},
		{"new", splitLink{}, []rawEntry{{path: "d", size: 1}}, []string{"a", "b", "c", "d"}},
		{"replaced beyond the end", splitLink{replaced: []int{3}}, []rawEntry{{}}, nil},
		{"deleted beyond the end", splitLink{deleted: []int{3}}, nil, nil},
		{"more replaced than given", splitLink{replaced: []int{0, 1}}, []rawEntry{{}}, nil},
	} {
		merged, err := c.link.merge(base, c.own)
		if (err != nil) != (c.want == nil) {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for _, e := range merged {
			name := e.path
			if e.size == 2 {
				name += "2"
			}
			got = append(got, name)
		}
		if diff := cmp.Diff(c.want, got); diff != "" && err == nil {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
