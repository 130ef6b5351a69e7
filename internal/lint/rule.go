// Package lint knows what a rule is, what it answers, and how answers become a report: kinds, levels, suppressions,
// fingerprints. A rule is data and one pure function; this package runs it and does the bookkeeping once for all rules.
package lint

import (
	"fmt"
	"slices"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A Rule is one defect that deploylint knows: data for people, and one pure function.
type Rule struct {
	// ID is "DPL" and three digits; the first digit is the family. It never changes.
	ID string
	// Name is the defect in plain words, in kebab case: "static-path-mismatch".
	Name string
	// Summary is one line for lists.
	Summary string
	// Help says in the imperative what to do about it, without knowing the case.
	Help string
	// Level is the level of its findings, unless a result says otherwise.
	Level Level
	// Tags are words to group rules by: "security", "availability"; "cwe-798" for a weakness.
	Tags []string
	// Django are the ids of Django's own checks that the rule models: "security.W018".
	Django []string
	// Links are pages with the facts behind the rule.
	Links []string
	// Since is the version that brought the rule.
	Since string
	// Check judges what the rule looks at, which is its type: OfSettings, OfProcess, OfServer… No result at all means that
	// the rule does not apply. It is nil for the meta rules (DPL0xx), which are about the run itself: Run answers for them.
	Check Check
}

// Level is how bad a finding is; SARIF's result.level.
type Level uint8

// The levels. The zero Level means "the rule's".
const (
	// RuleLevel stands for the level of the rule.
	RuleLevel Level = iota
	// Note: worth knowing; never fails a gate by default.
	Note
	// Warning: should be fixed before going live.
	Warning
	// Error: will not start, will not work, or is open to attack.
	Error
)

// String returns "note", "warning" or "error".
func (l Level) String() string {
	switch l {
	case Error:
		return "error"
	case Warning:
		return "warning"
	case Note:
		return "note"
	default:
		return "rule's level"
	}
}

// Lower returns the level below l; a note stays a note.
func (l Level) Lower() Level {
	if l == Error {
		return Warning
	}
	return Note
}

// Kind is what a result says; SARIF's result.kind.
type Kind uint8

// The kinds.
const (
	// KindFail: the defect is there. A fail is a finding.
	KindFail Kind = iota
	// KindPass: looked at, and fine.
	KindPass
	// KindOpen: the fact decides readiness but cannot be read.
	KindOpen
)

// String returns "fail", "pass" or "open".
func (k Kind) String() string {
	switch k {
	case KindPass:
		return "pass"
	case KindOpen:
		return "open"
	default:
		return "fail"
	}
}

// A Result is one answer of a rule at one place.
type Result struct {
	Kind Kind
	// Level is RuleLevel unless the rule gave the result one of its own.
	Level Level
	// Lowered is set where the finding holds under a condition only: it counts one level lower, whatever Level says.
	Lowered bool
	// Message says what happens to the user, without a full stop.
	Message string
	// Hint is a fix for this very case, that can be pasted.
	Hint string
	Span source.Span
	// Subject is what the result is about, independent of its place: "settings.DATABASES.default.PASSWORD".
	Subject string
	// Related are other places that take part, in the order in which to read them.
	Related []Related
	// Trail is how the judged value came to be.
	Trail []value.Step
	// Conditions are those under which the finding holds. The report tells them around the message.
	Conditions []Condition
	// Regardless is set where nothing is to be said of the variable that the trail's last default stands in for: the finding
	// holds whatever it is, or the message says it (see InOwnWords).
	Regardless bool
	// Django are the rule's Django ids that this very result is; all of the rule's where it is nil.
	Django []string
	// Secrets are places whose text no report may show, in this result or in any other.
	Secrets []source.Span

	group any    // see Among
	also  string // see Among
}

// A Related is a place that takes part in a result.
type Related struct {
	Span    source.Span
	Message string
}

// A Placed is anything that has a place: a span, a value, a directive, a process.
type Placed interface {
	Source() source.Span
}

// Fail returns a finding at p.
func Fail(p Placed, format string, args ...any) Result {
	return result(KindFail, p, format, args)
}

// Pass returns the answer that the rule looked and all is well at p.
func Pass(p Placed, format string, args ...any) Result {
	return result(KindPass, p, format, args)
}

// Open returns the answer that a fact which decides readiness cannot be read at p.
func Open(p Placed, format string, args ...any) Result {
	return result(KindOpen, p, format, args)
}

func result(k Kind, p Placed, format string, args []any) Result {
	r := Result{Kind: k, Message: fmt.Sprintf(format, args...), Span: p.Source()}
	if v, ok := p.(value.Value); ok {
		r.Trail = v.Trail
	}
	return r
}

// About sets what the result is about, for baselines: "nginx:shop.example/location /static/#alias".
func (r Result) About(subject string) Result {
	r.Subject = subject
	return r
}

// Fix sets the fix for this very case.
func (r Result) Fix(format string, args ...any) Result {
	r.Hint = fmt.Sprintf(format, args...)
	return r
}

// With adds a related place. A place that is nowhere adds nothing.
func (r Result) With(p Placed, format string, args ...any) Result {
	span := p.Source()
	if span.IsZero() {
		return r
	}
	r.Related = append(slices.Clip(r.Related), Related{Span: span, Message: fmt.Sprintf(format, args...)})
	return r
}

// Via adds the trail of a value that led to the result.
func (r Result) Via(v value.Value) Result {
	r.Trail = append(slices.Clip(r.Trail), v.Trail...)
	return r
}

// At sets a level other than the rule's.
func (r Result) At(l Level) Result {
	r.Level = l
	return r
}

// As says which of the rule's Django ids the result is; none at all for one that Django's checks do not know.
func (r Result) As(django ...string) Result {
	r.Django = append([]string{}, django...)
	return r
}

// Among puts the result into a group, such as the block of a server: the results of one rule and group are one, the first,
// and beside it stand the places of the others with the words of each.
func (r Result) Among(group any, also string) Result {
	r.group, r.also = group, also
	return r
}

// Hiding names places whose text is a secret: no report shows more of them than secret.Redact does. A place that is nowhere
// hides nothing.
func (r Result) Hiding(places ...Placed) Result {
	r.Secrets = slices.Clip(r.Secrets)
	for _, p := range places {
		if span := p.Source(); !span.IsZero() {
			r.Secrets = append(r.Secrets, span)
		}
	}
	return r
}
