package value

import "testing"

// TestTri goes through Kleene's tables.
func TestTri(t *testing.T) {
	all := []Tri{Undecided, False, True}
	and := [3][3]Tri{
		Undecided: {Undecided, False, Undecided},
		False:     {False, False, False},
		True:      {Undecided, False, True},
	}
	or := [3][3]Tri{
		Undecided: {Undecided, Undecided, True},
		False:     {Undecided, False, True},
		True:      {True, True, True},
	}
	for _, a := range all {
		for _, b := range all {
			if got := a.And(b); got != and[a][b] {
				t.Errorf("%v and %v is %v", a, b, got)
			}
			if got := a.Or(b); got != or[a][b] {
				t.Errorf("%v or %v is %v", a, b, got)
			}
		}
		if got := a.Not().Not(); got != a {
			t.Errorf("twice not %v is %v", a, got)
		}
	}
	if True.Not() != False || Undecided.Not() != Undecided {
		t.Error("not is wrong")
	}
	if TriOf(true) != True || TriOf(false) != False || *new(Tri) != Undecided {
		t.Error("the zero truth is decided")
	}
	for tri, want := range map[Tri]string{Undecided: "undecided", False: "false", True: "true", 9: "undecided"} {
		if got := tri.String(); got != want {
			t.Errorf("%d is %q, want %q", tri, got, want)
		}
	}
}
