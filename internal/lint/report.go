package lint

import (
	"deploylint/internal/deploy"
	"deploylint/internal/secret"
	"deploylint/internal/source"
)

// A Report is what a run found out, ready to be written: sorted, merged, suppressed and counted.
type Report struct {
	// Rules are all rules that deploylint knows, also those that were not asked, by id.
	Rules []Rule
	// Sites are the sites that were judged.
	Sites []*deploy.Site
	// Results are all results, by path, line, column and rule: suppressed ones, passes and open ones too.
	Results []Reported
	// Notifications are the tool's own trouble, the loader's first.
	Notifications []source.Notification
	// Summary counts the results.
	Summary Summary

	// Secrets hides what no writer may show. Results hold nothing of it; all that a writer takes from elsewhere has to be asked.
	Secrets secret.Redactor
}

// A Reported is a result with everything that only the run knows about it.
type Reported struct {
	// Result is the rule's answer. Its Level is decided: the result's own for a fail, the rule's for the other kinds.
	Result
	// Rule gave the answer.
	Rule *Rule
	// Sites are the names of the sites with this very result.
	Sites []string
	// Follows is the id of the rule that reports DEBUG, where the finding would vanish with DEBUG off; else "".
	Follows string
	// Fingerprint names the finding across runs; see fingerprint.
	Fingerprint string
	// Suppressed says what silenced the result, nil for nothing.
	Suppressed *Suppressed
}

// Suppressed says what silenced a result, and why.
type Suppressed struct {
	Kind   SuppressionKind
	Reason string
}

// SuppressionKind is the means by which a result was silenced.
type SuppressionKind uint8

// The kinds of suppression.
const (
	// Inline: a comment beside the finding or beside a related place.
	Inline SuppressionKind = iota
	// Silenced: the project's own SILENCED_SYSTEM_CHECKS holds the result's Django ids.
	Silenced
)

// String returns the kind's name in JSON reports.
func (k SuppressionKind) String() string {
	switch k {
	case Silenced:
		return "django"
	default:
		return "inline"
	}
}

// DjangoIDs returns the ids of Django's checks that the result is.
func (r *Reported) DjangoIDs() []string {
	if r.Django != nil {
		return r.Django
	}
	return r.Rule.Django
}

// Advice returns the fix for this very case, or else what the rule says in general.
func (r *Reported) Advice() string {
	if r.Hint != "" {
		return r.Hint
	}
	return r.Rule.Help
}

// Finding reports whether the result is a live finding: a fail that nothing suppresses.
func (r *Reported) Finding() bool { return r.Kind == KindFail && r.Suppressed == nil }

// Summary counts results. A finding that follows from DEBUG is not counted on its own; a suppressed result counts as
// suppressed only.
type Summary struct {
	Errors, Warnings, Notes int
	Passed, Open            int
	Suppressed              int
}

// Findings returns the number of findings of all levels.
func (s Summary) Findings() int { return s.Errors + s.Warnings + s.Notes }

func summarize(results []Reported) Summary {
	var s Summary
	for i := range results {
		r := &results[i]
		switch {
		case r.Suppressed != nil:
			s.Suppressed++
		case r.Kind == KindPass:
			s.Passed++
		case r.Kind == KindOpen:
			s.Open++
		case r.Follows != "":
		case r.Level == Error:
			s.Errors++
		case r.Level == Warning:
			s.Warnings++
		default:
			s.Notes++
		}
	}
	return s
}

// A Gate says what makes a run fail.
type Gate struct {
	// FailOn is the lowest level at which a finding fails the run; the zero Level stands for Warning.
	FailOn Level
	// Never is set when no finding fails the run.
	Never bool
	// RequireVerified makes an open result count as a finding of its rule's level.
	RequireVerified bool
	// ExitZero turns the status of findings, and no other, into 0.
	ExitZero bool
}

// The exit statuses, the same for every format.
const (
	// StatusReady: nothing at or above the gate's level, and everything was read.
	StatusReady = 0
	// StatusFindings: there are findings at or above the gate's level.
	StatusFindings = 1
	// StatusNoVerdict: something that the verdict needs could not be read, or the tool was called wrongly.
	StatusNoVerdict = 2
)

// Status returns the exit status of the report under g.
func (rep *Report) Status(g Gate) int {
	if g.fails(rep) {
		if g.ExitZero {
			return StatusReady
		}
		return StatusFindings
	}
	for _, n := range rep.Notifications {
		if n.Level == source.Error {
			return StatusNoVerdict
		}
	}
	return StatusReady
}

func (g Gate) fails(rep *Report) bool {
	for i := range rep.Results {
		if g.Counts(&rep.Results[i]) {
			return true
		}
	}
	return false
}

// Counts reports whether one result makes the run fail.
func (g Gate) Counts(r *Reported) bool {
	limit := g.FailOn
	if limit == RuleLevel {
		limit = Warning
	}
	counts := r.Kind == KindFail && r.Follows == "" || r.Kind == KindOpen && g.RequireVerified
	return !g.Never && counts && r.Suppressed == nil && r.Level >= limit
}
