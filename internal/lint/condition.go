package lint

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"deploylint/internal/value"
)

// A Condition is one under which a finding holds. It is data until the report's message is made, so that what a rule says
// and what the runner adds need not be told apart by their words.
type Condition struct {
	Kind ConditionKind
	// Names are the variables, the module, or what decides: "`if on_server`".
	Names []string
}

// ConditionKind says how a condition decides.
type ConditionKind uint8

// The kinds of conditions, in the order in which a message tells them.
const (
	// DependingOn: the finding holds in one of two branches.
	DependingOn ConditionKind = iota
	// UnlessSet: the finding is about the defaults of environment variables.
	UnlessSet
	// UnlessChanged: a module that git does not track may replace the value.
	UnlessChanged
)

// Under adds a condition to a finding.
func (r Result) Under(kind ConditionKind, names ...string) Result {
	r.Conditions = append(slices.Clip(r.Conditions), Condition{Kind: kind, Names: names})
	return r
}

// UnlessSet adds that the finding holds as long as none of the variables is set.
func (r Result) UnlessSet(variables ...string) Result { return r.Under(UnlessSet, variables...) }

// InOwnWords says that the message itself tells what becomes of the variable whose default the judged value is.
func (r Result) InOwnWords() Result {
	r.Regardless = true
	return r
}

// Unless adds to a finding that a module which git does not track may replace the judged value, which people call name.
func (r Result) Unless(v value.Value, name string) Result {
	o := v.Overridable
	if o == nil {
		return r
	}
	return r.Under(UnlessChanged, o.Name).With(o.Span, "%s is imported here and may replace %s", o.Name, name)
}

// under reports whether a finding has a condition of a kind; with a name, one that names it.
func (r Result) under(kind ConditionKind, name string) bool {
	return slices.ContainsFunc(r.Conditions, func(c Condition) bool {
		return c.Kind == kind && (name == "" || slices.Contains(c.Names, name))
	})
}

// conditioned adds the condition that a finding is about the default of a variable, which production may well set. Where a
// branch decides already, one condition is enough.
func (r Result) conditioned() Result {
	variable, _ := value.Value{Trail: r.Trail}.FromDefault()
	if r.Kind != KindFail || r.Regardless || variable == "" || r.under(DependingOn, "") || r.under(UnlessSet, variable) {
		return r
	}
	r.Conditions = slices.Insert(slices.Clone(r.Conditions), 0, Condition{Kind: UnlessSet, Names: []string{variable}})
	return r
}

// sentence is the message with the conditions around it.
func (r Result) sentence() string {
	var depending, unless, changed string
	for _, c := range r.Conditions {
		switch what := strings.Join(c.Names, " or "); c.Kind {
		case DependingOn:
			depending += "depending on " + what + ", "
		case UnlessSet:
			if len(c.Names) == 1 && names(r.Message, what) {
				what = "the variable " + what // a setting has the same name
			}
			unless += "unless " + what + " is set, "
		case UnlessChanged:
			changed += fmt.Sprintf(", unless %s, which is not in the repository, changes it", what)
		}
	}
	return depending + unless + r.Message + changed
}

// names reports whether a name stands in a message as a word of its own.
func names(message, name string) bool {
	return regexp.MustCompile(`(^|\W)` + regexp.QuoteMeta(name) + `($|\W)`).MatchString(message)
}
