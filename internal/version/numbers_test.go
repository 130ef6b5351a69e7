package version

import (
	"slices"
	"testing"
)

func TestNumbers(t *testing.T) {
	for _, test := range []struct {
		text    string
		numbers []int
		rest    string
	}{
		{"1.22.1-9+deb12u1", []int{1, 22, 1}, "-9+deb12u1"},
		{"v5.2rc1", []int{5, 2}, "rc1"},
		{" 4.2.* ", []int{4, 2}, ".*"},
		{"1.28", []int{1, 28}, ""},
		{"5.", []int{5}, "."},
		{"1..2", []int{1}, "..2"},
		{"latest", nil, "latest"},
		{"", nil, ""},
		{"99999999999999999999", nil, "99999999999999999999"},
	} {
		if numbers, rest := Numbers(test.text); !slices.Equal(numbers, test.numbers) || rest != test.rest {
			t.Errorf("Numbers(%q) = %v, %q", test.text, numbers, rest)
		}
	}
}

func TestAtLeast(t *testing.T) {
	for _, test := range []struct {
		text    string
		release []int
		want    bool
	}{
		{"4.2.1", []int{4, 2}, true},
		{"4.2", []int{4, 2, 1}, false},
		{"4.10", []int{4, 9}, true},
		{"5", []int{4, 9, 9}, true},
		{"4.0b1", []int{4, 0}, true},
		{"0.11rc1", []int{0, 11}, true},
		{"3.9.post1", []int{3, 10}, false},
		{"4.2", []int{4, 2, 0}, true},
	} {
		v := mustVersion(t, test.text)
		if v.AtLeast(test.release...) != test.want || v.Before(test.release...) == test.want {
			t.Errorf("%s at least %v: %v", test.text, test.release, !test.want)
		}
	}
}
