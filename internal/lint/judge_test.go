package lint

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// TestJudge is about what alternatives, unknown values and overrides mean for a verdict.
func TestJudge(t *testing.T) {
	f := source.NewFile("settings.py", "DEBUG = True\nif cloud:\n    DEBUG = False\nfrom .local import *\n")
	first, condition, second, imported := f.LineSpan(1), f.LineSpan(2), f.LineSpan(3), f.LineSpan(4)
	assigned := func(v value.Value, at source.Span) value.Value {
		return v.With(value.Step{How: value.Assigned, Span: at})
	}
	bad, fine := assigned(value.OfBool(true), first), assigned(value.OfBool(false), second)
	unread := value.NotKnown(value.Unread, "the code is not followed")
	waiting := value.NotKnown(value.External, "it comes from DEBUG")
	waiting.Waits = []string{"DEBUG"}
	joined := func(alternatives ...value.Value) value.Value {
		return value.OneOf(alternatives...).With(value.Step{How: value.Joined, Span: condition})
	}
	overridable := bad
	overridable.Overridable = &value.Step{Span: imported}
	overridable.Overridable.Name = "shop.local"
	fineOverridable := fine
	fineOverridable.Overridable = overridable.Overridable
	list := assigned(value.OfSequence(value.List, waiting), second)
	long := value.OneOf(bad, fine).With(value.Step{How: value.Joined, Span: f.Span(0, len(f.Text))})

	tests := []struct {
		name  string
		value value.Value
		level Level
		// silent is set where readiness does not hang on the value.
		silent bool
		want   []string
	}{
		{name: "bad", value: bad, want: []string{"fail, rule's level, line 1: DEBUG is on"}},
		{name: "fine", value: fine, want: []string{"pass, rule's level, line 3: DEBUG is off"}},
		{name: "all possible values bad", value: joined(bad, bad), want: []string{"fail, rule's level, line 1: DEBUG is on"}},
		{name: "all possible values fine", value: joined(fine, fine), want: []string{"pass, rule's level, line 3: DEBUG is off"}},
		{
			name: "some bad, the others fine: a level lower", value: joined(fine, bad), level: Error,
			want: []string{"fail, warning, line 1: depending on `if cloud:`, DEBUG is on"},
		},
		{
			name: "a warning becomes a note", value: joined(fine, bad), level: Warning,
			want: []string{"fail, note, line 1: depending on `if cloud:`, DEBUG is on"},
		},
		{
			name: "a note stays a note", value: joined(bad, fine), level: Note,
			want: []string{"fail, note, line 1: depending on `if cloud:`, DEBUG is on"},
		},
		{
			name: "a condition of many lines is named by its line", value: long, level: Error,
			want: []string{"fail, warning, line 1: depending on the condition at line 1, DEBUG is on"},
		},
		{
			name: "a condition that nothing names", value: value.OneOf(bad, fine), level: Error,
			want: []string{"fail, warning, line 1: depending on a condition that is not decided here, DEBUG is on"},
		},
		{
			name: "some bad, others unknown: open, naming both", value: joined(bad, unread),
			want: []string{"open, rule's level, line 1: DEBUG is bad in one case and not known in another: the code is not followed"},
		},
		{
			name: "some fine, others unknown", value: joined(fine, unread),
			want: []string{"open, rule's level, line 2: DEBUG cannot be judged: the code is not followed"},
		},
		{
			name: "unknown", value: unread,
			want: []string{"open, rule's level, line 4: DEBUG cannot be judged: the code is not followed"},
		},
		{
			name: "unknown until the environment supplies it", value: waiting,
			want: []string{"open, rule's level, line 4: DEBUG cannot be judged: it comes from DEBUG (pass --env-file)"},
		},
		{
			name: "known, but for what is in it", value: list,
			want: []string{"open, rule's level, line 3: DEBUG cannot be judged: it comes from DEBUG (pass --env-file)"},
		},
		{name: "unknown where readiness does not hang on it", value: unread, silent: true},
		{name: "half unknown where readiness does not hang on it", value: joined(bad, unread), silent: true},
		{name: "bad where readiness does not hang on the unknown", value: bad, silent: true, want: []string{"fail, rule's level, line 1: DEBUG is on"}},
		{
			name: "a tolerated module may replace it", value: overridable,
			want: []string{"fail, rule's level, line 1: DEBUG is on, unless shop.local, which is not in the repository, changes it; line 4: shop.local is imported here and may replace DEBUG"},
		},
		{name: "a fine value stays fine", value: fineOverridable, want: []string{"pass, rule's level, line 3: DEBUG is off"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			q := Question{
				Value: tt.value, Name: "DEBUG", Subject: "settings.DEBUG", Place: imported, Decides: !tt.silent, Supply: "pass --env-file",
				Bad: func(v value.Value) value.Tri {
					if v.IsSequence() {
						return value.Undecided
					}
					return v.Truth()
				},
				Fail: func(_ value.Value, at Placed) Result { return Fail(at, "DEBUG is on") },
				Pass: func(_ value.Value, at Placed) Result { return Pass(at, "DEBUG is off") },
			}
			var got []string
			for _, r := range q.Results() {
				if r.Subject != "settings.DEBUG" {
					t.Errorf("the subject is %q", r.Subject)
				}
				r.Level = r.levelUnder(tt.level)
				got = append(got, judged(r))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// judged writes a result in one line.
func judged(r Result) string {
	s := fmt.Sprintf("%s, %s, line %d: %s", r.Kind, r.Level, r.Span.From().Line, r.sentence())
	if r.Hint != "" {
		s += " (" + r.Hint + ")"
	}
	for _, related := range r.Related {
		s += fmt.Sprintf("; line %d: %s", related.Span.From().Line, related.Message)
	}
	return s
}

// TestJudgeKeeps is about what a rule has said itself: Judge does not touch it.
func TestJudgeKeeps(t *testing.T) {
	f := source.NewFile("settings.py", "DEBUG = True\n")
	bad := value.OfBool(true).With(value.Step{How: value.Assigned, Span: f.LineSpan(1)})
	q := Question{
		Value: value.OneOf(bad, value.OfBool(false)), Name: "DEBUG", Subject: "settings.DEBUG",
		Bad:  value.Value.Truth,
		Fail: func(_ value.Value, at Placed) Result { return Fail(at, "on").About("own").At(Warning) },
	}
	got := q.Results()
	if len(got) != 1 || got[0].Subject != "own" || got[0].levelUnder(Error) != Note || len(got[0].Trail) != 1 {
		t.Errorf("got %+v", got)
	}
	q.Value = value.OfBool(false)
	if got := q.Results(); got != nil {
		t.Errorf("a pass that has nothing to say says %+v", got)
	}
	q.Value, q.Decides = value.NotKnown(value.Unread, ""), true
	if got := q.Results(); len(got) != 1 || got[0].Message != "DEBUG cannot be judged: it could not be read" || !got[0].Span.IsZero() {
		t.Errorf("got %+v", got)
	}
}
