package lint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// Options say how a run goes about its work. The zero Options ask every rule.
type Options struct {
	// Select are the ids, names or id prefixes of the rules to ask; all where it is empty.
	Select []string
	// Ignore are the ids, names or id prefixes of rules not to ask. It beats Select.
	Ignore []string
	// Files are the files that were read, which is where suppressions are looked for. Files of results come on their own.
	Files []*source.File
	// Notifications is the trouble that the loader had.
	Notifications []source.Notification
	// NoInlineIgnores leaves suppressions in comments without effect.
	NoInlineIgnores bool
	// Strict lets a rule's panic pass and panics at a result that breaks the rules for results. For tests.
	Strict bool
}

// debugRule is the name of the rule that reports DEBUG, which other findings may follow from.
const debugRule = "debug-enabled"

// Run asks the rules about every site and returns the finished report.
func Run(rules []Rule, sites []*deploy.Site, opt Options) *Report {
	rep := &Report{Rules: slices.Clone(rules), Sites: sites, Notifications: slices.Clone(opt.Notifications)}
	slices.SortStableFunc(rep.Rules, func(a, b Rule) int { return strings.Compare(a.ID, b.ID) })
	j := &judge{report: rep, options: opt}
	for i := range rep.Rules {
		if r := &rep.Rules[i]; opt.asks(r) {
			j.rules = append(j.rules, r)
		}
	}
	var results []Reported
	for _, site := range sites {
		results = append(results, j.site(site)...)
	}
	results = join(merge(results))
	if !opt.NoInlineIgnores {
		results = append(results, j.suppress(results)...)
	}
	unfollow(results)
	slices.SortStableFunc(results, compare)
	fingerprint(results)
	rep.Results = results
	rep.Summary = summarize(results)
	rep.hideSecrets()
	return rep
}

// A judge is one run at work.
type judge struct {
	report  *Report
	options Options
	rules   []*Rule // those that are asked, by id
}

// site asks all rules about one site, and where DEBUG is on about the same site with DEBUG off.
func (j *judge) site(site *deploy.Site) []Reported {
	results := j.ask(site)
	j.silence(results, site)
	debug := slices.IndexFunc(j.rules, func(r *Rule) bool { return r.Name == debugRule })
	if site.DebugOff == nil || debug < 0 {
		return results
	}
	stays := map[[2]string]bool{}
	for _, r := range j.ask(site.DebugOff) {
		if r.Kind == KindFail {
			stays[[2]string{r.Rule.ID, r.Subject}] = true
		}
	}
	for i := range results {
		if r := &results[i]; r.Kind == KindFail && r.Rule.Name != debugRule && !stays[[2]string{r.Rule.ID, r.Subject}] {
			r.Follows = j.rules[debug].ID
		}
	}
	return results
}

func (j *judge) ask(site *deploy.Site) []Reported {
	var results []Reported
	for _, rule := range j.rules {
		if rule.Check == nil {
			continue
		}
		for _, r := range j.check(rule, site) {
			if problem := r.problem(); problem != "" {
				if j.options.Strict {
					panic(fmt.Sprintf("rule %s: %s: %q", rule.ID, problem, r.Message))
				}
				if r.Span.IsZero() {
					j.trouble(rule)
					continue
				}
			}
			results = append(results, finish(r.conditioned(), rule, site.Name))
		}
	}
	return results
}

// check asks one rule. A panic costs the rule's answers, and the verdict, but not the run.
func (j *judge) check(rule *Rule, site *deploy.Site) (results []Result) {
	if !j.options.Strict {
		defer func() {
			if recover() != nil {
				j.trouble(rule)
				results = nil
			}
		}()
	}
	return gather(rule.Check.ask(site))
}

// trouble notes once that a rule is broken. It does not quote what broke: that may hold a value of the project.
func (j *judge) trouble(rule *Rule) {
	n := source.Notification{Level: source.Error, Message: "internal error in rule " + rule.ID + ", please report"}
	if !slices.Contains(j.report.Notifications, n) {
		j.report.Notifications = append(j.report.Notifications, n)
	}
}

// levelUnder returns the level of a result of a rule of the given level.
func (r *Result) levelUnder(rule Level) Level {
	switch {
	case r.Kind != KindFail:
		return rule
	case r.Level != RuleLevel:
		rule = r.Level
	}
	if r.Lowered {
		return rule.Lower()
	}
	return rule
}

// finish decides the level and makes every text of the result fit to print.
func finish(r Result, rule *Rule, sites ...string) Reported {
	r.Level = r.levelUnder(rule.Level)
	r.Message, r.Hint, r.Subject = Visible(strings.TrimRight(r.sentence(), ".")), Visible(r.Hint), Visible(r.Subject)
	r.Related, r.Trail = slices.Clone(r.Related), slices.Clone(r.Trail)
	for i := range r.Related {
		r.Related[i].Message = Visible(r.Related[i].Message)
	}
	for i := range r.Trail {
		r.Trail[i].Text = Visible(r.Trail[i].Text)
	}
	return Reported{Result: r, Rule: rule, Sites: sites}
}

// silence marks what the project's own SILENCED_SYSTEM_CHECKS silences. A result that is several of Django's checks
// needs all of them silenced, as Django would go on printing the others.
func (j *judge) silence(results []Reported, site *deploy.Site) {
	if site.Settings == nil {
		return
	}
	setting := site.Settings.Get("SILENCED_SYSTEM_CHECKS")
	for i := range results {
		r := &results[i]
		ids := r.DjangoIDs()
		if r.Kind == KindPass || len(ids) == 0 {
			continue
		}
		switch holds, condition := silences(setting, ids, r.Trail); holds {
		case value.True:
			r.Suppressed = &Suppressed{Kind: Silenced, Reason: "SILENCED_SYSTEM_CHECKS holds " + strings.Join(ids, ", ")}
		case value.Undecided:
			r.Suppressed = &Suppressed{Kind: Silenced, Reason: "SILENCED_SYSTEM_CHECKS holds " + strings.Join(ids, ", ") + " depending on " + condition + ", and so does the finding"}
		case value.False:
		}
	}
}

// silences reports whether the project silences all ids. Where it does so under a condition, the answer is undecided if the
// same condition decides what is found, and says which that is: the project took the two branches into account. Else what
// is found in the other branch must be told.
func silences(setting value.Value, ids []string, trail []value.Step) (holds value.Tri, condition string) {
	all := func(v value.Value) bool {
		return !slices.ContainsFunc(ids, func(id string) bool {
			return deploy.Holds(v, func(e string) bool { return e == id }) != value.True
		})
	}
	if all(setting) {
		return value.True, ""
	}
	for _, a := range setting.Alternatives {
		for _, s := range slices.Concat(setting.Trail, a.Trail) {
			if s.How == value.Joined && !s.Span.IsZero() && all(a) && slices.Contains(trail, s) {
				return value.Undecided, Deciding(a, setting)
			}
		}
	}
	return value.False, ""
}

// merge makes equal results of several sites one result that names the sites. It follows from DEBUG only if it does so
// in all of them.
func merge(results []Reported) []Reported {
	at := map[string]int{}
	merged := results[:0]
	for _, r := range results {
		key := r.identity()
		i, seen := at[key]
		if !seen {
			at[key] = len(merged)
			merged = append(merged, r)
			continue
		}
		first := &merged[i]
		for _, s := range r.Sites {
			if !slices.Contains(first.Sites, s) {
				first.Sites = append(first.Sites, s)
			}
		}
		if r.Follows == "" {
			first.Follows = ""
		}
		first.Secrets = append(first.Secrets, r.Secrets...)
	}
	return merged
}

// join makes findings of several sites one that differ in words, level or related places alone: the same rule says of the
// same subject at the same place that it is bad, and mending it once mends it for all. The highest level speaks, and what
// the others relate comes behind.
func join(results []Reported) []Reported {
	type spot struct {
		rule, subject string
		span          source.Span
		silent        bool
	}
	at := map[spot]int{}
	joined := results[:0]
	for _, r := range results {
		key := spot{r.Rule.ID, r.Subject, r.Span, r.Suppressed != nil}
		i, seen := at[key]
		if !seen || r.Kind != KindFail || joined[i].shares(r.Sites) {
			if r.Kind == KindFail && !seen {
				at[key] = len(joined)
			}
			joined = append(joined, r)
			continue
		}
		first, other := joined[i], r
		if other.Level > first.Level {
			first, other = other, first
		}
		first.Sites = append(slices.Clone(joined[i].Sites), r.Sites...)
		for _, related := range other.Related {
			if !slices.Contains(first.Related, related) {
				first.Related = append(first.Related, related)
			}
		}
		if other.Follows == "" {
			first.Follows = ""
		}
		first.Secrets = append(first.Secrets, other.Secrets...)
		joined[i] = first
	}
	return joined
}

// shares reports whether the result is about one of the sites.
func (r *Reported) shares(sites []string) bool {
	return slices.ContainsFunc(sites, func(s string) bool { return slices.Contains(r.Sites, s) })
}

// identity is equal for results that read the same to a person.
func (r *Reported) identity() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s|%d|%d|%q|%q|%q|%q|%t|", r.Rule.ID, r.Kind, r.Level, r.Message, r.Hint, r.Subject, r.Django, r.Suppressed != nil)
	fmt.Fprintf(&b, "%q|%d|%d", r.Span.Path(), r.Span.Start, r.Span.End)
	for _, rel := range r.Related {
		fmt.Fprintf(&b, "|%q|%d|%d|%q", rel.Span.Path(), rel.Span.Start, rel.Span.End, rel.Message)
	}
	return b.String()
}

// unfollow lets findings stand on their own whose DEBUG finding does not: where that one is suppressed, they must count.
func unfollow(results []Reported) {
	live := map[string]bool{}
	for i := range results {
		if r := &results[i]; r.Finding() && r.Rule.Name == debugRule {
			for _, s := range r.Sites {
				live[s] = true
			}
		}
	}
	for i := range results {
		r := &results[i]
		if slices.ContainsFunc(r.Sites, func(s string) bool { return !live[s] }) {
			r.Follows = ""
		}
	}
}

// compare orders results by place and rule; what comes behind that only makes the order total.
func compare(a, b Reported) int {
	return cmp.Or(
		strings.Compare(a.Span.Path(), b.Span.Path()),
		cmp.Compare(a.Span.Start, b.Span.Start),
		strings.Compare(a.Rule.ID, b.Rule.ID),
		cmp.Compare(a.Kind, b.Kind),
		cmp.Compare(a.Span.End, b.Span.End),
		strings.Compare(a.Subject, b.Subject),
		strings.Compare(a.Message, b.Message),
		slices.Compare(a.Sites, b.Sites),
	)
}
