package lint

import (
	"slices"

	"deploylint/internal/deploy"
	"deploylint/internal/value"
)

// OfSetting looks at one setting, and is silent about what is fine or not known. It is a rule as data.
type OfSetting struct {
	// Name is the setting.
	Name string
	// When tells the settings to which the rule applies; nil means to all.
	When func(*deploy.Settings) bool
	// Bad answers for a known value whether it is the defect; see On, Off, Text and Has.
	Bad func(value.Value) bool
	// Message and Fix are what to say of each bad value.
	Message, Fix string
	// Fail makes the finding in place of Message and Fix, where it hangs on the value.
	Fail func(v value.Value, at Placed) Result
}

// LooksAt names what the rule looks at.
func (c OfSetting) LooksAt() string { return "the setting " + c.Name }

func (c OfSetting) ask(site *deploy.Site) Results {
	s := site.Settings
	if s == nil || c.When != nil && !c.When(s) {
		return nil
	}
	fail := c.Fail
	if fail == nil {
		fail = func(_ value.Value, at Placed) Result { return Fail(at, "%s", c.Message).Fix("%s", c.Fix) }
	}
	return Ask(s, c.Name, c.Bad, fail).Results()
}

// A Verdict is what a question's Bad answers: yes or no, or a third that says that it cannot be told.
type Verdict interface{ bool | value.Tri }

// Ask returns the question about one setting, which stays silent about what is fine or not known.
func Ask[V Verdict](s *deploy.Settings, name string, bad func(value.Value) V, fail func(value.Value, Placed) Result) Question {
	return AskPart(s, name, "", s.Get(name), bad, fail)
}

// AskPart is Ask about a part of a setting: the key or keys to it, joined by dots, and what stands there.
func AskPart[V Verdict](s *deploy.Settings, name, part string, v value.Value, bad func(value.Value) V, fail func(value.Value, Placed) Result) Question {
	whole := name
	if part != "" {
		whole += "." + part
	}
	return Question{Value: v, Name: whole, Subject: "settings." + whole, Place: s.Place(name), Bad: threeValued(bad), Fail: fail}
}

// AskElement asks about the texts in a setting that is a sequence. What is found is the first that is bad, and its place.
func AskElement(s *deploy.Settings, name string, bad func(string) bool, fail func(text string, at Placed) Result) Question {
	return Ask(s, name, Has(bad), func(v value.Value, at Placed) Result {
		elem, _ := v.Find(bad)
		return fail(elem.Payload(), Nearest(elem, at))
	})
}

// OrPass says what is good about a value that is fine.
func (q Question) OrPass(format string, args ...any) Question {
	q.Pass = func(_ value.Value, at Placed) Result { return Pass(at, format, args...) }
	return q
}

// OrOpen makes an open result of what cannot be read, as readiness hangs on it, and says what a person should do.
func (q Question) OrOpen(supply string) Question {
	q.Decides, q.Supply = true, supply
	return q
}

func threeValued[V Verdict](bad func(value.Value) V) func(value.Value) value.Tri {
	return func(v value.Value) value.Tri {
		switch answer := any(bad(v)).(type) {
		case value.Tri:
			return answer
		default:
			return value.TriOf(answer == true)
		}
	}
}

// On answers for a value that certainly counts as true.
func On(v value.Value) bool { return v.Truth() == value.True }

// Off answers for a value that certainly counts as false.
func Off(v value.Value) bool { return v.Truth() == value.False }

// Text answers for a text that is meant.
func Text(is func(string) bool) func(value.Value) bool {
	return func(v value.Value) bool {
		text, ok := v.Text()
		return ok && is(text)
	}
}

// Is answers for one of some texts.
func Is(texts ...string) func(value.Value) bool {
	return Text(func(text string) bool { return slices.Contains(texts, text) })
}

// Has answers for a sequence that certainly has a text which is meant.
func Has(is func(string) bool) func(value.Value) bool {
	return func(v value.Value) bool { return deploy.Holds(v, is) == value.True }
}

// Nearest returns an element's own place where it has one, else that of what holds it.
func Nearest(elem value.Value, holder Placed) Placed {
	if elem.Source().IsZero() {
		return holder
	}
	return elem
}
