package lint

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

func TestRunJoinsSites(t *testing.T) {
	f := source.NewFile("a.py", "one\ntwo\nthree\n")
	perSite := func(bySite map[string][]Result) Rule {
		return Rule{ID: "DPL101", Name: "one", Level: Warning, Help: "mend it", Check: OfSite(func(s *deploy.Site) Answer { return Results(bySite[s.Name]) })}
	}
	sites := []*deploy.Site{{Name: "a"}, {Name: "b"}}
	bad := Fail(f.LineSpan(1), "bad").About("x")
	for _, test := range []struct {
		name    string
		results map[string][]Result
		want    []string
		related int
	}{
		{"another level", map[string][]Result{"a": {bad.At(Note)}, "b": {bad.At(Error)}}, []string{"a.py:1:1 fail error DPL101 x in a,b"}, 0},
		{"other words", map[string][]Result{"a": {bad}, "b": {Fail(f.LineSpan(1), "worse").About("x")}}, []string{"a.py:1:1 fail warning DPL101 x in a,b"}, 0},
		{
			"other places beside it",
			map[string][]Result{"a": {bad.With(f.LineSpan(2), "here")}, "b": {bad.With(f.LineSpan(3), "there")}},
			[]string{"a.py:1:1 fail warning DPL101 x in a,b"},
			2,
		},
		{
			"two of one site",
			map[string][]Result{"a": {bad, Fail(f.LineSpan(1), "worse").About("x")}},
			[]string{"a.py:1:1 fail warning DPL101 x", "a.py:1:1 fail warning DPL101 x"},
			0,
		},
		{
			"another subject",
			map[string][]Result{"a": {bad}, "b": {bad.About("y")}},
			[]string{"a.py:1:1 fail warning DPL101 x", "a.py:1:1 fail warning DPL101 y"},
			0,
		},
		{
			"a pass and a finding",
			map[string][]Result{"a": {bad}, "b": {Pass(f.LineSpan(1), "good").About("x")}},
			[]string{"a.py:1:1 fail warning DPL101 x", "a.py:1:1 pass warning DPL101 x"},
			0,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			rep := Run([]Rule{perSite(test.results)}, sites, Options{Strict: true})
			if diff := cmp.Diff(test.want, lines(rep)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if got := len(rep.Results[0].Related); got != test.related {
				t.Errorf("%d related places, want %d", got, test.related)
			}
		})
	}
}

func TestSilences(t *testing.T) {
	f := source.NewFile("a.py", "if TLS:\nif QUIET:\n")
	list := func(ids ...string) value.Value {
		var elems []value.Value
		for _, id := range ids {
			elems = append(elems, value.OfStr(id))
		}
		return value.OfSequence(value.List, elems...)
	}
	tls := value.Step{How: value.Joined, Span: f.LineSpan(1)}
	quiet := value.Step{How: value.Joined, Span: f.LineSpan(2)}
	branches := value.OneOf(list().With(tls), list("security.W008").With(tls))
	for _, test := range []struct {
		name    string
		setting value.Value
		trail   []value.Step
		want    value.Tri
	}{
		{"always", list("security.W008"), nil, value.True},
		{"another id", list("security.W004"), nil, value.False},
		{"under the finding's condition", branches, []value.Step{tls}, value.Undecided},
		{"under another condition", branches, []value.Step{quiet}, value.False},
		{"the finding hangs on nothing", branches, nil, value.False},
		{"in both branches", value.OneOf(list("security.W008", "x").With(tls), list("security.W008").With(tls)), nil, value.True},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got, _ := silences(test.setting, []string{"security.W008"}, test.trail); got != test.want {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}
