package value

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/source"
)

func TestZeroIsUnknown(t *testing.T) {
	var v Value
	if v.Known() || v.Complete() || v.Kind() != Unknown || v.Truth() != Undecided || v.Cause != Unread {
		t.Error("a value that was not computed passes for known")
	}
	if Equal(v, v) {
		t.Error("two unknown values are equal")
	}
	if _, ok := v.Text(); ok {
		t.Error("it has a text")
	}
}

func TestKind(t *testing.T) {
	want := []string{"unknown", "none", "bool", "int", "float", "str", "bytes", "path", "list", "tuple", "set", "dict", "timedelta", "object", "unknown"}
	for k, name := range want {
		if got := Kind(k).String(); got != name {
			t.Errorf("kind %d is %q, want %q", k, got, name)
		}
	}
}

func TestPayloads(t *testing.T) {
	values := []Value{
		OfNone(), OfBool(true), OfInt(7), OfFloat(2.5), OfStr("s"), OfStr(RootMark + "/shop"), OfBytes("b"), OfPath("/srv"),
		OfObject("timedelta"), OfSequence(List, OfInt(1)), NotKnown(External, "it waits"),
	}
	type payload struct {
		Kind    string
		Bool    bool
		Int     int64
		Number  float64
		Text    string
		HasText bool
	}
	want := []payload{
		{Kind: "none"},
		{Kind: "bool", Bool: true, Number: 1},
		{Kind: "int", Int: 7, Number: 7},
		{Kind: "float", Number: 2.5},
		{Kind: "str", Text: "s", HasText: true},
		{Kind: "str", Text: RootMark + "/shop"}, // it depends on where the repository lies
		{Kind: "bytes", Text: "b"},
		{Kind: "path", Text: "/srv"},
		{Kind: "object", Text: "timedelta"},
		{Kind: "list"},
		{Kind: "unknown"},
	}
	for i, v := range values {
		got := payload{Kind: v.Kind().String()}
		got.Bool, _ = v.Bool()
		got.Int, _ = v.Int()
		got.Number, _ = v.Number()
		_, got.HasText = v.Text()
		got.Text = v.Payload()
		if diff := cmp.Diff(want[i], got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestMisuse(t *testing.T) {
	for name, f := range map[string]func(){
		"a sequence of no sequence kind":    func() { OfSequence(Dict) },
		"a dict with more keys than values": func() { OfDict([]Value{OfStr("a")}, nil) },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("it did not panic")
				}
			}()
			f()
		})
	}
}

func TestTruth(t *testing.T) {
	unknown := NotKnown(Unread, "")
	tests := []struct {
		name string
		v    Value
		want Tri
	}{
		{"None", OfNone(), False},
		{"False", OfBool(false), False},
		{"True", OfBool(true), True},
		{"0", OfInt(0), False},
		{"-1", OfInt(-1), True},
		{"0.0", OfFloat(0), False},
		{"an empty str", OfStr(""), False},
		{"the str False", OfStr("False"), True},
		{"empty bytes", OfBytes(""), False},
		{"a path is always true", OfPath(""), True},
		{"an empty list", OfSequence(List), False},
		{"a list of unknown things", OfSequence(List, unknown), True},
		{"an empty dict", OfDict(nil, nil), False},
		{"an object", OfObject("lazy"), Undecided},
		{"unknown", unknown, Undecided},
		{"alternatives that agree", OneOf(OfInt(1), OfStr("x")), True},
		{"alternatives that do not", OneOf(OfInt(1), OfInt(0)), Undecided},
		{"one of them unknown", OneOf(OfInt(1), unknown), Undecided},
		{"alternatives of alternatives", OneOf(OneOf(OfInt(0), OfNone()), OfStr("")), False},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.v.Truth(); got != tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

func TestEqual(t *testing.T) {
	list := func(elems ...Value) Value { return OfSequence(List, elems...) }
	dict := func(key string, v Value) Value { return OfDict([]Value{OfStr(key)}, []Value{v}) }
	tests := []struct {
		name string
		a, b Value
		want bool
	}{
		{"the same", OfStr("a"), OfStr("a"), true},
		{"another text", OfStr("a"), OfStr("b"), false},
		{"another kind", OfStr("1"), OfInt(1), false},
		{"a bool is no int here", OfBool(true), OfInt(1), false},
		{"None", OfNone(), OfNone(), true},
		{"unknown values", NotKnown(Unread, ""), NotKnown(Unread, ""), false},
		{"objects", OfObject("lambda"), OfObject("lambda"), false},
		{"lists", list(OfInt(1), OfInt(2)), list(OfInt(1), OfInt(2)), true},
		{"in another order", list(OfInt(1), OfInt(2)), list(OfInt(2), OfInt(1)), false},
		{"of another length", list(OfInt(1)), list(OfInt(1), OfInt(1)), false},
		{"with an unknown element", list(Value{}), list(Value{}), false},
		{"a list and a tuple", list(OfInt(1)), OfSequence(Tuple, OfInt(1)), false},
		{"dicts", dict("a", OfInt(1)), dict("a", OfInt(1)), true},
		{"another key", dict("a", OfInt(1)), dict("b", OfInt(1)), false},
		{"a trail does not count", OfInt(1).With(Step{How: Env}), OfInt(1), true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Equal(tt.a, tt.b); got != tt.want {
				t.Errorf("got %t", got)
			}
			if Equal(tt.a, tt.b) != Equal(tt.b, tt.a) {
				t.Error("the other way round it is otherwise")
			}
		})
	}
}

func TestComplete(t *testing.T) {
	unknown := NotKnown(Unread, "")
	tests := []struct {
		name string
		v    Value
		want bool
	}{
		{"a str", OfStr("a"), true},
		{"alternatives", OneOf(OfInt(1), OfInt(2)), false},
		{"a list of known things", OfSequence(List, OfInt(1)), true},
		{"deep inside", OfSequence(List, OfSequence(Tuple, unknown)), false},
		{"an unknown key", OfDict([]Value{unknown}, []Value{OfInt(1)}), false},
		{"an unknown element", OfDict([]Value{OfStr("a")}, []Value{unknown}), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.v.Complete(); got != tt.want {
				t.Errorf("got %t", got)
			}
		})
	}
}

func TestLookup(t *testing.T) {
	unknown := NotKnown(Unread, "")
	known := OfDict([]Value{OfStr("a"), OfInt(1), OfStr("a")}, []Value{OfStr("old"), OfStr("one"), OfStr("new")})
	after := OfDict([]Value{OfStr("a"), unknown}, []Value{OfStr("x"), OfStr("y")})
	before := OfDict([]Value{unknown, OfStr("a")}, []Value{OfStr("y"), OfStr("x")})
	tests := []struct {
		name           string
		v              Value
		key            string
		text           string
		found, decided bool
	}{
		{"the last of one key counts", known, "a", "new", true, true},
		{"absent", known, "b", "", false, true},
		{"an int is no str", known, "1", "", false, true},
		{"an unknown key behind it may replace it", after, "a", "x", true, false},
		{"an unknown key before it may not", before, "a", "x", true, true},
		{"absent, or under the unknown key", after, "b", "", false, false},
		{"no dict", OfSequence(List), "a", "", false, false},
		{"unknown", unknown, "a", "", false, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			elem, found, decided := tt.v.Lookup(tt.key)
			if elem.Payload() != tt.text || found != tt.found || decided != tt.decided {
				t.Errorf("got %q, found %t, decided %t", elem.Payload(), found, decided)
			}
		})
	}
}

func TestTrail(t *testing.T) {
	f := source.NewFile("shop/settings.py", "a = 1\nb = 2\n")
	first := OfInt(1).With(Step{How: Assigned, Span: f.Span(0, 5)})
	second := first.With(Step{How: Overridden, Span: f.Span(6, 11)})
	third := first.With(Step{How: Default})
	if len(first.Trail) != 1 || len(second.Trail) != 2 || second.Trail[1].How != Overridden || third.Trail[1].How != Default {
		t.Error("one value's trail changed with another's")
	}
	if got := second.Span().Text(); got != "b = 2" {
		t.Errorf("the last step stands at %q", got)
	}
	if got := third.Source().Text(); got != "a = 1" {
		t.Errorf("the last step with a place stands at %q", got)
	}
	if last, ok := third.Last(); !ok || last.How != Default {
		t.Errorf("the last step is %v", last.How)
	}
	if _, ok := OfInt(1).Last(); ok || !OfInt(1).Span().IsZero() {
		t.Error("a value without a trail has a last step")
	}
	for how, want := range []string{"default", "assigned", "overridden", "env", "fallback", "joined", "assumed", "fallback", "default"} {
		if got := How(how).String(); got != want {
			t.Errorf("step %d is %q, want %q", how, got, want)
		}
	}
}
