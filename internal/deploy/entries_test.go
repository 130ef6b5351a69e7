package deploy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/value"
)

func TestEntries(t *testing.T) {
	for _, test := range []struct {
		name string
		dict value.Value
		want []string
	}{
		{"a dict", value.OfDict([]value.Value{value.OfStr("a"), value.OfStr("b")}, []value.Value{value.OfInt(1), value.OfInt(2)}), []string{"a", "b"}},
		{"keys that are not known", value.OfDict([]value.Value{value.OfInt(1), {}}, []value.Value{value.OfInt(1), value.OfInt(2)}), []string{"*", "*"}},
		{"a list", value.OfSequence(value.List, value.OfStr("a")), nil},
		{"nothing known", value.Value{}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for key := range deploy.Entries(test.dict) {
				got = append(got, key)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("keys (-want +got):\n%s", diff)
			}
			for range deploy.Entries(test.dict) {
				break // the sequence must bear that
			}
		})
	}
}
