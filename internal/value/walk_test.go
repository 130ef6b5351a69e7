package value

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWalk(t *testing.T) {
	v := OfDict(
		[]Value{OfStr("default"), OfInt(7), OfStr("hosts")},
		[]Value{
			OfDict([]Value{OfStr("PASSWORD")}, []Value{OfStr("p")}),
			OfStr("seven"),
			OneOf(OfSequence(List, OfStr("a")), OfSequence(Tuple, OfStr("b"), OfStr("c"))),
		},
	)
	var got []string
	v.Walk("DATABASES", func(path string, v Value) { got = append(got, fmt.Sprintf("%s %s %s", path, v.Kind(), v.Payload())) })
	want := []string{
		"DATABASES dict ",
		"DATABASES.default dict ",
		"DATABASES.default.PASSWORD str p",
		"DATABASES.* str seven",
		"DATABASES.hosts unknown ",
		"DATABASES.hosts list ",
		"DATABASES.hosts[0] str a",
		"DATABASES.hosts tuple ",
		"DATABASES.hosts[0] str b",
		"DATABASES.hosts[1] str c",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestOrigin is about who gave a value, as its trail tells.
func TestOrigin(t *testing.T) {
	assigned := Step{How: Assigned}
	tests := []struct {
		name              string
		v                 Value
		literal           bool
		fallback, fromEnv string
	}{
		{"no trail", OfStr("x"), false, "", ""},
		{"assigned", OfStr("x").With(assigned), true, "", ""},
		{"Django's default", OfStr("x").With(Step{How: Default}), false, "", ""},
		{"a variable", OfStr("x").With(Step{How: Env, Name: "V"}), false, "", "V"},
		{"a variable's default", OfStr("x").With(Step{How: Fallback, Name: "V"}), false, "V", ""},
		{"a variable, then assigned", OfStr("x").With(Step{How: Env, Name: "V"}).With(assigned), false, "", "V"},
		{"a variable's default, then assigned", OfStr("x").With(Step{How: Fallback, Name: "V"}).With(assigned), false, "V", ""},
		{"the last of two variables counts", OfStr("x").With(Step{How: Fallback, Name: "A"}).With(Step{How: Env, Name: "B"}), false, "", "B"},
		{"not known", NotKnown(Unread, "").With(assigned), false, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			fallback, isFallback := tt.v.FromDefault()
			fromEnv, isEnv := tt.v.FromEnv()
			if fallback != tt.fallback || isFallback != (tt.fallback != "") || fromEnv != tt.fromEnv || isEnv != (tt.fromEnv != "") {
				t.Errorf("default of %q, given by %q", fallback, fromEnv)
			}
			if got := tt.v.Literal(); got != tt.literal {
				t.Errorf("literal: %t", got)
			}
		})
	}
}

func TestAt(t *testing.T) {
	over := &Step{How: Assumed}
	dict := func(v Value) Value { return OfDict([]Value{OfStr("k")}, []Value{v}) }
	waiting := NotKnown(External, "it waits")
	waiting.Waits = []string{"V"}
	overridden := dict(OfStr("x"))
	overridden.Overridable = over

	t.Run("there", func(t *testing.T) {
		if got := dict(OfStr("x")).At("k"); got.Payload() != "x" {
			t.Errorf("got %q", got.Payload())
		}
	})
	t.Run("not there", func(t *testing.T) {
		if got := dict(OfStr("x")).At("other"); got.Known() || got.Cause != Absent {
			t.Errorf("the cause is %d", got.Cause)
		}
	})
	t.Run("what may replace the dict may replace it", func(t *testing.T) {
		if got := overridden.At("k"); got.Overridable != over {
			t.Error("nothing may")
		}
	})
	t.Run("an unknown dict gives its reason", func(t *testing.T) {
		if got := waiting.At("k"); got.Cause != External || got.Reason.String() != "it waits" || len(got.Waits) != 1 {
			t.Errorf("got %q", got.Reason)
		}
	})
	t.Run("an unknown key leaves it open", func(t *testing.T) {
		if got := OfDict([]Value{{}}, []Value{OfStr("x")}).At("k"); got.Known() || got.Cause != Unread {
			t.Errorf("the cause is %d", got.Cause)
		}
	})
	t.Run("alternatives are asked each", func(t *testing.T) {
		got := OneOf(dict(OfStr("x")), dict(OfStr("y")), OfDict(nil, nil)).At("k")
		var texts []string
		for _, a := range got.Alternatives {
			texts = append(texts, a.Payload())
		}
		if diff := cmp.Diff([]string{"x", "y", ""}, texts); diff != "" || got.Alternatives[2].Cause != Absent {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
	t.Run("no dict has no keys", func(t *testing.T) {
		if got := OfStr("x").At("k"); got.Known() {
			t.Errorf("got %q", got.Payload())
		}
	})
}

func TestFind(t *testing.T) {
	v := OfSequence(List, OfInt(1), OfStr("a"), NotKnown(Unread, ""), OfStr("bb"), OfStr("cc"))
	double := func(s string) bool { return len(s) == 2 }
	if e, found := v.Find(double); !found || e.Payload() != "bb" {
		t.Errorf("got %v, %t", e, found)
	}
	if _, found := v.Find(func(s string) bool { return s == "" }); found {
		t.Error("what is no text is not found")
	}
	if all := v.FindAll(double); len(all) != 2 || all[1].Payload() != "cc" {
		t.Errorf("got %v", all)
	}
}
