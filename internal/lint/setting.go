package lint

import (
	"deploylint/internal/deploy"
	"deploylint/internal/value"
)

// A SettingQuestion is a Question about one setting, for rules that stay silent about what is fine or not known.
type SettingQuestion struct {
	// Name is the setting, and Part the key or keys within it, "" for all of it.
	Name, Part string
	// Value is what is judged where that is a part; else the setting.
	Value value.Value
	// Bad answers for a known value.
	Bad func(value.Value) bool
	// Fail makes the finding.
	Fail func(value.Value, Placed) Result
}

// AskSetting asks about one setting. One that neither the project nor Django sets is not judged.
func AskSetting(s *deploy.Settings, q SettingQuestion) Results {
	v, name := q.Value, q.Name
	if q.Part == "" {
		v = s.Get(q.Name)
	} else {
		name += "." + q.Part
	}
	return Question{
		Value:   v,
		Name:    name,
		Subject: "settings." + name,
		Place:   s.Place(q.Name),
		Bad:     func(v value.Value) value.Tri { return value.TriOf(q.Bad(v)) },
		Fail:    q.Fail,
	}.Results()
}

// Nearest returns an element's own place where it has one, else that of what holds it.
func Nearest(elem value.Value, holder Placed) Placed {
	if elem.Source().IsZero() {
		return holder
	}
	return elem
}
