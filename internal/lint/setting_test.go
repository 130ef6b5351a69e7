package lint

import (
	"testing"

	"deploylint/internal/deploy"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// settingsOf returns settings that set one name.
func settingsOf(name string, v value.Value) *deploy.Settings {
	return deploy.NewSettings([]string{name},
		func(n string) (value.Value, bool) { return v, n == name },
		func(string) (value.Value, bool) { return value.Value{}, false })
}

func TestOfSetting(t *testing.T) {
	f := source.NewFile("settings.py", "X = True\n")
	at := func(v value.Value) value.Value { return v.With(value.Step{How: value.Assigned, Span: f.LineSpan(1)}) }
	rule := OfSetting{Name: "X", Bad: On, Message: "100% wrong", Fix: "X = False"}
	got := rule.ask(&deploy.Site{Settings: settingsOf("X", at(value.OfBool(true)))})
	if len(got) != 1 || got[0].Message != "100% wrong" || got[0].Hint != "X = False" || got[0].Subject != "settings.X" || got[0].Span != f.LineSpan(1) {
		t.Errorf("got %+v", got)
	}
	rule.Fail = func(v value.Value, at Placed) Result { return Fail(at, "it is %s", v.Kind()) }
	if got := rule.ask(&deploy.Site{Settings: settingsOf("X", at(value.OfBool(true)))}); len(got) != 1 || got[0].Message != "it is bool" {
		t.Errorf("got %+v", got)
	}
	rule.When = func(s *deploy.Settings) bool { return s.Django.AtLeast(9, 0) }
	for name, site := range map[string]*deploy.Site{
		"does not apply": {Settings: settingsOf("X", at(value.OfBool(true)))},
		"no settings":    {},
	} {
		if got := rule.ask(site); len(got) != 0 {
			t.Errorf("%s: got %+v", name, got)
		}
	}
	if want := "the setting X"; rule.LooksAt() != want {
		t.Errorf("looks at %q, want %q", rule.LooksAt(), want)
	}
}

func TestAskElement(t *testing.T) {
	f := source.NewFile("settings.py", "one\ntwo\n")
	elem := value.OfStr("*").With(value.Step{How: value.Assigned, Span: f.LineSpan(2)})
	list := value.OfSequence(value.List, value.OfStr("a"), elem).With(value.Step{How: value.Assigned, Span: f.LineSpan(1)})
	wild := func(text string) bool { return text == "*" }
	fail := func(text string, at Placed) Result { return Fail(at, "%s", text) }
	got := AskElement(settingsOf("X", list), "X", wild, fail).Results()
	if len(got) != 1 || got[0].Message != "*" || got[0].Span != f.LineSpan(2) {
		t.Errorf("got %+v", got)
	}
	if got := AskElement(settingsOf("X", value.OfStr("*")), "X", wild, fail).Results(); len(got) != 0 {
		t.Errorf("a text is no sequence: %+v", got)
	}
	good := AskElement(settingsOf("X", value.OfSequence(value.List)), "X", wild, fail).OrPass("%s is fine", "X").Results()
	if len(good) != 1 || good[0].Kind != KindPass || good[0].Message != "X is fine" {
		t.Errorf("got %+v", good)
	}
	unread := AskElement(settingsOf("X", value.NotKnown(value.Unread, "no")), "X", wild, fail).OrOpen("look").Results()
	if len(unread) != 1 || unread[0].Kind != KindOpen {
		t.Errorf("got %+v", unread)
	}
}

func TestPredicates(t *testing.T) {
	yes, no, text := value.OfBool(true), value.OfBool(false), value.OfStr("b")
	list := value.OfSequence(value.List, value.NotKnown(value.Unread, ""), text)
	isB := func(s string) bool { return s == "b" }
	for what, ok := range map[string]bool{
		"on":   On(yes) && !On(no) && !On(value.Value{}),
		"off":  Off(no) && !Off(yes) && !Off(value.Value{}),
		"text": Text(isB)(text) && !Text(isB)(yes),
		"is":   Is("a", "b")(text) && !Is("a")(text) && !Is("")(yes),
		"has":  Has(isB)(list) && !Has(isB)(text),
	} {
		if !ok {
			t.Error(what)
		}
	}
}
